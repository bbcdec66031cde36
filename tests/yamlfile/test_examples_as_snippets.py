from __future__ import annotations

import re
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sostool.yamlfile.snippets import as_lines, scalar, snippet

_WORDS = st.text(st.characters(max_codepoint=0x2FF, exclude_categories=("C", "Z"), include_characters=" "), max_size=12)
_TEXTS = st.one_of(
    _WORDS, st.lists(st.sampled_from([": ", " #", "- ", "'", '"', "{", "}", "$", "\\", "a"])).map("".join)
)


@given(text=_TEXTS)
def test_a_text_written_down_is_read_as_it_is(text: str) -> None:
    assert yaml.load(f"key: {scalar(text)}", yaml.BaseLoader) == {"key": text}  # noqa: S506 - nothing but texts


@given(text=_TEXTS)
def test_a_blank_that_is_left_as_it_is_gives_the_text(text: str) -> None:
    body = snippet({"key": text})["key"]
    found = re.fullmatch(r"\$\{1:((?:\\.|[^}\\$])*)\}", body)
    assert found is not None
    assert re.sub(r"\\(.)", r"\1", found[1]) == scalar(text)


@pytest.mark.parametrize(
    ("example", "body"),
    [
        ("Mia", "${1:Mia}"),
        (True, "${1:true}"),
        (4, "${1:4}"),
        (["mia", "noah"], "[${1:mia}, ${2:noah}]"),
        (["I hide.", "b"], ["${1:I hide.}", "${2:b}"]),
        ([{"who": "mia", "score": 4}], [{"who": "${1:mia}", "score": "${2:4}"}]),
        ({"why": "He said: stop", "cost": "$5}"}, {"why": "${1:'He said: stop'}", "cost": r"${2:\$5\}}"}),
    ],
)
def test_every_value_becomes_a_blank(example: Any, body: Any) -> None:
    assert snippet(example) == body


def test_an_example_is_laid_out_as_in_a_file() -> None:
    example = {
        "rules": [{"what": "He rings: Ray.", "who": ["dean"], "used": [{"worked": True}]}],
        "know": ["I ring Jo."],
    }
    assert list(as_lines(example)) == [
        "rules:",
        "  - what: 'He rings: Ray.'",
        "    who: [dean]",
        "    used:",
        "      - worked: true",
        "know:",
        "  - I ring Jo.",
    ]

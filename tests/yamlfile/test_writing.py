"""Values are written so that YAML gives them back, as people would type them."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sostool.yamlfile.writing import (
    Indents,
    OneLine,
    Value,
    block,
    item_lines,
    lines_of,
    on_one_line,
    pair_lines,
    scalar,
)

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters="\ufeff"))
LINES = st.text(st.sampled_from("ab :#-'\"[]{},|>&*!%@`\\?~é\n\t0"), min_size=1, max_size=30)


def read(text: str) -> Any:
    """Read it as a strict reader of YAML does that takes no word for anything but text."""
    return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - it makes nothing but texts


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Priya meets Lisa.", "Priya meets Lisa."),
        ("It's quiet, (now)", "It's quiet, (now)"),
        ("a: b", "'a: b'"),
        ("It's: b", '"It\'s: b"'),
        ('It\'s \\ "b"', "'It''s \\ \"b\"'"),
        ("No", "'No'"),
        ("y", "'y'"),
        ("12:30", "'12:30'"),
        ("one\ntwo", '"one\\ntwo"'),
        ("Zoë", "Zoë"),
        ("", "''"),
    ],
)
def test_a_text_on_one_line(text: str, written: str) -> None:
    assert scalar(text) == written
    assert read(written) == text


@given(st.one_of(TEXTS, LINES))
def test_every_text_comes_back(text: str) -> None:
    assert read(scalar(text)) == text
    assert read(f"[{scalar(text, in_brackets=True)}, x]") == [text, "x"]
    assert read(f"{{a: {scalar(text, in_brackets=True)}, b: c}}") == {"a": text, "b": "c"}


@given(LINES.filter(lambda text: text.strip()))
def test_every_block_comes_back(text: str) -> None:
    assert read("\n".join([*block("a:", text), "b: c", ""])) == {"a": text, "b": "c"}
    assert read("\n".join(["x:", *block("  a:", text), "b: c", ""])) == {"x": {"a": text}, "b": "c"}
    assert read("\n".join([*block("-", text), "- c", ""])) == [text, "c"]


VALUES = st.recursive(
    st.one_of(LINES, st.sampled_from(["lisa", "x" * 150])),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3),
        st.dictionaries(st.sampled_from(["who", "what", "reason"]), inner, min_size=1),
        st.dictionaries(st.sampled_from(["who", "what"]), inner, min_size=1).map(OneLine),
    ),
    max_leaves=8,
)


@given(
    st.dictionaries(st.sampled_from(["who", "what", "reason"]), VALUES, min_size=1),
    st.builds(Indents, st.integers(1, 5), st.integers(0, 5)),
    st.integers(2, 5),
    st.booleans(),
)
def test_every_value_comes_back(value: dict[str, Any], indents: Indents, after_dash: int, blocks: bool) -> None:
    assert read("\n".join([*lines_of(value, indents, blocks=blocks), ""])) == value
    assert read("\n".join([*item_lines(value, indents, after_dash, blocks=blocks), ""])) == [value]
    assert read("\n".join([*pair_lines("a", value, indents, blocks=blocks), ""])) == {"a": value}
    assert read(on_one_line(value)) == value
    assert "\n" not in on_one_line(value)


def test_single_values() -> None:
    value: dict[str, Value] = {
        "read_back": True,
        "would_not_say": False,
        "score": 4,
        "half": 4.5,
        "whole": 4.0,
        "date": dt.date(2026, 3, 17),
    }
    assert on_one_line(value) == (
        "{read_back: true, would_not_say: false, score: 4, half: 4.5, whole: 4, date: 2026-03-17}"
    )


def test_lists_of_ids_stand_in_brackets_and_texts_below_each_other() -> None:
    assert lines_of({"who": ["lisa", "aunt-jo"], "worries": ["I hide.", "no"]}) == [
        "who: [lisa, aunt-jo]",
        "worries:",
        "  - I hide.",
        "  - 'no'",
    ]


def test_a_long_text_is_a_block_and_a_long_line_is_not_kept_on_one() -> None:
    text = "word " * 19 + "end"
    assert pair_lines("what", text) == ["what: |-", f"  {text}"]
    assert pair_lines("what", text, blocks=False) == [f"what: {text}"]
    short = OneLine({"who": "lisa", "score": 4})
    assert item_lines(short) == ["- {who: lisa, score: 4}"]
    assert item_lines(dict(short)) == ["- who: lisa", "  score: 4"]
    assert item_lines(OneLine({"who": "lisa", "reason": text})) == ["- who: lisa", "  reason: |-", f"    {text}"]

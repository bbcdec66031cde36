from __future__ import annotations

import json
import re
from xml.etree import ElementTree as ET

import pytest
from findings.printers.printed import ALL, one, rule_of, text
from hypothesis import example, given
from hypothesis import strategies as st

from sostool.findings.finding import Elsewhere, Finding, Place
from sostool.findings.printers import printer
from sostool.findings.printers.characters import visible
from sostool.findings.printers.excerpt import excerpt
from sostool.findings.result import Checked, PrintOptions

_BITS = st.sampled_from(
    [
        "::",
        "::error::x",
        "##[group]",
        "##vso[task]",
        "##teamcity[x]",
        "##",
        "[",
        "\n",
        "\r",
        "\x1b[31m",
        "\x85",
        " ",
    ]
)
_HOSTILE = st.lists(st.one_of(st.text(st.characters(exclude_categories=()), max_size=8), _BITS), max_size=6).map(
    "".join
)
_NUMBERS = st.integers(1, 30)
_FINDINGS = st.builds(
    Finding,
    code=st.sampled_from(["CF101", "DS101"]),
    severity=st.sampled_from(["error", "query", "advice"]),
    message=_HOSTILE,
    file=st.just(""),
    place=st.builds(Place, _NUMBERS, _NUMBERS, _NUMBERS, _NUMBERS),
    path=st.tuples(_HOSTILE),
    shown_path=st.tuples(_HOSTILE),
    detail=_HOSTILE,
    mend=_HOSTILE,
    elsewhere=st.one_of(
        st.none(),
        st.builds(
            Elsewhere,
            file=_HOSTILE,
            place=st.builds(Place, _NUMBERS, _NUMBERS, _NUMBERS, _NUMBERS),
            path=st.tuples(_HOSTILE),
            shown_path=st.tuples(_HOSTILE),
        ),
    ),
)
_CHECKED = st.builds(
    Checked,
    file=_HOSTILE,
    findings=st.lists(_FINDINGS, max_size=3).map(tuple),
    answered=_NUMBERS,
    lines=st.dictionaries(_NUMBERS, _HOSTILE, max_size=30),
    unreadable=st.one_of(st.just(""), _HOSTILE),
)
_CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_OURS = re.compile(r"::(?:error|warning|notice) file=[^:,]*,(?:line=\d+,[a-zA-Z0-9=,]+,)?title=[^:,]*::.*")
_WORST = "::error::\n##[group]\x1b[2J \x85##vso[x]\udcff"


@pytest.mark.parametrize("name", ALL)
@given(results=st.lists(_CHECKED, max_size=3), private=st.booleans(), width=st.integers(1, 200))
@example(results=[one(file=_WORST, line=_WORST, detail=_WORST)], private=False, width=80)
@example(results=[Checked(_WORST, unreadable=_WORST)], private=False, width=1)
@example(results=[one(file=" ::stop-commands::x")], private=False, width=80)
@example(results=[one(detail="word ::error::word ::error::word")], private=False, width=24)
def test_nothing_in_a_file_drives_a_terminal_or_a_runner(
    name: str, results: list[Checked], private: bool, width: int
) -> None:
    printed = text(name, results, private=private, width=width)
    assert not _CONTROL.search(printed)
    assert "##[" not in printed
    assert "##vso[" not in printed
    assert "##teamcity[" not in printed
    for line in printed.split("\n"):
        if line.lstrip().startswith("::"):
            assert name == "github"
            assert _OURS.fullmatch(line), line


@given(results=st.lists(_CHECKED, max_size=3))
def test_whatever_is_in_a_file_json_and_xml_stay_whole(results: list[Checked]) -> None:
    findings = sum(len(checked.findings) for checked in results)
    assert len(json.loads(text("json", results))["files"]) == len(results)
    assert len(json.loads(text("sarif", results))["runs"][0]["results"]) == findings
    suites = ET.fromstring(text("junit", results))  # noqa: S314 - our own
    assert len(suites) == len(results)


@given(results=st.lists(_CHECKED, max_size=3))
def test_concise_is_one_line_a_finding_and_one_a_file_that_cannot_be_read(results: list[Checked]) -> None:
    lines = text("concise", results).splitlines()
    assert len(lines) == sum(len(checked.findings) + bool(checked.unreadable) for checked in results)


@given(results=st.lists(_CHECKED, max_size=2))
def test_colour_adds_no_escape_but_its_own(results: list[Checked]) -> None:
    printed = "".join(printer("full")(results, rule_of, PrintOptions(private=False, colour=True)))
    assert not _CONTROL.search(re.sub(r"\x1b\[(?:0|1|1;31|1;33|1;36)m", "", printed))


@given(line=_HOSTILE, place=st.builds(Place, _NUMBERS, _NUMBERS, _NUMBERS, _NUMBERS), width=st.integers(20, 60))
def test_an_excerpt_keeps_to_its_width_whatever_the_line(line: str, place: Place, width: int) -> None:
    shown = excerpt(line * 5, place, width)
    assert len(re.sub(r"[^\x20-\x7e]", "", shown.text)) <= width
    assert re.fullmatch(r" *\^+", shown.carets)
    assert len(shown.carets) <= width + 1


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("Zoë and “Łukasz”", "Zoë and “Łukasz”"),
        ("أمل", "أمل"),
        (r"C:\cases\a.yaml", r"C:\cases\a.yaml"),
        ("a\nb\tc\rd", r"a\nb\tc\rd"),
        ("\x1b[31m", r"\x1b[31m"),
        ("\udcff", r"\xff"),
        ("\ud800", r"\ud800"),
        ("a\u202eb", r"a\u202eb"),
        ("# ## ###", "# ## ###"),
        ("###[x]", r"##\x23[x]"),
    ],
)
def test_text_stays_as_it_is_but_for_what_cannot_be_seen(raw: str, shown: str) -> None:
    assert visible(raw) == shown

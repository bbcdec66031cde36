"""Reading a case file as a whole: what comes back when all is well, when something is wrong, and when nothing is there."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.running import EXAMPLES

from sostool.case.model import Case
from sostool.case.read import read_case

SOUND = b"sostool: 1\nreference: EX-0042\nmeeting: {kind: mapping, date: 2026-03-17}\n"


@pytest.mark.parametrize("example", EXAMPLES, ids=[example.stem for example in EXAMPLES])
def test_the_examples_are_sound(example: Path) -> None:
    read = read_case(example.read_bytes(), "case.yaml")
    assert read.findings == []
    assert read.broken == frozenset()
    assert isinstance(read.case, Case)


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 6


def test_the_least_case() -> None:
    read = read_case(SOUND, "case.yaml")
    assert read.findings == []
    assert read.case is not None
    assert (read.case.reference, read.case.people, read.case.dangers, read.case.map) == ("EX-0042", {}, (), None)
    assert read.source.name == "case.yaml"


@pytest.mark.parametrize(
    "data", [b"", b"# nothing\n", b"- a\n", b"Mia\n", b"PK\x03\x04", b"\x00" * 9, b"[" * 30, b"---\n"]
)
def test_what_has_no_shape_is_no_case(data: bytes) -> None:
    read = read_case(data, "case.yaml")
    assert read.case is None
    assert read.findings
    assert () in read.broken


def test_what_is_wrong_in_a_part_leaves_the_rest() -> None:
    read = read_case(
        SOUND + b"dangers:\n  - {statement: Mia cried, children: [mia]}\npriorities: [neglect]\n", "case.yaml"
    )
    assert read.case is not None
    assert (read.case.dangers[0].statement, read.case.priorities) == ("Mia cried", ("neglect",))
    assert read.broken == {("dangers", 0, "children")}


def test_findings_come_in_the_order_of_the_file() -> None:
    read = read_case(b"language: e\x07n\nzebra: 1\nmeeting: {kind: mapping, date: soon}\nwhat: a: b\n", "case.yaml")
    places = [finding.place for finding in read.findings]
    assert places == sorted(places)
    assert {finding.place.line for finding in read.findings} == {1, 2, 3, 4}


def test_a_newer_file_is_refused_and_an_unknown_number_too() -> None:
    for number, code in (("2", "CF108"), ("99", "CF108"), ("100", "CF104"), ("0", "CF104"), ("one", "CF102")):
        read = read_case(SOUND.replace(b"sostool: 1", f"sostool: {number}".encode()), "case.yaml")
        assert [finding.code for finding in read.findings] == [code]
        assert read.findings[0].place.line == 1


def test_the_same_bytes_give_the_same_findings() -> None:
    data = EXAMPLES[0].read_bytes().replace(b": ", b":", 40)
    first, second = read_case(data, "case.yaml").findings, read_case(data, "case.yaml").findings
    assert first == second
    assert first

"""A fingerprint changes with what a file says, and with nothing else."""

from __future__ import annotations

import re

import pytest
from builders import family, put, read
from hypothesis import given, settings
from hypothesis import strategies as st
from report.proof.families import families
from report.proof.made import read_plain
from report.proof.plain import Data, load
from support.running import ROOT
from support.shuffled import shuffled

from sostool.case.read import read_case
from sostool.story.fingerprint import fingerprint

EXAMPLE_FOLDER = ROOT / "examples"
TEXT = """\
sostool: 1
reference: EX-0042
meeting: {kind: initial-conference, date: 2026-03-17}
people:
  mia: {name: Mia, role: child, born: 2019-06-02}
  dean: {name: Dean, role: parent}
map:
  worried:
    past_harm:
      - {what: Mia saw Dean hit Lisa., date: 2026-02}
      - Dean threw a plate.
voices: [{who: mia, date: 2026-03-10, worries: [I hide on the stairs.]}]
"""


def of(text: str) -> str:
    read = read_case(text.encode(), "case.yaml")
    assert read.case is not None
    assert not read.findings
    return fingerprint(read.case)


def test_it_is_the_same_today_as_ever() -> None:
    assert of(TEXT) == "2782-67a8-0825-ca5e"


def test_it_can_be_written_as_the_model_wants_it() -> None:
    assert of(TEXT.replace("date: 2026-03-17", f"date: 2026-03-17, follows: a.yaml, followed_as: {of(TEXT)}")) == of(
        TEXT
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("reference:", "# A note.\nreference:"),
        ("people:\n", "people:  # everyone\n\n"),
        ("2026-03-17", '"2026-03-17"'),
        ("What", "What"),
        ("{what: Mia saw Dean hit Lisa., date: 2026-02}", "date: 2026-02\n        what: >-\n          Mia saw Dean\n          hit Lisa."),
        ("- Dean threw a plate.", "- what: Dean threw a plate."),
        ("[I hide on the stairs.]", "I hide on the stairs."),
        ("I hide on the stairs.", "'I hide  on the stairs. '"),
        ("role: parent}", "role: parent, relation: null}"),
        ("voices:", "trajectory: []\nvoices:"),
        ("sostool: 1\n", "sostool: 1\nprofile: surrey-2018\n"),
        ("date: 2026-03-17}", "date: 2026-03-17, follows: february.yaml, delays: [{what: x}], plan_started: 2026-03-17}"),
        ("voices:", "outcome: {attended: [dean]}\nvoices:"),
        ("voices:", "shared: [{document: report, with: dean}]\nvoices:"),
        ("voices:", "answers: [{check: DS101, at: dangers, reason: x}]\nvoices:"),
    ],
)  # fmt: skip
def test_layout_and_what_comes_after_the_meeting_change_nothing(old: str, new: str) -> None:
    assert old in TEXT or old == "What"
    assert of(TEXT.replace(old, new, 1)) == of(TEXT)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("EX-0042", "EX-0043"),
        ("date: 2026-03-17", "date: 2026-03-18"),
        ("date: 2026-02}", "date: 2026}"),
        ("hit Lisa.", "hit Lisa"),
        ("I hide on", "I sit on"),
        ("- Dean threw a plate.", "- {what: Dean threw a plate., withhold: {from: dean}}"),
        ("- Dean threw a plate.", "- {what: Dean threw a plate., sensitive: true, about: dean}"),
        ("      - Dean threw a plate.\n", ""),
        ("voices:", "protected: [{words: Fern Court, from: dean}]\nvoices:"),
        ("voices:", "held_by_chair: [{note: The chair holds a note.}]\nvoices:"),
        ("who: mia", "who: dean"),
        ("sostool: 1\n", "sostool: 1\nlanguage: pl\n"),
    ],
)
def test_what_is_said_changes_it(old: str, new: str) -> None:
    assert old in TEXT
    assert of(TEXT.replace(old, new, 1)) != of(TEXT)


@settings(max_examples=40, deadline=None)
@given(families(), st.integers(0, 99))
def test_order_changes_nothing(data: Data, seed: int) -> None:
    one, other = read_plain(data).case, read_plain(shuffled(data, seed)).case
    assert one is not None
    assert other is not None
    assert fingerprint(one) == fingerprint(other)


def test_all_examples_have_their_own() -> None:
    found = set()
    for file in EXAMPLE_FOLDER.glob("*.yaml"):
        case = read_case(file.read_bytes(), file.name).case
        assert case is not None
        found.add(fingerprint(case))
        again = read_plain(load(file.read_text("utf-8"))).case
        assert again is not None
        assert fingerprint(again) == fingerprint(case)
    assert len(found) == len(list(EXAMPLE_FOLDER.glob("*.yaml"))) >= 6
    assert all(re.fullmatch("[0-9a-f]{4}(-[0-9a-f]{4}){3}", one) for one in found)


def test_a_file_with_nearly_nothing_in_it() -> None:
    case = read_case(b"sostool: 1", "case.yaml").case
    assert case is not None
    assert fingerprint(case) != fingerprint(read(put(family(), "map", {})).case)  # type: ignore[arg-type]

"""Ids: each is given once, each that is used is somebody's, and a slip of the pen in one is not taken for free text."""

from __future__ import annotations

import pytest

from sostool.case.read import read_case
from sostool.findings.finding import Finding

CASE = """\
sostool: 1
reference: EX-0042
meeting: {kind: mapping, date: 2026-03-17}
people:
  mia: {name: Mia, role: child}
  noah: {name: Noah}
  lisa: {name: Lisa, role: parent}
  jo: {name: Aunt Jo, role: network}
  priya: {name: Priya Shah, role: social-worker}
  grandad: {name: Grandad Ray, role: network}
map:
  worried:
    past_harm:
      - {id: police-call, what: Police came.}
safety_plan:
  bottom_lines:
    - {id: nobody-hurt, what: Nobody is hurt.}
"""


def told(more: str) -> list[Finding]:
    return read_case((CASE + more + "\n").encode(), "case.yaml").findings


def codes(more: str) -> list[str]:
    return [finding.code for finding in told(more)]


def test_the_case_is_sound() -> None:
    assert told("") == []


@pytest.mark.parametrize(
    "more",
    [
        "dangers: [{worried: [lisa, priya], children: [mia, noah], rests_on: [police-call]}]",
        "dangers: [{rests_on: none-yet}]",
        "dangers: [{id: drink}, {statement: x}]\ntrajectory: [{what: x, danger: drink}]",
        "protected: [{words: [x], from: everyone}]",
        "chronology: [{what: x, said_by: [lisa, Surrey Police, Ofsted, the school, jo]}]",
        # Free text and an id may begin alike; of a short id every letter counts.
        "chronology: [{what: x, said_by: [Joe]}]",
        "chronology: [{what: x, said_by: [Jim]}]",
        # The same id in two lists names two things.
        "dangers: [{id: police-call}]",
    ],
)
def test_what_points_to_something_is_fine(more: str) -> None:
    assert codes(more) == []


@pytest.mark.parametrize(
    ("more", "detail"),
    [
        ("dangers: [{worried: [liza]}]", "“liza” — did you mean “lisa”?"),
        ("dangers: [{worried: [Lisa]}]", "“Lisa” — did you mean “lisa”?"),
        ("dangers: [{worried: [zebra]}]", "“zebra”"),
        ("dangers: [{worried: everyone}]", "“everyone”"),
        ("dangers: [{rests_on: [police-cal]}]", "“police-cal” — did you mean “police-call”?"),
        ("trajectory: [{what: x, danger: drink}]", "“drink”"),
        ("chronology: [{what: x, said_by: [Lisa]}]", "“Lisa” — did you mean “lisa”?"),
        ("chronology: [{what: x, said_by: [lysa]}]", "“lysa” — did you mean “lisa”?"),
        ("chronology: [{what: x, said_by: [Grandda]}]", "“Grandda” — did you mean “grandad”?"),
        ("chronology: [{what: x, said_by: [Jo]}]", "“Jo” — did you mean “jo”?"),
        ("chronology: [{what: x, said_by: 'lisa, jo'}]", "“lisa, jo”"),
        ("chronology: [{what: x, said_by: 'Surrey Police, priya'}]", "“Surrey Police, priya”"),
    ],
)
def test_what_points_to_nobody_is_told(more: str, detail: str) -> None:
    (finding,) = told(more)
    assert (finding.code, finding.detail) == ("CF106", detail)
    assert finding.place.line == CASE.count("\n") + 1


def test_a_grown_up_is_no_child() -> None:
    (finding,) = told("dangers: [{children: [lisa]}]")
    assert finding.message == "This person is not a child by their role."
    assert codes("dangers: [{children: [noah]}]") == []


def test_several_ids_without_brackets_are_told_how() -> None:
    (finding,) = told("dangers: [{worried: 'lisa, jo'}]")
    assert finding.mend == "Put several ids between square brackets, with commas, as in [lisa, dean]."


@pytest.mark.parametrize(
    "more",
    [
        "dangers: [{id: drink}, {id: alone}, {id: drink}]",
        "map: {working_well: {strengths: [{id: a, what: x}, {id: a, what: y}]}}",
    ],
)
def test_an_id_is_given_once(more: str) -> None:
    base = CASE.partition("map:")[0]
    findings = read_case(f"{base}{more}\n".encode(), "case.yaml").findings
    (finding,) = findings
    assert (finding.code, finding.message) == ("CF107", "This id is used a second time.")
    place = finding.place
    assert f"{base}{more}\n".splitlines()[place.line - 1][place.column - 1 : place.end_column - 1] in ("drink", "a")


def test_a_person_whose_id_is_told_is_not_told_again_where_it_is_used() -> None:
    text = CASE.replace("  jo:", "  Jo:") + "dangers: [{worried: [Jo]}]\n"
    assert [finding.code for finding in read_case(text.encode(), "case.yaml").findings] == ["CF110"]

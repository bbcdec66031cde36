"""The goals of a case, and whether somebody is named in one."""

from __future__ import annotations

import pytest
from support.cases import BASE, read

from sostool.case.model import Case
from sostool.checks.goal.goals import goals, names_one_of


def case_with(dangers: str) -> Case:
    case = read(f"{BASE}dangers: {dangers}\n").case
    assert case is not None
    return case


def test_only_goals_with_a_text() -> None:
    case = case_with("[{id: a, goal: Calm.}, {id: b}, {id: c, goal: {how_long: 6 months}}, {id: d, goal: ' '}]")
    assert [(danger.id, goal.statement) for danger, goal in goals(case)] == [("a", "Calm.")]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Dean rings Ray.", True),
        ("Grandad Ray is there.", True),
        ("RAY'S HOUSE", True),
        ("Dean rings somebody.", False),
        ("He prays.", False),
        ("Raymond is there.", False),
        ("", False),
    ],
)
def test_names_by_a_part_of_a_name(text: str, named: bool) -> None:
    assert names_one_of(text, [case_with("[]").people["ray"]]) == named


def test_a_person_without_a_name_is_never_named() -> None:
    case = read("sostool: 1\nreference: E1\npeople: {hv: {role: practitioner}}\n").case
    assert case is None or not names_one_of("Anybody", case.people.values())

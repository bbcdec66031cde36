"""The proof notices whatever is not as it was, or not as it was meant."""

from __future__ import annotations

import datetime as dt

import pytest
from yaml.nodes import Node

from sostool.adding.addition import Addition
from sostool.adding.proof import is_proven
from sostool.case.read import read_case

HEAD = "sostool: 1\nreference: EX-1\nmeeting: {kind: mapping, date: 2026-03-17}\n"
GROUPS = Addition(("core_groups",), {"what": "Second.", "date": dt.date(2026, 3, 27)}, is_entry=True)


def root(text: str) -> Node:
    found = read_case((HEAD + text).encode(), "case.yaml").source.root
    assert found is not None
    return found


BEFORE = "core_groups:\n  - what: First.\n    attended: [lisa]\nanswers: []\n"
RIGHT = BEFORE.replace("answers", "  - {what: Second., date: 2026-03-27}\nanswers")


def test_what_was_meant_is_proven() -> None:
    assert is_proven(root(BEFORE), root(RIGHT), GROUPS)
    assert is_proven(root(BEFORE), root(RIGHT.replace("Second.", "'Second.'")), GROUPS)


@pytest.mark.parametrize(
    "after",
    [
        BEFORE,
        RIGHT.replace("Second", "Secnd"),
        RIGHT.replace("2026-03-27", "'2026-03-27'"),
        RIGHT.replace(", date: 2026-03-27", ""),
        RIGHT.replace("2026-03-27}", "2026-03-27, attended: [lisa]}"),
        RIGHT.replace("First.", "First"),
        RIGHT.replace("First.", "'First.'"),
        RIGHT.replace("[lisa]", "[lisa, dean]"),
        RIGHT.replace("[lisa]", "lisa"),
        RIGHT.replace("answers: []\n", ""),
        RIGHT.replace("answers: []", "answers: [x]"),
        RIGHT.replace("answers: []", "answers: []\nlanguage: en"),
        RIGHT.replace("answers", "  - {what: Second., date: 2026-03-27}\nanswers"),
        BEFORE.replace("core_groups:\n", "core_groups:\n  - {what: Second., date: 2026-03-27}\n"),
    ],
)
def test_anything_else_is_not(after: str) -> None:
    assert after != RIGHT
    assert not is_proven(root(BEFORE), root(after), GROUPS)


def test_nothing_at_all_is_not() -> None:
    assert not is_proven(root(BEFORE), None, GROUPS)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("core_groups:\n", "core_groups: [{what: Second., date: 2026-03-27}]\n"),
        ("core_groups: []\n", "core_groups:\n- {what: Second., date: 2026-03-27}\n"),
        ("language: en\n", "core_groups: [{what: Second., date: 2026-03-27}]\nlanguage: en\n"),
        ("core_groups: First.\n", "core_groups: [First., {what: Second., date: 2026-03-27}]\n"),
    ],
)
def test_a_list_that_was_not_there_or_was_one_value(before: str, after: str) -> None:
    assert is_proven(root(before), root(after), GROUPS)
    assert not is_proven(root(before), root(after.replace("Second", "Third")), GROUPS)


def test_keys_made_on_the_way() -> None:
    how_long = Addition(("dangers", 0, "goal", "how_long"), "6 months")
    before = root("dangers:\n  - id: x\n")
    assert is_proven(before, root("dangers:\n  - id: x\n    goal: {how_long: 6 months}\n"), how_long)
    assert not is_proven(before, root("dangers:\n  - id: x\n    goal: {how_long: 6 months, who_does: []}\n"), how_long)
    assert not is_proven(before, root("dangers:\n  - id: y\n    goal: {how_long: 6 months}\n"), how_long)
    assert not is_proven(before, root("dangers:\n  - {}\n  - id: x\n    goal: {how_long: 6 months}\n"), how_long)


def test_a_number_and_a_yes_are_none_in_quotation_marks() -> None:
    number = Addition(("voices",), {"read_back": True}, is_entry=True)
    assert is_proven(root("voices: []\n"), root("voices: [{read_back: true}]\n"), number)
    assert not is_proven(root("voices: []\n"), root("voices: [{read_back: 'true'}]\n"), number)

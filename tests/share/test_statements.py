"""Who of the family has a danger statement in their copy, and of whom a report is expected before a meeting."""

from __future__ import annotations

import pytest
from builders import Data, family, put, read

from sostool.share.statements import gets_a_statement, is_expected_to_have_the_report

HELD = {"from": ["dean"], "why": "It shows where Lisa is.", "agreed_by": "ann", "date": "2026-03-12"}


def told(data: Data, who: str) -> tuple[bool, bool]:
    case = read(data).case
    assert case is not None
    person = case.people[who]
    return gets_a_statement(case, person), is_expected_to_have_the_report(case, person)


@pytest.mark.parametrize("who", ["lisa", "dean"])
def test_parents_have_the_statements_and_so_are_to_have_the_report(who: str) -> None:
    assert told(family(), who) == (True, True)


def test_one_from_whom_all_is_held_back_is_not_waited_for() -> None:
    data = put(family(), "dangers.0.withhold", HELD)
    assert told(data, "dean") == (False, False)
    assert told(data, "lisa") == (True, True)


def test_a_father_of_other_children_is_not_waited_for() -> None:
    assert told(family(two_fathers=True), "tom") == (False, False)


@pytest.mark.parametrize("statement", ["", " "])
def test_while_there_is_no_statement_the_report_is_expected_of_all(statement: str) -> None:
    assert told(put(family(), "dangers.0.statement", statement), "dean") == (False, True)

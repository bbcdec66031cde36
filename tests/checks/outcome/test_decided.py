"""What the checks of an outcome take from it."""

from __future__ import annotations

import pytest
from support.cases import BASE, england, laid_over, read

from sostool.case.model import Case
from sostool.case.model.meeting import KINDS
from sostool.case.quorum import CONFERENCES
from sostool.checks.look import Look
from sostool.checks.outcome import OUTCOME
from sostool.checks.outcome.decided import (
    children_with_a_plan,
    decisions_by_child,
    outcome_of_conference,
)

DECISIONS = """\
people:
  mia: {name: Mia, role: child}
  noah: {name: Noah, role: child}
  bean: {name: Bean, role: child, due: 2026-05-20}
  sam: {name: Sam, role: child, subject: false}
outcome:
  decisions:
    - {child: bean, decision: plan-starts}
    - {child: mia, decision: plan-continues}
    - {child: noah, decision: plan-ends}
    - {child: sam, decision: plan-starts}
    - {decision: plan-starts}
    - {child: mia, decision: plan-starts}
"""


def case_of(fragment: str) -> Case:
    case = read(laid_over(fragment)).case
    assert case is not None
    return case


def test_a_plan_that_starts_or_goes_on_is_a_plan_in_the_order_of_the_children() -> None:
    look = Look(case_of(DECISIONS), england())
    assert [child.id for child in children_with_a_plan(look)] == ["mia", "bean"]


def test_nobody_has_a_plan_without_an_outcome() -> None:
    assert children_with_a_plan(Look(case_of("meeting: {kind: strategy, date: 2026-03-17}"), england())) == []


def test_decisions_stand_with_their_child_and_without_one_by_themselves() -> None:
    outcome = case_of(DECISIONS).outcome
    assert outcome is not None
    assert {child: len(decisions) for child, decisions in decisions_by_child(outcome).items()} == {
        "bean": 1,
        "mia": 2,
        "noah": 1,
        "sam": 1,
        "": 1,
    }


@pytest.mark.parametrize("kind", KINDS)
def test_only_a_conference_has_the_outcome_of_one(kind: str) -> None:
    case = case_of(f"meeting: {{kind: {kind}, date: 2026-03-17}}\noutcome: {{attended: [lisa]}}")
    assert (outcome_of_conference(case) is not None) == kind.endswith("conference") == (kind in CONFERENCES)


def test_nothing_at_all_is_asked_without_an_outcome() -> None:
    look = Look(case_of(""), england())
    assert len(OUTCOME) >= 15
    assert [found for check in OUTCOME if check.ask for found in check.ask(look)] == []
    assert "outcome" not in BASE


def test_nothing_is_asked_of_a_part_whose_outcome_is_broken_as_a_whole() -> None:
    look = Look(case_of("outcome: Everyone agreed."), england())
    assert [found for check in OUTCOME if check.ask for found in check.ask(look)] == []

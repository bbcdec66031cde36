"""What an outcome decided, as its checks look at it."""

from __future__ import annotations

from sostool.case.model import Case, Person
from sostool.case.model.outcome import Decision, Outcome
from sostool.case.people import children_of_the_case
from sostool.case.quorum import CONFERENCES
from sostool.checks.look import Look

A_PLAN = frozenset(("plan-starts", "plan-continues"))


def outcome_of_conference(case: Case) -> Outcome | None:
    """Give the outcome where the meeting was a conference: at other meetings nothing is decided about a plan."""
    if case.meeting is None or case.meeting.kind not in CONFERENCES:
        return None
    return case.outcome


def decisions_by_child(outcome: Outcome) -> dict[str, list[Decision]]:
    """Give the decisions for each child; those that name no child stand under ""."""
    by_child: dict[str, list[Decision]] = {}
    for decision in outcome.decisions:
        by_child.setdefault(decision.child, []).append(decision)
    return by_child


def children_with_a_plan(look: Look) -> list[Person]:
    """Give the children for whom a plan starts or goes on; none where there is no outcome."""
    return look.once(_children_with_a_plan)


def _children_with_a_plan(look: Look) -> list[Person]:
    outcome = look.case.outcome
    if outcome is None:
        return []
    with_plan = {decision.child for decision in outcome.decisions if decision.decision in A_PLAN}
    return [child for child in children_of_the_case(look.case) if child.id in with_plan] if with_plan else []

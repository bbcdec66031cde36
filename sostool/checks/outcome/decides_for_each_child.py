"""OU103: there is a decision for each child."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.case.people import children_of_the_case
from sostool.checks.check import Found, check
from sostool.checks.look import Look
from sostool.checks.outcome.decided import decisions_by_child, outcome_of_conference
from sostool.dates.past import Past


@check("OU103", "child-without-decision", "query")
def decides_for_each_child(look: Look) -> Iterator[Found]:
    """There is one decision for each child of the file.

    What it checks
        After a conference each child, the unborn too, has one entry under `decisions`, and the entry says which
        child it is about and what was decided. Nothing is asked of a child who is named only because of what happened
        before (`subject: false`).

    Why it matters
        A decision “for the children” leaves a mother guessing whom it is about. The eldest may be safe where the
        baby is not, and each of them is owed somebody who thought about them by name.

    Fails
        people:
          mia: {name: Mia, role: child}
          noah: {name: Noah, role: child}
        outcome:
          decisions: [{child: mia, test: likely-to-suffer, decision: plan-starts, reasons: Lisa could be hurt again.}]

    Passes
        people:
          mia: {name: Mia, role: child}
          noah: {name: Noah, role: child}
        outcome:
          decisions:
            - {child: mia, test: likely-to-suffer, decision: plan-starts, reasons: Lisa could be hurt again.}
            - {child: noah, test: not-met, decision: child-in-need, reasons: Noah lives with his gran.}

    Source
        All children of the household are considered, each separately, also where the worry began with one of them
        (national guidance for England; Wales's protocol for conferences).
    """
    outcome = outcome_of_conference(look.case)
    if outcome is None:
        return
    by_child = decisions_by_child(outcome)
    decisions = outcome.at("decisions")
    for decision in outcome.decisions:
        if not decision.child:
            yield Found(
                decision.path,
                "This decision does not say which child it is about.",
                "Write child: and the child's id. Each child has a decision of their own.",
                also=(decision.at("child"),),
            )
        elif not decision.decision:
            yield Found(
                decision.path,
                "What was decided for this child is not written down.",
                "Write one of the words, such as decision: plan-starts, plan-ends, child-in-need or no-plan.",
                also=(decision.at("decision"),),
            )
    for child in children_of_the_case(look.case):
        of_child = by_child.get(child.id, [])
        if not of_child and not _has_no_plan_any_more(look, child.id):
            yield Found(
                child.path,
                "There is no decision for this child.",
                "Add one under `outcome: decisions:`, also where nothing changes: {child: their-id, decision: …}.",
                also=(decisions,),
            )
        for decision in of_child[1:]:
            yield Found(
                decision.path,
                "There is another decision for this child above.",
                "Keep the one that the chair made, or put the right child here.",
                also=(decisions,),
            )


def _has_no_plan_any_more(look: Look, child: str) -> bool:
    """Tell whether an earlier conference decided last that a child has no plan."""
    meeting = look.case.meeting
    return meeting is not None and Past(look.case, meeting, look.chain).plan_ended(child) is not None

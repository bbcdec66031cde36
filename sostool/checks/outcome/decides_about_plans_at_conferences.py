"""OU116: a plan starts, goes on and ends at a conference only."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.case.quorum import CONFERENCES
from sostool.checks.check import Found, check
from sostool.checks.look import Look
from sostool.checks.outcome.decided import A_PLAN


@check("OU116", "plan-decided-outside-conference", "query")
def decides_about_plans_at_conferences(look: Look) -> Iterator[Found]:
    """A plan starts, goes on and ends at a conference, not at another meeting.

    What it checks
        At a meeting that is no initial, review, pre-birth or transfer conference, no decision says that a plan starts,
        continues or ends.

    Why it matters
        A core group that tells a family “you are off the plan” makes a promise that it cannot keep, and a family can be
        put on one only where they could hear the reasons and answer them.

    Fails
        meeting: {kind: core-group, date: 2026-03-17}
        outcome:
          decisions: [{child: mia, decision: plan-ends, reasons: Six calm months.}]

    Passes
        meeting: {kind: review-conference, date: 2026-03-17}
        outcome:
          decisions: [{child: mia, test: not-met, decision: plan-ends, reasons: Six calm months.}]

    Source
        Only a review conference can end a plan; a core group cannot (procedures of Norfolk and of Sussex).
    """
    case = look.case
    if case.outcome is None or case.meeting is None or not case.meeting.kind or case.meeting.kind in CONFERENCES:
        return
    for decision in case.outcome.decisions:
        if decision.decision in A_PLAN or decision.decision == "plan-ends":
            yield Found(
                decision.at("decision"),
                "Only a conference decides about a plan, and this meeting is none.",
                "Write decision: other and say in `reasons` what this meeting asks of the chair, or put the kind of "
                "meeting right.",
                also=(("meeting", "kind"),),
            )

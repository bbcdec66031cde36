"""OU105: each decision has reasons."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.checks.check import Found, check
from sostool.checks.look import Look
from sostool.checks.outcome.decided import outcome_of_conference


@check("OU105", "decision-without-reasons", "query")
def gives_reasons(look: Look) -> Iterator[Found]:
    """Each decision has its reasons, in plain words.

    What it checks
        Each decision of a conference has `reasons`, whatever was decided: also where a plan ends, or there is none.

    Why it matters
        This is what Mia's mum reads first when the letter comes: why. A decision without reasons is an order; with
        them she can see what would have to be different, or what she did that changed it. Both parents read the
        reasons, so what somebody told us in confidence, or how they get help, has no place here.

    Fails
        outcome:
          decisions: [{child: mia, test: not-met, decision: no-plan}]

    Passes
        outcome:
          decisions:
            - {child: mia, test: not-met, decision: no-plan, reasons: Mia has slept well since Ray moved in.}

    Source
        The decision is recorded with its reasons (Wales's protocol for conferences; a Scottish council's guidance
        on minutes).
    """
    outcome = outcome_of_conference(look.case)
    for decision in outcome.decisions if outcome is not None else ():
        if decision.decision and not decision.reasons.strip():
            yield Found(
                decision.path,
                "This decision has no reasons.",
                "Write reasons: a few plain sentences that each parent of this child may read. Rest them on what they "
                "know already. What was told in confidence stays out.",
                also=(decision.at("reasons"),),
            )

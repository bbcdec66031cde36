"""OU104: each decision says whether the test of harm is met, and fits what it says."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.checks.check import Found, check
from sostool.checks.look import Look
from sostool.checks.outcome.decided import A_PLAN, outcome_of_conference

_MET = frozenset(("has-suffered", "likely-to-suffer", "both"))
_LESS_THAN_A_PLAN = frozenset(("no-plan", "child-in-need", "early-help"))


@check("OU104", "test-of-harm-open", "query")
def says_whether_the_test_is_met(look: Look) -> Iterator[Found]:
    """Each decision says whether the test of harm is met, and the decision fits it.

    What it checks
        Each decision of a conference has a `test`: `has-suffered` (and more is likely), `likely-to-suffer`, `both` or
        `not-met`. A plan that starts or goes on needs it met. Where it is met and there is no plan, we ask whether that
        is meant. A decision that is `other` needs no test, and a plan may end with the test met, as when a child moves
        to another authority.

    Why it matters
        The test is what gives anybody the right to step into a family's life. A parent who reads “a plan” has to be
        able to read what was found, and at each review that it was looked at anew and not simply carried on.

    Fails
        outcome:
          decisions: [{child: mia, decision: plan-starts, reasons: Lisa could be hurt again with Mia near.}]

    Passes
        outcome:
          decisions: [{child: mia, test: both, decision: plan-starts, reasons: Lisa could be hurt again with Mia near.}]

    Source
        Either the child has suffered harm and more is likely, or the child is likely to suffer it; a review looks at
        the same test and says so outright (Wales Safeguarding Procedures; Surrey's procedures on reviews).
    """
    outcome = outcome_of_conference(look.case)
    for decision in outcome.decisions if outcome is not None else ():
        if not decision.decision or decision.decision == "other":
            continue
        also = (decision.at("test"), decision.at("decision"))
        if not decision.test:
            yield Found(
                decision.path,
                "Whether the test of harm is met is not written down.",
                "Write what was found: test: has-suffered, likely-to-suffer, both or not-met.",
                also=also,
            )
        elif decision.test == "not-met" and decision.decision in A_PLAN:
            yield Found(
                decision.at("decision"),
                "The test of harm is not met, and yet there is a plan.",
                "Ask the chair which of the two is right.",
                also=also,
            )
        elif decision.test in _MET and decision.decision in _LESS_THAN_A_PLAN:
            yield Found(
                decision.at("decision"),
                "The test of harm is met, and yet there is no plan.",
                "Ask the chair which of the two is right. If both are, give the chair's reason in an answer.",
                also=also,
            )

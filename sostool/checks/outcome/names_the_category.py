"""OU106: a plan that starts or goes on names its category of harm."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.checks.check import Found, check
from sostool.checks.look import Look
from sostool.checks.outcome.decided import A_PLAN, outcome_of_conference

_NO_PLAN = frozenset(("no-plan", "child-in-need", "early-help"))


@check("OU106", "plan-without-category", "query")
def names_the_category(look: Look) -> Iterator[Found]:
    """A plan that starts or goes on names its category of harm.

    What it checks
        Where a plan starts or continues, `categories` names at least one of neglect, physical, sexual and emotional.
        The code for the national census is worked out from it: one category gives NEG, PHY, SAB or EMO, several give
        MUL. A category where there is no plan gets advice only.

    Why it matters
        The category says in a word or two what the plan is there to stop, and it stays in a child's record for
        decades. At each review it is looked at again: a child who was hit last year may be worn down by shouting now.
        A family without a plan should not carry such a word at all.

    Fails
        outcome:
          decisions: [{child: mia, test: both, decision: plan-continues, reasons: It could go on.}]

    Passes
        outcome:
          decisions:
            - {child: mia, test: both, decision: plan-continues, categories: [emotional], reasons: It could go on.}

    Source
        The chair names the category when a plan is made, and it is looked at again when the plan goes on (procedures
        of Southwark and Wirral; Surrey's on reviews). The codes are those of England's return on children in need.
    """
    outcome = outcome_of_conference(look.case)
    for decision in outcome.decisions if outcome is not None else ():
        if decision.decision in A_PLAN and not decision.categories:
            yield Found(
                decision.path,
                "The category of harm for this plan is not named.",
                "Write one or more: categories: [neglect], physical, sexual, emotional.",
                also=(decision.at("categories"), decision.at("decision")),
            )
        elif decision.decision in _NO_PLAN and decision.categories:
            yield Found(
                decision.at("categories"),
                "There is no plan, and yet a category of harm is named.",
                "Take it out: a category belongs to a plan.",
                severity="advice",
                also=(decision.at("categories"), decision.at("decision")),
            )

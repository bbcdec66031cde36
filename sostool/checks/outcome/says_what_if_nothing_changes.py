"""OU115: a plan says what happens if things do not change."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.checks.check import Found, check
from sostool.checks.look import Look
from sostool.checks.outcome.decided import children_with_a_plan


@check("OU115", "plan-without-contingency", "query")
def says_what_if_nothing_changes(look: Look) -> Iterator[Found]:
    """Where there is a plan, it is said what happens if things do not change.

    What it checks
        Each child for whom a plan starts or continues has a `contingency`: in their own plan, in one for all children,
        or for the outcome as a whole.

    Why it matters
        A family that knows the next step from the start is not taken by surprise by it, and no worker has to decide
        alone on a Friday night. Parents read their children's plan. Where somebody is feared, it says what we do, and
        nothing of how or where the frightened person would get help: that stands in a part that is held back.

    Fails
        outcome:
          decisions: [{child: mia, test: both, decision: plan-starts, categories: [physical], reasons: Lisa was hurt.}]

    Passes
        outcome:
          decisions: [{child: mia, test: both, decision: plan-starts, categories: [physical], reasons: Lisa was hurt.}]
          contingency: If anyone is hurt, we meet within two working days and ask for legal advice.

    Source
        A plan says what follows if there is no change (Ealing's framework for conferences) or circumstances change
        (outline plans in the procedures of several English councils).
    """
    outcome = look.case.outcome
    if outcome is None or outcome.contingency.strip():
        return
    covered = {plan.child for plan in outcome.plans if plan.contingency.strip()}
    if "" in covered:
        return
    for child in children_with_a_plan(look):
        if child.id not in covered:
            yield Found(
                child.path,
                "What happens for this child if things do not change is not said.",
                "Write contingency: in the child's plan, or under `outcome:` for all. Say what you will do, and "
                "nothing that shows a feared person where somebody gets help.",
                also=(outcome.at("contingency"), outcome.at("plans"), outcome.at("decisions")),
            )

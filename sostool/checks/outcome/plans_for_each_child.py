"""OU112: each child with a plan has an outline plan."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.case.model.outcome import ChildPlan
from sostool.checks.check import Found, check
from sostool.checks.look import Look
from sostool.checks.outcome.decided import children_with_a_plan


@check("OU112", "child-without-outline-plan", "query")
def plans_for_each_child(look: Look) -> Iterator[Found]:
    """Each child with a plan has an outline plan: what needs to change, and who does what.

    What it checks
        Each child for whom a plan starts or continues has an entry under `plans`, with `needs_to_change` and
        `actions`. An entry that names no child is for all of them.

    Why it matters
        What needs to change is what Mia's mum will be measured by. If it is not written on the day, each worker tells
        her something else; written for each child, it says what Mia needs and what Noah needs. Actions that a feared
        person must not read are held back one by one, and count.

    Fails
        outcome:
          decisions: [{child: mia, test: both, decision: plan-starts, categories: [physical], reasons: Lisa was hurt.}]

    Passes
        outcome:
          decisions: [{child: mia, test: both, decision: plan-starts, categories: [physical], reasons: Lisa was hurt.}]
          plans:
            - child: mia
              needs_to_change: [Mia can sleep without listening for shouting.]
              actions:
                - {what: Dean shows Ray the card., who: [dean, ray], due: 2026-03-24, how_we_know: Ray has rung Priya.}

    Source
        One outline plan for each child: what needs to change, by when, who does what, and how we will know (procedures
        of Sheffield, Windsor and Maidenhead, Nottinghamshire, Milton Keynes and Greater Manchester).
    """
    outcome = look.case.outcome
    if outcome is None:
        return
    also = (outcome.at("plans"), outcome.at("decisions"))
    for child in children_with_a_plan(look):
        plans = [plan for plan in outcome.plans if plan.child in ("", child.id)]
        if not plans:
            yield Found(
                child.path,
                "This child has a plan, and no outline of it.",
                "Add one under `outcome: plans:` with child: their-id, `needs_to_change:` and `actions:`.",
                also=also,
            )
            continue
        missing = list(_missing(plans))
        if missing:
            yield Found(
                plans[-1].path,
                "This outline plan does not say " + " or ".join(missing) + ".",
                "Write needs_to_change: [what the child will have], and actions: [{what: …, who: [their-id], "
                "due: 2026-03-24, how_we_know: …}].",
                also=also,
            )


def _missing(plans: list[ChildPlan]) -> Iterator[str]:
    if not any(text.strip() for plan in plans for text in plan.needs_to_change):
        yield "what needs to change"
    if not any(action.what.strip() for plan in plans for action in plan.actions):
        yield "who does what"

"""OU114: no action of an outline plan belongs to children alone."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.checks.check import Found, check
from sostool.checks.look import Look


@check("OU114", "action-left-to-child", "query")
def leaves_no_action_to_a_child(look: Look) -> Iterator[Found]:
    """A grown-up does what an outline plan says, not a child alone.

    What it checks
        Where an action under `plans` names who does it, they are not all children. A child who does something beside a
        grown-up is fine. A parent who is under 18 counts as a parent.

    Why it matters
        A child whose name stands alone beside an action will read one day that it was theirs to do, and that it did not
        work. Keeping children safe is work for grown-ups; the plan says which.

    Fails
        outcome:
          plans:
            - child: mia
              actions:
                - {what: Mia tells Mr Cole each Monday., who: [mia], due: 2026-03-24, how_we_know: Mr Cole has a list.}

    Passes
        outcome:
          plans:
            - child: mia
              actions:
                - {what: Mr Cole asks Mia each Monday., who: [cole, mia], due: 2026-03-24, how_we_know: He has a list.}

    Source
        The plan names the people who make sure that it is kept (a published guide to safety plans with families), and
        says what is expected of the parents (outline plans in the procedures of several English councils).
    """
    outcome = look.case.outcome
    if outcome is None or not outcome.plans:
        return
    children = {person.id for person in look.case.people.values() if person.role == "child"}
    for plan in outcome.plans:
        for action in plan.actions:
            if action.who and children.issuperset(action.who):
                yield Found(
                    action.at("who"),
                    "This action is left to a child.",
                    "Say which grown-up does it, one the child trusts. The child can stay in the list beside them.",
                )

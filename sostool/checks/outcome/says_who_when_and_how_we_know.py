"""OU113: each action of an outline plan says who, by when, for which danger, and how we will know."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.case.model.outcome import PlannedAction
from sostool.checks.check import Found, check
from sostool.checks.look import Look


@check("OU113", "action-without-who-when-or-sign", "query")
def says_who_when_and_how_we_know(look: Look) -> Iterator[Found]:
    """Each action of an outline plan says who does it, by when, for which danger, and how we will know.

    What it checks
        Every action under `plans` has `who`, `due` and `how_we_know`. Where the file has several danger statements, it
        also has `danger`.

    Why it matters
        “Support with routines” can go on for a year. When a dad can read what he does by Friday, which worry it is for
        and what others will see when it has worked, he knows when he has done it, and so does the next chair.

    Fails
        outcome:
          plans: [{child: mia, actions: [{what: Dean shows Ray the card., who: [dean]}]}]

    Passes
        outcome:
          plans:
            - child: mia
              actions:
                - {what: Dean shows Ray the card., who: [dean], due: 2026-03-24, how_we_know: Ray knows what it says.}

    Source
        What is done, why, by whom and when, and how we will know (outline plans in the procedures of Sheffield,
        Nottinghamshire and other English councils); plans without time frames in a national
        sample of 77 (Children and Young People Now).
    """
    outcome = look.case.outcome
    if outcome is None:
        return
    several = sum(bool(danger.id) for danger in look.case.dangers) > 1
    for plan in outcome.plans:
        for action in plan.actions:
            missing = list(_missing(action, several=several))
            if missing:
                yield Found(
                    action.path,
                    "This action does not say " + " or ".join(missing) + ".",
                    "Add what is missing: who: [their-id], due: 2026-03-24, danger: its-id, how_we_know: … If an "
                    "action would show a feared person how somebody gets help, hold it back with `withhold:`.",
                    also=tuple(action.at(name) for name in ("who", "due", "danger", "how_we_know")),
                )


def _missing(action: PlannedAction, *, several: bool) -> Iterator[str]:
    if not action.who:
        yield "who does it"
    if action.due is None:
        yield "by when"
    if several and not action.danger:
        yield "which danger it helps with"
    if not action.how_we_know.strip():
        yield "how we will know that it worked"

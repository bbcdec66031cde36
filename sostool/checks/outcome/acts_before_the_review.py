"""OU117: what the plan says is done before the review."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.checks.check import Found, check
from sostool.checks.look import Look


@check("OU117", "action-after-review", "advice")
def acts_before_the_review(look: Look) -> Iterator[Found]:
    """What an outline plan says is done before the next conference.

    What it checks
        No action under `plans` is due after `dates.review`.

    Why it matters
        At the review a parent is asked what has changed. An action that is only due later cannot have helped by then,
        and may be one that could begin sooner or in smaller steps.

    Fails
        outcome:
          plans: [{actions: [{what: Dean shows Ray the card., who: [dean], due: 2026-09-01}]}]
          dates: {core_group: 2026-03-27, review: 2026-06-16}

    Passes
        outcome:
          plans: [{actions: [{what: Dean shows Ray the card., who: [dean], due: 2026-03-24}]}]
          dates: {core_group: 2026-03-27, review: 2026-06-16}

    Source
        What needs to change has a date, and the review looks at it (outline plans in the procedures of several English
        councils).
    """
    outcome = look.case.outcome
    review = outcome.dates.review if outcome is not None and outcome.dates is not None else None
    if outcome is None or review is None:
        return
    for plan in outcome.plans:
        for action in plan.actions:
            if action.due is not None and action.due > review:
                yield Found(
                    action.at("due"),
                    "This is due only after the next conference.",
                    "Ask whether it, or a first step of it, can be done before.",
                )

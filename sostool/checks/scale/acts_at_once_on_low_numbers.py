"""SC107: something happens at once where a number is very low."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from sostool.case.model import NextStep, Rule, Scale
from sostool.checks.check import Found, check
from sostool.checks.look import Look
from sostool.checks.next_steps.steps import next_steps
from sostool.checks.scale.ratings import latest_ratings
from sostool.dates.counting import days_after


@check("SC107", "low-number-without-step", "query")
def acts_at_once_on_low_numbers(look: Look) -> Iterator[Found]:
    """Where anybody's number is very low, something happens at once.

    What it checks
        If anybody's latest number on a scale is at or below the profile's limit `rating_floor`, then a safety plan
        with a rule, or a next step that is done or due within the profile's `at_once_days` after the meeting, is for
        this danger. What names no danger is for all. In a profile with `escalation: true` it is an error. On a
        scale where 10 is danger it counts from the other end. It is told of the scale and never of a person.

    Why it matters
        Somebody has said that it is not safe now. Whoever they are, they should read on the same page what will
        be different tonight.

    Fails
        scale:
          ten: Safe enough to close.
          zero: Not safe tonight.
          ratings: [{who: ray, date: 2026-03-13, score: 1, reason: He is drinking., one_higher: He stays at mine.}]

    Passes
        scale:
          ten: Safe enough to close.
          zero: Not safe tonight.
          ratings: [{who: ray, date: 2026-03-13, score: 1, reason: He is drinking., one_higher: He stays at mine.}]
        safety_plan:
          kind: immediate
          rules: [{what: Dean stays at Ray's until we meet again., who: [dean, ray]}]

    Source
        One council's guidance on scaling in conferences has the chair act at once on 2 or below, and the plan deal
        with that first. No national meaning of the numbers was found, so the limit is the authority's own.
    """
    case, floor = look.case, look.profile.limits.get("rating_floor")
    if floor is None or case.meeting is None or case.meeting.date is None:
        return
    by = days_after(case.meeting.date, look.profile.limits.get("at_once_days", 0))
    for danger, scale in (*((danger.id, danger.scale) for danger in case.dangers), ("", case.scale)):
        if scale is not None and _is_low(scale, floor) and not _happens_at_once(look, danger, by):
            yield Found(
                scale.path,
                "A number on this scale says that it is not safe now, and nothing here happens at once.",
                "Agree what keeps the children safe from tonight: a rule under `safety_plan:`, or a next step with a "
                "date in the next days. What could put somebody at risk if it were read is held back with `withhold:`.",
                severity="error" if look.profile.escalation else None,
                also=(("safety_plan",), ("map", "needs_to_happen")),
            )


def _is_low(scale: Scale, floor: int) -> bool:
    scores = [rating.score for rating in latest_ratings(scale) if rating.score is not None]
    if scale.direction == "ten-is-danger":
        return any(score >= 10 - floor for score in scores)
    return any(score <= floor for score in scores)


def _happens_at_once(look: Look, danger: str, by: dt.date) -> bool:
    case = look.case
    rules = case.safety_plan.rules if case.safety_plan else ()
    at_once: list[Rule | NextStep] = [*rules]
    at_once += [step for step in next_steps(case) if step.done or (step.due and step.due <= by)]
    return any(part.what.strip() and (not danger or part.danger in ("", danger)) for part in at_once)

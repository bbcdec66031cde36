"""CH109: every number of the earlier file stands in this one."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.case.model import Danger, Rating, Scale
from sostool.checks.chain.before import Before, before
from sostool.checks.check import Found, check
from sostool.checks.look import Look
from sostool.dates.why import day_in_words
from sostool.findings.finding import Path

_MOST_NAMED = 5


@check("CH109", "numbers-left-behind", "query")
def keeps_all_numbers(look: Look) -> Iterator[Found]:
    """Every number of the earlier file stands in this one too.

    What it checks
        On each scale that both files have, each number of the earlier file is there with the same person and day; and
        a danger that had a scale with numbers still has one.

    Why it matters
        Where the line started shows how far somebody has come. If Lisa's 3 of the first meeting is left out, her 6 of
        today has nothing to stand on; and if the one number that was low is left out, a worry has gone without anyone
        saying why.

    Fails
        # The file of the meeting before, EX-0042-2026-03-17.yaml
        meeting: {kind: initial-conference, date: 2026-03-17}
        scale: {ratings: [{who: lisa, date: 2026-03-13, score: 3, reason: He might come back.}]}
        ---
        # This file
        meeting: {kind: review-conference, date: 2026-06-09, follows: EX-0042-2026-03-17.yaml}
        scale: {ratings: [{who: lisa, date: 2026-06-05, score: 6, reason: He has kept to Sundays.}]}

    Passes
        # The file of the meeting before, EX-0042-2026-03-17.yaml
        meeting: {kind: initial-conference, date: 2026-03-17}
        scale: {ratings: [{who: lisa, date: 2026-03-13, score: 3, reason: He might come back.}]}
        ---
        # This file
        meeting: {kind: review-conference, date: 2026-06-09, follows: EX-0042-2026-03-17.yaml}
        scale:
          ratings:
            - {who: lisa, date: 2026-03-13, score: 3, reason: He might come back.}
            - {who: lisa, date: 2026-06-05, score: 6, reason: He has kept to Sundays.}

    Source
        At a review each number is compared with last time (a set of quick guides to child protection conferences).
    """
    earlier = before(look)
    if earlier is None:
        return
    for pair in earlier.pairs.same_of("scale", "dangers.scale"):
        if isinstance(pair.earlier, Scale) and isinstance(pair.later, Scale):
            yield from _left_behind(earlier, pair.earlier, pair.later.at("ratings"), pair.later)
    for scale in earlier.pairs.gone_of("scale", "dangers.scale"):
        if isinstance(scale, Scale):
            danger = earlier.case.dangers and _danger_of(earlier, scale)
            yield from _left_behind(earlier, scale, danger.at("scale") if danger else ("scale",), None)


def _left_behind(earlier: Before, scale: Scale, at: Path, now: Scale | None) -> Iterator[Found]:
    here = {(rating.who, rating.date) for rating in now.ratings} if now else set()
    missing = [rating for rating in scale.ratings if (rating.who, rating.date) not in here and rating.who]
    if missing:
        yield Found(
            at,
            "Numbers that stand in the earlier file are missing here.",
            "Add them as they were given then: numbers are only ever added. If one was written down wrongly, leave it "
            "and add a new one with `corrects`.",
            detail=_named(missing),
            also=(at,),
            elsewhere=earlier.at(missing[0].path),
        )


def _danger_of(earlier: Before, scale: Scale) -> Danger | None:
    """Give the danger of this file whose scale in the earlier one this was."""
    for danger in earlier.case.dangers:
        if danger.scale is scale:
            later = earlier.pairs.later_of(danger)
            return later if isinstance(later, Danger) else None
    return None


def _named(ratings: list[Rating]) -> str:
    named = ", ".join(
        f"{one.who} {day_in_words(one.date) if one.date else ''}".strip() for one in ratings[:_MOST_NAMED]
    )
    more = len(ratings) - _MOST_NAMED
    return f"{named} and {more} more" if more > 0 else named

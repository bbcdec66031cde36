"""CH108: a number given before is the number it was."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.case.model import Rating, Scale
from sostool.checks.chain.before import before
from sostool.checks.check import Found, check
from sostool.checks.look import Look
from sostool.findings.finding import Path


@check("CH108", "number-not-as-before", "query")
def agrees_with_earlier_numbers(look: Look) -> Iterator[Found]:
    """A number that stands in the earlier file is the same in this one.

    What it checks
        Where both files have a number of the same person from the same day on the same scale, it is the same number
        (or in both they would not say). A number that was put right stays beside the new one, which says so with
        `corrects`.

    Why it matters
        A number is somebody's own word on a day. If Dean's 4 of March has become a 6 by June, he has moved on paper
        only, and nobody who knows what he said will believe the rest of the line.

    Fails
        # The file of the meeting before, EX-0042-2026-03-17.yaml
        meeting: {kind: initial-conference, date: 2026-03-17}
        scale: {ratings: [{who: dean, date: 2026-03-13, score: 4, reason: I rang my dad.}]}
        ---
        # This file
        meeting: {kind: review-conference, date: 2026-06-09, follows: EX-0042-2026-03-17.yaml}
        scale: {ratings: [{who: dean, date: 2026-03-13, score: 6, reason: I rang my dad.}]}

    Passes
        # The file of the meeting before, EX-0042-2026-03-17.yaml
        meeting: {kind: initial-conference, date: 2026-03-17}
        scale: {ratings: [{who: dean, date: 2026-03-13, score: 4, reason: I rang my dad.}]}
        ---
        # This file
        meeting: {kind: review-conference, date: 2026-06-09, follows: EX-0042-2026-03-17.yaml}
        scale:
          ratings:
            - {who: dean, date: 2026-03-13, score: 4, reason: I rang my dad.}
            - {who: dean, date: 2026-06-05, score: 6, reason: I rang him twice.}

    Source
        Ratings are only ever added; the line over time is read at each review (a set of quick guides to child
        protection conferences).
    """
    earlier = before(look)
    for pair in earlier.pairs.same_of("scale", "dangers.scale") if earlier else ():
        if earlier is None or not isinstance(pair.earlier, Scale) or not isinstance(pair.later, Scale):
            continue
        numbers = _numbers(pair.later)
        for rating in pair.earlier.ratings:
            here = numbers.get((rating.who, rating.date), ())
            if here and _number(rating) is not None and all(_number(one) != _number(rating) for one in here):
                yield Found(
                    _place(here[0]),
                    "The earlier file has another number of this person from this day.",
                    "Look at what was written down on the day. If the earlier one was a slip, leave both as they were "
                    "given and add a new rating with `corrects`.",
                    also=(here[0].path,),
                    elsewhere=earlier.at(_place(rating)),
                )


def _numbers(scale: Scale) -> dict[tuple[str, object], list[Rating]]:
    found: dict[tuple[str, object], list[Rating]] = {}
    for rating in scale.ratings:
        if rating.who and rating.date and _number(rating) is not None:
            found.setdefault((rating.who, rating.date), []).append(rating)
    return found


def _place(rating: Rating) -> Path:
    return rating.at("would_not_say" if rating.would_not_say else "score")


def _number(rating: Rating) -> float | str | None:
    return "would not say" if rating.would_not_say else rating.score

"""SC105: what one higher would look like."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.case.model import Rating, Scale
from sostool.checks.check import Found, check
from sostool.checks.look import Look
from sostool.checks.scale.ratings import latest_ratings
from sostool.checks.scale.scales import scales

_BEST = {"ten-is-safe": 10, "ten-is-danger": 0}


@check("SC105", "number-without-one-higher", "advice")
def says_what_one_higher_is(look: Look) -> Iterator[Found]:
    """Each person says what one higher would look like.

    What it checks
        Each person's latest number has `one_higher`. At the safe end of the scale there is nothing higher, and
        somebody who would not say a number is not asked. It is told once for each scale.

    Why it matters
        “Two higher” can be months away. “He rings before he drinks” can happen on Friday, and it is the family's
        own next step, in their own words.

    Fails
        scale:
          ten: Safe enough to close.
          zero: Not safe tonight.
          ratings: [{who: lisa, date: 2026-03-13, score: 4, reason: It is calmer.}]

    Passes
        scale:
          ten: Safe enough to close.
          zero: Not safe tonight.
          ratings:
            - {who: lisa, date: 2026-03-13, score: 4, reason: It is calmer., one_higher: He rings before he drinks.}

    Source
        After each number comes what one step higher would look like, and how people would notice (a practitioners'
        sheet on scaling questions).
    """
    for scale in scales(look.case):
        if any(_is_left_open(rating, scale) for rating in latest_ratings(scale)):
            yield Found(
                scale.at("ratings"),
                "Not every number here says what one higher would look like.",
                "Ask each person what they would notice if it were one higher, and write it beside their number: "
                "one_higher: …",
                also=(scale.at("ratings"),),
            )


def _is_left_open(rating: Rating, scale: Scale) -> bool:
    return rating.score is not None and rating.score != _BEST[scale.direction] and not rating.one_higher.strip()

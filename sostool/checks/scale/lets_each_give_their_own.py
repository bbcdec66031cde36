"""SC110: the same number from everyone in the room."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from sostool.case.model import Scale
from sostool.checks.check import Found, check
from sostool.checks.look import Look
from sostool.checks.scale.scales import scales

_ENOUGH_TO_WONDER = 3


@check("SC110", "one-number-for-the-room", "advice")
def lets_each_give_their_own(look: Look) -> Iterator[Found]:
    """People in one room do not all say the same number.

    What it checks
        Of three people or more who gave a number `in-room` on one day, not all gave the same. Those who would not
        say a number are not counted.

    Why it matters
        The first number said aloud pulls the others to it, and a mother who thinks “two” may not say it after
        three professionals have said “six”. The numbers are worth most where they differ.

    Fails
        scale:
          ten: Safe enough to close.
          zero: Not safe tonight.
          ratings:
            - {who: priya, date: 2026-03-17, score: 6, given: in-room, reason: It is calm., one_higher: A month of it.}
            - {who: cole, date: 2026-03-17, score: 6, given: in-room, reason: Mia laughs., one_higher: On Mondays too.}
            - {who: lisa, date: 2026-03-17, score: 6, given: in-room, reason: He is at Ray's., one_higher: He says why.}

    Passes
        scale:
          ten: Safe enough to close.
          zero: Not safe tonight.
          ratings:
            - {who: priya, date: 2026-03-17, score: 6, given: form, reason: It is calm., one_higher: A month of it.}
            - {who: cole, date: 2026-03-17, score: 6, given: form, reason: Mia laughs., one_higher: On Mondays too.}
            - {who: lisa, date: 2026-03-17, score: 3, given: alone, reason: He is at Ray's., one_higher: He says why.}

    Source
        Forms are handed out so that people do not follow others' numbers (Norfolk's guidance on the safety scale in
        conferences).
    """
    for scale in scales(look.case):
        if any(len(scores) >= _ENOUGH_TO_WONDER and len(set(scores.values())) == 1 for scores in _in_room(scale)):
            yield Found(
                scale.at("ratings"),
                "Everyone in the room gave the same number on one day.",
                "It may be so. Next time let people write their number down, or say it on their own, before anyone "
                "hears another.",
                also=(scale.at("ratings"),),
            )


def _in_room(scale: Scale) -> Iterator[dict[str, float]]:
    """Give for each day who gave which number in the room."""
    days: dict[dt.date, dict[str, float]] = {}
    for rating in scale.ratings:
        if rating.given == "in-room" and rating.date and rating.who and rating.score is not None:
            days.setdefault(rating.date, {})[rating.who] = rating.score
    yield from days.values()

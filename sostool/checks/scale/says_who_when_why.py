"""SC103: each number has a person, a date and a reason."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.case.model import Rating
from sostool.checks.check import Found, check
from sostool.checks.look import Look
from sostool.checks.scale.scales import scales


@check("SC103", "rating-without-who-when-why", "query")
def says_who_when_why(look: Look) -> Iterator[Found]:
    """Each number says whose it is, when they said it, and what makes it that number.

    What it checks
        Every rating has `who`, `date`, a `score` (or `would_not_say: true`) and a `reason`. Somebody who would
        not say a number needs no reason.

    Why it matters
        The number by itself is a verdict. The reason is the useful part: it says what is already there, and
        points to what would make it one higher.

    Fails
        scale:
          ten: Safe enough to close.
          zero: Not safe tonight.
          ratings: [{who: lisa, score: 4}]

    Passes
        scale:
          ten: Safe enough to close.
          zero: Not safe tonight.
          ratings:
            - {who: lisa, date: 2026-03-13, score: 4, reason: It is calmer.}
            - {who: mia, date: 2026-03-13, would_not_say: true}

    Source
        Each person is asked why they gave their number (Norfolk's guidance on the safety scale in conferences).
    """
    for scale in scales(look.case):
        for rating in scale.ratings:
            missing = list(_missing(rating))
            if missing:
                yield Found(
                    rating.path,
                    "This number does not say " + " or ".join(missing) + ".",
                    "Ask them, and write it in their words. If they would not say, write would_not_say: true.",
                )


def _missing(rating: Rating) -> Iterator[str]:
    if not rating.who:
        yield "whose it is"
    if rating.date is None:
        yield "when it was said"
    if not rating.would_not_say:
        if rating.score is None:
            yield "what the number is"
        if not rating.reason.strip():
            yield "what makes it that number"

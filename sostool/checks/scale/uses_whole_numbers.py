"""SC102: halves only where the authority uses them."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.checks.check import Found, check
from sostool.checks.look import Look
from sostool.checks.scale.scales import scales


@check("SC102", "half-number", "error")
def uses_whole_numbers(look: Look) -> Iterator[Found]:
    """Numbers are whole unless the profile says that halves are used.

    What it checks
        No rating is a half, such as 4.5, unless the profile says `halves: true`.

    Why it matters
        Everyone in a meeting should be offered the same numbers. Where one person may say “four and a half” and
        another is told to choose, the numbers no longer stand side by side.

    Fails
        scale:
          ten: Safe enough to close.
          zero: Not safe tonight.
          ratings: [{who: lisa, date: 2026-03-13, score: 4.5, reason: It is calmer.}]

    Passes
        scale:
          ten: Safe enough to close.
          zero: Not safe tonight.
          ratings: [{who: lisa, date: 2026-03-13, score: 4, reason: It is calmer.}]

    Source
        Scales run from 0 to 10 in every published form; whether halves are used is a local matter.
    """
    if look.profile.halves:
        return
    for scale in scales(look.case):
        for rating in scale.ratings:
            if rating.score is not None and rating.score % 1:
                yield Found(
                    rating.at("score"),
                    "Here only whole numbers are used.",
                    "Ask which whole number is nearer for them.",
                )

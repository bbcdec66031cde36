"""SC108: why numbers are far apart."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.checks.check import Found, check
from sostool.checks.danger.people_of_a_danger import whose_words_are_held_back
from sostool.checks.look import Look
from sostool.checks.scale.ratings import latest_ratings
from sostool.checks.scale.scales import scales


@check("SC108", "numbers-apart", "advice")
def says_why_numbers_differ(look: Look) -> Iterator[Found]:
    """Where numbers lie far apart, the scale says why.

    What it checks
        If the latest numbers on one scale lie as far apart as the profile's limit `ratings_apart`, or farther,
        `differences` says something. The numbers of people whose words are held back from a feared person, and
        numbers that are held back themselves, are left out of this: nobody is asked to write down why such a
        number differs.

    Why it matters
        A 3 beside an 8 says that two people see different things, and a family wants to know which. Talking about
        it shows most of all what would have to happen for the 3 to rise.

    Fails
        scale:
          ten: Safe enough to close.
          zero: Not safe tonight.
          ratings:
            - {who: dean, date: 2026-03-13, score: 8, reason: I went to Dad's., one_higher: People believe me.}
            - {who: priya, date: 2026-03-17, score: 3, reason: Payday is still to come., one_higher: One has gone well.}

    Passes
        scale:
          ten: Safe enough to close.
          zero: Not safe tonight.
          differences: Dean counts the three weeks since; Priya waits for a payday to go well.
          ratings:
            - {who: dean, date: 2026-03-13, score: 8, reason: I went to Dad's., one_higher: People believe me.}
            - {who: priya, date: 2026-03-17, score: 3, reason: Payday is still to come., one_higher: One has gone well.}

    Source
        Numbers are for drawing out how differently people see it (North Yorkshire's one-minute guide; a paper on
        adapting the method across services).
    """
    apart = look.profile.limits.get("ratings_apart")
    if apart is None:
        return
    held_back = whose_words_are_held_back(look.case)
    for scale in scales(look.case):
        if scale.differences.strip():
            continue
        scores = [
            rating.score
            for rating in latest_ratings(scale)
            if rating.score is not None and rating.withhold is None and rating.who not in held_back
        ]
        if scores and max(scores) - min(scores) >= apart:
            yield Found(
                scale.path,
                "Numbers on this scale lie far apart, and nothing says why.",
                "Write under `differences:` what one person sees that another does not, if everyone who gets it may "
                "know. Reasons that could put somebody at risk are told to the chair and not written here.",
                also=(scale.at("ratings"), ("people",)),
            )

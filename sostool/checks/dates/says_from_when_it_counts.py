"""DT103: the day that a deadline is counted from."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.checks.check import Found, check
from sostool.checks.dates.by_the_clock import EVENT_WORDS, entries, weight
from sostool.checks.look import Look


@check("DT103", "nothing-to-count-from", "query")
def says_from_when_it_counts(look: Look) -> Iterator[Found]:
    """What happened can be counted from a day that is written down.

    What it checks
        For each deadline of the profile whose event has happened, the day it is counted from is there: the strategy
        discussion for a first conference, the last conference and the start of the plan for a review, the day of the
        notice for a move. Where the file follows an earlier one, the days can come from there.

    Why it matters
        Without that day nobody can tell a family whether they were kept waiting, and nobody notices that they were.

    Fails
        meeting: {kind: initial-conference, date: 2026-03-17}

    Passes
        meeting: {kind: initial-conference, date: 2026-03-17, strategy_discussion: 2026-02-25}

    Source
        The 15 working days run from the strategy discussion at which the enquiries began, not from the first or the
        last one (the Department for Education's guide to the children in need census).
    """
    asked = set()
    for entry in entries(look):
        if entry.status == "unknown-trigger" and entry.happened is not None and entry.at not in asked:
            asked.add(entry.at)
            yield Found(
                entry.at,
                f"The deadline for {EVENT_WORDS[entry.deadline.event]} is counted from a day that is not written down.",
                f"Write the day as `{'.'.join(map(str, entry.at))}`.",
                detail=entry.why,
                severity=weight(entry),
                also=(entry.at,),
            )

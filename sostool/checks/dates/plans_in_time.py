"""DT106: the next meetings on a day within their deadlines."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.checks.check import Found, check
from sostool.checks.dates.by_the_clock import EVENT_WORDS, entries, how_to_say_why, weight
from sostool.checks.look import Look


@check("DT106", "planned-too-late", "query")
def plans_in_time(look: Look) -> Iterator[Found]:
    """What a conference has planned lies within its deadline.

    What it checks
        A day that lies after the meeting and has a deadline is not later than it: the first core group and the review
        under `outcome.dates`, above all. OU110 asks whether they have a day at all.

    Why it matters
        A day can still be moved while everyone is in the room with a diary. In six weeks it can only be explained.

    Fails
        meeting: {kind: initial-conference, date: 2026-03-17, strategy_discussion: 2026-02-25}
        outcome:
          decisions: [{child: mia, test: both, decision: plan-starts, categories: [physical], reasons: Lisa was hurt.}]
          dates: {core_group: 2026-04-20, review: 2026-06-16}

    Passes
        meeting: {kind: initial-conference, date: 2026-03-17, strategy_discussion: 2026-02-25}
        outcome:
          decisions: [{child: mia, test: both, decision: plan-starts, categories: [physical], reasons: Lisa was hurt.}]
          dates: {core_group: 2026-03-27, review: 2026-06-16}

    Source
        Working Together to Safeguard Children: a first core group within ten working days, a first review within three
        months, later ones within six months of the last.
    """
    for entry in entries(look):
        if entry.planned is not None and entry.due is not None and entry.planned > entry.due and not entry.reason:
            yield Found(
                entry.at,
                f"The day planned for {EVENT_WORDS[entry.deadline.event]} lies after the deadline.",
                f"Find an earlier day. If there is none: {how_to_say_why(entry)}",
                detail=entry.why,
                severity=weight(entry),
                also=(entry.trigger_path, ("meeting", "delays")) if not entry.trigger_in else (("meeting", "delays"),),
            )

"""DT102: what had to be done by the meeting, with its day."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.checks.check import Found, check
from sostool.checks.dates.by_the_clock import EVENT_WORDS, entries, how_to_say_why, weight
from sostool.checks.look import Look


@check("DT102", "overdue-at-the-meeting", "query")
def says_when_it_was_done(look: Look) -> Iterator[Found]:
    """What had to be done by the day of the meeting has a day on which it was done.

    What it checks
        No deadline of the profile has run out by the day of the meeting without a day on which it was met, or a reason
        under `meeting.delays`. Days that lie after the meeting are not asked about here: the next file holds them.

    Why it matters
        An empty line can mean that it was done and nobody wrote it down, or that nobody did it. At a first review
        without a core group a family has carried a plan alone for three months, and the conference should know.

    Fails
        meeting: {kind: review-conference, date: 2026-06-09, last_conference: 2026-03-17, plan_started: 2026-03-17}

    Passes
        meeting: {kind: review-conference, date: 2026-06-09, last_conference: 2026-03-17, plan_started: 2026-03-17}
        core_groups: [{date: 2026-03-27, attended: [lisa, priya]}]

    Source
        Working Together to Safeguard Children, as each deadline of the profile names it.
    """
    for entry in entries(look):
        if entry.status == "overdue" and not entry.reason:
            yield Found(
                entry.at,
                f"The deadline for {EVENT_WORDS[entry.deadline.event]} had passed by the meeting, and no day is "
                "written down.",
                f"Write the day, if it was done. {how_to_say_why(entry)}",
                detail=entry.why,
                severity=weight(entry),
                also=(entry.at, ("meeting", "delays")),
            )

"""DT101: what came later than its deadline, with the reason."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.checks.check import Found, check
from sostool.checks.dates.by_the_clock import EVENT_WORDS, entries, how_to_say_why, weight
from sostool.checks.look import Look


@check("DT101", "late-without-reason", "query")
def says_why_it_was_late(look: Look) -> Iterator[Found]:
    """What came later than its deadline has a reason.

    What it checks
        For each deadline of the profile whose days stand in the file: what had to happen did so in time, or
        `meeting.delays` names the deadline and says why it came later. The day that is counted from is not counted;
        working days leave out weekends and the bank holidays of England and Wales. `sostool timeline` shows every
        deadline, and why it falls on its day. Whether a report was shared in time is asked by SH105.

    Why it matters
        Three weeks are long for a child who is frightened, and short for a dad who has to get time off work. Where it
        took longer, the family asks why; so does whoever reads the file in a year. Late with a good reason is no fault,
        and the day itself stays as it was.

    Fails
        meeting: {kind: initial-conference, date: 2026-03-20, strategy_discussion: 2026-02-25}

    Passes
        meeting:
          kind: initial-conference
          date: 2026-03-20
          strategy_discussion: 2026-02-25
          delays: [{what: first-conference, reason: The interpreter was ill until the 19th., agreed_by: [ann]}]

    Source
        Working Together to Safeguard Children, as each deadline of the profile names it; reasons for delay are agreed
        by a manager and the chair and written down (Liverpool's procedures).
    """
    for entry in entries(look):
        if entry.status == "met-late" and not entry.reason:
            yield Found(
                entry.at,
                f"The deadline for {EVENT_WORDS[entry.deadline.event]} was missed, and nothing says why.",
                f"A past day stays as it was. {how_to_say_why(entry)}",
                detail=entry.why,
                severity=weight(entry),
                also=(entry.trigger_path, ("meeting", "delays")) if not entry.trigger_in else (("meeting", "delays"),),
            )

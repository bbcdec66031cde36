"""DT108: deadlines in years whose bank holidays are known."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.checks.check import Found, check
from sostool.checks.dates.by_the_clock import entries
from sostool.checks.look import Look


@check("DT108", "bank-holidays-not-known", "advice")
def knows_the_bank_holidays(look: Look) -> Iterator[Found]:
    """Deadlines lie in years whose bank holidays are known.

    What it checks
        No deadline of the file is counted over days outside the years of the list of bank holidays that comes with
        sostool. There, weekends alone are left out, and a last day may be some days too early.

    Why it matters
        A family is told a day, and a diary is filled with it. Where it rests on a list that ends, somebody should look
        at a calendar.

    Fails
        meeting: {kind: initial-conference, date: 2032-03-17, strategy_discussion: 2032-02-25}

    Passes
        meeting: {kind: initial-conference, date: 2026-03-17, strategy_discussion: 2026-02-25}

    Source
        The government's list of bank holidays in England and Wales; one-off holidays are proclaimed months before.
    """
    for entry in entries(look):
        if not entry.sure:
            yield Found(
                entry.trigger_path if not entry.trigger_in else entry.at,
                "The bank holidays of these years are not known: weekends alone are left out.",
                "Look at the date. If it is right, look at a calendar for the bank holidays.",
                detail=entry.why,
            )
            return

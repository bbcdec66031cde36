"""DT105: conferences and core groups on days on which people work."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from sostool.case.model import Case
from sostool.case.quorum import CONFERENCES
from sostool.checks.check import Found, check
from sostool.checks.look import Look
from sostool.findings.finding import Path

_WEEKEND = 5


@check("DT105", "meeting-on-a-day-off", "query")
def meets_on_a_working_day(look: Look) -> Iterator[Found]:
    """A conference lies on a working day, and so do the meetings that it plans.

    What it checks
        The day of a conference, and the days under `outcome.dates` for the first core group and the next conference,
        are no Saturday, no Sunday and no bank holiday in England and Wales.

    Why it matters
        Most often it is a slip of the finger. Where it is not, a school, a surgery and a nursery are shut that day, and
        the people who know the children best are not in the room.

    Fails
        meeting: {kind: initial-conference, date: 2026-04-03, strategy_discussion: 2026-03-18}

    Passes
        meeting: {kind: initial-conference, date: 2026-04-02, strategy_discussion: 2026-03-18}

    Source
        The children in need census takes no first conference on a Saturday or Sunday (rule 8875); the government's list
        of bank holidays in England and Wales.
    """
    for path, day in _days(look.case):
        what = _day_off(day)
        if what:
            yield Found(
                path,
                f"This day is {what}.",
                "Look at the date. If the meeting really is on that day, give the reason as an answer.",
            )


def _days(case: Case) -> Iterator[tuple[Path, dt.date]]:
    meeting = case.meeting
    if meeting is None or meeting.kind not in CONFERENCES:
        return
    if meeting.date is not None:
        yield ("meeting", "date"), meeting.date
    dates = case.outcome.dates if case.outcome is not None else None
    if dates is not None:
        for name, day in (("core_group", dates.core_group), ("review", dates.review)):
            if day is not None:
                yield dates.at(name), day


def _day_off(day: dt.date) -> str:
    from sostool.dates.counting import is_working_day  # noqa: PLC0415 - only where there is a conference

    if is_working_day(day):
        return ""
    return "a Saturday or Sunday" if day.weekday() >= _WEEKEND else "a bank holiday"

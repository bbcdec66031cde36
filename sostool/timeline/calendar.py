"""Deadlines as entries of a calendar (iCalendar, RFC 5545): a reference and what has to happen, no name."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from sostool.dates.counting import days_after
from sostool.timeline.timeline import Standing, Timeline

if TYPE_CHECKING:
    from icalendar import Event

_PRODUCT = "-//sostool//timeline//EN"
# Each day's file counts as newer than that of the day before, wherever it was made.
_FIRST = dt.date(2000, 1, 1)


def calendar(timelines: Iterable[Timeline]) -> bytes:
    """Write what is not done and has a last day as entries that last a whole day.

    An entry stands on the day by which to plan, which is the last working day in time, and says the last day in its
    description. It keeps its identity over days and changes of the case file, so that a later import puts the new day
    in place of the old one; what is done is left out. It says nothing of why a day is what it is, rings no bell, keeps
    nobody busy, and is marked private: calendars are read over shoulders and shared with colleagues.

    Args:
        timelines: of one case file or many.

    Returns:
        The calendar, in UTF-8 with the line ends and folded lines that the standard asks for; the same bytes for the
        same timelines.
    """
    from icalendar import Calendar  # noqa: PLC0415 - it takes longer to import than a case file to read

    whole = Calendar()
    whole.add("prodid", _PRODUCT)
    whole.add("version", "2.0")
    seen: Counter[str] = Counter()
    for timeline in timelines:
        for standing in timeline.standings:
            if standing.is_open:
                identity = _identity(timeline, standing)
                seen[identity] += 1
                number = f".{seen[identity]}" if seen[identity] > 1 else ""
                whole.add_component(_event(timeline, standing, f"{identity}{number}@sostool"))
    data: bytes = whole.to_ical()
    return data


def _event(timeline: Timeline, standing: Standing, identity: str) -> Event:
    from icalendar import Event  # noqa: PLC0415

    due = standing.entry.due
    assert due is not None
    day = standing.entry.plan_by or due
    code = f" ({standing.code})" if standing.code else ""
    event = Event()
    event.add("uid", identity)
    event.add("dtstamp", dt.datetime.combine(timeline.today, dt.time(), dt.UTC))
    event.add("sequence", max((timeline.today - _FIRST).days, 0))
    event.add("dtstart", day)
    if day < dt.date.max:
        event.add("dtend", days_after(day, 1))
    event.add("summary", f"{timeline.reference}: {standing.title}{code}")
    event.add("description", f"The last day is {_written(due)}.")
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    return event


def _identity(timeline: Timeline, standing: Standing) -> str:
    """Name an entry by the family, the deadline and whom it is about: neither by a day nor by a meeting.

    So the file of the next meeting goes on with the entry that the file before has made for it.
    """
    parts = (timeline.reference, standing.entry.deadline.id, standing.code)
    return ".".join(filter(None, parts))


def _written(day: dt.date) -> str:
    return f"{day:%A} {day.day} {day:%B} {day.year}"

"""Dates of birth: the day goes, the month stays."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Collection, Iterator

from sostool.pseudonymise.dates import Written, scattered_days, strange_days, written_days

# Only near these is a day without its year a day of birth.
_BIRTHDAY = re.compile(
    r"birth|born|\bturn(?:s|ed|ing)?\b|\bdob\b|\bdue\b|urodz|penblwydd|\bgeni\b|\bgan(?:wyd|ed)\b|ميلاد", re.IGNORECASE
)
_NEAR = 40
# A full date straight after these is one of birth, whoever it is of.
_LABEL = re.compile(
    r"(?<!\w)(?:born|d\.?\s?o\.?\s?b\.?|date\sof\sbirth|birthday|ganwyd|ganed|geni|urodzon[aey]|urodził[ao]?\ssię|urodzenia)"
    r"[^\w.!?]{0,4}(?:(?:is|was|on|the|ar|yw|dnia|to|w)\s){0,3}\Z",
    re.IGNORECASE,
)


def month_of(born: dt.date, meeting: dt.date | None) -> dt.date:
    """Give a date of birth without its day: the first of the month.

    Where that would make somebody a year older on the day of the meeting, it is the day after that day of the month.
    """
    first = born.replace(day=1)
    if meeting is not None and (first.month, 1) <= (meeting.month, meeting.day) < (born.month, born.day):
        return first.replace(day=min(meeting.day + 1, born.day))
    return first


def month_when_due(due: dt.date) -> dt.date:
    """Give the day when a baby is due without its day: the last of the month, so that it stays one to come."""
    return due.replace(day=calendar.monthrange(due.year, due.month)[1])


def written_births(
    text: str, born: Collection[dt.date], stretches: Collection[tuple[int, int]]
) -> Iterator[tuple[int, int, str]]:
    """Give where dates of birth are written out in a text, and the same without the day.

    Args:
        text: the text.
        born: the dates of birth of the people in the file.
        stretches: where a date stands that is a date of birth whoever it is of.
    """
    after = 0
    for one in written_days(text):
        if one.start < after:
            continue
        is_told = any(start <= one.start and one.end <= end for start, end in stretches)
        if (
            is_told
            or _is_one_of(one, born, text)
            or (one.year and _LABEL.search(text, max(0, one.start - _NEAR), one.start))
        ):
            after = one.end
            yield one.start, one.end, one.rest


def hidden_births(text: str, born: Collection[dt.date]) -> Iterator[tuple[int, int]]:
    """Give where the day, month and year of a date of birth are left together, the month in whatever language."""
    numbers = {(date.day, date.month, date.year) for date in born}
    found = [(start, end) for start, end, ways in scattered_days(text) if ways & numbers]
    found += [
        (start, end)
        for start, end, day, year in strange_days(text)
        if any((day, year) == (date.day, date.year) for date in born)
    ]
    after = 0
    for start, end in sorted(found):
        if start >= after:
            after = end
            yield start, end


def _is_one_of(one: Written, born: Collection[dt.date], text: str) -> bool:
    for date in born:
        if (date.day, date.month) != (one.day, one.month):
            continue
        if one.year and f"{date.year}"[-len(one.year) :] == one.year:
            return True
        if not one.year and _BIRTHDAY.search(text, max(0, one.start - _NEAR), one.end + _NEAR):
            return True
    return False

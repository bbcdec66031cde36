"""Dates of birth: the day goes, the month stays."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Collection, Iterator

from sostool.pseudonymise.everyday import MONTHS

_NAME = "|".join(sorted(MONTHS, key=len, reverse=True))
_YEAR = r"(?:19|20)\d\d"
_WRITTEN = (
    re.compile(rf"(?<!\d)(?P<rest>(?P<year>{_YEAR})-(?P<month>\d\d))-(?P<day>\d\d)(?!\d)"),
    re.compile(
        rf"(?<!\d)(?P<day>\d{{1,2}})\s?[./-]\s?(?P<rest>(?P<month>\d{{1,2}})\s?[./-]\s?(?P<year>{_YEAR}|\d\d))(?!\d)"
    ),
    re.compile(
        rf"(?<!\w)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s-](?:of\s)?(?P<rest>(?P<name>{_NAME})\b\.?(?:,?[\s-](?P<year>{_YEAR}|['’]?\d\d))?)(?!\d)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<!\w)(?P<name>{_NAME})\.?\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s(?P<year>{_YEAR}))?(?!\d)",
        re.IGNORECASE,
    ),
)
# Only near these is a day without its year a day of birth.
_BIRTHDAY = re.compile(r"birth|born|\bturn(?:s|ed|ing)?\b|\bdob\b|\bdue\b", re.IGNORECASE)
_NEAR = 40


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
    found = sorted(
        (one for pattern in _WRITTEN for one in pattern.finditer(text)), key=lambda one: (one.start(), -one.end())
    )
    for one in found:
        if one.start() < after:
            continue
        is_told = any(start <= one.start() and one.end() <= end for start, end in stretches)
        if is_told or _is_one_of(one, born, text):
            after = one.end()
            yield one.start(), one.end(), _without_day(one)


def _is_one_of(found: re.Match[str], born: Collection[dt.date], text: str) -> bool:
    parts = found.groupdict()
    month = MONTHS[parts["name"].lower()] if parts.get("name") else int(parts["month"])
    day, year = int(parts["day"]), (parts.get("year") or "").lstrip("'’")
    for date in born:
        if (date.day, date.month) != (day, month):
            continue
        if year and f"{date.year}"[-len(year) :] == year:
            return True
        if not year and _BIRTHDAY.search(text, max(0, found.start() - _NEAR), found.end() + _NEAR):
            return True
    return False


def _without_day(found: re.Match[str]) -> str:
    parts = found.groupdict()
    if "rest" in parts:
        return re.sub(r"\s", " ", parts["rest"])
    return f"{parts['name']} {parts['year']}" if parts.get("year") else parts["name"]

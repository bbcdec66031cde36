"""Dates that were typed another way than the year, the month, the day."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping

from sostool.findings.finding import Path
from sostool.mend.edits import Edit
from sostool.mend.found import Choice, Left, Mend, Question
from sostool.mend.scalars import span_of_content, stands_as_typed
from sostool.mend.values import Value
from sostool.yamlfile.kinds import Day, english_date
from sostool.yamlfile.source import Source

ASKS_A_PERSON = "This date can be read in two ways, so it is left: write it like 2026-03-17."

_NUMBERS = re.compile(r"([0-9]{1,2})([/. -])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})\Z")
_YEAR_FIRST = re.compile(r"([0-9]{4})([/.-])([0-9]{1,2})\2([0-9]{1,2})\Z")
_DAY_OF_MONTH = re.compile(r"(?i)(?<=[0-9])(?:st|nd|rd|th)?\s+of\s+")
_A_WORD = re.compile(r"[A-Za-z]")
_MONTH_ONLY = re.compile(r"(?i)([a-z]{3,9}\.?,?\s+[0-9]{4})\Z")
# Nobody types a longer date.
_LONGEST = 40
# So many years from today a year of two digits may lie.
_NEAR = 20
_CENTURY = 100


def dates(
    found: list[Value], source: Source, today: dt.date, chosen: Mapping[Path, str]
) -> Iterator[Mend | Question | Left]:
    """Find dates to be written the way case files have them.

    Args:
        found: the values of the file.
        source: the file.
        today: the day from which a year of two digits is told.
        chosen: what a person said about questions asked before, by path; "" leaves the date as it is.
    """
    text = source.text_read
    for path, node, kind in found:
        if not isinstance(kind, Day) or len(node.value) > _LONGEST:
            continue
        read = readings(node.value, today, born=path[-1:] == ("born",), partial=kind.partial)
        if not read or read == [node.value] or not stands_as_typed(node, text):
            continue
        if len(read) > 1 and path not in chosen:
            choices = tuple(Choice(value, in_words(value)) for value in read)
            yield Question(path, source.place_of(node), node.value, choices)
            continue
        value = chosen[path] if len(read) > 1 else read[0]
        if value in read:
            yield Mend("date", Edit(*span_of_content(node, text), value, "date"), node, value)
        else:
            yield Left(source.place_of(node), ASKS_A_PERSON)


def readings(typed: str, today: dt.date, *, born: bool = False, partial: bool = False) -> list[str]:
    """Give the dates that something typed may mean, the day before the month first; none where it is no date.

    Args:
        typed: what was typed.
        today: the day from which a year of two digits is told.
        born: whether it is a day of birth, which lies in the past.
        partial: whether a month without a day may be meant.
    """
    typed = " ".join(typed.split())
    if numbers := _NUMBERS.match(typed):
        first, second, year = int(numbers[1]), int(numbers[3]), numbers[4]
        days = [_date(year, second, first, today, born=born)]
        if days[0] is not None and first != second:
            days.append(_date(year, first, second, today, born=born))
        return [day.isoformat() for day in days if day is not None]
    if numbers := _YEAR_FIRST.match(typed):
        day = _date(numbers[1], int(numbers[3]), int(numbers[4]), today, born=born)
        return [] if day is None else [day.isoformat()]
    if _A_WORD.search(typed) and (value := english_date(_DAY_OF_MONTH.sub(" ", typed))):
        return [value]
    if partial and _MONTH_ONLY.match(typed) and (value := english_date(f"1 {typed}")):
        return [value[:-3]]
    return []


def in_words(value: str) -> str:
    """Say a date in words that cannot be read in two ways."""
    day = dt.date.fromisoformat(value)
    months = "January February March April May June July August September October November December".split()
    return f"{day.day} {months[day.month - 1]} {day.year}"


def _date(year: str, month: int, day: int, today: dt.date, *, born: bool) -> dt.date | None:
    number = int(year)
    if number < _CENTURY and len(year) == 2:  # noqa: PLR2004 - typed with two digits
        number += today.year // _CENTURY * _CENTURY
        if born and _comes_after(number, month, day, today):
            number -= _CENTURY
        elif abs(number - today.year) > _NEAR and not born:
            return None
    try:
        return dt.date(number, month, day)
    except ValueError:
        return None


def _comes_after(year: int, month: int, day: int, today: dt.date) -> bool:
    return (year, month, day) > (today.year, today.month, today.day)

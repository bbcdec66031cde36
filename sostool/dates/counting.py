"""How days are counted: working days, calendar days, weeks, months, weeks of a pregnancy.

The day that something is counted from is never counted itself (the rule of *Lester v Garland*, restated in *Dodds v
Walker* 1981). A working day is a Monday to Friday that is no bank holiday in England and Wales; the day counted from
may be any day. Months end on the day of the same number, or on the last day of a shorter month (*Dodds v Walker*).
Where a last day falls on a day on which nobody works, the limit stays: `last_open_day` says by when to plan.

Nothing here raises for a date, however strange: what would lie outside the calendar is its first or last day.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Collection
from typing import Literal, NamedTuple, TypeAlias

from sostool.dates.holidays import bank_holidays

Direction: TypeAlias = Literal["after", "before"]
_WORKING, _WEEK, _YEAR = 5, 7, 12
_DAYS_IN_MONTH = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_FEBRUARY = 2
# A pregnancy is counted as 40 weeks.
_FULL_TERM = 40


class Counted(NamedTuple):
    """A day that was counted to. `sure` is False where there may be bank holidays that nobody knows of yet."""

    day: dt.date
    sure: bool = True


def is_working_day(day: dt.date) -> bool:
    """Tell whether a day is a Monday to Friday and no bank holiday that is known."""
    return day.weekday() < _WORKING and day not in bank_holidays().names


def is_known(*days: dt.date) -> bool:
    """Tell whether all bank holidays are known around each of some days."""
    holidays = bank_holidays()
    return all(holidays.first <= day <= holidays.last for day in days)


def working_days_between(earlier: dt.date, later: dt.date) -> int:
    """Count the working days after one day, up to and with another; below zero where they stand the other way round."""
    return _worked(later.toordinal()) - _worked(earlier.toordinal())


def working_days_after(day: dt.date, count: int) -> Counted:
    """Give the working day that is so many working days after a day, which may be no working day itself."""
    return _counted(day, _worked(day.toordinal()) + count)


def working_days_before(day: dt.date, count: int) -> Counted:
    """Give the working day that is so many working days before a day, which may be no working day itself."""
    return _counted(day, _worked(day.toordinal() - 1) - count + 1)


def days_after(day: dt.date, count: int) -> dt.date:
    """Give the day so many days after a day, before it where the count is below zero."""
    return _day(day.toordinal() + count)


def months_after(day: dt.date, count: int) -> dt.date:
    """Give the day of the same number so many months later, or the last day of that month if it is too short.

    A count below zero goes back. Always count from the day itself: three months and three more are not six.
    """
    year, month = divmod(day.year * _YEAR + day.month - 1 + count, _YEAR)
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        return dt.date.max if count > 0 else dt.date.min
    return dt.date(year, month + 1, min(day.day, _days_in(year, month + 1)))


def week_of_pregnancy(due: dt.date, week: int) -> dt.date:
    """Give the first day of a week of a pregnancy, from the day on which the baby is due: the end of the 40th week."""
    return days_after(due, (week - _FULL_TERM) * _WEEK)


def last_open_day(day: dt.date, closed: Collection[dt.date] = ()) -> Counted:
    """Give the last working day on or before a day on which the office is open.

    Args:
        day: the last day in time.
        closed: working days on which the office is shut, such as those between Christmas and New Year.
    """
    open_day = day
    while open_day > dt.date.min and (not is_working_day(open_day) or open_day in closed):
        open_day -= dt.timedelta(days=1)
    return Counted(open_day, is_known(open_day, day))


def last_day_in_time(
    trigger: dt.date, limit: int, unit: str, direction: Direction | str = "after", *, clear: bool = False
) -> Counted:
    """Give the last day on which something is in time.

    Args:
        trigger: the day that is counted from.
        limit: how many.
        unit: of what: working-days, days, weeks, months; for gestation-week the trigger is the day a baby is due, the
            limit the number of the week, and the answer the day on which that week begins.
        direction: whether the day lies after the trigger or before it.
        clear: whether so many whole days have to lie between the two: that is one day more.
    """
    if unit == "gestation-week":
        return Counted(week_of_pregnancy(trigger, limit))
    back = direction == "before"
    if unit == "working-days":
        return (working_days_before if back else working_days_after)(trigger, limit + clear)
    sign = -1 if back else 1
    if unit == "months":
        return Counted(days_after(months_after(trigger, sign * limit), sign * clear))
    return Counted(days_after(trigger, sign * (limit * (_WEEK if unit == "weeks" else 1) + clear)))


def _days_in(year: int, month: int) -> int:
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return _DAYS_IN_MONTH[month - 1] + (month == _FEBRUARY and leap)


def _worked(ordinal: int) -> int:
    """Count the working days from the first day of the calendar, a Monday, up to and with a day."""
    weeks, days = divmod(ordinal, _WEEK)
    return weeks * _WORKING + min(days, _WORKING) - bisect_right(bank_holidays().ordinals, ordinal)


def _counted(start: dt.date, number: int) -> Counted:
    """Give the working day of some number, counted from the first day of the calendar."""
    weeks, days = divmod(number - 1, _WORKING)
    # Where it would be without any bank holiday; each day further adds at most one working day, so none is jumped over.
    ordinal = weeks * _WEEK + days + 1
    while missing := number - _worked(ordinal):
        ordinal += missing
    day = _day(ordinal)
    return Counted(day, is_known(start, day))


def _day(ordinal: int) -> dt.date:
    return dt.date.fromordinal(max(1, min(ordinal, dt.date.max.toordinal())))

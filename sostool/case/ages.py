"""How old somebody is on a day, and which days can be those of a child."""

from __future__ import annotations

import datetime as dt

# A child is somebody under this age (Children Act 1989, section 105(1)).
GROWN_UP = 18
# From the first day that counts until a birth long after the day it was due.
LONGEST_PREGNANCY = dt.timedelta(weeks=44)
# So long after the day it was due no baby is still to be born.
MOST_OVERDUE = dt.timedelta(weeks=4)


def age_on(born: dt.date, day: dt.date) -> int:
    """Give somebody's age in whole years on a day; below zero before they are born."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def is_due_too_late(due: dt.date, day: dt.date) -> bool:
    """Tell whether a baby is due so long after a day that nobody could know of it on that day."""
    return due - day > LONGEST_PREGNANCY

"""How old somebody is on a day."""

from __future__ import annotations

import datetime as dt


def age_on(born: dt.date, day: dt.date) -> int:
    """Give somebody's age in whole years on a day; below zero before they are born."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))

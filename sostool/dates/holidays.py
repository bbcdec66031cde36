"""The bank holidays of England and Wales, as far as they are known."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path
from typing import NamedTuple

_LIST = Path(__file__).with_name("bank-holidays.csv")


class Holidays(NamedTuple):
    """The bank holidays of some years.

    `as_of` is the day the list is of: a holiday that was proclaimed later is not in it. `first` and `last` are the
    days between which the list is complete. `names` are the holidays by day; `ordinals` their days as numbers, in
    order.
    """

    as_of: dt.date
    first: dt.date
    last: dt.date
    names: dict[dt.date, str]
    ordinals: tuple[int, ...]


@cache
def bank_holidays() -> Holidays:
    """Give the bank holidays of England and Wales.

    They are those of the government's published list for England and Wales, one-off and moved ones among them, and for
    the years it does not reach yet those that follow from the same rules (Banking and Financial Dealings Act 1971).
    None of them lies on a weekend: where a feast does, its substitute day is the holiday.
    """
    rows = dict(line.split(",", 1) for line in _LIST.read_text("utf-8").splitlines())
    as_of, first, last = (dt.date.fromisoformat(rows.pop(name)) for name in ("as of", "from", "until"))
    names = {dt.date.fromisoformat(day): name for day, name in rows.items()}
    return Holidays(as_of, first, last, names, tuple(sorted(day.toordinal() for day in names)))

"""How old somebody is on a day."""

from __future__ import annotations

import datetime as dt

import pytest

from sostool.case.ages import age_on


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        ("2019-06-02", "2026-06-01", 6),
        ("2019-06-02", "2026-06-02", 7),
        ("2008-02-29", "2026-02-28", 17),
        ("2008-02-29", "2026-03-01", 18),
        ("2026-03-17", "2026-03-17", 0),
        ("2026-03-18", "2026-03-17", -1),
    ],
)
def test_years_are_counted_from_birthday_to_birthday(born: str, day: str, age: int) -> None:
    assert age_on(dt.date.fromisoformat(born), dt.date.fromisoformat(day)) == age

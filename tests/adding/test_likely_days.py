"""A day that somebody typed is a likely one, or it is asked about."""

from __future__ import annotations

import datetime as dt

import pytest
from builders import family, read

from sostool.adding.likely_days import (
    DUE_TOO_LATE,
    GROWN_UP_BY_THEN,
    doubt_about_child,
    is_long_ago,
    is_still_to_come,
)
from sostool.case.new import NewPerson
from sostool.yamlfile.writing import Value

TODAY = dt.date(2026, 6, 9)


@pytest.mark.parametrize(
    ("key", "value", "expected"),
    [
        ("date", TODAY, False),
        ("date", dt.date(2026, 6, 10), True),
        ("due", dt.date(2062, 6, 10), False),
        ("until", dt.date(2062, 6, 10), False),
        ("review_on", dt.date(2062, 6, 10), False),
        ("born", dt.date(2026, 6, 10), True),
        ("date", "2026", False),
        ("date", "2026-06", False),
        ("date", "2026-07", True),
        ("date", "2027", True),
        ("dates", ["2026-05", dt.date(2026, 6, 10)], True),
        ("dates", ["2026-05", dt.date(2026, 6, 9)], False),
        ("what", "2999 steps", False),
        ("date", "", False),
    ],
)
def test_what_has_happened_does_not_lie_ahead(key: str, value: Value, expected: bool) -> None:
    assert is_still_to_come(key, value, TODAY) is expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [(dt.date(2026, 3, 17), False), (dt.date(2025, 3, 16), False), (dt.date(2025, 3, 15), True), (TODAY, False)],
)
def test_a_number_is_hardly_from_more_than_a_year_before_the_meeting(day: dt.date, expected: bool) -> None:
    case = read(family()).case
    assert case is not None
    assert case.meeting is not None
    assert case.meeting.date == dt.date(2026, 3, 17)
    assert is_long_ago(day, case, TODAY) is expected
    case.meeting = None
    assert is_long_ago(dt.date(2025, 6, 7), case, TODAY)
    assert not is_long_ago(dt.date(2025, 6, 8), case, TODAY)


@pytest.mark.parametrize(
    ("child", "doubt"),
    [
        (NewPerson("Kai", "child", born=dt.date(2008, 6, 9)), GROWN_UP_BY_THEN),
        (NewPerson("Kai", "child", born=dt.date(2008, 6, 10)), ""),
        (NewPerson("Bean", "child", due=dt.date(2027, 4, 14)), DUE_TOO_LATE),
        (NewPerson("Bean", "child", due=dt.date(2027, 4, 13)), ""),
        (NewPerson("Kai", "child"), ""),
    ],
)
def test_a_day_is_hardly_that_of_a_child(child: NewPerson, doubt: str) -> None:
    assert doubt_about_child(child, TODAY) == doubt

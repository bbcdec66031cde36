"""How days are counted: worked examples, what holds for every day, and a count by hand beside it."""

from __future__ import annotations

import datetime as dt

import pytest
from dateutil.relativedelta import relativedelta  # type: ignore[import-untyped]  # comes with holidays
from hypothesis import example, given
from hypothesis import strategies as st

from sostool.dates.counting import (
    Counted,
    days_after,
    is_known,
    is_working_day,
    last_day_in_time,
    last_open_day,
    months_after,
    week_of_pregnancy,
    working_days_after,
    working_days_before,
    working_days_between,
)
from sostool.dates.holidays import bank_holidays

DAY = dt.timedelta(days=1)
DAYS = st.dates()
# Far enough from both ends of the calendar to go back and forth.
INNER = st.dates(dt.date(100, 1, 1), dt.date(9000, 1, 1))
NEAR = st.dates(dt.date(2016, 1, 1), dt.date(2031, 1, 1))
COUNTS = st.integers(1, 366)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def by_hand(start: dt.date, count: int, step: dt.timedelta) -> dt.date:
    here = start
    while count:
        here += step
        count -= here.weekday() < 5 and here not in bank_holidays().names
    return here


@pytest.mark.parametrize(
    ("start", "ten", "fifteen", "forty_five"),
    [
        ("2026-11-20", "2026-12-04", "2026-12-11", "2027-01-27"),
        ("2026-12-11", "2026-12-29", "2027-01-06", "2027-02-17"),
        ("2026-12-24", "2027-01-12", "2027-01-19", "2027-03-02"),
        ("2025-12-19", "2026-01-07", "2026-01-14", "2026-02-25"),
        ("2027-03-12", "2027-03-30", "2027-04-06", "2027-05-19"),
        ("2027-03-27", "2027-04-12", "2027-04-19", "2027-06-02"),
        ("2027-04-30", "2027-05-17", "2027-05-24", "2027-07-06"),
        ("2022-06-01", "2022-06-17", "2022-06-24", "2022-08-05"),
        ("2023-04-20", "2023-05-05", "2023-05-15", "2023-06-27"),
        # Both days of Christmas on a weekend, and New Year's Day too: 27 and 28 December, 3 January.
        ("2021-12-17", "2022-01-05", "2022-01-12", "2022-02-23"),
        ("2021-12-24", "2022-01-12", "2022-01-19", "2022-03-02"),
        # Christmas Day on a Sunday: Boxing Day is the Monday, its own substitute day the Tuesday.
        ("2022-12-16", "2023-01-04", "2023-01-11", "2023-02-22"),
        # The Jubilee, and the spring holiday moved beside it.
        ("2022-05-20", "2022-06-07", "2022-06-14", "2022-07-26"),
        # The state funeral on 19 September 2022.
        ("2022-09-09", "2022-09-26", "2022-10-03", "2022-11-14"),
        # Three holidays in May 2023.
        ("2023-04-28", "2023-05-16", "2023-05-23", "2023-07-05"),
        # The early May holiday moved to a Friday.
        ("2020-05-01", "2020-05-18", "2020-05-26", "2020-07-07"),
        # Leap days that are working days.
        ("2024-02-23", "2024-03-08", "2024-03-15", "2024-04-30"),
        ("2028-02-25", "2028-03-10", "2028-03-17", "2028-05-03"),
    ],
)
def test_working_days_after(start: str, ten: str, fifteen: str, forty_five: str) -> None:
    assert [working_days_after(day(start), count) for count in (10, 15, 45)] == [
        Counted(day(ten)),
        Counted(day(fifteen)),
        Counted(day(forty_five)),
    ]


@pytest.mark.parametrize(
    ("start", "months", "due", "plan_by"),
    [
        ("2026-11-30", 3, "2027-02-28", "2027-02-26"),
        ("2027-11-30", 3, "2028-02-29", "2028-02-29"),
        ("2026-08-31", 6, "2027-02-28", "2027-02-26"),
        ("2026-09-26", 3, "2026-12-26", "2026-12-24"),
        ("2026-12-27", 3, "2027-03-27", "2027-03-25"),
        ("2027-02-28", 3, "2027-05-28", "2027-05-28"),
        ("2026-12-31", 6, "2027-06-30", "2027-06-30"),
        ("2026-09-30", 4, "2027-01-30", "2027-01-29"),
        ("2022-06-19", 3, "2022-09-19", "2022-09-16"),
        ("2023-02-08", 3, "2023-05-08", "2023-05-05"),
        ("2022-03-03", 3, "2022-06-03", "2022-06-01"),
        ("2021-09-27", 3, "2021-12-27", "2021-12-24"),
        ("2021-09-28", 3, "2021-12-28", "2021-12-24"),
        ("2021-07-03", 6, "2022-01-03", "2021-12-31"),
        ("2028-02-29", 3, "2028-05-29", "2028-05-26"),
        ("2027-08-29", 6, "2028-02-29", "2028-02-29"),
        ("2027-08-31", 6, "2028-02-29", "2028-02-29"),
        ("2024-02-29", 12, "2025-02-28", "2025-02-28"),
        ("2024-02-29", 48, "2028-02-29", "2028-02-29"),
        ("2026-01-31", 1, "2026-02-28", "2026-02-27"),
        ("2026-03-31", 3, "2026-06-30", "2026-06-30"),
    ],
)
def test_months_end_on_the_same_number_and_the_limit_stays(start: str, months: int, due: str, plan_by: str) -> None:
    last = last_day_in_time(day(start), months, "months")
    assert last == Counted(day(due))
    assert last_open_day(last.day) == Counted(day(plan_by))


def test_three_months_and_three_more_are_not_six() -> None:
    november = day("2026-11-30")
    assert months_after(months_after(november, 3), 3) == day("2027-05-28")
    assert months_after(november, 6) == day("2027-05-30")


@pytest.mark.parametrize(("start", "days", "due"), [("2026-11-30", 90, "2027-02-28"), ("2027-11-30", 90, "2028-02-28")])
def test_ninety_days_are_not_three_months(start: str, days: int, due: str) -> None:
    assert last_day_in_time(day(start), days, "days") == Counted(day(due))


@pytest.mark.parametrize(
    ("meeting", "limit", "unit", "clear", "due"),
    [
        ("2026-12-29", 3, "working-days", False, "2026-12-22"),
        ("2027-01-05", 5, "working-days", False, "2026-12-24"),
        ("2027-01-05", 14, "days", False, "2026-12-22"),
        ("2027-01-05", 2, "weeks", False, "2026-12-22"),
        ("2026-12-29", 3, "working-days", True, "2026-12-21"),
        ("2027-01-05", 14, "days", True, "2026-12-21"),
        ("2027-01-05", 2, "weeks", True, "2026-12-21"),
        ("2026-03-31", 1, "months", False, "2026-02-28"),
        ("2026-03-31", 1, "months", True, "2026-02-27"),
        ("2026-06-09", 1, "months", False, "2026-05-09"),
        ("2022-09-20", 1, "working-days", False, "2022-09-16"),
        ("2022-09-20", 3, "working-days", False, "2022-09-14"),
        ("2023-05-09", 3, "working-days", False, "2023-05-03"),
        ("2022-01-04", 3, "working-days", False, "2021-12-29"),
        ("2022-01-04", 5, "working-days", False, "2021-12-23"),
        ("2022-06-07", 3, "working-days", False, "2022-05-31"),
        ("2023-01-03", 5, "working-days", False, "2022-12-22"),
        ("2028-03-29", 1, "months", False, "2028-02-29"),
        ("2027-03-29", 1, "months", False, "2027-02-28"),
        # A meeting on a day off: the day before is the first working day back, if it is one.
        ("2026-12-25", 1, "working-days", False, "2026-12-24"),
        ("2026-12-27", 1, "working-days", False, "2026-12-24"),
    ],
)
def test_before_a_meeting_its_own_day_is_not_counted(
    meeting: str, limit: int, unit: str, clear: bool, due: str
) -> None:
    assert last_day_in_time(day(meeting), limit, unit, "before", clear=clear) == Counted(day(due))


@pytest.mark.parametrize(
    ("limit", "unit", "due"),
    [(10, "working-days", "2026-03-30"), (14, "days", "2026-03-29"), (2, "weeks", "2026-03-29")],
)
def test_a_clear_limit_after_a_day_is_one_day_more(limit: int, unit: str, due: str) -> None:
    start = day("2026-03-14")
    assert last_day_in_time(start, limit, unit, clear=True) == Counted(day(due))


@pytest.mark.parametrize(
    ("week", "starts"),
    [(40, "2026-10-12"), (34, "2026-08-31"), (28, "2026-07-20"), (24, "2026-06-22"), (42, "2026-10-26")],
)
def test_weeks_of_a_pregnancy_are_counted_back_from_the_due_date(week: int, starts: str) -> None:
    assert week_of_pregnancy(day("2026-10-12"), week) == day(starts)
    assert last_day_in_time(day("2026-10-12"), week, "gestation-week", "before") == Counted(day(starts))


@pytest.mark.parametrize(
    ("due", "closed", "plan_by"),
    [
        ("2026-12-30", [], "2026-12-30"),
        ("2026-12-30", ["2026-12-30", "2026-12-29"], "2026-12-24"),
        ("2026-12-30", ["2026-12-24", "2026-12-29", "2026-12-30"], "2026-12-23"),
        ("2026-12-30", ["2026-12-31"], "2026-12-30"),
    ],
)
def test_days_on_which_the_office_is_shut_count_for_planning(due: str, closed: list[str], plan_by: str) -> None:
    assert last_open_day(day(due), frozenset(map(day, closed))) == Counted(day(plan_by))


@pytest.mark.parametrize(
    ("start", "count", "last", "sure"),
    [
        ("2028-12-08", 14, "2029-01-01", False),  # New Year's Day 2029 is not known to be a holiday
        ("2028-12-08", 13, "2028-12-29", True),
        ("2029-03-01", 15, "2029-03-22", False),
        ("2017-12-15", 1, "2017-12-18", False),
        ("2017-12-31", 1, "2018-01-02", False),
        ("2018-01-01", 1, "2018-01-02", True),
    ],
)
def test_outside_the_years_that_are_known_weekends_alone_are_left_out(
    start: str, count: int, last: str, sure: bool
) -> None:
    assert working_days_after(day(start), count) == Counted(day(last), sure)


def test_planning_is_not_sure_either_outside_those_years() -> None:
    assert last_open_day(day("2029-12-25")) == Counted(day("2029-12-25"), sure=False)
    assert last_open_day(day("2028-12-31")) == Counted(day("2028-12-29"))
    # The office says that it is shut; whether it would be a holiday nobody knows.
    assert last_open_day(day("2029-01-01"), {day("2029-01-01")}) == Counted(day("2028-12-29"), sure=False)


@pytest.mark.parametrize("limit", [1, 366])
@pytest.mark.parametrize("direction", ["after", "before"])
@pytest.mark.parametrize("unit", ["working-days", "days", "weeks", "months"])
@pytest.mark.parametrize("end", [dt.date.min, dt.date.max])
def test_at_the_ends_of_the_calendar_nothing_breaks(end: dt.date, unit: str, direction: str, limit: int) -> None:
    found = last_day_in_time(end, limit, unit, direction, clear=True)
    assert dt.date.min <= found.day <= dt.date.max
    assert (found.day == end) == ((end == dt.date.max) == (direction == "after"))
    last_open_day(found.day, frozenset({dt.date.min}))


class TestForEveryDay:
    @given(NEAR, st.integers(1, 60))
    def test_working_days_are_as_counted_by_hand(self, start: dt.date, count: int) -> None:
        assert working_days_after(start, count).day == by_hand(start, count, DAY)
        assert working_days_before(start, count).day == by_hand(start, count, -DAY)

    @given(INNER, COUNTS)
    def test_a_counted_working_day_is_one(self, start: dt.date, count: int) -> None:
        for counted in (working_days_after(start, count), working_days_before(start, count)):
            assert counted.day.weekday() < 5
            assert counted.day not in bank_holidays().names
            assert is_working_day(counted.day)

    @given(INNER, COUNTS)
    def test_counting_the_days_between_gives_the_count(self, start: dt.date, count: int) -> None:
        assert working_days_between(start, working_days_after(start, count).day) == count

    @given(INNER, COUNTS)
    def test_back_from_a_working_day_is_the_way_forth(self, start: dt.date, count: int) -> None:
        there = working_days_after(start, count).day
        back = working_days_before(there, count).day
        assert back <= start or not is_working_day(start)
        assert working_days_after(back, count).day == there

    @given(INNER, st.integers(1, 100), st.integers(1, 100))
    def test_counts_add_up(self, start: dt.date, one: int, more: int) -> None:
        assert (
            working_days_after(working_days_after(start, one).day, more).day
            == working_days_after(start, one + more).day
        )

    @given(INNER, INNER, INNER)
    def test_days_between_add_up(self, one: dt.date, two: dt.date, three: dt.date) -> None:
        assert working_days_between(one, two) + working_days_between(two, three) == working_days_between(one, three)
        assert working_days_between(one, two) == -working_days_between(two, one)

    @given(INNER, COUNTS, st.sampled_from(["working-days", "days", "weeks", "months"]), st.booleans())
    def test_a_later_day_is_never_due_sooner(self, start: dt.date, limit: int, unit: str, clear: bool) -> None:
        for direction in ("after", "before"):
            first = last_day_in_time(start, limit, unit, direction, clear=clear)
            assert first.day <= last_day_in_time(start + DAY, limit, unit, direction, clear=clear).day

    @given(INNER, COUNTS, st.sampled_from(["working-days", "days", "weeks", "months"]), st.booleans())
    def test_a_longer_limit_is_later_and_the_day_itself_is_never_counted(
        self, start: dt.date, limit: int, unit: str, clear: bool
    ) -> None:
        after = last_day_in_time(start, limit, unit, "after", clear=clear).day
        before = last_day_in_time(start, limit, unit, "before", clear=clear).day
        assert before < start < after
        assert after < last_day_in_time(start, limit + 1, unit, "after", clear=clear).day
        assert last_day_in_time(start, limit + 1, unit, "before", clear=clear).day < before

    @given(INNER, st.integers(-1200, 1200))
    @example(dt.date(2026, 8, 31), 6)
    @example(dt.date(2028, 2, 29), -12)
    @example(dt.date(1900, 1, 31), 1)
    @example(dt.date(2000, 1, 31), 1)
    def test_months_are_as_a_library_counts_them(self, start: dt.date, count: int) -> None:
        assert months_after(start, count) == start + relativedelta(months=count)

    @given(INNER, st.integers(1, 120))
    def test_months_keep_their_number_or_end_with_a_shorter_month(self, start: dt.date, count: int) -> None:
        end = months_after(start, count)
        assert end.day == start.day or (end.day < start.day and (end + DAY).day == 1)

    @given(DAYS, st.frozensets(NEAR, max_size=5))
    def test_the_last_open_day_is_open_and_none_after_it_is(self, due: dt.date, closed: frozenset[dt.date]) -> None:
        found = last_open_day(due, closed).day
        assert found <= due
        assert found == dt.date.min or (is_working_day(found) and found not in closed)
        between = [found + n * DAY for n in range(1, (due - found).days + 1)]
        assert all(not is_working_day(one) or one in closed for one in between)

    @given(DAYS, st.integers(-5_000_000, 5_000_000))
    def test_days_stay_within_the_calendar(self, start: dt.date, count: int) -> None:
        found = days_after(start, count)
        assert (found - start).days == count or found in (dt.date.min, dt.date.max)

    @given(DAYS, COUNTS)
    def test_it_is_sure_only_where_all_days_are_known(self, start: dt.date, count: int) -> None:
        counted = working_days_after(start, count)
        assert counted.sure == is_known(start, counted.day)
        assert is_known(start) == (2018 <= start.year <= 2028)

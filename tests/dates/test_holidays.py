"""The list of bank holidays, against a library that knows them too."""

from __future__ import annotations

import datetime as dt

import holidays
import pytest

from sostool.dates.holidays import bank_holidays

YEARS = range(2018, 2029)
DAY = dt.timedelta(days=1)


def test_every_day_of_all_years_is_as_the_library_says() -> None:
    library = holidays.country_holidays("GB", subdiv="ENG", years=YEARS)
    known = bank_holidays()
    days = [known.first + n * DAY for n in range((known.last - known.first).days + 1)]
    assert len(days) == 11 * 365 + 3
    # The library names a feast on a weekend besides its substitute day; working days do not change by that.
    assert [day for day in days if day.weekday() < 5 and (day in known.names) != (day in library)] == []


def test_wales_has_the_same() -> None:
    assert {day for day in holidays.country_holidays("GB", subdiv="WLS", years=YEARS) if day.weekday() < 5} == set(
        bank_holidays().names
    )


def test_says_from_when_to_when_it_is_and_of_which_day() -> None:
    known = bank_holidays()
    assert (known.first, known.last) == (dt.date(YEARS[0], 1, 1), dt.date(YEARS[-1], 12, 31))
    assert known.last > known.as_of > known.first
    assert known.first <= min(known.names) <= max(known.names) <= known.last


def test_each_year_has_eight_but_those_with_one_of_their_own() -> None:
    counted = {year: sum(day.year == year for day in bank_holidays().names) for year in YEARS}
    assert counted == dict.fromkeys(YEARS, 8) | {2022: 10, 2023: 9}


@pytest.mark.parametrize(
    ("day", "what"),
    [
        ("2020-05-08", "Early May bank holiday (VE day)"),
        ("2022-06-02", "Spring bank holiday"),
        ("2022-06-03", "Platinum Jubilee bank holiday"),
        ("2022-09-19", "Bank Holiday for the State Funeral of Queen Elizabeth II"),
        ("2023-05-08", "Bank holiday for the coronation of King Charles III"),
        ("2021-12-27", "Christmas Day (substitute day)"),
        ("2021-12-28", "Boxing Day (substitute day)"),
        ("2022-01-03", "New Year's Day (substitute day)"),
        ("2022-12-26", "Boxing Day"),
        ("2022-12-27", "Christmas Day (substitute day)"),
        ("2026-12-28", "Boxing Day (substitute day)"),
    ],
)
def test_one_off_and_moved_days_are_in_it(day: str, what: str) -> None:
    assert bank_holidays().names[dt.date.fromisoformat(day)] == what


@pytest.mark.parametrize("day", ["2020-05-04", "2021-12-25", "2022-01-01", "2022-05-30", "2026-12-26", "2027-12-25"])
def test_days_from_which_a_holiday_was_moved_are_not(day: str) -> None:
    assert dt.date.fromisoformat(day) not in bank_holidays().names


def test_days_are_in_order_and_on_no_weekend() -> None:
    known = bank_holidays()
    assert [dt.date.fromordinal(number) for number in known.ordinals] == sorted(known.names)
    assert all(day.weekday() < 5 for day in known.names)

"""Numbers over everybody meetings: every one of them is told, with the time it was given."""

from __future__ import annotations

import datetime as dt

import pytest
from builders import profile
from hypothesis import given, settings
from hypothesis import strategies as st

from sostool.report.blocks import CoursePicture, Figure, Line
from sostool.report.making.workshop import Workshop
from sostool.report.sections.courses import course_figure, is_from_last_time, rounds_of
from sostool.report.words.labels import Labels
from sostool.share.view import ViewRating, ViewScale

Numbers = list[tuple[str, float]]


def words(language: str = "en") -> Labels:
    return Workshop(profile()).words(language)


def rating(name: str, numbers: Numbers) -> ViewRating:
    history = tuple((dt.date.fromisoformat(day), score) for day, score in numbers)
    day, score = history[-1] if history else (None, None)
    before_date, before = history[-2] if len(history) > 1 else (None, None)
    return ViewRating(name, "", day, score, before=before, before_date=before_date, history=history)


def scale(**people: Numbers) -> ViewScale:
    ratings = tuple(rating(name.capitalize(), numbers) for name, numbers in people.items())
    return ViewScale("", "", "", "", ten_is_safe=True, ratings=ratings)


def figure(of: ViewScale, language: str = "en") -> tuple[Figure, CoursePicture]:
    found = course_figure(words(language), of)
    assert found is not None
    assert isinstance(found.picture, CoursePicture)
    return found, found.picture


def plain(line: Line) -> str:
    return "".join(run.text for run in line)


def table(of: ViewScale) -> list[list[str]]:
    found, _ = figure(of)
    assert found.table is not None
    return [list(found.table.columns), *([plain(cell) for cell in row] for row in found.table.rows)]


def test_a_number_of_january_and_one_of_february_both_stand_in_their_own_months() -> None:
    found = scale(lisa=[("2026-01-20", 3), ("2026-02-10", 5)])
    assert table(found) == [["Who", "January 2026", "February 2026"], ["Lisa", "3", "5"]]
    told, picture = figure(found)
    assert told.description == "Lisa: 3 (January 2026), 5 (February 2026)."
    assert picture.days == (dt.date(2026, 1, 20), dt.date(2026, 2, 10))


def test_people_who_are_asked_over_some_days_share_a_round_that_says_from_when_to_when_it_was() -> None:
    found = scale(
        lisa=[("2026-01-28", 3), ("2026-06-09", 5)],
        dean=[("2026-02-03", 8), ("2026-06-05", 6)],
        mia=[("2026-06-09", 4)],
    )
    assert table(found) == [
        ["Who", "January 2026 – February 2026", "June 2026"],
        ["Lisa", "3", "5"],
        ["Dean", "8", "6"],
        ["Mia", "", "4"],
    ]
    assert (
        figure(found)[0].description
        == "Lisa: 3 (January 2026), 5 (June 2026). Dean: 8 (February 2026), 6 (June 2026). Mia: 4 (June 2026)."
    )


def test_two_numbers_of_one_month_are_told_apart_by_their_days() -> None:
    found = scale(lisa=[("2026-03-10", 6), ("2026-03-17", 3)], dean=[("2026-03-16", 8), ("2026-03-18", 7)])
    assert table(found) == [
        ["Who", "10 March 2026 – 16 March 2026", "17 March 2026 – 18 March 2026"],
        ["Lisa", "6", "3"],
        ["Dean", "8", "7"],
    ]
    assert figure(found)[0].description == (
        "Lisa: 6 (10 March 2026), 3 (17 March 2026). Dean: 8 (16 March 2026), 7 (18 March 2026)."
    )


def test_two_numbers_of_one_day_both_stay() -> None:
    # One alone and one in the room: that they differ is what matters.
    found = scale(lisa=[("2026-03-17", 3), ("2026-03-17", 6)], dean=[("2026-03-17", 8), ("2026-06-09", 7)])
    assert table(found) == [
        ["Who", "17 March 2026", "17 March 2026", "9 June 2026"],
        ["Lisa", "3", "6", ""],
        ["Dean", "8", "", "7"],
    ]


def test_all_numbers_of_a_day_stand_in_one_round() -> None:
    found = scale(
        lisa=[("2026-03-01", 3), ("2026-03-20", 4)],
        dean=[("2026-03-20", 8), ("2026-06-09", 7)],
        mia=[("2026-03-20", 2), ("2026-06-09", 3)],
    )
    assert [row[2] for row in table(found)[1:]] == ["4", "8", "2"]


def test_nothing_is_drawn_where_nobody_gave_two() -> None:
    assert course_figure(words(), scale(lisa=[("2026-03-17", 3)], dean=[])) is None


@pytest.mark.parametrize(
    ("before", "others", "is_last"),
    [
        ("2026-03-17", [("2026-03-17", 8), ("2026-06-09", 7)], True),
        ("2026-03-17", [("2026-03-17", 8), ("2026-05-01", 7), ("2026-06-09", 7)], False),
        ("2026-06-01", [("2026-05-30", 1), ("2026-06-03", 2), ("2026-06-05", 3), ("2026-06-08", 4)], True),
    ],
)
def test_an_arrow_comes_from_last_time_only(before: str, others: Numbers, is_last: bool) -> None:
    found = scale(lisa=[(before, 3), ("2026-06-09", 5)], dean=others)
    assert is_from_last_time(found.ratings[0], rounds_of(found)) == is_last


DAYS = st.dates(dt.date(2025, 1, 1), dt.date(2027, 1, 1))
PEOPLE = st.lists(
    st.lists(st.tuples(DAYS.map(str), st.integers(0, 10)), max_size=6).map(sorted), min_size=1, max_size=5
)


@settings(deadline=None)
@given(PEOPLE, st.sampled_from(["en", "cy", "pl", "ar"]))
def test_no_number_disappears_and_each_stands_at_its_time(people: list[Numbers], language: str) -> None:
    found = scale(**{f"person{at}": numbers for at, numbers in enumerate(people)})
    rounds = rounds_of(found)
    for at, one in enumerate(found.ratings):
        assert [each.numbers[at] for each in rounds if at in each.numbers] == list(one.history)
    for each in rounds:
        assert each.first <= each.last
        assert all(each.first <= day <= each.last for day, _ in each.numbers.values())
    assert [each.last for each in rounds] == sorted(each.last for each in rounds)
    if any(len(one.history) > 1 for one in found.ratings):
        told, picture = figure(found, language)
        everybody = [one for one in found.ratings if one.history]
        assert [[score for score in course.scores if score is not None] for course in picture.courses] == [
            [score for _, score in one.history] for one in everybody
        ]
        assert told.table is not None
        assert len(told.table.columns) == len(rounds) + 1 == len(picture.labels) + 1

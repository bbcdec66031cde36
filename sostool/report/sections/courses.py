"""The numbers on one scale over several meetings: a small line for each person, and the same as a table."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from sostool.report.blocks import Course, CoursePicture, Figure, Line, Table, own, typed
from sostool.report.sections.writing import score_text
from sostool.report.words.labels import Labels
from sostool.share.view import ViewRating, ViewScale

_FEWEST_NUMBERS = 2
# People are asked over some days before a meeting: numbers as close as this can belong to one round.
_ROUND = dt.timedelta(days=28)


class Round(NamedTuple):
    """Numbers that were given about the same time: no more than one of each person.

    `numbers` holds them by the person's place among the ratings of the scale, each with its own day.
    """

    first: dt.date
    last: dt.date
    numbers: dict[int, tuple[dt.date, float]]


def course_figure(words: Labels, scale: ViewScale) -> Figure | None:
    """Draw everybody's numbers over time, all of them; None where nobody gave two.

    There is no average: what tells is how each person's own number moves, and how far people are apart.
    """
    if all(len(rating.history) < _FEWEST_NUMBERS for rating in scale.ratings):
        return None
    rounds = rounds_of(scale)
    who = [at for at, rating in enumerate(scale.ratings) if rating.history]
    labels = _labels(words, rounds)
    courses = tuple(_course(words, scale, at, rounds) for at in who)
    rows = tuple((typed(course.name), *(_cell(score) for score in course.scores)) for course in courses)
    days = tuple(one.last for one in rounds)
    picture = CoursePicture(days, labels, courses, "ten" if scale.ten_is_safe else "zero")
    table = Table(own(words("course.table")), (words("scale.person"), *labels), rows)
    told = " ".join(_told(words, scale.ratings[at]) for at in who)
    return Figure(own(words("course.caption")), picture, told, table)


def rounds_of(scale: ViewScale) -> list[Round]:
    """Put numbers that were given close together into one round; the oldest first.

    A person's next number always begins another round, so that none is left out, and all numbers of a day stay
    together, unless somebody gave two on it.
    """
    rounds: list[Round] = []
    for day, numbers in _by_day(scale):
        here = rounds[-1] if rounds else None
        if here is None or day - here.first > _ROUND or not here.numbers.keys().isdisjoint(numbers):
            rounds.append(Round(day, day, numbers))
        else:
            rounds[-1] = here._replace(last=day, numbers=here.numbers | numbers)
    return rounds


def is_from_last_time(rating: ViewRating, rounds: list[Round]) -> bool:
    """Tell whether somebody's number before is from the round before this one, or from the days close by.

    An arrow from an older number would hide that they were not asked last time.
    """
    if rating.date is not None and rating.before_date is not None and rating.date - rating.before_date <= _ROUND:
        return True
    places = [
        max(at for at, one in enumerate(rounds) if one.first <= day <= one.last)
        for day in (rating.date, rating.before_date)
        if day is not None and any(one.first <= day <= one.last for one in rounds)
    ]
    return not places or max(places) - min(places) <= 1


def _by_day(scale: ViewScale) -> Iterator[tuple[dt.date, dict[int, tuple[dt.date, float]]]]:
    """Give each day with the numbers of that day; the second numbers of a day by themselves, after the first."""
    days: dict[tuple[dt.date, int], dict[int, tuple[dt.date, float]]] = {}
    for at, rating in enumerate(scale.ratings):
        times = Counter[dt.date]()
        for day, score in rating.history:
            days.setdefault((day, times[day]), {})[at] = (day, score)
            times[day] += 1
    for (day, _), numbers in sorted(days.items(), key=lambda pair: pair[0]):
        yield day, numbers


def _labels(words: Labels, rounds: list[Round]) -> tuple[str, ...]:
    """Write the months of the rounds; their days where a month alone would not tell two of them apart."""
    for write in (words.month, words.date):
        labels = tuple(
            write(one.first) if write(one.first) == write(one.last) else f"{write(one.first)} – {write(one.last)}"
            for one in rounds
        )
        if len(set(labels)) == len(labels):
            break
    return labels


def _course(words: Labels, scale: ViewScale, at: int, rounds: list[Round]) -> Course:
    rating = scale.ratings[at]
    scores = tuple(one.numbers[at][1] if at in one.numbers else None for one in rounds)
    return Course(rating.name, words(f"role.{rating.role}") if rating.role else "", scores)


def _cell(score: float | None) -> Line:
    return own(score_text(score)) if score is not None else ()


def _told(words: Labels, rating: ViewRating) -> str:
    """Say all of somebody's numbers, each with its own month; with its day where they gave two in one month."""
    months = {words.month(day) for day, _ in rating.history}
    write = words.month if len(months) == len(rating.history) else words.date
    given = [words("course.number", score=score_text(score), date=write(day)) for day, score in rating.history]
    return words("course.person", name=rating.name, numbers=words.comma.join(given))

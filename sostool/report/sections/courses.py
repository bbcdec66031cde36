"""The numbers on one scale over several meetings: a small line for each person, and the same as a table."""

from __future__ import annotations

import datetime as dt

from sostool.report.blocks import Course, CoursePicture, Figure, Line, Table, own, typed
from sostool.report.sections.writing import score_text
from sostool.report.words.labels import Labels
from sostool.share.view import ViewRating, ViewScale

_FEWEST_ROUNDS = 2
# People are asked over some days before a meeting: numbers as close as this belong to one round.
_ROUND = dt.timedelta(days=28)


def course_figure(words: Labels, scale: ViewScale) -> Figure | None:
    """Draw each person's numbers over time; None where nobody gave one in two rounds.

    There is no average: what tells is how each person's own number moves, and how far people are apart.
    """
    rounds = rounds_of(scale)
    all_courses = (Course(rating.name, _role(words, rating), _scores(rating, rounds)) for rating in scale.ratings)
    courses = tuple(
        course for course in all_courses if len(course.scores) - course.scores.count(None) >= _FEWEST_ROUNDS
    )
    if not courses:
        return None
    labels = _labels(words, [days[-1] for days in rounds])
    rows = tuple((typed(course.name), *(_cell(score) for score in course.scores)) for course in courses)
    days = tuple(days[-1] for days in rounds)
    picture = CoursePicture(days, labels, courses, "ten" if scale.ten_is_safe else "zero")
    table = Table(own(words("course.table")), (words("scale.person"), *labels), rows)
    return Figure(own(words("course.caption")), picture, _told(words, courses, labels), table)


def rounds_of(scale: ViewScale) -> list[list[dt.date]]:
    """Put the days on which numbers were given, where they lie close together, into one round; the oldest first."""
    rounds: list[list[dt.date]] = []
    for day in sorted({day for rating in scale.ratings for day, _ in rating.history}):
        if rounds and day - rounds[-1][0] <= _ROUND:
            rounds[-1].append(day)
        else:
            rounds.append([day])
    return rounds


def is_from_last_time(rating: ViewRating, rounds: list[list[dt.date]]) -> bool:
    """Tell whether somebody's number before is from the round before this one, or from the same.

    An arrow from an older number would hide that they were not asked last time.
    """
    places = [place for place, days in enumerate(rounds) for day in days if day in (rating.date, rating.before_date)]
    return not places or max(places) - min(places) <= 1


def _labels(words: Labels, days: list[dt.date]) -> tuple[str, ...]:
    """Write the rounds' months; their days where two rounds fall into one month."""
    months = [(day.year, day.month) for day in days]
    if len(set(months)) < len(months):
        return tuple(words.date(day) for day in days)
    return tuple(words.month(day) for day in days)


def _role(words: Labels, rating: ViewRating) -> str:
    return words(f"role.{rating.role}") if rating.role else ""


def _scores(rating: ViewRating, rounds: list[list[dt.date]]) -> tuple[float | None, ...]:
    """Give somebody's last number of each round."""
    given = dict(rating.history)
    return tuple(next((given[day] for day in reversed(days) if day in given), None) for days in rounds)


def _cell(score: float | None) -> Line:
    return own(score_text(score)) if score is not None else ()


def _told(words: Labels, courses: tuple[Course, ...], labels: tuple[str, ...]) -> str:
    sentences = []
    for course in courses:
        given = [
            words("course.number", score=score_text(score), date=label)
            for score, label in zip(course.scores, labels, strict=True)
            if score is not None
        ]
        sentences.append(words("course.person", name=course.name, numbers=words.comma.join(given)))
    return " ".join(sentences)

"""Which of somebody's numbers is their latest."""

from __future__ import annotations

from support.cases import BASE, read

from sostool.checks.scale.ratings import latest_ratings


def latest(*ratings: str) -> list[tuple[str, float | None]]:
    case = read(f"{BASE}scale: {{ratings: [{', '.join(ratings)}]}}\n").case
    assert case is not None
    assert case.scale is not None
    return [(rating.who, rating.score) for rating in latest_ratings(case.scale)]


def test_the_latest_day_counts_in_whatever_order_they_stand() -> None:
    assert latest(
        "{who: lisa, date: 2026-03-13, score: 5}",
        "{who: dean, date: 2026-03-13, score: 8}",
        "{who: lisa, date: 2026-01-13, score: 2}",
    ) == [("lisa", 5), ("dean", 8)]


def test_of_two_on_one_day_the_one_added_last_counts() -> None:
    assert latest("{who: lisa, date: 2026-03-13, score: 5}", "{who: lisa, date: 2026-03-13, score: 4}") == [("lisa", 4)]


def test_one_that_was_corrected_does_not_count() -> None:
    assert latest(
        "{who: lisa, date: 2026-03-13, score: 5}", "{who: lisa, date: 2026-03-12, score: 4, corrects: 2026-03-13}"
    ) == [("lisa", 4)]


def test_a_correction_is_of_that_persons_number_only() -> None:
    assert latest(
        "{who: dean, date: 2026-03-13, score: 5}", "{who: lisa, date: 2026-03-12, score: 4, corrects: 2026-03-13}"
    ) == [("dean", 5), ("lisa", 4)]


def test_would_not_say_is_an_answer_too() -> None:
    assert latest("{who: ray, date: 2026-03-13, score: 5}", "{who: ray, date: 2026-03-14, would_not_say: true}") == [
        ("ray", None)
    ]


def test_a_number_without_a_day_is_older_than_one_with() -> None:
    assert latest("{who: ray, date: 2026-03-13, score: 5}", "{who: ray, score: 1}", "{score: 0}") == [("ray", 5)]

"""The numbers on a scale, by person and by how recent they are."""

from __future__ import annotations

from sostool.case.model import Rating, Scale


def latest_ratings(scale: Scale) -> list[Rating]:
    """Give each person's latest rating on a scale, as a report shows it: without those that a later one corrects.

    Whoever would not say a number the last time has that as their latest. A rating without a person is left out.
    """
    latest: dict[str, Rating] = {}
    corrected = {(rating.who, rating.corrects) for rating in scale.ratings if rating.corrects}
    for rating in scale.ratings:
        if not rating.who or (corrected and not rating.corrects and (rating.who, rating.date) in corrected):
            continue
        before = latest.get(rating.who)
        if before is None or _day(rating) >= _day(before):
            latest[rating.who] = rating
    return list(latest.values())


def _day(rating: Rating) -> int:
    return rating.date.toordinal() if rating.date else 0

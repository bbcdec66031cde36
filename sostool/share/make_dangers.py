"""The dangers with their goals and scales, as one reader may have them."""

from __future__ import annotations

from sostool.case.model import Danger, Rating, Scale
from sostool.share.bars import bars_on
from sostool.share.making import Making
from sostool.share.view import ViewDanger, ViewDifferent, ViewGoal, ViewRating, ViewScale
from sostool.share.view_item import NO_LIMIT
from sostool.yamlfile.parts import Part


def make_dangers(making: Making) -> tuple[ViewDanger, ...]:
    """Make the danger statements the reader may have, in the file's order."""
    return tuple(_danger(making, danger) for danger in given_dangers(making))


def given_dangers(making: Making) -> list[Danger]:
    """Give the dangers that go in; their places in this list are the numbers they get."""
    return making.chosen("statements and goals", making.case.dangers)


def make_overall(making: Making) -> ViewScale | None:
    """Make the scale over everything."""
    scale = making.case.scale
    return make_scale(making, scale) if scale is not None and making.may("overall scale", scale) else None


def _danger(making: Making, danger: Danger) -> ViewDanger:
    goal, scale = danger.goal, danger.scale
    return ViewDanger(
        statement=danger.statement,
        worried=making.names(_not_barred(making, danger.worried)),
        children=making.names(danger.children),
        sees_it_differently=tuple(
            ViewDifferent(making.name(other.who), other.says, making.hearing(other, danger))
            for other in making.chosen("sees it differently", danger.sees_it_differently)
        ),
        goal=None
        if goal is None or not making.open(goal)
        else ViewGoal(
            goal.statement,
            making.names(goal.who_does),
            making.names_beside(goal, goal.who_sees),
            goal.how_long,
            goal.reached,
            making.hearing(goal, danger),
        ),
        scale=make_scale(making, scale, danger) if scale is not None and making.open(scale) else None,
        hearing=making.hearing(danger),
    )


def _not_barred(making: Making, ids: tuple[str, ...]) -> list[str]:
    """Leave out, beside a statement, the names of those whose words a feared reader must not see."""
    bars = [bar for id_ in making.reader.members for bar in bars_on(making.case, id_)]
    return [id_ for id_ in ids if not any(id_ in words_of for _, words_of in bars)]


def make_scale(making: Making, scale: Scale, *around: Danger) -> ViewScale:
    """Make a scale with each person's latest number that the reader may have, and their number before that."""
    given = making.chosen("ratings", scale.ratings)
    return ViewScale(
        ten=scale.ten,
        zero=scale.zero,
        child_ten=scale.child_ten,
        child_zero=scale.child_zero,
        ten_is_safe=scale.direction == "ten-is-safe",
        differences=scale.differences if making.may("differences", scale) else "",
        ratings=tuple(_rating(making, history, scale, *around) for history in by_person(given)),
        hearing=making.hearing(scale, *around),
        differences_hearing=making.hearing(scale, *around, only_cleared=True) if scale.differences else NO_LIMIT,
    )


def by_person(ratings: list[Rating]) -> list[list[Rating]]:
    """Group numbers by person in the file's order, oldest first, without those corrected later."""
    people: dict[str, list[Rating]] = {}
    for rating in ratings:
        people.setdefault(rating.who, []).append(rating)
    histories = []
    for history in people.values():
        corrected = {rating.corrects for rating in history if rating.corrects}
        kept = [rating for rating in history if rating.date is None or rating.date not in corrected or rating.corrects]
        histories.append(sorted(kept, key=lambda rating: rating.date.toordinal() if rating.date else 0))
    return histories


def _rating(making: Making, history: list[Rating], *around: Part) -> ViewRating:
    rating = history[-1]
    person = making.case.people.get(rating.who)
    reasons = making.may("reasons for ratings", rating)
    before = next((earlier for earlier in reversed(history[:-1]) if earlier.score is not None), None)
    return ViewRating(
        name=making.name(rating.who),
        role=person.role if person else "",
        date=rating.date,
        score=rating.score,
        would_not_say=bool(rating.would_not_say),
        reason=rating.reason if reasons else "",
        one_higher=rating.one_higher if reasons else "",
        before=before.score if before else None,
        before_date=before.date if before else None,
        history=tuple((each.date, each.score) for each in history if each.date is not None and each.score is not None),
        hearing=making.hearing(rating, *around),
    )

"""Whose number has moved from what to what since an earlier meeting, as one reader may have it.

There is no average and no sum: each person's own number is told beside their own number before.
"""

from __future__ import annotations

from typing import NamedTuple

from sostool.case.model import Danger, Rating, Scale
from sostool.share.both_files import Both
from sostool.share.make_dangers import by_person, given_dangers
from sostool.share.making import Making
from sostool.share.making_earlier import merged
from sostool.share.view_changes import ViewMove, ViewMoves, ViewNumber
from sostool.share.view_item import NO_LIMIT, Hearing
from sostool.yamlfile.parts import Part


class _Given(NamedTuple):
    """A number, the making that lets it through, and the parts it stands in."""

    rating: Rating
    making: Making
    around: tuple[Part, ...]

    @property
    def hearing(self) -> Hearing:
        return self.making.hearing(self.rating, *self.around)

    @property
    def number(self) -> ViewNumber:
        assert self.rating.date is not None
        return ViewNumber(None if self.rating.would_not_say else self.rating.score, self.rating.date)


def make_moves(both: Both) -> tuple[ViewMoves, ...]:
    """Make the numbers on each scale that both files have and on which anybody was asked since.

    The later file has the older numbers as well, where they were carried on; one that was not is taken from the
    earlier file.
    """
    statements = dict(enumerate((danger.statement for danger in given_dangers(both.later)), 1))
    made = [_moves(both, number, given, statements.get(number, "")) for number, given in _scales(both)]
    return tuple(moves for moves in made if moves.moves)


def _scales(both: Both) -> list[tuple[int, list[_Given]]]:
    """Give the numbers on each scale that is in both files, with the number of its danger; 0: over everything."""
    later, case = both.later, both.later.case
    found: list[tuple[int, list[_Given]]] = []
    for number, danger in enumerate(given_dangers(later), 1):
        then = both.pairs.earlier_of(danger)
        if isinstance(then, Danger) and then.scale and danger.scale and later.open(danger.scale):
            found.append((number, _given(both, (then.scale, then), (danger.scale, danger))))
    if both.kept.scale is not None and case.scale is not None and later.may("overall scale", case.scale):
        found.append((0, _given(both, (both.kept.scale,), (case.scale,))))
    return found


def _given(both: Both, then: tuple[Part, ...], now: tuple[Part, ...]) -> list[_Given]:
    """Give all numbers on a scale that go in; one that both files have, as the later file has it.

    The people come in the order of the later file, then of the earlier: of two numbers that are one and the same it
    must make no difference which of them is there no more.
    """
    earlier_scale, later_scale = then[0], now[0]
    assert isinstance(earlier_scale, Scale)
    assert isinstance(later_scale, Scale)
    alone = [rating for rating in earlier_scale.ratings if both.pairs.later_of(rating) is None]
    mine = both.later.chosen("ratings", later_scale.ratings)
    order = list(dict.fromkeys(rating.who for rating in (*mine, *earlier_scale.ratings)))
    given = [*(_Given(one, both.earlier, then) for one in alone), *(_Given(one, both.later, now) for one in mine)]
    return sorted(given, key=lambda one: order.index(one.rating.who))


def _moves(both: Both, number: int, given: list[_Given], statement: str) -> ViewMoves:
    known = {id(one.rating): one for one in given}
    moves: list[ViewMove] = []
    for history in by_person([one.rating for one in given if one.rating.date is not None]):
        numbers = [known[id(rating)] for rating in history]
        then = [one for one in numbers if one.number.date <= both.since]
        now = [one for one in numbers if both.since < one.number.date]
        move = _move(both, then[-1] if then else None, now[-1] if now else None)
        if move.name:  # whose number it is may be kept back, and by itself it says nothing
            moves.append(move)
    asked = any(move.now is not None for move in moves)
    return ViewMoves(number, tuple(moves) if asked else (), statement)


def _move(both: Both, then: _Given | None, now: _Given | None) -> ViewMove:
    newest = now or then
    assert newest is not None
    who = newest.rating.who
    person = newest.making.case.people.get(who)
    says_why = now is not None and now.making.may("reasons for ratings", now.rating)
    hearings = [one.hearing for one in (then, now) if one is not None]
    return ViewMove(
        name=newest.making.name(who),
        role=person.role if person else "",
        then=then.number if then else None,
        now=now.number if now else None,
        reason=now.rating.reason if now is not None and says_why else "",
        hearing=merged(*hearings) if any(one != NO_LIMIT for one in hearings) else NO_LIMIT,
    )

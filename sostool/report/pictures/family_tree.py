"""The family as a tree: generations in rows, homes side by side, lines in the room between the rows."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sostool.report.blocks import FamilyPicture
from sostool.report.pictures.drawing import moved_label
from sostool.report.pictures.family import (
    CARD_ABOVE,
    EDGE,
    HOME_PADDING,
    Card,
    FamilyDrawing,
    FamilyFrame,
    Home,
    Sized,
    Union,
    groups_of,
    sized,
    unions_of,
)
from sostool.report.pictures.family_lines import BELOW_CARDS, BETWEEN_LINES, LANE, tree_lines

_BETWEEN_CARDS = 12
_BETWEEN_HOMES = 22
_ABOVE_CARDS = 50


@dataclass(frozen=True, slots=True)
class Spot:
    """A card that has its place from left to right, and how far below the top of its row it is.

    Stacked siblings share a `lane`, in which a line comes down to them; 0 where there is none.
    """

    card: Sized
    row: int
    x: int
    down: int = 0
    lane: int = 0


@dataclass(frozen=True, slots=True)
class _Span:
    """What a home or a card takes up: from left to right, and its first row and last."""

    left: int
    right: int
    first: int
    last: int


def family_tree(picture: FamilyPicture, frame: FamilyFrame, card_width: int, *, stacked: bool) -> FamilyDrawing | None:
    """Place everything, or give None where a tree does not fit the frame.

    Args:
        picture: the people, their homes, and who is whose parent.
        frame: how much room there is.
        card_width: how broad a card may be.
        stacked: siblings of a home stand one under the other, not side by side.
    """
    rows = {generation: row for row, generation in enumerate(sorted({one.generation for one in picture.people}))}
    row_of = [rows[one.generation] for one in picture.people]
    unions = unions_of(picture)
    if any(row_of[child] - row_of[parent] != 1 for one in unions for parent in one.parents for child in one.children):
        return None
    across = _Across(picture, frame, card_width, row_of, unions if stacked else ())
    across.place(unions)
    right = max((span.right for span in across.taken), default=0)
    if right > frame.width - 2 * EDGE:
        return None
    shift = (frame.width - right) // 2
    heights = [
        max((spot.down + spot.card.height for spot in across.spots if spot.row == row), default=0)
        for row in rows.values()
    ]
    tops = _tops(heights, row_of, unions)
    spots = {}
    cards = []
    for spot in across.spots:
        cards.append(_card(spot, shift, tops[spot.row], picture))
        if not spot.card.again:
            spots[spot.card.person] = (cards[-1], spot.lane and spot.lane + shift)
    homes = tuple(
        Home(
            span.left + shift,
            tops[span.first] - HOME_PADDING,
            span.right - span.left,
            tops[span.last] + heights[span.last] - tops[span.first] + 2 * HOME_PADDING,
        )
        for span in across.homes
    )
    ends = [card.y + card.height for card in cards] + [home.y + home.height for home in homes]
    bottoms = [top + height for top, height in zip(tops, heights, strict=True)]
    links = tree_lines(unions, spots, [bottoms[row] for row in row_of])
    return FamilyDrawing(frame.width, max(ends, default=0) + EDGE, homes, links, tuple(cards))


class _Across:
    """Places homes side by side and everybody else as near to their own as there is room."""

    def __init__(
        self, picture: FamilyPicture, frame: FamilyFrame, card_width: int, row_of: list[int], stacks: tuple[Union, ...]
    ) -> None:
        self._picture, self._frame, self._width, self._row_of = picture, frame, card_width, row_of
        parents = {parent for parent, _ in picture.parents}
        # Only who has no children of their own can stand above another: no line goes down from them.
        self._stack_of = {
            child: number for number, one in enumerate(stacks) for child in one.children if child not in parents
        }
        self.spots: list[Spot] = []
        self.homes: list[_Span] = []
        self.taken: list[_Span] = []

    def place(self, unions: tuple[Union, ...]) -> None:
        """Place everybody."""
        groups = groups_of(self._picture)
        homes = sum(bool(home) for home in self._picture.homes)
        x = 0
        for group in groups[:homes]:
            x = self._home([self._sized(*member) for member in group], x) + _BETWEEN_HOMES
        # Children first: their parents and grandparents then find a place over them.
        alone = [self._sized(*member) for group in groups[homes:] for member in group]
        for card in sorted(alone, key=lambda one: -self._row_of[one.person]):
            spot = self._near(card, unions)
            self.spots.append(spot)
            self.taken.append(_Span(spot.x, spot.x + card.width, spot.row, spot.row))

    def _sized(self, person: int, again: bool) -> Sized:
        return sized(self._picture, person, self._frame, self._width, "middle", again=again)

    def _home(self, cards: list[Sized], x: int) -> int:
        by_row: dict[int, list[Sized]] = {}
        for card in cards:
            by_row.setdefault(self._row_of[card.person], []).append(card)
        columns = {row: self._columns(members) for row, members in by_row.items()}
        inner = max(map(_breadth, columns.values()))
        for row, side_by_side in columns.items():
            left = x + HOME_PADDING + (inner - _breadth(side_by_side)) // 2
            for column in side_by_side:
                self._column(column, row, left)
                left += _column_width(column) + _BETWEEN_CARDS
        span = _Span(x, x + inner + 2 * HOME_PADDING, min(by_row), max(by_row))
        self.homes.append(span)
        self.taken.append(span)
        return span.right

    def _columns(self, cards: list[Sized]) -> list[list[Sized]]:
        """Put siblings into one column where they are stacked, and everybody else in a column alone."""
        columns: dict[tuple[int, int], list[Sized]] = {}
        for card in cards:
            stack = -1 if card.again else self._stack_of.get(card.person, -1)
            columns.setdefault((stack, card.person if stack < 0 else 0), []).append(card)
        return list(columns.values())

    def _column(self, column: list[Sized], row: int, left: int) -> None:
        lane = left + LANE // 2 - 2 if len(column) > 1 else 0
        broadest = max(card.width for card in column)
        down = 0
        for card in column:
            wide = replace(card, width=broadest)
            self.spots.append(Spot(wide, row, left + LANE if lane else left, down, lane))
            down += card.height + _BETWEEN_CARDS

    def _near(self, card: Sized, unions: tuple[Union, ...]) -> Spot:
        """Find the free place in a row that is nearest to a person's parents and children, else to the left."""
        row = self._row_of[card.person]
        kin = {
            person
            for one in unions
            if card.person in (*one.parents, *one.children)
            for person in (*one.parents, *one.children)
        }
        middles = [spot.x + spot.card.width // 2 for spot in self.spots if spot.card.person in kin]
        wanted = max(sum(middles) // len(middles) - card.width // 2, 0) if middles else 0
        blocked = [
            (span.left - _BETWEEN_HOMES, span.right + _BETWEEN_HOMES)
            for span in self.taken
            if span.first <= row <= span.last
        ]
        choices = [wanted, 0, *(end for _, end in blocked), *(left - card.width for left, _ in blocked)]
        free = [x for x in choices if x >= 0 and not any(left < x + card.width and x < end for left, end in blocked)]
        inside = [x for x in free if x + card.width <= self._frame.width - 2 * EDGE]
        return Spot(card, row, min(inside or free, key=lambda x: abs(x - wanted)))


def _column_width(column: list[Sized]) -> int:
    return max(card.width for card in column) + (LANE if len(column) > 1 else 0)


def _breadth(columns: list[list[Sized]]) -> int:
    return sum(map(_column_width, columns)) + _BETWEEN_CARDS * (len(columns) - 1)


def _tops(heights: list[int], row_of: list[int], unions: tuple[Union, ...]) -> list[int]:
    """Give each row's top, with room between rows for each line."""
    tops = [HOME_PADDING + EDGE + 14]
    for row, height in enumerate(heights):
        lines = sum(row_of[one.parents[0]] == row for one in unions)
        tops.append(tops[-1] + height + BELOW_CARDS + BETWEEN_LINES * max(lines - 1, 0) + _ABOVE_CARDS)
    return tops[:-1]


def _card(spot: Spot, shift: int, top: int, picture: FamilyPicture) -> Card:
    card, x, y = spot.card, spot.x + shift, top + spot.down
    text = moved_label(card.label, x + card.width // 2, y + CARD_ABOVE)
    return Card(x, y, card.width, card.height, picture.people[card.person].generation, card.again, text)

"""Where everything stands in the family's picture: cards for people, frames for homes, lines from parents to children.

A tree with generations in rows where there is room; else a list with the lines beside it, which holds any family.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sostool.report.blocks import FamilyPicture
from sostool.report.pictures.drawing import SHAPES, Label, height_of, label, width_of


@dataclass(frozen=True, slots=True)
class Card:
    """One person. `again` where the same person stands in another home already."""

    x: int
    y: int
    width: int
    height: int
    generation: int
    again: bool
    label: Label


@dataclass(frozen=True, slots=True)
class Home:
    """A frame around the cards of people who live together."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Link:
    """Lines from the same parents to their children: `colour` and `dash` number what the template draws.

    Each stroke is x, y, x, y. Dots stand at parents, tips at children, where an arrow ends: from above, or from
    the left.
    """

    colour: int
    dash: int
    strokes: tuple[tuple[int, int, int, int], ...]
    dots: tuple[tuple[int, int], ...]
    tips: tuple[tuple[int, int], ...]
    side_tips: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class FamilyDrawing:
    """The whole picture."""

    width: int
    height: int
    homes: tuple[Home, ...]
    links: tuple[Link, ...]
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class FamilyFrame:
    """How much room there is. `trees` are tried in order: how broad cards may be, and whether siblings are stacked."""

    width: int
    name_size: int
    detail_size: int
    trees: tuple[tuple[int, bool], ...]


FAMILY_WIDE = FamilyFrame(
    720,
    20,
    18,
    ((190, False), (150, False), (190, True), (160, True), (120, False), (120, True), (110, True), (100, True)),
)
FAMILY_NARROW = FamilyFrame(320, 19, 17, ((150, False), (110, False), (130, True), (100, True)))

DASHES = 4
CARD_SIDE = 9
CARD_ABOVE = 8
HOME_PADDING = 16
EDGE = 3
TIP = 8


@dataclass(frozen=True, slots=True)
class Union:
    """The same parents and all their children, by places in the picture's people."""

    parents: tuple[int, ...]
    children: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Sized:
    """A person's card before it has a place."""

    person: int
    again: bool
    width: int
    height: int
    label: Label


def unions_of(picture: FamilyPicture) -> tuple[Union, ...]:
    """Put children who have the same parents together, in the order of the picture's people."""
    parents_of: dict[int, list[int]] = {}
    for parent, child in picture.parents:
        if parent != child and parent not in parents_of.setdefault(child, []):
            parents_of[child].append(parent)
    together: dict[tuple[int, ...], list[int]] = {}
    for child in sorted(parents_of):
        if parents_of[child]:
            together.setdefault(tuple(sorted(parents_of[child])), []).append(child)
    return tuple(Union(parents, tuple(children)) for parents, children in together.items())


def groups_of(picture: FamilyPicture) -> tuple[tuple[tuple[int, bool], ...], ...]:
    """Give the people of each home, then each one who is in no home; with whether they stood in a home before."""
    seen: set[int] = set()
    groups = []
    for home in picture.homes:
        members = tuple((person, person in seen) for person in dict.fromkeys(home))
        seen.update(home)
        if members:
            groups.append(members)
    return (*groups, *(((person, False),) for person in range(len(picture.people)) if person not in seen))


def sized(
    picture: FamilyPicture,
    person: int,
    frame: FamilyFrame,
    width: int,
    anchor: Literal["start", "middle"],
    *,
    again: bool,
) -> Sized:
    """Make a card as broad as its text: in a list no broader than `width`, in a tree as broad as the longest word."""
    one = picture.people[person]
    room = width - 2 * CARD_SIDE
    most = frame.width if anchor == "middle" else room
    written = label(one.name, one.detail, anchor, (frame.name_size, frame.detail_size), room, most)
    texts = (written.name, written.detail)
    return Sized(person, again, width_of(*texts) + 2 * CARD_SIDE, height_of(*texts) + 2 * CARD_ABOVE, written)


class Strokes:
    """Gathers the lines of one union, told apart from the others by colour and by dashes."""

    def __init__(self) -> None:
        self.lines: list[tuple[int, int, int, int]] = []
        self.dots: list[tuple[int, int]] = []
        self.tips: list[tuple[int, int]] = []
        self.side_tips: list[tuple[int, int]] = []

    def link(self, number: int) -> Link:
        """Give all lines of the union with this number."""
        return Link(
            number % SHAPES,
            number % DASHES,
            tuple(self.lines),
            tuple(self.dots),
            tuple(self.tips),
            tuple(self.side_tips),
        )

"""The family as a list: home after home from top to bottom, and beside it the lines from parents to children."""

from __future__ import annotations

from sostool.report.blocks import FamilyPicture
from sostool.report.pictures.drawing import moved_label
from sostool.report.pictures.family import (
    CARD_ABOVE,
    CARD_SIDE,
    EDGE,
    HOME_PADDING,
    TIP,
    Card,
    FamilyDrawing,
    FamilyFrame,
    Home,
    Link,
    Strokes,
    Union,
    groups_of,
    sized,
    unions_of,
)

_STEP = 18
_BETWEEN_CARDS = 10
_BETWEEN_GROUPS = 24
_ROOF = 14
_LINES = 90  # how broad all lines together may be
_BETWEEN_LINES = 16
_BETWEEN_STUBS = 11
_LEAST_HEIGHT = 2 * CARD_ABOVE + 8


def family_list(picture: FamilyPicture, frame: FamilyFrame) -> FamilyDrawing:
    """Place everything, in as much height as it takes."""
    unions = unions_of(picture)
    groups = [_elders_first(picture, group) for group in groups_of(picture)]
    lanes = _lanes(unions, [person for group in groups for person, again in group if not again])
    count = max(lanes, default=-1) + 1
    between = min(_BETWEEN_LINES, _LINES // max(count, 1))
    left = EDGE + 8 + between * count + 8
    stubs = {
        person: [one for one in unions if person in (*one.parents, *one.children)]
        for person in range(len(picture.people))
    }
    lowest = min((one.generation for one in picture.people), default=0)
    cards: list[Card] = []
    homes: list[Home] = []
    first: dict[int, Card] = {}
    y = EDGE
    in_homes = len([home for home in picture.homes if home])
    for at, group in enumerate(groups):
        framed = at < in_homes
        padding = HOME_PADDING if framed else 0
        top = y + (_ROOF if framed else 0)
        y = top + padding
        for person, again in group:
            generation = picture.people[person].generation
            indent = HOME_PADDING + _STEP * min(generation - lowest, 3)
            x = left + indent
            room = frame.width - EDGE - x - HOME_PADDING
            one = sized(picture, person, frame, room, "start", again=again)
            height = max(one.height, _LEAST_HEIGHT, _BETWEEN_STUBS * (len(stubs[person]) + 1))
            text = moved_label(one.label, x + CARD_SIDE, y + CARD_ABOVE + (height - one.height) // 2)
            cards.append(Card(x, y, room, height, generation, again, text))
            if not again:
                first[person] = cards[-1]
            y += height + _BETWEEN_CARDS
        y += padding - _BETWEEN_CARDS
        if framed:
            homes.append(Home(left, top, frame.width - EDGE - left, y - top))
        y += _BETWEEN_GROUPS if framed or at + 1 == in_homes else _BETWEEN_CARDS
    ends = [card.y + card.height for card in cards] + [home.y + home.height for home in homes]
    links = tuple(
        _link(number, unions[number], first, stubs, EDGE + 8 + between * lane) for number, lane in enumerate(lanes)
    )
    return FamilyDrawing(frame.width, max(ends, default=0) + EDGE, tuple(homes), links, tuple(cards))


def _elders_first(picture: FamilyPicture, group: tuple[tuple[int, bool], ...]) -> list[tuple[int, bool]]:
    return sorted(group, key=lambda one: picture.people[one[0]].generation)


def _lanes(unions: tuple[Union, ...], listed: list[int]) -> list[int]:
    """Give each union a lane in which no other runs past the same people."""
    order = {person: place for place, person in enumerate(listed)}
    ends: list[list[tuple[int, int]]] = []
    lanes = []
    for one in unions:
        places = [order[person] for person in (*one.parents, *one.children)]
        span = min(places), max(places)
        lane = next(
            (at for at, spans in enumerate(ends) if all(span[1] < low or high < span[0] for low, high in spans)),
            len(ends),
        )
        if lane == len(ends):
            ends.append([])
        ends[lane].append(span)
        lanes.append(lane)
    return lanes


def _link(number: int, one: Union, cards: dict[int, Card], stubs: dict[int, list[Union]], x: int) -> Link:
    """Draw one level line down the lane, with a stub to each parent and each child."""
    strokes = Strokes()
    levels = []
    for person in (*one.parents, *one.children):
        card = cards[person]
        y = card.y + card.height * (stubs[person].index(one) + 1) // (len(stubs[person]) + 1)
        levels.append(y)
        if person in one.parents:
            strokes.dots.append((card.x, y))
            strokes.lines.append((x, y, card.x, y))
        else:
            strokes.side_tips.append((card.x, y))
            strokes.lines.append((x, y, card.x - TIP, y))
    strokes.lines.append((x, min(levels), x, max(levels)))
    return strokes.link(number)

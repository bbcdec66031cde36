"""The lines of the family's tree: one level line for the same parents, with drops from them and to their children."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from sostool.report.pictures.family import TIP, Card, Link, Strokes, Union

BELOW_CARDS = 30
BETWEEN_LINES = 16
LANE = 26

_BETWEEN_DROPS = 12
_CORNER = 8


def tree_lines(
    unions: Sequence[Union], spots: Mapping[int, tuple[Card, int]], bottoms: Sequence[int]
) -> tuple[Link, ...]:
    """Draw the lines.

    Args:
        unions: parents and their children.
        spots: each person's card, and the lane in which a line comes down beside it where siblings are stacked.
        bottoms: each person's row's lower edge.
    """
    lanes = {lane for _, lane in spots.values() if lane}
    drops = [(lane, -1) for lane in lanes]
    levels: dict[int, int] = {}
    partners = {parent: [one for one in unions if parent in one.parents] for parent in spots}
    links = []
    for number in sorted(range(len(unions)), key=lambda at: -len(unions[at].children)):
        one = unions[number]
        bottom = bottoms[one.parents[0]]
        y = bottom + BELOW_CARDS + BETWEEN_LINES * levels.setdefault(bottom, 0)
        levels[bottom] += 1
        strokes = Strokes()
        places = set()
        for parent in one.parents:
            card, _ = spots[parent]
            share = (partners[parent].index(one) + 1) / (len(partners[parent]) + 1)
            x = _free(card.x + round(card.width * share), card, drops, number)
            places.add(x)
            strokes.dots.append((x, card.y + card.height))
            strokes.lines.append((x, card.y + card.height, x, y))
        only = next(iter(places)) if len(places) == len(one.children) == 1 else None
        for child in one.children:
            card, lane = spots[child]
            if lane:
                places.add(lane)
                middle = card.y + card.height // 2
                strokes.side_tips.append((card.x, middle))
                strokes.lines += [(lane, y, lane, middle), (lane, middle, card.x - TIP, middle)]
                continue
            wanted = only if only is not None and _is_over(only, card) else card.x + card.width // 2
            x = _free(wanted, card, drops, number)
            places.add(x)
            strokes.tips.append((x, card.y))
            strokes.lines.append((x, y, x, card.y - TIP))
        strokes.lines += [(left, y, right, y) for left, right in pairwise(sorted(places))]
        links.append(strokes.link(number))
    return tuple(links)


def _is_over(x: int, card: Card) -> bool:
    return card.x + _CORNER <= x <= card.x + card.width - _CORNER


def _free(wanted: int, card: Card, drops: list[tuple[int, int]], number: int) -> int:
    """Find a place on a card's edge near the wanted one where no other union's line goes up or down."""
    places = sorted(range(card.x + _CORNER, card.x + card.width - _CORNER + 1), key=lambda x: abs(x - wanted))
    others = [x for x, owner in drops if owner != number]
    free = next((x for x in places if all(abs(x - other) >= _BETWEEN_DROPS for other in others)), wanted)
    drops.append((free, number))
    return free

"""Where everything stands in the picture of the network: the children, and ring after ring of people around them.

A ring is a band that grows with the names in it, so that nothing is ever too small to read: names stand in rows
above and below what the ring encloses, and beside it where there is room.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import ceil, sqrt

from sostool.report.blocks import NetworkPicture, Ring
from sostool.report.pictures.drawing import (
    Label,
    Text,
    height_of,
    label,
    moved,
    moved_label,
    width_of,
    written,
)


@dataclass(frozen=True, slots=True)
class Band:
    """The outline of a ring, or of the middle (`depth` 0), with round corners; outer ones are drawn first."""

    depth: int
    x: int
    y: int
    width: int
    height: int
    radius: int


@dataclass(frozen=True, slots=True)
class Key:
    """What a ring means, beside a small sign of it at `x`, `y`."""

    depth: int
    x: int
    y: int
    meaning: Text


@dataclass(frozen=True, slots=True)
class NetworkDrawing:
    """The whole picture."""

    width: int
    height: int
    bands: tuple[Band, ...]
    children: tuple[Text, ...]
    people: tuple[Label, ...]
    legend: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class NetworkFrame:
    """How much room there is.

    `radii` are how round the outermost ring's corners may be, and `breaks` are widths at which labels are broken: what
    gives the lowest picture wins, but round corners are worth some height.
    """

    width: int
    side: int
    above: int
    gap: int
    radii: tuple[int, ...]
    name_size: int
    detail_size: int
    breaks: tuple[int, ...]


NETWORK_WIDE = NetworkFrame(720, 22, 19, 26, (190, 150, 110), 20, 18, (200, 176, 156, 136))
NETWORK_NARROW = NetworkFrame(320, 9, 16, 14, (60, 40), 19, 17, (248, 128, 118))

_KEY = 19  # the small sign's half
_ROW_GAP = 14
_SIDES = 2
_ROUND = 56  # rounder corners would cut into the children's names


@dataclass(frozen=True, slots=True)
class _Sized:
    label: Label
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class _Reach:
    """How far an outline reaches from the picture's middle: half its width, above, below; and its corners."""

    half: int
    above: int
    below: int
    radius: int


@dataclass(frozen=True, slots=True)
class _Placed:
    """A label and where its middle and its top are, counted from the picture's middle."""

    label: Label
    x: int
    y: int


def network_drawing(picture: NetworkPicture, frame: NetworkFrame) -> NetworkDrawing:
    """Place everything.

    Args:
        picture: the children and the rings, the nearest first.
        frame: `NETWORK_WIDE` or `NETWORK_NARROW`.
    """
    names, core = _children(picture.children, frame)
    tried = [
        (_around(picture.rings, core, frame, width, radius), radius) for width in frame.breaks for radius in frame.radii
    ]
    (people, bands), _ = min(tried, key=lambda one: one[0][1][-1].above + one[0][1][-1].below - one[1])
    middle_x, middle_y = frame.width // 2, bands[-1].above + 2
    legend, height = _legend(picture, frame, middle_y + bands[-1].below + 20)
    return NetworkDrawing(
        width=frame.width,
        height=height,
        bands=tuple(
            Band(depth, middle_x - one.half, middle_y - one.above, 2 * one.half, one.above + one.below, one.radius)
            for depth, one in reversed(list(enumerate(bands)))
        ),
        children=tuple(moved(name, middle_x, middle_y) for name in names),
        people=tuple(moved_label(one.label, middle_x + one.x, middle_y + one.y) for one in people),
        legend=legend,
    )


def _around(
    rings: tuple[Ring, ...], core: _Reach, frame: NetworkFrame, label_width: int, radius: int
) -> tuple[list[_Placed], list[_Reach]]:
    """Place ring after ring; give the people, and how far the middle and each ring reach."""
    reaches = [core]
    people: list[_Placed] = []
    for depth, ring in enumerate(rings, 1):
        most = frame.width // 2 - 2 - frame.side * (len(rings) - depth)
        # Whatever the corners, labels are as broad as the roundest allow, so that they are measured once.
        narrowest = 2 * (most - _corner(max(frame.radii), frame.above)) - 8
        labels = [
            _sized(one.name, one.relation, frame.name_size, frame.detail_size, min(label_width, narrowest), narrowest)
            for one in ring.people
        ]
        placed, reach = _ring(labels, reaches[-1], frame, most, radius * (depth + 1) // (len(rings) + 1))
        people += placed
        reaches.append(reach)
    return people, reaches


@lru_cache(maxsize=1024)
def _sized(name: str, relation: str, name_size: int, detail_size: int, width: int, most: int) -> _Sized:
    made = label(name, relation, "middle", (name_size, detail_size), width, most)
    return _Sized(made, width_of(made.name, made.detail), height_of(made.name, made.detail))


def _children(children: tuple[str, ...], frame: NetworkFrame) -> tuple[list[Text], _Reach]:
    """Write the children's names one under the other around the middle, and give how far what holds them reaches."""
    size = frame.name_size + 3
    room = frame.width - 4 * frame.side - 120
    names = [written((name,), 0, "middle", size, 0, room, bold=True) for name in children]
    height = height_of(*names)
    top = -height // 2
    placed = []
    for name in names:
        placed.append(moved(name, 0, top))
        top += height_of(name)
    half, tall = max(52, width_of(*placed) // 2 + 26), max(40, height // 2 + 22)
    return placed, _Reach(half, tall, tall, min(half, tall, _ROUND))


def _ring(
    labels: list[_Sized], core: _Reach, frame: NetworkFrame, most: int, radius: int
) -> tuple[list[_Placed], _Reach]:
    """Place a ring's people around what it encloses, and give how far the ring reaches."""
    room = 2 * (most - _corner(radius, frame.above))
    core_above, core_below = core.above, core.below
    placed: list[_Placed] = []
    half = core.half + frame.side
    tall = 0
    beside = max((one.width for one in labels[:1] + labels[-1:]), default=0)
    if len(labels) >= _SIDES and core.half + beside + 2 * frame.gap <= most:
        # The first and the last stand left and right, so that a ring goes all the way round.
        first, *labels, last = labels
        for one, side in ((first, -1), (last, 1)):
            placed.append(_Placed(one.label, side * (core.half + frame.gap + one.width // 2), -one.height // 2))
            half = max(half, core.half + one.width + 2 * frame.gap)
            tall = max(tall, one.height)
            core_above = max(core_above, one.height // 2)
            core_below = max(core_below, one.height // 2)
    upper = labels[: ceil(len(labels) / 2)]
    heights = []
    for rows, side, start in (
        (_rows(upper, room, frame), -1, core_above),
        (_rows(labels[len(upper) :], room, frame), 1, core_below),
    ):
        reach = start + frame.above
        # Above the middle the rows are placed from the bottom to the top.
        for row in rows if side > 0 else reversed(rows):
            height = max(one.height for one in row)
            width = sum(one.width for one in row)
            # Names spread out over what the ring encloses, so that they stand around it.
            gap = min(max(frame.gap, (2 * core.half - width) // len(row)), 3 * frame.gap)
            if width + gap * (len(row) - 1) > room:
                gap = frame.gap
            width += gap * (len(row) - 1)
            x = -width // 2
            for one in row:
                y = reach if side > 0 else -reach - height
                placed.append(_Placed(one.label, x + one.width // 2, y))
                x += one.width + gap
            half = min(most, max(half, width // 2 + _corner(radius, frame.above) + 1))
            reach += height + _ROW_GAP
        heights.append(reach - _ROW_GAP + frame.above if rows else start + frame.above)
    # A round corner must not cut into who stands left and right, `gap` from the side and `deep` below the top.
    deep = min(heights) - tall // 2 - 1
    roundest = frame.gap + deep + sqrt(2 * frame.gap * deep) if tall else radius
    return placed, _Reach(half, heights[0], heights[1], min(radius, half, *heights, int(roundest)))


def _rows(labels: list[_Sized], room: int, frame: NetworkFrame) -> list[list[_Sized]]:
    """Share labels out over as few rows as hold them, with about as many in each."""
    for rows in range(1, len(labels) + 1):
        cuts = [round(at * len(labels) / rows) for at in range(rows + 1)]
        shared = [labels[cuts[at] : cuts[at + 1]] for at in range(rows)]
        if all(sum(one.width for one in row) + frame.gap * (len(row) - 1) <= room for row in shared):
            return shared
    return [[one] for one in labels]


def _corner(radius: int, depth: int) -> int:
    """How far a round corner reaches in from the side, so far below the top."""
    return 0 if depth >= radius else ceil(radius - sqrt(radius**2 - (radius - depth) ** 2))


def _legend(picture: NetworkPicture, frame: NetworkFrame, top: int) -> tuple[tuple[Key, ...], int]:
    keys = []
    for depth, ring in enumerate(picture.rings, 1):
        text = written((ring.meaning,), 2 * _KEY + 14, "start", frame.detail_size, top, frame.width - 2 * _KEY - 14)
        height = max(height_of(text), 2 * _KEY)
        text = moved(text, 0, (height - height_of(text)) // 2)
        keys.append(Key(depth, _KEY, top + height // 2, text))
        top += height + 8
    return tuple(keys), top

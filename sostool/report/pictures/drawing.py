"""What all pictures are drawn from, as numbers and texts: lines of text, a label, a person's own mark."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import ceil
from typing import Literal, TypeAlias

from sostool.report.pictures.lettering import ALLOWANCE, BOLD, text_width, word_width, wrap

Anchor: TypeAlias = Literal["start", "middle", "end"]
Box: TypeAlias = tuple[float, float, float, float]

LEADING = 1.2
SHAPES = 6

_BETWEEN = " · "


@dataclass(frozen=True, slots=True)
class Text:
    """Lines of text, each with its baseline's height. `x` is where they start or end, or their middle."""

    x: int
    anchor: Anchor
    size: int
    lines: tuple[tuple[int, str], ...]
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """A name, and in smaller letters under it what else is said of the person."""

    name: Text
    detail: Text


@dataclass(frozen=True, slots=True)
class Sign:
    """The mark that stands for one person: numbers of a shape and a colour that the template draws."""

    shape: int
    colour: int


class Signs:
    """Gives each person of a document one mark, the same in all its pictures.

    Shape and colour together tell 36 people apart; the name beside the mark tells all of them.
    """

    def __init__(self) -> None:
        self._places: dict[tuple[str, str, int], int] = {}

    def of(self, people: Iterable[tuple[str, str]]) -> tuple[Sign, ...]:
        """Give the marks of one picture's people, by name and role. Namesakes in one picture have one each."""
        seen: dict[tuple[str, str], int] = {}
        signs = []
        for person in people:
            namesakes = seen[person] = seen.get(person, -1) + 1
            place = self._places.setdefault((*person, namesakes), len(self._places))
            signs.append(Sign(place % SHAPES, (place + place // SHAPES) % SHAPES))
        return tuple(signs)


def written(
    parts: Iterable[str], x: int, anchor: Anchor, size: int, top: int, width: int, *, bold: bool = False
) -> Text:
    """Write parts side by side while they fit on one line, else each on lines of its own."""
    room = int(width / BOLD) if bold else width
    lines: list[str] = []
    for part in filter(None, parts):
        beside = wrap(f"{lines[-1]}{_BETWEEN}{part}", size, room) if lines else ()
        if len(beside) == 1:
            lines[-1] = beside[0]
        else:
            lines.extend(wrap(part, size, room))
    placed = tuple((round(top + size * (0.95 + LEADING * at)), line) for at, line in enumerate(lines))
    return Text(x, anchor, size, placed, bold)


def label(name: str, detail: str, anchor: Anchor, sizes: tuple[int, int], width: int, most: int = 0) -> Label:
    """Write a name and a detail under it, the name's top at 0.

    Args:
        name: in bold letters.
        detail: under it.
        anchor: where the lines start or end, or their middle, is 0.
        sizes: the letters' sizes, of the name and of the detail.
        width: how broad it may be.
        most: how broad it may be rather than break a word.
    """
    if most > width:
        words = max(word_width(name, sizes[0]) * BOLD, word_width(detail, sizes[1]))
        width = max(width, min(ceil(words) + 1, most))
    first = written((name,), 0, anchor, sizes[0], 0, width, bold=True)
    return Label(first, written((detail,), 0, anchor, sizes[1], height_of(first), width))


def moved(text: Text, across: int, down: int) -> Text:
    """Move a text."""
    return replace(text, x=text.x + across, lines=tuple((y + down, line) for y, line in text.lines))


def moved_label(moving: Label, across: int, down: int) -> Label:
    """Move a label."""
    return Label(moved(moving.name, across, down), moved(moving.detail, across, down))


def width_of(*texts: Text) -> int:
    """Give the width of the broadest of some texts, with what a wider font may add."""
    return max((round(0.5 + extent(text)[2] - extent(text)[0]) for text in texts), default=0)


def height_of(*texts: Text) -> int:
    """Give the height of texts that stand one under the other."""
    return sum(round(len(text.lines) * text.size * LEADING) for text in texts)


def extent(text: Text) -> Box:
    """Give the left, top, right and bottom of a text, with what a wider font may add."""
    width = max((text_width(line, text.size) for _, line in text.lines), default=0.0) * ALLOWANCE
    if text.bold:
        width *= BOLD
    left = text.x - {"start": 0.0, "middle": width / 2, "end": width}[text.anchor]
    first, last = (text.lines[0][0], text.lines[-1][0]) if text.lines else (0, 0)
    return left, first - 0.8 * text.size, left + width, last + 0.25 * text.size


def meet(first: Box, second: Box) -> bool:
    """Tell whether two boxes overlap."""
    return first[0] < second[2] and second[0] < first[2] and first[1] < second[3] and second[1] < first[3]


def number_text(score: float) -> str:
    """Write a number as people say it: 7, or 7.5."""
    return f"{score:g}"


def share_of(score: float) -> float:
    """Give how far up from 0 to 10 a number is, from 0 to 1; one beyond the ends is at the end."""
    return min(max(score, 0.0), 10.0) / 10

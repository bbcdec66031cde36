"""A drawing of the scale as numbers and texts: what the template needs to draw it, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sostool.report.pictures.lettering import ALLOWANCE, text_width


@dataclass(frozen=True, slots=True)
class Text:
    """Lines of text, each with its baseline's height. `x` is where they start or end, or their middle."""

    x: int
    anchor: Literal["start", "middle", "end"]
    size: int
    lines: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Arrow:
    """From a person's number before to their number now."""

    start: int
    tip: int
    points_right: bool


@dataclass(frozen=True, slots=True)
class Lane:
    """One person: their track, mark, number and name. `shape` and `colour` number what the template draws."""

    shape: int
    colour: int
    top: int
    bottom: int
    x: int
    y: int
    number: Text
    name: Text
    detail: Text
    before_x: int | None
    arrow: Arrow | None


@dataclass(frozen=True, slots=True)
class Tick:
    """One of the numbers 0 to 10 under the line."""

    x: int
    label: str
    is_end: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    """The whole picture. The line at `line_y` grows thick towards the safe end: `thickness_left`, `thickness_right`."""

    width: int
    height: int
    size: int
    line_y: int
    tick_y: int
    thickness_left: int
    thickness_right: int
    ticks: tuple[Tick, ...]
    lanes: tuple[Lane, ...]
    ends: tuple[Text, ...]


def extent(text: Text) -> tuple[float, float, float, float]:
    """Give the left, top, right and bottom of a text, with what a wider font may add."""
    width = max((text_width(line, text.size) for _, line in text.lines), default=0.0) * ALLOWANCE
    left = text.x - {"start": 0.0, "middle": width / 2, "end": width}[text.anchor]
    first, last = (text.lines[0][0], text.lines[-1][0]) if text.lines else (0, 0)
    return left, first - 0.8 * text.size, left + width, last + 0.25 * text.size

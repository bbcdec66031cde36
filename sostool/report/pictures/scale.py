"""Where everything on the scale's picture stands. A lane for each person, so that no label can meet another."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sostool.report.blocks import Line, Mark, ScalePicture
from sostool.report.pictures.drawing import Sign, Signs, Text, height_of, number_text, share_of, written
from sostool.report.pictures.lettering import ALLOWANCE, BOLD, text_width

MARK = 13
MARK_BEFORE = 8

_TOP = 4
_GAP = 8
_LANE_PADDING = 7
_ARROW_SHORTEST = 5
_HEAD = 10
_AXIS_HEIGHT = 60
_BLANK_SIDE = 24
_BLANK_ROOM = 56


@dataclass(frozen=True, slots=True)
class Arrow:
    """From a person's number before to their number now."""

    start: int
    tip: int
    head: int
    points_right: bool


@dataclass(frozen=True, slots=True)
class Lane:
    """One person: their track, mark, number and name."""

    sign: Sign
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


@dataclass(frozen=True, slots=True)
class Frame:
    """How much room there is: a label stands left of its track, or above it where the page is narrow."""

    width: int
    label_width: int
    track_left: int
    track_right: int
    label_above: bool
    name_size: int
    detail_size: int
    number_size: int


# 720 units across an A4 page make the smallest letters 12 pt; across a screen, the size of the text around them.
WIDE = Frame(720, 264, 310, 668, label_above=False, name_size=21, detail_size=19, number_size=24)
# Drawn anew for a phone, where the wide one's letters would be 7 px high.
NARROW = Frame(320, 316, 49, 266, label_above=True, name_size=20, detail_size=18, number_size=23)


def scale_drawing(
    picture: ScalePicture, frame: Frame, was: str, signs: Signs | None = None, *, with_ends: bool = False
) -> Drawing:
    """Place everything.

    Args:
        picture: the marks; those without a number are not placed.
        frame: `WIDE` or `NARROW`.
        was: our words for a number before, `was {score}`.
        signs: the marks that the document's people have in its other pictures.
        with_ends: write both ends' texts under the line; a page that has room writes them in its own text.
    """
    lanes: list[Lane] = []
    top = _TOP
    if all(mark.score is None for mark in picture.marks):
        # A line to write on: as wide as the paper, with room above it for a cross and a name.
        frame = replace(frame, track_left=_BLANK_SIDE, track_right=frame.width - _BLANK_SIDE)
        top += _BLANK_ROOM
    own_signs = (signs or Signs()).of((mark.name, mark.role) for mark in picture.marks)
    for mark, sign in zip(picture.marks, own_signs, strict=True):
        if mark.score is not None:
            lanes.append(_lane(mark, mark.score, sign, frame, top, was))
            top = lanes[-1].bottom
    line_y = top + 16
    tick_y = line_y + 36
    height = top + _AXIS_HEIGHT
    ends: tuple[Text, ...] = ()
    if with_ends:
        room = (frame.width - 40) // 2
        zero, ten = (_one(line) for line in (picture.zero, picture.ten))
        ends = (
            written((zero,), 0, "start", frame.detail_size, height, room),
            written((ten,), frame.width, "end", frame.detail_size, height, room),
        )
        height += max(height_of(end) for end in ends) + 6
    return Drawing(
        width=frame.width,
        height=height,
        size=frame.detail_size,
        line_y=line_y,
        tick_y=tick_y,
        thickness_left=2 if picture.safe_end == "ten" else 12,
        thickness_right=12 if picture.safe_end == "ten" else 2,
        ticks=tuple(Tick(place(score, frame), str(score), score in {0, 10}) for score in range(11)),
        lanes=tuple(lanes),
        ends=ends,
    )


def place(score: float, frame: Frame) -> int:
    """Give the place of a number on the line; one beyond its ends stands at the end."""
    return round(frame.track_left + share_of(score) * (frame.track_right - frame.track_left))


def _lane(mark: Mark, score: float, sign: Sign, frame: Frame, top: int, was: str) -> Lane:
    before = was.replace("{score}", number_text(mark.before)) if mark.before is not None else ""
    inner = top + _LANE_PADDING
    name = written((mark.name,), 0, "start", frame.name_size, inner, frame.label_width, bold=True)
    below = inner + height_of(name)
    detail = written((mark.role, before, mark.note), 0, "start", frame.detail_size, below, frame.label_width)
    below += height_of(detail)
    x = place(score, frame)
    if frame.label_above:
        y = below + MARK + 5
        bottom = y + MARK + _LANE_PADDING
    else:
        bottom = max(below, inner + 2 * MARK) + _LANE_PADDING
        y = (top + bottom) // 2
    before_x = None if mark.before is None else place(mark.before, frame)
    return Lane(
        sign=sign,
        top=top,
        bottom=bottom,
        x=x,
        y=y,
        number=_number(score, x, y, before_x, frame),
        name=name,
        detail=detail,
        before_x=before_x,
        arrow=_arrow(before_x, x),
    )


def _number(score: float, x: int, y: int, before_x: int | None, frame: Frame) -> Text:
    """Put the number on the side of the mark where the arrow does not come from, if there is room."""
    text = number_text(score)
    beside = MARK + _GAP
    needed = beside + text_width(text, frame.number_size) * ALLOWANCE * BOLD
    wants_right = before_x is None or before_x <= x
    on_the_right = x + needed <= frame.width if wants_right else x - needed < 0
    baseline = y + round(frame.number_size * 0.36)
    if on_the_right:
        return Text(x + beside, "start", frame.number_size, ((baseline, text),), bold=True)
    return Text(x - beside, "end", frame.number_size, ((baseline, text),), bold=True)


def _arrow(before_x: int | None, x: int) -> Arrow | None:
    if before_x is None:
        return None
    points_right = x > before_x
    towards = 1 if points_right else -1
    start = before_x + towards * (MARK_BEFORE + 2)
    tip = x - towards * (MARK + 3)
    length = (tip - start) * towards
    return Arrow(start, tip, min(_HEAD, length), points_right) if length >= _ARROW_SHORTEST else None


def _one(line: Line) -> str:
    return "".join(run.text for run in line)

"""Where everything stands in the picture of numbers over time: a row for each person over one axis of days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sostool.report.blocks import Course, CoursePicture
from sostool.report.pictures.drawing import (
    Anchor,
    Box,
    Sign,
    Signs,
    Text,
    extent,
    height_of,
    meet,
    moved,
    number_text,
    share_of,
    width_of,
    written,
)

POINT = 7
LAST_POINT = 10

START: Anchor = "start"
END: Anchor = "end"

_TOP = 4
_ROW_PADDING = 4
_FIRST_DAY = 18
_ROOM_ABOVE = 24  # for the number over a mark at 10
_DAY_GAP = 14


@dataclass(frozen=True, slots=True)
class Point:
    """A number given on a day; `is_last` where it is the person's newest."""

    x: int
    y: int
    is_last: bool


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line between two points; it is a `bridge` where a number between them is missing."""

    start: Point
    end: Point
    bridge: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One person: name, line, marks, a number over each mark that has room, and the newest number large."""

    sign: Sign
    top: int
    bottom: int
    ten_y: int
    zero_y: int
    name: Text
    detail: Text
    strokes: tuple[Stroke, ...]
    points: tuple[Point, ...]
    numbers: tuple[Text, ...]
    newest: tuple[Text, ...]
    ends: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class CourseDrawing:
    """The whole picture. The bar beside each row grows thick towards the safe end: `thickness_ten` or `_zero`."""

    width: int
    height: int
    left: int
    right: int
    axis_y: int
    thickness_ten: int
    thickness_zero: int
    days: tuple[int, ...]
    labels: tuple[Text, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class CourseFrame:
    """How much room there is: a label stands left of its line, or above it where the page is narrow."""

    width: int
    label_width: int
    left: int
    right: int
    row_height: int
    crowd_height: int
    newest_width: int
    label_above: bool
    name_size: int
    detail_size: int
    newest_size: int


COURSE_WIDE = CourseFrame(
    720, 190, 244, 600, 56, 36, 96, label_above=False, name_size=21, detail_size=19, newest_size=38
)
COURSE_NARROW = CourseFrame(
    320, 200, 42, 304, 60, 60, 108, label_above=True, name_size=20, detail_size=17, newest_size=32
)
CROWD = 6  # more people than this have lower rows, so that ten of them stand on one page


def course_drawing(picture: CoursePicture, frame: CourseFrame, signs: Signs | None = None) -> CourseDrawing:
    """Place everything.

    Args:
        picture: the days, and each person's numbers on them; no number is ever made up between two days.
        frame: `COURSE_WIDE` or `COURSE_NARROW`.
        signs: the marks that the document's people have in its other pictures.
    """
    days = _places(picture, frame)
    if len(picture.courses) > CROWD:
        frame = replace(frame, row_height=frame.crowd_height)
    own_signs = (signs or Signs()).of((course.name, course.role) for course in picture.courses)
    top = _TOP
    rows = []
    for course, sign in zip(picture.courses, own_signs, strict=True):
        rows.append(_row(course, sign, picture.labels, days, frame, top))
        top = rows[-1].bottom
    labels = _day_labels(picture.labels, days, frame, top + 12)
    return CourseDrawing(
        width=frame.width,
        height=top + 20 + max((height_of(text) for text in labels), default=0),
        left=frame.left,
        right=frame.right,
        axis_y=top,
        thickness_ten=9 if picture.safe_end == "ten" else 2,
        thickness_zero=2 if picture.safe_end == "ten" else 9,
        days=days,
        labels=labels,
        rows=tuple(rows),
    )


def _places(picture: CoursePicture, frame: CourseFrame) -> tuple[int, ...]:
    """Place each day as far along as it is in time; a single day stands in the middle."""
    if not picture.days:
        return ()
    first, last = min(picture.days), max(picture.days)
    span = (last - first).days
    if not span:
        return ((frame.left + frame.right) // 2,) * len(picture.days)
    inner = frame.left + _FIRST_DAY
    return tuple(round(inner + (day - first).days / span * (frame.right - inner)) for day in picture.days)


def _row(course: Course, sign: Sign, labels: Sequence[str], days: tuple[int, ...], frame: CourseFrame, top: int) -> Row:
    inner = top + _ROW_PADDING
    name = written((course.name,), 0, "start", frame.name_size, inner, frame.label_width, bold=True)
    detail = written((course.role,), 0, "start", frame.detail_size, inner + height_of(name), frame.label_width)
    given = [at for at, score in enumerate(course.scores) if score is not None]
    newest = _newest(course, labels, given, frame)
    beside = max(height_of(name, detail), height_of(*newest))
    ten_y = inner + _ROOM_ABOVE
    if frame.label_above:
        ten_y += beside + 6
    else:
        # What stands beside the line is centred on it, and it on what stands beside.
        ten_y = max(ten_y, inner + (beside - frame.row_height) // 2)
        middle = ten_y + frame.row_height // 2
        name, detail = _centred((name, detail), middle)
        newest = _centred(newest, middle)
    if frame.label_above:
        newest = tuple(moved(text, 0, inner) for text in newest)
    zero_y = ten_y + frame.row_height
    points = tuple(
        Point(days[at], round(zero_y - share_of(course.scores[at] or 0) * frame.row_height), at == given[-1])
        for at in given
    )
    bottom = zero_y + POINT
    if not frame.label_above:
        bottom = max(bottom, ten_y + (frame.row_height + beside) // 2)
    return Row(
        sign=sign,
        top=top,
        bottom=bottom + _ROW_PADDING,
        ten_y=ten_y,
        zero_y=zero_y,
        name=name,
        detail=detail,
        strokes=tuple(
            Stroke(points[at], points[at + 1], given[at + 1] - given[at] > 1) for at in range(len(points) - 1)
        ),
        points=points,
        numbers=_numbers([course.scores[at] or 0 for at in given], points, frame),
        newest=newest,
        ends=tuple(
            Text(frame.left - 14, "end", frame.detail_size, ((y + round(frame.detail_size * 0.36), said),))
            for said, y in (("10", ten_y), ("0", zero_y))
        ),
    )


def _newest(course: Course, labels: Sequence[str], given: list[int], frame: CourseFrame) -> tuple[Text, ...]:
    """Write the newest number large; one that is not of the last day says its own, so that it cannot pass for new."""
    if not given:
        return ()
    is_now = given[-1] == len(course.scores) - 1
    number = (number_text(course.scores[given[-1]] or 0),)
    x, anchor = (frame.width, END) if frame.label_above else (frame.right + 24, START)
    size = frame.newest_size if is_now else frame.newest_size * 2 // 3
    large = written(number, x, anchor, size, 0, frame.newest_width, bold=is_now)
    if is_now:
        return (large,)
    below = height_of(large)
    return (large, written((labels[given[-1]],), x, anchor, frame.detail_size, below, frame.newest_width))


def _centred(texts: tuple[Text, ...], middle: int) -> tuple[Text, ...]:
    """Move texts that stand one under the other so that their middle is at `middle`."""
    tops = [extent(text)[1] for text in texts if text.lines]
    bottoms = [extent(text)[3] for text in texts if text.lines]
    if not tops:
        return texts
    down = round(middle - (min(tops) + max(bottoms)) / 2)
    return tuple(moved(text, 0, down) for text in texts)


def _numbers(scores: list[float], points: tuple[Point, ...], frame: CourseFrame) -> tuple[Text, ...]:
    """Write a number over each mark but the newest, where it meets neither another number nor another mark."""
    kept: list[Text] = []
    for at, (score, point) in enumerate(zip(scores, points, strict=True)):
        text = Text(point.x, "middle", frame.detail_size, ((point.y - POINT - 6, number_text(score)),))
        others = [_around(other) for other in points if other is not point]
        if at < len(points) - 1 and not any(meet(extent(text), box) for box in (*others, *map(extent, kept))):
            kept.append(text)
    return tuple(kept)


def _around(point: Point) -> Box:
    reach = LAST_POINT if point.is_last else POINT
    return point.x - reach, point.y - reach, point.x + reach, point.y + reach


def _day_labels(labels: Sequence[str], days: tuple[int, ...], frame: CourseFrame, top: int) -> tuple[Text, ...]:
    """Write the first day and the last, and of those between the ones that have room."""
    if not days:
        return ()
    room = (frame.right - frame.left) // 2 - _DAY_GAP
    texts = [_day(label, x, frame, top, room) for label, x in zip(labels, days, strict=True)]
    last = days.index(max(days))
    order = [days.index(min(days)), last, *range(len(days))]
    kept: dict[int, Text] = {}
    for at in order:
        left, above, right, below = extent(texts[at])
        wanted = (left - _DAY_GAP / 2, above, right + _DAY_GAP / 2, below)
        if not any(meet(wanted, extent(other)) for other in kept.values()):
            kept[at] = texts[at]
    return tuple(kept[at] for at in sorted(kept))


def _day(label: str, x: int, frame: CourseFrame, top: int, room: int) -> Text:
    text = written((label,), x, "middle", frame.detail_size, top, room)
    half = (width_of(text) + 1) // 2
    inside = min(max(x, half), frame.width - half)
    return Text(inside, text.anchor, text.size, text.lines)

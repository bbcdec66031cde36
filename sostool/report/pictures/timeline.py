"""Where everything stands in the picture of deadlines: a row for each over one axis of days, with today's mark."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from sostool.report.blocks import Span, TimelinePicture
from sostool.report.pictures.drawing import Text, extent, height_of, meet, moved, width_of, written

_TOP = 4
_ROW_GAP = 14
_BAR = 28  # the height that a bar with its marks takes
_BETWEEN = 8
_LABEL_GAP = 14


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of the line; `start` is left of `end`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Row:
    """One deadline: its name, how it stands, the time there is, what came late, its last day, the day it was done."""

    y: int
    name: Text
    detail: Text
    bar: Bar | None
    late: Bar | None
    due_x: int | None
    happened_x: int | None


@dataclass(frozen=True, slots=True)
class TimelineDrawing:
    """The whole picture.

    Where today lies outside of the line, `today_points` says to which side. `today_lines` are the stretches from top
    to bottom in which its line is drawn: it crosses no name.
    """

    width: int
    height: int
    left: int
    right: int
    rows_top: int
    axis_y: int
    today_lines: tuple[tuple[int, int], ...]
    today_x: int
    today_points: Literal["", "left", "right"]
    today: Text
    ticks: tuple[int, ...]
    labels: tuple[Text, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class TimelineFrame:
    """How much room there is: a name stands left of its bar, or above it where the page is narrow."""

    width: int
    label_width: int
    left: int
    right: int
    name_size: int
    detail_size: int
    label_above: bool


TIMELINE_WIDE = TimelineFrame(720, 264, 292, 706, 19, 18, label_above=False)
TIMELINE_NARROW = TimelineFrame(320, 312, 12, 308, 19, 18, label_above=True)


def timeline_drawing(picture: TimelinePicture, frame: TimelineFrame) -> TimelineDrawing:
    """Place everything.

    Args:
        picture: the deadlines, and the days of the axis.
        frame: `TIMELINE_WIDE` or `TIMELINE_NARROW`.
    """
    axis = _Axis(picture, frame)
    today = _inside(
        written((picture.today_label,), axis.today_x, "middle", frame.detail_size, _TOP, 300, bold=True), frame
    )
    rows_top = top = _TOP + height_of(today) + 6
    rows = []
    for span in picture.spans:
        row, top = _row(span, axis, picture.today, frame, top + _ROW_GAP // 2)
        rows.append(row)
        top += _ROW_GAP // 2
    axis_y = top + 4
    labels = _labels(picture, axis, frame, axis_y + 8)
    return TimelineDrawing(
        width=frame.width,
        height=axis_y + 16 + max((height_of(text) for text in labels), default=0),
        left=frame.left,
        right=frame.right,
        rows_top=rows_top,
        axis_y=axis_y,
        today_lines=_today_lines(rows, frame, rows_top, axis_y),
        today_x=axis.today_x,
        today_points=axis.today_points,
        today=today,
        ticks=tuple(axis.place(day) for day, _ in picture.ticks),
        labels=labels,
        rows=tuple(rows),
    )


class _Axis:
    """The line of days: where each stands. A day outside of the line stands at its end."""

    def __init__(self, picture: TimelinePicture, frame: TimelineFrame) -> None:
        days = [day for day, _ in picture.ticks]
        self._first, self._last = (min(days), max(days)) if days else (picture.today, picture.today)
        self._left, self._right = frame.left, frame.right
        self.today_x = self.place(picture.today)
        before, after = picture.today < self._first, picture.today > self._last
        self.today_points: Literal["", "left", "right"] = "left" if before else "right" if after else ""

    def place(self, day: dt.date) -> int:
        span = (self._last - self._first).days
        if not span:
            return (self._left + self._right) // 2
        share = min(max((day - self._first).days / span, 0), 1)
        return round(self._left + share * (self._right - self._left))

    def bar(self, one: dt.date, other: dt.date) -> Bar | None:
        start, end = sorted((self.place(one), self.place(other)))
        return Bar(start, end) if start < end else None


def _row(span: Span, axis: _Axis, today: dt.date, frame: TimelineFrame, top: int) -> tuple[Row, int]:
    """Place a deadline; give it with its bottom."""
    name = written((span.name,), 0, "start", frame.name_size, top, frame.label_width, bold=True)
    detail = written((span.detail,), 0, "start", frame.detail_size, top + height_of(name), frame.label_width)
    beside = height_of(name, detail)
    if frame.label_above:
        y = top + beside + _BETWEEN + _BAR // 2
        bottom = y + _BAR // 2
    else:
        height = max(beside, _BAR)
        y, bottom = top + height // 2, top + height
        down = (height - beside) // 2
        name, detail = moved(name, 0, down), moved(detail, 0, down)
    start, due, happened = span.start, span.due, span.happened
    late_until = happened or (today if span.is_open else None)
    row = Row(
        y=y,
        name=name,
        detail=detail,
        bar=axis.bar(start, due) if start is not None and due is not None else None,
        late=axis.bar(due, late_until) if due is not None and late_until is not None and late_until > due else None,
        due_x=axis.place(due) if due is not None else None,
        happened_x=axis.place(happened) if happened is not None else None,
    )
    return row, bottom


def _today_lines(rows: Iterable[Row], frame: TimelineFrame, rows_top: int, axis_y: int) -> tuple[tuple[int, int], ...]:
    if not frame.label_above:
        return ((rows_top, axis_y),)
    return (*((row.y - _BAR // 2 - 2, row.y + _BAR // 2 + 2) for row in rows), (axis_y - _BAR // 2, axis_y))


def _labels(picture: TimelinePicture, axis: _Axis, frame: TimelineFrame, top: int) -> tuple[Text, ...]:
    """Write the first day and the last, and of those between the ones that have room."""
    room = (frame.right - frame.left) // 2 - _LABEL_GAP
    texts = [
        _inside(written((label,), axis.place(day), "middle", frame.detail_size, top, room), frame)
        for day, label in picture.ticks
    ]
    kept: dict[int, Text] = {}
    for at in _ends_first(len(texts)):
        left, above, right, below = extent(texts[at])
        wanted = (left - _LABEL_GAP / 2, above, right + _LABEL_GAP / 2, below)
        if not any(meet(wanted, extent(other)) for other in kept.values()):
            kept[at] = texts[at]
    return tuple(kept[at] for at in sorted(kept))


def _ends_first(count: int) -> Iterable[int]:
    return dict.fromkeys([0, count - 1, *range(count)]) if count else ()


def _inside(text: Text, frame: TimelineFrame) -> Text:
    """Move a text that is anchored by its middle so far that it stays in the picture."""
    half = (width_of(text) + 1) // 2
    return moved(text, min(max(text.x, half), frame.width - half) - text.x, 0)

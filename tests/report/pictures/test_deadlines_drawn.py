"""The picture of deadlines: rows over one line of days, with today's mark."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from report.pictures.measuring import lines_of, met, names, outside, texts_in

from sostool.report.blocks import Span, TimelinePicture
from sostool.report.pictures.drawing import extent, meet
from sostool.report.pictures.timeline import (
    TIMELINE_NARROW,
    TIMELINE_WIDE,
    Bar,
    TimelineDrawing,
    TimelineFrame,
    timeline_drawing,
)

FRAMES = pytest.mark.parametrize("frame", [TIMELINE_WIDE, TIMELINE_NARROW])
MONTHS = tuple(dt.date(2026, month, 1) for month in range(1, 8))
TICKS = tuple((day, f"{day:%B %Y}") for day in MONTHS)
TODAY = dt.date(2026, 4, 1)


def drawing_of(*spans: Span, today: dt.date = TODAY, frame: TimelineFrame = TIMELINE_WIDE) -> TimelineDrawing:
    return timeline_drawing(TimelinePicture(today, f"Today, {today.day} {today:%B %Y}", TICKS, spans), frame)


days = st.dates(dt.date(2025, 12, 1), dt.date(2026, 8, 1))


@st.composite
def pictures(draw: st.DrawFn) -> TimelinePicture:
    known = st.one_of(st.none(), days)
    span = st.builds(Span, name=names, detail=names, start=known, due=known, happened=known, is_open=st.booleans())
    count = draw(st.integers(0, len(TICKS)))
    ticks = tuple((day, draw(st.one_of(st.just(label), names))) for day, label in TICKS[:count])
    return TimelinePicture(draw(days), draw(names), ticks, tuple(draw(st.lists(span, max_size=8))))


@settings(deadline=None)
@given(pictures(), st.sampled_from([TIMELINE_WIDE, TIMELINE_NARROW]))
def test_no_text_meets_another_or_leaves_the_picture_and_no_mark_leaves_the_line(
    picture: TimelinePicture, frame: TimelineFrame
) -> None:
    drawing = timeline_drawing(picture, frame)
    boxes = [extent(text) for text in texts_in(drawing)]
    assert met(boxes) == []
    assert outside(boxes, drawing.width, drawing.height) == []
    places = [drawing.today_x, *drawing.ticks]
    places += [place for row in drawing.rows for place in (row.due_x, row.happened_x) if place is not None]
    places += [
        end for row in drawing.rows for bar in (row.bar, row.late) if bar is not None for end in (bar.start, bar.end)
    ]
    assert all(drawing.left <= place <= drawing.right for place in places)
    assert len(drawing.rows) == len(picture.spans)


@FRAMES
def test_days_stand_as_far_apart_as_they_are(frame: TimelineFrame) -> None:
    span = Span("Held", "in time", dt.date(2026, 1, 1), dt.date(2026, 4, 1), dt.date(2026, 7, 1))
    (row,) = drawing_of(span, frame=frame).rows
    whole = frame.right - frame.left
    assert row.bar is not None
    assert (row.bar.start, row.happened_x) == (frame.left, frame.right)
    assert row.due_x == row.bar.end == pytest.approx(frame.left + whole * 90 / 181, abs=1)


def test_what_is_counted_back_has_its_bar_from_the_last_day_to_the_day_it_is_counted_from() -> None:
    (row,) = drawing_of(Span("Sent", "", dt.date(2026, 7, 1), dt.date(2026, 1, 1))).rows
    assert row.bar == Bar(TIMELINE_WIDE.left, TIMELINE_WIDE.right)
    assert row.due_x == TIMELINE_WIDE.left


def test_what_came_late_is_marked_from_its_last_day_to_the_day_it_was_done() -> None:
    (row,) = drawing_of(Span("Held", "", MONTHS[0], MONTHS[2], MONTHS[4])).rows
    assert row.late == Bar(row.due_x or 0, row.happened_x or 0)


def test_what_is_overdue_is_late_until_today_and_what_was_never_asked_is_not() -> None:
    overdue, done = drawing_of(
        Span("Held", "", MONTHS[0], MONTHS[1], is_open=True), Span("Held", "", MONTHS[0], MONTHS[1])
    ).rows
    drawing = drawing_of()
    assert overdue.late == Bar(overdue.due_x or 0, drawing.today_x)
    assert overdue.happened_x is None
    assert done.late is None


def test_what_is_due_later_is_not_late() -> None:
    (row,) = drawing_of(Span("Held", "", MONTHS[0], MONTHS[5], is_open=True)).rows
    assert row.late is None


def test_what_cannot_be_counted_has_a_row_with_a_name_alone() -> None:
    (row,) = drawing_of(Span("Assessed", "not counted yet")).rows
    assert (row.bar, row.late, row.due_x, row.happened_x) == (None, None, None, None)
    assert (lines_of(row.name), lines_of(row.detail)) == (["Assessed"], ["not counted yet"])


@pytest.mark.parametrize(
    ("today", "points", "x"),
    [
        (dt.date(2025, 12, 31), "left", TIMELINE_WIDE.left),
        (dt.date(2026, 1, 1), "", TIMELINE_WIDE.left),
        (dt.date(2026, 7, 1), "", TIMELINE_WIDE.right),
        (dt.date(9999, 12, 31), "right", TIMELINE_WIDE.right),
    ],
)
def test_today_outside_of_the_line_points_to_its_side(today: dt.date, points: str, x: int) -> None:
    drawing = drawing_of(Span("Held", ""), today=today)
    assert (drawing.today_points, drawing.today_x) == (points, x)


def test_where_names_stand_above_their_bars_todays_line_crosses_none() -> None:
    spans = [
        Span(f"Each parent and carer has the report {number}", "in 3 days", MONTHS[0], MONTHS[3]) for number in range(4)
    ]
    drawing = drawing_of(*spans, frame=TIMELINE_NARROW)
    lines = [(drawing.today_x - 2, top, drawing.today_x + 2, bottom) for top, bottom in drawing.today_lines]
    texts = [extent(text) for row in drawing.rows for text in (row.name, row.detail)]
    assert len(lines) == 5
    assert [(line, text) for line in lines for text in texts if meet(line, text)] == []


@FRAMES
def test_the_first_and_the_last_month_are_told(frame: TimelineFrame) -> None:
    told = [" ".join(lines_of(label)) for label in drawing_of(frame=frame).labels]
    assert (told[0], told[-1]) == ("January 2026", "July 2026")
    assert len(drawing_of(frame=frame).ticks) == 7


def test_one_day_stands_in_the_middle() -> None:
    picture = TimelinePicture(TODAY, "Today", ((TODAY, "April"),), (Span("Held", "", TODAY, TODAY),))
    drawing = timeline_drawing(picture, TIMELINE_WIDE)
    assert drawing.today_x == drawing.rows[0].due_x == (TIMELINE_WIDE.left + TIMELINE_WIDE.right) // 2

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from report.pictures.measuring import lines_of, met, names, outside, texts_in

from sostool.report.blocks import Course, CoursePicture
from sostool.report.pictures.course import COURSE_NARROW, COURSE_WIDE, CourseDrawing, CourseFrame, course_drawing
from sostool.report.pictures.drawing import Signs, extent

FRAMES = pytest.mark.parametrize("frame", [COURSE_WIDE, COURSE_NARROW])
MARCH, APRIL, SEPTEMBER, OCTOBER = (dt.date(2026, month, 17) for month in (3, 4, 9, 10))
A4_HEIGHT = 890  # units that fit under a heading on a page as broad as the picture


def written_out(day: dt.date) -> str:
    return f"{day.day} {day:%B %Y}"


def drawing_of(
    *courses: Course, days: tuple[dt.date, ...] = (MARCH, APRIL, OCTOBER), frame: CourseFrame = COURSE_WIDE
) -> CourseDrawing:
    return course_drawing(CoursePicture(days, tuple(map(written_out, days)), courses), frame)


@st.composite
def pictures(draw: st.DrawFn) -> CoursePicture:
    days = sorted(draw(st.sets(st.dates(dt.date(2020, 1, 1), dt.date(2030, 1, 1)), max_size=10)))
    labels = draw(st.tuples(*(st.one_of(st.just(written_out(day)), names) for day in days)))
    scores = st.tuples(*(st.one_of(st.none(), st.integers(0, 20).map(lambda half: half / 2)) for _ in days))
    courses = draw(st.lists(st.builds(Course, name=names, role=names, scores=scores), max_size=10))
    return CoursePicture(tuple(days), labels, tuple(courses))


@settings(deadline=None)
@given(pictures(), st.sampled_from([COURSE_WIDE, COURSE_NARROW]))
def test_no_label_meets_another_or_leaves_the_picture(picture: CoursePicture, frame: CourseFrame) -> None:
    drawing = course_drawing(picture, frame)
    boxes = [extent(text) for text in texts_in(drawing)]
    assert met(boxes) == []
    assert outside(boxes, drawing.width, drawing.height) == []


@FRAMES
def test_ten_people_and_ten_days_have_a_row_each_and_the_first_and_last_day_are_told(frame: CourseFrame) -> None:
    days = tuple(dt.date(2026, 1, 1) + dt.timedelta(days=20 * number) for number in range(10))
    courses = [Course(f"Person {number}", "role", tuple(range(10))) for number in range(10)]
    drawing = drawing_of(*courses, days=days, frame=frame)
    assert len(drawing.rows) == 10
    told = [" ".join(lines_of(label)) for label in drawing.labels]
    assert told[0] == "1 January 2026"
    assert told[-1] == "30 June 2026"
    assert len(told) < 10
    assert frame is COURSE_NARROW or drawing.height <= A4_HEIGHT


@FRAMES
def test_days_stand_as_far_apart_as_they_were(frame: CourseFrame) -> None:
    first, second, third = drawing_of(Course("Mia", "", (1, 2, 3)), frame=frame).days
    span = (OCTOBER - MARCH).days
    assert third == frame.right
    assert second - first == pytest.approx((third - first) * (APRIL - MARCH).days / span, abs=1)


def test_days_that_are_close_leave_out_the_label_between_the_first_and_the_last() -> None:
    drawing = drawing_of(Course("Mia", "", (1, 2, 3)))
    assert [" ".join(lines_of(label)) for label in drawing.labels] == ["17 March 2026", "17 October 2026"]


def test_a_single_day_stands_in_the_middle() -> None:
    drawing = drawing_of(Course("Mia", "", (4,)), days=(MARCH,))
    assert drawing.days == ((COURSE_WIDE.left + COURSE_WIDE.right) // 2,)
    assert [" ".join(lines_of(label)) for label in drawing.labels] == ["17 March 2026"]


def test_a_missed_day_is_bridged_and_no_number_is_made_up_for_it() -> None:
    (row,) = drawing_of(Course("Mia", "", (2, None, 8))).rows
    assert len(row.points) == 2
    (stroke,) = row.strokes
    assert stroke.bridge
    (straight,) = drawing_of(Course("Mia", "", (2, 8, None))).rows[0].strokes
    assert not straight.bridge


def test_days_missed_before_the_first_number_or_after_the_last_have_no_line() -> None:
    (row,) = drawing_of(Course("Mia", "", (None, 4, None))).rows
    assert (len(row.points), row.strokes) == (1, ())


def test_a_number_of_the_last_day_is_large_and_an_older_one_says_its_day() -> None:
    now, older, never = drawing_of(
        Course("Mia", "", (2, 4, 6)), Course("Dean", "", (2, 4.5, None)), Course("Jo", "", (None, None, None))
    ).rows
    assert [lines_of(text) for text in now.newest] == [["6"]]
    assert [" ".join(lines_of(text)) for text in older.newest] == ["4.5", "17 April 2026"]
    assert now.newest[0].bold
    assert not older.newest[0].bold
    assert older.newest[0].size < now.newest[0].size
    assert (never.newest, never.points) == ((), ())


def test_marks_stand_between_0_and_10_and_a_number_over_each_but_the_newest() -> None:
    days = (MARCH, SEPTEMBER, OCTOBER)
    (row,) = drawing_of(Course("Mia", "", (0, 10, 5)), days=days).rows
    assert [point.y for point in row.points] == [row.zero_y, row.ten_y, (row.zero_y + row.ten_y) // 2]
    assert [lines_of(number) for number in row.numbers] == [["0"], ["10"]]
    assert [point.is_last for point in row.points] == [False, False, True]


def test_people_have_the_marks_that_they_have_in_other_pictures() -> None:
    signs = Signs()
    signs.of([("Mia", "child"), ("Dean", "dad")])
    picture = CoursePicture((MARCH,), ("17 March",), (Course("Dean", "dad", (4,)),))
    (row,) = course_drawing(picture, COURSE_WIDE, signs).rows
    assert row.sign == Signs().of([("Mia", ""), ("Dean", "")])[1]


def test_the_bar_grows_towards_the_safe_end() -> None:
    picture = CoursePicture((MARCH,), ("17 March",), ())
    usual, turned = (course_drawing(one, COURSE_WIDE) for one in (picture, replace(picture, safe_end="zero")))
    assert usual.thickness_ten > usual.thickness_zero
    assert (turned.thickness_ten, turned.thickness_zero) == (usual.thickness_zero, usual.thickness_ten)

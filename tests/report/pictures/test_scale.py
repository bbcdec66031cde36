from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sostool.report.blocks import Mark, ScalePicture, typed
from sostool.report.pictures.drawing import Box, Text, extent, meet
from sostool.report.pictures.scale import MARK, NARROW, WIDE, Drawing, Frame, Lane, place, scale_drawing

TEN = typed("Nobody at home is hit or scared, everyone can see that it will last, and we can close our work.")
ZERO = typed("Someone will be hurt if Dean comes home tonight.")
FRAMES = pytest.mark.parametrize("frame", [WIDE, NARROW])

scores = st.integers(0, 20).map(lambda half: half / 2)
names = st.one_of(
    st.text(alphabet="abcdefghijklmnopqrstuvwxyzABCW ", min_size=1, max_size=40), st.just("W" * 40), st.just("Mia")
)
marks = st.builds(
    Mark,
    name=names,
    role=st.one_of(st.just(""), names),
    score=st.one_of(st.none(), scores),
    before=st.one_of(st.none(), scores),
    note=st.sampled_from(["", "was 3 in May"]),
)


def drawing_of(*marks: Mark, frame: Frame = WIDE, with_ends: bool = False) -> Drawing:
    return scale_drawing(ScalePicture(TEN, ZERO, marks), frame, "was {score}", with_ends=with_ends)


def texts_of(lane: Lane) -> list[Text]:
    return [text for text in (lane.number, lane.name, lane.detail) if text.lines]


def boxes_of(drawing: Drawing) -> list[Box]:
    boxes = [extent(text) for lane in drawing.lanes for text in texts_of(lane)]
    boxes += [(lane.x - MARK, lane.y - MARK, lane.x + MARK, lane.y + MARK) for lane in drawing.lanes]
    boxes += [extent(end) for end in drawing.ends]
    return boxes


def lines_of(text: Text) -> list[str]:
    return [line for _, line in text.lines]


@settings(deadline=None)
@given(st.lists(marks, max_size=10), st.sampled_from([WIDE, NARROW]), st.booleans())
def test_no_label_meets_another_or_leaves_the_picture(people: list[Mark], frame: Frame, with_ends: bool) -> None:
    drawing = drawing_of(*people, frame=frame, with_ends=with_ends)
    boxes = boxes_of(drawing)
    assert not [pair for pair in combinations(boxes, 2) if meet(*pair)]
    assert all(left >= 0 and top >= 0 for left, top, _, _ in boxes)
    assert all(right <= drawing.width and bottom <= drawing.height for _, _, right, bottom in boxes)


@FRAMES
def test_ten_people_on_one_number_with_long_names_do_not_meet(frame: Frame) -> None:
    people = [Mark("Bartholomew Featherstonehaugh-Wolmsley 3", "the children's great-grandmother", 7, 7)] * 10
    drawing = drawing_of(*people, frame=frame)
    assert len(drawing.lanes) == 10
    assert len({lane.x for lane in drawing.lanes}) == 1
    assert not [pair for pair in combinations(boxes_of(drawing), 2) if meet(*pair)]


@FRAMES
def test_the_line_runs_from_0_to_10_in_equal_steps(frame: Frame) -> None:
    ticks = drawing_of(Mark("Mia", "", 4), frame=frame).ticks
    assert [tick.label for tick in ticks] == [str(number) for number in range(11)]
    assert [tick.label for tick in ticks if tick.is_end] == ["0", "10"]
    steps = {after.x - before.x for before, after in pairwise(ticks)}
    assert max(steps) - min(steps) <= 1


@FRAMES
def test_a_mark_stands_at_its_number(frame: Frame) -> None:
    drawing = drawing_of(Mark("Mia", "", 4), Mark("Lisa", "", 4.5), frame=frame)
    assert drawing.lanes[0].x == drawing.ticks[4].x
    assert drawing.ticks[4].x < drawing.lanes[1].x < drawing.ticks[5].x
    assert lines_of(drawing.lanes[1].number) == ["4.5"]


def test_a_number_beyond_the_line_stands_at_its_end() -> None:
    assert place(12, WIDE) == place(10, WIDE)
    assert place(-1, WIDE) == place(0, WIDE)


def test_an_arrow_goes_from_the_number_before_to_now_and_the_number_stands_on_its_other_side() -> None:
    up, down = drawing_of(Mark("Dean", "dad", 8, 3), Mark("Mr Cole", "teacher", 3, 8)).lanes
    assert up.before_x is not None
    assert down.before_x is not None
    assert up.arrow is not None
    assert down.arrow is not None
    assert up.before_x < up.arrow.start < up.arrow.tip < up.x < up.number.x
    assert up.arrow.points_right
    assert down.number.x < down.x < down.arrow.tip < down.arrow.start < down.before_x
    assert not down.arrow.points_right
    assert lines_of(up.detail) == ["dad · was 3"]


def test_who_stays_has_no_arrow() -> None:
    (lane,) = drawing_of(Mark("Lisa", "mum", 5, 5)).lanes
    assert lane.arrow is None
    assert lines_of(lane.detail) == ["mum · was 5"]


def test_an_older_number_is_told_and_not_drawn() -> None:
    (lane,) = drawing_of(Mark("Lisa", "mum", 5, None, "was 3 in May")).lanes
    assert lane.before_x is None
    assert lines_of(lane.detail) == ["mum · was 3 in May"]


def test_what_does_not_fit_beside_a_role_goes_on_a_line_of_its_own() -> None:
    (lane,) = drawing_of(Mark("Mr Cole", "great-grandmother of Mia", 4, 5.5)).lanes
    assert lines_of(lane.detail) == ["great-grandmother of Mia", "was 5.5"]


def test_who_would_not_say_is_not_placed_and_keeps_their_own_shape_free() -> None:
    drawing = drawing_of(Mark("Mia", "", 4), Mark("Jo", "", None, None, "would not say"), Mark("Ray", "", 6))
    assert [lines_of(lane.name) for lane in drawing.lanes] == [["Mia"], ["Ray"]]
    assert [lane.sign.shape for lane in drawing.lanes] == [0, 2]


def test_thirty_six_people_each_have_a_shape_and_colour_of_their_own() -> None:
    drawing = drawing_of(*(Mark(str(number), "", 5) for number in range(36)))
    assert len({lane.sign for lane in drawing.lanes}) == 36


def test_the_line_grows_towards_the_safe_end() -> None:
    usual = scale_drawing(ScalePicture(TEN, ZERO, ()), WIDE, "")
    turned = scale_drawing(ScalePicture(TEN, ZERO, (), "zero"), WIDE, "")
    assert usual.thickness_left < usual.thickness_right
    assert (turned.thickness_left, turned.thickness_right) == (usual.thickness_right, usual.thickness_left)


def test_an_empty_line_is_broad_and_has_room_to_write_above_it() -> None:
    empty, marked = drawing_of(), drawing_of(Mark("Mia", "", 4))
    assert empty.ticks[0].x < marked.ticks[0].x
    assert empty.ticks[10].x > marked.ticks[10].x
    assert empty.line_y > 50
    assert empty.lanes == ()


def test_the_ends_can_be_written_into_the_picture_where_no_page_stands_around_it() -> None:
    drawing = drawing_of(Mark("Mia", "", 4), with_ends=True)
    zero, ten = drawing.ends
    assert " ".join(lines_of(zero)) == ZERO[0].text
    assert " ".join(lines_of(ten)) == TEN[0].text
    assert extent(zero)[2] < extent(ten)[0]
    assert drawing.height > drawing_of(Mark("Mia", "", 4)).height

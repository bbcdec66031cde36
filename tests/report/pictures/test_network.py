from __future__ import annotations

from math import hypot

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from report.pictures.measuring import box_of, lines_of, met, names, outside, words_of

from sostool.report.blocks import Friend, NetworkPicture, Ring
from sostool.report.pictures.drawing import Box, extent
from sostool.report.pictures.network import (
    NETWORK_NARROW,
    NETWORK_WIDE,
    Band,
    NetworkDrawing,
    NetworkFrame,
    network_drawing,
)

FRAMES = pytest.mark.parametrize("frame", [NETWORK_WIDE, NETWORK_NARROW])
A4_HEIGHT = 890

friends = st.builds(Friend, name=names, relation=names)
rings = st.builds(Ring, meaning=names, people=st.lists(friends, max_size=8).map(tuple))
pictures = st.builds(
    NetworkPicture, children=st.lists(names, max_size=5).map(tuple), rings=st.lists(rings, max_size=3).map(tuple)
)


def holds(band: Band, box: Box) -> bool:
    """Tell whether a box lies in an outline with round corners."""
    radius = band.radius
    for x in (box[0], box[2]):
        for y in (box[1], box[3]):
            across = max(band.x + radius - x, x - (band.x + band.width - radius), 0)
            down = max(band.y + radius - y, y - (band.y + band.height - radius), 0)
            if hypot(across, down) > radius + 1:
                return False
    return True


def boxes_of(drawing: NetworkDrawing) -> list[Box]:
    boxes = [extent(text) for text in (*drawing.children, *(key.meaning for key in drawing.legend)) if text.lines]
    return boxes + [box for one in drawing.people if (box := box_of(one))]


@settings(deadline=None)
@given(pictures, st.sampled_from([NETWORK_WIDE, NETWORK_NARROW]))
def test_no_label_meets_another_or_leaves_the_picture(picture: NetworkPicture, frame: NetworkFrame) -> None:
    drawing = network_drawing(picture, frame)
    boxes = boxes_of(drawing)
    assert met(boxes) == []
    assert outside(boxes, drawing.width, drawing.height) == []


@settings(deadline=None)
@given(pictures, st.sampled_from([NETWORK_WIDE, NETWORK_NARROW]))
def test_everybody_stands_in_their_own_ring(picture: NetworkPicture, frame: NetworkFrame) -> None:
    drawing = network_drawing(picture, frame)
    bands = {band.depth: band for band in drawing.bands}
    assert sorted(bands) == list(range(len(picture.rings) + 1))
    assert all(holds(bands[0], extent(name)) for name in drawing.children if name.lines)
    people = iter(drawing.people)
    for depth, ring in enumerate(picture.rings, 1):
        for _ in ring.people:
            box = box_of(next(people))
            if box is None:
                continue
            assert holds(bands[depth], box)
            inner = bands[depth - 1]
            assert not met([box, (inner.x, inner.y, inner.x + inner.width, inner.y + inner.height)])


@settings(deadline=None)
@given(pictures, st.sampled_from([NETWORK_WIDE, NETWORK_NARROW]))
def test_each_ring_holds_the_one_before_and_all_lie_in_the_picture(
    picture: NetworkPicture, frame: NetworkFrame
) -> None:
    drawing = network_drawing(picture, frame)
    for outer, inner in zip(drawing.bands, drawing.bands[1:], strict=False):
        assert outer.depth == inner.depth + 1
        assert outer.x < inner.x
        assert outer.y < inner.y
        assert outer.x + outer.width > inner.x + inner.width
        assert outer.y + outer.height > inner.y + inner.height
    boxes = [(band.x, band.y, band.x + band.width, band.y + band.height) for band in drawing.bands]
    assert outside(boxes, drawing.width, drawing.height) == []


@FRAMES
def test_nothing_that_was_said_is_left_out(frame: NetworkFrame) -> None:
    ring = Ring("Knows everything", tuple(Friend(f"Aunt {number}", f"relation {number}") for number in range(20)))
    drawing = network_drawing(NetworkPicture(("Mia", "Noah"), (ring,)), frame)
    assert [words_of([name]) for name in drawing.children] == ["Mia", "Noah"]
    said = {words_of([one.name, one.detail]) for one in drawing.people}
    assert said == {f"Aunt{number}relation{number}" for number in range(20)}
    assert [words_of([key.meaning]) for key in drawing.legend] == ["Knowseverything"]


def test_fifteen_people_fit_a_page_in_full_size() -> None:
    people = [Friend(f"Grandma Nr {number}", "Kirsty's mother's sister") for number in range(15)]
    rings = tuple(Ring("Knows what we are worried about", tuple(people[at : at + 5])) for at in (0, 5, 10))
    assert network_drawing(NetworkPicture(("Tilly",), rings), NETWORK_WIDE).height <= A4_HEIGHT


def test_two_people_stand_left_and_right_of_the_children() -> None:
    ring = Ring("Knows", (Friend("Ray", "grandad"), Friend("Jo", "aunt")))
    drawing = network_drawing(NetworkPicture(("Mia",), (ring,)), NETWORK_WIDE)
    left, right = drawing.people
    assert left.name.x < drawing.children[0].x < right.name.x
    assert left.name.lines[0][0] == right.name.lines[0][0]


@FRAMES
def test_a_ring_with_nobody_in_it_is_drawn_and_told(frame: NetworkFrame) -> None:
    drawing = network_drawing(NetworkPicture((), (Ring("Does not know yet", ()),)), frame)
    assert [band.depth for band in drawing.bands] == [1, 0]
    assert [" ".join(lines_of(key.meaning)) for key in drawing.legend] == ["Does not know yet"]


def test_a_name_is_not_broken_where_a_broader_label_has_room() -> None:
    ring = Ring("", (Friend("Great-Grandmother Featherstonehaugh", ""),))
    (one,) = network_drawing(NetworkPicture(("Mia",), (ring,)), NETWORK_WIDE).people
    assert set(lines_of(one.name)) <= {
        "Great-Grandmother Featherstonehaugh",
        "Great-Grandmother",
        "Featherstonehaugh",
    }

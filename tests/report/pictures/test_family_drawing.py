from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from report.pictures.families import any_families, stands_well

from sostool.report.blocks import FamilyPicture, Relative
from sostool.report.pictures.family import FAMILY_NARROW, FAMILY_WIDE, FamilyFrame
from sostool.report.pictures.family_drawing import family_drawing

UNBORN = FamilyPicture(
    (Relative("Bean", "due 12 October 2026", 2), Relative("Erin", "mum", 1), Relative("Callum", "dad", 1)),
    ((1, 2),),
    ((1, 0), (2, 0)),
)


@settings(deadline=None)
@given(any_families(), st.sampled_from([FAMILY_WIDE, FAMILY_NARROW]))
def test_any_family_is_drawn_well(picture: FamilyPicture, frame: FamilyFrame) -> None:
    stands_well(family_drawing(picture, frame), picture)


@pytest.mark.parametrize("frame", [FAMILY_WIDE, FAMILY_NARROW])
def test_a_small_family_is_a_tree_even_on_a_phone(frame: FamilyFrame) -> None:
    assert any(link.tips for link in family_drawing(UNBORN, frame).links)


def test_a_family_too_broad_for_a_tree_is_a_list() -> None:
    people = tuple(Relative(f"Featherstonehaugh {number}", "", 1 + (number > 0)) for number in range(9))
    drawing = family_drawing(FamilyPicture(people, (), tuple((0, at) for at in range(1, 9))), FAMILY_WIDE)
    assert all(link.side_tips and not link.tips for link in drawing.links)

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from report.pictures.families import any_families, ends_of, stands_well
from report.pictures.measuring import words_of

from sostool.report.blocks import FamilyPicture, Relative
from sostool.report.pictures.family import FAMILY_NARROW, FAMILY_WIDE, FamilyFrame, unions_of
from sostool.report.pictures.family_list import family_list

LARGE = FamilyPicture(
    tuple(Relative(f"Person {number}", "somebody", number % 3) for number in range(30)),
    ((0, 1, 2), (3, 4, 5)),
    tuple((parent, child) for parent in range(0, 30, 3) for child in range(1, 30, 3) if (parent + child) % 4 == 1),
)


@settings(deadline=None)
@given(any_families(), st.sampled_from([FAMILY_WIDE, FAMILY_NARROW]))
def test_any_family_fits_and_nothing_meets(picture: FamilyPicture, frame: FamilyFrame) -> None:
    stands_well(family_list(picture, frame), picture)


@pytest.mark.parametrize("frame", [FAMILY_WIDE, FAMILY_NARROW])
def test_thirty_people_with_many_lines_fit(frame: FamilyFrame) -> None:
    drawing = family_list(LARGE, frame)
    stands_well(drawing, LARGE)
    people = [f"Person{number}" for number in range(30)]
    assert ends_of(drawing) == [
        ({people[at] for at in one.parents}, {people[at] for at in one.children}) for one in unions_of(LARGE)
    ]


def test_elders_stand_first_in_a_home_and_children_further_in() -> None:
    people = (Relative("Mia", "", 2), Relative("Lisa", "", 1), Relative("Ray", "", 0))
    cards = family_list(FamilyPicture(people, ((0, 1, 2),), ()), FAMILY_NARROW).cards
    assert [words_of([card.label.name]) for card in cards] == ["Ray", "Lisa", "Mia"]
    assert cards[0].x < cards[1].x < cards[2].x


def test_lines_that_pass_the_same_people_run_side_by_side_and_others_share_a_place() -> None:
    people = tuple(Relative(name, "", at % 2) for at, name in enumerate("abcdef"))
    parents = ((0, 1), (0, 3), (4, 3), (4, 5))
    drawing = family_list(FamilyPicture(people, ((0, 1), (2, 3), (4, 5)), parents), FAMILY_NARROW)
    first, long, second = (link.strokes[-1][0] for link in drawing.links)
    assert first == second != long


def test_who_lives_in_two_homes_stands_in_both_and_has_lines_in_the_first() -> None:
    people = (Relative("Lisa", "", 1), Relative("Mia", "", 2), Relative("Dean", "", 1))
    drawing = family_list(FamilyPicture(people, ((0, 1), (2, 1)), ((0, 1), (2, 1))), FAMILY_NARROW)
    again = [card for card in drawing.cards if card.again]
    assert [words_of([card.label.name]) for card in again] == ["Mia"]
    assert all(y < again[0].y for _, y in drawing.links[0].side_tips)

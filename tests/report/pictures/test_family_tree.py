from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from report.pictures.families import ends_of, stands_well, usual_families
from report.pictures.measuring import words_of

from sostool.report.blocks import FamilyPicture, Relative
from sostool.report.pictures.family import FAMILY_NARROW, FAMILY_WIDE, FamilyDrawing, unions_of
from sostool.report.pictures.family_tree import family_tree

FIVE = FamilyPicture(
    tuple(
        Relative(*one)
        for one in (
            ("Keira", "12 years old", 2),
            ("Alfie", "9 years old", 2),
            ("Zosia", "6 years old", 2),
            ("Kuba", "3 years old", 2),
            ("Lena", "1 year old", 2),
            ("Kelly", "mum", 1),
            ("Lee", "dad", 1),
            ("Tomek", "dad", 1),
            ("Halina", "Tomek's mum", 0),
        )
    ),
    ((5, 7, 2, 3, 4), (6, 0, 1), (8,)),
    ((5, 0), (6, 0), (5, 1), (6, 1), (5, 2), (7, 2), (5, 3), (7, 3), (5, 4), (7, 4), (8, 7)),
)


def tree_of(picture: FamilyPicture, card_width: int = 110, *, stacked: bool = True) -> FamilyDrawing:
    drawing = family_tree(picture, FAMILY_WIDE, card_width, stacked=stacked)
    assert drawing is not None
    return drawing


@settings(deadline=None)
@given(usual_families())
@pytest.mark.parametrize("stacked", [False, True])
def test_cards_and_homes_stand_apart_and_everybody_is_at_home(stacked: bool, picture: FamilyPicture) -> None:
    drawing = family_tree(picture, FAMILY_WIDE, 100, stacked=stacked)
    if drawing is not None:
        stands_well(drawing, picture)


@settings(deadline=None)
@given(usual_families())
def test_lines_start_at_the_parents_and_end_at_their_children(picture: FamilyPicture) -> None:
    drawing = family_tree(picture, FAMILY_WIDE, 100, stacked=True)
    if drawing is None:
        return
    names = [one.name for one in picture.people]
    expected = [
        ({names[at] for at in one.parents}, {names[at] for at in one.children})
        for one in sorted(unions_of(picture), key=lambda one: -len(one.children))
    ]
    assert ends_of(drawing) == expected


def test_five_children_of_two_fathers_in_three_homes_fit() -> None:
    drawing = tree_of(FIVE)
    stands_well(drawing, FIVE)
    assert len(drawing.homes) == 3
    assert ends_of(drawing) == [
        ({"Kelly", "Tomek"}, {"Zosia", "Kuba", "Lena"}),
        ({"Kelly", "Lee"}, {"Keira", "Alfie"}),
        ({"Halina"}, {"Tomek"}),
    ]


def test_generations_stand_in_rows() -> None:
    drawing = tree_of(FIVE, 90, stacked=False)
    rows: dict[int, set[int]] = {}
    for card in drawing.cards:
        rows.setdefault(card.generation, set()).add(card.y)
    assert all(len(tops) == 1 for tops in rows.values())
    assert [min(rows[generation]) for generation in (0, 1, 2)] == sorted(min(tops) for tops in rows.values())


def test_stacked_siblings_stand_one_under_the_other() -> None:
    drawing = tree_of(FIVE)
    places = {words_of([card.label.name]): (card.x, card.y) for card in drawing.cards}
    assert places["Keira"][0] == places["Alfie"][0]
    assert places["Keira"][1] < places["Alfie"][1]


def test_lines_of_different_parents_never_run_in_each_other() -> None:
    drawing = tree_of(FIVE)
    for first, second in combinations(drawing.links, 2):
        for x, y, end, low in first.strokes:
            for other_x, other_y, other_end, other_low in second.strokes:
                if x == end and other_x == other_end:
                    assert (
                        abs(x - other_x) >= 8
                        or max(y, low) <= min(other_y, other_low)
                        or max(other_y, other_low) <= min(y, low)
                    )
                if y == low and other_y == other_low and y == other_y:
                    assert max(x, end) < min(other_x, other_end) or max(other_x, other_end) < min(x, end)


def test_lines_differ_in_more_than_colour() -> None:
    assert all(one.dash != other.dash and one.colour != other.colour for one, other in pairwise(tree_of(FIVE).links))


def test_an_only_parent_stands_in_a_straight_line_with_an_only_child() -> None:
    picture = FamilyPicture((Relative("Grandad Ray", "", 0), Relative("Jo", "", 1)), ((0, 1),), ((0, 1),))
    (link,) = tree_of(picture).links
    assert len({x for stroke in link.strokes for x in (stroke[0], stroke[2])}) == 1


def test_a_grandmother_in_no_home_stands_above_her_own() -> None:
    picture = FamilyPicture(FIVE.people, FIVE.homes[:2], FIVE.parents)
    places = {words_of([card.label.name]): card for card in tree_of(picture).cards}
    assert places["Halina"].x < places["Tomek"].x + places["Tomek"].width
    assert places["Tomek"].x < places["Halina"].x + places["Halina"].width


def test_what_does_not_fit_or_skips_a_generation_is_no_tree() -> None:
    assert family_tree(FIVE, FAMILY_NARROW, 90, stacked=True) is None
    skipping = FamilyPicture((Relative("Ray", "", 0), Relative("Jo", "", 1), Relative("Mia", "", 2)), (), ((0, 2),))
    assert family_tree(skipping, FAMILY_WIDE, 200, stacked=False) is None


def test_nobody_at_all_is_an_empty_picture() -> None:
    drawing = tree_of(FamilyPicture((), (), ()))
    assert (drawing.cards, drawing.homes, drawing.links) == ((), (), ())

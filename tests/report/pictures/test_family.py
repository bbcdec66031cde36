from __future__ import annotations

from report.pictures.measuring import lines_of

from sostool.report.blocks import FamilyPicture, Relative
from sostool.report.pictures.family import FAMILY_WIDE, Union, groups_of, sized, unions_of

PEOPLE = tuple(Relative(name, "", 1) for name in ("Kelly", "Lee", "Tomek", "Keira", "Alfie", "Zosia"))


def test_children_with_the_same_parents_belong_together_whatever_the_order() -> None:
    picture = FamilyPicture(PEOPLE, (), ((0, 3), (1, 3), (1, 4), (0, 4), (2, 5), (0, 5)))
    assert unions_of(picture) == (Union((0, 1), (3, 4)), Union((0, 2), (5,)))


def test_nobody_is_a_parent_twice_or_their_own() -> None:
    assert unions_of(FamilyPicture(PEOPLE, (), ((0, 3), (0, 3), (3, 3)))) == (Union((0,), (3,)),)
    assert unions_of(FamilyPicture(PEOPLE, (), ((3, 3),))) == ()


def test_who_is_in_no_home_stands_alone_and_who_is_in_two_is_told_again() -> None:
    picture = FamilyPicture(PEOPLE, ((0, 3), (), (1, 3)), ())
    assert groups_of(picture) == (
        ((0, False), (3, False)),
        ((1, False), (3, True)),
        ((2, False),),
        ((4, False),),
        ((5, False),),
    )


def test_a_card_in_a_tree_is_as_broad_as_the_longest_word() -> None:
    picture = FamilyPicture((Relative("Featherstonehaugh", "", 1),), (), ())
    tree = sized(picture, 0, FAMILY_WIDE, 100, "middle", again=False)
    row = sized(picture, 0, FAMILY_WIDE, 100, "start", again=False)
    assert lines_of(tree.label.name) == ["Featherstonehaugh"]
    assert tree.width > 100 >= row.width

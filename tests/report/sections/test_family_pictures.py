"""Who lives with whom, as the family's picture and its list tell it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from examples.example_families import family

from sostool.report.blocks import FamilyPicture, Figure
from sostool.report.sections.family_pictures import family_tree
from sostool.share.view import View, ViewPerson

EMPTY = View("EX-1", "chair", "chair", "", "en", "mapping", dt.date(2026, 3, 17))


def person(name: str, role: str, *lives_with: str, parent_of: tuple[str, ...] = ()) -> ViewPerson:
    return ViewPerson(name, role, lives_with=lives_with, parent_of=parent_of)


def homes(*people: ViewPerson) -> list[set[str]]:
    blocks = family_tree(replace(EMPTY, people=people), family("mia-and-noah").workshop.words("en"))
    if not blocks:
        return []
    (figure,) = blocks
    assert isinstance(figure, Figure)
    assert isinstance(figure.picture, FamilyPicture)
    drawn = [{figure.picture.people[index].name for index in home} for home in figure.picture.homes]
    for home in drawn:
        assert any(all(name in sentence for name in home) for sentence in figure.description.split(". "))
    return drawn


MIA, NOAH = person("Mia", "child", "Lisa"), person("Noah", "child", "Lisa")
LISA, DEAN = person("Lisa", "parent", parent_of=("Mia", "Noah")), person("Dean", "parent", parent_of=("Mia",))


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        ((MIA, NOAH, LISA, DEAN), [{"Mia", "Noah", "Lisa"}]),
        ((person("Mia", "child", "Lisa", "Dean"), LISA, DEAN), [{"Mia", "Lisa", "Dean"}]),
        (
            (person("Mia", "child"), person("Lisa", "parent", "Mia", "Jo"), person("Jo", "network")),
            [{"Mia", "Lisa", "Jo"}],
        ),
        (
            (
                person("Mia", "child", "Lisa", "Dean"),
                person("Lisa", "parent", "Mia"),
                person("Dean", "parent", "Mia", "Ray"),
                person("Ray", "network"),
            ),
            [{"Mia", "Lisa"}, {"Mia", "Dean", "Ray"}],
        ),
        ((person("Mia", "child", "Noah"), person("Noah", "child"), LISA), [{"Mia", "Noah"}]),
        ((person("Mia", "child"), LISA), []),
    ],
    ids=["one parent", "both parents", "named by a grown-up", "in turn", "brother and sister", "nobody knows"],
)
def test_who_lives_together(people: tuple[ViewPerson, ...], expected: list[set[str]]) -> None:
    assert homes(*people) == expected


def test_nothing_is_drawn_where_two_have_one_name() -> None:
    assert homes(MIA, LISA, person("Lisa", "parent")) == []

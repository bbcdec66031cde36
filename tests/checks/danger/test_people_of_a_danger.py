"""Who a danger is about."""

from __future__ import annotations

from support.cases import HEAD, read

from sostool.case.model import Case
from sostool.checks.danger.people_of_a_danger import children_of, whose_words_are_held_back

PEOPLE = """\
people:
  mia: {name: Mia, role: child}
  noah: {name: Noah, role: child}
  sam: {name: Sam, role: child, subject: false}
  lisa: {name: Lisa, role: parent}
  dean: {name: Dean, role: parent, must_not_see: {words_of: [lisa, mia]}}
"""


def case(danger: str) -> Case:
    found = read(f"{HEAD}{PEOPLE}dangers: [{danger}]\n").case
    assert found is not None
    return found


def ids_of_children(danger: str) -> list[str]:
    one = case(danger)
    return [child.id for child in children_of(one, one.dangers[0])]


def test_the_children_listed_each_once() -> None:
    assert ids_of_children("{children: [noah, noah]}") == ["noah"]


def test_those_listed_are_meant_where_it_is_the_same_for_all_of_them() -> None:
    assert ids_of_children("{children: [noah], same_for_all: true}") == ["noah"]


def test_all_children_of_the_case_where_nobody_is_listed() -> None:
    assert ids_of_children("{same_for_all: true}") == ["mia", "noah"]


def test_whose_words_are_held_back() -> None:
    assert whose_words_are_held_back(case("{}")) == {"lisa", "mia"}

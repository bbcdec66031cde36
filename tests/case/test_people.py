from __future__ import annotations

from support.cases import HEAD, read

from sostool.case.people import children_of_the_case, name_of

TEXT = (
    HEAD
    + """\
people:
  mia: {name: Mia, role: child}
  sam: {name: Sam, role: child, subject: false}
  noah: {name: Noah, role: child, subject: true}
  lisa: {name: Lisa, role: parent}
  bean: {role: child}
"""
)


def test_children_of_the_case_are_those_it_is_about() -> None:
    case = read(TEXT).case
    assert case is not None
    assert [child.id for child in children_of_the_case(case)] == ["mia", "noah", "bean"]


def test_a_name_or_what_stands_for_it() -> None:
    case = read(TEXT).case
    assert case is not None
    assert [name_of(case, id_) for id_ in ("lisa", "bean", "Surrey Police")] == ["Lisa", "bean", "Surrey Police"]

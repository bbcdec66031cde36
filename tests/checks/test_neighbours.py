"""Whose files are another family's: not those with the same reference, nor those that follow one another."""

from __future__ import annotations

from sostool.checks.neighbours import NAME, NO_NEIGHBOURS, Known, Neighbours

FOLLOWS = {"b.yaml": "a.yaml", "c.yaml": "b.yaml", "loop.yaml": "loop.yaml"}


def asked(file: str, holder: str, follows: str = "") -> str:
    known = Known({(NAME, "kay"): (holder,)}, {holder: "EX-2"}, FOLLOWS)
    return Neighbours(file, lambda: known).holder(NAME, "kay", "EX-1", follows)


def test_another_family_holds_it() -> None:
    assert asked("c.yaml", "x.yaml", "b.yaml") == "x.yaml"
    assert asked("new.yaml", "loop.yaml", "loop2.yaml") == "loop.yaml"


def test_a_chain_of_meetings_is_one_family_whatever_its_references() -> None:
    assert asked("c.yaml", "a.yaml", "b.yaml") == ""
    assert asked("a.yaml", "c.yaml") == ""
    assert asked("c.yaml", "c.yaml", "b.yaml") == ""


def test_the_same_reference_is_the_same_family() -> None:
    known = Known({(NAME, "kay"): ("x.yaml", "y.yaml")}, {"x.yaml": "EX-1", "y.yaml": "EX-2"}, {})
    assert Neighbours("z.yaml", lambda: known).holder(NAME, "kay", "EX-1") == "y.yaml"


def test_without_neighbours_nobody_holds_anything() -> None:
    assert NO_NEIGHBOURS.holder(NAME, "kay", "EX-1") == ""

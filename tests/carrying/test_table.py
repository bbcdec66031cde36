"""The table decides about every key that can be carried over, each once, and about nothing else."""

from __future__ import annotations

from collections import Counter

import pytest

from sostool.carrying.table import ASKED, CHOSEN, LEFT, NEW, TABLE, Row, row_of
from sostool.case.model import Case, Meeting, Person
from sostool.yamlfile.parts import Part


def parts_that_may_be_carried() -> list[type[Part]]:
    """Give every part that stands under keys that are not left behind as a whole."""
    found: list[type[Part]] = [Case]
    for part in found:
        for name, key in part.keys.items():
            inner = key.kind.part
            if inner is not None and inner not in found and row_of(part, name).fate not in (LEFT, NEW):
                found.append(inner)
    return found


@pytest.mark.parametrize("part", parts_that_may_be_carried(), ids=lambda part: part.__name__)
def test_every_key_of_a_part_that_may_be_carried_is_decided(part: type[Part]) -> None:
    undecided = []
    for name in part.keys:
        try:
            row_of(part, name)
        except KeyError:
            undecided.append(name)
    assert undecided == []


def test_the_parts_of_a_family_are_among_them() -> None:
    names = {part.__name__ for part in parts_that_may_be_carried()}
    assert len(names) > 30
    assert {"Person", "Danger", "Rating", "Withhold", "Cleared", "MustNotSee", "Protected", "Attendance"} <= names
    assert not {"Outcome", "Answer", "Shared", "Recommendation", "WordsForChild"} & names


def test_each_row_names_keys_that_there_are_and_each_key_once() -> None:
    every = [(row.part, key) for row in TABLE for key in row.keys.split()]
    assert [one for one, number in Counter(every).items() if number > 1] == []
    assert [(part.__name__, key) for part, key in every if key not in part.keys] == []


@pytest.mark.parametrize("row", TABLE, ids=lambda row: f"{row.part.__name__} {row.keys.split()[0]}")
def test_a_row_says_why_and_what_its_fate_needs(row: Row) -> None:
    assert row.why.endswith(".")
    assert (row.fate is CHOSEN) == (row.keeps is not None)
    assert bool(row.question) or row.fate is not ASKED
    assert not row.question or row.fate in (ASKED, CHOSEN)


def test_a_key_that_nobody_decided_about_is_told() -> None:
    class WithNewKey(Person):
        pass

    WithNewKey.keys = {**Person.keys, "shoe_size": Meeting.keys["why"]}
    assert row_of(WithNewKey, "name").fate == "carried over"
    with pytest.raises(KeyError, match=r"WithNewKey\.shoe_size"):
        row_of(WithNewKey, "shoe_size")


@pytest.mark.parametrize("key", ["withhold", "cleared"])
def test_marks_of_holding_back_are_carried_with_every_part_that_may_have_them(key: str) -> None:
    marked = [part for part in parts_that_may_be_carried() if key in part.keys]
    assert len(marked) > 20
    assert {row_of(part, key).fate for part in marked} <= {"carried over", "carried over, to be looked at again"}

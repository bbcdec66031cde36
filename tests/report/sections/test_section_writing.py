"""What several sections write in the same way: tables without empty columns, and numbers that agree."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from examples.example_families import family

from sostool.report.blocks import Facts, Figure, Group, Line, own
from sostool.report.sections.changes import all_changes
from sostool.report.sections.dangers import dangers
from sostool.report.sections.family import people
from sostool.report.sections.family_pictures import family_tree
from sostool.report.sections.writing import table_of
from sostool.share.view import View, ViewDanger, ViewGoal, ViewPerson, ViewRating, ViewScale
from sostool.share.view_changes import ViewChanges, ViewMove, ViewMoves, ViewNumber

EMPTY = View("EX-1", "chair", "chair", "", "en", "mapping", dt.date(2026, 3, 17))
WORDS = family("mia-and-noah").workshop.words("en")
PROFILE = family("mia-and-noah").profile


def text(line: Line) -> str:
    return "".join(run.text for run in line)


def test_a_column_in_which_nothing_stands_is_left_out() -> None:
    rows = ((own("a"), (), own("1"), ()), (own("b"), (), (), ()))
    table = table_of(own("Told"), ("one", "two", "three", "four"), rows)
    assert table.columns == ("one", "three")
    assert table.rows == ((own("a"), own("1")), (own("b"), ()))


def test_the_first_column_stays_and_so_do_full_ones() -> None:
    assert table_of((), ("one", "two"), [((), own("1"))]).columns == ("one", "two")
    assert table_of((), ("one", "two"), [((), ())]).columns == ("one",)


def test_nobodys_home_is_no_empty_column() -> None:
    parts = (
        ViewPerson("Mia", "child"),
        ViewPerson("Lisa", "parent", parent_of=("Mia",)),
        ViewPerson("Dean", "parent", parent_of=("Mia",)),
    )
    (figure,) = family_tree(replace(EMPTY, people=parts), WORDS)
    assert isinstance(figure, Figure)
    assert figure.table is not None
    assert WORDS("people.lives_with") not in figure.table.columns
    assert {len(row) for row in figure.table.rows} == {2}


def danger(number: int) -> ViewDanger:
    scale = ViewScale("safe", "not", "", "", ten_is_safe=True, ratings=(ViewRating("Mia", "child", None, 4),))
    return ViewDanger(statement=f"Worry {number}.", goal=ViewGoal(f"Goal {number}."), scale=scale)


@pytest.mark.parametrize(("many", "tail"), [(1, [""]), (2, [" 1", " 2"])])
def test_statement_goal_and_scale_have_the_same_number_wherever_they_are_told(many: int, tail: list[str]) -> None:
    numbers = range(1, many + 1)
    knows = ViewPerson("Ray", "network", knows_about=tuple(numbers))
    moved = tuple(
        ViewMoves(number, (ViewMove("Mia", "child", ViewNumber(3, EMPTY.meeting_date), None),)) for number in numbers
    )
    changed = ViewChanges(EMPTY.meeting_date, "mapping", numbers=moved, several=many > 1)
    view = replace(EMPTY, dangers=tuple(map(danger, numbers)), people=(knows,), changes=changed)
    section = dangers(view, WORDS, PROFILE)
    assert section is not None
    headings = [
        [text(group.heading), *(text(one.heading) for one in group.blocks if isinstance(one, Group))]
        for group in section.blocks
        if isinstance(group, Group)
    ]
    assert headings == [[f"Danger statement{end}", f"Safety goal{end}", f"Safety scale{end}"] for end in tail]
    known = people(view, WORDS, PROFILE)
    assert known is not None
    facts = str([one for one in walk(known.blocks) if isinstance(one, Facts)])
    assert WORDS.comma.join(f"Danger statement{end}" for end in tail) in facts
    assert many > 1 or "Danger statement 1" not in facts
    told = all_changes(view, WORDS, PROFILE)
    assert told is not None
    assert all(f"'Safety scale{end}'" in str(told) for end in tail)


def walk(blocks: tuple[object, ...]) -> list[object]:
    found: list[object] = []
    for one in blocks:
        found += [one, *(walk(one.blocks) if isinstance(one, Group) else [])]
    return found

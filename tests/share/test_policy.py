"""The table itself: each rule of each column is held by a row of families who get it or do not."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Iterator

import pytest
from builders import holds, profile, put, read
from share.test_who_gets_what import READERS, ROWS, Row, _family

from sostool.case.read import ReadCase
from sostool.share import policy
from sostool.share.make_view import make_view
from sostool.share.policy import FOR_A_CHILD, TABLE, Rule, always, never
from sostool.share.readers import Column, find_reader

# Each row of the table, and the tested rows that hold it: all whose name begins with one of these.
HELD_BY: dict[str, tuple[str, ...]] = {
    "meeting": ("why we meet",),
    "names beside it": ("name of the one who wrote it", "one whose words Dean must not see, who wrote"),
    "part of the meeting": ("place of Lisa's part", "time of Lisa's part", "with whom"),
    "reasons and registers": ("why Lisa comes separately", "that the chair holds something"),
    "ring, knows, will": ("what a neighbour will do", "what Jo will do"),
    "contact": ("telephone", "school"),
    "born, seen, language": ("how to meet", "Mia's birthday", "when Mia was seen"),
    "map": ("strengths", "past harm", "complicating", "strength that Jo saw"),
    "existing safety": ("existing safety",),
    "impact": ("impact",),
    "grey areas": ("grey area",),
    "statements and goals": ("danger statement", "goal", "end of a scale"),
    "sees it differently": ("what Lisa says to a danger", "what Jo says to a danger"),
    "trajectory": ("step on the way",),
    "recommendation": ("recommendation",),
    "overall scale": ("end of the scale over everything",),
    "ratings": ("number of",),
    "reasons for ratings": ("reason of", "one higher"),
    "differences": ("why numbers are apart",),
    "own words": ("Mia's words", "Lisa's words", "Ella's words", "Jo's words", "words of Mia"),
    "observed": ("what people saw",),
    "bottom lines": ("bottom line",),
    "rules and next steps": ("rule", "next step"),
    "what happened before": ("event", "involvement", "report from elsewhere"),
    "consent and core groups": ("consent", "core group"),
    "shared log": ("line of the shared log",),
    "words for a child": ("words agreed", "words for Mia", "words withheld"),
    "what the children know": ("what the children know",),
    "decision and plan": ("reasons of the decision", "plan for Mia", "plan that names"),
    "tasks of the plan": ("task of",),
    "dates agreed": ("day of the next conference",),
    "who came": ("agency that",),
    "how a child took part": ("how Mia took part",),
    "the core group": ("neighbour in the core group", "one whose help Dean must not know of, in the core group"),
    "the chair's summary": ("the chair's summary",),
    "summary of one part": ("summary of",),
    "dissent": ("dissent of",),
    "contingency": ("what happens if things do not change",),
    "quorum": ("whether enough agencies came",),
    "corrections": ("correction",),
}
COLUMNS = (Column.PRACTITIONERS, Column.FAMILY, Column.NETWORK, Column.ROOM)
# Where another rule gives everyone the same, because something else has decided already.
DECIDED_ELSEWHERE = {
    # Practitioners get everybody's name, and in the room everyone of the family and the network is named.
    ("names beside it", Column.PRACTITIONERS, never),
    ("the core group", Column.PRACTITIONERS, never),
    ("the core group", Column.ROOM, always),
    # Somebody's own telephone is theirs whatever it says.
    ("contact", Column.NETWORK, never),
    # They get no number but their own.
    ("reasons for ratings", Column.NETWORK, always),
    # They get the plan as a whole.
    ("tasks of the plan", Column.PRACTITIONERS, never),
    ("tasks of the plan", Column.FAMILY, always),
    ("tasks of the plan", Column.FAMILY, never),
    ("tasks of the plan", Column.ROOM, never),
    # The words for a child stand in no document but the child's own.
    *(("words for a child", column, rule) for column in COLUMNS for rule in (always, never)),
}


def _held_by(key: str) -> list[Row]:
    return [row for row in ROWS if row.name.startswith(HELD_BY[key])]


@functools.cache
def _case(name: str, world: str) -> ReadCase:
    row = next(row for row in ROWS if row.name == name)
    case = _family(world)
    for path, value in row.puts.items():
        put(case, path, value)
    return read(case)


def _found(row: Row, world: str) -> Iterator[str]:
    case = _case(row.name, world).case
    assert case is not None
    for name in READERS[world].split():
        if name in row.skip.split():
            continue
        reader = find_reader(case, profile(row.profile), name)
        assert reader is not None
        if holds(make_view(case, profile(row.profile), reader), row.wanted):
            yield name


def _is_noticed(key: str) -> bool:
    return any(
        set(_found(row, world)) != set(gets.split()) for row in _held_by(key) for world, gets in row.worlds.items()
    )


def _others(rule: Rule) -> list[Rule]:
    return [other for other in (always, never) if other is not rule]


def test_every_row_of_the_table_is_held_by_rows_that_are_tested() -> None:
    assert list(TABLE) == list(HELD_BY)
    assert not [(key, start) for key, starts in HELD_BY.items() for start in starts if not _starts(start)]


def _starts(start: str) -> bool:
    return any(row.name.startswith(start) for row in ROWS)


@pytest.mark.parametrize(
    ("key", "column", "other"),
    [
        pytest.param(key, column, other, id=f"{key}-{column.value}-{other.__name__}")
        for key in TABLE
        for column in COLUMNS
        for other in _others(policy.rule_of(key, column))
        if (key, column, other) not in DECIDED_ELSEWHERE
    ],
)
def test_no_rule_of_the_table_can_be_another_and_nobody_notices(
    key: str, column: Column, other: Rule, monkeypatch: pytest.MonkeyPatch
) -> None:
    rules = list(TABLE[key])
    rules[COLUMNS.index(column)] = other
    monkeypatch.setitem(policy.TABLE, key, policy.Row(*rules))
    assert _is_noticed(key)


@pytest.mark.parametrize("key", FOR_A_CHILD)
def test_a_child_gets_only_the_rows_of_its_own_column(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if key == "meeting":
        return  # the kind and the date of the meeting are the frame of any document
    monkeypatch.setitem(policy.FOR_A_CHILD, key, never)
    assert _is_noticed(key)


def test_each_rule_says_in_a_sentence_whom_it_lets_in() -> None:
    rules = {rule for row in TABLE.values() for rule in row} | set(FOR_A_CHILD.values())
    for rule in rules:
        assert (inspect.getdoc(rule) or "").endswith("."), rule
    assert len(rules) > 25

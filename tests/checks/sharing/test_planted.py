"""How often SH106 finds another family's names, and that it asks about none of the examples' own."""

from __future__ import annotations

from functools import cache

import pytest

from checks.sharing.planted import Planted, false_alarms, missed, planted, table

# A little below what was measured; docs/sharing.md says what that was.
FLOORS = {
    "a first name in place of somebody's": 0.74,
    "a full name in place of somebody's": 0.67,
    "a surname behind Mr, Mrs, PC, Dr": 0.78,
    "a sentence more: “NAME’s mum rang.”": 0.94,
    "a sentence more: “… and NAME …”": 0.94,
    "a date of birth": 1.0,
    "a reference like this file's": 1.0,
}


@cache
def rows() -> list[Planted]:
    return list(planted())


def test_no_example_is_asked_about() -> None:
    assert false_alarms() == []


@pytest.mark.parametrize("way", FLOORS)
def test_what_is_planted_is_found_as_often_as_the_docs_say(way: str) -> None:
    hits = [row.found for row in rows() if row.way == way]
    assert len(hits) >= 20
    print(f"\n{table(rows())}")  # noqa: T201 - shown when it fails or with -s
    assert sum(hits) / len(hits) >= FLOORS[way], missed(rows())


def test_every_way_has_a_floor() -> None:
    assert {row.way for row in rows()} == set(FLOORS)

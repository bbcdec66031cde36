"""No check takes more than its share of time in a long file: four times the file, four times the steps."""

from __future__ import annotations

import copy
import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import yaml
from support.cases import england, read
from support.mutants import load
from support.running import ROOT

from sostool.checks.check import Check
from sostool.checks.look import Look
from sostool.checks.registry import PRACTICE

EXAMPLE = load((ROOT / "examples" / "mia-and-noah.yaml").read_text("utf-8"))
LITTLE, MUCH = 4, 16
MOST = 1.5 * MUCH / LITTLE


def longer_lists(times: int) -> Any:
    """Repeat every item of every list, each with an id of its own."""

    def grown(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: grown(one) for key, one in value.items()}
        if isinstance(value, list) and value and isinstance(value[0], dict):
            return [
                {**copy.deepcopy(item), **({"id": f"{item['id']}-{number}"} if "id" in item and number else {})}
                for number in range(times)
                for item in value
            ]
        return value

    return grown(EXAMPLE)


def more_people(times: int) -> Any:
    people = EXAMPLE["people"]
    more = {f"{id_}-{number}": copy.deepcopy(one) for number in range(1, times) for id_, one in people.items()}
    return {**EXAMPLE, "people": {**people, **more}}


def longer_texts(times: int) -> Any:
    def grown(value: Any, key: str = "") -> Any:
        if isinstance(value, dict):
            return {name: grown(one, name) for name, one in value.items()}
        if isinstance(value, list):
            return [grown(one, key) for one in value]
        return " ".join([value] * times) if isinstance(value, str) and value.count(" ") > 2 else value

    return grown(EXAMPLE)


def steps_of(check: Check, look: Look) -> int:
    """Count the lines of Python that a check takes."""
    steps = 0

    def trace(_frame: object, event: str, _argument: object) -> Any:
        nonlocal steps
        steps += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        for _ in check.ask(look) if check.ask else ():
            pass
    finally:
        sys.settrace(before)
    return steps


def looks(grow: Callable[[int], Any]) -> Iterator[Look]:
    for times in (LITTLE, MUCH):
        result = read(yaml.safe_dump(grow(times), allow_unicode=True, sort_keys=False))
        assert result.case is not None
        look = Look(result.case, england())
        look.list_of("stops")
        yield look


@pytest.mark.parametrize("grow", [longer_lists, more_people, longer_texts], ids=lambda grow: grow.__name__)
def test_the_steps_of_each_check_grow_with_the_file_and_no_faster(grow: Callable[[int], Any]) -> None:
    little, much = looks(grow)
    faster = {}
    for check in PRACTICE:
        few, many = steps_of(check, little), steps_of(check, much)
        if many > 2_000 and many > MOST * few:
            faster[check.code] = (few, many)
    assert faster == {}

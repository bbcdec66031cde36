"""The next steps of a case, wherever the map stops."""

from __future__ import annotations

import pytest
from support.cases import BASE, read

from sostool.checks.next_steps.steps import next_steps


@pytest.mark.parametrize(
    ("the_map", "steps"),
    [
        ("", []),
        ("map: {}\n", []),
        ("map: {worried: {complicating: [Money is tight.]}}\n", []),
        ("map: {needs_to_happen: {}}\n", []),
        ("map: {needs_to_happen: {next_steps: [Dean rings Ray., {none: true}]}}\n", ["Dean rings Ray.", ""]),
    ],
)
def test_all_that_are_there_in_order(the_map: str, steps: list[str]) -> None:
    case = read(BASE + the_map).case
    assert case is not None
    assert [step.what for step in next_steps(case)] == steps

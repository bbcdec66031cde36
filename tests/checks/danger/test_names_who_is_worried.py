"""DS103 on statements as workers write them."""

from __future__ import annotations

import json
from typing import Any

import pytest
from support.cases import HEAD, asked

from checks.labelled import labelled

STATEMENTS = labelled("statements")


def is_asked(case: dict[str, Any]) -> bool:
    names = case["worried"]
    people = "".join(f"  w{number}: {{name: {json.dumps(name)}}}\n" for number, name in enumerate(names))
    ids = ", ".join(f"w{number}" for number in range(len(names)))
    text = f"{HEAD}people:\n{people}dangers:\n  - statement: {json.dumps(case['statement'])}\n    worried: [{ids}]\n"
    return bool(asked(text, "DS103").findings)


@pytest.mark.parametrize("case", STATEMENTS["names_nobody"], ids=lambda case: case["statement"][:40])
def test_asks_where_the_text_names_nobody_who_is_worried(case: dict[str, Any]) -> None:
    assert is_asked(case)


@pytest.mark.parametrize("case", STATEMENTS["names_somebody"], ids=lambda case: case["statement"][:40])
def test_does_not_ask_where_somebody_is_named(case: dict[str, Any]) -> None:
    assert not is_asked(case)


def test_there_are_enough_of_both() -> None:
    assert [len(statements) >= 15 for statements in STATEMENTS.values()] == [True, True]

"""The goals of a case that have a text, each with the danger it belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sostool.case.model import Case, Danger, Goal, Person
from sostool.checks.wording.text import names_somebody


def goals(case: Case) -> Iterator[tuple[Danger, Goal]]:
    """Give each danger with its goal, where the goal says anything."""
    for danger in case.dangers:
        if danger.goal is not None and danger.goal.statement.strip():
            yield danger, danger.goal


def names_one_of(text: str, people: Iterable[Person]) -> bool:
    """Tell whether a text holds the name of one of some people."""
    return any(names_somebody(text, person) for person in people if person.name.strip())

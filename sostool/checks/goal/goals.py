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
    named = [person for person in people if person.name.strip()]
    # Most names stand in the text as they are written under `people`, and that is seen at once.
    return any(_stands_in(text, person.name) for person in named) or any(
        names_somebody(text, person) for person in named
    )


def _stands_in(text: str, name: str) -> bool:
    start = text.find(name)
    end = start + len(name)
    return start >= 0 and not text[max(0, start - 1) : start].isalpha() and not text[end : end + 1].isalpha()

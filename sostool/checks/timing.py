"""How long each family of checks takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from time import perf_counter

from sostool.checks.check import Ask, Check, Found
from sostool.checks.look import Look

# What all checks of words share is nobody's own time.
SHARED = "words"


def timed(checks: Iterable[Check], spent: dict[str, float]) -> tuple[Check, ...]:
    """Give the same checks, each of which adds the seconds it takes to those of its family.

    Args:
        checks: the checks.
        spent: seconds by the two letters of a family, and by `SHARED` for taking the words apart; added to in place.
    """
    return tuple(check._replace(ask=_timed(check.ask, check.code[:2], spent)) for check in checks if check.ask)


def _timed(ask: Ask, family: str, spent: dict[str, float]) -> Ask:
    def ask_and_time(look: Look) -> Iterator[Found]:
        start = perf_counter()
        if "passages" not in look.__dict__:
            look.list_of("")
            spent[SHARED] = spent.get(SHARED, 0.0) + perf_counter() - start
            start = perf_counter()
        found = list(ask(look))
        spent[family] = spent.get(family, 0.0) + perf_counter() - start
        return iter(found)

    return ask_and_time

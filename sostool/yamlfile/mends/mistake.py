"""What libyaml says of a text it refuses, and what a mistake with its mend is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from sostool.yamlfile.mends.page import Page

if TYPE_CHECKING:
    import yaml


class Fault(NamedTuple):
    """Where libyaml gave up. Lines are counted from 1, offsets in them from 0.

    `opened_number` and `opened_offset` are where the thing starts that it could not finish; those of the fault
    itself where it does not say.
    """

    problem: str
    number: int
    offset: int
    opened_number: int
    opened_offset: int


class Mend(NamedTuple):
    """A mistake in plain words, where it is, and the lines as they were probably meant."""

    message: str
    advice: str
    number: int
    offset: int
    lines: dict[int, str]
    code: str = "YA104"
    length: int = 1
    # A quotation mark that is never closed makes libyaml give up far below it, wherever the next one stands.
    far_below: bool = False


# The mistakes of one kind that could explain a fault, the likeliest first.
Mistakes: TypeAlias = Callable[[Page, Fault], Iterator[Mend]]


def fault_of(error: yaml.MarkedYAMLError) -> Fault:
    """Turn libyaml's error into a fault."""
    mark = error.problem_mark or error.context_mark
    opened = error.context_mark or mark
    problem = f"{error.context or ''} {error.problem or ''}"
    if mark is None or opened is None:
        return Fault(problem, 1, 0, 1, 0)
    if "an alias" in problem or "an anchor" in problem:
        # libyaml stops behind the sign; what matters is the sign.
        mark = opened
    return Fault(problem, mark.line + 1, mark.column, opened.line + 1, opened.column)

"""Lines: runs of text on one line, our own words kept apart from what somebody typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text on one line. `typed` text comes from the case file; `strong` is for our own words alone.

    `link` is the address of another document of the same pack, below the page itself; only the chair's list has it.
    """

    text: str
    typed: bool = False
    strong: bool = False
    link: str = ""


Line: TypeAlias = tuple[Run, ...]


def own(text: str) -> Line:
    """Make a line of our own words."""
    return (Run(text),) if text else ()


def typed(text: str) -> Line:
    """Make a line of typed text."""
    return (Run(text, typed=True),) if text else ()

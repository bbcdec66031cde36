"""Lines for a terminal: as wide as it is, but never so wide that they are hard to read."""

from __future__ import annotations

import shutil
import textwrap

_NARROWEST, _BROADEST = 40, 100


def width() -> int:
    """Give how many letters a line may have."""
    return max(_NARROWEST, min(_BROADEST, shutil.get_terminal_size().columns))


def wrapped(text: str, first: str = "", then: str | None = None) -> list[str]:
    """Break a text into lines between its words.

    Args:
        text: what to break.
        first: what the first line starts with.
        then: what the others start with; the same if nothing is said.
    """
    later = first if then is None else then
    return textwrap.wrap(
        text, width(), initial_indent=first, subsequent_indent=later, break_long_words=False, break_on_hyphens=False
    )


def how_many(number: int, what: str) -> str:
    """Say how many there are of something whose plural ends in s."""
    return f"{number} {what}" if number == 1 else f"{number} {what}s"

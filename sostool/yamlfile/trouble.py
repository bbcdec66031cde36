"""Something wrong with the text of a file, before its shape is looked at."""

from __future__ import annotations

import re
from typing import NamedTuple

from sostool.findings.finding import Place

# What libyaml takes for the end of a line, once the rarer ends have been refused.
LINE_END = re.compile(r"\r\n|\r|\n")


class Trouble(NamedTuple):
    """What is wrong, how to mend it, and where. Only `detail` may quote the file."""

    code: str
    message: str
    mend: str
    place: Place
    detail: str = ""


class Told(NamedTuple):
    """Troubles that belong together, and the whole text with them mended, or None where no mend is known."""

    troubles: tuple[Trouble, ...]
    mended: str | None


def place_of_offset(text: str, offset: int) -> Place:
    """Give the place of the character at a zero-based offset."""
    line = 1
    start = 0
    for match in LINE_END.finditer(text, 0, offset):
        line += 1
        start = match.end()
    column = offset - start + 1
    return Place(line, column, line, column + 1)

"""Read a file that is one part and no case: a profile, a team's settings, or the record of approvals."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from sostool.yamlfile.composer import compose
from sostool.yamlfile.kinds import MISSING
from sostool.yamlfile.parts import Part
from sostool.yamlfile.reading import Reading
from sostool.yamlfile.source import MOST_BYTES, Source, decode, unwanted_characters

P = TypeVar("P", bound=Part)


def read_part_file(path: Path, shown: str, of: type[P]) -> tuple[P | None, Reading]:
    """Read a file as one part.

    Args:
        path: the file.
        shown: what it is called in messages.
        of: which part it is.

    Returns:
        The part, None where it has no shape at all; and the reading with everything that is wrong.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError:
        return _unreadable(shown, "This file cannot be opened.")
    return read_part(data, shown, of)


def read_part(data: bytes, shown: str, of: type[P]) -> tuple[P | None, Reading]:
    """Read the bytes of a file as one part.

    Args:
        data: what the file holds, at most one byte more than such a file may.
        shown: what it is called in messages.
        of: which part it is.

    Returns:
        As `read_part_file`.
    """
    if len(data) > MOST_BYTES:
        return _unreadable(shown, f"This file is larger than {MOST_BYTES // 1_000_000} MB, and none of its kind is.")
    text, troubles = decode(data)
    troubles += unwanted_characters(text)
    root, syntax = (None, []) if troubles else compose(text)
    reading = Reading(Source(shown, text, root))
    for trouble in [*troubles, *syntax]:
        reading.trouble(trouble)
    if root is None:
        return None, reading
    part = of.read(root, (), reading)
    return (None if part is MISSING else part), reading


def _unreadable(shown: str, message: str) -> tuple[None, Reading]:
    reading = Reading(Source(shown, "", None))
    reading.report("CF113", (), message, mend="Look whether it is the right file.")
    return None, reading

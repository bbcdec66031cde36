"""What is added to a case file."""

from __future__ import annotations

from typing import NamedTuple

from sostool.findings.finding import Path
from sostool.yamlfile.writing import Value


class Addition(NamedTuple):
    """Something to be added.

    With `is_entry` the value is a new entry, the last of the list at `path`. Else it is what will stand at `path`, the
    last step of which is a key that is missing so far, or has nothing after it. What is missing above is made with it.
    """

    path: Path
    value: Value
    is_entry: bool = False


class CannotAddError(Exception):
    """Something cannot be added to this file by position; the text says why, for a person, without text of the file."""

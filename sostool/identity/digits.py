"""Where figures stand in a text: most signs hold some, and most of a text holds none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

_FIGURES_ONLY = bytes(ord("0") if byte in b"0123456789" else ord(" ") for byte in range(256))


class Run(NamedTuple):
    """Figures without anything between them: from where to where."""

    start: int
    end: int


def figures(text: str) -> list[Run]:
    """Give the runs of figures in a text, 0 to 9.

    Bytes are looked through many times faster than letters; each letter is one byte here, whichever it is.
    """
    shape = text.encode("ascii", "replace").translate(_FIGURES_ONLY)
    runs: list[Run] = []
    start = shape.find(b"0")
    while start >= 0:
        end = shape.find(b" ", start)
        end = len(shape) if end < 0 else end
        runs.append(Run(start, end))
        start = shape.find(b"0", end)
    return runs


def clusters(text: str, runs: Sequence[Run], fewest: int, marks: str) -> list[list[Run]]:
    """Give runs of figures that have up to three of some marks between them, and a fewest of figures together."""
    found: list[list[Run]] = []
    current: list[Run] = []
    total = 0
    for run in runs:
        if current and (run.start - current[-1].end > 3 or text[current[-1].end : run.start].strip(marks)):  # noqa: PLR2004
            if total >= fewest:
                found.append(current)
            current, total = [], 0
        current.append(run)
        total += run.end - run.start
    if total >= fewest:
        found.append(current)
    return found

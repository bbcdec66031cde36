"""The lines that edits change, before and after, as a person looks at them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sostool.mend.edits import Edit, edited

_LINE_END = re.compile(r"\r\n|\r|\n")


class ChangedLines(NamedTuple):
    """Lines that stand together: the number of the first, as they are and as they will be."""

    number: int
    before: tuple[str, ...]
    after: tuple[str, ...]


def changed_lines(text: str, edits: Sequence[Edit]) -> Iterator[ChangedLines]:
    """Give the lines of a text that edits change.

    Args:
        text: the text before.
        edits: its edits, in order.
    """
    starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
    group: list[Edit] = []
    last = -1
    for edit in edits:
        first = bisect_right(starts, edit.start) - 1
        if group and first > last:
            yield _changed(text, starts, group, last)
            group = []
        group.append(edit)
        last = max(last, bisect_right(starts, max(edit.start, edit.end - 1)) - 1)
    if group:
        yield _changed(text, starts, group, last)


def _changed(text: str, starts: list[int], group: list[Edit], last: int) -> ChangedLines:
    first = bisect_right(starts, group[0].start) - 1
    start, end = starts[first], starts[last + 1] if last + 1 < len(starts) else len(text)
    old = text[start:end]
    new = edited(old, [edit._replace(start=edit.start - start, end=edit.end - start) for edit in group])
    return ChangedLines(first + 1, _lines(old), _lines(new))


def _lines(text: str) -> tuple[str, ...]:
    lines = _LINE_END.split(text)
    return tuple(lines[:-1] if lines[-1] == "" and len(lines) > 1 else lines)

"""Edits by position: what stands between two indices of a text is taken out and something else put there.

Everything outside the edits stays as it is, character by character.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple


class Edit(NamedTuple):
    """One change: `new` comes in the place of the characters from `start` up to `end`."""

    start: int
    end: int
    new: str
    kind: str = ""


class OverlapError(ValueError):
    """Two edits want to change the same characters, so that nobody could tell what comes out."""


def in_order(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """Put edits in the order of the text.

    Raises:
        OverlapError: two of them meet, or start at the same index.
    """
    ordered = tuple(sorted(edits, key=attrgetter("start", "end")))
    if any(edit.end > following.start or edit.start == following.start for edit, following in pairwise(ordered)):
        raise OverlapError
    return ordered


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Give a text with edits put into it.

    Raises:
        OverlapError: two of them meet.
    """
    parts = []
    at = 0
    for edit in in_order(edits):
        parts += [text[at : edit.start], edit.new]
        at = edit.end
    return "".join([*parts, text[at:]])


def chained(text: str, first: Sequence[Edit], second: Sequence[Edit]) -> tuple[Edit, ...]:
    """Give the edits that do at once what two rounds of edits do one after the other.

    Args:
        text: the text before both.
        first: the edits of that text.
        second: the edits of the text that the first ones make. Where they touch one of those, the two become one.
    """
    between = edited(text, first)
    made: list[_Stretch] = []
    grown = 0
    for edit in in_order(first):
        start = edit.start + grown
        made.append(_Stretch(start, start + len(edit.new), edit.start, edit.end, edit, None))
        grown += len(edit.new) - (edit.end - edit.start)
    made += [_Stretch(edit.start, edit.end, 0, 0, None, edit) for edit in in_order(second)]
    made.sort(key=attrgetter("start", "end"))
    result: list[Edit] = []
    grown = 0
    group: list[_Stretch] = []
    end = -1
    for stretch in made:
        if group and stretch.start > end:
            result.append(_joined(between, group, end, grown))
            grown += _growth(group)
            group = []
        group.append(stretch)
        end = max(end, stretch.end) if len(group) > 1 else stretch.end
    if group:
        result.append(_joined(between, group, end, grown))
    return tuple(result)


class _Stretch(NamedTuple):
    """A stretch of the text between the two rounds, with the edit that made it or the one that will change it."""

    start: int
    end: int
    old_start: int
    old_end: int
    made_by: Edit | None
    changed_by: Edit | None


def _growth(group: list[_Stretch]) -> int:
    """Say by how much the first round has made a group longer."""
    return sum(
        (stretch.end - stretch.start) - (stretch.old_end - stretch.old_start)
        for stretch in group
        if stretch.made_by is not None
    )


def _joined(between: str, group: list[_Stretch], end: int, grown: int) -> Edit:
    """Make one edit of the text before both rounds from stretches that touch each other."""
    start = group[0].start
    changes = [stretch.changed_by for stretch in group if stretch.changed_by is not None]
    new = edited(
        between[start:end], [edit._replace(start=edit.start - start, end=edit.end - start) for edit in changes]
    )
    kind = next((edit.kind for stretch in group for edit in (stretch.made_by, stretch.changed_by) if edit), "")
    return Edit(start - grown, end - grown - _growth(group), new, kind)

"""Edits that add to lists and sets of keys in brackets."""

from __future__ import annotations

import re
from collections.abc import Sequence

from yaml.nodes import CollectionNode, MappingNode, Node, SequenceNode

from sostool.adding.addition import CannotAddError
from sostool.adding.in_blocks import pair_above
from sostool.adding.layout import Layout
from sostool.mend.edits import Edit
from sostool.yamlfile.writing import Value, on_one_line

_COMMA = re.compile(r"(?:\s|(?<=\s)#[^\r\n]*)*,")
_ONLY_A_NOTE = re.compile(r"[ \t]*(?:#|\Z)")
_NO_BRACKETS = "it stands there without brackets of its own"


def entry(layout: Layout, node: SequenceNode, value: Value) -> list[Edit]:
    """Add an entry to a list in brackets, after its last one."""
    starts = [one.start_mark for one in node.value]
    return _after(layout, node, node.value[-1].end_mark.index, starts, on_one_line(value))


def new_key(layout: Layout, node: MappingNode, key: str, value: Value, order: Sequence[str]) -> list[Edit]:
    """Add a key to a set of keys in brackets, where the order of the keys has it."""
    start = node.start_mark.index
    if layout.text[start : start + 1] != "{":
        raise CannotAddError(_NO_BRACKETS)
    new = f"{key}: {on_one_line(value)}"
    above = pair_above(node, key, order)
    if above is None:
        return [Edit(start + 1, start + 1, f"{new}, " if node.value else new)]
    starts = [pair[0].start_mark for pair in node.value]
    return _after(layout, node, above[1].end_mark.index, starts, new)


def filled_in(layout: Layout, key: Node, node: Node, value: Value) -> list[Edit]:
    """Put a value after a key in brackets that has none."""
    start, end = node.start_mark.index, node.end_mark.index
    if end > start:
        return [Edit(start, end, on_one_line(value))]
    colon = layout.after_colon(key)
    at = key.end_mark.index if colon is None else colon
    return [Edit(at, at, f"{':' if colon is None else ''} {on_one_line(value)}")]


def in_empty(node: CollectionNode, value: Value) -> list[Edit]:
    """Put the first entry, or the first keys, between brackets that hold nothing but a comment."""
    start = node.start_mark.index + 1
    return [Edit(start, start, on_one_line(value)[1:-1])]


def wrapped(node: Node, value: Value) -> list[Edit]:
    """Make a list of a value that stands alone in the place of one, and add an entry to it."""
    start, end = node.start_mark.index, node.end_mark.index
    return [Edit(start, start, "["), Edit(end, end, f", {on_one_line(value)}]")]


def _after(layout: Layout, node: CollectionNode, end: int, starts: Sequence[object], new: str) -> list[Edit]:
    """Put something after an entry that ends at an index: on the same line, or on one of its own as the others are."""
    marks = [(mark.line, mark.column) for mark in starts]  # type: ignore[attr-defined]
    lines = [line for line, _ in marks]
    alone = len(set(lines)) == len(lines) and lines[0] > node.start_mark.line
    comma = _COMMA.match(layout.text, end)
    last = comma.end() if comma else end
    line_end = layout.end_of_line(last)
    if not alone or not _ONLY_A_NOTE.match(layout.text[last:line_end]):
        return [Edit(end, end, f", {new}")]
    following = f"{layout.line_end}{' ' * marks[-1][1]}{new}"
    if comma:
        return [Edit(line_end, line_end, f"{following},")]
    if line_end == end:
        return [Edit(end, end, f",{following}")]
    return [Edit(end, end, ","), Edit(line_end, line_end, following)]

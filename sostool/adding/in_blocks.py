"""Edits that add to lists and sets of keys whose entries stand on lines of their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

from sostool.adding.addition import CannotAddError
from sostool.adding.layout import LINE_END, Layout
from sostool.mend.edits import Edit
from sostool.yamlfile.writing import WIDTH, Value, item_lines, on_one_line, pair_lines

NO_COLON = "the key has no colon there"
_AT_THE_END = "the text that it would follow ends with the file; put an empty line there first"
_BLOCKS = ("|", ">")


def entry(layout: Layout, node: SequenceNode, value: Value, *, blocks: bool) -> list[Edit]:
    """Add an entry to a list with dashes, after its last one and in its manner."""
    column, last = node.start_mark.column, node.value[-1]
    after_dash = last.start_mark.column - column
    if last.start_mark.line != _line_of_dash(layout, node, last) or not 2 <= after_dash <= 8:  # noqa: PLR2004 - wide
        after_dash = 2
    lines = _entry_lines(layout, last, value, column, after_dash, blocks=blocks)
    if _are_apart(layout, node.value):
        lines = ["", *lines]
    return below(layout, last, lines, column)


def _line_of_dash(layout: Layout, node: SequenceNode, last: Node) -> int:
    """Give the line of the dash of the last entry, as far as that matters: its own line, if the dash stands there."""
    start = layout.start_of_line(last.start_mark.index)
    before = layout.text[start : last.start_mark.index]
    return int(last.start_mark.line) if before[node.start_mark.column :][:1] == "-" else -1


def _entry_lines(layout: Layout, last: Node, value: Value, column: int, after_dash: int, *, blocks: bool) -> list[str]:
    if isinstance(value, Mapping) and isinstance(last, MappingNode):
        if last.flow_style:
            line = "-" + " " * (after_dash - 1) + on_one_line(value)
            start = layout.start_of_line(last.start_mark.index)
            widest = max(WIDTH, layout.end_of_line(start) - start)
            if column + len(line) <= widest:
                return [line]
        value = dict(value)
    return item_lines(value, layout.indents, after_dash, blocks=blocks)


def below(layout: Layout, above: Node, lines: Sequence[str], column: int) -> list[Edit]:
    """Put lines under a value, after the comments that belong to it."""
    at = layout.line_after(layout.end_of(above), column)
    new = layout.with_line_ends(list(lines), column)
    if not layout.is_at_end(at):
        return [Edit(at, at, new)]
    return [*_kept_without_line_end(layout, above), Edit(at, at, layout.line_end + new.removesuffix(layout.line_end))]


def _kept_without_line_end(layout: Layout, above: Node) -> list[Edit]:
    """Keep a block the text that it is, where the file ends in it without a line end and will not any more."""
    while isinstance(above, CollectionNode) and above.value and not above.flow_style:
        last = above.value[-1]
        above = last[1] if isinstance(last, tuple) else last
    if not isinstance(above, ScalarNode) or above.style not in _BLOCKS or str(above.value).endswith("\n"):
        return []
    header = layout.header_of(above)
    if "-" in header:
        return []
    if "+" in header:
        raise CannotAddError(_AT_THE_END)
    at = above.start_mark.index + len(header.rstrip())
    return [Edit(at, at, "-")]


def wrapped(layout: Layout, key: Node, node: Node, value: Value, *, blocks: bool) -> list[Edit]:
    """Make a list of a value that stands alone in the place of one, and add an entry to it."""
    end = layout.end_of(node)
    if node.start_mark.line == key.start_mark.line:
        column = key.start_mark.column + (layout.indents.dashes or 2)
        moved = column - key.start_mark.column
        first = Edit(node.start_mark.index, node.start_mark.index, layout.line_end + " " * column + "- ")
    else:
        column, moved = node.start_mark.column, 2
        first = Edit(node.start_mark.index, node.start_mark.index, "- ")
    edits = [first]
    for found in LINE_END.finditer(layout.text, node.start_mark.index, end):
        start = found.end()
        if start < end and layout.rest_of_line(start):
            edits.append(Edit(start, start, " " * moved))
    like = node if isinstance(node, MappingNode) else None
    lines = _entry_lines(layout, like, value, column, 2, blocks=blocks) if like else item_lines(value, layout.indents)
    return [*edits, *below(layout, node, lines, column)]


def filled_in(layout: Layout, key: Node, node: Node, value: Value, *, blocks: bool) -> list[Edit]:
    """Put a value after a key that has none: nothing, `null`, or an empty list or set of keys."""
    colon = layout.after_colon(key)
    if colon is None:
        raise CannotAddError(NO_COLON)
    start, end = node.start_mark.index, node.end_mark.index
    if end > start and node.start_mark.line != key.end_mark.line:
        return [Edit(start, end, on_one_line(value))]
    first, *body = pair_lines(str(key.value), value, layout.indents, blocks=blocks)
    head = Edit(colon, max(end, colon) if end > start else colon, first.removeprefix(f"{key.value}:"))
    if not body:
        return [head]
    column = key.start_mark.column
    is_block = head.new.startswith(" |")
    at = layout.next_line(head.end) if is_block else layout.line_after(head.end, column)
    new = layout.with_line_ends(body, column)
    if not layout.is_at_end(at):
        return [head, Edit(at, at, new)]
    new = layout.line_end + new.removesuffix(layout.line_end)
    return [head._replace(new=head.new + new)] if at == head.end else [head, Edit(at, at, new)]


def new_key(
    layout: Layout, node: MappingNode, key: str, value: Value, order: Sequence[str], *, blocks: bool
) -> list[Edit]:
    """Add a key to a set of keys, where the order of the keys has it; at the end where there is no order."""
    column = node.start_mark.column
    above = pair_above(node, key, order)
    if above is None:
        lines = pair_lines(key, value, layout.indents, blocks=blocks)
        start = node.start_mark.index
        return [Edit(start, start, layout.with_line_ends(lines, column)[column:] + " " * column)]
    lines = _pair_lines_like(layout, above[1], key, value, column, is_by_id=not order, blocks=blocks)
    values = [pair[1] for pair in node.value]
    is_section = bool(order) and column == 0 and len(lines) > 1 and _any_apart(layout, values)
    if is_section or (not order and _are_apart(layout, values)):
        lines = ["", *lines]
    return below(layout, above[1], lines, column)


def _pair_lines_like(
    layout: Layout, above: Node, key: str, value: Value, column: int, *, is_by_id: bool, blocks: bool
) -> list[str]:
    if is_by_id and isinstance(above, MappingNode) and above.flow_style and isinstance(value, Mapping):
        line = f"{key}: {on_one_line(value)}"
        if column + len(line) <= WIDTH:
            return [line]
    return pair_lines(key, value, layout.indents, blocks=blocks)


def pair_above(node: MappingNode, key: str, order: Sequence[str]) -> tuple[Node, Node] | None:
    """Give the pair after which a new key goes; None where it goes before them all."""
    if not order:
        return node.value[-1] if node.value else None
    place = {name: number for number, name in enumerate(order)}
    earlier = [pair for pair in node.value if place.get(pair[0].value, len(place)) < place[key]]
    return max(earlier, key=lambda pair: place[pair[0].value]) if earlier else None


def _are_apart(layout: Layout, values: Sequence[Node]) -> bool:
    """Tell whether an empty line stands before the last of some values."""
    return len(values) > 1 and _apart(layout, values[-2], values[-1])


def _any_apart(layout: Layout, values: Sequence[Node]) -> bool:
    return any(_apart(layout, first, second) for first, second in pairwise(values))


def _apart(layout: Layout, first: Node, second: Node) -> bool:
    end = layout.end_of(first)
    at = end if end == layout.start_of_line(end) else layout.next_line(end)
    return any(not line.strip() for line in LINE_END.split(layout.text[at : second.start_mark.index])[:-1])

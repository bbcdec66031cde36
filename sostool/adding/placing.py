"""Where something that is added goes in the text of a file, and the edits that put it there."""

from __future__ import annotations

from typing import NamedTuple

from yaml.nodes import CollectionNode, MappingNode, Node, SequenceNode

from sostool.adding import in_blocks, in_brackets
from sostool.adding.addition import Addition, CannotAddError
from sostool.adding.layout import Layout
from sostool.case.model import Case
from sostool.findings.finding import Path
from sostool.mend.edits import Edit
from sostool.yamlfile.parts import ByIdKind, Part
from sostool.yamlfile.reading import is_missing
from sostool.yamlfile.writing import Value

_THERE_ALREADY = "something stands there already"
_A_SENTENCE = "a single sentence stands where a set of keys is needed"
_A_LIST = "something else stands where a list is needed"


class Found(NamedTuple):
    """How far a path leads in a file: how many of its steps, the last key and the value after it."""

    steps: int
    key: Node | None
    value: Node


def find(root: Node, path: Path) -> Found:
    """Go down a path as far as something stands there.

    A single value may stand for a list of one; a sentence never stands for a set of keys here.
    """
    key: Node | None = None
    node = root
    for taken, step in enumerate(path):
        if isinstance(step, int):
            if isinstance(node, SequenceNode):
                if step >= len(node.value):
                    return Found(taken, key, node)
                key, node = None, node.value[step]
        else:
            pair = _pair(node, step)
            if pair is None:
                return Found(taken, key, node)
            key, node = pair
    return Found(len(path), key, node)


def _pair(node: Node, step: str) -> tuple[Node, Node] | None:
    if not isinstance(node, MappingNode):
        return None
    return next(((key, value) for key, value in node.value if key.value == step), None)


def edits_for(addition: Addition, layout: Layout, *, blocks: bool = True) -> list[Edit]:
    """Give the edits of a file's text that add something to it.

    Args:
        addition: what is added.
        layout: the file.
        blocks: whether long texts may be blocks; where they may not, every text stands on one line.

    Raises:
        CannotAddError: it would have to be written in another way there.
    """
    path, value = addition.path, addition.value
    if addition.is_entry:
        found = find(layout.root, path)
        if found.steps == len(path) and not is_empty(found.value):
            return _entry(found, value, layout, blocks=blocks)
        value = [value]
    steps = len(path)
    while steps and not _holds_something(layout.root, path[:steps]):
        steps -= 1
    if steps == len(path):
        raise CannotAddError(_THERE_ALREADY)
    node = find(layout.root, path[:steps]).value
    key, *below = path[steps:]
    for step in reversed(below):
        value = {str(step): value}
    if not isinstance(node, MappingNode) or not all(isinstance(step, str) for step in path[steps:]):
        raise CannotAddError(_A_SENTENCE)
    return _under(node, str(key), value, part_at(path[:steps]), layout, blocks=blocks)


def _holds_something(root: Node, path: Path) -> bool:
    found = find(root, path)
    return found.steps == len(path) and not is_empty(found.value)


def _entry(found: Found, value: Value, layout: Layout, *, blocks: bool) -> list[Edit]:
    node, key = found.value, found.key
    if isinstance(node, SequenceNode):
        return (
            in_brackets.entry(layout, node, value)
            if node.flow_style
            else in_blocks.entry(layout, node, value, blocks=blocks)
        )
    if key is None:
        raise CannotAddError(_A_LIST)
    if _is_in_brackets(layout.root, node):
        return in_brackets.wrapped(node, value)
    return in_blocks.wrapped(layout, key, node, value, blocks=blocks)


def _under(
    node: MappingNode, key: str, value: Value, part: type[Part] | None, layout: Layout, *, blocks: bool
) -> list[Edit]:
    order = tuple(part.keys) if part is not None else ()
    pair = _pair(node, key)
    if pair is None:
        if node.flow_style:
            return in_brackets.new_key(layout, node, key, value, order)
        return in_blocks.new_key(layout, node, key, value, order, blocks=blocks)
    own_key, empty = pair
    if isinstance(empty, CollectionNode) and layout.text[empty.start_mark.index : empty.end_mark.index].strip(
        "[]{} \t"
    ):
        return in_brackets.in_empty(empty, value)
    if node.flow_style:
        return in_brackets.filled_in(layout, own_key, empty, value)
    return in_blocks.filled_in(layout, own_key, empty, value, blocks=blocks)


def part_at(path: Path) -> type[Part] | None:
    """Give the part of the case file that stands at a path; None for a set of parts by their ids."""
    part: type[Part] | None = Case
    kind = None
    for step in path:
        if part is None:
            # Past the id of one of a set of parts.
            part = kind.part if kind is not None else None
        elif isinstance(step, str):
            kind = part.keys[step].kind
            part = None if isinstance(kind, ByIdKind) else kind.part
    return part


def _is_in_brackets(root: Node, wanted: Node) -> bool:
    stack: list[tuple[Node, bool]] = [(root, False)]
    while stack:
        node, inside = stack.pop()
        if node is wanted:
            return inside
        if isinstance(node, CollectionNode):
            inside = inside or bool(node.flow_style)
            for one in node.value:
                stack += [(each, inside) for each in (one if isinstance(one, tuple) else (one,))]
    return False


def is_empty(node: Node) -> bool:
    """Tell whether nothing stands here: no value, `null`, or an empty list or set of keys."""
    return is_missing(node) or (isinstance(node, CollectionNode) and not node.value)

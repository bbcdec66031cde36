"""The entries of lists and of sets of keys, and where each stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from yaml.nodes import CollectionNode, MappingNode, Node, SequenceNode

from sostool.findings.finding import Path


class Entry(NamedTuple):
    """One entry of a list or of a set of keys: where it stands, its first node and its value.

    `above` is the entry in which its list or set stands.
    """

    parent: CollectionNode
    position: int
    first: Node
    value: Node
    above: Entry | None = None


def entry_at(root: Node, path: Path) -> Entry:
    """Give the entry at a path; of what does not stand there, the nearest above.

    Raises:
        ValueError: the path is empty, or leads nowhere from its first step.
    """
    entry: Entry | None = None
    node = root
    for step in path:
        if isinstance(node, MappingNode):
            found = next((at for at, (key, _) in enumerate(node.value) if key.value == step), None)
            if found is None:
                break
            entry = Entry(node, found, node.value[found][0], node.value[found][1], entry)
        elif isinstance(node, SequenceNode) and isinstance(step, int):
            entry = Entry(node, step, node.value[step], node.value[step], entry)
        else:
            continue
        node = entry.value
    if entry is None:
        raise ValueError("nothing stands there")
    return entry


def span(entry: object) -> tuple[int, int]:
    """Give from where to where an entry stands in the text."""
    first, value = entry if isinstance(entry, tuple) else (entry, entry)
    return first.start_mark.index, max(first.end_mark.index, value.end_mark.index)


def runs(positions: list[int]) -> Iterator[tuple[int, int]]:
    """Give positions that follow each other as pairs of the first and the last of them."""
    first = last = positions[0]
    for position in positions[1:]:
        if position > last + 1:
            yield first, last
            first = position
        last = position
    yield first, last

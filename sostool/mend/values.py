"""Every single value of a file with the kind that is declared for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from sostool.findings.finding import Path
from sostool.yamlfile.kinds import Kind
from sostool.yamlfile.parts import ByIdKind, Part
from sostool.yamlfile.reading import is_missing


class Value(NamedTuple):
    """A value as it stands in the file: its path, its node and its kind."""

    path: Path
    node: ScalarNode
    kind: Kind


def values(node: Node, part: type[Part], path: Path = ()) -> Iterator[Value]:
    """Give the values of a part that are there; what stands where nothing is declared is passed over.

    Args:
        node: where the part stands in the tree.
        part: what it is.
        path: its path.
    """
    if not isinstance(node, MappingNode):
        if part.short:
            yield from _of_kind(node, part.keys[part.short].kind, (*path, part.short))
        return
    for key, value in node.value:
        declared = part.keys.get(key.value) if isinstance(key, ScalarNode) else None
        if declared is not None and not is_missing(value):
            yield from _of_kind(value, declared.kind, (*path, key.value))


def _of_kind(node: Node, kind: Kind, path: Path) -> Iterator[Value]:
    if isinstance(kind, ByIdKind):
        for key, value in node.value if isinstance(node, MappingNode) else ():
            if isinstance(key, ScalarNode):
                yield from values(value, kind.part, (*path, key.value))
    elif isinstance(node, SequenceNode):
        for index, item in enumerate(node.value):
            yield from _single(item, kind, (*path, index))
    else:
        yield from _single(node, kind, path)


def _single(node: Node, kind: Kind, path: Path) -> Iterator[Value]:
    if kind.part is not None:
        yield from values(node, kind.part, path)
    elif isinstance(node, ScalarNode) and not is_missing(node):
        yield Value(path, node, kind.each)

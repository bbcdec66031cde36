"""Two ways to write where something stands: by position, which names nobody, and by id, which people read."""

from __future__ import annotations

from yaml.nodes import MappingNode, ScalarNode, SequenceNode

from sostool.findings.finding import Path
from sostool.yamlfile.source import Source


def by_position(path: Path, source: Source) -> Path:
    """Replace a person's id by the person's position: ids are first names, and no log may hold one."""
    if len(path) < 2 or path[0] != "people" or not isinstance(source.root, MappingNode):  # noqa: PLR2004 - people, id
        return path
    for key, people in source.root.value:
        if isinstance(key, ScalarNode) and key.value == "people" and isinstance(people, MappingNode):
            names = [name.value for name, _ in people.value]
            if path[1] in names:
                return ("people", names.index(path[1]), *path[2:])
    return ("people",)


def by_id(path: Path, source: Source) -> Path:
    """Replace an item's position by its id where it has one."""
    shown: list[str | int] = []
    node = source.root
    for step in path:
        name: str | int = step
        if isinstance(node, MappingNode):
            node = next((value for key, value in node.value if isinstance(key, ScalarNode) and key.value == step), None)
        elif isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
            name = _id_of(node) or step
        shown.append(name)
    return tuple(shown)


def _id_of(node: object) -> str | None:
    if isinstance(node, MappingNode):
        for key, value in node.value:
            if isinstance(key, ScalarNode) and key.value == "id" and isinstance(value, ScalarNode):
                return str(value.value)
    return None

"""Two ways to write where something stands: by position, which names nobody, and by id, which people read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yaml.nodes import MappingNode, Node, ScalarNode

if TYPE_CHECKING:
    from sostool.findings.finding import Path
    from sostool.yamlfile.source import Source


def by_position(path: Path, source: Source) -> Path:
    """Replace a person's id by the person's position: ids are first names, and no log may hold one."""
    match path:
        case ("people", str(id_), *rest):
            people = source.node(("people",))
            pair = source.pairs(people).get(id_) if isinstance(people, MappingNode) else None
            return ("people",) if pair is None else ("people", pair.position, *rest)
    return path


def by_id(path: Path, source: Source) -> Path:
    """Replace an item's position by its id where it has one."""
    shown: list[str | int] = []
    for length, step in enumerate(path, 1):
        node = source.node(path[:length]) if isinstance(step, int) else None
        shown.append(_id_of(node, source) or step)
    return tuple(shown)


def _id_of(node: Node | None, source: Source) -> str:
    if not isinstance(node, MappingNode):
        return ""
    pair = source.pairs(node).get("id")
    return str(pair.value.value) if pair is not None and isinstance(pair.value, ScalarNode) else ""

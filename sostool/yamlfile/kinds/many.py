"""Several values: lists, and texts by name."""

# ruff: noqa: D102 - what read and schema do is said once, in Kind

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from yaml.nodes import MappingNode, SequenceNode

from sostool.yamlfile.kinds.kind import MISSING, Kind, list_schema
from sostool.yamlfile.kinds.texts import Text
from sostool.yamlfile.reading import is_missing

if TYPE_CHECKING:
    from yaml.nodes import Node

    from sostool.findings.finding import Path
    from sostool.yamlfile.reading import Reading


class ListOf(Kind):
    """Several values of one kind; a single one may stand alone."""

    wanted = "a list"

    def __init__(self, inner: Kind) -> None:
        self.inner = inner

    @property
    def each(self) -> Kind:
        return self.inner

    def read(self, node: Node, path: Path, reading: Reading) -> Any:
        inner = self.inner
        if not isinstance(node, SequenceNode):
            if reading.is_list_without_spaces(node, path):
                return MISSING
            value = inner.read(node, (*path, 0), reading)
            return () if value is MISSING else (value,)
        values = []
        for index, item in enumerate(node.value):
            if not is_missing(item):
                value = inner.read(item, (*path, index), reading)
                if value is not MISSING:
                    values.append(value)
        return tuple(values)

    def schema(self, definitions: dict[str, Any]) -> dict[str, Any]:
        return list_schema(self.inner.schema(definitions))

    def full_schema(self, definitions: dict[str, Any]) -> dict[str, Any]:
        inner = self.inner.full_schema(definitions)
        return {"anyOf": [{"type": "array", "items": inner}, inner]}


class Words(Kind):
    """Names of the writer's own choosing, each with a text: a profile's labels."""

    wanted = "keys, each with a text"
    text = Text()

    def __init__(self, known: tuple[str, ...] = ()) -> None:
        self.known = known

    def read(self, node: Node, path: Path, reading: Reading) -> Any:
        if not isinstance(node, MappingNode):
            reading.wrong_type(node, path, self.wanted)
            return MISSING
        values: dict[str, str] = {}
        for key, value in node.value:
            name = key.value if isinstance(key.value, str) else ""
            if self.known and name not in self.known:
                reading.unknown_key(key, value, path, self.known)
            elif name in values:
                reading.doubled_key(key, path)
            else:
                text = self.text.read(value, (*path, name), reading)
                if text is not MISSING:
                    values[name] = text
        return values

    def schema(self, definitions: dict[str, Any]) -> dict[str, Any]:
        if self.known:
            names = {name: {"type": "string"} for name in self.known}
            return {"type": "object", "properties": names, "additionalProperties": False}
        return {"type": "object", "additionalProperties": {"type": "string"}}

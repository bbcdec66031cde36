"""Kinds of value that hold parts: one part, a list of parts, or parts by their short ids."""

# ruff: noqa: D102 - what read and schema do is said once, in Kind

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from yaml.nodes import MappingNode, SequenceNode

from sostool.yamlfile.kinds.ids import ID, ID_SCHEMA, NOT_AN_ID, report_bad_id
from sostool.yamlfile.kinds.kind import MISSING, Kind, list_schema, or_nothing
from sostool.yamlfile.reading import is_missing, quote
from sostool.yamlfile.schema import part_schema

if TYPE_CHECKING:
    from yaml.nodes import Node

    from sostool.findings.finding import Path
    from sostool.yamlfile.parts import Part
    from sostool.yamlfile.reading import Reading


class PartKind(Kind):
    """A part inside another."""

    wanted = "a set of keys"

    part: type[Part]

    def __init__(self, part: type[Part]) -> None:
        self.part = part
        self.is_mark = bool(part.one_of)

    def read(self, node: Node, path: Path, reading: Reading) -> Any:
        return self.part.read(node, path, reading)

    def schema(self, definitions: dict[str, Any]) -> dict[str, Any]:
        return part_schema(self.part, definitions)


class ItemsKind(Kind):
    """A list of parts; a single one may stand alone."""

    wanted = "a list"

    part: type[Part]

    def __init__(self, part: type[Part]) -> None:
        self.part = part
        self.is_mark = bool(part.one_of)

    def read(self, node: Node, path: Path, reading: Reading) -> Any:
        if isinstance(node, SequenceNode):
            items = node.value
        elif reading.is_list_without_spaces(node, path):
            return MISSING
        else:
            items = [node]
        empty: list[Node] = [item for item in items if is_missing(item)] if items else [node]
        if self.is_mark and empty:
            message, mend = (
                "This mark is left empty: it has to say what it means.",
                "Finish it, or take it out.",
            )
            reading.report("CF111", path, message, node=empty[0], mend=mend)
        parts = []
        for index, item in enumerate(items):
            if not is_missing(item):
                part = self.part.read(item, (*path, index), reading)
                if part is not MISSING:
                    parts.append(part)
        return tuple(parts)

    def schema(self, definitions: dict[str, Any]) -> dict[str, Any]:
        item = part_schema(self.part, definitions)
        if self.is_mark:
            return {"anyOf": [{"type": "array", "items": item, "minItems": 1}, item]}
        return list_schema(item)


class ByIdKind(Kind):
    """Parts by short id, such as the people; each part's `id` is its key."""

    wanted = "ids, each with a set of keys"

    part: type[Part]

    def __init__(self, part: type[Part], reserved: tuple[str, ...], reserved_shape: str) -> None:
        self.part, self.reserved, self.reserved_shape = part, reserved, reserved_shape
        self._is_reserved = re.compile("|".join((*map(re.escape, reserved), reserved_shape))).fullmatch

    def read(self, node: Node, path: Path, reading: Reading) -> Any:
        if not isinstance(node, MappingNode):
            reading.wrong_type(node, path, self.wanted)
            return MISSING
        parts: dict[str, Any] = {}
        for key, value in node.value:
            name = key.value if isinstance(key.value, str) else ""
            here = (*path, name)
            if name in parts:
                reading.doubled_key(key, path)
            elif not ID.match(name):
                report_bad_id(reading, key, here)
            elif self._is_reserved(name):
                reading.report("CF110", here, NOT_AN_ID, node=key, detail=quote(name))
            part = MISSING if is_missing(value) else self.part.read(value, here, reading)
            if part is MISSING:
                part = self.part()
                part.path = here
            part.id = name
            parts.setdefault(name, part)
        return parts

    def schema(self, definitions: dict[str, Any]) -> dict[str, Any]:
        return {
            "type": "object",
            "propertyNames": {
                "title": "short-id",
                "description": "Small letters, digits and hyphens, such as aunt-jo.",
                **ID_SCHEMA,
                "not": {"anyOf": [{"enum": list(self.reserved)}, {"pattern": f"^{self.reserved_shape}$"}]},
            },
            "additionalProperties": or_nothing(part_schema(self.part, definitions)),
        }

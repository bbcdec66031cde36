"""Parts of a file: mappings with known keys, declared once as a Python class.

A class body lists its keys: `ten = key.text("What 10 means.", example="…")`. From that one list come the typed
attribute, the reader with all its messages, and the JSON Schema. A key that is not in the file leaves the
class's own empty value: "" for a text, () for a list, None for the rest.
"""

from __future__ import annotations

from typing import Any, ClassVar

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from sostool.findings.finding import Path
from sostool.yamlfile.kinds import ID, MISSING, Kind, report_bad_id
from sostool.yamlfile.reading import Reading


class Key:
    """One key of a part: its kind, what it is for in plain words, and an example.

    A `mark` decides who may read something, so it may not be left empty.
    """

    __slots__ = ("doc", "empty", "example", "kind", "mark", "name", "required")

    def __init__(
        self,
        kind: Kind,
        doc: str,
        example: Any,
        *,
        empty: Any = None,
        required: bool = False,
        name: str = "",
        mark: bool = False,
    ) -> None:
        self.kind, self.doc, self.example = kind, doc, example
        self.empty, self.required, self.name = empty, required, name
        self.mark = mark


class Part:
    """A mapping with known keys. `path` is where it stands in its file."""

    keys: ClassVar[dict[str, Key]] = {}
    attributes: ClassVar[dict[str, str]] = {}
    short: ClassVar[str] = ""
    refused: ClassVar[dict[str, str]] = {}
    one_of: ClassVar[tuple[tuple[str, ...], ...]] = ()
    path: Path = ()

    def __init_subclass__(cls) -> None:
        """Collect the keys of the class body, and leave each key's empty value as the class attribute."""
        cls.keys = dict(cls.keys)
        cls.attributes = dict(cls.attributes)
        for attribute, key in list(vars(cls).items()):
            if isinstance(key, Key):
                name = key.name or attribute
                cls.keys[name] = key
                cls.attributes[name] = attribute
                setattr(cls, attribute, key.empty)

    def at(self, *steps: str | int) -> Path:
        """Give the path of something inside this part."""
        return self.path + steps

    def has(self, name: str) -> bool:
        """Tell whether a key stands in the file with a value that could be read."""
        return self.attributes[name] in self.__dict__

    @classmethod
    def read(cls, node: Node, path: Path, reading: Reading) -> Any:
        """Read a node as this part; report every mistake in it; give what could be read."""
        part = cls()
        part.path = path
        values = part.__dict__
        if not isinstance(node, MappingNode):
            if not cls.short or not isinstance(node, ScalarNode):
                reading.wrong_type(node, path, "a sentence or a set of keys" if cls.short else "a set of keys")
                return MISSING
            value = cls.keys[cls.short].kind.read(node, (*path, cls.short), reading)
            if value is MISSING:
                return MISSING
            values[cls.attributes[cls.short]] = value
            return part
        keys = cls.keys
        seen: set[str] = set()
        for key_node, value_node in node.value:
            name = key_node.value
            key = keys.get(name) if isinstance(name, str) else None
            if key is None:
                cls._unknown(key_node, value_node, path, reading)
            elif name in seen:
                reading.doubled_key(key_node, path)
            elif reading.missing(value_node):
                seen.add(name)
                if key.mark:
                    reading.report("CF111", (*path, name), "This mark is left empty: it has to say what it means.",
                                   mend=f"Write for example: {name}: {as_typed(key.example)}, or take the key out.")
            else:
                seen.add(name)
                value = key.kind.read(value_node, (*path, name), reading)
                if value is not MISSING:
                    values[cls.attributes[name]] = value
        part._report_missing(seen, reading)
        return part

    @classmethod
    def _unknown(cls, key_node: Node, value_node: Node, path: Path, reading: Reading) -> None:
        mend = cls.refused.get(key_node.value) if isinstance(key_node.value, str) else None
        if mend:
            reading.report("CF101", (*path, key_node.value), "This key cannot stand here.", mend=mend)
        else:
            reading.unknown_key(key_node, path, cls.keys)
            reading.look_into_unknown(value_node)

    def _report_missing(self, seen: set[str], reading: Reading) -> None:
        for name, key in self.keys.items():
            # A value that is there but wrong has been told already; nothing at all has not.
            if key.required and (name not in seen or self._left_empty(name, reading)):
                reading.report("CF109", self.at(name), f"The key “{name}” is missing.",
                               mend=f"Write for example: {name}: {as_typed(key.example)}", whole_part=not self.path)
        for group in self.one_of:
            if not any(self.__dict__.get(self.attributes[name]) for name in group) and not any(
                self.at(name) in reading.broken or reading.has_error_under(self.at(name)) for name in group
            ):
                reading.report("CF111", self.path, "This mark is not finished: “" + "” or “".join(group) + "” is missing.",
                               mend="Write for example: " + "; ".join(f"{name}: {as_typed(self.keys[name].example)}" for name in group))

    def _left_empty(self, name: str, reading: Reading) -> bool:
        return self.attributes[name] not in self.__dict__ and not reading.has_error_under(self.at(name))


def as_typed(example: Any) -> str:
    """Write an example as it would be typed on one line of YAML."""
    if isinstance(example, bool):
        return "true" if example else "false"
    if isinstance(example, list):
        return "[" + ", ".join(as_typed(item) for item in example) + "]"
    if isinstance(example, dict):
        return "{" + ", ".join(f"{key}: {as_typed(value)}" for key, value in example.items()) + "}"
    return str(example)


class PartKind(Kind):
    """A part inside another."""

    wanted = "a set of keys"

    def __init__(self, part: type[Part]) -> None:
        self.part = part

    def read(self, node: Node, path: Path, reading: Reading) -> Any:
        return self.part.read(node, path, reading)

    def schema(self, definitions: dict[str, Any]) -> dict[str, Any]:
        return part_schema(self.part, definitions)


class ItemsKind(Kind):
    """A list of parts; a single one may stand alone."""

    wanted = "a list"

    def __init__(self, part: type[Part]) -> None:
        self.part = part

    def read(self, node: Node, path: Path, reading: Reading) -> Any:
        items = node.value if isinstance(node, SequenceNode) else [node]
        parts = []
        for index, item in enumerate(items):
            if reading.missing(item):
                continue
            part = self.part.read(item, (*path, index), reading)
            if part is not MISSING:
                parts.append(part)
        return tuple(parts)

    def schema(self, definitions: dict[str, Any]) -> dict[str, Any]:
        item = part_schema(self.part, definitions)
        return {"anyOf": [{"type": "array", "items": item}, item]}


class ByIdKind(Kind):
    """Parts by short id, such as the people; each part's `id` is its key."""

    wanted = "ids, each with a set of keys"

    def __init__(self, part: type[Part], reserved: tuple[str, ...]) -> None:
        self.part, self.reserved = part, reserved

    def read(self, node: Node, path: Path, reading: Reading) -> Any:
        if not isinstance(node, MappingNode):
            reading.wrong_type(node, path, self.wanted)
            return MISSING
        parts: dict[str, Any] = {}
        for key, value in node.value:
            name = key.value if isinstance(key.value, str) else ""
            here = (*path, name)
            if not ID.match(name):
                report_bad_id(reading, name, here)
            elif name in self.reserved:
                reading.report("CF110", here, "This word has a meaning of its own and cannot be an id.", detail=f"“{name}”",
                               place=reading.source.place(here, key=True))
            elif name in parts:
                reading.doubled_key(key, path)
            else:
                part = MISSING if reading.missing(value) else self.part.read(value, here, reading)
                if part is MISSING:
                    part = self.part()
                    part.path = here
                part.id = name
                parts[name] = part
        return parts

    def schema(self, definitions: dict[str, Any]) -> dict[str, Any]:
        return {
            "type": "object",
            "propertyNames": {"pattern": "^[a-z][a-z0-9-]*$", "not": {"enum": list(self.reserved)}},
            "additionalProperties": part_schema(self.part, definitions),
        }


def part_schema(part: type[Part], definitions: dict[str, Any]) -> dict[str, Any]:
    """Give a reference to a part's JSON Schema, adding it to the definitions once."""
    name = part.__name__
    if name not in definitions:
        definitions[name] = {}
        definitions[name].update(object_schema(part, definitions))
    reference = {"$ref": f"#/$defs/{name}"}
    if part.short:
        return {"anyOf": [reference, {"type": "string"}]}
    return reference


def object_schema(part: type[Part], definitions: dict[str, Any]) -> dict[str, Any]:
    """Give a part's JSON Schema: its keys, each with description and example."""
    properties = {}
    for name, key in part.keys.items():
        schema = key.kind.schema(definitions)
        if not key.required:
            schema = {"anyOf": [*(schema["anyOf"] if set(schema) == {"anyOf"} else [schema]), {"type": "null"}]}
        properties[name] = {"description": key.doc, **schema, "examples": [key.example]}
    required = [name for name, key in part.keys.items() if key.required]
    return {
        "type": "object",
        "description": " ".join((part.__doc__ or "").split("\n\n")[0].split()),
        "properties": properties,
        "additionalProperties": False,
        **({"required": required} if required else {}),
    }

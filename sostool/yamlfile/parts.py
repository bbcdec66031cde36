"""Parts of a file: mappings with known keys, declared once as a Python class.

A class body lists its keys: `ten = key.text("What 10 means.", example="…")`. From that one list come the typed
attribute, the reader with all its messages, and the JSON Schema. A key that is not in the file leaves the
class's own empty value: "" for a text, () for a list, None for the rest.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, ClassVar

from yaml.nodes import MappingNode, Node, ScalarNode

from sostool.yamlfile.kinds.kind import MISSING, Kind
from sostool.yamlfile.missing import look_for_missing, look_for_unfinished, report_empty_mark
from sostool.yamlfile.part_kinds import ByIdKind, ItemsKind, PartKind
from sostool.yamlfile.reading import is_missing
from sostool.yamlfile.schema import object_schema, part_schema
from sostool.yamlfile.unknown import NO_SPACE_AFTER_COLON

if TYPE_CHECKING:
    from sostool.findings.finding import Path
    from sostool.yamlfile.reading import Reading

__all__ = [
    "ByIdKind",
    "ItemsKind",
    "Key",
    "Part",
    "PartKind",
    "all_keys",
    "as_typed",
    "object_schema",
    "part_schema",
]

_KEY_WITHOUT_SPACE = re.compile(r"([a-z][a-z_]*):\S")


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
        self.mark = mark or kind.is_mark

    @property
    def as_typed(self) -> str:
        """The example as it would be typed on one line."""
        return as_typed(self.example)


class Part:
    """A mapping with known keys. `path` is where it stands in its file.

    `short` names the key that a plain sentence stands for. `refused` are keys that cannot stand here, each with what
    to do instead. Of each group in `one_of` at least one has to be there and hold something: such a part is a mark.
    """

    keys: ClassVar[dict[str, Key]] = {}
    attributes: ClassVar[dict[str, str]] = {}
    short: ClassVar[str] = ""
    refused: ClassVar[dict[str, str]] = {}
    one_of: ClassVar[tuple[tuple[str, ...], ...]] = ()
    must_have: ClassVar[tuple[str, ...]] = ()
    path: Path = ()

    def __init_subclass__(cls) -> None:
        """Collect the keys of the class body, and leave each key's empty value as the class attribute."""
        cls.keys = dict(cls.keys)
        cls.attributes = dict(cls.attributes)
        for attribute, key in list(vars(cls).items()):
            if isinstance(key, Key):
                if hasattr(Part, attribute):
                    raise TypeError(f"{cls.__name__}.{attribute} hides what every part has; give it another name")
                name = key.name or attribute
                cls.keys[name] = key
                cls.attributes[name] = attribute
                setattr(cls, attribute, key.empty)
        cls.must_have = tuple(name for name, key in cls.keys.items() if key.required)

    def at(self, *steps: str | int) -> Path:
        """Give the path of something inside this part."""
        return self.path + steps

    def has(self, name: str) -> bool:
        """Tell whether a key stands in the file with a value that could be read."""
        return self.attributes[name] in self.__dict__

    @classmethod
    def read(cls, node: Node, path: Path, reading: Reading) -> Any:
        """Read a node as this part; report every mistake in it; give what could be read."""
        if not isinstance(node, MappingNode):
            return cls._read_short(node, path, reading)
        part = cls()
        part.path = path
        values = part.__dict__
        keys, attributes = cls.keys, cls.attributes
        seen: set[str] = set()
        for key_node, value_node in node.value:
            name = key_node.value
            key = keys.get(name) if isinstance(name, str) else None
            if key is None:
                cls._unknown(key_node, value_node, path, reading)
                continue
            if name in seen:
                reading.doubled_key(key_node, path)
                continue
            seen.add(name)
            if not is_missing(value_node):
                value = key.kind.read(value_node, (*path, name), reading)
                if value is not MISSING:
                    values[attributes[name]] = value
            elif key.mark:
                report_empty_mark(name, key.as_typed, key_node, path, reading)
        if cls.must_have:
            look_for_missing(part, seen, reading)
        if cls.one_of:
            look_for_unfinished(part, node, reading)
        return part

    @classmethod
    def _read_short(cls, node: Node, path: Path, reading: Reading) -> Any:
        """Read a plain sentence that stands for the part."""
        if not cls.short or not isinstance(node, ScalarNode):
            reading.wrong_type(node, path, "a sentence or a set of keys" if cls.short else "a set of keys")
            return MISSING
        key = None if node.style else _KEY_WITHOUT_SPACE.match(node.value)
        if key is not None and key[1] in cls.keys:
            code, message, mend = NO_SPACE_AFTER_COLON
            reading.report(code, path, message, mend=mend, node=node, whole_part=True)
            return MISSING
        value = cls.keys[cls.short].kind.read(node, (*path, cls.short), reading)
        if value is MISSING:
            return MISSING
        part = cls()
        part.path = path
        part.__dict__[cls.attributes[cls.short]] = value
        return part

    @classmethod
    def _unknown(cls, key_node: Node, value_node: Node, path: Path, reading: Reading) -> None:
        mend = cls.refused.get(key_node.value) if isinstance(key_node, ScalarNode) else None
        if mend:
            reading.report("CF101", (*path, key_node.value), "This key cannot stand here.", mend=mend, node=key_node)
        else:
            reading.unknown_key(key_node, value_node, path, cls.keys)
            reading.look_into_unknown(value_node, path)


def all_keys(top: type[Part]) -> frozenset[str]:
    """Give the keys of a part and of every part that can stand in it."""
    found: set[str] = set()
    parts = [top]
    for part in parts:
        found.update(part.keys)
        inner = (key.kind.part for key in part.keys.values())
        parts += [one for one in inner if one is not None and one not in parts]
    return frozenset(found)


def as_typed(example: Any) -> str:
    """Write an example as it would be typed on one line of YAML."""
    if isinstance(example, bool):
        return "true" if example else "false"
    if isinstance(example, list):
        return "[" + ", ".join(as_typed(item) for item in example) + "]"
    if isinstance(example, dict):
        return "{" + ", ".join(f"{key}: {as_typed(value)}" for key, value in example.items()) + "}"
    return str(example)

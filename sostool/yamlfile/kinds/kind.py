"""What every kind of value can do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from yaml.nodes import ScalarNode

if TYPE_CHECKING:
    from yaml.nodes import Node

    from sostool.findings.finding import Path
    from sostool.yamlfile.parts import Part
    from sostool.yamlfile.reading import Reading

# Given in place of a value that could not be read; what is wrong with it has been reported.
MISSING: Any = object()


# Numbers and words such as true, typed without quotation marks, are text here, whatever a YAML library makes of them.
TEXT_SCHEMA: dict[str, Any] = {"type": ["string", "number", "boolean"]}

# Said as what it is not: of the type null, editors would offer the word "null" for every key.
_NOTHING: dict[str, Any] = {"not": {"type": ["string", "number", "boolean", "array", "object"]}}


def list_schema(item: dict[str, Any]) -> dict[str, Any]:
    """Say in JSON Schema: a list in which an item may be left empty, or one item that stands alone."""
    return {"anyOf": [{"type": "array", "items": or_nothing(item)}, item]}


def or_nothing(schema: dict[str, Any]) -> dict[str, Any]:
    """Say in JSON Schema that the value may also be left empty."""
    return {"anyOf": [*(schema["anyOf"] if set(schema) == {"anyOf"} else [schema]), dict(_NOTHING)]}


class Kind:
    """How one kind of value is read. `wanted` names it in messages."""

    wanted = "a value"
    # Whether it decides who may read something, so that it may not be left empty.
    is_mark = False
    # The part that it holds, if any.
    part: type[Part] | None = None

    @property
    def each(self) -> Kind:
        """The kind of one value: of a list, that of each of its values."""
        return self

    def read(self, node: Node, path: Path, reading: Reading) -> Any:
        """Give the value, or MISSING after reporting what is wrong."""
        raise NotImplementedError

    def schema(self, definitions: dict[str, Any]) -> dict[str, Any]:
        """Say the same in JSON Schema (draft 2020-12); what others refer to goes into the definitions."""
        raise NotImplementedError

    def full_schema(self, definitions: dict[str, Any]) -> dict[str, Any]:
        """Say it for a value that a mark of holding back rests on: nothing in it may be left empty."""
        return self.schema(definitions)


class Single(Kind):
    """A value that is typed in one go: a text, a word, a number, a date."""

    def read(self, node: Node, path: Path, reading: Reading) -> Any:
        """Give the value, or MISSING after reporting what is wrong."""
        if not isinstance(node, ScalarNode):
            reading.wrong_type(node, path, self.wanted)
            return MISSING
        if node.style == '"' and reading.hides_characters(node, path):
            return MISSING
        return self.read_single(node, path, reading)

    def read_single(self, node: ScalarNode, path: Path, reading: Reading) -> Any:
        """Give the value of what was typed, or MISSING after reporting what is wrong."""
        raise NotImplementedError

"""JSON Schema (draft 2020-12), made from the same declarations that read a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sostool.yamlfile.kinds.kind import TEXT_SCHEMA, or_nothing

if TYPE_CHECKING:
    from sostool.yamlfile.parts import Part


def part_schema(part: type[Part], definitions: dict[str, Any]) -> dict[str, Any]:
    """Give a reference to a part's JSON Schema, adding it to the definitions once."""
    name = part.__name__
    if name not in definitions:
        definitions[name] = {}
        definitions[name].update(object_schema(part, definitions))
    reference = {"$ref": f"#/$defs/{name}"}
    if part.short:
        return {"anyOf": [reference, dict(TEXT_SCHEMA)]}
    return reference


def object_schema(part: type[Part], definitions: dict[str, Any]) -> dict[str, Any]:
    """Give a part's JSON Schema: its keys, each with description and example."""
    marked = {name for group in part.one_of for name in group}
    properties = {}
    for name, key in part.keys.items():
        schema = key.kind.full_schema(definitions) if name in marked else key.kind.schema(definitions)
        if not key.required and not key.mark and name not in marked:
            schema = or_nothing(schema)
        properties[name] = {"description": key.doc, **schema, "examples": [key.example]}
    required = [name for name, key in part.keys.items() if key.required]
    return {
        "type": "object",
        "description": " ".join((part.__doc__ or "").split("\n\n")[0].split()),
        "properties": properties,
        "additionalProperties": False,
        **({"required": required} if required else {}),
        **({"allOf": [_one_of_them(group) for group in part.one_of]} if part.one_of else {}),
    }


def _one_of_them(names: tuple[str, ...]) -> dict[str, Any]:
    filled = {"type": [*TEXT_SCHEMA["type"], "array"], "minItems": 1}
    return {"anyOf": [{"required": [name], "properties": {name: filled}} for name in names]}

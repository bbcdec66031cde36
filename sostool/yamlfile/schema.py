"""JSON Schema (draft 2020-12), made from the same declarations that read a file.

Each key says what it is for and shows an example: a single value under `examples`, anything larger in
`markdownDescription` and, ready to be put in, in `defaultSnippets`, which editors with YAML or JSON support know.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sostool.yamlfile.kinds.kind import TEXT_SCHEMA, or_nothing

if TYPE_CHECKING:
    from sostool.yamlfile.parts import Key, Part


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
        properties[name] = _taught(name, key, schema)
    required = [name for name, key in part.keys.items() if key.required]
    firsts = [_first_of(name, key) for name, key in part.keys.items() if _is_list_of_parts(key)]
    return {
        "type": "object",
        "description": " ".join((part.__doc__ or "").split("\n\n")[0].split()),
        "properties": properties,
        "additionalProperties": False,
        **({"required": required} if required else {}),
        **({"defaultSnippets": firsts} if firsts else {}),
        **({"allOf": [_one_of_them(group) for group in part.one_of]} if part.one_of else {}),
    }


def _taught(name: str, key: Key, schema: dict[str, Any]) -> dict[str, Any]:
    """Add to a key's schema what it is for, and an example."""
    said = {"description": key.doc}
    if isinstance(key.example, list | dict):
        from sostool.yamlfile.snippets import as_lines  # noqa: PLC0415 - reading a file does without

        shown = "\n".join(as_lines({name: key.example}))
        said["markdownDescription"] = f"{key.doc}\n\n```yaml\n{shown}\n```"
    taught = {**said, **_said_of_ways(schema, said)}
    if "markdownDescription" not in said:
        return {**taught, "examples": [key.example]}
    if not _is_list_of_parts(key):
        from sostool.yamlfile.snippets import snippet  # noqa: PLC0415

        body = snippet(key.example, key.kind.part)
        taught["defaultSnippets"] = [{"label": name, "description": key.doc, "body": body}]
    return taught


def _said_of_ways(schema: dict[str, Any], said: dict[str, str]) -> dict[str, Any]:
    """Say of the first way in which a key can be filled what editors would else take from elsewhere."""
    if "$ref" in schema:
        # In an allOf, since the required keys of what it refers to would stand in place of a snippet.
        return {"allOf": [{**schema, **said}]}
    if "anyOf" not in schema:
        return schema
    first, *others = schema["anyOf"]
    if "enum" in first:
        # An editor says it beside each word of a choice.
        first = {**first, "description": said["description"]}
    elif "$ref" in first:
        first = {**first, **said}
    else:
        # Ways that say nothing of themselves would be taken for one and the same.
        first = {**first, "description": ""}
    return {"anyOf": [first, *others]}


def _is_list_of_parts(key: Key) -> bool:
    return key.kind.part is not None and isinstance(key.example, list)


def _first_of(name: str, key: Key) -> dict[str, Any]:
    """Give a list's first item as a snippet of the part that has the list; on the list it would be offered inside."""
    from sostool.yamlfile.snippets import snippet  # noqa: PLC0415 - reading a file does without

    body = {name: snippet(key.example, key.kind.part)}
    return {"label": f"{name}: a first one", "description": key.doc, "body": body}


def _one_of_them(names: tuple[str, ...]) -> dict[str, Any]:
    # The empty properties tell it apart, for editors, from the ways in which the key can be filled.
    filled = {"type": [*TEXT_SCHEMA["type"], "array"], "minItems": 1, "properties": {}}
    return {"anyOf": [{"required": [name], "properties": {name: filled}} for name in names]}

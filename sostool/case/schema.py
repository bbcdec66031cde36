"""The JSON Schema of the case file, made from the same declarations that read it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sostool.case.model import Case
from sostool.yamlfile.parts import Part, object_schema

FILE_NAME = "case.schema.json"
EDITOR_HEADER = f"# yaml-language-server: $schema={FILE_NAME}"


def case_schema() -> dict[str, Any]:
    """Give the schema (draft 2020-12), each key with a description and an example in plain words."""
    from sostool.case.snippets import add_snippets  # noqa: PLC0415

    definitions: dict[str, Any] = {}
    top = object_schema(Case, definitions)
    add_snippets(all_parts(Case), {**definitions, Case.__name__: top})
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        # No title: editors would show it over every key.
        "$comment": "Case file of sostool, version 1",
        **top,
        "$defs": dict(sorted(definitions.items())),
    }


def all_parts(top: type[Part]) -> list[type[Part]]:
    """Give a part and every part that can stand in it, each once."""
    found = [top]
    for part in found:
        inner = (key.kind.part for key in part.keys.values())
        found += dict.fromkeys(one for one in inner if one is not None and one not in found)
    return found


def shipped_schema() -> bytes:
    """Give the schema as it is shipped, ready to be laid beside a case file; a test holds that it is fresh."""
    return Path(__file__).with_name(FILE_NAME).read_bytes()


def schema_text() -> str:
    """Give the schema as the text of a file."""
    import json  # noqa: PLC0415 - only this needs it

    return json.dumps(case_schema(), indent=1, ensure_ascii=False) + "\n"

"""The JSON Schema of the case file, made from the same declarations that read it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sostool.case.model import Case
from sostool.yamlfile.parts import object_schema

FILE_NAME = "case.schema.json"
EDITOR_HEADER = f"# yaml-language-server: $schema={FILE_NAME}"


def case_schema() -> dict[str, Any]:
    """Give the schema (draft 2020-12), each key with a description and an example in plain words."""
    definitions: dict[str, Any] = {}
    top = object_schema(Case, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Case file of sostool, version 1",
        **top,
        "$defs": dict(sorted(definitions.items())),
    }


def shipped_schema() -> bytes:
    """Give the schema as it is shipped, ready to be laid beside a case file; a test holds that it is fresh."""
    return Path(__file__).with_name(FILE_NAME).read_bytes()


def schema_text() -> str:
    """Give the schema as the text of a file."""
    import json  # noqa: PLC0415 - only this needs it

    return json.dumps(case_schema(), indent=2, ensure_ascii=False) + "\n"

"""`sostool schema`: the JSON Schema of the case file, for editors and other tools."""

from __future__ import annotations

from sostool.cli.console import OK, write


def schema() -> int:
    """Print the JSON Schema of the case file, made from the same definition that reads it."""
    from sostool.case.schema import schema_text  # noqa: PLC0415

    write(schema_text())
    return OK

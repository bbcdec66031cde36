"""Pieces of JSON, written one after another."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def json_text(value: Any, indent: int) -> str:
    """Write a value over several lines, all but the first moved in by `indent` spaces.

    It is plain ASCII, so that it comes out the same whatever the console can show. `json.dumps` could indent
    too, but leaves cycles behind at each call, which fill the memory of a run without garbage collection.
    """
    inner = "\n" + " " * (indent + 2)
    outer = "\n" + " " * indent
    if value and isinstance(value, dict):
        members = (f"{json.dumps(name)}: {json_text(member, indent + 2)}" for name, member in value.items())
        return f"{{{inner}{f',{inner}'.join(members)}{outer}}}"
    if value and isinstance(value, list):
        return f"[{inner}{f',{inner}'.join(json_text(item, indent + 2) for item in value)}{outer}]"
    return json.dumps(value)


def json_list(values: Iterable[Any], indent: int) -> Iterator[str]:
    """Write a list whose values are made one by one; `indent` is that of the line it starts on."""
    start = "\n" + " " * (indent + 2)
    comma = ""
    yield "["
    for value in values:
        yield comma + start + json_text(value, indent + 2)
        comma = ","
    yield "\n" + " " * indent + "]" if comma else "]"

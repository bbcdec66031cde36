"""Every text of a View."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass


def texts_of(part: object) -> Iterator[str]:
    """Give every text anywhere in a View or in a part of one."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for value in part:
            yield from texts_of(value)
    elif is_dataclass(part):
        for field in fields(part):
            yield from texts_of(getattr(part, field.name))

"""What a part of a case file says, without its place, its layout and the order of its keys."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from typing import Any

from sostool.identity.folded_text import FoldedText
from sostool.yamlfile.kinds import Kind, Text, When
from sostool.yamlfile.kinds.many import ListOf
from sostool.yamlfile.parts import ByIdKind, ItemsKind, Part, PartKind

# The key that holds what an item is about, where its sentence does not stand under its short form.
_MAIN = ("statement", "what", "says", "summary", "reason")
# Worked out once for each kind of part.
_PARTS_IN: dict[type[Part], tuple[tuple[str, str, type[Kind]], ...]] = {}


def said(part: Part, *, without: frozenset[str] = frozenset()) -> str:
    """Write what a part says as one text: the same for two parts that say the same.

    Args:
        part: the part.
        without: keys of the part itself that do not count.

    Returns:
        JSON, its keys in order. Lists of parts are put in order too, and a break of a line is a space.
    """
    return as_json({name: value for name, value in _plain(part).items() if name not in without})


def plain(part: Part) -> dict[str, Any]:
    """Give what a part says as plain data: its keys that say anything, as they are called in the file."""
    return _plain(part)


def main_text(part: Part) -> str:
    """Give the text that an item is known by: its sentence, else all its own texts."""
    for name in (part.short, *_MAIN):
        if name in part.keys and isinstance(part.keys[name].kind, Text):
            return str(getattr(part, part.attributes[name]))
    return " ".join(_texts(part))


def words_of(text: str) -> tuple[str, ...]:
    """Give the words of a text as they are compared, in their order."""
    return tuple(FoldedText.of(text).words)


def inner_parts(part: Part) -> Iterator[tuple[str, Part]]:
    """Give the parts that stand directly in a part, each with its key."""
    for name, attribute, _ in parts_in(type(part)):
        value = part.__dict__.get(attribute)
        if isinstance(value, Part):
            yield name, value
        elif value:
            for one in value.values() if isinstance(value, Mapping) else value:
                yield name, one


def all_inside(part: Part, kind: str = "") -> Iterator[tuple[str, Part]]:
    """Give a part and all parts in it, each with the keys that lead to it."""
    yield kind, part
    for name, inner in inner_parts(part):
        yield from all_inside(inner, f"{kind}.{name}" if kind else name)


def parts_in(of: type[Part]) -> tuple[tuple[str, str, type[Kind]], ...]:
    """Give the keys of a kind of part that hold parts: name, attribute, and whether one, a list, or some by id."""
    if of not in _PARTS_IN:
        _PARTS_IN[of] = tuple(
            (name, of.attributes[name], type(key.kind))
            for name, key in of.keys.items()
            if isinstance(key.kind, (PartKind, ItemsKind, ByIdKind))
        )
    return _PARTS_IN[of]


def _texts(part: Part) -> Iterator[str]:
    for name, key in part.keys.items():
        value = part.__dict__.get(part.attributes[name])
        if value and isinstance(key.kind, Text):
            yield value
        elif value and isinstance(key.kind, ListOf) and isinstance(key.kind.inner, Text):
            yield from value


def _plain(part: Part) -> dict[str, Any]:
    return {
        name: _value(value)
        for name, key in part.keys.items()
        if (value := part.__dict__.get(part.attributes[name], key.empty)) != key.empty
    }


def _value(value: Any) -> Any:
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, Part):
        return _plain(value)
    if isinstance(value, When):
        return value.typed
    if isinstance(value, tuple):
        parts = [_value(one) for one in value]
        return sorted(parts, key=as_json) if value and isinstance(value[0], Part) else parts
    if isinstance(value, Mapping):
        return {name: _value(one) for name, one in value.items()}
    return value.isoformat() if isinstance(value, dt.date) else value


# Made once: to make it for each part would take as long as the writing.
as_json = json.JSONEncoder(ensure_ascii=True, sort_keys=True, separators=(",", ":")).encode

"""Files that have been changed in one place, as a slip of the hand might change them."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from typing import Any

import yaml


class _Loader(yaml.SafeLoader):
    """Reads scalars as YAML 1.2 does, as editors and checkers do: dates and `no` stay words."""


_Loader.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("null", r"~|null|Null|NULL|", "~nN\0"),
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(rf"(?:{_pattern})\Z"), list(_first))


def load(text: str) -> Any:
    """Load a YAML text as plain data."""
    return yaml.load(text, _Loader)  # noqa: S506 - made of the safe one


VALUES: tuple[Any, ...] = (
    None,
    "",
    "text",
    "mia",
    "Aunt Jo",
    "true",
    True,
    False,
    0,
    4,
    4.5,
    4.2,
    11,
    -1,
    2026,
    99999,
    "2026-03-17",
    "2026-02-30",
    "2026-13-01",
    "2026-3-7",
    "17/03/2026",
    "2026-03",
    "2026",
    "a b",
    [],
    ["text"],
    ["mia", "noah"],
    [None],
    [["mia"]],
    [{"what": "x"}],
    {},
    {"what": "x"},
    {"unknown": "x"},
)


def places(data: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Give the path of every value inside."""
    for step, value in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        yield (*path, step)
        yield from places(value, (*path, step))


def changed(data: Any, path: tuple[str | int, ...], value: Any) -> Any:
    """Give a copy with another value at a path."""
    new = copy.deepcopy(data)
    _holder(new, path)[path[-1]] = value
    return new


def without(data: Any, path: tuple[str | int, ...]) -> Any:
    """Give a copy without the value at a path."""
    new = copy.deepcopy(data)
    del _holder(new, path)[path[-1]]
    return new


def renamed(data: Any, path: tuple[str | int, ...], name: str) -> Any:
    """Give a copy with another key at a path."""
    new = copy.deepcopy(data)
    holder = _holder(new, path)
    holder[name] = holder.pop(path[-1])
    return new


def _holder(data: Any, path: tuple[str | int, ...]) -> Any:
    for step in path[:-1]:
        data = data[step]
    return data

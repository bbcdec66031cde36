"""A case file as plain data: mappings, lists and texts as they were typed, with the place of each."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Collection, Iterator
from typing import Any, TypeAlias

import yaml

Path: TypeAlias = tuple[str | int, ...]
Data: TypeAlias = Any

# Free texts of a case file; everything else is an id, a date, a number or a word of a list.
TEXTS = frozenset(
    "what statement reason one_higher says ten zero child_ten child_zero differences how_long will name relation "
    "agency phone email address school gp interpreter disability ethnicity faith how worries good_things dreams words "
    "observed not_asked why offered did_it_help note text draw answer result when how if_not if children_know place "
    "time not_shared needs_to_change visits contingency further_assessment reasons summary from_authority".split()
)
# Free text or an id.
SOURCES = frozenset(("said_by", "seen_by", "from", "who", "present", "attended", "apologies"))


def load(text: str | bytes) -> Data:
    """Read YAML so that every scalar stays text."""
    return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - the base loader makes nothing but text


def dump(data: Data) -> bytes:
    """Write plain data as YAML again: numbers, true and false as they were, all else in quotation marks."""
    return ("\n".join(_lines(data, "")) + "\n").encode()


def _lines(data: Data, indent: str) -> Iterator[str]:
    entries = data.items() if isinstance(data, dict) else ((None, value) for value in data)
    for key, value in entries:
        head = f"{indent}-" if key is None else f"{indent}{key}:"
        if isinstance(value, str):
            yield f"{head} {value if _BARE.fullmatch(value) else json.dumps(value, ensure_ascii=False)}"
        else:
            yield head
            yield from _lines(value, f"{indent}  ")


def without(data: Data, places: set[Path]) -> Data:
    """Take places out of the file."""
    left = copy.deepcopy(data)
    # From the back, so that positions in lists stay true.
    for place in sorted(places, key=lambda path: [(isinstance(step, str), step) for step in path], reverse=True):
        parent = at(left, place[:-1])
        if isinstance(parent, list) and isinstance(place[-1], int):
            parent[place[-1]] = _GONE
        elif isinstance(parent, dict):
            if place[-1] == "words_of" and place[-1] in parent:
                # The mark is not held back, and has to name somebody.
                parent["words_of"] = [place[1]]
            else:
                parent.pop(place[-1], None)
    return swept(left)


def reworded(data: Data, places: set[Path]) -> Data:
    """Put other words in place of every text that is held back."""
    other = copy.deepcopy(data)
    people = set(data.get("people") or {})
    for path, value in leaves(data):
        if is_text(path, value, people) and any(path[: len(place)] == place for place in places):
            parent = at(other, path[:-1])
            parent[path[-1]] = f"Quite another thing stands in place {len(path)} of {len(value)}"
    return other


_GONE = object()


def swept(data: Data) -> Data:
    """Leave out what was taken out of lists, and lists and mappings that are empty now."""
    if isinstance(data, dict):
        kept = {key: swept(value) for key, value in data.items()}
        return {key: value for key, value in kept.items() if value not in ([], {})}
    if isinstance(data, list):
        return [kept for value in data if value is not _GONE and (kept := swept(value)) != {}]
    return data


def leaves(data: Data, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Give every scalar with its place."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from leaves(value, (*path, key))
    elif isinstance(data, list):
        for position, value in enumerate(data):
            yield from leaves(value, (*path, position))
    else:
        yield path, data


def is_text(path: Path, value: str, people: set[str]) -> bool:
    """Tell whether a scalar is free text."""
    key = next((str(step) for step in reversed(path) if isinstance(step, str)), "")
    if "protected" in path and key in ("words", "why"):
        return True
    if key in SOURCES and not {"withhold", "protected"} & set(path):
        return value not in people and " " in value
    if key in (
        "past_harm",
        "complicating",
        "grey_areas",
        "strengths",
        "existing_safety",
        "next_steps",
        "impact",
        "rules",
        "bottom_lines",
        "trajectory",
        "chronology",
        "recommendation",
        "actions",
        "pictures",
    ):
        return True
    return key in TEXTS and not (key == "what" and "delays" in path) and path[:1] != ("sostool",)


_BARE = re.compile(r"true|false|\d+(\.\d+)?")


def at(data: Data, path: Path) -> Data:
    for step in path:
        if isinstance(data, dict):
            data = data.get(str(step)) if not isinstance(step, int) else None
        elif isinstance(data, list) and isinstance(step, int):
            data = data[step]
        else:
            return None
    return data


def role(person: Data) -> str:
    return str(person.get("role", ""))


def ids(value: Data) -> list[str]:
    if value is None:
        return []
    return [value] if isinstance(value, str) else [str(item) for item in value]


def listed(value: Data) -> list[Data]:
    """A list, or the one that may stand alone in its place."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def entries(data: Data, path: Path) -> Iterator[tuple[Path, Data]]:
    """Give what stands in a list, with its place; also the one that stands alone."""
    value = at(data, path)
    if isinstance(value, list):
        yield from (((*path, position), item) for position, item in enumerate(value))
    elif value is not None:
        yield path, value


def mappings(data: Data, path: Path = ()) -> Iterator[tuple[Path, dict[str, Data]]]:
    """Give every mapping with its place, the outer ones first."""
    if isinstance(data, dict):
        yield path, data
        for key, value in data.items():
            yield from mappings(value, (*path, key))
    elif isinstance(data, list):
        for position, value in enumerate(data):
            yield from mappings(value, (*path, position))


def shape(path: Path) -> str:
    """Write a place without positions and ids of people: dangers.scale.ratings, people.*.seen."""
    steps = [step for step in path if isinstance(step, str)]
    return ".".join("*" if position == 1 and steps[0] == "people" else step for position, step in enumerate(steps))


def under(path: Path, held: Collection[Path]) -> bool:
    """Tell whether a place is one of these, or inside one."""
    return any(path[:length] in held for length in range(1, len(path) + 1))

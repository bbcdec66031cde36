"""A case whose values know where they stand, so that a View made of it tells what of the file has reached a reader."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any, TypeVar

from sostool.case.model import Case
from sostool.findings.finding import Path
from sostool.share.view import View
from sostool.yamlfile.kinds import When
from sostool.yamlfile.parts import Part

P = TypeVar("P", bound=Part)


class TracedText(str):
    """A text of the file."""

    __slots__ = ("path",)

    path: Path


class TracedName(TracedText):
    """A name that stands for an id of the file: its path is the id's place, `person` is the id."""

    __slots__ = ("person",)

    person: str


class TracedDay(dt.date):
    """A day of the file."""

    path: Path


class TracedWhole(int):
    """A whole number of the file."""

    path: Path


class TracedNumber(float):
    """A number of the file."""

    path: Path


def traced(case: Case) -> Case:
    """Give the same case with values that know their places. Yes and no stay as they are.

    A View made of it is equal to one made of the case itself: the values differ in nothing but that.
    """
    return _part(case)


def reached(view: View) -> dict[Path, Any]:
    """Give what has reached the reader of a View made of a traced case: each value by its place in the file."""
    return {value.path: value for value in _values(view)}


def _part(part: P) -> P:
    copy = part.__class__()
    names = {attribute: name for name, attribute in part.attributes.items()}
    copy.__dict__.update(part.__dict__)
    for attribute, name in names.items():
        if attribute in part.__dict__:
            copy.__dict__[attribute] = _value(part.__dict__[attribute], (*part.path, name))
    return copy


def _value(value: Any, path: Path) -> Any:
    if isinstance(value, Part):
        return _part(value)
    if isinstance(value, When):
        return When(value.first, value.last, _marked(TracedText(value.typed), path))
    if isinstance(value, tuple):
        return tuple(_value(one, (*path, index)) for index, one in enumerate(value))
    if isinstance(value, dict):
        return {key: _value(one, (*path, key)) for key, one in value.items()}
    if isinstance(value, str):
        return _marked(TracedText(value), path)
    if isinstance(value, dt.date):
        return _marked(TracedDay(value.year, value.month, value.day), path)
    if isinstance(value, bool):
        return value
    if isinstance(value, int):
        return _marked(TracedWhole(value), path)
    if isinstance(value, float):
        return _marked(TracedNumber(value), path)
    return value


def _marked(value: Any, path: Path) -> Any:
    value.path = path
    return value


def _values(part: Any) -> Iterator[Any]:
    if isinstance(part, (TracedText, TracedDay, TracedWhole, TracedNumber)):
        yield part
    elif is_dataclass(part):
        for field in fields(part):
            yield from _values(getattr(part, field.name))
    elif isinstance(part, dict):
        for value in part.values():
            yield from _values(value)
    elif isinstance(part, tuple):
        for value in part:
            yield from _values(value)

"""The texts that are held back from a reader, and the texts they may have whatever else says the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from sostool.case.model import Case, Voice
from sostool.case.model.marks import Cleared, MustNotSee, Protected, Withhold
from sostool.case.model.records import HeldByChair
from sostool.findings.finding import Path
from sostool.share.policy import may_have
from sostool.share.readers import Column, Reader
from sostool.share.standing import Standing
from sostool.yamlfile.parts import Part

# What only the chair reads, whoever the reader is.
_FOR_THE_CHAIR = (Withhold, MustNotSee, Protected, Cleared, HeldByChair)


class HeldText(NamedTuple):
    """A text of the file and its place."""

    path: Path
    text: str


def held_texts(case: Case, reader: Reader) -> list[HeldText]:
    """Give every text that a mark holds back from a reader, that is somebody's own and not shared, or the chair's.

    What a table's row alone keeps out is not among them: nobody has asked for it to be kept secret.
    """
    if reader.column is Column.CHAIR:
        return []
    return list(_held(case, Standing(case, reader), held=False))


def given_texts(case: Case, reader: Reader) -> list[HeldText]:
    """Give the texts of what was cleared for a reader, and of what is the reader's own: their saying stands open."""
    standing = Standing(case, reader)
    return [
        text
        for part in _parts(case)
        if not standing.is_barred(part) and (standing.is_cleared(part) or standing.is_own(part))
        for text in _texts(part)
    ]


def _held(part: Part, standing: Standing, *, held: bool) -> Iterator[HeldText]:
    now_held = held or _is_held(part, standing)
    if now_held:
        yield from _texts(part)
    for inner in _inside(part):
        yield from _held(inner, standing, held=now_held)


def _is_held(part: Part, standing: Standing) -> bool:
    if isinstance(part, _FOR_THE_CHAIR):
        return True
    if isinstance(part, Voice) and not part.observed:
        return not may_have(standing, "own words", part)
    return standing.is_barred(part) or not standing.may_have_sensitive(part)


def _parts(part: Part) -> Iterator[Part]:
    yield part
    for inner in _inside(part):
        yield from _parts(inner)


def _inside(part: Part) -> Iterator[Part]:
    for value in part.__dict__.values():
        for inner in value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else (value,):
            if isinstance(inner, Part):
                yield inner


def _texts(part: Part) -> Iterator[HeldText]:
    """Give the texts that stand right in a part."""
    for name, attribute in part.attributes.items():
        value: Any = part.__dict__.get(attribute)
        if isinstance(value, str):
            yield HeldText((*part.path, name), value)
        elif isinstance(value, tuple):
            yield from (
                HeldText((*part.path, name, index), one) for index, one in enumerate(value) if isinstance(one, str)
            )

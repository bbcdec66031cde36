"""Every free text of a case that may reach a reader: what its author wrote, and what anybody said or is called.

What only the chair reads is not among them (marks and their reasons), nor what is asked for by name and given to
nobody by itself (`contact`), nor the place of the meeting, which has to be an address.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from sostool.case.model import Answer, Case, Cleared, Contact, HeldByChair, MustNotSee, Protected, Withhold
from sostool.yamlfile.kinds import ListOf, Text, To
from sostool.yamlfile.parts import ByIdKind, ItemsKind, Part, PartKind

if TYPE_CHECKING:
    from sostool.checks.look import Look
    from sostool.findings.finding import Path

_LEFT_OUT = (Answer, Cleared, Contact, HeldByChair, MustNotSee, Protected, Withhold)
_NO_FREE_TEXT = frozenset(("language", "follows", "time", "place"))
_ONE, _SOME, _PART, _PARTS, _BY_ID = range(5)
# No sign and no name goes over it.
_BETWEEN = ".\0."


# The fields of a `FreeText`; making many of those costs more than finding them.
_Found: TypeAlias = tuple[str, Part, str, int | None, bool]


class FreeText(NamedTuple):
    """One text: the part it stands in, its key there, which of several it is, and whether an id could stand there."""

    text: str
    part: Part
    name: str
    number: int | None = None
    is_source: bool = False

    @property
    def path(self) -> Path:
        """Where it stands in the file."""
        return self.part.at(self.name) if self.number is None else self.part.at(self.name, self.number)


class FreeTexts:
    """All free texts of a case, and all of them as one text, so that something is looked for once."""

    def __init__(self, found: list[_Found]) -> None:
        self._found = found
        self.joined = _BETWEEN.join([text[0] for text in found])

    @property
    def texts(self) -> list[FreeText]:
        """Each of the texts."""
        return [FreeText._make(text) for text in self._found]

    @property
    def sources(self) -> list[str]:
        """What stands where an id could stand."""
        return [text[0] for text in self._found if text[4]]

    @cached_property
    def _starts(self) -> list[int]:
        starts, start = [], 0
        for text in self._found:
            starts.append(start)
            start += len(text[0]) + len(_BETWEEN)
        return starts

    def at(self, place: int) -> tuple[FreeText, int]:
        """Give the text that a place of the joined text lies in, and where that text starts."""
        index = bisect_right(self._starts, place) - 1
        return FreeText._make(self._found[index]), self._starts[index]


def free_texts(look: Look) -> FreeTexts:
    """Give the free texts of a look's case; ask for them with `look.once`."""
    found: list[_Found] = []
    _take(look.case, look.case, found)
    return FreeTexts(found)


def _take(part: Part, case: Case, found: list[_Found]) -> None:
    of: Any = type(part)
    ways, people = _ways(of), case.people
    for attribute, value in part.__dict__.items():
        way = ways.get(attribute)
        if way is None or not value:
            continue
        how, name, is_source = way
        if how == _ONE:
            if not is_source or value not in people:
                found.append((value, part, name, None, is_source))
        elif how == _SOME:
            found += [
                (text, part, name, number, is_source)
                for number, text in enumerate(value)
                if not is_source or text not in people
            ]
        else:
            for inner in (value,) if how == _PART else value if how == _PARTS else value.values():
                _take(inner, case, found)


@lru_cache(maxsize=200)
def _ways(of: Any) -> dict[str, tuple[int, str, bool]]:
    """Say of each attribute of a part how texts are taken from it; those without any are left out."""
    ways: dict[str, tuple[int, str, bool]] = {}
    for name, attribute in of.attributes.items():
        kind: Any = of.keys[name].kind
        inner: Any = kind.each
        how = _SOME if isinstance(kind, ListOf) else _ONE
        if isinstance(kind, (PartKind, ItemsKind, ByIdKind)):
            if issubclass(kind.part, _LEFT_OUT):
                continue
            ways[attribute] = (_way_of_parts(kind), name, False)
        elif name not in _NO_FREE_TEXT and (type(inner) is Text or (isinstance(inner, To) and inner.free_text)):
            ways[attribute] = (how, name, isinstance(inner, To))
    return ways


def _way_of_parts(kind: PartKind | ItemsKind | ByIdKind) -> int:
    if isinstance(kind, ByIdKind):
        return _BY_ID
    return _PARTS if isinstance(kind, ItemsKind) else _PART

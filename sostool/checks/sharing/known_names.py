"""The words of a case that belong to it: its people, their agencies and homes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sostool.case.model import Case, Person

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SHORTEST_NAME = 3
_PET_ENDINGS = ("y", "ie", "i", "ey", "s")


def known_words(case: Case, sources: Iterable[str]) -> frozenset[str]:
    """Give the words, in small letters, that belong to this file: its people, their agencies, homes and languages.

    Args:
        case: the case.
        sources: the texts that say who told us.
    """
    given = [*_known_texts(case), *sources]
    words = set(WORD.findall("\n".join(given).lower()))
    return frozenset(words.union(*(word.split("-") for word in words if "-" in word)))


def beginnings(known: Iterable[str]) -> frozenset[str]:
    """Give how the words of this file begin: Tomasz is called Tom."""
    return frozenset(word[:length] for word in known for length in range(_SHORTEST_NAME, len(word) + 1))


def is_short_for(small: str, begun: frozenset[str]) -> bool:
    """Tell whether a name is a short form of one of this file, as Tom and Tommy are of Tomasz.

    Args:
        small: the name in small letters.
        begun: what `beginnings` gives for the words of the file.
    """
    return small in begun or any(
        small.endswith(ending) and not _without(small, ending).isdisjoint(begun) for ending in _PET_ENDINGS
    )


def _without(small: str, ending: str) -> set[str]:
    """Give what a pet name may be made of: Tomm and Tom of Tommy."""
    root = small.removesuffix(ending)
    return {root, root[:-1]} if root[-1:] == root[-2:-1] else {root}


def _known_texts(case: Case) -> Iterator[str]:
    yield case.reference
    for id_, person in case.people.items():
        yield id_
        yield from _of_person(person)
    for protected in case.protected:
        yield from protected.words
    if case.meeting is not None:
        yield case.meeting.place
        yield from case.meeting.languages
        yield from (one.place for one in case.meeting.attendance)
        if case.meeting.transfer is not None:
            yield case.meeting.transfer.from_authority


def _of_person(person: Person) -> Iterator[str]:
    yield from (person.name, person.agency, person.interpreter, person.ethnicity, person.faith)
    contact = person.contact
    if contact is not None:
        yield from (contact.address, contact.school, contact.gp, contact.email)

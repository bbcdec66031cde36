"""Who is who in two files of one family: an id can change between meetings, and an old one can go to somebody new."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from sostool.case.model import Case, Person
from sostool.case.people import name_of
from sostool.identity.folded_text import FoldedText


class OtherId(NamedTuple):
    """Somebody in the earlier file, and whoever has that name in the later one under another id."""

    earlier: Person
    later: Person


def has_another_name(earlier: Case, later: Case, id_: str) -> bool:
    """Tell whether not one word of the name of an id is the same in both files; False where one gives no name."""
    names = [_words(of.people[id_].name if id_ in of.people else "") for of in (earlier, later)]
    return all(names) and names[0].isdisjoint(names[1])


def other_ids(earlier: Case, later: Case) -> Iterator[OtherId]:
    """Give those whose name stands in both files under different ids, in the order of the later file.

    One name is the same as another if all its words stand in it: “Dean” and “Dean Harris”. Who has kept their id is
    nobody else, whatever others are called; nor is a child the same as somebody grown-up.
    """
    gone = _alone(earlier, later)
    for person in _alone(later, earlier):
        now = _words(name_of(later, person.id))
        for other in gone:
            before = _words(name_of(earlier, other.id))
            is_one_name = bool(now and before) and (now <= before or before <= now)
            if is_one_name and other.id != person.id and (other.role == "child") is (person.role == "child"):
                yield OtherId(other, person)
                break


def ids_before(earlier: Case, later: Case, ids: Collection[str]) -> tuple[str, ...]:
    """Give the ids by which the earlier file may mean some people of the later one: their own, and others they may be.

    It rather takes somebody for one of them than not: one word of a name or an id is enough. But nobody who has kept
    both id and name is taken for somebody else.
    """
    words: set[str] = set()
    for id_ in ids:
        words |= _words(f"{id_} {name_of(later, id_)}")
    others = (
        person.id
        for person in _alone(earlier, later)
        if not words.isdisjoint(_words(f"{person.id} {name_of(earlier, person.id)}"))
    )
    return tuple(dict.fromkeys((*ids, *others)))


def _alone(case: Case, other: Case) -> list[Person]:
    """Give the people of one file whom the other does not have by their id, or has by quite another name."""
    return [
        person for id_, person in case.people.items() if id_ not in other.people or has_another_name(case, other, id_)
    ]


def _words(name: str) -> set[str]:
    return set(FoldedText.of(name).words)

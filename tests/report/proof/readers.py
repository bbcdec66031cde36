"""Who reads, by sharing.md: the column of the table that holds for a reader, and all who will see their copy."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from report.proof.plain import Data, ids, listed, role

CHAIR, PRACTITIONERS, FAMILY, NETWORK, CHILD, ROOM, NOTHING, BLANK = (
    "chair",
    "practitioners",
    "family",
    "network",
    "child",
    "room",
    "nothing",
    "blank",
)
PRACTITIONERS_ROLES = ("social-worker", "practitioner", "manager")
FAMILY_ROLES = ("child", "parent", "carer", "partner", "network", "supporter", "advocate", "interpreter", "other")
_THERE_FOR_SOMEBODY = ("supporter", "advocate", "interpreter")


@dataclass(frozen=True)
class Who:
    """A reader. `person` is whose copy it is; `members` are all who will see it."""

    column: str
    person: str
    members: frozenset[str]


def reader(data: Data, name: str, young_person_from: int = 12) -> Who:
    """Say who reads: an id, `chair`, `practitioners`, `room` or `room:ID`; `blank` is nobody in particular."""
    people: dict[str, Data] = data.get("people") or {}
    if name == BLANK:
        return Who(BLANK, "", frozenset())
    if name == CHAIR:
        return Who(CHAIR, "", frozenset())
    if name == PRACTITIONERS:
        return Who(
            PRACTITIONERS, "", frozenset(id_ for id_, person in people.items() if role(person) in PRACTITIONERS_ROLES)
        )
    if name == ROOM:
        comes = {item.get("who") for item in attendance(data) if item.get("part") != "not-invited"}
        away = {
            id_
            for item in attendance(data)
            if item.get("who") not in comes
            for id_ in [item.get("who"), *ids(item.get("with"))]
        }
        beside = {id_ for item in attendance(data) if item.get("who") not in away for id_ in ids(item.get("with"))}
        away |= {
            id_
            for id_, person in people.items()
            if role(person) in _THERE_FOR_SOMEBODY and person.get("with_person") in away and id_ not in beside
        }
        # The table speaks of family and network; whoever else sits there reads the wall too.
        here = (
            id_
            for id_, person in people.items()
            if id_ not in away and role(person) != "chair" and person.get("subject") != "false"
        )
        return Who(ROOM, "", _and_for_whom(people, here))
    if name.startswith("room:"):
        id_ = name.removeprefix("room:")
        beside = {other for item in attendance(data) if item.get("who") == id_ for other in ids(item.get("with"))}
        return Who(ROOM, "", _and_for_whom(people, {id_, *beside}))
    person = people[name]
    if role(person) in _THERE_FOR_SOMEBODY:
        principal = person.get("with_person")
        # The chair alone gets what the chair gets.
        if principal not in people or role(people[principal]) in (*_THERE_FOR_SOMEBODY, "chair"):
            return Who(NOTHING, "", frozenset({name}))
        theirs = reader(data, principal, young_person_from)
        return Who(theirs.column, theirs.person, theirs.members | {name})
    return Who(_column(data, person, young_person_from), name, frozenset({name}))


def _and_for_whom(people: dict[str, Data], here: Iterable[str]) -> frozenset[str]:
    """Add those for whom a supporter, an advocate or an interpreter is there: they get that person's copy."""
    present = set(here)
    for_whom = {
        people[id_].get("with_person") for id_ in present if id_ in people and role(people[id_]) in _THERE_FOR_SOMEBODY
    }
    return frozenset(present | {id_ for id_ in for_whom if id_ in people and role(people[id_]) != "chair"})


def _column(data: Data, person: Data, young_person_from: int) -> str:
    its = role(person)
    if its in PRACTITIONERS_ROLES:
        return PRACTITIONERS
    if its == "child":
        if person.get("subject") == "false":
            return NOTHING
        return FAMILY if _young_person(data, person, young_person_from) else CHILD
    return {"parent": FAMILY, "carer": FAMILY, "network": NETWORK, "partner": NETWORK, "chair": CHAIR}.get(its, NOTHING)


def _young_person(data: Data, person: Data, young_person_from: int) -> bool:
    agreed = person.get("young_person_copy") or {}
    if not agreed.get("agreed_by") or not agreed.get("date") or not person.get("born"):
        return False
    born, meeting = dt.date.fromisoformat(person["born"]), dt.date.fromisoformat(data["meeting"]["date"])
    birthdays = meeting.year - born.year - ((meeting.month, meeting.day) < (born.month, born.day))
    return birthdays >= young_person_from


def own_children(data: Data, who: Who) -> set[str]:
    """Give whose matters are a reader's own: a parent's children, a carer's too who live there, a young person's own."""
    person = data["people"].get(who.person, {})
    if role(person) == "child":
        return {who.person}
    living = {
        id_
        for id_, other in data["people"].items()
        if role(other) == "child"
        and (who.person in ids(other.get("lives_with")) or id_ in ids(person.get("lives_with")))
    }
    return {
        *ids(person.get("parent_of")),
        *ids(person.get("parental_responsibility")),
        *(living if role(person) == "carer" else ()),
    }


def one_set_of_parents(data: Data) -> bool:
    """Tell whether all the children have the same parents; of several of whom nobody says, nobody can tell."""
    people = data["people"].items()
    children = [id_ for id_, person in people if role(person) == "child" and person.get("subject") != "false"]
    sets = {frozenset(id_ for id_, one in people if child in ids(one.get("parent_of"))) for child in children}
    return len(sets) <= 1 and (len(children) <= 1 or frozenset() not in sets)


def attendance(data: Data) -> list[Data]:
    return listed((data.get("meeting") or {}).get("attendance"))

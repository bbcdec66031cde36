"""The readers of a case file: who they are, by what code, and who stands in the room."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from sostool.case.ages import age_on
from sostool.case.model import Case, Person
from sostool.case.people import FAMILY_ROLES, PRACTITIONER_ROLES, THERE_FOR_SOMEBODY, children_of_the_case
from sostool.profile import Profile

# Younger children are not asked to a meeting (the national data set's own limit for taking part).
ASKED_FROM = 4
CHAIR, PRACTITIONERS, ROOM = "chair", "practitioners", "room"


class Column(StrEnum):
    """The column of the table in which a reader finds what they may have."""

    CHAIR = "chair"
    PRACTITIONERS = "practitioners"
    FAMILY = "parent or carer"
    NETWORK = "network"
    CHILD = "child"
    ROOM = "room"
    BLANK = "blank"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Reader:
    """One reader. `name` is what `--for` takes; `code` names them in files and on pages without naming anyone.

    `person` is the id of the one whose copy it is, or who is in the room (`room:ID`); `own_column` is then that
    person's own. `members` are all who will see it: what is held back from any of them is held back from the
    reader.
    """

    name: str
    code: str
    column: Column
    person: str = ""
    members: frozenset[str] = frozenset()
    own_column: Column | None = None


def reader_codes(case: Case) -> dict[str, str]:
    """Give each person's code: p1, p2 … in the order of the file."""
    return {id_: f"p{number}" for number, id_ in enumerate(case.people, 1)}


def find_reader(case: Case, profile: Profile, name: str) -> Reader | None:
    """Find the reader that `--for` names, by id or by code; None if there is none of this name."""
    if name == CHAIR:
        return Reader(CHAIR, CHAIR, Column.CHAIR)
    if name == PRACTITIONERS:
        members = (id_ for id_, person in case.people.items() if person.role in PRACTITIONER_ROLES - {"chair"})
        return Reader(PRACTITIONERS, PRACTITIONERS, Column.PRACTITIONERS, members=frozenset(members))
    if name == ROOM:
        return Reader(ROOM, ROOM, Column.ROOM, members=frozenset(_in_the_room(case)))
    prefix, colon, id_ = name.partition(":")
    if prefix == ROOM and colon:
        present = _by_id_or_code(case, id_)
        return _room_of(case, profile, present) if present is not None else None
    person = _by_id_or_code(case, name)
    return _person_reader(case, profile, person) if person is not None else None


def _by_id_or_code(case: Case, name: str) -> Person | None:
    if name in case.people:
        return case.people[name]
    by_code = {code: id_ for id_, code in reader_codes(case).items()}
    return case.people.get(by_code.get(name, ""))


def blank_reader() -> Reader:
    """Give the reader of a sheet that is for nobody yet: it holds nothing of the family."""
    return Reader(ROOM, ROOM, Column.BLANK)


def as_child(case: Case, reader: Reader) -> Reader:
    """Give a child's own reader for the child's page: also to a young person who gets the report as a parent would."""
    person = case.people.get(reader.person)
    if (
        reader.name == reader.person
        and reader.column is Column.FAMILY
        and person is not None
        and person.role == "child"
    ):
        return replace(reader, column=Column.CHILD)
    return reader


def all_readers(case: Case, profile: Profile) -> list[Reader]:
    """Give every reader there is a copy for, the groups first."""
    names = [ROOM, PRACTITIONERS, CHAIR, *case.people]
    found = (find_reader(case, profile, name) for name in names)
    return [reader for reader in found if reader is not None and reader.column is not Column.NOTHING]


def everyone(case: Case, profile: Profile) -> list[Reader]:
    """Give every reader there is a copy for, and the room of each who comes in a part of their own.

    Who runs the meeting has the chair's copy, and no second one of their own.
    """
    apart = (item.who for item in (case.meeting.attendance if case.meeting else ()) if item.part == "separately")
    rooms = (find_reader(case, profile, f"{ROOM}:{id_}") for id_ in dict.fromkeys(apart) if id_ in case.people)
    copies = all_readers(case, profile)
    return [
        *(reader for reader in copies if reader.name == CHAIR or reader.column is not Column.CHAIR),
        *(room for room in rooms if room is not None),
    ]


def default_reader(case: Case, profile: Profile) -> Reader | None:
    """Give the reader when nobody is named: the room, if what is said there may be said in front of everyone."""
    return find_reader(case, profile, ROOM) if _may_all_hear_all(case) else None


def _room_of(case: Case, profile: Profile, person: Person) -> Reader:
    """Give the room with one person and those with them: what may be hung on the wall, and is for that person too."""
    theirs = _person_reader(case, profile, person)
    members = theirs.members | {person.id, *_with_whom_they_are_for(case, _with(case, person.id))}
    return Reader(f"{ROOM}:{person.id}", f"{ROOM}-{theirs.code}", Column.ROOM, theirs.person, members, theirs.column)


def _person_reader(case: Case, profile: Profile, person: Person) -> Reader:
    code = f"p{list(case.people).index(person.id) + 1}"
    if person.role in THERE_FOR_SOMEBODY:
        principal = case.people.get(person.with_person)
        # What only the chair may have is for nobody beside the chair.
        if principal is None or principal.role == "chair" or principal.role in THERE_FOR_SOMEBODY:
            return Reader(person.id, code, Column.NOTHING)
        theirs = _person_reader(case, profile, principal)
        return Reader(person.id, code, theirs.column, theirs.person, theirs.members | {person.id})
    return Reader(person.id, code, _column(case, profile, person), person.id, frozenset({person.id}))


def _column(case: Case, profile: Profile, person: Person) -> Column:
    if person.role == "child":
        if person.subject is False:
            return Column.NOTHING
        return Column.FAMILY if has_own_copy(case, profile, person) else Column.CHILD
    columns = {
        "parent": Column.FAMILY,
        "carer": Column.FAMILY,
        "partner": Column.NETWORK,
        "network": Column.NETWORK,
        "chair": Column.CHAIR,
    }
    if person.role in PRACTITIONER_ROLES and person.role != "chair":
        return Column.PRACTITIONERS
    return columns.get(person.role, Column.NOTHING)


def has_own_copy(case: Case, profile: Profile, person: Person) -> bool:
    """Tell whether a young person gets the report about themselves: old enough by the profile, and agreed."""
    agreed = person.young_person_copy
    if agreed is None or not agreed.agreed_by or agreed.date is None or person.born is None:
        return False
    return age_at_meeting(case, person.id) >= profile.limits.get("young_person_from", 12)


def age_at_meeting(case: Case, id_: str) -> int:
    """Give somebody's age in whole years on the day of the meeting; 0 where a date is not known."""
    person = case.people.get(id_)
    if person is None or person.born is None or case.meeting is None or case.meeting.date is None:
        return 0
    return age_on(person.born, case.meeting.date)


def _parts(case: Case) -> list[tuple[str, str]]:
    """Give who comes to which part, where it is said."""
    return [(item.who, item.part) for item in (case.meeting.attendance if case.meeting else ()) if item.who]


def _with(case: Case, id_: str) -> list[str]:
    return [
        name for item in (case.meeting.attendance if case.meeting else ()) if item.who == id_ for name in item.with_
    ]


def _in_the_room(case: Case) -> set[str]:
    # Whoever may be there counts: somebody is away only where no line says that they come.
    away = {id_ for id_, part in _parts(case) if part == "not-invited"}
    away -= {id_ for id_, part in _parts(case) if part != "not-invited"}
    away |= {name for id_ in away for name in _with(case, id_)}
    beside = {name for id_, _ in _parts(case) if id_ not in away for name in _with(case, id_)}
    # Who is there for somebody that does not come does not come either, unless with somebody else.
    away |= {
        id_
        for id_, person in case.people.items()
        if person.role in THERE_FOR_SOMEBODY and person.with_person in away and id_ not in beside
    }
    present = (
        id_
        for id_, person in case.people.items()
        if id_ not in away and person.role != "chair" and person.subject is not False
    )
    return _with_whom_they_are_for(case, present)


def _with_whom_they_are_for(case: Case, ids: Iterable[str]) -> set[str]:
    """Add those for whom a supporter, an advocate or an interpreter is there: what one hears, the other gets."""
    here = set(ids)
    people = [case.people[id_] for id_ in here if id_ in case.people]
    for_whom = {person.with_person for person in people if person.role in THERE_FOR_SOMEBODY}
    return here | {id_ for id_ in for_whom if id_ in case.people and case.people[id_].role != "chair"}


def _may_all_hear_all(case: Case) -> bool:
    if case.protected or any(person.must_not_see for person in case.people.values()) or holds_something_back(case):
        return False
    if any(part not in ("", "together") for _, part in _parts(case)):
        return False
    parents = {id_ for id_, person in case.people.items() if person.role == "parent"}
    return not parents or any(parents <= _lives_with(case, child) for child in children_of_the_case(case))


def _lives_with(case: Case, child: Person) -> set[str]:
    return {*child.lives_with, *(id_ for id_, person in case.people.items() if child.id in person.lives_with)}


def is_of_several_families(case: Case, reader: Reader) -> bool:
    """Tell whether parents and carers of different children are together in a room: each hears what is about all."""
    grown_up = (case.people[id_] for id_ in reader.members if id_ in case.people)
    parents = [person for person in grown_up if person.role in ("parent", "carer")]
    return reader.column is Column.ROOM and len({_children_of(case, person) for person in parents}) > 1


def _children_of(case: Case, person: Person) -> frozenset[str]:
    return frozenset(
        child.id
        for child in children_of_the_case(case)
        if child.id in (*person.parent_of, *person.parental_responsibility) or person.id in _lives_with(case, child)
    )


def holds_something_back(case: Case) -> bool:
    """Tell whether anything in the file is withheld."""
    from sostool.share.bars import every_part  # noqa: PLC0415 - bars knows readers

    return any(getattr(part, "withhold", None) is not None for part in every_part(case))


def family_and_network(case: Case) -> list[Person]:
    """Give the people of the family and the network, in the file's order."""
    return [person for person in case.people.values() if person.role in FAMILY_ROLES and person.subject is not False]

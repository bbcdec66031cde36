"""What sharing.md holds back from a reader: worked out from a case file's plain data, with nothing of the program.

It was written from sharing.md and case-file.md alone, before the program's own code for this was read, so
that the two can disagree. A case is plain data here (mappings, lists and texts as they were typed).

`held_back` names the places that are held back from a reader. `without` takes them out of the file, `reworded`
puts other words there: either way a reader's document has to stay the same, byte for byte.
"""

from __future__ import annotations

import copy
import datetime as dt
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

import yaml

Path: TypeAlias = tuple[str | int, ...]
Data: TypeAlias = Any

CHAIR, PRACTITIONERS, FAMILY, NETWORK, CHILD, ROOM, NOTHING = (
    "chair",
    "practitioners",
    "family",
    "network",
    "child",
    "room",
    "nothing",
)
_PRACTITIONERS = ("social-worker", "practitioner", "manager")
_THERE_FOR_SOMEBODY = ("supporter", "advocate", "interpreter")
_NAMING = ("said_by", "who", "who_does", "who_sees", "seen_by")
_ABOUT_THE_READER = ("born", "seen", "language", "interpreter", "disability", "ethnicity", "faith")
_REASONS = ("why", "agreed_by", "date", "review_on")

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


@dataclass(frozen=True)
class Who:
    """A reader. `person` is whose copy it is; `members` are all who will see it."""

    column: str
    person: str
    members: frozenset[str]


def reader(data: Data, name: str, young_person_from: int = 12) -> Who:
    """Say who reads: an id, `chair`, `practitioners`, `room` or `room:ID`."""
    people: dict[str, Data] = data.get("people") or {}
    if name == CHAIR:
        return Who(CHAIR, "", frozenset())
    if name == PRACTITIONERS:
        return Who(
            PRACTITIONERS, "", frozenset(id_ for id_, person in people.items() if _role(person) in _PRACTITIONERS)
        )
    if name == ROOM:
        away = {
            id_
            for item in _attendance(data)
            if item.get("part") == "not-invited"
            for id_ in [item.get("who"), *_ids(item.get("with"))]
        }
        # The table speaks of family and network; whoever else sits there reads the wall too.
        here = (
            id_
            for id_, person in people.items()
            if id_ not in away and _role(person) != "chair" and person.get("subject") != "false"
        )
        return Who(ROOM, "", frozenset(here))
    if name.startswith("room:"):
        id_ = name.removeprefix("room:")
        beside = {other for item in _attendance(data) if item.get("who") == id_ for other in _ids(item.get("with"))}
        return Who(ROOM, "", frozenset({id_, *beside}))
    person = people[name]
    if _role(person) in _THERE_FOR_SOMEBODY:
        principal = person.get("with_person")
        # The chair alone gets what the chair gets.
        if principal not in people or _role(people[principal]) in (*_THERE_FOR_SOMEBODY, "chair"):
            return Who(NOTHING, "", frozenset({name}))
        theirs = reader(data, principal, young_person_from)
        return Who(theirs.column, theirs.person, theirs.members | {name})
    return Who(_column(data, person, young_person_from), name, frozenset({name}))


def _column(data: Data, person: Data, young_person_from: int) -> str:
    role = _role(person)
    if role in _PRACTITIONERS:
        return PRACTITIONERS
    if role == "child":
        if person.get("subject") == "false":
            return NOTHING
        return FAMILY if _young_person(data, person, young_person_from) else CHILD
    return {"parent": FAMILY, "carer": FAMILY, "network": NETWORK, "partner": NETWORK, "chair": CHAIR}.get(
        role, NOTHING
    )


def _young_person(data: Data, person: Data, young_person_from: int) -> bool:
    agreed = person.get("young_person_copy") or {}
    if not agreed.get("agreed_by") or not agreed.get("date") or not person.get("born"):
        return False
    born, meeting = dt.date.fromisoformat(person["born"]), dt.date.fromisoformat(data["meeting"]["date"])
    birthdays = meeting.year - born.year - ((meeting.month, meeting.day) < (born.month, born.day))
    return birthdays >= young_person_from


def held_back(data: Data, who: Who) -> set[Path]:
    """Name every place that is held back from a reader by a mark, or that their column of the table never gives."""
    return set() if who.column == CHAIR else _Holding(data, who).places()


def without(data: Data, places: set[Path]) -> Data:
    """Take places out of the file."""
    left = copy.deepcopy(data)
    # From the back, so that positions in lists stay true.
    for place in sorted(places, key=lambda path: [(isinstance(step, str), step) for step in path], reverse=True):
        parent = _at(left, place[:-1])
        if isinstance(parent, list) and isinstance(place[-1], int):
            parent[place[-1]] = _GONE
        elif isinstance(parent, dict):
            parent.pop(place[-1], None)
    return swept(left)


def reworded(data: Data, places: set[Path]) -> Data:
    """Put other words in place of every text that is held back."""
    other = copy.deepcopy(data)
    people = set(data.get("people") or {})
    for path, value in leaves(data):
        if is_text(path, value, people) and any(path[: len(place)] == place for place in places):
            parent = _at(other, path[:-1])
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
    ):
        return True
    return key in TEXTS and not (key == "what" and "delays" in path) and path[:1] != ("sostool",)


_BARE = re.compile(r"true|false|\d+(\.\d+)?")


def _at(data: Data, path: Path) -> Data:
    for step in path:
        if isinstance(data, dict):
            data = data.get(str(step)) if not isinstance(step, int) else None
        elif isinstance(data, list) and isinstance(step, int):
            data = data[step]
        else:
            return None
    return data


def _role(person: Data) -> str:
    return str(person.get("role", ""))


def _ids(value: Data) -> list[str]:
    if value is None:
        return []
    return [value] if isinstance(value, str) else [str(item) for item in value]


def _listed(value: Data) -> list[Data]:
    """A list, or the one that may stand alone in its place."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _attendance(data: Data) -> list[Data]:
    return _listed((data.get("meeting") or {}).get("attendance"))


def _entries(data: Data, path: Path) -> Iterator[tuple[Path, Data]]:
    """Give what stands in a list, with its place; also the one that stands alone."""
    value = _at(data, path)
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


def _shape(path: Path) -> str:
    """Write a place without positions and ids of people: dangers.scale.ratings, people.*.seen."""
    steps = [step for step in path if isinstance(step, str)]
    return ".".join("*" if position == 1 and steps[0] == "people" else step for position, step in enumerate(steps))


class _Holding:
    """Works out for one file and one reader what is held back."""

    def __init__(self, data: Data, who: Who) -> None:
        self.data, self.who = data, who
        self.people: dict[str, Data] = data.get("people") or {}
        # Who of those who will see it is feared, or family of one who is: by whom, and whose words must not reach them.
        self.fears = [(id_, feared, self._words_of(feared)) for id_ in who.members for feared in self._feared_for(id_)]

    def places(self) -> set[Path]:
        held: set[Path] = {path for path, item in mappings(self.data) if path and self.is_held(path, item)}
        held |= set(self._by_column())
        # What a held-back danger takes along, and every reference to what is held back.
        held |= set(self._of_dangers(self._ids_held(held, ("dangers",))))
        held |= set(self._references(held))
        return held

    # --- one mapping -------------------------------------------------------------------------------------

    def is_held(self, path: Path, item: dict[str, Data]) -> bool:
        return self._withheld(item) or self._sensitive(item) or self._barred(path, item)

    def _withheld(self, item: dict[str, Data]) -> bool:
        mark = item.get("withhold")
        if not mark:
            return False
        from_, all_but = _ids(mark.get("from")), _ids(mark.get("all_but"))
        if "everyone" in from_ or (all_but and not self.who.members):
            return True
        if any(id_ in from_ or (all_but and id_ not in all_but) for id_ in self.who.members):
            return True
        # `side_of` bars for them what is barred for the feared person: by withholding, too.
        return any(
            feared in from_ or (all_but and feared not in all_but)
            for id_, feared, _words in self.fears
            if id_ != feared and id_ not in _ids(item.get("who"))
        )

    def _sensitive(self, item: dict[str, Data]) -> bool:
        if item.get("sensitive") != "true" or self.who.column == PRACTITIONERS:
            return False
        return self.who.column == ROOM or self.who.person not in _ids(item.get("about"))

    def _barred(self, path: Path, item: dict[str, Data]) -> bool:
        if _shape(path) == "dangers":
            return False
        named = {id_ for key in _NAMING for id_ in _ids(item.get(key))}
        for key in ("check", "used"):
            named |= {id_ for part in _listed(item.get(key)) if isinstance(part, dict) for id_ in _ids(part.get("who"))}
        return any(
            named & words_of and not self._acts(item, member, feared) and not self._cleared(item, member)
            for member, feared, words_of in self.fears
        )

    @staticmethod
    def _acts(item: dict[str, Data], member: str, feared: str) -> bool:
        """Tell whether it is the feared person's own step or goal; or, for family of theirs, their own."""
        who = _ids(item.get("who"))
        return feared in (*who, *_ids(item.get("who_does"))) or (member != feared and member in who)

    def _cleared(self, item: Data, member: str) -> bool:
        mark = (item.get("cleared") if isinstance(item, dict) else None) or {}
        by = self.people.get(mark.get("by", ""))
        if by is None or not mark.get("date") or _role(by) == "child":
            return False
        for_ = _ids(mark.get("for"))
        return member in for_ or (self.who.column == ROOM and "room" in for_)

    def _cleared_for_room(self, item: dict[str, Data]) -> bool:
        return "room" in _ids((item.get("cleared") or {}).get("for")) and self._cleared(item, "room")

    def _feared_for(self, id_: str) -> list[str]:
        """Give the feared people whose bars hold for somebody: themselves, and whose side they are of."""
        return [name for name in (id_, self.people.get(id_, {}).get("side_of")) if name and self._words_of(name)]

    def _words_of(self, id_: str) -> frozenset[str]:
        return frozenset(_ids((self.people.get(id_, {}).get("must_not_see") or {}).get("words_of")))

    @property
    def _somebody_feared(self) -> bool:
        return bool(self.fears)

    def _cleared_for_all(self, item: Data) -> bool:
        """Tell whether an item is cleared for every feared person who would get it."""
        return all(self._cleared(item, member) for member, _feared, _words in self.fears)

    # --- the table ---------------------------------------------------------------------------------------

    def _by_column(self) -> Iterator[Path]:
        yield from (("held_by_chair",), ("protected",))
        yield from self._reasons()
        yield from self._contacts()
        if self.who.column == PRACTITIONERS:
            return
        yield ("answers",)
        yield from self._marks()
        yield from self._meeting()
        yield from self._map()
        yield from self._people()
        yield from self._ratings()
        yield from self._voices()
        yield from self._feared()
        yield from (
            path
            for path, line in _entries(self.data, ("shared",))
            if self.who.person not in (line.get("with"), line.get("who"))
        )
        if self.who.column in (NETWORK, ROOM):
            yield from (
                (key,)
                for key in ("chronology", "involvement", "agency_reports", "consent", "core_groups", "priorities")
            )
        for path, words in _entries(self.data, ("words_for_child",)):
            if self.who.column != FAMILY or self.who.person not in _ids(words.get("agreed_with")):
                yield path

    def _reasons(self) -> Iterator[Path]:
        for path, item in mappings(self.data):
            for mark in ("withhold", "must_not_see"):
                if mark in item:
                    yield from ((*path, mark, reason) for reason in _REASONS)
            if "cleared" in item:
                yield (*path, "cleared", "why")
        for path, _item in _entries(self.data, ("meeting", "attendance")):
            yield from ((*path, reason) for reason in ("why", "decided_by", "date"))

    def _marks(self) -> Iterator[Path]:
        """A mark that holds nothing back from this reader is no business of theirs either."""
        for path, item in mappings(self.data):
            if "withhold" in item:
                yield (*path, "withhold")
            if "cleared" in item and "room" not in _ids((item["cleared"] or {}).get("for")):
                yield (*path, "cleared")
        for id_ in self.people:
            yield ("people", id_, "must_not_see")
            yield ("people", id_, "side_of")

    def _meeting(self) -> Iterator[Path]:
        if self.who.column != ROOM:  # who is in the room decides what may hang there
            for path, item in _entries(self.data, ("meeting", "attendance")):
                if self.who.person not in (item.get("who"), *_ids(item.get("with"))):
                    yield path

    def _map(self) -> Iterator[Path]:
        if self.who.column == NETWORK:
            yield ("map", "worried", "grey_areas")
        for path, harm in _entries(self.data, ("map", "worried", "past_harm")):
            if not isinstance(harm, dict):
                continue
            for place, impact in _entries(harm, ("impact",)):
                said = isinstance(impact, dict) and impact.get("said_by")
                if self.who.column == NETWORK or (self._somebody_feared and not said):
                    yield (*path, *place)

    def _people(self) -> Iterator[Path]:
        barred = {id_ for member, _feared, words in self.fears for id_ in words if id_ != member}
        for id_, person in self.people.items():
            here: Path = ("people", id_)
            if id_ in barred or (self.who.column == NETWORK and id_ != self.who.person):
                yield from ((*here, key) for key in ("ring", "knows_about", "will"))
            if person.get("subject") == "false":
                yield from ((*here, key) for key in person if key not in ("role", "subject"))
            if self.who.column == ROOM or (self.who.column == NETWORK and id_ != self.who.person):
                # How old a young person is decides whether they have a copy of their own.
                yield from (
                    (*here, key) for key in _ABOUT_THE_READER if key != "born" or "young_person_copy" not in person
                )

    def _contacts(self) -> Iterator[Path]:
        for id_, person in self.people.items():
            contact = person.get("contact")
            if not isinstance(contact, dict) or id_ == self.who.person:
                continue
            shared = frozenset(_ids(contact.get("may_share")))
            readers = frozenset({self.who.person}) if self.who.person else self.who.members
            if self.who.column == ROOM or not readers <= shared:
                yield ("people", id_, "contact")

    def _ratings(self) -> Iterator[Path]:
        scales: list[Path] = [("scale",), *((*path, "scale") for path, _danger in _entries(self.data, ("dangers",)))]
        for scale in scales:
            if self.who.column in (NETWORK, ROOM):
                yield (*scale, "differences")
            for path, rating in _entries(self.data, (*scale, "ratings")):
                whose = rating.get("who", "")
                own = whose == self.who.person
                child = _role(self.people.get(whose, {})) == "child"
                if self.who.column == ROOM:
                    yield from ((*path, key) for key in ("reason", "one_higher"))
                    if child and not self._cleared_for_room(rating):
                        yield path
                elif not own and (self.who.column == NETWORK or (child and not self._follows_a_shared_voice(rating))):
                    yield path

    def _follows_a_shared_voice(self, rating: dict[str, Data]) -> bool:
        """A child's ratings follow their voice: that of the day; of another day, if any of their words may go there."""
        shared = {
            path: self.who.person in _ids(voice.get("may_share")) and not self.is_held(path, voice)
            for path, voice in _entries(self.data, ("voices",))
            if voice.get("who") == rating.get("who")
        }
        of_that_day = [
            given for path, given in shared.items() if _at(self.data, path).get("date", "") == rating.get("date")
        ]
        return all(of_that_day) if of_that_day else any(shared.values())

    def _voices(self) -> Iterator[Path]:
        for path, voice in _entries(self.data, ("voices",)):
            whose = voice.get("who", "")
            if self.who.column == ROOM:
                child = _role(self.people.get(whose, {})) == "child"
                if not child or not self._cleared_for_room(voice):
                    yield path
                else:
                    yield (*path, "observed")
            elif whose != self.who.person and self.who.person not in _ids(voice.get("may_share")):
                if self.who.column == FAMILY and (voice.get("observed") or voice.get("not_asked")):
                    yield from ((*path, key) for key in ("worries", "good_things", "dreams", "words"))
                else:
                    yield path

    def _feared(self) -> Iterator[Path]:
        """What a feared reader does not get at all, or only cleared."""
        if not self._somebody_feared:
            return
        for path, grey in _entries(self.data, ("map", "worried", "grey_areas")):
            if self.who.column == ROOM or not self._cleared_for_all(grey):
                yield path
        scales: list[Path] = [("scale",), *((*path, "scale") for path, _danger in _entries(self.data, ("dangers",)))]
        yield from ((*path, "differences") for path in scales if not self._cleared_for_all(_at(self.data, path)))
        for path, report in _entries(self.data, ("agency_reports",)):
            if self.who.person not in _ids(report.get("may_share")):
                yield (*path, "from")
        for path, danger in _entries(self.data, ("dangers",)):
            for place, name in _entries(danger, ("worried",)):
                if any(name in words for _member, _feared, words in self.fears):
                    yield (*path, *place)

    # --- what goes along ---------------------------------------------------------------------------------

    def _ids_held(self, held: set[Path], where: Path) -> set[str]:
        return {
            item["id"]
            for path, item in _entries(self.data, where)
            if isinstance(item, dict) and "id" in item and _under(path, held)
        }

    def _of_dangers(self, gone: set[str]) -> Iterator[Path]:
        for path, item in mappings(self.data):
            if item.get("danger") in gone:
                yield path
        for id_ in self.people:
            yield from (path for path, danger in _entries(self.data, ("people", id_, "knows_about")) if danger in gone)

    def _references(self, held: set[Path]) -> Iterator[Path]:
        harms = self._ids_held(held, ("map", "worried", "past_harm"))
        lines = self._ids_held(held, ("safety_plan", "bottom_lines"))
        for path, _danger in _entries(self.data, ("dangers",)):
            yield from (place for place, harm in _entries(self.data, (*path, "rests_on")) if harm in harms)
        for path, _rule in _entries(self.data, ("safety_plan", "rules")):
            yield from (place for place, line in _entries(self.data, (*path, "meets")) if line in lines)


def _under(path: Path, held: set[Path]) -> bool:
    return any(path[:length] in held for length in range(1, len(path) + 1))

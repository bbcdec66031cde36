"""Where the second net would catch something, for every reader of a case: found without making every View.

A View costs time, so one is made only for a reader who can be caught: somebody from whom words are protected that
stand in a text which may reach them, or from whom a run of words is held back in one text and may reach them in
another. What is asked before that may be asked too often, and never too seldom.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sostool.case.model import (
    Case,
    Event,
    ExistingSafety,
    GreyArea,
    Impact,
    Involvement,
    MapItem,
    NextStep,
    PastHarm,
    Person,
    Rating,
    Rule,
)
from sostool.case.people import FAMILY_ROLES
from sostool.findings.finding import Path
from sostool.profile import Profile
from sostool.share.all_texts import AllTexts, Text
from sostool.share.held import held_here
from sostool.share.net import Caught, Net, is_protected_from
from sostool.share.policy import may_have
from sostool.share.readers import Column, Reader, as_child, everyone
from sostool.share.standing import Standing
from sostool.share.suspects import Alike, Suspects
from sostool.share.traced import traced
from sostool.share.why import Why
from sostool.yamlfile.parts import Part

# So many readers are told by name; of more only what is caught nowhere else.
MANY = 8
# The rows by which parts go into a View that go in by no other.
_ROWS: dict[type[Part], str] = {
    MapItem: "map",
    PastHarm: "map",
    Impact: "impact",
    GreyArea: "grey areas",
    ExistingSafety: "existing safety",
    NextStep: "rules and next steps",
    Rule: "rules and next steps",
    Rating: "ratings",
    Event: "what happened before",
    Involvement: "what happened before",
}


class CaughtFor(NamedTuple):
    """What the net would catch in what one reader gets."""

    reader: Reader
    caught: Caught


def caught_for_everyone(case: Case, profile: Profile, texts: AllTexts, could_be: Suspects) -> list[CaughtFor]:
    """Give what the net would catch in the Views of all readers of a case.

    Args:
        case: a case; without a meeting and its date there is no View, and nothing is caught.
        profile: whose words are used.
        texts: the texts of the case.
        could_be: what of them could be caught.
    """
    if could_be.are_none or case.meeting is None or case.meeting.date is None:
        return []
    protected, alike = could_be
    found: list[CaughtFor] = []
    told: set[tuple[Path, Why | None]] = set()
    traced_case: Case | None = None
    names: set[str] = set()
    for reader in _readers(case, profile):
        suspicion = _Suspicion(texts, Standing(case, reader))
        listed = [text for entry, holding in protected if is_protected_from(case, entry, reader) for text in holding]
        if not any(map(suspicion.may_reach, listed)) and not any(map(suspicion.falls_on, alike)):
            continue
        if len(names) >= MANY and told.issuperset(suspicion.all_of(listed, alike)):
            continue
        traced_case = traced_case or traced(case)
        for one in Net(case, profile, reader).caught_in_view(traced_case):
            found.append(CaughtFor(reader, one))
            names.add(reader.name)
            told.update((one.path, why) for why in (*one.runs.values(), *(None for _ in one.protected)))
    return found


def _readers(case: Case, profile: Profile) -> Iterator[Reader]:
    """Give everyone there is a copy for but the chair: people first, as a room's View costs the most."""
    for reader in sorted(everyone(case, profile), key=lambda reader: not reader.person):
        if reader.column is not Column.CHAIR:
            yield reader
            child = as_child(case, reader)
            if child != reader:
                yield child


def may_go_in(part: Part, standing: Standing) -> bool:
    """Tell whether a part may go into a reader's View, by its row of the table where it can go in by no other."""
    row = _ROWS.get(type(part))
    if isinstance(part, Impact) and not part.child:
        row = None  # it goes in as one about the children of its past harm
    if row is None or standing.reader.column is Column.CHILD:
        return not standing.is_barred(part)
    return may_have(standing, row, part)


class _Suspicion:
    """Whether texts may reach one reader."""

    def __init__(self, texts: AllTexts, standing: Standing) -> None:
        self._texts, self._standing = texts, standing
        self._known: dict[int, Why | None] = {}

    def falls_on(self, group: Alike) -> bool:
        """Tell whether a run that texts have in common is held back in one of them and may come out in another."""
        return any(map(self._is_held, group.held)) and any(map(self.may_reach, group.texts))

    def all_of(self, listed: list[Text], alike: list[Alike]) -> set[tuple[Path, Why | None]]:
        """Give all places where a text that may reach the reader may be caught, each with why; None: listed words."""
        found: set[tuple[Path, Why | None]] = {
            (self._texts.path(text), None) for text in listed if self.may_reach(text)
        }
        for group in alike:
            whys = {why for text in group.held if (why := self._why(text)) is not None}
            if whys:
                reaching = (self._texts.path(text) for text in group.texts if self.may_reach(text))
                found.update((path, why) for path in reaching for why in whys)
        return found

    def may_reach(self, text: Text) -> bool:
        part = self._texts.parts[text.part]
        if self._is_held(text):
            return False
        if isinstance(part, Person):
            return self._may_know(part)
        return may_go_in(part, self._standing)

    def _is_held(self, text: Text) -> bool:
        return self._why(text) is not None

    def _why(self, text: Text) -> Why | None:
        own = held_here(self._texts.parts[text.part], self._standing)
        around = self._why_part(text.part)
        if own is not None and text.attribute in own.only:
            return own.why if around is None else min(own.why, around)
        return around

    def _why_part(self, number: int) -> Why | None:
        """Tell why all of a part is held back, by itself or with a part around it; None if it is not."""
        if number < 0:
            return None
        if number not in self._known:
            here = held_here(self._texts.parts[number], self._standing)
            around = self._why_part(self._texts.outside[number])
            whole = here.why if here is not None and not here.only else None
            self._known[number] = min((why for why in (whole, around) if why is not None), default=None)
        return self._known[number]

    def _may_know(self, person: Person) -> bool:
        """Tell whether a reader may come to know of somebody: everyone there is, or who stands in what they get."""
        reader = self._standing.reader
        if person.subject is False and reader.column is not Column.PRACTITIONERS:
            return False
        if reader.column in (Column.PRACTITIONERS, Column.CHILD) or (
            reader.column is Column.ROOM and person.role in FAMILY_ROLES
        ):
            return True
        if person.id == reader.person or person.id in self._standing.own_children:
            return True
        return any(map(self._may_name, self._texts.by_text.get(person.id, ())))

    def _may_name(self, text: Text) -> bool:
        """Tell whether an id may come out as a name: beside other people only in their homes, which few may know."""
        part, reader = self._texts.parts[text.part], self._standing.reader
        if not isinstance(part, Person):
            return self.may_reach(text)
        own = part.id == reader.person or part.id in self._standing.own_children
        return text.attribute in ("lives_with", "parent_of") and (own or reader.column is Column.ROOM)

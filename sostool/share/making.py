"""What every part of the making of a View needs: whether an item goes in, and the names in place of ids."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import TypeVar

from sostool.case.model import Case, Person, Rating, Voice
from sostool.case.model.outcome import PartSummary
from sostool.case.people import name_of
from sostool.profile import Profile
from sostool.share.bars import bar_for, bars_on, is_called, is_cleared, withheld_from
from sostool.share.policy import may_have
from sostool.share.readers import ASKED_FROM, Column, Reader, age_at_meeting, family_and_network
from sostool.share.standing import Standing
from sostool.share.view_item import NO_LIMIT, Hearing
from sostool.yamlfile.parts import Part

P = TypeVar("P", bound=Part)


class Making:
    """Makes one View: asks the table, puts names for ids, and remembers who stands in what goes in.

    `named` are the ids of all whose names were put; `given` of the people who go in, once they were made.
    """

    def __init__(self, case: Case, profile: Profile, reader: Reader) -> None:
        self.case = case
        self.profile = profile
        self.reader = reader
        self.standing = Standing(case, reader)
        self.named: set[str] = set()
        self.given: tuple[str, ...] = ()
        self._standings: dict[str, Standing] = {}
        self._hears_about_limits = reader.column in (Column.PRACTITIONERS, Column.CHAIR)

    def may(self, row: str, item: Part | None) -> bool:
        """Tell whether an item goes in, by its row of the table."""
        return item is not None and may_have(self.standing, row, item)

    def chosen(self, row: str, items: Iterable[P]) -> list[P]:
        """Give the items that go in."""
        return [item for item in items if self.may(row, item)]

    def open(self, *parts: Part | None) -> bool:
        """Tell whether none of the parts around an item is held back."""
        return all(part is not None and not self.standing.is_barred(part) for part in parts)

    def names(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Put names for ids; a child named only because of what happened before stays out of family copies."""
        return tuple(name for id_ in ids if (name := self.name(id_)))

    def name(self, id_: str) -> str:
        """Put a name for an id; "" for nobody and for a child who is not part of this."""
        if not id_:
            return ""
        person = self.case.people.get(id_)
        if person is not None:
            if person.subject is False and not self._hears_about_limits:
                return ""
            self.named.add(id_)
        return self.called(id_)

    def known(self, row: str, ids: Iterable[str]) -> list[str]:
        """Give the ids of the people whom the reader may know in this place, by its row of the table."""
        return [id_ for id_ in ids if self.may(row, self.case.people.get(id_))]

    def name_beside(self, id_: str) -> str:
        """Put the name of somebody who stands beside an item, as far as the reader may know them."""
        return next(iter(self.names(self.known("names beside it", (id_,)))), "")

    def names_beside(self, item: Part, ids: Iterable[str]) -> tuple[str, ...]:
        """Put names for those who told, saw or will see something, but for those of whom a feared reader must not know.

        An item stands open to whoever acts in it; who told of it does not.
        """
        standing = self.standing
        if standing.is_cleared(item) or (standing.reader.column is Column.ROOM and standing.is_cleared_for_room(item)):
            return self.names(ids)
        return self.names(id_ for id_ in ids if not self._is_barred_name(id_))

    def _is_barred_name(self, typed: str) -> bool:
        if typed in self.case.people:
            return self.standing.is_barred_person(typed)
        barred = [id_ for id_ in self.case.people if self.standing.is_barred_person(id_)]
        return any(is_called(self.case, typed, id_) for id_ in barred)

    def called(self, id_: str) -> str:
        """Put a name for an id, whoever it is; a free text stays as it is."""
        return name_of(self.case, id_)

    def hearing(
        self, item: Part, *around: Part | None, names: Iterable[str] = (), only_cleared: bool = False
    ) -> Hearing:
        """For practitioners and the chair: in front of whom of the family an item must not be said.

        What is held back with a part around it, or with the danger it belongs to, is held back as well.

        Args:
            item: what may be said or not.
            around: the parts it stands in.
            names: of whose help it tells.
            only_cleared: whether a feared person gets it only if it was cleared.
        """
        if not self._hears_about_limits:
            return NO_LIMIT
        apart = self._not_for(item)
        helpers = frozenset(names)
        parts = [part for part in (item, self.standing.danger_of(item), *around) if part is not None]
        withheld = [part for part in parts if getattr(part, "withhold", None) is not None]
        barred = tuple(
            person.name or person.id
            for person, bars in self._family
            if person.id in apart
            or any(withheld_from(part, person.id) for part in withheld)
            or (bars and any(bar_for(self.case, part, person.id, in_the_room=True) for part in parts))
            or (bars and self._is_not_for_feared(item, person.id, bars, helpers, only_cleared=only_cleared))
        )
        only: tuple[str, ...] = ()
        if getattr(item, "sensitive", None):
            only = tuple(name_of(self.case, id_) for id_ in getattr(item, "about", ()))
        return Hearing(barred, only) if barred or only else NO_LIMIT

    @cached_property
    def _family(self) -> list[tuple[Person, list[tuple[Person, frozenset[str]]]]]:
        """Everyone of the family and the network, each with the bars that fall on them."""
        return [(person, bars_on(self.case, person.id)) for person in family_and_network(self.case)]

    def _is_not_for_feared(
        self,
        item: Part,
        id_: str,
        bars: list[tuple[Person, frozenset[str]]],
        helpers: frozenset[str],
        *,
        only_cleared: bool,
    ) -> bool:
        if any(helpers & words_of - {id_} for _, words_of in bars):
            return True
        is_let_through = is_cleared(self.case, item, id_) or id_ in getattr(item, "may_share", ())
        return only_cleared and not is_let_through and not self.standing.is_cleared_for_room(item)

    def _not_for(self, item: Part) -> frozenset[str]:
        """Give those of the family whom somebody's own words, a child's number, or what was said apart, are not for.

        Own words are for whom `may_share` names; a child's number follows their words; what was said in one part of
        the meeting is for those who were in it. What was cleared for the room may be said in front of everyone.
        """
        if not isinstance(item, Voice | Rating | PartSummary) or self.standing.is_cleared_for_room(item):
            return frozenset()
        if isinstance(item, Rating) and not self.standing.is_a_childs(item):
            return frozenset()
        if isinstance(item, Voice) and not has_words(item):
            return frozenset()
        family = (person for person, _ in self._family if self._hears_talk(person))
        others = (person.id for person in family if person.id != item.who)
        if isinstance(item, PartSummary):
            return frozenset(id_ for id_ in others if not self._hears(id_).was_in_the_part(item))
        if isinstance(item, Voice):
            return frozenset(id_ for id_ in others if id_ not in item.may_share)
        return frozenset(id_ for id_ in others if not self._hears(id_).child_shares(item))

    def _hears(self, id_: str) -> Standing:
        """Give where one of the family stands, as the reader of their own copy."""
        if id_ not in self._standings:
            self._standings[id_] = Standing(
                self.case, Reader(id_, "", Column.FAMILY, person=id_, members=frozenset((id_,)))
            )
        return self._standings[id_]

    def _hears_talk(self, person: Person) -> bool:
        """Tell whether somebody could follow what is said: not a baby, nor a child too small to be asked."""
        if person.role != "child" or (person.born is None and person.due is None):
            return True
        return age_at_meeting(self.case, person.id) >= ASKED_FROM


def has_words(voice: Voice) -> bool:
    """Tell whether a voice holds somebody's own words, and not only what others saw."""
    return bool(voice.worries or voice.good_things or voice.dreams or voice.words)

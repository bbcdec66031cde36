"""What sharing.md holds back from a reader: worked out from a case file's plain data, with nothing of the program.

It was written from sharing.md and case-file.md alone, before the program's own code for this was read, so
that the two can disagree. A case is plain data here (mappings, lists and texts as they were typed).

`held_back` names the places that are held back from a reader. `without` takes them out of the file, `reworded`
puts other words there: either way a reader's document has to stay the same, byte for byte.
"""

from __future__ import annotations

from collections.abc import Iterator

from report.proof.child_rows import ABOUT_THE_READER, all_but_the_frame, child_held, whose_words_are_meant
from report.proof.outcome_rows import Fear, outcome_held
from report.proof.own_rows import how_they_were_asked, not_theirs, observed_of_others
from report.proof.plain import Data, Path, at, entries, ids, listed, mappings, role, shape, under
from report.proof.readers import (
    BLANK,
    CHAIR,
    CHILD,
    FAMILY,
    NETWORK,
    NOTHING,
    PRACTITIONERS,
    PRACTITIONERS_ROLES,
    ROOM,
    Who,
    own_children,
)

_NAMING = ("said_by", "who", "who_does", "who_sees", "seen_by", "written_by")
_REASONS = ("why", "agreed_by", "date", "review_on")


def held_back(data: Data, who: Who) -> set[Path]:
    """Name every place that is held back from a reader by a mark, or that their column of the table never gives."""
    return set() if who.column == CHAIR else _Holding(data, who).places()


class _Holding:
    """Works out for one file and one reader what is held back."""

    def __init__(self, data: Data, who: Who) -> None:
        self.data, self.who = data, who
        self.people: dict[str, Data] = data.get("people") or {}
        # Who of those who will see it is feared, or family of one who is: by whom, and whose words must not reach them.
        self.fears = [(id_, feared, self._words_of(feared)) for id_ in who.members for feared in self._feared_for(id_)]

    def places(self) -> set[Path]:
        marked: set[Path] = {path for path, item in mappings(self.data) if path and self.is_held(path, item)}
        held = marked | set(self._by_column())
        # What a danger that a mark holds back takes along, and every reference to what is held back.
        held |= set(self._of_dangers(self._ids_held(marked, ("dangers",))))
        held |= set(self._references(held))
        return held

    # --- one mapping -------------------------------------------------------------------------------------

    def is_held(self, path: Path, item: dict[str, Data]) -> bool:
        return self._withheld(item) or self._sensitive(item) or self._barred(path, item)

    def _withheld(self, item: dict[str, Data]) -> bool:
        mark = item.get("withhold")
        if not mark:
            return False
        from_, all_but = ids(mark.get("from")), ids(mark.get("all_but"))
        if "everyone" in from_ or (all_but and not self.who.members):
            return True
        if any(id_ in from_ or (all_but and id_ not in all_but) for id_ in self.who.members):
            return True
        # `side_of` bars for them what is barred for the feared person: by withholding, too.
        return any(
            feared in from_ or (all_but and feared not in all_but)
            for id_, feared, _words in self.fears
            if id_ != feared and id_ not in ids(item.get("who"))
        )

    def _sensitive(self, item: dict[str, Data]) -> bool:
        if item.get("sensitive") != "true" or self.who.column == PRACTITIONERS:
            return False
        about = ids(item.get("about"))
        return self.who.column == ROOM or self.who.person not in about or not self._barred_names.isdisjoint(about)

    def _barred(self, path: Path, item: dict[str, Data]) -> bool:
        if shape(path) == "dangers":
            return False
        named = {id_ for key in _NAMING for id_ in ids(item.get(key))}
        for key in ("check", "used"):
            named |= {id_ for part in listed(item.get(key)) if isinstance(part, dict) for id_ in ids(part.get("who"))}
        return any(
            named & words_of and not self._acts(item, member, feared) and not self._cleared(item, member)
            for member, feared, words_of in self.fears
        )

    @staticmethod
    def _acts(item: dict[str, Data], member: str, feared: str) -> bool:
        """Tell whether it is the feared person's own step or goal; or, for family of theirs, their own."""
        who = ids(item.get("who"))
        return feared in (*who, *ids(item.get("who_does"))) or (member != feared and member in who)

    def _cleared(self, item: Data, member: str) -> bool:
        mark = (item.get("cleared") if isinstance(item, dict) else None) or {}
        by = self.people.get(mark.get("by", ""))
        if by is None or not mark.get("date") or role(by) not in (*PRACTITIONERS_ROLES, "chair"):
            return False
        for_ = ids(mark.get("for"))
        return member in for_ or (self.who.column == ROOM and "room" in for_)

    def _cleared_for_room(self, item: dict[str, Data]) -> bool:
        return "room" in ids((item.get("cleared") or {}).get("for")) and self._cleared(item, "room")

    def _feared_for(self, id_: str) -> list[str]:
        """Give the feared people whose bars hold for somebody: themselves, and whose side they are of."""
        return [name for name in (id_, self.people.get(id_, {}).get("side_of")) if name and self._words_of(name)]

    def _words_of(self, id_: str) -> frozenset[str]:
        return frozenset(ids((self.people.get(id_, {}).get("must_not_see") or {}).get("words_of")))

    @property
    def _barred_names(self) -> frozenset[str]:
        return frozenset(id_ for member, _feared, words in self.fears for id_ in words if id_ != member)

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
        yield from self._withhold_marks()
        yield from self._meeting()
        yield from outcome_held(
            self.data, self.who, Fear(self._somebody_feared, self._barred_names, self._cleared_for_all, self.is_held)
        )
        if self.who.column == CHILD:
            yield from child_held(self.data, self.who, self._barred_names, feared=self._somebody_feared)
            return
        if self.who.column in (NOTHING, BLANK):
            yield from all_but_the_frame(self.data, self.who.person)
            return
        # A young person's copies are those of a parent, and their own page besides.
        is_young = role(self.people.get(self.who.person, {})) == "child"
        if is_young:
            yield from whose_words_are_meant(self.data, self.who, feared=self._somebody_feared)
        else:
            yield from (("people", id_, mark) for id_ in self.people for mark in ("must_not_see", "side_of"))
        yield from self._map()
        yield from not_theirs(self.data, self.who, self._is_check_held)
        yield from self._people()
        yield from self._names_beside()
        yield from self._ratings()
        yield from self._voices()
        yield from self._feared()
        yield from (
            path
            for path, line in entries(self.data, ("shared",))
            if self.who.person not in (line.get("with"), line.get("who"))
        )
        if self.who.column in (NETWORK, ROOM):
            yield from (
                (key,)
                for key in ("chronology", "involvement", "agency_reports", "consent", "core_groups", "priorities")
            )
        for path, words in entries(self.data, ("words_for_child",)):
            own = is_young and words.get("child", self.who.person) == self.who.person
            if not own and (self.who.column != FAMILY or self.who.person not in ids(words.get("agreed_with"))):
                yield path

    def _reasons(self) -> Iterator[Path]:
        for path, item in mappings(self.data):
            for mark in ("withhold", "must_not_see"):
                if mark in item:
                    yield from ((*path, mark, reason) for reason in _REASONS)
            if "cleared" in item:
                yield (*path, "cleared", "why")
        for path, _item in entries(self.data, ("meeting", "attendance")):
            yield from ((*path, reason) for reason in ("why", "decided_by", "date"))

    def _withhold_marks(self) -> Iterator[Path]:
        """A mark that holds nothing back from this reader is no business of theirs either."""
        for path, item in mappings(self.data):
            if "withhold" in item:
                yield (*path, "withhold")
            if "cleared" in item and "room" not in ids((item["cleared"] or {}).get("for")):
                yield (*path, "cleared")

    def _meeting(self) -> Iterator[Path]:
        if self.who.column != ROOM:  # who is in the room decides what may hang there
            for path, item in entries(self.data, ("meeting", "attendance")):
                if self.who.person not in (item.get("who"), *ids(item.get("with"))):
                    yield path

    def _map(self) -> Iterator[Path]:
        if self.who.column == NETWORK:
            yield ("map", "worried", "grey_areas")
        for path, harm in entries(self.data, ("map", "worried", "past_harm")):
            if not isinstance(harm, dict):
                continue
            for place, impact in entries(harm, ("impact",)):
                said = isinstance(impact, dict) and impact.get("said_by")
                if self.who.column == NETWORK or (self._somebody_feared and not said):
                    yield (*path, *place)

    def _people(self) -> Iterator[Path]:
        own = {self.who.person, *(own_children(self.data, self.who) if self.who.column == FAMILY else ())}
        barred = self._barred_names
        for id_, person in self.people.items():
            here: Path = ("people", id_)
            if id_ in barred or (self.who.column == NETWORK and id_ != self.who.person):
                yield from ((*here, key) for key in ("ring", "knows_about", "will"))
            if person.get("subject") == "false":
                yield from ((*here, key) for key in person if key not in ("role", "subject"))
            yield from self._homes(id_, person)
            if id_ not in own:
                # How old a young person is decides whether they have a copy of their own.
                yield from (
                    (*here, key) for key in ABOUT_THE_READER if key != "born" or "young_person_copy" not in person
                )

    def _homes(self, id_: str, person: Data) -> Iterator[Path]:
        """Who lives where: own children's and one's own; of those afraid of somebody who reads, no helper's home."""
        own = {self.who.person, *(own_children(self.data, self.who) if self.who.column == FAMILY else ())}
        barred = self._barred_names
        if id_ not in own and (self.who.column != ROOM or (id_ in barred and role(person) != "child")):
            yield ("people", id_, "lives_with")
        for path, name in entries(person, ("lives_with",)):
            if name in barred and role(self.people.get(name, {})) in ("network", "partner"):
                yield ("people", id_, *path)

    def _names_beside(self) -> Iterator[Path]:
        """Names beside an item of those whose words a feared reader must not see: who wrote it, who runs it, who came."""
        barred = self._barred_names
        for where in (
            ("meeting", "author"),
            ("meeting", "chair"),
            ("outcome", "lead_social_worker"),
            ("outcome", "minutes_by"),
        ):
            if at(self.data, where) in barred:
                yield where
        for path, group in entries(self.data, ("core_groups",)):
            yield from ((*path, *place) for place, name in entries(group, ("attended",)) if name in barred)
        for path, decision in entries(self.data, ("outcome", "decisions")):
            if decision.get("who_decided") in barred:
                yield (*path, "who_decided")
        for path, voice in entries(self.data, ("voices",)):
            if voice.get("written_by") in barred:
                yield (*path, "written_by")
        yield from self._who_told(barred)

    def _who_told(self, barred: frozenset[str]) -> Iterator[Path]:
        """Beside what a feared person does himself: who told of it, and who sees it."""
        for path, item in mappings(self.data):
            if not (self._somebody_feared and self._cleared_for_all(item)) and not self._is_cleared_in_the_room(item):
                for key in ("said_by", "seen_by", "who_sees"):
                    yield from ((*path, *place) for place, name in entries(item, (key,)) if name in barred)

    def _is_cleared_in_the_room(self, item: dict[str, Data]) -> bool:
        return self.who.column == ROOM and self._cleared_for_room(item)

    def _is_check_held(self, path: Path, check: Data) -> bool:
        return self.is_held((*path, "check"), check)

    def _contacts(self) -> Iterator[Path]:
        for id_, person in self.people.items():
            contact = person.get("contact")
            if not isinstance(contact, dict) or id_ == self.who.person:
                continue
            shared = frozenset(ids(contact.get("may_share")))
            readers = frozenset({self.who.person}) if self.who.person else self.who.members
            if self.who.column == ROOM or not readers <= shared:
                yield ("people", id_, "contact")

    def _ratings(self) -> Iterator[Path]:
        scales: list[Path] = [("scale",), *((*path, "scale") for path, _danger in entries(self.data, ("dangers",)))]
        for scale in scales:
            if self.who.column in (NETWORK, ROOM):
                yield (*scale, "differences")
            for path, rating in entries(self.data, (*scale, "ratings")):
                whose = rating.get("who", "")
                own = whose == self.who.person
                child = role(self.people.get(whose, {})) == "child"
                if self.who.column == ROOM:
                    yield from ((*path, key) for key in ("reason", "one_higher"))
                    if child and not self._cleared_for_room(rating):
                        yield path
                elif not own and (self.who.column == NETWORK or (child and not self._follows_a_shared_voice(rating))):
                    yield path

    def _follows_a_shared_voice(self, rating: dict[str, Data]) -> bool:
        """A child's ratings follow their voice: that of the day; of another day, if any of their words may go there."""
        shared = {
            path: self.who.person in ids(voice.get("may_share")) and not self.is_held(path, voice)
            for path, voice in entries(self.data, ("voices",))
            if voice.get("who") == rating.get("who")
        }
        of_that_day = [
            given for path, given in shared.items() if at(self.data, path).get("date", "") == rating.get("date")
        ]
        return all(of_that_day) if of_that_day else any(shared.values())

    def _voices(self) -> Iterator[Path]:
        for path, voice in entries(self.data, ("voices",)):
            whose = voice.get("who", "")
            if self.who.column == ROOM:
                child = role(self.people.get(whose, {})) == "child"
                if not child or not self._cleared_for_room(voice):
                    yield path
                else:
                    yield (*path, "observed")
            elif whose != self.who.person and self.who.person not in ids(voice.get("may_share")):
                seen = self.who.column == FAMILY and (voice.get("observed") or voice.get("not_asked"))
                if seen and not observed_of_others(self.data, self.who, voice):
                    yield from how_they_were_asked(path, voice)
                else:
                    yield path
            elif self.who.column == NETWORK or observed_of_others(self.data, self.who, voice):
                yield from ((*path, key) for key in ("observed", "not_asked"))

    def _feared(self) -> Iterator[Path]:
        """What a feared reader does not get at all, or only cleared."""
        if not self._somebody_feared:
            return
        for path, grey in entries(self.data, ("map", "worried", "grey_areas")):
            if self.who.column == ROOM or not self._cleared_for_all(grey):
                yield path
        scales: list[Path] = [("scale",), *((*path, "scale") for path, _danger in entries(self.data, ("dangers",)))]
        yield from ((*path, "differences") for path in scales if not self._cleared_for_all(at(self.data, path)))
        for path, report in entries(self.data, ("agency_reports",)):
            if self.who.person not in ids(report.get("may_share")):
                yield (*path, "from")
        for path, danger in entries(self.data, ("dangers",)):
            for place, name in entries(danger, ("worried",)):
                if any(name in words for _member, _feared, words in self.fears):
                    yield (*path, *place)

    # --- what goes along ---------------------------------------------------------------------------------

    def _ids_held(self, held: set[Path], where: Path) -> set[str]:
        return {
            item["id"]
            for path, item in entries(self.data, where)
            if isinstance(item, dict) and "id" in item and under(path, held)
        }

    def _of_dangers(self, gone: set[str]) -> Iterator[Path]:
        for path, item in mappings(self.data):
            if item.get("danger") in gone:
                yield path
        for id_ in self.people:
            yield from (path for path, danger in entries(self.data, ("people", id_, "knows_about")) if danger in gone)

    def _references(self, held: set[Path]) -> Iterator[Path]:
        harms = self._ids_held(held, ("map", "worried", "past_harm"))
        lines = self._ids_held(held, ("safety_plan", "bottom_lines"))
        for path, _danger in entries(self.data, ("dangers",)):
            yield from (place for place, harm in entries(self.data, (*path, "rests_on")) if harm in harms)
        for path, _rule in entries(self.data, ("safety_plan", "rules")):
            yield from (place for place, line in entries(self.data, (*path, "meets")) if line in lines)

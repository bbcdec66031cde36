"""Where one reader stands towards one case: whose children, whose words, which dangers, and what is barred."""

from __future__ import annotations

from functools import cached_property

from sostool.case.model import Case, Danger, Person, Rating, Voice
from sostool.case.model.marks import ROOM
from sostool.case.model.plan import Check
from sostool.case.people import PRACTITIONER_ROLES, children_of_the_case
from sostool.share.bars import Bar, as_ids, bar_for, bars_on, is_cleared, names_any, withheld_from
from sostool.share.readers import Column, Reader
from sostool.yamlfile.parts import Part


class Standing:
    """Answers what the rules of the table ask about a reader and an item."""

    def __init__(self, case: Case, reader: Reader) -> None:
        self.case = case
        self.reader = reader
        self._members = sorted(reader.members)  # so that of several bars the same one is told each time
        self._dangers = {danger.id: danger for danger in case.dangers if danger.id}

    @cached_property
    def is_feared(self) -> bool:
        """Whether anyone who will see it is feared, or is of a feared person's side."""
        return any(bars_on(self.case, id_) for id_ in self.reader.members)

    @cached_property
    def _feared_members(self) -> list[str]:
        """Those who will see it on whom a bar falls: feared themselves, or of a feared person's side."""
        return [id_ for id_ in self._members if bars_on(self.case, id_)]

    @cached_property
    def _words_barred(self) -> frozenset[str]:
        """Those whose words somebody who will see it must not see."""
        bars = (bar for id_ in self._feared_members for bar in bars_on(self.case, id_))
        return frozenset(id_ for _, words_of in bars for id_ in words_of)

    @cached_property
    def own_children(self) -> frozenset[str]:
        """The reader's own children; a young person stands for themselves."""
        person = self.case.people.get(self.reader.person)
        if person is None:
            return frozenset()
        if person.role == "child":
            return frozenset({person.id})
        children = {*person.parent_of, *person.parental_responsibility}
        if person.role == "carer":
            children |= {
                id_
                for id_, other in self.case.people.items()
                if other.role == "child" and person.id in other.lives_with
            }
            children |= {
                id_ for id_ in person.lives_with if id_ in self.case.people and self.case.people[id_].role == "child"
            }
        return frozenset(children)

    @cached_property
    def one_set_of_parents(self) -> bool:
        """Whether all children have the same parents, so that what is about the family is about each of them."""
        children = children_of_the_case(self.case)
        sets = {
            frozenset(id_ for id_, person in self.case.people.items() if child.id in person.parent_of)
            for child in children
        }
        # Of children whose parents nobody has written down nobody can say that they have the same.
        return len(sets) <= 1 and (frozenset() not in sets or len(children) <= 1)

    def is_barred(self, item: Part) -> bool:
        """Whether a mark holds an item back from anyone who will see it; a held-back danger takes its own along."""
        return self.bar(item) is not None

    def bar(self, item: Part) -> Bar | None:
        """Give the mark that holds an item back from anyone who will see it; None where there is none."""
        if self.reader.column is Column.CHAIR:
            return None
        room = self.reader.column is Column.ROOM
        for id_ in self._may_be_barred(item):
            bar = bar_for(self.case, item, id_, in_the_room=room)
            if bar is not None:
                return bar
        if not self.reader.members and _held_from_groups(item):
            return Bar(item, "")
        danger = self.danger_of(item)
        return None if danger is None else self.bar(danger)

    def _may_be_barred(self, item: Part) -> list[str]:
        """Give those who will see it on whom a mark on an item can fall: most items carry none."""
        if getattr(item, "withhold", None) is not None:
            return self._members
        if not self._words_barred or not names_any(self.case, item, self._words_barred):
            return []
        return self._feared_members

    def is_barred_person(self, id_: str) -> bool:
        """Whether somebody's help is kept from a feared reader: they are one of those whose words are barred."""
        if self.reader.column is Column.CHAIR or id_ not in self._words_barred:
            return False
        others = self.reader.members - {id_}
        return any(id_ in words_of for other in others for _, words_of in bars_on(self.case, other))

    def is_kept_from(self, person: Part) -> bool:
        """Whether a person is one whose words are barred for anyone who will see it."""
        return isinstance(person, Person) and self.is_barred_person(person.id)

    def may_know_beside(self, person: Part) -> bool:
        """Whether a reader may know who else works with the family: practitioners; others only of the same family."""
        if not isinstance(person, Person):
            return False
        if person.id == self.reader.person or person.role in PRACTITIONER_ROLES:
            return True
        return self.one_set_of_parents and bool(self.own_children)

    def part_of(self, id_: str, *, told: bool = False) -> str:
        """Name the part of the meeting that somebody comes to by whose it is; "" for the one that all come to together.

        Whoever is there for somebody, such as an advocate, comes to that person's part.

        Args:
            id_: who.
            told: whether only what the reader may know of it counts.
        """
        person = self.case.people.get(id_)
        for one in (id_, person.with_person if person is not None else ""):
            for item in self.case.meeting.attendance if one and self.case.meeting else ():
                is_apart = (one == item.who or one in item.with_) and item.part not in ("", "together")
                if is_apart and not (told and self.is_barred(item)):
                    return item.who
        return ""

    @cached_property
    def all_came_together(self) -> bool:
        """Whether nobody who will see it came to a part of their own, or was not invited."""
        return not any(self.part_of(id_) for id_ in {self.reader.person, *self.reader.members} - {""})

    def was_in_the_part(self, item: Part) -> bool:
        """Whether the reader was in the part of the meeting that an item is about: it is theirs, or they came with."""
        who = getattr(item, "who", "")
        if not who or not self.reader.person:
            return False
        attendance = self.case.meeting.attendance if self.case.meeting else ()
        return who == self.reader.person or any(
            self.reader.person in beside.with_ and not self.is_barred(beside)
            for beside in attendance
            if beside.who == who
        )

    def danger_of(self, item: Part) -> Danger | None:
        """Give the danger that an item belongs to."""
        return self._dangers.get(getattr(item, "danger", ""))

    def is_own(self, item: Part) -> bool:
        """Whether an item is the reader's own: it is they, or it is theirs by `who` or `with`."""
        person = self.reader.person
        if not person:
            return False
        if isinstance(item, Person):
            return item.id == person
        return person == getattr(item, "who", "") or person == getattr(item, "with_", "")

    def is_in(self, ids: tuple[str, ...]) -> bool:
        """Whether a list of ids names the reader."""
        return bool(self.reader.person) and self.reader.person in ids

    def is_named_in(self, item: Part) -> bool:
        """Whether an item says that the reader said, did or saw something."""
        return any(
            self.is_in(as_ids(getattr(item, name, ())))
            for name in ("said_by", "who", "who_does", "who_sees", "seen_by")
        )

    def who_checks(self, item: Part) -> tuple[str, ...]:
        """Name who looks whether a rule is kept, where the reader may know it."""
        check = getattr(item, "check", None)
        return check.who if isinstance(check, Check) and not self.is_barred(check) else ()

    def shares(self, item: Part) -> bool:
        """Whether `may_share` names everyone who will see it."""
        may_share = getattr(item, "may_share", ())
        if self.reader.person:
            return self.reader.person in may_share
        return bool(self.reader.members) and all(id_ in may_share for id_ in self.reader.members)

    def shares_at_home(self, item: Part) -> bool:
        """Whether `may_share` names every grown-up of the family that the reader lives with."""
        person = self.case.people.get(self.reader.person)
        if person is None:
            return False
        at_home = {
            *person.lives_with,
            *(id_ for id_, other in self.case.people.items() if person.id in other.lives_with),
        }
        grown_up = {id_ for id_ in at_home if id_ in self.case.people and self.case.people[id_].role != "child"}
        return grown_up.issubset(getattr(item, "may_share", ()))

    def about_own_children(self, item: Part) -> bool:
        """Whether an item is about the reader's own children and no others.

        One that names no child is theirs if it is about them, or about the family where there is one set of parents.
        """
        if isinstance(item, Person):
            return item.id == self.reader.person or item.id in self.own_children
        children = self._children_of(item)
        if children:
            return self.own_children.issuperset(children)
        if self.is_in(as_ids(getattr(item, "about", ()))):
            return True
        return self.one_set_of_parents and bool(self.own_children)

    def of_own_childrens_danger(self, item: Part) -> bool:
        """Whether an item belongs to a danger about the reader's own children; without a danger, as for the map."""
        danger = self.danger_of(item)
        if danger is not None and not self.about_own_children(danger):
            return False
        return (danger is not None and not self._children_of(item)) or self.about_own_children(item)

    def knows_about(self, item: Part) -> bool:
        """Whether the reader has been told the danger that an item is or belongs to."""
        person = self.case.people.get(self.reader.person)
        if person is None:
            return False
        id_ = item.id if isinstance(item, Danger) else getattr(item, "danger", "")
        return bool(id_) and id_ in person.knows_about

    def is_cleared(self, item: Part) -> bool:
        """Whether an item was cleared for everyone feared who will see it."""
        feared = [id_ for id_ in self.reader.members if bars_on(self.case, id_)]
        return bool(feared) and all(is_cleared(self.case, item, id_) for id_ in feared)

    def is_cleared_for_room(self, item: Part) -> bool:
        """Whether an item was cleared to be said in front of everyone."""
        return is_cleared(self.case, item, ROOM)

    def impact_says_who_told(self, item: Part) -> bool:
        """Whether a feared reader may have an impact: only if it says who told us."""
        return not self.is_feared or bool(getattr(item, "said_by", ()))

    def is_a_childs(self, item: Part) -> bool:
        """Whether a number or words are a child's."""
        person = self.case.people.get(getattr(item, "who", ""))
        return person is not None and person.role == "child"

    def child_shares(self, item: Part) -> bool:
        """Whether a child's number may go where their voice of that day may go; without one, where any of theirs may.

        A voice that is held back must not decide over the number of another day: its being there would show.
        """
        voices = [voice for voice in self.case.voices if voice.who == getattr(item, "who", "")]
        of_that_day = [
            voice for voice in voices if voice.date is not None and voice.date == getattr(item, "date", None)
        ]
        if of_that_day:
            return all(self.shares(voice) and not self.is_barred(voice) for voice in of_that_day)
        return any(self.shares(voice) and not self.is_barred(voice) for voice in voices)

    def hears_the_child(self, item: Part) -> bool:
        """Whether an item is about an own child of whom the reader may have any words, or what people saw."""
        child = getattr(item, "child", "")
        return child in self.own_children and any(
            (self.is_own(voice) or self.shares(voice) or bool(voice.observed)) and not self.is_barred(voice)
            for voice in self.case.voices
            if voice.who == child
        )

    def may_have_sensitive(self, item: Part) -> bool:
        """Whether a reader may have an adult's sensitive matter: practitioners, and that adult; never a room.

        A matter of several adults is each one's; a feared reader's only if it is of none of those who fear them.
        """
        if not getattr(item, "sensitive", None) or self.reader.column is Column.PRACTITIONERS:
            return True
        about = as_ids(getattr(item, "about", ()))
        is_theirs = self.reader.column is not Column.ROOM and self.is_in(about)
        return is_theirs and not any(self.is_barred_person(id_) for id_ in about)

    def _children_of(self, item: Part) -> tuple[str, ...]:
        child = getattr(item, "child", "")
        if child:
            return (child,)
        children = as_ids(getattr(item, "children", ()))
        if not children and isinstance(item, (Rating, Voice)):
            person = self.case.people.get(item.who)
            if person is not None and person.role == "child":
                return (person.id,)
        return children


def _held_from_groups(item: Part) -> bool:
    """A group without a listed member still gets nothing that is for named people only, or for the chair alone."""
    return getattr(item, "withhold", None) is not None and withheld_from(item, "")

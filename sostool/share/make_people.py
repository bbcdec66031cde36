"""The people, their voices, and who was told what, as one reader may have them."""

from __future__ import annotations

from sostool.case.model import Person, Voice
from sostool.case.people import FAMILY_ROLES
from sostool.share.make_dangers import given_dangers
from sostool.share.making import Making, has_words
from sostool.share.readers import Column
from sostool.share.view import ViewPart, ViewPerson, ViewSeen, ViewVoice
from sostool.share.view_item import NO_LIMIT


def make_people(making: Making) -> tuple[ViewPerson, ...]:
    """Make the people the reader may know of. Call it last: it asks who stands in what goes in."""
    numbers = {danger.id: number for number, danger in enumerate(given_dangers(making), 1) if danger.id}
    # One after the other: whom somebody lives with is named as well.
    made = {
        person.id: _person(making, person, numbers)
        for person in making.case.people.values()
        if _is_given(making, person)
    }
    making.given = tuple(made)
    return tuple(made.values())


def _is_given(making: Making, person: Person) -> bool:
    column = making.reader.column
    if column in (Column.CHAIR, Column.PRACTITIONERS):
        return True
    if person.subject is False or column in (Column.CHILD, Column.NOTHING):
        return False
    if column is Column.ROOM and not making.reader.person:
        return person.role in FAMILY_ROLES or person.id in making.named
    if person.id == making.reader.person or person.id in making.named:
        return True
    return Column.FAMILY in (column, making.reader.own_column) and person.id in making.standing.own_children


def _person(making: Making, person: Person, numbers: dict[str, int]) -> ViewPerson:
    own_or_child = making.may("born, seen, language", person)
    in_ring = making.may("ring, knows, will", person) and not making.standing.is_barred_person(person.id)
    return ViewPerson(
        name=person.name or person.id,
        role=person.role,
        relation=person.relation,
        agency=person.agency,
        lives_with=making.names(_at_home(making, person)),
        parent_of=tuple(making.called(id_) for id_ in person.parent_of if _is_child_given(making, id_)),
        born=person.born if own_or_child else None,
        due=person.due if own_or_child else None,
        language=person.language if own_or_child else "",
        interpreter=person.interpreter if own_or_child else "",
        disability=person.disability if own_or_child else "",
        ethnicity=person.ethnicity if own_or_child else "",
        faith=person.faith if own_or_child else "",
        seen=tuple(
            ViewSeen(seen.date, making.name(seen.who), seen.alone, making.hearing(seen))
            for seen in person.seen
            if making.open(seen)
        )
        if own_or_child
        else (),
        ring=person.ring if in_ring else "",
        knows_about=tuple(numbers[id_] for id_ in person.knows_about if id_ in numbers) if in_ring else (),
        will=person.will if in_ring else "",
        contact=_contact(making, person),
        hearing=making.hearing(person, names=(person.id,)) if person.ring or person.will else NO_LIMIT,
    )


def _may_know_all_homes(making: Making) -> bool:
    """Tell whether the reader may know of everyone who lives where and whose parent they are."""
    columns = {making.reader.column, making.reader.own_column or making.reader.column}
    return columns <= {Column.CHAIR, Column.PRACTITIONERS, Column.ROOM}


def _at_home(making: Making, person: Person) -> list[str]:
    """Give whom somebody lives with, as far as the reader may know it.

    Before a feared reader nobody of the network is named whose help is kept from them: where they live would show it.
    In a room with one, no home is told of grown-ups whose words are barred.
    """
    standing = making.standing
    own = person.id == making.reader.person or person.id in standing.own_children
    if not own and not _may_know_all_homes(making):
        return []
    is_heard_by_others = making.reader.column is Column.ROOM or not own
    if is_heard_by_others and person.role != "child" and standing.is_kept_from(person):
        return []
    return [id_ for id_ in person.lives_with if not (standing.is_barred_person(id_) and _is_network(making, id_))]


def _is_network(making: Making, id_: str) -> bool:
    person = making.case.people.get(id_)
    return person is not None and person.role in ("network", "partner")


def _is_child_given(making: Making, child: str) -> bool:
    """Tell whether the reader may know whose child somebody is: of the reader's own children, or of all."""
    person = making.case.people.get(child)
    if person is None or person.subject is False:
        return False
    return child in making.standing.own_children or _may_know_all_homes(making)


def _contact(making: Making, person: Person) -> tuple[tuple[str, str], ...]:
    contact = person.contact
    if contact is None:
        return ()
    is_own = making.reader.column not in (Column.NOTHING, Column.ROOM) and person.id == making.reader.person
    if not is_own and not making.may("contact", contact):
        return ()
    return tuple(
        (name, value) for name in ("phone", "email", "address", "school", "gp") if (value := getattr(contact, name))
    )


def make_parts(making: Making) -> tuple[ViewPart, ...]:
    """Make who comes to which part of the meeting."""
    meeting = making.case.meeting
    if meeting is None or not making.open(meeting):
        return ()
    parts = []
    for item in meeting.attendance:
        is_own_with = making.standing.is_in(item.with_) and not making.standing.is_barred(item)
        if making.may("part of the meeting", item) or (
            is_own_with and making.reader.column in (Column.FAMILY, Column.NETWORK, Column.CHILD)
        ):
            parts.append(
                ViewPart(
                    making.name(item.who),
                    item.part or "together",
                    making.names(item.with_),
                    item.time,
                    item.place,
                    item.why if making.may("reasons and registers", item) else "",
                    making.hearing(item) if item.withhold is not None else NO_LIMIT,
                )
            )
    return tuple(parts)


def make_voices(making: Making) -> tuple[ViewVoice, ...]:
    """Make the voices: own words by their rule, what was observed by its own."""
    return tuple(view for voice in making.case.voices if (view := _voice(making, voice)) is not None)


def _voice(making: Making, voice: Voice) -> ViewVoice | None:
    words = has_words(voice) and making.may("own words", voice)
    observed = bool(voice.observed or voice.not_asked) and making.may("observed", voice)
    if not words and not observed:
        return None
    person = making.case.people.get(voice.who)
    # How somebody was asked tells that they said something.
    told_how = words or not has_words(voice)
    return ViewVoice(
        name=making.name(voice.who),
        role=person.role if person else "",
        date=voice.date,
        how=voice.how if told_how else "",
        worries=voice.worries if words else (),
        good_things=voice.good_things if words else (),
        dreams=voice.dreams if words else (),
        words=voice.words if words else (),
        observed=voice.observed if observed else "",
        not_asked=voice.not_asked if observed else "",
        written_by=making.name_beside(voice.written_by) if told_how else "",
        read_back=voice.read_back if told_how else None,
        hearing=making.hearing(voice),
    )

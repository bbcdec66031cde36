"""The texts that are held back from a reader, and the texts they may have whatever else says the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from sostool.case.model import Attendance, Case, Person, Rating, Voice
from sostool.case.model.outcome import PartSummary
from sostool.case.people import PRACTITIONER_ROLES
from sostool.findings.finding import Path
from sostool.share.bars import parts_inside, withheld_from
from sostool.share.making import has_words
from sostool.share.policy import may_have
from sostool.share.readers import ASKED_FROM, Column, Reader, age_at_meeting
from sostool.share.standing import Standing
from sostool.share.why import FOR_THE_CHAIR, Why
from sostool.yamlfile.parts import Part

_OWN_WORDS = ("worries", "good_things", "dreams", "words")


class HeldText(NamedTuple):
    """A text of the file and its place; `why` says why it is held back, where it is."""

    path: Path
    text: str
    why: Why = Why.WITHHELD


class HeldHere(NamedTuple):
    """That texts of a part are held back: all of them with all under it, or only those of some keys."""

    why: Why
    only: tuple[str, ...] = ()


def held_texts(case: Case, reader: Reader) -> list[HeldText]:
    """Give every text that a mark holds back from a reader, that is somebody's own and not shared, or the chair's.

    What a table's row alone keeps out is not among them: nobody has asked for it to be kept secret.
    """
    if reader.column is Column.CHAIR:
        return []
    return list(_held(case, Standing(case, reader), None))


def given_texts(case: Case, reader: Reader) -> list[HeldText]:
    """Give the texts of what was cleared for a reader or shared with them, and of what is their own.

    Their saying stands open also where somebody else says the same. It never opens what somebody has withheld.
    """
    return list(_given(case, Standing(case, reader)))


def held_here(part: Part, standing: Standing) -> HeldHere | None:
    """Tell whether a part itself is held back from a reader, and why; None if it is not."""
    if isinstance(part, FOR_THE_CHAIR):
        return HeldHere(Why.WITHHELD)
    bar = standing.bar(part)
    if bar is not None:
        return HeldHere(Why.WORDS_OF if bar.words_of and not _is_withheld(part, standing) else Why.WITHHELD)
    if isinstance(part, Voice):
        return HeldHere(Why.OWN_WORDS, _OWN_WORDS) if has_words(part) and not _may_hear(standing, part) else None
    if isinstance(part, PartSummary):
        # What was said in a part of the meeting is theirs who were in it.
        return None if may_have(standing, "summary of one part", part) else HeldHere(Why.OWN_WORDS)
    if isinstance(part, Rating):
        return HeldHere(Why.OWN_WORDS) if _is_a_childs_unshared(standing, part) else None
    if isinstance(part, Attendance):
        return HeldHere(Why.WITHHELD, ("why",)) if part.why else None
    if isinstance(part, Person):
        # What somebody will do for those who are afraid is theirs to tell.
        return HeldHere(Why.WORDS_OF, ("will",)) if part.will and standing.is_barred_person(part.id) else None
    return None if standing.may_have_sensitive(part) else HeldHere(Why.SENSITIVE)


def _held(part: Part, standing: Standing, around: Why | None) -> Iterator[HeldText]:
    here = held_here(part, standing)
    if around is not None or here is not None:
        yield from held_in(part, around, here)
    inside = around
    if here is not None and not here.only:
        inside = here.why if around is None else min(around, here.why)
    for inner in parts_inside(part):
        yield from _held(inner, standing, inside)


def held_in(part: Part, around: Why | None, here: HeldHere | None) -> Iterator[HeldText]:
    """Give the texts right in a part that are held back, by what is held back around it and by itself."""
    for name, text in _named_texts(part):
        why = around
        if here is not None and (not here.only or name in here.only):
            why = here.why if why is None else min(why, here.why)
        if why is not None:
            yield text._replace(why=why)


def _given(part: Part, standing: Standing) -> Iterator[HeldText]:
    here = held_here(part, standing)
    if here is not None and not here.only:
        return  # with all that stands under it
    if _is_given(part, standing):
        yield from (text for name, text in _named_texts(part) if here is None or name not in here.only)
    for inner in parts_inside(part):
        yield from _given(inner, standing)


def _is_withheld(part: Part, standing: Standing) -> bool:
    """Tell whether a mark withholds a part, or its danger, from a reader or from whose side they are of."""
    danger = standing.danger_of(part)
    sides = (standing.case.people[id_].side_of for id_ in standing.reader.members if id_ in standing.case.people)
    barred = standing.reader.members.union(sides)
    return any(withheld_from(one, id_) for one in (part, danger) if one is not None for id_ in barred)


def _may_hear(standing: Standing, voice: Voice) -> bool:
    """Tell whether a reader may have somebody's own words, or may at least know them.

    An adult's words hang on no wall; but where everyone there may have them, nothing about them is secret there.
    """
    if standing.reader.column is Column.ROOM and not standing.is_a_childs(voice):
        return all(id_ in voice.may_share for id_ in _family_there(standing) if id_ != voice.who)
    return may_have(standing, "own words", voice)


def _family_there(standing: Standing) -> Iterator[str]:
    """Give those in a room who could follow what is said and do not know it by their work."""
    for id_ in standing.reader.members:
        person = standing.case.people.get(id_)
        if person is None or person.role in PRACTITIONER_ROLES:
            continue
        small = person.role == "child" and person.born is not None and age_at_meeting(standing.case, id_) < ASKED_FROM
        if not small and not (person.role == "child" and person.due is not None):
            yield id_


def _is_a_childs_unshared(standing: Standing, rating: Rating) -> bool:
    if not standing.is_a_childs(rating) or standing.reader.column is Column.PRACTITIONERS:
        return False
    if standing.reader.column is Column.ROOM:
        return not standing.is_cleared_for_room(rating)
    return not (standing.is_own(rating) or standing.child_shares(rating))


def _is_given(part: Part, standing: Standing) -> bool:
    if isinstance(part, Voice):
        return has_words(part) and may_have(standing, "own words", part)
    if standing.is_cleared(part) or (standing.reader.column is Column.ROOM and standing.is_cleared_for_room(part)):
        return True
    # A child's page goes home with them: there even their own words are only what those at home may have.
    return standing.is_own(part) and standing.reader.column is not Column.CHILD


def _named_texts(part: Part) -> Iterator[tuple[str, HeldText]]:
    """Give the texts that stand right in a part, each with its key."""
    for name, attribute in part.attributes.items():
        value: Any = part.__dict__.get(attribute)
        if isinstance(value, str):
            yield name, HeldText((*part.path, name), value)
        elif isinstance(value, tuple):
            for index, one in enumerate(value):
                if isinstance(one, str):
                    yield name, HeldText((*part.path, name, index), one)

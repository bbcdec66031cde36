"""A child's own View: their own words, the words agreed for them, and who will help. Nothing else of the file."""

from __future__ import annotations

from sostool.case.model import Person
from sostool.share.bars import bars_on
from sostool.share.making import Making
from sostool.share.view import ViewPerson
from sostool.share.view_after import ViewPicture, ViewWordsForChild


def make_words_for_child(making: Making) -> ViewWordsForChild | None:
    """Make the words that were agreed for this child; None where none were agreed."""
    agreed = making.chosen("words for a child", making.case.words_for_child)
    if not agreed:
        return None
    return ViewWordsForChild(
        text=tuple(paragraph for words in agreed for paragraph in words.text),
        pictures=tuple(ViewPicture(picture.text, picture.draw) for words in agreed for picture in words.pictures),
    )


def make_what_children_know(making: Making) -> tuple[str, ...]:
    """Make what the children know of the safety plan."""
    plan = making.case.safety_plan
    return plan.children_know if making.may("what the children know", plan) and plan is not None else ()


def make_who_helps(making: Making) -> tuple[ViewPerson, ...]:
    """Make the child, and those who will help: the social worker, family and friends who said what they will do."""
    return tuple(_person(making, person) for person in making.case.people.values() if _is_given(making, person))


def _is_given(making: Making, person: Person) -> bool:
    if person.subject is False:
        return False
    if person.id == making.reader.person:
        return True
    if person.role == "network":
        return bool(person.will) and not _is_barred_at_home(making, person.id)
    return person.role == "social-worker"


def _is_barred_at_home(making: Making, id_: str) -> bool:
    """Tell whether somebody's help is kept from the child's reader, or from anyone the page goes home to."""
    case, child = making.case, making.reader.person
    theirs = case.people.get(child)
    at_home = {id_ for id_, other in case.people.items() if child in other.lives_with}
    at_home.update(theirs.lives_with if theirs is not None else ())
    return making.standing.is_barred_person(id_) or any(
        id_ in words_of for one in at_home for _, words_of in bars_on(case, one)
    )


def _person(making: Making, person: Person) -> ViewPerson:
    own = person.id == making.reader.person
    return ViewPerson(
        name=person.name or person.id,
        role=person.role,
        relation=person.relation,
        born=person.born if own else None,
    )

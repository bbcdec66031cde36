"""Who is who in a case file."""

from __future__ import annotations

from sostool.case.model import Case, Person, Rating, Voice

FAMILY_ROLES = frozenset(("child", "parent", "carer", "partner", "network"))
PRACTITIONER_ROLES = frozenset(("social-worker", "practitioner", "manager", "chair"))
THERE_FOR_SOMEBODY = frozenset(("supporter", "advocate", "interpreter"))


def children_of_the_case(case: Case) -> list[Person]:
    """Give the children this file is about, in its order; not one named only because of what happened before."""
    return [person for person in case.people.values() if person.role == "child" and person.subject is not False]


def is_unborn(person: Person) -> bool:
    """Tell whether somebody is a baby who is not born yet."""
    return person.due is not None and person.born is None


def has_words_withheld(id_: str, case: Case) -> bool:
    """Tell whether a voice or a number of somebody's is withheld from anybody."""
    scales = [*(danger.scale for danger in case.dangers), case.scale]
    ratings = [rating for scale in scales if scale is not None for rating in scale.ratings]
    said: list[Voice | Rating] = [*case.voices, *ratings]
    return any(one.who == id_ and one.withhold is not None for one in said)


def name_of(case: Case, id_: str) -> str:
    """Give a person's name as the family says it; the id itself where it is a free text or has no name."""
    person = case.people.get(id_)
    return person.name if person is not None and person.name else id_

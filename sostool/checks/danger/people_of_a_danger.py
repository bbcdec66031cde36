"""Who a danger is about: the children, those who were hurt, and those whose words are held back."""

from __future__ import annotations

from sostool.case.model import Case, Danger, Person

GROWN_UPS_AT_HOME = frozenset(("parent", "carer", "partner"))


def children_of(case: Case, danger: Danger) -> list[Person]:
    """Give the children a danger is about: those listed; where none is, all of them."""
    if danger.children:
        return [case.people[id_] for id_ in dict.fromkeys(danger.children) if id_ in case.people]
    return [person for person in case.people.values() if person.role == "child" and person.subject is not False]


def whose_words_are_held_back(case: Case) -> frozenset[str]:
    """Give the ids of all whose words some feared person must not see."""
    return frozenset(
        id_ for person in case.people.values() if person.must_not_see for id_ in person.must_not_see.words_of
    )

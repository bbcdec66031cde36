"""PE101: each person has a role, and each under-18 in the household is a child of the case."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.case.ages import GROWN_UP, age_on
from sostool.case.model import Case, Person
from sostool.case.people import children_of_the_case
from sostool.checks.check import Found, check
from sostool.checks.look import Look

_AT_HOME = frozenset(("parent", "carer", "partner"))


@check("PE101", "person-without-place-in-family", "query")
def says_who_each_person_is(look: Look) -> Iterator[Found]:
    """Each person has a role, and every child of the household is one of the children.

    What it checks
        Everyone under `people` has a `role`. Somebody who is under 18 on the day of the meeting and lives with a
        child of this file, or with a parent, carer or partner, has the role `child`, without `subject: false`.
        A mum or dad may be under 18 themselves.

    Why it matters
        A cousin on the sofa or a half-brother in the box room hears the same nights as everybody else. A child
        whom nobody lists is a child whom nobody asks.

    Fails
        people:
          mia: {name: Mia, role: child, born: 2019-06-02, lives_with: [lisa]}
          lisa: {name: Lisa, role: parent}
          kai: {name: Kai, role: network, relation: Lisa's nephew, born: 2014-02-11, lives_with: [lisa]}

    Passes
        people:
          mia: {name: Mia, role: child, born: 2019-06-02, lives_with: [lisa]}
          lisa: {name: Lisa, role: parent}
          kai: {name: Kai, role: child, relation: Lisa's nephew, born: 2014-02-11, lives_with: [lisa]}

    Source
        All children and young people of the household are listed in a conference report (Sussex procedures on
        reports, 2025).
    """
    case = look.case
    meeting = case.meeting.date if case.meeting else None
    young: list[str] = []
    for person in case.people.values():
        if not person.role:
            yield Found(
                person.path,
                "The file does not say who this person is.",
                "Write role: child, parent, carer, partner, network, practitioner or what else they are.",
                also=(person.at("role"),),
            )
        elif (
            meeting and person.born and _may_have_to_be_a_child(person) and 0 <= age_on(person.born, meeting) < GROWN_UP
        ):
            young.append(person.id)
    if young:
        yield from _in_the_household(case, young)


def _may_have_to_be_a_child(person: Person) -> bool:
    # Somebody's mum at sixteen is in this file as a mum.
    is_parent = person.role == "parent" or bool(person.parent_of)
    return not is_parent and (person.role != "child" or person.subject is False)


def _in_the_household(case: Case, young: list[str]) -> Iterator[Found]:
    children = {child.id for child in children_of_the_case(case)}
    home = {id_ for id_, person in case.people.items() if id_ in children or person.role in _AT_HOME}
    for id_ in young:
        person = case.people[id_]
        with_them = home - {id_}
        if not with_them.isdisjoint(person.lives_with) or any(
            id_ in case.people[other].lives_with for other in with_them
        ):
            yield Found(
                person.path,
                "Somebody under 18 lives in this home, and is not one of the children of this file.",
                "Write role: child, without subject: false; or answer why this child is not looked at here.",
                also=(person.at("role"), person.at("subject"), person.at("born")),
            )

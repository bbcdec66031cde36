"""PE105: with several fathers or mothers, whose parent each of them is."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.case.people import children_of_the_case
from sostool.checks.check import Found, check
from sostool.checks.look import Look

A_COUPLE = 2


@check("PE105", "parent-of-whom-unsaid", "query")
def says_whose_parent_each_is(look: Look) -> Iterator[Found]:
    """Where there are several fathers or mothers, each of them says whose parent they are.

    What it checks
        With more than two people of the role `parent`, or where one of them is mum or dad of some of the
        children only, each parent has `parent_of`.

    Why it matters
        Who reads what is decided by whose children it is about. While the file does not say that Lee is dad of
        the two eldest only, he could be given what was written about another man, or get nothing about his own.

    Fails
        people:
          keira: {name: Keira, role: child}
          lena: {name: Lena, role: child}
          kelly: {name: Kelly, role: parent, parent_of: [keira, lena]}
          lee: {name: Lee, role: parent}
          tomek: {name: Tomek, role: parent, parent_of: [lena]}

    Passes
        people:
          keira: {name: Keira, role: child}
          lena: {name: Lena, role: child}
          kelly: {name: Kelly, role: parent, parent_of: [keira, lena]}
          lee: {name: Lee, role: parent, parent_of: [keira]}
          tomek: {name: Tomek, role: parent, parent_of: [lena]}

    Source
        One father does not get what is about another (guidance on third-party information in conference
        reports, and the data protection cases where a report went to two former partners).
    """
    parents = [person for person in look.case.people.values() if person.role == "parent"]
    unsaid = [person for person in parents if not person.parent_of]
    if not unsaid:
        return
    children = {child.id for child in children_of_the_case(look.case)}
    several = len(parents) > A_COUPLE or any(
        person.parent_of and not children.issubset(person.parent_of) for person in parents
    )
    if several:
        for person in unsaid:
            yield Found(
                person.path,
                "There are several mums or dads, and the file does not say whose parent this one is.",
                "Add parent_of: [their-child]. Who may read what depends on it.",
                also=(person.at("parent_of"),),
            )

"""SG104: people of the family's network in a goal."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.case.model import Danger, Person
from sostool.checks.check import Found, check
from sostool.checks.danger.people_of_a_danger import whose_words_are_held_back
from sostool.checks.goal.goals import goals, names_one_of
from sostool.checks.look import Look
from sostool.checks.wording.quotes import without_quotes

_NETWORK = frozenset(("network", "carer", "partner", "supporter", "other"))


@check("SG104", "goal-without-network", "query")
def has_people_of_the_network(look: Look) -> Iterator[Found]:
    """A safety goal has people of the family's network in it, not only a parent and professionals.

    What it checks
        Somebody in `who_does` or `who_sees`, or named in the text, is of the family's own network: a relative, a
        friend, a neighbour, or the other parent if the danger is not about them. Words such as “her nan” in the
        text count too (the profile's list `network`). A child does not count, and neither does a parent whose words
        are held back from a feared person: it is not for them to keep watch. Goals in other languages than English
        are left alone.

    Why it matters
        A social worker sees a home for an hour in a fortnight, and one day stops coming. Who is there on a bad
        Friday night are the people the family already has, and a child should know who they are.

    Fails
        dangers:
          - statement: Priya is worried that Mia could be hurt again if Dean drinks.
            goal:
              statement: For six months Dean will show Priya that he is calm at home.
              who_does: [dean]
              who_sees: [priya, cole]

    Passes
        dangers:
          - statement: Priya is worried that Mia could be hurt again if Dean drinks.
            goal:
              statement: For six months Dean will show Priya and Ray that he is calm at home, and Mia will sleep well.
              who_does: [dean, ray]
              who_sees: [priya, ray]

    Source
        A goal names the network, and what each of them does (Queensland's practice manual on worry and goal
        statements); without a network safety cannot be made (Northamptonshire's procedures on family network
        meetings).
    """
    if not look.english:
        return
    people, held_back = look.case.people, whose_words_are_held_back(look.case)
    words = look.list_of("network")

    def is_network(person: Person, danger: Danger) -> bool:
        if person.role == "parent":
            return bool(danger.about) and person.id not in danger.about and person.id not in held_back
        return person.role in _NETWORK and person.id not in danger.about

    for danger, goal in goals(look.case):
        listed = (people[id_] for id_ in (*goal.who_does, *goal.who_sees) if id_ in people)
        if (
            not any(is_network(person, danger) for person in listed)
            and not names_one_of(goal.statement, [one for one in people.values() if is_network(one, danger)])
            and not words.stand_in(without_quotes(goal.statement))
        ):
            yield Found(
                goal.path,
                "Nobody of the family's own network is in this goal.",
                "Ask the family who already helps, or could, and name those who have agreed to it and are safe to be "
                "read about here. Write goal: {statement: …, who_does: [their-id], who_sees: [their-id]}.",
                also=(goal.at("who_does"), goal.at("who_sees"), ("people",)),
            )

"""NW101: family and friends who know the danger statements."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.checks.check import Found, check
from sostool.checks.look import Look

_FAMILY_AND_FRIENDS = frozenset(("network", "partner", "carer", "supporter", "other"))
# At these meetings the family has only just heard the worries, or has not been told of them yet.
_TOO_EARLY = frozenset(("strategy", "initial-conference", "pre-birth-conference"))


@check("NW101", "few-who-know-the-dangers", "advice")
def knows_the_dangers(look: Look) -> Iterator[Found]:
    """Some of family and friends know the danger statements.

    What it checks
        As many of family and friends as the profile says (`network_people`) have `knows_about`. A parent, a
        child of this file and those who come for their work do not count. It is not asked where there is no
        danger statement yet, nor at a strategy discussion, an initial or a pre-birth conference.

    Why it matters
        A gran who has only heard “we are having some help” cannot look out for anything. Those who know exactly
        what people are afraid of are there at three in the morning, and when the work has ended. Who is told is
        for the family to say; where somebody is frightened, for them and the chair, never for the person they
        fear.

    Fails
        meeting: {kind: review-conference, date: 2026-03-17}
        dangers:
          - {id: drinking, statement: Priya is worried that Mia could be hurt if Dean drinks.}

    Passes
        meeting: {kind: review-conference, date: 2026-03-17}
        people:
          jo: {name: Aunt Jo, role: network, knows_about: [drinking]}
          ray: {name: Grandad Ray, role: network, knows_about: [drinking]}
        dangers:
          - {id: drinking, statement: Priya is worried that Mia could be hurt if Dean drinks.}

    Source
        The family finds its network, and the network is told the danger statements and the goals (the English
        innovations programme's newsletter on networks; Northamptonshire's procedures on family network meetings).
    """
    case = look.case
    if not case.dangers or case.meeting is None or case.meeting.kind in _TOO_EARLY:
        return
    near = [person for person in case.people.values() if person.role in _FAMILY_AND_FRIENDS]
    if sum(bool(person.knows_about) for person in near) < look.profile.limits.get("network_people", 0):
        yield Found(
            ("people",),
            "Few of family and friends know the danger statements.",
            "Ask the family who should know, and whether it is safe that they do. Then write knows_about: [danger-id].",
            also=(("dangers",), *(person.at("knows_about") for person in near)),
        )

"""SC104: numbers of the family, and the child is heard."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.case.model import Danger, Person, Scale
from sostool.case.people import FAMILY_ROLES, children_of_the_case
from sostool.checks.check import Found, check
from sostool.checks.look import Look


@check("SC104", "scale-without-family", "advice")
def asks_the_family_too(look: Look) -> Iterator[Found]:
    """Where professionals give a number the family does too, and the child is heard.

    What it checks
        A scale with numbers has one of somebody of the family (or that they would not say), and at least one of the
        children it is about has a number on any scale or a voice in the file. Nobody's number is asked for in
        front of others: it counts however it was given.

    Why it matters
        A row of numbers by professionals tells a family that others have decided how safe their home is. A mother
        may know of a worse night than anyone in the room, and a child of a better one.

    Fails
        people:
          mia: {name: Mia, role: child}
          priya: {name: Priya Shah, role: social-worker}
        scale:
          ten: Safe enough to close.
          zero: Not safe tonight.
          ratings:
            - {who: priya, date: 2026-03-17, score: 3, reason: There is no plan yet., one_higher: A plan for Fridays.}

    Passes
        people:
          mia: {name: Mia, role: child}
          priya: {name: Priya Shah, role: social-worker}
        scale:
          ten: Safe enough to close.
          zero: Not safe tonight.
          ratings:
            - {who: mia, date: 2026-03-10, score: 4, given: alone, reason: It is quiet., one_higher: Mum does not cry.}
            - {who: priya, date: 2026-03-17, score: 3, reason: There is no plan yet., one_higher: A plan for Fridays.}

    Source
        Family members and agencies give their numbers (Thurrock's page on Signs of Safety; North Yorkshire's
        one-minute guide).
    """
    case = look.case
    heard = {voice.who for voice in case.voices}
    heard |= {
        rating.who
        for scale in (case.scale, *(danger.scale for danger in case.dangers))
        if scale is not None
        for rating in scale.ratings
    }
    children = children_of_the_case(case)
    for danger in case.dangers:
        if danger.scale is not None:
            yield from _about(danger.scale, look, _children_of(danger, children), heard)
    if case.scale is not None:
        yield from _about(case.scale, look, children, heard)


def _children_of(danger: Danger, children: list[Person]) -> list[Person]:
    return [child for child in children if child.id in danger.children] or children


def _about(scale: Scale, look: Look, children: list[Person], heard: set[str]) -> Iterator[Found]:
    raters = [look.case.people[rating.who] for rating in scale.ratings if rating.who in look.case.people]
    if not raters:
        return
    missing = []
    if not any(person.role in FAMILY_ROLES for person in raters):
        missing.append("Nobody of the family has a number on this scale.")
    # The unborn are due, and are spoken for by their parents.
    if any(child.due is None for child in children) and not any(child.id in heard for child in children):
        missing.append("No child this scale is about has a number or a voice.")
    if missing:
        yield Found(
            scale.at("ratings"),
            " ".join(missing),
            "Ask them on their own or with a form. Somebody who could be made to pay for their number gives it to "
            "somebody they trust, or to the chair; would_not_say: true counts too.",
            also=(scale.at("ratings"), ("voices",), ("people",)),
        )

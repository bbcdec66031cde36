"""The rules for adding a number to a scale: numbers are only ever added, one for each person, day and scale."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from sostool.adding.addition import Addition
from sostool.case.model import Case, Danger, Person, Scale
from sostool.case.people import FAMILY_ROLES, has_words_withheld, is_unborn
from sostool.findings.finding import Path
from sostool.yamlfile.writing import OneLine, Value

_NO_NUMBER_OF_THEIR_OWN = frozenset(("interpreter", "other"))
THERE_ALREADY = (
    "This person has a number for this day on this scale already, and a number is never changed. If it was written "
    "down wrongly, add the right one beside it with --corrects and that day."
)
NOTHING_TO_CORRECT = "This person has no number of that day on this scale, so there is none to correct."
NO_NUMBER_OF_THEIR_OWN = (
    "This person gives no number here: somebody who interprets, a baby who is not born yet, or a child only named."
)
NO_HALVES = "The profile of this file uses whole numbers only."
CHILD_IN_THE_ROOM = (
    "A number that a child gives in front of others is seldom the child's own. Ask again where the child can say it "
    "alone or with an advocate, and add that number too."
)
HELD_BACK = (
    "This person's words are held back from somebody in this file, and so is this number. Ask for it where nobody else "
    "hears it, and do not say it in the room."
)
OTHERS_ARE_WITHHELD = (
    "Other words or numbers of this person are marked with `withhold`. What is added has no such mark: type it in the "
    "file before anything is rendered."
)


class ScaleThere(NamedTuple):
    """A scale on which numbers can be given: the path of its numbers, its danger (None: overall), and what it says."""

    path: Path
    danger: Danger | None
    scale: Scale | None


def scales_of(case: Case) -> list[ScaleThere]:
    """Give every scale of a case, also one of a danger that has nothing on it yet; the overall one last.

    A file without dangers has the overall scale only.
    """
    found = [ScaleThere((*danger.path, "scale", "ratings"), danger, danger.scale) for danger in case.dangers]
    if case.scale is not None or not found:
        found.append(ScaleThere(("scale", "ratings"), None, case.scale))
    return found


def who_may_rate(case: Case) -> list[Person]:
    """Give the people who can give a number of their own, the family first."""
    people = [
        person
        for person in case.people.values()
        if person.role not in _NO_NUMBER_OF_THEIR_OWN and person.subject is not False and not is_unborn(person)
    ]
    return sorted(people, key=lambda person: person.role not in FAMILY_ROLES)


def days_of(person: str, scale: Scale | None) -> list[dt.date]:
    """Give the days from which a person has numbers on a scale, each once, in order."""
    return sorted({one.date for one in scale.ratings if one.who == person and one.date} if scale else set())


def why_not(person: str, day: dt.date, corrects: dt.date | None, scale: Scale | None) -> str:
    """Say why a number cannot be added; "" if it can.

    Args:
        person: whose number it is, by id.
        day: the day on which it was given.
        corrects: the day of the number that was written down wrongly, if it corrects one.
        scale: the scale; None where nothing stands on it yet.
    """
    days = days_of(person, scale)
    if corrects is not None:
        return "" if corrects in days else NOTHING_TO_CORRECT
    return THERE_ALREADY if day in days else ""


def to_know_before(person: Person, given: str, case: Case) -> list[str]:
    """Say what to bear in mind about this person's number; no name is in it."""
    told = [CHILD_IN_THE_ROOM] if person.role == "child" and given == "in-room" else []
    if is_held_back(person.id, case):
        told.append(HELD_BACK)
    if has_words_withheld(person.id, case):
        told.append(OTHERS_ARE_WITHHELD)
    return told


def is_held_back(person: str, case: Case) -> bool:
    """Tell whether somebody in the file must not see the words of a person."""
    return any(one.must_not_see is not None and person in one.must_not_see.words_of for one in case.people.values())


def rating(at: ScaleThere, pairs: Sequence[tuple[str, Value | None]]) -> Addition:
    """Make an addition of a number from what is known of it; what is None or empty is left out."""
    return Addition(at.path, OneLine({key: value for key, value in pairs if value not in (None, "")}), is_entry=True)

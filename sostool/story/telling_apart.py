"""What tells one item of a list from the others, beside its id and its words."""

from __future__ import annotations

from typing import NamedTuple

from sostool.case.model import (
    AgencyReport,
    Attendance,
    CoreGroup,
    Event,
    HeldByChair,
    Impact,
    Involvement,
    Rating,
    Seen,
    SeesItDifferently,
    Shared,
    Used,
    Voice,
    WordsForChild,
)
from sostool.case.model.case import Answer
from sostool.case.model.meeting import Delay
from sostool.case.model.outcome import ChildPlan, Correction, Decision, Dissent, Participation, PartSummary
from sostool.yamlfile.parts import Part


class Told(NamedTuple):
    """How items of one kind are known again.

    `keys` are those whose values together name an item: a rating is one person's on one day. Items whose values there
    are the same are the same thing, however their words differ. With `by_words` an item that has no counterpart by
    its keys may still be known by its words.
    """

    keys: tuple[str, ...]
    by_words: bool = False


# What stands in no row is known by its words alone.
BY_CLASS: dict[type[Part], Told] = {
    Rating: Told(("who", "date")),
    Voice: Told(("who", "date")),
    Seen: Told(("date", "who")),
    Used: Told(("date",), by_words=True),
    SeesItDifferently: Told(("who",)),
    Impact: Told(("child",)),
    CoreGroup: Told(("date",)),
    Shared: Told(("document", "with_", "date")),
    HeldByChair: Told(("date", "from_")),
    Attendance: Told(("who",)),
    Delay: Told(("what",)),
    AgencyReport: Told(("from_", "received")),
    Involvement: Told(("who", "since"), by_words=True),
    Event: Told((), by_words=True),
    WordsForChild: Told(("child",)),
    Decision: Told(("child",)),
    Participation: Told(("child",)),
    ChildPlan: Told(("child",)),
    Dissent: Told(("who",)),
    PartSummary: Told(("who",)),
    Correction: Told(("who", "date")),
    Answer: Told(("check", "at_")),
}
BY_WORDS = Told((), by_words=True)


def told(of: type[Part]) -> Told:
    """Say how items of a kind are known again."""
    return BY_CLASS.get(of, BY_WORDS)


def key_of(part: Part, how: Told) -> tuple[object, ...] | None:
    """Give the values that name an item; None where it is not named by any."""
    return tuple(getattr(part, key) for key in how.keys) if how.keys else None

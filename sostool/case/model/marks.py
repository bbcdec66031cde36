"""Marks for holding back: who may not have something, why, and who agreed."""

from __future__ import annotations

from typing import ClassVar

from sostool.yamlfile import key
from sostool.yamlfile.parts import Part

EVERYONE = "everyone"
ROOM = "room"


class Withhold(Part):
    """Holds one item back, with all that stands under it and every reference to it.

    It works at once, also while nobody has agreed it yet.
    """

    one_of: ClassVar[tuple[tuple[str, ...], ...]] = (("from", "all_but"),)

    from_ = key.to_some(
        "person",
        "Who must not get this: ids of people, or everyone (then only the chair has it).",
        ["dean"],
        also=(EVERYONE,),
        name="from",
    )
    all_but = key.to_some(
        "person", "The only people who may have this; it bars everyone else, practitioners too.", ["lisa"]
    )
    why = key.text("Why it is held back. Only the chair reads this.", "It shows how Lisa gets help.")
    agreed_by = key.to("person", "Who agreed that it is held back; most often the chair.", "ann")
    date = key.day("When that was agreed.", "2026-03-12")
    review_on = key.day("When to look at this again. It stays in force after that day.", "2026-06-16")


class Cleared(Part):
    """Says that a feared person may have this one item after all. A child's own consent never does."""

    for_ = key.to_some(
        "person",
        "Who may have it: ids of people, or room for what may be said in front of everyone.",
        ["dean"],
        also=(ROOM,),
        name="for",
    )
    by = key.to("person", "Who decided that; most often the chair.", "ann")
    date = key.day("When that was decided.", "2026-03-12")
    why = key.text("Why it is safe.", "Lisa has told Dean this herself, with Priya there.")


class Marked(Part):
    """Any part that can be held back."""

    withhold = key.part(
        Withhold,
        "Holds this back from some people. A misspelt mark is an error, never “not withheld”.",
        {"from": ["dean"], "why": "It shows how Lisa gets help.", "agreed_by": "ann", "date": "2026-03-12"},
        mark=True,
    )
    cleared = key.part(
        Cleared,
        "Lets a feared person have this although somebody whose words they must not see stands in it.",
        {"for": ["dean"], "by": "ann", "date": "2026-03-12"},
        mark=True,
    )


class MustNotSee(Part):
    """Says that this person is feared: what some others say, do or rate never reaches them."""

    one_of: ClassVar[tuple[tuple[str, ...], ...]] = (("words_of",),)

    words_of = key.to_some("person", "Whose words, numbers, steps and help this person must not see.", ["lisa", "mia"])
    why = key.text("Why. Only the chair reads this.", "Lisa and Mia are frightened of what Dean might do.")
    agreed_by = key.to("person", "Who agreed it; most often the chair.", "ann")
    date = key.day("When that was agreed.", "2026-03-12")
    review_on = key.day("When to look at this again. It stays in force after that day.", "2026-06-16")


class Protected(Part):
    """Words that must stand in nothing that some people get, wherever they were typed: a street, a school, a number."""

    one_of: ClassVar[tuple[tuple[str, ...], ...]] = (("words",), ("from",))

    words = key.texts("The words themselves.", ["Fern Court", "12 Alder Walk"])
    from_ = key.to_some(
        "person", "Who must not get them: ids of people, or everyone.", ["dean", "ray"], also=(EVERYONE,), name="from"
    )
    why = key.text("Why. Only the chair reads this.", "Jo's home and the nursery.")
    agreed_by = key.to("person", "Who agreed it; most often the chair.", "ann")
    date = key.day("When that was agreed.", "2026-03-12")
    review_on = key.day("When to look at this again. It stays in force after that day.", "2026-06-16")

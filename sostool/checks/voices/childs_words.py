"""The voices that hold a child's own words."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.case.model import Case, Person, Voice

OWN_WORDS = ("worries", "good_things", "dreams", "words")


def childrens_voices(case: Case) -> Iterator[tuple[Person, Voice]]:
    """Give each voice with a child's own words, and whose it is."""
    for voice in case.voices:
        person = case.people.get(voice.who)
        if person is not None and person.role == "child" and has_own_words(voice):
            yield person, voice


def has_own_words(voice: Voice) -> bool:
    """Tell whether a voice holds words that somebody said."""
    return any(text.strip() for name in OWN_WORDS for text in getattr(voice, name))

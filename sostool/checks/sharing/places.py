"""Names of schools, nurseries and surgeries in a text: each tells where a family lives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sostool.checks.wording.free_texts import FreeTexts, free_texts
from sostool.profile.phrases import PlainText, words_in

if TYPE_CHECKING:
    from sostool.checks.look import Look

LIST = "schools-and-surgeries"
_REACH = 60
_NAME = re.compile(r"(?:[^\W\d_a-z][\w'’.&-]*\s+(?:(?:of|and|the|in|on|upon|&)\s+)?){1,6}\Z")
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE_START = re.compile(r"(?:\A|[.!?:\0\n“\"(–-]\s*)\Z")
# Words of a name that name no place by themselves.
_NO_NAME = frozenset(
    "the a an her his their our my your its this that these those at in on from to of and both each every all any "
    "primary secondary infant infants junior juniors nursery high school day local special old new church england "
    "catholic english community private state first middle upper lower pre sunday after before since until when while "
    "if but so then now mum dad nan nana gran grandma grandad aunt auntie uncle mr mrs ms miss dr children year early "
    "years nhs gp with for by as is are was no one two".split()
)


def places_in_texts(look: Look) -> Iterator[tuple[FreeTexts, int, int]]:
    """Give from where to where schools and surgeries are named in the free texts of a case."""
    texts = look.once(free_texts)
    reached = 0
    plain = PlainText(texts.joined)
    own = _own_words(look)
    for said in look.profile.list_of(LIST).near(words_in(texts.joined)).everywhere_in_plain(plain):
        start = _start_of_name(texts.joined, said.start, said.end, own)
        if start is not None and start >= reached:
            reached = said.end
            yield texts, start, said.end
    yield from _listed_under_contact(look, texts, plain.small)


def _start_of_name(text: str, start: int, end: int, own: frozenset[str]) -> int | None:
    before = max(0, start - _REACH)
    name = _NAME.search(text, before, start)
    if name is None:
        return None
    words = [word for word in _WORD.finditer(name[0]) if len(word[0]) > 1]
    named = [word for word in words if word[0].lower() not in _NO_NAME and word[0].lower() not in own]
    if not named:
        return None
    at_start = _SENTENCE_START.search(text, max(0, name.start() - 4), name.start())
    only_the_first_word = len(named) == 1 and named[0] is words[0]
    # “Nursery” and “school” after the first word of a sentence: “Take school the form”.
    if at_start and only_the_first_word and " " not in text[start:end] and text[start].islower():
        return None
    return name.start() + named[0].start()


def _own_words(look: Look) -> frozenset[str]:
    return frozenset(
        word.lower() for person in look.case.people.values() for word in _WORD.findall(f"{person.id} {person.name}")
    )


def _listed_under_contact(look: Look, texts: FreeTexts, small: str) -> Iterator[tuple[FreeTexts, int, int]]:
    """Give the places where a school or surgery that somebody's `contact` names stands in a text too."""
    listed = {
        " ".join(place.split()).lower()
        for person in look.case.people.values()
        if person.contact
        for place in (person.contact.school, person.contact.gp)
        if any(word[0].isupper() and word.lower() not in _NO_NAME for word in _WORD.findall(place))
    }
    for place in listed:
        start = small.find(place)
        if start >= 0:
            yield texts, start, start + len(place)

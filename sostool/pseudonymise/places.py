"""Agencies, schools and places: what in their names says which one it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sostool.pseudonymise.everyday import (
    INSTITUTIONS,
    KIN,
    MONTHS,
    NOT_NAMES,
    OF_AGENCIES,
    PARTICLES,
    ROLES,
    STARTS,
    TITLES,
    WEEKDAYS,
)
from sostool.pseudonymise.words import Word, starts_a_sentence, words

if TYPE_CHECKING:
    from sostool.pseudonymise.invented import Invented
    from sostool.pseudonymise.known import Known

PLACE = "place"
_SAYS_WHAT = OF_AGENCIES | NOT_NAMES | KIN | TITLES | ROLES | WEEKDAYS | frozenset(MONTHS)
_NO_NAME = _SAYS_WHAT | STARTS | PARTICLES
_NEXT = re.compile(r"[ \u00a0&-]{1,3}\Z")
_LONGEST = 4


def learn_agency(value: str, known: Known, invented: Invented) -> None:
    """Learn what in the name of an agency or of another source says which one: Surrey, of Surrey Police."""
    found = words(value)
    for run in _runs(value, found):
        first, last = found[run[0]], found[run[-1]]
        alone = run[0] == 0 and len(run) == 1
        following = found[run[-1] + 1] if run[-1] + 1 < len(found) else None
        # A source such as “Anonymous letter” starts with a capital as every sentence does.
        if alone and (following is None or not (following.has_capital or following.plain in INSTITUTIONS)):
            continue
        _learn(value[first.start : last.end], known, invented)


def learn_school(value: str, known: Known, invented: Invented) -> None:
    """Learn the name of a school or a surgery, as it stands with somebody's contact details."""
    found = words(value)
    runs = list(_runs(value, found))
    if not runs and value == value.lower():
        runs = [[at] for at, word in enumerate(found) if word.plain not in _NO_NAME and not word.plain[0].isdigit()]
    for run in runs:
        _learn(value[found[run[0]].start : found[run[-1]].end], known, invented)


def learn_places(text: str, known: Known, invented: Invented) -> None:
    """Learn the names before words such as School or Road in a text that was typed."""
    found = words(text)
    for run in _runs(text, found):
        following = found[run[-1] + 1] if run[-1] + 1 < len(found) else None
        if following is None or following.plain not in INSTITUTIONS or not following.has_capital:
            continue
        if _NEXT.match(text[found[run[-1]].end : following.start]) and len(run) <= _LONGEST:
            _learn(text[found[run[0]].start : found[run[-1]].end], known, invented)


def says_which(word: Word) -> bool:
    """Tell whether a word says which one is meant, and not what kind of thing."""
    return word.plain not in _NO_NAME


def phrase_in_place_of(phrase: str, invented: Invented) -> str:
    """Give an invented place for a phrase; its last word stays where it says what it is: Fern Court, some Court."""
    found = words(phrase)
    last = found[-1] if found else None
    place = invented.place(phrase.lower())
    return f"{place} {last.typed}" if last is not None and len(found) > 1 and last.plain in INSTITUTIONS else place


def _learn(phrase: str, known: Known, invented: Invented) -> None:
    bare = re.sub(r"['’]s?\Z", "", phrase)
    if not known.has(bare):
        known.add(bare, invented.place(bare.lower()), PLACE)


def _runs(text: str, found: list[Word]) -> Iterator[list[int]]:
    """Give the runs of words with capitals that do not say what something is, by their positions."""
    run: list[int] = []
    for at, word in enumerate(found):
        is_name = (
            word.typed[0].isupper()
            and word.plain not in _SAYS_WHAT
            and not (word.plain in STARTS and (not run or starts_a_sentence(text, word.start)))
        )
        if run and not (is_name and _NEXT.match(text[found[run[-1]].end : word.start])):
            yield run
            run = []
        if is_name:
            run.append(at)
    if run:
        yield run

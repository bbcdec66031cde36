"""The words of a text as they are compared, each with its place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from sostool.identity.folding import folded

_APOSTROPHES = "'’‘ʼ`´"
_ASCII = re.compile(r"[A-Za-z]+(?:'[A-Za-z]+)*|\d+", re.ASCII)
# What may stand between a word and the end of the sentence before it.
_OPENING, _CLOSING = "\"'“‘([", "\"'”’)]"
_ENDS, _DASHES = frozenset(".!?:;…"), frozenset("-–—•*")
_REACH = 12


class Word(NamedTuple):
    """A word or a figure: where it stands, how it was typed, and how it is compared (without its apostrophes)."""

    start: int
    end: int
    typed: str
    plain: str

    @property
    def has_capital(self) -> bool:
        """Whether it starts with a capital, or with a letter of a script that has none."""
        first = self.typed[0]
        return first.isupper() or first.istitle() or (first.isalpha() and first.lower() == first.upper())


def plain(text: str) -> str:
    """Write one word as words are compared: without case, accents, apostrophes and what cannot be seen."""
    return folded(text).replace("'", "").replace("`", "").replace("´", "")


def words(text: str) -> list[Word]:
    """Give the words and figures of a text; a word keeps its apostrophes and marks, a hyphen parts two words."""
    if text.isascii():
        spans: Iterator[tuple[int, int]] = (found.span() for found in _ASCII.finditer(text))
    else:
        spans = _spans(text)
    return [Word(start, end, text[start:end], plain(text[start:end])) for start, end in spans]


def _spans(text: str) -> Iterator[tuple[int, int]]:
    start, kind = -1, ""
    for place, letter in enumerate(text):
        now = _kind(letter)
        if start >= 0 and (
            now == kind or (kind == "a" and (now == "m" or (now == "'" and text[place + 1 : place + 2].isalpha())))
        ):
            continue
        if start >= 0:
            yield start, place
        start, kind = (place, now) if now in ("a", "1") else (-1, "")
    if start >= 0:
        yield start, len(text)


@lru_cache(maxsize=4096)
def _kind(letter: str) -> str:
    """Tell letters (a) from figures (1), marks that belong to the letter before (m), apostrophes and all else."""
    if letter.isalpha():
        return "a"
    if letter.isdecimal():
        return "1"
    if letter in _APOSTROPHES:
        return "'"
    return "m" if unicodedata.category(letter) in ("Mn", "Mc", "Me", "Cf") else ""


def starts_a_sentence(text: str, start: int) -> bool:
    """Tell whether a word at a place is the first of its sentence, or follows a mark that makes it look so."""
    before = text[max(0, start - _REACH) : start].rstrip(_OPENING)
    bare = before.rstrip()
    if not bare or "\n" in before[len(bare) :]:
        return start <= _REACH or bool(before)
    return bare.rstrip(_CLOSING)[-1:] in _ENDS or (len(bare) < len(before) and bare[-1] in _DASHES)


def folded_with_places(text: str) -> tuple[str, list[int]]:
    """Fold a text, and give for each of its letters, and its end, the place in the text it comes from."""
    letters, places = [], []
    for place, letter in enumerate(text):
        for made in folded(letter):
            letters.append(made)
            places.append(place)
    return "".join(letters), [*places, len(text)]

"""How hard a text is to read, from counts alone.

The Automated Readability Index (Senter and Smith, 1967): 4.71 letters a word, half a word a sentence, less 21.43. It
gives a school year; five more are about the age at which children are in that year. It knows nothing of the sense of
a text, so it only ever says where to look.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import repeat
from typing import NamedTuple

from sostool.checks.wording.text import sentences

_TITLES = ("Mr.", "Mrs.", "Ms.", "Dr.", "St.")
_MARKS = bytes(byte for byte in range(128) if not chr(byte).isalnum())
_AGE_IN_FIRST_YEAR = 5


class Counts(NamedTuple):
    """The letters, words and sentences of some texts; and as many words as their longest sentence has, or more."""

    letters: int
    words: int
    sentences: int
    longest: int


def counts(texts: Iterable[str]) -> Counts:
    """Count letters, words and sentences of some texts, each of which ends a sentence."""
    joined = ". ".join(texts).replace("\n", " ")
    pieces = _pieces(joined)
    letters = len(joined.encode("utf-8", "replace").translate(None, _MARKS))
    if not letters:
        return Counts(0, 0, 0, 0)
    # Each word but the first has a space before it.
    return Counts(
        letters,
        joined.count(" ") + 1,
        len(pieces) - pieces.count("") - pieces.count(" "),
        max(map(str.count, pieces, repeat(" "))) + 1,
    )


def reading_age(counted: Counts) -> int:
    """Give the age at which children can mostly read a text, by the Automated Readability Index."""
    if not counted.words or not counted.sentences:
        return 0
    year = 4.71 * counted.letters / counted.words + 0.5 * counted.words / counted.sentences - 21.43
    return round(year) + _AGE_IN_FIRST_YEAR


def long_sentences(text: str, words: int) -> list[str]:
    """Give the sentences of more than some words."""
    return [sentence for sentence in sentences(text) if len(sentence.split()) > words]


def _pieces(text: str) -> list[str]:
    """Take a text apart at full stops; never finer than its sentences are."""
    for title in _TITLES:
        if title in text:
            text = text.replace(title, title[:-1])
    if "!" in text or "?" in text:
        text = text.replace("!", ".").replace("?", ".")
    return text.split(".")

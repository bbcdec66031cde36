"""How hard a text is to read, from counts alone.

The Automated Readability Index (Senter and Smith, 1967): 4.71 letters a word, half a word a sentence, less 21.43. It
gives a school year; five more are about the age at which children are in that year. It knows nothing of the sense of
a text, so it only ever says where to look.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from sostool.checks.wording.text import sentences

_TITLES = ("Mr.", "Mrs.", "Ms.", "Dr.", "St.")
_AGE_IN_FIRST_YEAR = 5


class Counts(NamedTuple):
    """The letters, words and sentences of some texts."""

    letters: int
    words: int
    sentences: int


def counts(texts: Iterable[str]) -> Counts:
    """Count letters, words and sentences of some texts, each of which ends a sentence."""
    joined = ". ".join(texts).replace("\n", " ")
    pieces = _pieces(joined)
    letters = sum(map(str.isalnum, joined))
    if not letters:
        return Counts(0, 0, 0)
    return Counts(
        letters,
        len(joined.split()),
        len(pieces) - pieces.count("") - pieces.count(" "),
    )


def counts_at_most(texts: list[str]) -> Counts:
    """Count some texts so that they seem as hard to read as they can be, or harder, in a small part of the time.

    What is no letter counts as one, and only a full stop before a space ends a sentence.
    """
    joined = ". ".join(texts)
    spaces = joined.count(" ") + joined.count("\n")
    return Counts(len(joined) - spaces, spaces + 1, joined.count(". ") + 1)


def may_hold_longer_sentence(text: str, words: int) -> bool:
    """Tell quickly whether a text may hold a sentence of more than some words: if not, it holds none."""
    # Long words or short, so many of them with their spaces are never shorter than this.
    least = 3 * words
    long = [piece for piece in _pieces(text.replace("\n", " ")) if len(piece) > least]
    return any(piece.count(" ") >= words for piece in long)


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

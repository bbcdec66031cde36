"""Looking at words: names in a text, and its sentences."""

from __future__ import annotations

import re

from sostool.case.model import Person

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+")
# Titles and kinship words are part of many names, and name nobody by themselves.
_NOT_A_NAME = frozenset(
    ["mr", "mrs", "ms", "miss", "dr", "doctor", "sir", "mx", "aunt", "auntie", "aunty", "uncle", "cousin", "the", "and", "of", "her", "his", "our", "my", "de", "la", "van", "von"]
)


def sentences(text: str) -> list[str]:
    """Split a text into sentences; lines of a list and paragraphs end one too."""
    parts: list[str] = []
    for line in re.split(r"\n\s*\n|\n(?=- )", text):
        parts += [part for part in _SENTENCE_END.split(" ".join(line.split())) if part]
    return parts


def words_of(text: str) -> set[str]:
    """Give the words of a text in small letters, possessive endings taken off."""
    return {_bare(word) for word in _WORD.findall(text)}


def names_somebody(text: str, person: Person) -> bool:
    """Tell whether a text holds a person's name or a part of it that names them."""
    name = [_bare(word) for word in _WORD.findall(person.name)]
    own = [word for word in name if word not in _NOT_A_NAME]
    return bool(words_of(text).intersection(own or name))


def _bare(word: str) -> str:
    return re.sub(r"['’]s$", "", word.casefold())

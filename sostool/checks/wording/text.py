"""Looking at words: names in a text, and its sentences."""

from __future__ import annotations

import re
import unicodedata

from sostool.case.model import Person

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_LINE_END = re.compile(r"\n\s*\n|\n(?=- )")
_SENTENCE_END = re.compile(
    r"(?<=[.!?])(?<!\bMr\.)(?<!\bMrs\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bSt\.)(?<!\be\.g\.)(?<!\bi\.e\.)[\"'”’)]*\s+"
)
# Titles and kinship words are part of many names, and name nobody by themselves.
_NOT_A_NAME = frozenset(
    "mr mrs ms miss dr doctor sir mx aunt auntie aunty uncle cousin the and of her his our my de la van von".split()
)
# Names that are everyday words too count only with a capital letter: “will” is in nearly every statement.
_ALSO_A_WORD = frozenset(("will", "may", "mark", "hope", "grace", "rose"))


def sentences(text: str) -> list[str]:
    """Split a text into sentences; lines of a list and paragraphs end one too."""
    parts: list[str] = []
    for line in _LINE_END.split(text):
        parts += [part for part in _SENTENCE_END.split(" ".join(line.split())) if part]
    return parts


def names_somebody(text: str, person: Person) -> bool:
    """Tell whether a text holds a person's name or a part of it that names them."""
    # Most names stand in the text as they are written under `people`, and that is seen at once.
    if _stands_in(text, person.name) and person.name.lower() not in _ALSO_A_WORD:
        return True
    name = [_bare(word) for word in _WORD.findall(_even(person.name))]
    own = [word for word in name if word not in _NOT_A_NAME]
    looked_for = own or name
    # Who is worried mostly stands at the start, so the rest is only looked at where the name is not found there.
    return any(_is_one_of(word.group(), looked_for) for word in _WORD.finditer(_even(text)))


def _stands_in(text: str, name: str) -> bool:
    start = text.find(name) if name.strip() else -1
    end = start + len(name)
    return start >= 0 and not text[max(0, start - 1) : start].isalpha() and not text[end : end + 1].isalpha()


def _even(text: str) -> str:
    """Write letters with marks and apostrophes in the one way in which they can be compared."""
    return text if text.isascii() else unicodedata.normalize("NFC", text).replace("’", "'")


def _is_one_of(word: str, looked_for: list[str]) -> bool:
    bare = _bare(word)
    return bare in looked_for and not (bare in _ALSO_A_WORD and word[0].islower())


def _bare(word: str) -> str:
    return word.casefold().removesuffix("'s")

"""Names in the texts of a case that belong to nobody in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from sostool.case.model import Rating, SeesItDifferently, Voice
from sostool.case.model.outcome import Dissent
from sostool.checks.neighbours import NAME
from sostool.checks.sharing.known_names import beginnings, is_short_for, known_words
from sostool.checks.sharing.name_in_text import NameInText, lists_of
from sostool.checks.wording.free_texts import FreeText, FreeTexts, free_texts
from sostool.checks.wording.quotes import without_quotes

if TYPE_CHECKING:
    from sostool.checks.look import Look
    from sostool.profile import Profile

# Letters stay as they are, what ends a sentence becomes a full stop, and all else a space. A word that starts a
# sentence then has a full stop before it, and any other word with a capital letter has none.
_LAST_PLAIN = 127
_ENDS = b'.!?:\n\0"'
_STOP, _SPACE = b". "
_SHAPE = bytes(
    byte if byte > _LAST_PLAIN or chr(byte).isalpha() else _STOP if byte in _ENDS else _SPACE for byte in range(256)
)
_PLAIN_MARKS = {"“": b". ", "…": b". ", **dict.fromkeys("’‘”—–", b" ")}
_MARKS = tuple((mark.encode(), plain) for mark, plain in _PLAIN_MARKS.items())
_NO_BREAK_SPACE, _START_OF_MARKS = "\u00a0".encode(), "“".encode()[:2]
_OWN_WORDS = (Dissent, Rating, SeesItDifferently, Voice)
_NOT_LOOKED_AT = frozenset(("name", "agency", "interpreter", "ethnicity", "faith"))
_WORD = re.compile(r"(?<![\w@-])[^\W\d_]+(?![^\W_])")
_FIRST_SMALL, _LAST_SMALL = b"az"
_SHORTEST, _SHORTEST_IN_CAPITALS = 2, 4
_FEW = 12


class StrangeName(NamedTuple):
    """A name that belongs to nobody in the file: the first text it stands in, as it is written, and another's file."""

    text: FreeText
    words: str
    other_file: str


def strange_names(look: Look) -> Iterator[StrangeName]:
    """Give the names that belong to nobody in a case, each once.

    In people's own words and in quotation marks only names of another case file of the folder are told: children speak
    of friends and pets, and nobody is asked to say it in another way.
    """
    texts = look.once(free_texts)
    words = _candidates(texts.joined, look.profile)
    if not words:
        return
    known = known_words(look.case, texts.sources)
    smalls = " ".join(words).lower().split(" ")
    words = {word for word, small in zip(words, smalls, strict=True) if small not in known and _may_be_strange(word)}
    if words:
        begun = beginnings(known)
        words = {word for word in words if not is_short_for(word.lower(), begun)}
    if words:
        yield from _told(look, list(_names_in(texts, words)), known)


def _names_in(texts: FreeTexts, words: set[str]) -> Iterator[tuple[FreeText, NameInText]]:
    for place, word in _places(texts.joined, words):
        text, start = texts.at(place)
        if text.name not in _NOT_LOOKED_AT and not text.is_source:
            yield text, NameInText(text.text, place - start, place - start + len(word))


def _told(look: Look, names: list[tuple[FreeText, NameInText]], known: frozenset[str]) -> Iterator[StrangeName]:
    lists = lists_of(look.profile)
    told: set[str] = set()
    animals: frozenset[str] | None = None
    quoted: dict[str, str] = {}
    for text, here in names:
        if here.small in told:
            continue
        names_somebody = here.names_somebody(lists, known)
        other = ""
        if names_somebody or here.small in lists.given or not (here.starts_sentence or here.small in lists.of_nobody):
            other = look.other_family(NAME, here.small)
        if not other and names_somebody and not isinstance(text.part, _OWN_WORDS):
            blanked = quoted.get(text.text) or quoted.setdefault(text.text, without_quotes(text.text))
            names_somebody = blanked[here.start] != " "
        elif not other:
            continue
        if (other or names_somebody) and not here.is_of_a_place(lists):
            if animals is None:
                animals = frozenset(here.small for _, here in names if here.is_of_an_animal(lists))
            if here.small in animals:
                continue
            whole = here.whole(lists, known)
            told.update(_WORD.findall(whole.lower()))
            yield StrangeName(text, whole, other)


def _candidates(joined: str, profile: Profile) -> set[str]:
    """Give the words with a capital letter inside sentences, and the given names at their starts.

    Bytes are taken apart many times faster than letters, and most words are nobody's name by themselves.
    """
    data = joined.encode("utf-8", "replace")
    if not data.isascii():
        data = data.replace(_NO_BREAK_SPACE, b" ")
        if _START_OF_MARKS in data:
            for mark, plain in _MARKS:
                data = data.replace(mark, plain)
    tokens = frozenset(data.translate(_SHAPE).replace(b".", b" .").split())
    given, nobodys, starts = _as_bytes(profile)
    # In the order of bytes a full stop and capital letters come before small ones, and other letters after them.
    not_small = {token for token in tokens if not _FIRST_SMALL <= token[0] <= _LAST_SMALL}
    started = {token[1:] for token in not_small if token[0] == _STOP and len(token) > 1} - starts
    found = (not_small - nobodys) | started
    # What Python makes small of bytes are plain letters; a word with another first letter is looked at as it is.
    found = {token for token in found if token[0] > _LAST_SMALL or token in given or token.lower() not in tokens}
    return set(b" ".join(found).decode("utf-8", "replace").split())


@lru_cache(maxsize=100)
def _as_bytes(profile: Profile) -> tuple[frozenset[bytes], frozenset[bytes], frozenset[bytes]]:
    """Give the given names, what is nobody's name with a capital letter, and what starts sentences."""
    lists = lists_of(profile)
    nobodys = lists.of_nobody
    return (
        frozenset(name.capitalize().encode() for name in lists.given),
        frozenset(word.capitalize().encode() for word in nobodys) | frozenset(word.encode() for word in nobodys),
        frozenset(word.capitalize().encode() for word in (lists.starts - lists.given) | nobodys),
    )


def _may_be_strange(word: str) -> bool:
    if len(word) < _SHORTEST or not word[0].isupper():
        return False
    # Short forms in capitals name nobody, nor do their plurals.
    return not word[:2].isupper() or (len(word) >= _SHORTEST_IN_CAPITALS and word.isupper())


def _places(joined: str, words: set[str]) -> Iterator[tuple[int, str]]:
    """Give each place of some words in a text, from its start to its end."""
    if len(words) > _FEW:
        yield from ((found.start(), found[0]) for found in _WORD.finditer(joined) if found[0] in words)
        return
    places: list[tuple[int, str]] = []
    for word in words:
        place = joined.find(word)
        while place >= 0:
            found = _WORD.match(joined, place)
            if found and found[0] == word:
                places.append((place, word))
            place = joined.find(word, place + 1)
    yield from sorted(places)

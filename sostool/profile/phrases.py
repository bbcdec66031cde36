"""A list of words and phrases that checks look for, found in texts without looking for each in each text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

# All that is no plain letter or digit is a space: bytes are taken apart many times faster than letters, and what two
# words have in common here is only where to look, never what is found.
_WORDS_ONLY = bytes(
    ord(chr(byte).lower()) if chr(byte).isascii() and chr(byte).isalnum() else ord(" ") for byte in range(256)
)
_GAP = "…"
# Up to five words of the same sentence.
_ANYTHING_BETWEEN = r"(?:[^\w.!?;]+[\w'-]+){0,5}?[^\w.!?;]+"


class Saying(NamedTuple):
    """One entry of a word list: what is said, what to say instead, and where the advice comes from."""

    say: str
    instead: str = ""
    source: str = ""


class Said(NamedTuple):
    """An entry that stands in a text, and from where to where."""

    saying: Saying
    start: int
    end: int


# A phrase of several words is looked for by the longest; these are in nearly every text.
_EVERYWHERE = frozenset(
    b"about because before been children could from have into over some than that their them then there these they this "
    b"through were what when where which will with would your".split()
)


def words_in(text: str) -> list[bytes]:
    """Give the words of a text in small letters, as far as they are needed to know which phrases cannot stand in it."""
    return text.encode("utf-8", "replace").translate(_WORDS_ONLY).split()


@lru_cache(maxsize=100)
def rarest_words(lists: tuple[Phrases, ...]) -> frozenset[bytes]:
    """Give the words by which the entries of some lists are looked for."""
    return frozenset().union(*(phrases.rarest for phrases in lists))


class Phrases(Mapping[str, Saying]):
    """A word list: its entries by what is said, in small letters.

    An entry written in capitals only is looked for as written; of others capitals do not matter. Any white space
    stands for a space, either apostrophe for the other, and `…` for up to five words of the same sentence.
    """

    # A list is never changed, so it is itself and no other: lists can be kept by.
    __eq__ = object.__eq__
    __hash__ = object.__hash__

    def __init__(self, entries: Mapping[str, Saying] | None = None) -> None:
        self._entries = dict(entries or {})

    def __getitem__(self, say: str) -> Saying:
        return self._entries[say]

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def which_may_be_in(self, words: Iterable[bytes]) -> Phrases:
        """Leave only the entries whose rarest word is among some words; the words are those of `words_in`."""
        near = self.rarest.intersection(words)
        return self._part(near) if near or self._everywhere else _NONE

    def in_(self, text: str) -> Iterator[Said]:
        """Give the entries that stand in a text, each once, from its start to its end; the longest where two meet."""
        if not self._entries:
            return
        told: set[str] = set()
        for said in self.everywhere_in(text):
            if said.saying.say not in told:
                told.add(said.saying.say)
                yield said

    def everywhere_in(self, text: str) -> Iterator[Said]:
        """Give each place in a text where an entry stands, from its start to its end; the longest where two meet."""
        return self.everywhere_in_plain(PlainText(text)) if self._entries else iter(())

    def everywhere_in_plain(self, text: PlainText) -> Iterator[Said]:
        """Give the same as `everywhere_in`, for a text that is looked through again and again.

        Looking for each entry by itself takes a small part of the time that one pattern of them all would take.
        """
        found = [said for entry in self._sought for said in entry.in_(text)]
        found.sort(key=lambda said: (said.start, -said.end))
        reached = 0
        for said in found:
            if said.start >= reached:
                reached = said.end
                yield said

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Find any entry in a text with straight apostrophes."""
        found = "|".join(f"({_regular(saying.say)})" for saying in self._saying.values())
        return re.compile(rf"(?<!\w)(?:{found or '(?!)'})(?!\w)", re.IGNORECASE)

    @cached_property
    def _sought(self) -> tuple[_Sought, ...]:
        return tuple(map(_sought, self._entries.values()))

    @cached_property
    def _saying(self) -> dict[int, Saying]:
        longest_first = sorted(self._entries.values(), key=lambda saying: len(saying.say), reverse=True)
        return dict(enumerate(longest_first, 1))

    @cached_property
    def rarest(self) -> frozenset[bytes]:
        """The words by which the entries are looked for, one for each."""
        return frozenset(self._by_word)

    @cached_property
    def _everywhere(self) -> tuple[str, ...]:
        """The entries without any word of plain letters: where they may stand cannot be told beforehand."""
        return tuple(say for say, saying in self._entries.items() if not words_in(saying.say))

    @cached_property
    def _by_word(self) -> dict[bytes, list[str]]:
        by_word: dict[bytes, list[str]] = {}
        for say, saying in self._entries.items():
            if words := words_in(saying.say):
                by_word.setdefault(max(words, key=lambda word: (word not in _EVERYWHERE, len(word))), []).append(say)
        return by_word

    @cached_property
    def _parts(self) -> dict[frozenset[bytes], Phrases]:
        return {}

    def _part(self, near: frozenset[bytes]) -> Phrases:
        part = self._parts.get(near)
        if part is None:
            says = [*self._everywhere, *(say for word in near for say in self._by_word[word])]
            part = Phrases({say: self._entries[say] for say in says})
            if len(self._parts) < 1000:  # noqa: PLR2004 - a run over many files meets the same few again and again
                self._parts[near] = part
        return part


_NONE = Phrases()


class PlainText:
    """A text as it is looked through: with straight apostrophes, and in small letters with plain spaces besides."""

    __slots__ = ("one_space", "small", "straight")

    def __init__(self, text: str) -> None:
        self.straight = text.replace("’", "'")
        self.small = in_small_letters(self.straight)
        self.one_space = "  " not in self.small


class _Sought:
    """How one entry is looked for: by its first words, and where that is not all of it by a pattern from there on."""

    def __init__(self, saying: Saying) -> None:
        plain = " ".join(saying.say.replace("’", "'").split())
        before = plain.partition(_GAP)[0].strip()
        self.saying, self.plain = saying, plain
        self.first = in_small_letters(before)
        self.first_word = self.first.partition(" ")[0]
        self.is_all = before == plain and not plain.isupper()

    def in_(self, text: PlainText) -> Iterator[Said]:
        small = text.small
        # With several spaces in a row only a word is sure to stand as it is written in the list.
        first = self.first if text.one_space else self.first_word
        by_letters = self.is_all and (text.one_space or first == self.first)
        start = small.find(first)
        while start >= 0:
            end = start + len(first)
            if not by_letters:
                match = self.whole.match(text.straight, start)
                end = match.end() if match else -1
            if end > start and _stands_alone(text.straight, start, end):
                yield Said(self.saying, start, end)
            start = small.find(first, start + 1)

    @cached_property
    def whole(self) -> re.Pattern[str]:
        return re.compile(_regular(self.plain), re.IGNORECASE)


@cache
def _sought(saying: Saying) -> _Sought:
    return _Sought(saying)


def in_small_letters(text: str) -> str:
    """Write a text in small letters and with plain spaces, each character at its place."""
    plain = text.replace("\n", " ").replace("\t", " ").replace("\r", " ")
    if not plain.isascii():
        plain = plain.replace("\u00a0", " ").replace("\u202f", " ")
    small = plain.lower()
    if len(small) != len(plain):
        small = "".join(one if len(one := letter.lower()) == 1 else letter for letter in plain)
    return small


def _stands_alone(text: str, start: int, end: int) -> bool:
    return not (
        (start and (text[start - 1].isalnum() or text[start - 1] == "_"))
        or (end < len(text) and (text[end].isalnum() or text[end] == "_"))
    )


def _regular(say: str) -> str:
    plain = " ".join(say.replace("’", "'").split())
    found = _ANYTHING_BETWEEN.join(r"\s+".join(re.escape(word) for word in half.split()) for half in plain.split(_GAP))
    return f"(?-i:{found})" if plain.isupper() else found

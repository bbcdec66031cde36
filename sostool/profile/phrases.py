"""A list of words and phrases that checks look for, found in texts without looking for each in each text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
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


# Long words are rare ones, but for these.
_EVERYWHERE = frozenset(
    b"about after again always because been before being child children could does doing everyone family first from "
    b"going good have having home into life like make many more most much nothing other over people professional "
    b"school social some still take than that their them then there these they thing things this through time want "
    b"week well were what when where which will with work worker worried would year years your".split()
)


def words_in(text: str) -> frozenset[bytes]:
    """Give the words of a text in small letters, as far as they are needed to know which phrases cannot stand in it."""
    return frozenset(text.encode("utf-8", "replace").translate(_WORDS_ONLY).split())


class _Sought:
    """How one entry is looked for: by its first words, and where that is not all of it by a pattern from there on."""

    def __init__(self, saying: Saying) -> None:
        plain = " ".join(saying.say.replace("’", "'").split())
        before = plain.partition(_GAP)[0].strip()
        self.saying, self.plain = saying, plain
        self.first = in_small_letters(before)
        self.first_word = self.first.partition(" ")[0]
        self.is_all = before == plain and not plain.isupper()

    def in_(self, text: PlainText, at: int = 0, until: int | None = None) -> Iterator[Said]:
        """Give each place of the entry in a text, from a place to another."""
        small = text.small
        until = len(small) if until is None else until
        # With several spaces in a row only a word is sure to stand as it is written in the list.
        first = self.first if text.one_space else self.first_word
        by_letters = self.is_all and (text.one_space or first == self.first)
        start = small.find(first, at, until)
        while start >= 0:
            end = start + len(first)
            if not by_letters:
                match = self.whole.match(text.straight, start)
                end = match.end() if match else -1
            if end > start and _stands_alone(text.straight, start, end):
                yield Said(self.saying, start, end)
            start = small.find(first, start + 1, until)

    @cached_property
    def whole(self) -> re.Pattern[str]:
        return re.compile(_regular(self.plain), re.IGNORECASE)


class Near:
    """Entries of a word list: all of them, or those that may stand in some text.

    An entry written in capitals only is looked for as written; of others capitals do not matter. Any white space
    stands for a space, either apostrophe for the other, and `…` for up to five words of the same sentence.
    """

    def __init__(self, sought: Sequence[_Sought], of: Phrases) -> None:
        self.sought, self._of = sought, of

    def __bool__(self) -> bool:
        return bool(self.sought)

    def in_(self, text: str) -> Iterator[Said]:
        """Give the entries that stand in a text, each once, from its start to its end; the longest where two meet."""
        told: set[str] = set()
        for said in self.everywhere_in(text):
            if said.saying.say not in told:
                told.add(said.saying.say)
                yield said

    def stand_in(self, text: str) -> bool:
        """Tell whether any entry stands in a text."""
        if not self.sought:
            return False
        plain = PlainText(text)
        return any(True for entry in self.sought for _ in entry.in_(plain))

    def everywhere_in(self, text: str) -> Iterator[Said]:
        """Give each place in a text where an entry stands, from its start to its end; the longest where two meet."""
        return self.everywhere_in_plain(PlainText(text)) if self.sought else iter(())

    def everywhere_in_plain(self, text: PlainText, parts: Sequence[tuple[int, int]] = ()) -> Iterator[Said]:
        """Give the same as `everywhere_in`, for a text that is looked through again and again.

        Looking for each entry by itself takes a small part of the time that one pattern of them all would take.

        Args:
            text: the text.
            parts: from where to where to look; none for all of it.
        """
        parts = parts or ((0, len(text.small)),)
        found = [said for entry in self.sought for start, end in parts for said in entry.in_(text, start, end)]
        found.sort(key=lambda said: (said.start, -said.end))
        reached = 0
        for said in found:
            if said.start >= reached:
                reached = said.end
                yield said

    @property
    def pattern(self) -> re.Pattern[str]:
        """Find any entry of the whole list in a text with straight apostrophes."""
        return self._of.whole_pattern


class Phrases(Near, Mapping[str, Saying]):
    """A word list: its entries by what is said, in small letters."""

    # A list is never changed, so it is itself and no other: what is made of it can be kept by it.
    __eq__ = object.__eq__
    __hash__ = object.__hash__

    def __init__(
        self, entries: Mapping[str, Saying] | Callable[[], Mapping[str, Saying]] = MappingProxyType({})
    ) -> None:
        """Take the entries, or what gives them once somebody asks: most commands ask for few lists."""
        self._given = entries
        self._of = self

    @cached_property
    def _entries(self) -> Mapping[str, Saying]:
        return dict(self._given() if callable(self._given) else self._given)

    def __getitem__(self, say: str) -> Saying:
        return self._entries[say]

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def __bool__(self) -> bool:
        return bool(self._entries)

    @cached_property
    def sought(self) -> Sequence[_Sought]:  # type: ignore[override]  # made only where it is looked for
        """How each entry is looked for."""
        return tuple(map(_Sought, self._entries.values()))

    def near(self, words: frozenset[bytes]) -> Near:
        """Leave only the entries whose rarest word is among the words of a text, those of `words_in`."""
        rarest_words, by_word, everywhere = self._by_rarest_word
        near = rarest_words & words
        if not near and not everywhere:
            return NO_PHRASES
        return Near([*everywhere, *(entry for word in near for entry in by_word[word])], self)

    @cached_property
    def _by_rarest_word(self) -> tuple[frozenset[bytes], dict[bytes, list[_Sought]], list[_Sought]]:
        """The words by which entries are looked for, the entries by them, and those without a word of plain letters."""
        by_word: dict[bytes, list[_Sought]] = {}
        everywhere: list[_Sought] = []
        for entry in self.sought:
            if words := words_in(entry.plain):
                rarest = max(words, key=lambda word: (word not in _EVERYWHERE, len(word), word))
                by_word.setdefault(rarest, []).append(entry)
            else:
                everywhere.append(entry)
        return frozenset(by_word), by_word, everywhere

    @cached_property
    def whole_pattern(self) -> re.Pattern[str]:
        """Find any entry in a text with straight apostrophes."""
        longest_first = sorted(self._entries, key=len, reverse=True)
        found = "|".join(_regular(self._entries[say].say) for say in longest_first)
        return re.compile(rf"(?<!\w)(?:{found or '(?!)'})(?!\w)", re.IGNORECASE)


NO_PHRASES = Phrases()


class PlainText:
    """A text as it is looked through: with straight apostrophes, and in small letters with plain spaces besides."""

    __slots__ = ("one_space", "small", "straight")

    def __init__(self, text: str) -> None:
        self.straight = text.replace("’", "'")
        self.small = in_small_letters(self.straight)
        self.one_space = "  " not in self.small


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

"""Everything that is to be replaced in the texts of one file, by its words, and where it stands in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sostool.pseudonymise.everyday import MONTHS, NAMES_AND_WORDS, STARTS
from sostool.pseudonymise.words import Word, plain, starts_a_sentence, words

# What may stand between the words of one name: a space, a hyphen, a comma, or nothing.
_BETWEEN = re.compile(r"[\s,.'’/\u2010-\u2015-]{0,3}\Z")
_APOSTROPHES = frozenset("'’‘ʼ`´")
# Short words that Arabic and Hebrew write together with the next one.
_JOINED = frozenset("وفبلك" + "והבלמש")
# Scripts that put no space between words: Thai, Lao, Khmer, Burmese, Chinese, Japanese.
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_LONG_ENOUGH = 4
# Parts of words written as one that are names: two so short, or one so long.
_SHORTEST_PART, _LONG = 3, 5
_ORDINALS = frozenset("st nd rd th end start middle".split())
_BEFORE_A_MONTH = _ORDINALS | frozenset("in during early late mid last next".split())
# Stands for what is replaced already while a text is searched further: no word, no space, and in no case file.
TAKEN = "\x1a"
_STARTS = (
    STARTS | frozenset("hope grant chance peace joy faith love trust rain snow price pride".split())
) & NAMES_AND_WORDS


class Spot(NamedTuple):
    """A stretch of a text with what comes in its place.

    `unsure` tells that it may be an everyday word after all.
    """

    start: int
    end: int
    new: str
    kind: str
    unsure: bool = False


class _Entry(NamedTuple):
    words: tuple[str, ...]
    new: str
    kind: str
    is_everyday: bool


class Known:
    """Names and phrases with what comes in their place."""

    def __init__(self) -> None:
        self._entries: dict[str, list[_Entry]] = {}
        self._unspaced: dict[str, tuple[str, str]] = {}

    def add(self, phrase: str, new: str, kind: str) -> None:
        """Add a name or a phrase, unless it is known already; case, accents and apostrophes do not matter."""
        parts = tuple(word.plain for word in words(phrase))
        if not parts or self.has(phrase):
            return
        if _UNSPACED.search(phrase):
            self._unspaced[phrase] = new, kind
        # A single letter and a word of everyday speech are names only with a capital.
        everyday = len(parts) == 1 and (parts[0] in NAMES_AND_WORDS or len(parts[0]) < 3)  # noqa: PLR2004
        entries = self._entries.setdefault(parts[0], [])
        entries.append(_Entry(parts, new, kind, everyday))
        entries.sort(key=lambda entry: -len(entry.words))

    def has(self, phrase: str) -> bool:
        """Tell whether a phrase has its replacement."""
        return self.new_for(phrase) is not None

    def new_for(self, phrase: str) -> str | None:
        """Give what comes in the place of a phrase."""
        parts = tuple(word.plain for word in words(phrase))
        found = [entry.new for entry in self._entries.get(parts[0], ()) if entry.words == parts] if parts else []
        return found[0] if found else None

    @property
    def everyday(self) -> frozenset[str]:
        """The names that are everyday words too."""
        return frozenset(first for first, entries in self._entries.items() if any(one.is_everyday for one in entries))

    def is_glued(self, word: str) -> bool:
        """Tell whether a word is two names written as one (miaoneill), or a long name with something added.

        Args:
            word: as words are compared.
        """
        for cut in range(1, len(word)):
            first, last = self._name_in(word[:cut]), self._name_in(word[cut:])
            if (first and last) or any(
                name and not name.is_everyday and len(name.words[0]) >= _LONG for name in (first, last)
            ):
                return True
        return False

    def _name_in(self, word: str) -> _Entry | None:
        if len(word) < _SHORTEST_PART:
            return None
        return next(
            (entry for entry in self._entries.get(word, ()) if entry.words == (word,) and entry.kind == "name"), None
        )

    def spots(self, text: str) -> Iterator[Spot]:
        """Give every stretch of a text that is to be replaced, in order; none overlaps another."""
        found = words(text)
        after = 0
        at = 0
        while at < len(found):
            spot, taken = self._spot(text, found, at)
            if spot is not None and spot.start >= after:
                yield spot
                after = spot.end
            at += taken
        if self._unspaced:
            yield from self._inside(text)

    def _spot(self, text: str, found: list[Word], at: int) -> tuple[Spot | None, int]:
        for start, first, ending in _readings(found[at]):
            for entry in self._entries.get(first, ()):
                length = len(entry.words)
                if length > 1 and ending:
                    continue
                last = at + length - 1
                if last >= len(found) or any(
                    not _BETWEEN.match(text[found[one].end : found[one + 1].start]) for one in range(at, last)
                ):
                    continue
                if length > 1 and any(found[at + one].plain != entry.words[one] for one in range(1, length - 1)):
                    continue
                for from_, own, cut in _readings(found[last]):
                    if own == entry.words[-1] and from_ == (start if length == 1 else found[last].start):
                        spot = self._checked(text, found, at, entry, start, found[last].end - cut, is_cut=cut > 0)
                        if spot is not None:
                            return spot, length
        return None, 1

    def _checked(
        self, text: str, found: list[Word], at: int, entry: _Entry, start: int, end: int, *, is_cut: bool
    ) -> Spot | None:
        """Make a spot, unless it is an everyday word here."""
        word = found[at]
        typed = text[start:end]
        unsure = False
        if len(entry.words) == 1:
            capital = typed[0].isupper() or word.has_capital
            possessive = is_cut and not text[end : word.end].isalpha()
            is_plural = is_cut and not possessive
            if not capital and (entry.is_everyday or (is_plural and len(entry.words[0]) < _LONG_ENOUGH)):
                return None
            if entry.is_everyday and not possessive and entry.words[0] in MONTHS and _is_a_month(text, found, at):
                return None
            unsure = entry.words[0] in _STARTS and not possessive and starts_a_sentence(text, word.start)
        new = entry.new
        if typed.isupper() and sum(letter.isalpha() for letter in typed) > 1:
            new = new.upper()
        elif typed.islower() and len(entry.words) == 1:
            new = new.lower()
        return Spot(start, end, new, entry.kind, unsure)

    def _inside(self, text: str) -> Iterator[Spot]:
        """Give the names of scripts without spaces, wherever they stand."""
        for phrase, (new, kind) in self._unspaced.items():
            for found in re.finditer(re.escape(phrase), text):
                yield Spot(*found.span(), new, kind)


def _readings(word: Word) -> Iterator[tuple[int, str, int]]:
    """Give the ways to read a word: as it is, without an ending, without what is written together with it.

    Each with where the rest starts, how it is compared, and how many letters its ending has.
    """
    yield word.start, word.plain, 0
    typed = word.typed
    starts = [0]
    if typed[0] in _JOINED and len(typed) > 2:  # noqa: PLR2004 - a letter is no name
        starts.append(1)
    apostrophes = [place for place, letter in enumerate(typed) if letter in _APOSTROPHES]
    starts += [place + 1 for place in apostrophes if len(typed) - place > _LONG_ENOUGH]
    ends = [place for place in apostrophes if typed[place + 1 :].lower() != "t"]
    ends += [len(typed) - len(ending) for ending in ("s", "es") if typed.lower().endswith(ending)]
    for start in starts:
        if start:
            yield word.start + start, plain(typed[start:]), 0
        yield from ((word.start + start, plain(typed[start:end]), len(typed) - end) for end in ends if end > start)


def _is_a_month(text: str, found: list[Word], at: int) -> bool:
    """Tell whether a word that is a month is one here: beside a figure, or after a word such as “in”."""
    word = found[at]
    if at:
        before = found[at - 1]
        between = text[before.end : word.start]
        if between.isspace() and (before.plain[0].isdigit() or before.plain in _BEFORE_A_MONTH):
            return True
        if before.plain == "of" and at > 1 and found[at - 2].plain in _ORDINALS:
            return True
    if at + 1 < len(found):
        after = found[at + 1]
        return after.plain[0].isdigit() and text[word.end : after.start].strip() in ("", ",")
    return False


def without(text: str, stretches: Iterable[tuple[int, int]]) -> str:
    """Put something that is no word in the place of stretches, so that all else stays where it is."""
    parts = []
    at = 0
    for start, end in sorted(stretches):
        parts += [text[at:start], TAKEN * (end - start)]
        at = end
    return "".join([*parts, text[at:]])


def apart(spots: Iterable[Spot]) -> list[Spot]:
    """Leave out what overlaps an earlier stretch."""
    kept: list[Spot] = []
    for spot in sorted(spots, key=lambda spot: (spot.start, -spot.end)):
        if not kept or spot.start >= kept[-1].end:
            kept.append(spot)
    return kept

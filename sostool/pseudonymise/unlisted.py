"""What may still tell who somebody is: words with a capital that nobody in the file bears, initials, dates, numbers."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Collection, Iterator

from sostool.pseudonymise.births import hidden_births
from sostool.pseudonymise.everyday import (
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
from sostool.pseudonymise.known import without
from sostool.pseudonymise.words import Word, plain, starts_a_sentence, words

_ORDINARY = KIN | MONTHS.keys() | NOT_NAMES | OF_AGENCIES | ROLES | TITLES | WEEKDAYS
# Endings that names seldom have, and the first words of sentences often.
_ENDINGS = ("ing", "ed", "ly", "ness", "ment", "tion", "ful", "less")
_LONG = 6
_FIGURES = re.compile(r"(?<!\w)\d(?:[\s()./-]{0,2}\d){5,}(?!\w)")
_YEAR = r"(?:19|20)\d\d"
_DATE = re.compile(
    rf"{_YEAR}[-/.]\d{{1,2}}[-/.]\d{{1,2}}|\d{{1,2}}[-/. ]\d{{1,2}}[-/. ](?:{_YEAR}|\d\d)"
    rf"|{_YEAR}(?:\s?[-/]\s?(?:19|20)?\d\d)?"
)


def unlisted(
    text: str,
    ours: Collection[tuple[int, int]],
    in_small_letters: Collection[str],
    names: Collection[str] = (),
    born: Collection[dt.date] = (),
    is_glued: Callable[[str], bool] = lambda _: False,
) -> Iterator[tuple[int, int]]:
    """Give where words or numbers stand that a person has to look at.

    Args:
        text: a text of the copy.
        ours: the stretches of it that are invented.
        in_small_letters: words that this file also writes without a capital; at the start of a sentence these say
            nothing.
        names: names of the file that are everyday words too: what is left of these is always told.
        born: the dates of birth of the file: where day, month and year of one are left together, they are told.
        is_glued: tells whether a word, as words are compared, holds names that are written together.
    """
    invented = {place for start, end in ours for place in range(start, end)}
    following = -1
    found: list[tuple[int, int]] = []
    for word in reversed(words(text)):
        if not invented.isdisjoint(range(word.start, word.end)):
            continue
        if is_glued(word.plain) or _hangs_on(text, word, invented):
            found.append((word.start, word.end))
            continue
        if not word.typed[0].isupper():
            continue
        own = word.plain
        bare = own.removesuffix("s")
        if _is_initial(text, word):
            found.append((word.start, word.end))
            following = word.start
            continue
        if own not in names and (own in _ORDINARY or bare in _ORDINARY or _contracted(word.typed)):
            continue
        # Before another such word it may be a first name all the same.
        comes_first = 0 <= following - word.end <= 1 and not {own, bare} & (STARTS | PARTICLES)
        says_nothing = starts_a_sentence(text, word.start) and _is_ordinary(own, bare, in_small_letters)
        if own not in names and says_nothing and not comes_first:
            continue
        found.append((word.start, word.end))
        following = word.start
    yield from reversed(found)
    dates = list(hidden_births(without(text, ours), born))
    yield from dates
    invented |= {place for start, end in dates for place in range(start, end)}
    for number in _FIGURES.finditer(text):
        if not _DATE.fullmatch(number[0]) and invented.isdisjoint(range(*number.span())):
            yield number.span()


def _is_ordinary(word: str, bare: str, in_small_letters: Collection[str]) -> bool:
    return bool({word, bare} & (STARTS | PARTICLES)) or any(
        one in in_small_letters or (len(one) >= _LONG and one.endswith(_ENDINGS)) for one in (word, bare)
    )


def _is_initial(text: str, word: Word) -> bool:
    """Tell whether a word is a single capital before a full stop, which may be the A. of a name."""
    return len(word.typed) == 1 and text[word.end : word.end + 1] == "."


def _hangs_on(text: str, word: Word, invented: set[int]) -> bool:
    """Tell whether a word hangs by a low line on what is invented, as the vdb of liz_vdb."""
    return (text[word.start - 1 : word.start] == "_" and word.start - 2 in invented) or (
        text[word.end : word.end + 1] == "_" and word.end + 1 in invented
    )


def _contracted(typed: str) -> bool:
    """Tell whether a word is one such as I'm, It's or Don't."""
    first, mark, rest = typed.replace("’", "'").partition("'")
    return bool(mark) and rest in ("m", "re", "ll", "ve", "d", "t") and plain(first) in STARTS | NOT_NAMES

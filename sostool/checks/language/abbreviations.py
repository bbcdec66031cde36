"""Find short forms in a text, and tell whether they are written out beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

_CAPITALS = re.compile(r"(?<![\w&.@-])(?:[A-Z]{2,6}|[A-Z]&[A-Z])(?=s?(?!\w))(?!&\w|-\d|\.\w)")
_ANY_CAPITAL = bytes(ord("A") if chr(byte).isupper() and byte < 128 else byte for byte in range(256))  # noqa: PLR2004 - plain letters
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_NEXT_WORD = re.compile(r"[^\w.!?]*([A-Z]{2,})(?![\w])")
_LAST_WORD = re.compile(r"(?<!\w)([A-Z]{2,})[^\w.!?]*$")
_JOINING = frozenset(("a", "an", "the", "or", "as", "called", "known", "for", "short", "in", "of", "and", "s"))
_OPENS = re.compile(r"s?[\"'”’]?\s*(?:\(|\[|[–—:=]|-\s|, (?:that is|which is|which means|meaning|short for)\b)")
_SHOUTED = 3


class ShortForm(NamedTuple):
    """A word of capitals in a text, and from where to where."""

    letters: str
    start: int
    end: int


def may_hold_capitals(text: str) -> bool:
    """Tell at once whether two capitals stand side by side, or on either side of “&”, in a text."""
    capitals = text.encode("utf-8", "replace").translate(_ANY_CAPITAL)
    return b"AA" in capitals or b"A&A" in capitals


def short_forms(text: str) -> list[ShortForm]:
    """Give the words of two to six capitals; not headings, nor those of a sentence that is all in capitals."""
    if text.isupper():
        return []
    return [
        ShortForm(found.group(), found.start(), found.end())
        for found in _CAPITALS.finditer(text)
        if not _is_shouted(text, found.start(), found.end()) and not _is_heading(text, found.start(), found.end())
    ]


def is_written_out(text: str, form: ShortForm) -> bool:
    """Tell whether the words that a short form stands for are right before it or right behind it."""
    letters = [letter for letter in form.letters.lower() if letter.isalpha()]
    before = _words(text[: form.start])
    while before and before[-1] in _JOINING:
        before.pop()
    if _stand_for(letters, before[-len(letters) - 3 :], last=True):
        return True
    opening = _OPENS.match(text, form.end)
    return opening is not None and _stand_for(letters, _words(text[opening.end() :])[: len(letters) + 3], last=False)


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text.replace("’", "'"))]


def _stand_for(letters: list[str], words: list[str], *, last: bool) -> bool:
    """Tell whether some words can be shortened to the letters: the last of the words, or the first of them."""
    for count in range(1, len(words) + 1):
        some = words[-count:] if last else words[:count]
        while some and not last and some[0] in _JOINING and some[0][0] != letters[0]:
            some = some[1:]
        if some and some[0][0] == letters[0] and letters[-1] in some[-1] and _spell(letters, some):
            return True
    return False


def _spell(letters: list[str], words: list[str]) -> bool:
    """Tell whether the letters stand in the words in this order, nearly every word beginning with one of them."""
    spelt = iter("".join(words))
    begins = sum(word[0] in letters for word in words)
    return all(letter in spelt for letter in letters) and begins >= min(2, len(words)) and 2 * begins >= len(words)


def is_a_word(letters: str, texts: Iterable[str]) -> bool:
    """Tell whether a short form stands in small letters somewhere, so that it is a word written large."""
    small = re.compile(rf"(?<!\w){re.escape(letters.lower())}(?!\w)")
    return any(small.search(text) for text in texts)


def _is_heading(text: str, start: int, end: int) -> bool:
    return text[end : end + 1] == ":" and text[:start].rpartition("\n")[2].strip(" -") == ""


def _is_shouted(text: str, start: int, end: int) -> bool:
    run = 1
    while run < _SHOUTED and (found := _NEXT_WORD.match(text, end)):
        run, end = run + 1, found.end()
    while run < _SHOUTED and (found := _LAST_WORD.search(text, 0, start)):
        run, start = run + 1, found.start()
    return run >= _SHOUTED

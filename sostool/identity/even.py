"""Texts with plain spaces, dashes and digits, and the way back to where each character stood."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

_ASCII = bytes(range(128))
_DASHES = frozenset("\u00ad\u2010\u2011\u2012\u2013\u2014\u2015\u2212")


def even(text: str) -> tuple[str, Sequence[int]]:
    """Write a text with plain spaces, dashes and digits, and without what cannot be seen.

    Returns:
        The text, and for each of its places (its end too) the place in the text given.
    """
    gone: set[str] = set()
    plain = text
    if not text.isascii():
        for letter in set(
            text.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass")
        ):
            evened = _even(letter)
            if not evened:
                gone.add(letter)
            if evened != letter:
                plain = plain.replace(letter, evened)
    if not gone:
        return plain, range(len(plain) + 1)
    return plain, [*(place for place, letter in enumerate(text) if letter not in gone), len(text)]


@lru_cache(maxsize=1000)
def _even(letter: str) -> str:
    """Give what is read in place of a letter; nothing for one that cannot be seen."""
    if letter in _DASHES:
        return "-"
    if letter.isspace():
        return " "
    if unicodedata.category(letter) == "Cf":
        return ""
    digit = unicodedata.decimal(letter, None)
    if digit is not None:
        return str(digit)
    wide = unicodedata.normalize("NFKC", letter)
    return wide if len(wide) == 1 else letter

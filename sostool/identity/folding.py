"""Texts as they are compared: without case, accents, invisible characters and the shape of apostrophes."""

from __future__ import annotations

import unicodedata

# Letters that do not fall apart into a letter and an accent, and the apostrophes of print.
_SAME_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "’": "'", "‘": "'", "ʼ": "'"}
)


def folded(text: str) -> str:
    """Take case, accents, strokes, invisible characters and the shape of apostrophes out of a text."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(
        letter for letter in decomposed if not unicodedata.combining(letter) and unicodedata.category(letter) != "Cf"
    ).translate(_SAME_LETTERS)

"""Texts as they are compared: without case, accents, invisible characters and the shape of apostrophes."""

from __future__ import annotations

import unicodedata

# Letters that do not fall apart into a letter and an accent, and the apostrophes of print.
_SAME_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "’": "'", "‘": "'", "ʼ": "'"}
)


# Marks on other characters, those that choose how one looks, and what has no width.
_UNSEEN = frozenset(("Mn", "Me", "Cf"))
_FILLERS = frozenset("\u115f\u1160\u3164\uffa0")


class _Plain(dict[int, int | str | None]):
    """What each character becomes once a text is decomposed; None where it goes. Each is looked up once."""

    def __missing__(self, code: int) -> int | str | None:
        letter = chr(code)
        if unicodedata.category(letter) in _UNSEEN or letter in _FILLERS:
            self[code] = None
        else:
            digit = unicodedata.decimal(letter, None)
            self[code] = _SAME_LETTERS.get(code, code) if digit is None else str(digit)
        return self[code]


_PLAIN = _Plain()


def folded(text: str) -> str:
    """Take case, accents, strokes, invisible characters and the shape of apostrophes out of a text."""
    # Plain letters have nothing to lose but their case, and most texts hold nothing else.
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFKD", text.casefold()).translate(_PLAIN)

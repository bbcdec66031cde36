"""What a browser finds out about a text by itself: which way it runs, and which accents belong to a letter."""

from __future__ import annotations

import unicodedata

_LOOSE_MARKS = frozenset({"Mn", "Me", "Cf"})
_RIGHT_TO_LEFT = frozenset({"R", "AL"})


def direction(text: str) -> str:
    """Give the direction of a text's first letter that has one (UAX 9, P2): `ltr`, `rtl`, or ""."""
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind == "L":
            return "ltr"
        if kind in _RIGHT_TO_LEFT:
            return "rtl"
    return ""


def without_loose_marks(drawing: str) -> str:
    """Leave out of a picture's words the accents that are no part of a letter, and what has no width.

    The compiler refuses them there. They stay where a letter with its accent is one sign, and in the list and the table
    that say the same in words.
    """
    if drawing.isascii():
        return drawing
    return "".join(
        sign for sign in unicodedata.normalize("NFC", drawing) if unicodedata.category(sign) not in _LOOSE_MARKS
    )

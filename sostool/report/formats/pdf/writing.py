"""What a browser finds out about a text by itself: which way it runs, and where a very long word may break."""

from __future__ import annotations

import re
import unicodedata

# Words longer than this do not fit every line; they may break after so many letters.
_LONGEST_WORD = 30
_PIECE = 8
_MAY_BREAK = "\u200b"
_LONG_WORD = re.compile(rf"\S{{{_LONGEST_WORD + 1},}}")
_BELONGS_TO_THE_LETTER_BEFORE = frozenset({"Mn", "Mc", "Me", "Cf", "Sk"})
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


def with_breaks(text: str) -> str:
    """Let very long words break: an address, a name of three hundred letters."""
    return _LONG_WORD.sub(_broken, text) if len(text) > _LONGEST_WORD else text


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


def longest_piece(text: str) -> str:
    """Give the longest part of a text in which no line can end."""
    return max(re.split(rf"[\s{_MAY_BREAK}]+", text), key=len, default="")


def _broken(word: re.Match[str]) -> str:
    pieces: list[str] = []
    since = 0
    for letter in word[0]:
        if since >= _PIECE and unicodedata.category(letter) not in _BELONGS_TO_THE_LETTER_BEFORE:
            pieces.append(_MAY_BREAK)
            since = 0
        pieces.append(letter)
        since += 1
    return "".join(pieces)

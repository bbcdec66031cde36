"""Where a very long word may break: an address, a name of three hundred letters."""

from __future__ import annotations

import re
import unicodedata

MAY_BREAK = "\u200b"
# Words longer than this do not fit every line; they may break after so many letters.
_LONGEST_WORD = 30
_PIECE = 8
_LONG_WORD = re.compile(rf"\S{{{_LONGEST_WORD + 1},}}")
_BELONGS_TO_THE_LETTER_BEFORE = frozenset({"Mn", "Mc", "Me", "Cf", "Sk"})


def with_breaks(text: str) -> str:
    """Let very long words break."""
    return _LONG_WORD.sub(_broken, text) if len(text) > _LONGEST_WORD else text


def longest_piece(text: str) -> str:
    """Give the longest part of a text in which no line can end."""
    return max(re.split(rf"[\s{MAY_BREAK}]+", text), key=len, default="")


def _broken(word: re.Match[str]) -> str:
    pieces: list[str] = []
    since = 0
    for letter in word[0]:
        if since >= _PIECE and unicodedata.category(letter) not in _BELONGS_TO_THE_LETTER_BEFORE:
            pieces.append(MAY_BREAK)
            since = 0
        pieces.append(letter)
        since += 1
    return "".join(pieces)

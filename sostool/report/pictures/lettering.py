"""How wide a text will be, and where to break it: an estimate, since no font can be asked."""

from __future__ import annotations

import unicodedata

# What a font we did not choose may add to the estimate: DejaVu Sans ran 19 % wider than Arial.
ALLOWANCE = 1.2

_NARROW = frozenset("iljI.,:;'|!()[]{}-·/\\ ’‘`")
_WIDE = frozenset("mwMW@%&—")


def text_width(text: str, size: int) -> float:
    """Estimate a text's width in the units of `size`, its letters' height."""
    return sum(map(_letter, text)) * size


def wrap(text: str, size: int, width: int) -> tuple[str, ...]:
    """Break a text into lines that fit `width` in any usual font; a word that is too long is broken too."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        tried = f"{line} {word}" if line else word
        if _fits(tried, size, width):
            line = tried
            continue
        if line:
            lines.append(line)
        *whole, line = _cut(word, size, width)
        lines.extend(whole)
    return (*lines, line) if line else tuple(lines)


def _cut(word: str, size: int, width: int) -> list[str]:
    pieces = [""]
    for letter in word:
        if pieces[-1] and not _fits(pieces[-1] + letter, size, width):
            pieces.append("")
        pieces[-1] += letter
    return pieces


def _fits(text: str, size: int, width: int) -> bool:
    return text_width(text, size) * ALLOWANCE <= width


def _letter(letter: str) -> float:
    if unicodedata.combining(letter) or unicodedata.category(letter) == "Cf":
        return 0.0
    if letter in _NARROW:
        return 0.31
    if letter in _WIDE:
        return 0.9
    if unicodedata.east_asian_width(letter) in "WF":
        return 1.0
    return 0.7 if letter.isupper() else 0.56

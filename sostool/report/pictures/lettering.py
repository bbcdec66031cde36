"""How wide a text will be, and where to break it: an estimate, since no font can be asked."""

from __future__ import annotations

import unicodedata

# What a font we did not choose may add to the estimate: DejaVu Sans ran 19 % wider than Arial.
ALLOWANCE = 1.2

# How wide letters are in Arial, as a share of their size; what stands in no class is 0.56, a capital 0.69.
_CLASSES = {
    0.26: "ijltfI'|!.,:;/\\ ·’‘`",
    0.35: 'r()[]{}-*"“”',
    0.5: "sckvxyzJ",
    0.74: "w",
    0.86: "mMOQG%",
    1.0: "W@—",
}
_WIDTHS = {letter: width for width, letters in _CLASSES.items() for letter in letters}
_CAPITAL = 0.69
_USUAL = 0.56
_SQUARE = 1.0


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
    if letter in _WIDTHS:
        return _WIDTHS[letter]
    if unicodedata.east_asian_width(letter) in "WF":
        return _SQUARE
    return _CAPITAL if letter.isupper() else _USUAL

"""How wide a text will be, and where to break it: an estimate, since no font can be asked."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

# What a font we did not choose may add to the estimate: DejaVu Sans ran 19 % wider than Arial.
ALLOWANCE = 1.2

# What bold letters take more than others.
BOLD = 1.09

# How wide letters are in Arial, as a share of their size; what stands in no class is 0.56, a capital 0.69.
_CLASSES = {
    0.26: "ijltfI'|!.,:;/\\ ·’‘`",
    0.35: 'r()[]{}-*"“”',
    0.5: "sckvxyzJ",
    0.74: "w",
    0.86: "mMOQG%",
    1.0: "W@—…",
    2.0: "⸺",
    3.0: "⸻ﷺ",
    4.0: "﷽",
}
_WIDTHS = {letter: width for width, letters in _CLASSES.items() for letter in letters}
_CAPITAL = 0.69
_USUAL = 0.56
_SQUARE = 1.0
_EMOJI = 1.3
_NO_ROOM = {"Mn", "Me", "Cf"}
_SKINS = "🏻🏼🏽🏾🏿"
_FIRST_EMOJI = "\U0001f000"


def text_width(text: str, size: int) -> float:
    """Estimate a text's width in the units of `size`, its letters' height."""
    return _breadth(text) * size


def word_width(text: str, size: int) -> float:
    """Give the room that a text's longest word needs in any usual font."""
    return max((text_width(word, size) for word in text.split()), default=0.0) * ALLOWANCE


def wrap(text: str, size: int, width: int) -> tuple[str, ...]:
    """Break a text into lines that fit `width` in any usual font; a word that is too long is broken too."""
    lines: list[str] = []
    line, used = "", 0.0
    space = _letter(" ")
    for word in text.split():
        needed = _breadth(word)
        if line and _fits(used + space + needed, size, width):
            line, used = f"{line} {word}", used + space + needed
            continue
        if line:
            lines.append(line)
        *whole, line = _cut(word, size, width) if not _fits(needed, size, width) else [word]
        used = _breadth(line)
        lines.extend(whole)
    return (*lines, line) if line else tuple(lines)


def _cut(word: str, size: int, width: int) -> list[str]:
    pieces, used = [""], 0.0
    for letter in word:
        needed = _letter(letter)
        if pieces[-1] and not _fits(used + needed, size, width):
            pieces.append("")
            used = 0.0
        pieces[-1] += letter
        used += needed
    return pieces


def _fits(width: float, size: int, room: int) -> bool:
    """Tell whether a width in letters' heights fits; the hair is for sums of halves that are not exact."""
    return width * size * ALLOWANCE <= room + 1e-6


@lru_cache(maxsize=4096)
def _breadth(text: str) -> float:
    """Estimate a text's width in letters' heights; the same words are measured again and again."""
    return sum(map(_letter, text))


@lru_cache(maxsize=4096)
def _letter(letter: str) -> float:
    if unicodedata.category(letter) in _NO_ROOM or letter in _SKINS:
        return 0.0
    if letter in _WIDTHS:
        return _WIDTHS[letter]
    if letter >= _FIRST_EMOJI:
        return _EMOJI
    if unicodedata.east_asian_width(letter) in "WF":
        return _SQUARE
    return _CAPITAL if letter.isupper() else _USUAL

"""How far apart two words are, and which known word was probably meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_SEPARATORS = re.compile(r"[\s_-]+")
_LONGEST = 40


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Give the known word that was most likely meant, or None: of ten letters three may be other ones."""
    word = _plain(word)
    if len(word) > _LONGEST:
        return None
    best, least = None, max(1, (len(word) * 3) // 10) + 1
    for candidate in known:
        apart = edits(word, _plain(candidate), least - 1)
        if apart < least:
            best, least = candidate, apart
    return best


def _plain(word: str) -> str:
    return _SEPARATORS.sub("", word.lower())


def edits_apart(first: str, second: str, most: int) -> bool:
    """Tell whether at most so many letters have to be added, dropped, changed or swapped to get the other word."""
    return edits(first, second, most) <= most


def edits(first: str, second: str, most: int) -> int:
    """Count the letters to be added, dropped, changed or swapped to get the other word; no further than most + 1."""
    if abs(len(first) - len(second)) > most:
        return most + 1
    older: list[int] = []
    previous = list(range(len(second) + 1))
    for row, letter in enumerate(first, 1):
        current = [row]
        for column, other in enumerate(second, 1):
            best = min(previous[column] + 1, current[-1] + 1, previous[column - 1] + (letter != other))
            if row > 1 and column > 1 and letter == second[column - 2] and first[row - 2] == other:
                best = min(best, older[column - 2] + 1)
            current.append(best)
        if min(current) > most:
            return most + 1
        older, previous = previous, current
    return min(previous[-1], most + 1)

"""Contact details and protected words, found in a text however they are spelt there."""

from __future__ import annotations

import re

from sostool.identity.folded_text import FoldedText
from sostool.identity.listed_words import Spelling, spellings_of
from sostool.pseudonymise.known import TAKEN, Spot
from sostool.pseudonymise.places import PLACE
from sostool.pseudonymise.words import folded_with_places

_START = 4


class Listed:
    """Phrases that the file lists, each with what comes in its place and its kind."""

    def __init__(self) -> None:
        self._patterns: set[str] = set()
        # By the first letters of what a text must hold where they are found: a file may list many.
        self._by_start: dict[str, list[tuple[Spelling, str, str]]] = {}

    def add(self, phrase: str, new: str, kind: str) -> None:
        """Add a phrase with all its spellings; one that is there already keeps what comes in its place."""
        for spelling in spellings_of(phrase.strip()):
            if spelling.pattern.pattern not in self._patterns:
                self._patterns.add(spelling.pattern.pattern)
                start = max(spelling.needs, key=len, default="")[:_START]
                self._by_start.setdefault(start, []).append((spelling, new, kind))

    def spots(self, text: str) -> list[Spot]:
        """Give where they stand in a text; where two overlap, the one with the longer spelling."""
        if not self._patterns:
            return []
        folded, places = folded_with_places(text)
        letters = FoldedText(folded).letters
        starts = {letters[at : at + size] for size in range(_START + 1) for at in range(len(letters) + 1)}
        wanted = [
            one
            for start in starts & self._by_start.keys()
            for one in self._by_start[start]
            if all(need in letters for need in one[0].needs)
        ]
        spots: list[Spot] = []
        taken: set[int] = set()
        for spelling, new, kind in sorted(
            wanted, key=lambda one: (-len(one[0].pattern.pattern), one[0].pattern.pattern)
        ):
            for found in spelling.pattern.finditer(folded):
                start, end = found.span()
                start += len(found[0]) - len(found[0].lstrip())
                end -= len(found[0]) - len(found[0].rstrip())
                # A possessive s stays.
                own = re.sub(r"'?s\Z", "", folded[start:end]) if kind == PLACE else ""
                end = start + len(own) if own and spelling.pattern.fullmatch(own) else end
                if TAKEN not in found[0] and taken.isdisjoint(range(start, end)):
                    taken.update(range(start, end))
                    spots.append(Spot(places[start], places[end - 1] + 1, new, kind))
        return spots

"""Which items of two lists are the same thing, whatever their order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

from sostool.findings.finding import Path
from sostool.story.likeness import alike
from sostool.story.said import main_text, said, words_of
from sostool.story.telling_apart import key_of, told
from sostool.yamlfile.parts import Part


def matched(earlier: Sequence[Part], later: Sequence[Part]) -> Mapping[Path, Part]:
    """Give for the place of each earlier item the later one that is the same thing, if there is one.

    By id; then what says the very same; then by what tells it apart; then by the same sentence; then by likeness.
    """
    match = _Match(earlier, later)
    how = told(type(earlier[0]))
    match.by(lambda part: getattr(part, "id", "") or None)
    match.by(match.said)
    if how.keys:
        match.by(lambda part: key_of(part, how))
    if how.by_words:
        match.by(match.words)
        match.by_likeness()
    return match.found


class _Match:
    """Two lists, what is the same so far, and what is left of both."""

    def __init__(self, earlier: Sequence[Part], later: Sequence[Part]) -> None:
        self.found: dict[Path, Part] = {}
        self._earlier, self._later = list(earlier), list(later)
        self._said: dict[int, str] = {}
        self._words: dict[int, tuple[str, ...]] = {}
        self._taken: set[Path] = set()

    def said(self, part: Part) -> str:
        """Give what an item says."""
        if id(part) not in self._said:
            self._said[id(part)] = said(part)
        return self._said[id(part)]

    def words(self, part: Part) -> tuple[str, ...] | None:
        """Give the words of an item's sentence; None where it has none."""
        if id(part) not in self._words:
            self._words[id(part)] = words_of(main_text(part))
        return self._words[id(part)] or None

    def by(self, key: Callable[[Part], Hashable | None]) -> None:
        """Pair off items with the same key; where several have it, those that are most alike first."""
        groups: defaultdict[Hashable, tuple[list[Part], list[Part]]] = defaultdict(lambda: ([], []))
        for side, parts in enumerate((self._earlier, self._later)):
            for part in parts:
                if (value := key(part)) is not None:
                    groups[value][side].append(part)
        for before, after in groups.values():
            if len(before) == len(after) == 1:
                self._take([(before[0], after[0])])
            elif before and after:
                self._take(self._most_alike_first(before, after))
        self._forget_taken()

    def by_likeness(self) -> None:
        """Pair off items whose words are alike, those that are most alike first."""
        if self._earlier and self._later:
            self._take(self._ranked(self._earlier, self._later))
            self._forget_taken()

    def _most_alike_first(self, earlier: list[Part], later: list[Part]) -> Iterable[tuple[Part, Part]]:
        """Give pairs of items that have one key: those alike by their words, then the others in a fixed order."""
        yield from self._ranked(earlier, later)
        before = sorted((one for one in earlier if one.path not in self.found), key=self.said)
        after = sorted((one for one in later if one.path not in self._taken), key=self.said)
        yield from zip(before, after, strict=False)

    def _ranked(self, earlier: list[Part], later: list[Part]) -> list[tuple[Part, Part]]:
        found = alike([self.words(one) or () for one in earlier], [self.words(one) or () for one in later])
        ranked = [(-likeness, earlier[first], later[second]) for first, second, likeness in found]
        # Equally alike ones are taken by what they say, never by where they stand, and from both sides alike.
        ranked.sort(key=lambda one: (one[0], *sorted((self.said(one[1]), self.said(one[2])))))
        return [(before, after) for _, before, after in ranked]

    def _take(self, found: Iterable[tuple[Part, Part]]) -> None:
        for before, after in found:
            if before.path not in self.found and after.path not in self._taken:
                self.found[before.path] = after
                self._taken.add(after.path)

    def _forget_taken(self) -> None:
        self._earlier = [part for part in self._earlier if part.path not in self.found]
        self._later = [part for part in self._later if part.path not in self._taken]

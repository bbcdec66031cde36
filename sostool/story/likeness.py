"""How alike the words of two texts are, for finding the same item again after somebody has reworded it."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

# In thousandths. Of the sentences in tests/story/reworded.yaml those that mean the same lie between 429 and 967, others
# at 334 at most; between two different items of one list of an example it is 437 at most.
LEAST = 420
# Of the very same words.
WHOLLY = 1000
# Words are compared by their first letters: drink, drinks and drinking are one.
_LETTERS = 5
# Fewer words in common say too little, unless they are all that one of the two texts has. Of short texts in which one
# word is another, those that mean the same (285 to 500) cannot be told from those that do not (500).
_FEWEST_IN_COMMON = 3
_FEWEST_WORDS = 2
# Pairs of texts that are compared at most; families with fewer than some hundred entries never come near.
_MOST_COMPARED = 50_000


class Alike(NamedTuple):
    """Two texts by their positions, and how alike they are: 1000 for the very same words."""

    earlier: int
    later: int
    likeness: int


def alike(earlier: Sequence[Sequence[str]], later: Sequence[Sequence[str]]) -> Iterator[Alike]:
    """Give the pairs of texts whose words are alike enough.

    The likeness is twice the weight of the words that both have, through the weight of all their words (Dice's
    measure). A word that stands in many of the texts, such as the family's names, weighs less than one that stands in
    few. Where very many texts share their words, those with the rarest words in common are compared first, and the
    rest are left out.

    Args:
        earlier: the words of each earlier text.
        later: the words of each later text.
    """
    before, after = [_starts(words) for words in earlier], [_starts(words) for words in later]
    places: defaultdict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, texts in enumerate((before, after)):
        for position, words in enumerate(texts):
            for word in words:
                places[word][side].append(position)
    weights = {word: _weight(len(first) + len(second)) for word, (first, second) in places.items()}
    totals = tuple([sum(map(weights.__getitem__, words)) for words in texts] for texts in (before, after))
    for first, second in _to_compare(places):
        common = before[first] & after[second]
        fewest = min(_FEWEST_IN_COMMON, len(before[first]), len(after[second]))
        if len(common) >= max(fewest, _FEWEST_WORDS):
            of_both = totals[0][first] + totals[1][second]
            likeness = 2 * WHOLLY * sum(map(weights.__getitem__, common)) // of_both
            if likeness >= LEAST:
                yield Alike(first, second, likeness)


def _starts(words: Sequence[str]) -> frozenset[str]:
    return frozenset(word[:_LETTERS] for word in words)


def _weight(texts: int) -> int:
    # Whole numbers, so that the order in which they are added up changes nothing.
    return int(1000 / (1 + math.log2(texts)))


def _to_compare(places: dict[str, tuple[list[int], list[int]]]) -> set[tuple[int, int]]:
    """Give the pairs worth a look, the rarest words first."""
    shared = [(len(first) * len(second), word) for word, (first, second) in places.items() if first and second]
    found: set[tuple[int, int]] = set()
    looked_at = 0
    for number, word in sorted(shared):
        looked_at += number
        if looked_at > _MOST_COMPARED:
            break
        first, second = places[word]
        found.update((one, other) for one in first for other in second)
    return found

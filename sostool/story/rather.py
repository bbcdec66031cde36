"""Which items are rather the same thing as one of some than as one of others."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence

from sostool.findings.finding import Path
from sostool.story.likeness import WHOLLY, alike
from sostool.story.said import main_text, said, words_of
from sostool.story.telling_apart import Told, key_of, told
from sostool.yamlfile.parts import Part

# Beside what an item says: by what it is known again, and who may have it.
_NOT_SAID = frozenset(("id", "withhold", "cleared"))


def rather_others(earlier: Sequence[Part], ours: Sequence[Part], others: Sequence[Part]) -> set[Path]:
    """Give the places of the earlier items that are the same thing as one of the others, and not as one of ours.

    Unlike in `matched`, each item is looked at alone, and its words count more than its id: an id may have been given
    to something else. What is as much one of ours is taken for that.

    Args:
        earlier: items of one kind.
        ours: later ones.
        others: other later ones.
    """
    if not earlier or not others:
        return set()
    how = told(type(earlier[0]))
    names = [{name for part in parts for name in _names(part, how)} for parts in (ours, others)]
    nearest = _by_words(earlier, ours, others) if how.by_words else _by_key(earlier, ours, others, how)
    found = set()
    for one, (to_ours, to_others) in zip(earlier, nearest, strict=True):
        is_ours, is_others = (not named.isdisjoint(_names(one, how)) for named in names)
        if to_others > to_ours or (is_others and not is_ours and to_ours < WHOLLY):
            found.add(one.path)
    return found


def _names(part: Part, how: Told) -> Iterator[Hashable]:
    """Give all by which an item is known again beside its words."""
    if id_ := getattr(part, "id", ""):
        yield id_
    if how.keys:
        yield key_of(part, how)


def _by_words(earlier: Sequence[Part], ours: Sequence[Part], others: Sequence[Part]) -> list[list[int]]:
    """Give for each earlier item how alike the most alike of ours is, and of the others; in thousandths."""
    before = [words_of(main_text(part)) for part in earlier]
    after = [words_of(main_text(part)) for part in (*ours, *others)]
    found = [[0, 0] for _ in earlier]
    for one in alike(before, after):
        side = int(one.later >= len(ours))
        found[one.earlier][side] = max(found[one.earlier][side], one.likeness)
    for side, words in enumerate((set(after[: len(ours)]), set(after[len(ours) :]))):
        for number, said_before in enumerate(before):
            if said_before and said_before in words:
                found[number][side] = WHOLLY
    return found


def _by_key(earlier: Sequence[Part], ours: Sequence[Part], others: Sequence[Part], how: Told) -> list[list[int]]:
    """Give the same where items are told apart by a key: what has the same key and says the same is wholly alike."""

    def says(part: Part) -> tuple[Hashable, str]:
        return key_of(part, how), said(part, without=_NOT_SAID)

    known = [{says(part) for part in parts} for parts in (ours, others)]
    return [[WHOLLY if says(one) in given else 0 for given in known] for one in earlier]

"""Which parts of two case files of one family are the same thing."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from sostool.case.model import Case, Marked
from sostool.findings.finding import Path
from sostool.story.matching import matched
from sostool.story.said import all_inside, main_text, parts_in, said, words_of
from sostool.yamlfile.parts import ByIdKind, Part, PartKind

# Marks belong to their item, and a reason for a query to the meeting it was asked at.
_LEFT_OUT = frozenset(("withhold", "cleared", "must_not_see", "answers"))
# Fewer words may well stand in two places without being the same thing.
WORDS_OF_A_SENTENCE = 3


class Pair(NamedTuple):
    """The same thing in the earlier and in the later file.

    `kind` says which part of the file it is, by the keys that lead to it: `dangers`, `dangers.scale.ratings`,
    `map.worried.past_harm`, `people`.
    """

    kind: str
    earlier: Part
    later: Part


class Alone(NamedTuple):
    """Something that stands in one of the two files only."""

    kind: str
    part: Part


class Moved(NamedTuple):
    """The same sentence in another part of the file than before: a strength that has become a rule, say."""

    kind: str
    earlier: Part
    later_kind: str
    later: Part


class Pairs:
    """What two files have in common, and what stands in one of them only.

    `same`, `gone` and `moved` are in the order of the earlier file, `new` in that of the later one. The parts of
    holding back (`withhold`, `cleared`, `must_not_see`) belong to their item and are not listed, nor are `answers`.
    """

    def __init__(
        self,
        same: tuple[Pair, ...],
        gone: tuple[Alone, ...],
        new: tuple[Alone, ...],
        moved: tuple[Moved, ...] = (),
    ) -> None:
        self.same, self.gone, self.new, self.moved = same, gone, new, moved

    def same_of(self, *kinds: str) -> tuple[Pair, ...]:
        """Give the pairs of some kinds."""
        return tuple(pair for pair in self.same if pair.kind in kinds)

    def gone_of(self, *kinds: str) -> tuple[Part, ...]:
        """Give the parts of some kinds that only the earlier file has."""
        return tuple(alone.part for alone in self.gone if alone.kind in kinds)

    def new_of(self, *kinds: str) -> tuple[Part, ...]:
        """Give the parts of some kinds that only the later file has."""
        return tuple(alone.part for alone in self.new if alone.kind in kinds)

    def later_of(self, earlier: Part) -> Part | None:
        """Give the same thing in the later file (also where it has moved); None if it is not there.

        Parts are known by their path, so that a copy of the case will do too.
        """
        return self._later.get(earlier.path)

    def earlier_of(self, later: Part) -> Part | None:
        """Give the same thing in the earlier file (also where it has moved); None if it was not there."""
        return self._earlier.get(later.path)

    @cached_property
    def _later(self) -> dict[Path, Part]:
        found = {pair.earlier.path: pair.later for pair in self.same}
        return found | {one.earlier.path: one.later for one in self.moved}

    @cached_property
    def _earlier(self) -> dict[Path, Part]:
        found = {pair.later.path: pair.earlier for pair in self.same}
        return found | {one.later.path: one.earlier for one in self.moved}


def pairs(earlier: Case, later: Case) -> Pairs:
    """Find which parts of two case files are the same thing, whatever the order of their lists.

    A part that stands alone under its key (a goal, a scale, a safety plan) is the same if what it stands in is. An
    item of a list is the same as the one with its id; else as one that says the very same; else as one that what
    tells it apart names too (a rating: who and when; a decision: the child); else as one with the same sentence;
    else as the one whose words are most alike, if they are alike enough. The items of a part that is in one file only
    are listed as gone or new; what stands in an item that is in one file only is not.
    """
    walk = _Walk()
    walk.into("", earlier, later)
    moved = _moved(walk.gone, walk.new)
    was, became = {one.earlier.path for one in moved}, {one.later.path for one in moved}
    return Pairs(
        tuple(walk.same),
        tuple(one for one in walk.gone if one.part.path not in was),
        tuple(one for one in walk.new if one.part.path not in became),
        moved,
    )


class _Walk:
    """The walk down through two cases side by side."""

    def __init__(self) -> None:
        self.same: list[Pair] = []
        self.gone: list[Alone] = []
        self.new: list[Alone] = []

    def into(self, kind: str, earlier: Part | None, later: Part | None) -> None:
        """Pair off what stands in two parts that are the same thing, or in one that only one of the files has."""
        one = earlier if earlier is not None else later
        for name, attribute, sort in parts_in(type(one)) if one is not None else ():
            if name in _LEFT_OUT:
                continue
            inner_kind = f"{kind}.{name}" if kind else name
            before, after = getattr(earlier, attribute, None), getattr(later, attribute, None)
            if not before and not after:
                continue
            if sort is PartKind:
                self._single(inner_kind, before, after)
            elif sort is ByIdKind:
                self._by_id(inner_kind, before or {}, after or {})
            else:
                self._items(inner_kind, before or (), after or ())

    def _single(self, kind: str, earlier: Part | None, later: Part | None) -> None:
        if earlier is not None and later is not None:
            self.same.append(Pair(kind, earlier, later))
        elif earlier is not None:
            self.gone.append(Alone(kind, earlier))
        elif later is not None:
            self.new.append(Alone(kind, later))
        self.into(kind, earlier, later)

    def _by_id(self, kind: str, earlier: Mapping[str, Part], later: Mapping[str, Part]) -> None:
        found = {before.path: later[id_] for id_, before in earlier.items() if id_ in later}
        self._listed(kind, tuple(earlier.values()), tuple(later.values()), found)

    def _items(self, kind: str, earlier: tuple[Part, ...], later: tuple[Part, ...]) -> None:
        self._listed(kind, earlier, later, matched(earlier, later) if earlier and later else {})

    def _listed(
        self, kind: str, earlier: tuple[Part, ...], later: tuple[Part, ...], found: Mapping[Path, Part]
    ) -> None:
        for before in earlier:
            after = found.get(before.path)
            if after is None:
                self.gone.append(Alone(kind, before))
            else:
                self.same.append(Pair(kind, before, after))
                self.into(kind, before, after)
        known = {after.path for after in found.values()}
        self.new += [Alone(kind, after) for after in later if after.path not in known]


def _moved(gone: list[Alone], new: list[Alone]) -> tuple[Moved, ...]:
    """Find sentences of what is gone in what is new, in another part of the file or inside something else."""
    if not gone or not new:
        return ()
    places: dict[tuple[str, ...], dict[tuple[str, bool], list[_Sentence]]] = {}
    for one in sorted(_sentences(new), key=_Sentence.order, reverse=True):
        places.setdefault(one.words, {}).setdefault((one.kind, one.is_listed), []).append(one)
    found = {}
    for before in sorted(_sentences(gone), key=_Sentence.order):
        for (kind, is_listed), waiting in sorted(places.get(before.words, {}).items()):
            # Two of one list that are not the same thing were told apart there: two voices of two days, say.
            if waiting and not (kind == before.kind and is_listed and before.is_listed):
                found[before.part.path] = Moved(before.kind, before.part, kind, waiting.pop().part)
                break
    return tuple(found[one.part.path] for one in _sentences(gone) if one.part.path in found)


class _Sentence(NamedTuple):
    """An item with a sentence that says enough to be known by it; `is_listed` unless it stands inside such a one."""

    kind: str
    part: Part
    words: tuple[str, ...]
    is_listed: bool

    def order(self) -> tuple[str, str]:
        """Give what they are taken in the order of."""
        return self.kind, said(self.part)


def _sentences(alone: list[Alone]) -> list[_Sentence]:
    """Give the items whose sentence says enough, those inside others too, each once."""
    found: dict[Path, _Sentence] = {}
    for one in alone:
        for kind, part in all_inside(one.part, one.kind):
            words = words_of(main_text(part)) if isinstance(part, Marked) else ()
            if len(words) >= WORDS_OF_A_SENTENCE:
                is_listed = part is one.part or (part.path in found and found[part.path].is_listed)
                found[part.path] = _Sentence(kind, part, words, is_listed)
    return list(found.values())

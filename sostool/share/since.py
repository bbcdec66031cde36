"""What became of an earlier file since, before one reader: the files after it, and what they hold back of it.

What stood open then and is held back now is not told once more, whatever became of its words and its id. So of the
earlier file everything is left out that is rather the same thing as something that a later file has and the reader
does not get, than as something they get; and what says a sentence that is held back there in any other place.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from sostool.case.model import Case, Scale
from sostool.findings.finding import Path
from sostool.share.bars import every_part
from sostool.share.compared import ACTIONS, DANGERS, ROWS, STEPS, actions, items, kept_actions, kept_copy, scales
from sostool.share.held import held_texts
from sostool.share.make_view import view_of
from sostool.share.making import Making
from sostool.share.making_earlier import EarlierMaking, reader_before
from sostool.share.view import View
from sostool.share.view_texts import texts_of
from sostool.story.rather import rather_others
from sostool.story.said import words_of
from sostool.story.same import WORDS_OF_A_SENTENCE, pairs
from sostool.yamlfile.parts import Part

Words = tuple[str, ...]


class Since:
    """A later file before the reader: `kept` is what of it is compared and goes in."""

    def __init__(self, making: Making, view: View) -> None:
        """Take a making and the View that was made by it."""
        self.making, self._view = making, view
        self.kept = kept_copy(making)

    def given_items(self, kind: str) -> Sequence[Part]:
        """Give the items of a list that go in."""
        return [action for action, *_ in kept_actions(self.making)] if kind == ACTIONS else items(self.kept, kind)

    def other_items(self, kind: str) -> Sequence[Part]:
        """Give the items of a list that do not."""
        whole = actions(self.making.case) if kind == ACTIONS else items(self.making.case, kind)
        return _but(whole, self.given_items(kind))

    @cached_property
    def given(self) -> frozenset[Words]:
        """The sentences that the reader gets, each by its words."""
        return _sentences(texts_of(self._view))

    @cached_property
    def held(self) -> frozenset[Words]:
        """The sentences that are held back from the reader, and that they get nowhere else."""
        making = self.making
        return _sentences(held.text for held in held_texts(making.case, making.reader)) - self.given


def earlier_making(case: Case, since: Sequence[Since]) -> EarlierMaking | None:
    """Make what of an earlier case the reader may still have; None where nothing of it was for them.

    Args:
        case: the earlier one.
        since: the files after it: the one that is read first, then any between the two.
    """
    last = since[0]
    before = reader_before(case, last.making.profile, last.making.reader, last.making.case)
    if before is None:
        return None
    making = EarlierMaking(case, [one.making for one in since], before)
    for one in since:
        making.leave_out(_became_held(making, one, last))
        making.leave_out(_inside_became_held(making, one), one.held - last.given)
    view_of(making)  # who stands in what went in is known only after it was made
    return making


def _became_held(earlier: EarlierMaking, one: Since, last: Since) -> set[Path]:
    """Find the items that are held back in a later file; what the last one has open is open."""

    def held(before: Sequence[Part], *kinds: str) -> set[Path]:
        ours = [item for kind in kinds for item in one.given_items(kind)]
        others = [item for kind in kinds for item in one.other_items(kind)]
        open_now = [item for kind in kinds if last is not one for item in last.given_items(kind)]
        return rather_others(before, [*ours, *open_now], others)

    kept = kept_copy(earlier)
    # A danger of last time whose words are left out by themselves still has what belongs to it.
    dangers = [danger for danger in earlier.case.dangers if earlier.may_by_marks("statements and goals", danger)]
    gone = held(dangers, DANGERS)
    ids = {danger.id for danger in dangers if danger.path in gone} - {""}
    return gone.union(
        held([action for action, *_ in kept_actions(earlier)], STEPS, ACTIONS),
        *(held(items(kept, kind), kind) for kind in ROWS),
        (part.path for part in every_part(earlier.case) if getattr(part, "danger", "") in ids),
    )


def _inside_became_held(earlier: EarlierMaking, one: Since) -> set[Path]:
    """Find what stands in items and is held back there in a later file: numbers on a scale, how a rule is looked at."""
    both = pairs(kept_copy(earlier), one.kept)
    found = {pair.earlier.path for pair in both.same if not one.making.open(pair.later)}
    whole = {scale.path: scale for scale in scales(one.making.case)}
    for pair in both.same_of("scale", f"{DANGERS}.scale"):
        then, now = pair.earlier, pair.later
        if isinstance(then, Scale) and isinstance(now, Scale):
            found |= rather_others(then.ratings, now.ratings, _but(whole[now.path].ratings, now.ratings))
    return found


def _but(parts: Iterable[Part], those: Iterable[Part]) -> list[Part]:
    paths = {part.path for part in those}
    return [part for part in parts if part.path not in paths]


def _sentences(texts: Iterable[str]) -> frozenset[Words]:
    return frozenset(words for text in texts if len(words := words_of(text)) >= WORDS_OF_A_SENTENCE)

"""Two files of one family before one reader: what stands in one of them, what in both, as far as they may have it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from sostool.case.model import Case
from sostool.findings.finding import Path
from sostool.share.compared import STEPS, around, items, kept_actions, kept_copy
from sostool.share.make_map import make_item
from sostool.share.making_earlier import EarlierMaking
from sostool.share.since import Since, earlier_making
from sostool.share.view_item import ViewItem
from sostool.story.matching import matched
from sostool.story.said import main_text, words_of
from sostool.story.same import pairs
from sostool.yamlfile.parts import Part

_ONLY_CLEARED = frozenset(("map.worried.grey_areas",))


class Entry(NamedTuple):
    """An item as it stood then and as it stands now; None where it stood, or stands, nowhere."""

    then: ViewItem | None
    now: ViewItem | None


class Agreed(NamedTuple):
    """The actions of earlier plans: by the place of the later step that each became, and what became none."""

    became: dict[Path, ViewItem]
    gone: tuple[Entry, ...]


class Both:
    """An earlier and a later file before one reader."""

    def __init__(self, earlier: EarlierMaking, since: Sequence[Since]) -> None:
        """Take what the reader may have of the earlier file, and the files after it.

        Args:
            earlier: of a case with a meeting and its date.
            since: the later file, of a case with a meeting and its date; then those between, the newest first.
        """
        self._since, self._last = since, since[0]
        self.earlier, self.later = earlier, self._last.making
        self.since, self.until = _day(earlier.case), _day(self.later.case)
        self.kept = kept_copy(earlier)
        self.pairs = pairs(self.kept, self._last.kept)

    def entries(self, kind: str) -> Iterator[Entry]:
        """Give the items of a list: what is in the later file in its order, then what only the earlier one has.

        Nothing at all where a part around the list is held back in the later file: what it holds nobody can tell.
        """
        parts = around(self.later.case, kind)
        if not self.later.open(*(part for part in parts if part is not None)):
            return
        same = {pair.later.path: self._then(pair.earlier, kind) for pair in self.pairs.same_of(kind)}
        agreed = self._agreed if kind == STEPS else Agreed({}, ())
        for item in items(self._last.kept, kind):
            if not getattr(item, "none", False):
                then = same.get(item.path) or agreed.became.get(item.path)
                yield Entry(then, make_item(self.later, item, *parts, **_how(kind)))
        closed = self._closed_between(items(self.kept, kind), kind)
        for item in items(self.kept, kind):
            if self.is_gone(item) and not getattr(item, "none", False):
                yield Entry(self._then(item, kind), closed.get(item.path))
        yield from agreed.gone

    def is_gone(self, item: Part) -> bool:
        """Tell whether an earlier item that the reader had is nowhere in what they have now."""
        return self.pairs.later_of(item) is None and words_of(main_text(item)) not in self._last.given

    @cached_property
    def _agreed(self) -> Agreed:
        """What was agreed when the earlier meeting decided: the actions of its plans are steps to be done.

        One that an earlier step says as well is told by that step.
        """
        steps = items(self._last.kept, STEPS)
        paired = {pair.later.path for pair in self.pairs.same_of(STEPS)}
        said = {words_of(step.what) for step in items(self.kept, STEPS)}
        alone = [one for one in kept_actions(self.earlier) if words_of(one[0].what) not in said]
        later = [*(step for step in steps if step.path not in paired), *(one for one, *_ in kept_actions(self.later))]
        found = matched([action for action, *_ in alone], later) if alone and later else {}
        known = {words_of(step.what) for step in (*steps, *(action for action, *_ in alone if action.path in found))}
        closed = self._closed_between([action for action, *_ in alone], STEPS)
        became: dict[Path, ViewItem] = {}
        gone: dict[tuple[str, ...], Entry] = {}
        for action, *parts in alone:
            item = make_item(self.earlier, action, *parts)
            words = words_of(action.what)
            if action.path in found:
                became.setdefault(found[action.path].path, item)
            elif words not in known and words not in self._last.given:
                gone.setdefault(words, Entry(item, closed.get(action.path)))
        return Agreed(became, tuple(gone.values()))

    def _then(self, item: Part, kind: str) -> ViewItem:
        return make_item(self.earlier, item, *around(self.earlier.case, kind), **_how(kind))

    def _closed_between(self, before: Sequence[Part], kind: str) -> dict[Path, ViewItem]:
        """Give for the places of earlier items what a file between has of them where it is done or answered there."""
        found: dict[Path, ViewItem] = {}
        for making, kept in self._between:
            after = items(kept, kind)
            for path, item in (matched(before, after) if before and after else {}).items():
                now = make_item(making, item, *around(making.case, kind), **_how(kind))
                if now.done is not None or now.answer:
                    found.setdefault(path, now)
        return found

    @cached_property
    def _between(self) -> list[tuple[EarlierMaking, Case]]:
        """The files between, the newest first: what the reader may still have of each."""
        made = (
            earlier_making(one.making.case, self._since[: 1 + number]) for number, one in enumerate(self._since[1:])
        )
        return [(making, kept_copy(making)) for making in made if making is not None]


def _how(kind: str) -> dict[str, bool]:
    return {"only_cleared": kind in _ONLY_CLEARED}


def _day(case: Case) -> dt.date:
    if case.meeting is None or case.meeting.date is None:
        raise ValueError("what has changed is told from one meeting's date to another's")
    return case.meeting.date

"""What has changed between two meetings, as one reader may have it: plain data, with names where the cases have ids."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal, TypeAlias

from sostool.share.view_item import NO_LIMIT, Hearing, ViewItem

Kind: TypeAlias = Literal[
    "step-done",  # done since the earlier meeting
    "step-open",  # not done yet, and it stood in the earlier file
    "step-dropped",  # open in the earlier file, and nowhere in the later one
    "step-new",
    "danger-new",
    "danger-gone",  # no longer listed: why, only the later file can say
    "danger-reworded",
    "goal-new",
    "goal-gone",
    "goal-reworded",
    "goal-reached",  # the later file says on which day
    "worry-new",
    "worry-gone",
    "strength-new",
    "strength-gone",
    "safety-new",
    "safety-gone",
    "unknown-new",
    "unknown-answered",
    "unknown-dropped",  # nobody had found it out, and it stands nowhere in the later file
    "rule-used",
    "rule-new",
    "rule-changed",
    "rule-moved",  # its day of review was put off before it had come
    "rule-gone",
    "line-new",
    "line-changed",
    "line-gone",
    "way-done",
    "way-moved",
    "way-new",
    "way-dropped",
]


@dataclass(frozen=True, slots=True)
class ViewChange:
    """One thing that is not as it was.

    `now` is what stands in the later file, None for what is gone; `then` what stood in the earlier one, None for what
    is new. `number` is that of the danger statement it belongs to, 0 where that is not told. `is_late` tells of a step
    that its day had come by the later meeting.
    """

    kind: Kind
    now: ViewItem | None = None
    then: ViewItem | None = None
    number: int = 0
    is_late: bool = False
    hearing: Hearing = NO_LIMIT

    @property
    def item(self) -> ViewItem:
        """What it is about: as it stands now, else as it stood then."""
        found = self.now or self.then
        assert found is not None
        return found


@dataclass(frozen=True, slots=True)
class ViewNumber:
    """Somebody's number on one day; no `score` where they would not say one."""

    score: float | None
    date: dt.date


@dataclass(frozen=True, slots=True)
class ViewMove:
    """One person's number at the earlier meeting and since; None where they were not asked, and the newest reason."""

    name: str
    role: str
    then: ViewNumber | None
    now: ViewNumber | None
    reason: str = ""
    hearing: Hearing = NO_LIMIT


@dataclass(frozen=True, slots=True)
class ViewMoves:
    """The numbers on one scale: that of a danger statement, which has a number; or the one over everything (0)."""

    number: int
    moves: tuple[ViewMove, ...]
    statement: str = ""


@dataclass(frozen=True, slots=True)
class ViewSomebody:
    """Somebody who is named in one of the two files only, or was born between the two meetings."""

    name: str
    role: str
    relation: str = ""
    born: dt.date | None = None
    hearing: Hearing = NO_LIMIT


@dataclass(frozen=True, slots=True)
class ViewChanges:
    """What has changed since the earlier meeting.

    `is_last` tells whether that was the one before, `several` whether danger statements are told by number.
    """

    since: dt.date
    meeting_kind: str
    is_last: bool = True
    several: bool = False
    numbers: tuple[ViewMoves, ...] = ()
    entries: tuple[ViewChange, ...] = ()
    born: tuple[ViewSomebody, ...] = ()
    came: tuple[ViewSomebody, ...] = ()
    went: tuple[ViewSomebody, ...] = ()

    @property
    def are_none(self) -> bool:
        """Whether everything is as it was."""
        return not (self.numbers or self.entries or self.born or self.came or self.went)

    def of(self, *kinds: Kind) -> tuple[ViewChange, ...]:
        """Give the changes of some kinds, in the order of the kinds and then of the file."""
        return tuple(entry for kind in kinds for entry in self.entries if entry.kind == kind)

"""One line of the clock: a deadline, for whom, and how it stands."""

from __future__ import annotations

import datetime as dt
from typing import Literal, NamedTuple, TypeAlias, get_args

from sostool.findings.finding import Path
from sostool.profile.deadlines import Deadline, End

Status: TypeAlias = Literal["met", "met-late", "due", "due-soon", "overdue", "out-of-order", "unknown-trigger"]
STATUSES: tuple[Status, ...] = get_args(Status)


class Entry(NamedTuple):
    """How one deadline stands on the day that was asked for.

    `whom` is the id of the person it is about, or the free text of an agency; "" where it is about the family.
    `status` is out-of-order where what has to happen did so before the day it is counted from: then nobody can count,
    and `due`, `plan_by` and `counted` are None as they are where that day is not known.
    `trigger` is the day it is counted from, None where it is not written down; it stands at `trigger_path` in the file
    itself, or where `trigger_in` is 1 in the file before, 2 in the one before that. `counted` says from which day how
    many of what were counted, where several ways are allowed. `due` is the last day in time, also where nobody works
    on it; `plan_by` the last day on or before it on which the office is open. `happened` is the day on which it was
    done, `planned` one that still lies ahead. `late_by` counts working days where the deadline does, else days; 0 where
    it is not late. `reason` is the text of the case file that says why it came late. `sure` is False where a day of
    the count lies outside the years whose bank holidays are known: then weekends alone were left out. `at` is where in
    the file the day is written, or where to write it.
    """

    deadline: Deadline
    status: Status
    at: Path
    whom: str = ""
    trigger: dt.date | None = None
    trigger_path: Path = ()
    trigger_in: int = 0
    counted: End | None = None
    due: dt.date | None = None
    plan_by: dt.date | None = None
    happened: dt.date | None = None
    planned: dt.date | None = None
    late_by: int = 0
    reason: str = ""
    sure: bool = True

    @property
    def plan_sooner(self) -> dt.date | None:
        """The day by which to plan it: None where that is the last day itself, or where nothing is left to plan."""
        return self.plan_by if self.plan_by != self.due and self.status in ("due", "due-soon") else None

    @property
    def why(self) -> str:
        """Why it is due on this day, in a sentence without a name."""
        from sostool.dates.why import why  # noqa: PLC0415 - only where somebody reads it

        return why(self)

"""What is known of the meetings before one: when the last conference was held, and when the plan started."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from sostool.case.model import Case, Meeting
from sostool.case.quorum import CONFERENCES
from sostool.findings.finding import Path

_REVIEW = "review-conference"


class Known(NamedTuple):
    """A day, and where it is written: in the file itself (0), the one before it (1), the one before that (2)."""

    day: dt.date
    path: Path
    file: int = 0


class Past:
    """What a file says of the meetings before it, or else the files it follows, newest first.

    The earlier files are looked at only where the file does not say it itself.
    """

    def __init__(self, meeting: Meeting, earlier: Iterable[Case] = ()) -> None:
        self._meeting, self._files = meeting, earlier

    @cached_property
    def _earlier(self) -> tuple[Case, ...]:
        return tuple(self._files)

    @cached_property
    def last_conference(self) -> Known | None:
        """The day on which the last conference before this meeting was held."""
        if self._meeting.last_conference is not None:
            return Known(self._meeting.last_conference, ("meeting", "last_conference"))
        for number, meeting in self._meetings():
            if meeting.kind in CONFERENCES and meeting.date is not None:
                return Known(meeting.date, ("meeting", "date"), number)
            if meeting.last_conference is not None:
                return Known(meeting.last_conference, ("meeting", "last_conference"), number)
        return None

    @cached_property
    def plan_started(self) -> Known | None:
        """The day of the conference at which the plan started that is in force."""
        if self._meeting.plan_started is not None:
            return Known(self._meeting.plan_started, ("meeting", "plan_started"))
        for number, case in enumerate(self._earlier, start=1):
            meeting = case.meeting
            if meeting is None:
                continue
            if meeting.date is not None and _started_a_plan(case, meeting):
                return Known(meeting.date, ("meeting", "date"), number)
            if meeting.plan_started is not None:
                return Known(meeting.plan_started, ("meeting", "plan_started"), number)
        return None

    def core_groups_after(self, day: dt.date) -> list[dt.date]:
        """Give the days after a day on which the files before are of a core group, or list one."""
        listed = [group.date for case in self._earlier for group in case.core_groups]
        own = [meeting.date for _, meeting in self._meetings() if meeting.kind == "core-group"]
        return [one for one in (*own, *listed) if one is not None and one > day]

    def _meetings(self) -> Iterator[tuple[int, Meeting]]:
        for number, case in enumerate(self._earlier, start=1):
            if case.meeting is not None:
                yield number, case.meeting


def _started_a_plan(case: Case, meeting: Meeting) -> bool:
    """Tell whether a plan started at an earlier meeting: nobody holds a review where none did."""
    if meeting.kind not in CONFERENCES:
        return False
    decisions = [one.decision for one in case.outcome.decisions if one.decision] if case.outcome is not None else []
    return "plan-starts" in decisions if decisions else meeting.kind != _REVIEW

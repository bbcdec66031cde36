"""What is known of the meetings before one: when the last conference was, and when the plan started and ended."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from sostool.case.model import Case, Meeting
from sostool.case.people import children_of_the_case
from sostool.case.quorum import CONFERENCES
from sostool.dates.counting import days_after
from sostool.findings.finding import Path

_REVIEW = "review-conference"
# Meetings that are held because there is a plan.
WITH_A_PLAN = frozenset((_REVIEW, "core-group"))
# The days of a move from another authority.
MOVED = ("notified", "written_notice", "information_received", "accepted")
# What a conference can decide for a child who has a plan, or comes to have one; all other words leave it open.
_GOES_ON = frozenset(("plan-starts", "plan-continues"))
_IS_OVER = frozenset(("plan-ends", "no-plan", "child-in-need", "early-help"))


class Known(NamedTuple):
    """A day, and where it is written: in the file itself (0), the one before it (1), the one before that (2)."""

    day: dt.date
    path: Path
    file: int = 0


class Past:
    """What a file says of the meetings before it, or else the files it follows, newest first.

    The earlier files are looked at only where the file does not say it itself.
    """

    def __init__(self, case: Case, meeting: Meeting, earlier: Iterable[Case] = ()) -> None:
        self._case, self._meeting, self._files = case, meeting, earlier

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

    @cached_property
    def round_began(self) -> dt.date | None:
        """The first day on which something that is done for this meeting can have been done.

        That is the day after the last conference, or after the one at which the plan started where the last one is not
        known; before a first one the day of the referral, of the strategy discussion or of a move, whichever came
        first. None where none of them is known; a day after the meeting is wrong, and left out.
        """
        meeting = self._meeting
        held = (self.last_conference, self.plan_started)
        began = [days_after(one.day, 1) for one in held if one is not None]
        if meeting.kind not in WITH_A_PLAN:
            moved = [getattr(meeting.transfer, name) for name in MOVED] if meeting.transfer is not None else []
            known = [day for day in (meeting.referral, meeting.strategy_discussion, *moved) if day is not None]
            began += [min(known)] if known else []
        return max((day for day in began if meeting.date is None or day <= meeting.date), default=None)

    def plan_ended(self, child: str = "") -> dt.date | None:
        """Give the day of the conference that ended the plan: for one child, or else for the last of all.

        None while any of them still has one, and where no conference has decided about each of them. All are those of
        the last conference that decided: a child who has come since had no part in that plan.
        """
        if child:
            return self._ended(child)
        last = next(self._conferences(), None)
        ends = [self._ended(one.id) for one in children_of_the_case(last)] if last is not None else []
        return max((day for day in ends if day is not None), default=None) if all(ends) else None

    def _ended(self, child: str) -> dt.date | None:
        for case in self._conferences():
            made = case.outcome.decisions if case.outcome is not None else ()
            decided = {one.decision for one in made if one.child == child}
            if decided & _GOES_ON:
                return None
            if decided & _IS_OVER:
                return case.meeting.date if case.meeting is not None else None
        return None

    def _conferences(self) -> Iterator[Case]:
        """Give the cases of conferences that have an outcome, from this meeting back."""
        for case in self._from_here_back():
            if case.meeting is not None and case.meeting.kind in CONFERENCES and case.outcome is not None:
                yield case

    def _from_here_back(self) -> Iterator[Case]:
        yield self._case
        yield from self._earlier

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

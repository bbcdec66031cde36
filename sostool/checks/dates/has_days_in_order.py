"""DT104: days that cannot stand in this order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from sostool.case.ages import LONGEST_PREGNANCY
from sostool.case.model import Case, Meeting
from sostool.case.model.meeting import Transfer
from sostool.checks.check import Found, check
from sostool.checks.dates.by_the_clock import entries
from sostool.checks.look import Look
from sostool.findings.finding import Path

# Days of the meeting that lie on or before it, and those that lie before it.
_BY_THE_MEETING = ("referral", "strategy_discussion", "invitations_sent", "report_to_chair")
_BEFORE_THE_MEETING = ("last_conference", "plan_started")
# Pairs of days that come one before the other, or on the same day.
_IN_ORDER = (
    ("referral", "strategy_discussion"),
    ("referral", "assessment_finished"),
    ("plan_started", "last_conference"),
    ("last_conference", "invitations_sent"),
    ("last_conference", "report_to_chair"),
)
_MEND = "Look at both dates, and at the year."


@check("DT104", "days-out-of-order", "query")
def has_days_in_order(look: Look) -> Iterator[Found]:
    """The days of the meeting stand in an order that can be.

    What it checks
        The referral, the strategy discussion, the invitations, the chair's report and the dates of a move do not lie
        after the meeting; the last conference and the start of the plan lie before it. The referral lies before the
        strategy discussion and the end of the assessment, and the start of the plan not after the last conference. The
        invitations and the chair's report lie after the last conference. Nothing that has a deadline happened before
        the day it is counted from. None of these days lies before any of the children could be expected. PE104 asks
        about the days of people.

    Why it matters
        One wrong year moves every deadline that is counted from it, and a family that sees a day which cannot be does
        not trust the other days.

    Fails
        meeting: {kind: initial-conference, date: 2026-03-17, referral: 2026-04-02, strategy_discussion: 2026-02-25}

    Passes
        meeting: {kind: initial-conference, date: 2026-03-17, referral: 2026-02-22, strategy_discussion: 2026-02-25}

    Source
        The children in need census takes no conference before its strategy discussion and no review on or before the
        day on which the plan started (rule 8841).
    """
    meeting = look.case.meeting
    if meeting is None:
        return
    days = dict(_days(meeting))
    told: set[Path] = set()
    for path, message in _wrong(look.case, meeting, days):
        if path not in told:
            told.add(path)
            yield Found(path, message, _MEND)
    for entry in entries(look):
        trigger_path = () if entry.trigger_in else entry.trigger_path
        if entry.status == "out-of-order" and told.isdisjoint((entry.at, trigger_path)):
            told.add(entry.at)
            yield Found(
                entry.at,
                "This lies before the day that its deadline is counted from.",
                _MEND,
                detail=entry.why,
                also=(trigger_path,) if trigger_path else (),
            )


def _wrong(case: Case, meeting: Meeting, days: dict[Path, dt.date]) -> Iterator[tuple[Path, str]]:
    for path, day in days.items():
        if (
            meeting.date is not None
            and day > meeting.date
            and path[-1] not in ("assessment_finished", *_BEFORE_THE_MEETING)
        ):
            yield path, "This lies after the meeting."
        elif meeting.date is not None and day >= meeting.date and path[-1] in _BEFORE_THE_MEETING:
            yield path, "This does not lie before the meeting."
    for first, second in _IN_ORDER:
        earlier, later = days.get(("meeting", first)), days.get(("meeting", second))
        if earlier is not None and later is not None and earlier > later:
            yield (("meeting", second) if first != "referral" else ("meeting", first)), _ORDER[first]
    expected = [day for child in case.people.values() if child.role == "child" for day in [child.born or child.due]]
    if days and expected and None not in expected:
        first_thought_of = min(day for day in expected if day is not None).toordinal() - LONGEST_PREGNANCY.days
        for path, day in days.items():
            if day.toordinal() < first_thought_of:
                yield path, "This lies before any of the children could be expected."


_ORDER = {
    "referral": "The referral lies after what came of it.",
    "plan_started": "The last conference lies before the one at which the plan started.",
    "last_conference": "This lies before the last conference.",
}


def _days(meeting: Meeting) -> Iterator[tuple[Path, dt.date]]:
    for name in (*_BY_THE_MEETING, "assessment_finished", *_BEFORE_THE_MEETING):
        if (day := getattr(meeting, name)) is not None:
            yield ("meeting", name), day
    if meeting.transfer is not None:
        for name in Transfer.keys:
            if name != "from_authority" and (day := getattr(meeting.transfer, name)) is not None:
                yield ("meeting", "transfer", name), day

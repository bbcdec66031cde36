"""The clock of a case as its checks look at it: as it stood on the day of the meeting."""

from __future__ import annotations

from sostool.checks.look import Look
from sostool.dates.clock import clock
from sostool.dates.entry import Entry
from sostool.findings.finding import Severity

# What has to happen, inside a sentence.
EVENT_WORDS = {
    "assessment-finished": "the assessment",
    "conference": "the conference",
    "core-group": "the first core group",
    "first-review": "the first review",
    "next-review": "the review",
    "invitations-sent": "the invitations",
    "report-to-chair": "the report for the chair",
    "agency-report": "a report of another agency",
    "child-seen": "seeing the child",
    "decision-letter-shared": "the letter with the decision",
    "minutes-shared": "the minutes",
    "report-shared": "the report for a parent or carer",
}
# SH105 asks, person by person, whether each parent and carer has had the statements and goals in time.
_ASKED_ELSEWHERE = "report-shared"


def entries(look: Look) -> tuple[Entry, ...]:
    """Give each deadline of the profile that applies and is asked here, as it stood on the day of the meeting."""
    return look.once(_entries)


def _entries(look: Look) -> tuple[Entry, ...]:
    meeting = look.case.meeting
    if meeting is None or meeting.date is None:
        return ()
    entries = clock(look.case, look.profile, meeting.date, look.chain)
    return tuple(entry for entry in entries if entry.deadline.event != _ASKED_ELSEWHERE)


def weight(entry: Entry) -> Severity | None:
    """Give how much a deadline weighs, where its profile says something else than a query."""
    severity = entry.deadline.severity
    return None if severity == "query" else severity  # type: ignore[return-value]  # one of the three words


def how_to_say_why(entry: Entry) -> str:
    """Say how to give the reason for a deadline."""
    return f"Say why, under `meeting`: delays: [{{what: {entry.deadline.id}, reason: …, agreed_by: [their-id]}}]."

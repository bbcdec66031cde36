"""Deadlines in a calendar: read back with the library, as another program would read them."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest
from builders import Data, family, put, read
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from sostool.profile import Profile
from sostool.profile.deadlines import Deadline, End
from sostool.timeline.calendar import calendar
from sostool.timeline.timeline import Timeline, timeline_of

HELD = Deadline("held", "The conference is held.", "conference", (End("strategy-discussion", 15, "working-days"),))
SENT = Deadline("sent", "The invitations go out.", "invitations-sent", (End("conference", 1, "months"),), "before")
SHARED = Deadline("shared", "Each has it.", "report-shared", (End("conference", 3, "days"),), "before")
ASSESSED = Deadline("assessed", "It is finished.", "assessment-finished", (End("referral", 45, "days"),))
REPORTS = Deadline("reports", "Each report has come.", "agency-report", (End("conference", 2, "days"),), "before")


def timeline(data: Data, today: str, *deadlines: Deadline) -> Timeline:
    case = read(put(data, "meeting.strategy_discussion", "2026-02-25")).case
    assert case is not None
    ours = Profile("ours", deadlines={deadline.id: deadline for deadline in deadlines})
    return timeline_of("case.yaml", case, ours, dt.date.fromisoformat(today))


def events(data: bytes) -> list[Any]:
    found: Any = Calendar.from_ical(data)
    return list(found.walk("VEVENT"))


def test_an_entry_stands_on_the_day_to_plan_by_and_says_the_last_day() -> None:
    [lisa, dean] = events(calendar([timeline(family(), "2026-03-01", SHARED)]))
    assert lisa.to_ical().decode().split("\r\n") == [
        "BEGIN:VEVENT",
        "SUMMARY:EX-0900: Each has it (p3)",
        "DTSTART;VALUE=DATE:20260313",
        "DTEND;VALUE=DATE:20260314",
        "DTSTAMP:20260301T000000Z",
        "UID:EX-0900.shared.p3@sostool",
        "SEQUENCE:9556",
        "CLASS:PRIVATE",
        "DESCRIPTION:The last day is Saturday 14 March 2026.",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "",
    ]
    assert dean["uid"] == "EX-0900.shared.p4@sostool"


def test_what_is_done_or_cannot_be_counted_has_no_entry_and_what_is_overdue_has_one() -> None:
    data = put(family(), "shared", [{"document": "report", "with": "lisa", "date": "2026-03-12"}])
    made = calendar([timeline(data, "2026-03-16", HELD, SENT, SHARED, ASSESSED)])
    assert [str(event["uid"]) for event in events(made)] == [
        "EX-0900.sent@sostool",
        "EX-0900.shared.p4@sostool",
        "EX-0900.held@sostool",
    ]


def test_the_next_days_file_has_the_same_entries_with_a_higher_number() -> None:
    [first], [second] = (events(calendar([timeline(family(), day, HELD)])) for day in ("2026-03-01", "2026-03-02"))
    assert first["uid"] == second["uid"]
    assert first["sequence"] < second["sequence"]


def test_a_moved_meeting_moves_the_entry() -> None:
    moved = put(family(), "meeting.date", "2026-04-14")
    [first], [second] = (events(calendar([timeline(data, "2026-01-02", SENT)])) for data in (family(), moved))
    assert first["uid"] == second["uid"]
    assert (first["dtstart"].dt, second["dtstart"].dt) == (dt.date(2026, 2, 17), dt.date(2026, 3, 13))


def test_two_reports_of_one_agency_have_two_entries() -> None:
    data = put(family(), "agency_reports", [{"from": "cole"}, {"from": "cole"}])
    found = events(calendar([timeline(data, "2026-03-01", REPORTS)]))
    assert [str(event["uid"]) for event in found] == ["EX-0900.reports.p12@sostool", "EX-0900.reports.p12.2@sostool"]


def test_several_families_are_in_one_calendar() -> None:
    other = put(family(), "reference", "EX-0901")
    found = events(calendar([timeline(data, "2026-03-01", HELD) for data in (family(), other)]))
    assert [str(event["summary"]) for event in found] == [
        "EX-0900: The conference is held", "EX-0901: The conference is held",
    ]  # fmt: skip


def test_the_same_timelines_give_the_same_bytes_and_nobody_is_named() -> None:
    data = put(family(), "agency_reports", [{"from": "Kestrel Surgery"}])
    made = [calendar([timeline(data, "2026-03-01", HELD, SENT, SHARED, REPORTS)]) for _ in range(2)]
    assert made[0] == made[1]
    for name in ("Lisa", "lisa", "Dean", "dean", "Kestrel", "Priya"):
        assert name.encode() not in made[0]
    assert b"VALARM" not in made[0]
    assert b"METHOD" not in made[0]


@pytest.mark.parametrize("today", ["0001-01-01", "1999-12-31", "9999-12-31"])
def test_any_day_can_be_today(today: str) -> None:
    [event] = events(calendar([timeline(put(family(), "meeting.date", "9999-12-31"), today, SHARED)]))[:1]
    assert event["sequence"] >= 0


@settings(deadline=None, max_examples=60)
@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=200).filter(
        lambda title: title.strip() == title
    )
)
def test_any_title_comes_back_as_it_is_and_no_line_is_too_long(title: str) -> None:
    made = calendar([timeline(family(), "2026-03-01", HELD._replace(title=title))])
    [event] = events(made)
    assert str(event["summary"]) == f"EX-0900: {title.removesuffix('.')}"
    assert made.endswith(b"\r\n")
    assert all(len(line) <= 75 for line in made.split(b"\r\n"))
    assert re.search(rb"(?<!\r)\n", made) is None


@pytest.mark.parametrize("title", ["Ring; then\\write, twice", "BEGIN:VALARM", 'Say "yes"'])
def test_what_means_something_in_a_calendar_is_only_text(title: str) -> None:
    made = calendar([timeline(family(), "2026-03-01", HELD._replace(title=title))])
    [event] = events(made)
    assert str(event["summary"]) == f"EX-0900: {title}"
    whole: Any = Calendar.from_ical(made)
    assert [part.name for part in whole.walk()] == ["VCALENDAR", "VEVENT"]

"""The deadlines of a case on one day: what needs doing first, whom each is about, and where it is written."""

from __future__ import annotations

import datetime as dt

from builders import Data, family, put, read

from sostool.case.model import Case
from sostool.profile import Profile
from sostool.profile.deadlines import Deadline, End
from sostool.timeline.timeline import ORDER, SOON, Standing, Timeline, by_position, timeline_of

MEETING = dt.date(2026, 3, 17)
HELD = Deadline("held", "The conference is held.", "conference", (End("strategy-discussion", 15, "working-days"),))
ASSESSED = Deadline("assessed", "The assessment is finished.", "assessment-finished", (End("referral", 45, "days"),))
SENT = Deadline("sent", "The invitations go out.", "invitations-sent", (End("conference", 1, "months"),), "before")
SHARED = Deadline("shared", "Each has the report.", "report-shared", (End("conference", 3, "days"),), "before")
REPORTS = Deadline("reports", "Each report has come.", "agency-report", (End("conference", 2, "days"),), "before")
SEEN = Deadline("seen", "Each child is seen.", "child-seen", (End("strategy-discussion", 1, "working-days"),))
ALL = (HELD, ASSESSED, SENT, SHARED, REPORTS, SEEN)


def case_of(data: Data) -> Case:
    found = read(data).case
    assert found is not None
    return found


def ours(*deadlines: Deadline) -> Profile:
    return Profile("ours", deadlines={deadline.id: deadline for deadline in deadlines})


def timeline(data: Data, today: str, *deadlines: Deadline, days: int = SOON) -> Timeline:
    return timeline_of("case.yaml", case_of(data), ours(*deadlines), dt.date.fromisoformat(today), days)


def told(found: Timeline) -> list[tuple[str, str, str]]:
    return [(one.entry.deadline.id, one.status, one.code) for one in found.standings]


def full() -> Data:
    data = family()
    put(data, "meeting.strategy_discussion", "2026-02-25")
    put(data, "meeting.invitations_sent", "2026-02-26")
    put(data, "shared", [{"document": "report", "with": "lisa", "date": "2026-03-12"}])
    return put(data, "agency_reports", [{"from": "cole", "received": "2026-03-11"}, {"from": "Kestrel Surgery"}])


def test_what_needs_doing_comes_first_and_what_is_done_last() -> None:
    found = timeline(full(), "2026-03-12", *ALL)
    assert told(found) == [
        ("seen", "overdue", "p1"),
        ("seen", "overdue", "p2"),
        ("shared", "due-soon", "p4"),
        ("reports", "due-soon", "a2"),
        ("held", "due-soon", ""),
        ("assessed", "unknown-trigger", ""),
        ("sent", "met-late", ""),
        ("shared", "met", "p3"),
        ("reports", "met", "p12"),
    ]
    assert [status for status, _ in found.groups()] == [
        status for status in ORDER if status not in ("due", "out-of-order")
    ]
    assert sum(len(some) for _, some in found.groups()) == len(found.standings)
    assert (found.file, found.reference, found.kind, found.date) == (
        "case.yaml", "EX-0900", "initial-conference", MEETING,
    )  # fmt: skip


def test_what_is_soon_is_said_by_the_number_of_days() -> None:
    assert told(timeline(full(), "2026-03-12", HELD, days=6)) == [("held", "due-soon", "")]
    assert told(timeline(full(), "2026-03-12", HELD, days=5)) == [("held", "due", "")]
    assert told(timeline(full(), "2026-03-18", HELD, days=0)) == [("held", "met", "")]
    assert told(timeline(full(), "2026-03-12", HELD, SENT, ASSESSED, days=5).only_soon()) == []


def test_an_agency_that_is_nobody_of_the_file_is_called_by_the_place_of_its_report() -> None:
    found = {one.code: one for one in timeline(full(), "2026-03-12", REPORTS).standings}
    assert found["a2"].name == "Kestrel Surgery"
    assert found["a2"].at == ("agency_reports", 1, "received")
    assert found["p12"].name == "Mr Cole"


def test_places_of_people_are_positions_and_the_entry_keeps_its_own() -> None:
    (one, *_) = timeline(full(), "2026-03-12", SEEN).standings
    assert one.entry.at[:2] == ("people", "mia")
    assert one.at[:2] == ("people", 0)
    assert (one.trigger_at, one.name) == (("meeting", "strategy_discussion"), "Mia")


def test_a_person_of_another_file_has_no_position_here() -> None:
    assert by_position(case_of(family()), ("people", "zoe", "born")) == ("people",)
    assert by_position(case_of(family()), ("meeting", "date")) == ("meeting", "date")


def test_earlier_cases_are_asked_for_days_that_the_file_does_not_hold() -> None:
    review = put(put(family(), "meeting.kind", "review-conference"), "meeting.date", "2026-06-09")
    first = put(family(), "outcome", {"decisions": [{"child": "mia", "decision": "plan-starts"}]})
    next_one = Deadline("first-review", "The review is held.", "first-review", (End("plan-started", 3, "months"),))
    alone = timeline_of("b.yaml", case_of(review), ours(next_one), MEETING)
    followed = timeline_of("b.yaml", case_of(review), ours(next_one), MEETING, earlier=[case_of(first)])
    assert told(alone) == []
    assert told(followed) == [("first-review", "due", "")]
    assert followed.standings[0].entry.due == dt.date(2026, 6, 17)


def test_a_title_is_a_heading_without_a_full_stop() -> None:
    (one,) = timeline(full(), "2026-03-12", HELD).standings
    assert one.title == "The conference is held"


def test_open_is_what_has_a_last_day_and_is_not_done() -> None:
    found = {one.entry.deadline.id: one for one in timeline(full(), "2026-03-12", HELD, ASSESSED, SENT).standings}
    assert {id_: one.is_open for id_, one in found.items()} == {"held": True, "assessed": False, "sent": False}
    assert isinstance(found["held"], Standing)

"""The clock: which deadlines apply, from which day they are counted, and how they stand on a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

import pytest
from builders import Data, profile, read
from hypothesis import given
from hypothesis import strategies as st
from support.profiles import own_profile

from sostool.case.model import Case
from sostool.case.model.meeting import KINDS
from sostool.dates.clock import clock
from sostool.dates.days import EVENT_DAYS, TRIGGER_DAYS
from sostool.dates.entry import STATUSES, Entry
from sostool.profile import Profile
from sostool.profile import deadlines as words

MARCH_17 = dt.date(2026, 3, 17)
PLAN = {"decisions": [{"child": "mia", "decision": "plan-starts"}]}
GOES_ON = {"decisions": [{"child": "mia", "decision": "plan-continues"}]}


def case(
    kind: str = "initial-conference", date: str = "2026-03-17", *, more: Data | None = None, **meeting: Any
) -> Case:
    data = {
        "sostool": 1,
        "reference": "EX-0001",
        "meeting": {"kind": kind, "date": date, **meeting},
        "people": {
            "mia": {"name": "Mia", "role": "child", "born": "2019-06-02"},
            "lisa": {"name": "Lisa", "role": "parent", "parent_of": ["mia"]},
            "ann": {"name": "Ann", "role": "chair"},
        },
        **(more or {}),
    }
    found = read(data).case
    assert found is not None
    return found


def review(date: str = "2026-06-09", **meeting: Any) -> Case:
    known = {"last_conference": "2026-03-17", "plan_started": "2026-03-17"} | meeting
    return case("review-conference", date, **{name: day for name, day in known.items() if day})


def rows(entries: tuple[Entry, ...]) -> list[str]:
    return [" ".join(map(str, (one.deadline.id, one.whom or "-", one.status, one.due))) for one in entries]


def on(day: str, of: Case, by: Profile | None = None, **more: Any) -> list[str]:
    return rows(clock(of, by or profile(), dt.date.fromisoformat(day), **more))


def with_deadlines(folder: Path, *lines: str) -> Profile:
    """Give a profile with some deadlines of its own, and none of england's."""
    none = "".join(f"  - {{id: {name}, severity: off}}\n" for name in profile().deadlines)
    return own_profile(
        folder, f"deadlines:\n{none}" + "".join(f"  - {{{line}, source: our handbook}}\n" for line in lines)
    )


def test_words_of_profiles_are_those_of_the_case_file_and_each_has_its_day() -> None:
    assert set(words.TRIGGERS) == set(TRIGGER_DAYS)
    assert set(words.EVENTS) == set(EVENT_DAYS)
    assert words.KINDS == KINDS


class TestBeforeTheFirstConference:
    def test_nothing_is_known(self) -> None:
        entries = clock(case(), profile(), MARCH_17)
        assert rows(entries) == ["assessment - unknown-trigger None", "first-conference - unknown-trigger None"]
        assert [one.at for one in entries] == [("meeting", "referral"), ("meeting", "strategy_discussion")]
        assert [one.happened for one in entries] == [None, MARCH_17]

    def test_the_assessment_and_the_conference_are_counted(self) -> None:
        entries = clock(
            case(referral="2026-02-22", strategy_discussion="2026-02-25", assessment_finished="2026-03-13"),
            profile(),
            MARCH_17,
        )
        assert rows(entries) == ["assessment - met 2026-04-28", "first-conference - met 2026-03-18"]
        assessment, conference = entries
        assert (assessment.trigger, assessment.trigger_path) == (dt.date(2026, 2, 22), ("meeting", "referral"))
        assert (assessment.at, assessment.happened) == (("meeting", "assessment_finished"), dt.date(2026, 3, 13))
        assert (conference.at, conference.happened, conference.planned) == (("meeting", "date"), MARCH_17, None)
        assert conference.counted == conference.deadline.ends[0]
        assert conference.sure

    def test_before_its_day_a_conference_is_planned(self) -> None:
        (entry,) = clock(
            case("transfer-conference", transfer={"notified": "2026-03-02"}), profile(), dt.date(2026, 3, 3)
        )
        assert (entry.status, entry.happened, entry.planned) == ("due", None, MARCH_17)

    @pytest.mark.parametrize(
        ("today", "status", "late_by"),
        [
            ("2026-04-20", "due", 0),
            ("2026-04-21", "due-soon", 0),
            ("2026-04-28", "due-soon", 0),
            ("2026-04-29", "overdue", 1),
            ("2026-05-05", "overdue", 4),  # 4 May is a bank holiday
        ],
    )
    def test_what_is_not_done_is_due_then_due_soon_then_overdue(self, today: str, status: str, late_by: int) -> None:
        entry = clock(case(referral="2026-02-22"), profile(), dt.date.fromisoformat(today))[0]
        assert (entry.deadline.id, entry.status, entry.late_by) == ("assessment", status, late_by)

    def test_how_soon_is_soon_can_be_said(self) -> None:
        asked = case(referral="2026-02-22")
        assert clock(asked, profile(), dt.date(2026, 3, 31), soon=28)[0].status == "due-soon"
        assert clock(asked, profile(), dt.date(2026, 3, 30), soon=28)[0].status == "due"

    @pytest.mark.parametrize(("date", "late_by"), [("2026-03-19", 1), ("2026-03-21", 2), ("2026-04-07", 12)])
    def test_late_is_told_in_the_deadlines_own_unit(self, date: str, late_by: int) -> None:
        entry = clock(case(date=date, strategy_discussion="2026-02-25"), profile(), dt.date(2026, 4, 7))[1]
        assert (entry.status, entry.late_by) == ("met-late", late_by)

    def test_a_weekend_after_the_last_working_day_is_late_too(self) -> None:
        entry = clock(case(date="2026-03-21", strategy_discussion="2026-02-27"), profile(), dt.date(2026, 3, 21))[1]
        assert (entry.due, entry.status, entry.late_by) == (dt.date(2026, 3, 20), "met-late", 1)

    def test_the_reason_for_a_delay_belongs_to_its_deadline(self) -> None:
        delays = [{"what": "first-conference", "reason": " Snow. "}, {"what": "other", "reason": "Ice."}]
        entries = clock(case(strategy_discussion="2026-02-02", delays=delays), profile(), MARCH_17)
        assert [one.reason for one in entries] == ["", "Snow."]


class TestAfterTheConference:
    def test_a_plan_that_starts_brings_a_core_group_and_a_review(self) -> None:
        dates = {"core_group": "2026-03-27", "review": "2026-06-16"}
        entries = clock(case(more={"outcome": {**PLAN, "dates": dates}}), profile(), MARCH_17)[2:]
        assert rows(entries) == ["first-core-group - due 2026-03-31", "first-review - due 2026-06-17"]
        assert [one.planned for one in entries] == [dt.date(2026, 3, 27), dt.date(2026, 6, 16)]
        assert [one.at for one in entries] == [("outcome", "dates", "core_group"), ("outcome", "dates", "review")]
        assert all(one.trigger_path == ("meeting", "date") for one in entries)

    def test_a_planned_day_does_not_make_it_met(self) -> None:
        dates = {"core_group": "2026-03-27", "review": "2026-06-16"}
        asked = case(more={"outcome": {**PLAN, "dates": dates}})
        assert on("2026-04-01", asked)[2:] == ["first-core-group - overdue 2026-03-31", "first-review - due 2026-06-17"]

    def test_a_core_group_that_was_held_does(self) -> None:
        asked = case(more={"outcome": PLAN, "core_groups": [{"date": "2026-04-10"}, {"date": "2026-03-31"}]})
        core_group = clock(asked, profile(), dt.date(2026, 5, 1))[2]
        assert (core_group.status, core_group.at) == ("met", ("core_groups", 1, "date"))

    @pytest.mark.parametrize("decision", ["no-plan", "child-in-need", "early-help", "other", "plan-ends"])
    def test_without_a_plan_nothing_follows(self, decision: str) -> None:
        asked = case(more={"outcome": {"decisions": [{"child": "mia", "decision": decision}]}})
        assert [one.deadline.id for one in clock(asked, profile(), MARCH_17)] == ["assessment", "first-conference"]

    def test_a_plan_that_goes_on_brings_the_next_review_only(self) -> None:
        data = {"outcome": {**GOES_ON, "dates": {"core_group": "2026-06-19", "review": "2026-12-01"}}}
        days = {"last_conference": "2026-03-17", "plan_started": "2026-03-17"}
        asked = case("review-conference", "2026-06-09", more={**data, "core_groups": [{"date": "2026-03-27"}]}, **days)
        assert on("2026-06-09", asked) == [
            "first-core-group - met 2026-03-31",
            "first-review - met 2026-06-17",
            "next-review - due 2026-12-09",
        ]

    def test_a_plan_that_starts_for_a_baby_at_a_review_has_its_own_clock(self) -> None:
        both = {"decisions": [*PLAN["decisions"], *GOES_ON["decisions"]]}
        days = {"last_conference": "2026-06-09", "plan_started": "2026-03-17"}
        asked = case("review-conference", "2026-12-01", more={"outcome": both}, **days)
        assert on("2026-12-01", asked) == [
            "first-core-group - due 2026-12-15",
            "first-review - due 2027-03-01",
            "next-review - met 2026-12-09",
            "next-review - due 2027-06-01",
        ]

    def test_at_other_meetings_nothing_is_decided(self) -> None:
        assert on("2026-03-17", case("family-network", more={"outcome": PLAN})) == []


class TestReviews:
    def test_the_first_is_counted_from_the_start_of_the_plan(self) -> None:
        assert on("2026-06-09", review()) == [
            "first-core-group - overdue 2026-03-31",
            "first-review - met 2026-06-17",
        ]

    def test_a_later_one_from_the_last_that_was_held(self) -> None:
        assert on("2026-12-10", review("2026-12-10", last_conference="2026-06-09")) == [
            "next-review - met-late 2026-12-09"
        ]

    @pytest.mark.parametrize(
        ("last", "started", "asked_for"),
        [("", "", "last_conference"), ("2026-03-17", "", "plan_started"), ("", "2026-03-17", "last_conference")],
    )
    def test_what_is_not_known_is_asked_for_once(self, last: str, started: str, asked_for: str) -> None:
        entries = clock(review(last_conference=last, plan_started=started), profile(), dt.date(2026, 6, 9))
        assert [one.at for one in entries if one.status == "unknown-trigger"] == [("meeting", asked_for)]

    def test_a_core_group_shows_when_the_review_is_due_and_is_one_itself(self) -> None:
        days: Data = {"last_conference": "2026-03-17", "plan_started": "2026-03-17"}
        assert on("2026-03-30", case("core-group", "2026-03-30", **days)) == [
            "first-core-group - met 2026-03-31",
            "first-review - due 2026-06-17",
        ]
        later: Data = {"last_conference": "2026-06-09", "plan_started": "2026-03-17"}
        assert on("2026-12-07", case("core-group", "2026-07-30", **later)) == ["next-review - due-soon 2026-12-09"]

    def test_a_core_group_that_knows_nothing_asks_nothing(self) -> None:
        assert on("2026-03-30", case("core-group", "2026-03-30")) == []


def ended(**decided: str) -> Data:
    """Give an outcome of a review, child by child; mia's plan ends where nothing is said."""
    return {"decisions": [{"child": id_, "decision": one} for id_, one in (decided or {"mia": "plan-ends"}).items()]}


class TestAfterThePlan:
    DAYS: ClassVar[Data] = {"last_conference": "2026-03-17", "plan_started": "2026-03-17"}
    BOTH: ClassVar[Data] = {
        "people": {
            "mia": {"name": "Mia", "role": "child", "born": "2019-06-02"},
            "noah": {"name": "Noah", "role": "child", "born": "2024-06-02"},
        }
    }

    def review(self, outcome: Data, **more: Any) -> Case:
        return case("review-conference", "2026-06-09", more={**more, "outcome": outcome}, **self.DAYS)

    def test_what_follows_from_it_ends_with_it(self) -> None:
        asked = self.review(ended())
        assert on("2026-06-09", asked) == ["first-core-group - overdue 2026-03-31", "first-review - met 2026-06-17"]
        assert on("2026-06-10", asked) == ["first-review - met 2026-06-17"]
        goes_on = self.review(GOES_ON)
        assert on("2027-01-04", goes_on) == [
            "first-core-group - overdue 2026-03-31",
            "first-review - met 2026-06-17",
            "next-review - overdue 2026-12-09",
        ]

    @pytest.mark.parametrize("decision", ["plan-ends", "no-plan", "child-in-need", "early-help"])
    def test_the_file_of_a_later_meeting_learns_it_from_the_chain(self, decision: str) -> None:
        group = case("core-group", "2026-07-09")
        first = case(more={"outcome": PLAN})
        chain = [self.review(ended(mia=decision)), first]
        assert on("2027-01-04", group, earlier=chain) == []
        assert on("2027-01-04", group, earlier=[self.review(GOES_ON), first]) == ["next-review - overdue 2026-12-09"]
        # What the file itself says of the plan does not bring back one that has ended.
        stale = case("core-group", "2026-07-09", last_conference="2026-06-09", plan_started="2026-03-17")
        assert on("2027-01-04", stale) == ["next-review - overdue 2026-12-09"]
        assert on("2027-01-04", stale, earlier=chain) == []

    def test_an_assessment_that_was_still_open_is_not_asked_for_any_more(self) -> None:
        days = {**self.DAYS, "referral": "2026-02-22"}
        assert [
            [
                row
                for row in on("2026-07-01", case("review-conference", "2026-06-09", more=more, **days))
                if "asse" in row
            ]
            for more in ({"outcome": GOES_ON}, {"outcome": ended()})
        ] == [["assessment - overdue 2026-04-28"], []]

    @pytest.mark.parametrize(("decision", "is_over"), [("plan-ends", True), ("plan-continues", False)])
    def test_nobody_prepares_any_more_for_the_conference_that_ended_it(
        self, decision: str, is_over: bool, tmp_path: Path
    ) -> None:
        own = with_deadlines(
            tmp_path,
            "id: invited, title: I., event: invitations-sent, trigger: conference, direction: before, limit: 1, unit: months",
            "id: letter, title: L., event: decision-letter-shared, trigger: conference, limit: 1, unit: working-days",
        )
        asked = self.review(ended(mia=decision))
        letter = "letter lisa overdue 2026-06-10"
        assert on("2026-07-01", asked, own) == ([letter] if is_over else ["invited - overdue 2026-05-09", letter])
        assert on("2026-06-09", asked, own)[0] == "invited - overdue 2026-05-09"

    @pytest.mark.parametrize("other", ["plan-continues", "plan-starts", "other", ""])
    def test_it_goes_on_while_one_child_has_one(self, other: str) -> None:
        outcome = ended(mia="plan-ends", noah=other) if other else ended(mia="plan-ends")
        asked = self.review(outcome, **self.BOTH)
        assert on("2026-07-01", asked)[0] == "first-core-group - overdue 2026-03-31"
        assert on("2026-07-01", self.review(ended(mia="plan-ends", noah="no-plan"), **self.BOTH)) == [
            "first-review - met 2026-06-17"
        ]

    def test_children_whose_plans_ended_at_two_reviews_have_none_after_the_second(self) -> None:
        second = case(
            "review-conference", "2026-11-24", last_conference="2026-06-09", plan_started="2026-03-17",
            more={**self.BOTH, "outcome": ended(noah="plan-ends")},
        )  # fmt: skip
        group = case("core-group", "2026-12-09", more=self.BOTH)
        first = self.review(ended(mia="plan-ends", noah="plan-continues"), **self.BOTH)
        start = case(more={**self.BOTH, "outcome": ended(mia="plan-starts", noah="plan-starts")})
        assert on("2027-08-01", group, earlier=[second, first, start]) == []
        assert on("2027-08-01", group, earlier=[first, start]) == ["next-review - overdue 2026-12-09"]

    def test_a_child_who_has_come_since_does_not_keep_it_open(self) -> None:
        baby: Data = {"pip": {"name": "Pip", "role": "child", "born": "2026-07-01"}}
        people = {"people": {**self.BOTH["people"], **baby}}
        group = case("core-group", "2026-07-09", more=people)
        chain = [self.review(ended(mia="plan-ends", noah="plan-ends"), **self.BOTH), case(more={"outcome": PLAN})]
        assert on("2027-08-01", group, earlier=chain) == []

    def test_a_second_plan_has_its_own_deadlines(self) -> None:
        again = case("initial-conference", "2027-02-02")
        group = case("core-group", "2027-02-10")
        chain = [again, self.review(ended()), case(more={"outcome": PLAN})]
        assert on("2027-06-01", group, earlier=chain) == [
            "first-core-group - met 2027-02-16",
            "first-review - overdue 2027-05-02",
        ]

    def test_what_is_counted_from_it_for_one_child_ends_with_that_childs(self, tmp_path: Path) -> None:
        own = with_deadlines(
            tmp_path, "id: seen, title: Seen., trigger: plan-started, event: child-seen, limit: 10, unit: working-days"
        )
        asked = self.review(ended(mia="plan-ends", noah="plan-continues"), **self.BOTH)
        assert on("2026-06-09", asked, own) == ["seen mia overdue 2026-03-31", "seen noah overdue 2026-03-31"]
        assert on("2026-06-10", asked, own) == ["seen noah overdue 2026-03-31"]

    def test_what_a_plan_for_one_child_brings_is_asked_for_that_child_alone(self, tmp_path: Path) -> None:
        own = with_deadlines(
            tmp_path, "id: seen, title: Seen., trigger: plan-started, event: child-seen, limit: 10, unit: working-days"
        )
        asked = case(more={**self.BOTH, "outcome": ended(mia="plan-starts", noah="no-plan")})
        assert on("2026-03-18", asked, own) == ["seen mia due 2026-03-31"]

    @pytest.mark.parametrize("event", ["core-group", "first-review", "next-review"])
    def test_without_one_nothing_follows_from_the_conference_either(self, event: str, tmp_path: Path) -> None:
        own = with_deadlines(
            tmp_path, f"id: own, title: Held., trigger: conference, event: {event}, limit: 10, unit: working-days"
        )
        assert on("2026-03-18", case(more={"outcome": ended(mia="no-plan")}), own) == []
        assert on("2026-03-18", case(), own) == []
        assert on("2026-03-18", case(more={"outcome": PLAN}), own) == ["own - due 2026-03-31"]
        # At a review that has decided nothing yet, nothing has to follow from it yet.
        assert on("2026-06-09", review(), own) == []


class TestRounds:
    """A day counts for the meeting it belongs to, and for no other one."""

    BEFORE = "trigger: conference, direction: before, unit: days"
    LISA: ClassVar[Data] = {"document": "report", "with": "lisa"}

    def own(self, folder: Path, event: str) -> Profile:
        return with_deadlines(folder, f"id: own, title: Done., event: {event}, limit: 14, {self.BEFORE}")

    @pytest.mark.parametrize(
        ("date", "standing"),
        [
            ("2025-05-09", "overdue"),
            ("2026-03-17", "overdue"),
            ("2026-03-18", "met"),
            ("2026-05-26", "met"),
            ("2026-05-27", "met-late"),
        ],
    )
    def test_what_was_shared_up_to_the_last_conference_was_for_that_one(
        self, date: str, standing: str, tmp_path: Path
    ) -> None:
        own = self.own(tmp_path, "report-shared")
        shared = [{**self.LISA, "date": date}]
        days: Data = {"last_conference": "2026-03-17", "plan_started": "2026-03-17"}
        asked = case("review-conference", "2026-06-09", more={"shared": shared}, **days)
        assert on("2026-06-09", asked, own) == [f"own lisa {standing} 2026-05-26"]
        # Where the file does not say when that was, the one it follows does.
        alone = case("review-conference", "2026-06-09", more={"shared": shared})
        assert on("2026-06-09", alone, own, earlier=[case()]) == [f"own lisa {standing} 2026-05-26"]

    @pytest.mark.parametrize(
        ("days", "standing"),
        [
            ({"referral": "2026-02-02", "strategy_discussion": "2026-02-25"}, "met"),
            ({"referral": "2026-02-20", "strategy_discussion": "2026-02-25"}, "overdue"),
            ({"strategy_discussion": "2026-02-25"}, "overdue"),
            ({"transfer": {"accepted": "2026-02-25", "notified": "2026-02-11"}}, "overdue"),
            ({"transfer": {"accepted": "2026-02-25", "notified": "2026-02-10"}}, "met"),
            ({"referral": "2026-02-02", "last_conference": "2026-02-10"}, "overdue"),
            ({"referral": "2026-02-02", "last_conference": "2026-03-17"}, "met"),
            ({"strategy_discussion": "2026-03-20"}, "met"),
            ({}, "met"),
        ],
    )
    def test_before_a_first_conference_it_begins_with_the_referral(
        self, days: Data, standing: str, tmp_path: Path
    ) -> None:
        asked = case(more={"shared": [{**self.LISA, "date": "2026-02-10"}]}, **days)
        assert on("2026-03-17", asked, self.own(tmp_path, "report-shared")) == [f"own lisa {standing} 2026-03-03"]

    def test_why_something_was_not_shared_last_time_says_nothing_of_this_time(self, tmp_path: Path) -> None:
        own = self.own(tmp_path, "report-shared")
        days: Data = {"last_conference": "2026-03-17", "plan_started": "2026-03-17"}
        for date, rows_ in (("2026-03-16", ["own lisa overdue 2026-05-26"]), ("2026-05-01", [])):
            shared = [{**self.LISA, "not_shared": "She was in hospital.", "date": date}]
            assert (
                on("2026-06-09", case("review-conference", "2026-06-09", more={"shared": shared}, **days), own) == rows_
            )

    @pytest.mark.parametrize(
        ("event", "more"),
        [
            ("agency-report", {"agency_reports": [{"from": "School", "received": "2026-03-12"}]}),
            ("child-seen", {"people": {"mia": {"name": "M", "role": "child", "born": "2019-06-02", "seen": [{"date": "2026-03-12"}]}}}),
        ],
    )  # fmt: skip
    def test_reports_and_visits_of_last_time_do_not_count_again(self, event: str, more: Data, tmp_path: Path) -> None:
        own = self.own(tmp_path, event)
        days: Data = {"last_conference": "2026-03-17", "plan_started": "2026-03-17"}
        [late] = clock(case("review-conference", "2026-06-09", more=more, **days), own, dt.date(2026, 6, 9))
        assert (late.status, late.happened) == ("overdue", None)
        [met] = clock(case("initial-conference", "2026-03-27", more=more), own, dt.date(2026, 6, 9))
        assert (met.status, met.happened) == ("met", dt.date(2026, 3, 12))

    def test_where_the_last_conference_is_not_known_the_start_of_the_plan_is(self, tmp_path: Path) -> None:
        own = self.own(tmp_path, "report-shared")
        for date, standing in (("2026-03-17", "overdue"), ("2026-03-18", "met")):
            asked = case(
                "review-conference", "2026-06-09",
                more={"shared": [{**self.LISA, "date": date}]}, plan_started="2026-03-17",
            )  # fmt: skip
            assert on("2026-06-09", asked, own) == [f"own lisa {standing} 2026-05-26"]

    @given(
        st.lists(st.dates(dt.date(2025, 1, 1), dt.date(2026, 7, 1)), max_size=5),
        st.lists(st.dates(dt.date(2025, 1, 1), dt.date(2026, 3, 17)), max_size=3),
        st.dates(dt.date(2026, 3, 17), dt.date(2026, 8, 1)),
    )
    def test_what_was_done_before_changes_nothing(
        self, shared: list[dt.date], before: list[dt.date], today: dt.date
    ) -> None:
        lines: list[Data] = [{**self.LISA, "date": str(day)} for day in shared]
        old: list[Data] = [{**self.LISA, "date": str(day)} for day in before]
        days: Data = {"last_conference": "2026-03-17", "plan_started": "2026-03-17"}
        with_old, without = (
            rows(
                clock(
                    case("review-conference", "2026-06-09", more={"shared": log}, **days), profile("surrey-2018"), today
                )
            )
            for log in ([*old, *lines], [line for line in lines if line["date"] > "2026-03-17"])
        )
        assert with_old == without

    @pytest.mark.parametrize("name", ["invitations_sent", "report_to_chair"])
    def test_a_day_of_the_meeting_that_is_left_from_last_time_does_not_count(self, name: str, tmp_path: Path) -> None:
        own = self.own(tmp_path, name.replace("_", "-"))
        assert on("2026-06-09", review(**{name: "2026-03-12"}), own) == ["own - overdue 2026-05-26"]
        assert on("2026-06-09", review(**{name: "2026-05-12"}), own) == ["own - met 2026-05-26"]

    def test_a_letter_of_last_time_is_not_this_ones(self, tmp_path: Path) -> None:
        own = with_deadlines(
            tmp_path,
            "id: letter, title: Letter., trigger: conference, event: decision-letter-shared, limit: 1, unit: days",
        )
        shared = [{"document": "decision-letter", "with": "lisa", "date": day} for day in ("2026-02-18", "2026-03-18")]
        assert on("2026-03-20", case(more={"outcome": PLAN, "shared": shared[:1]}), own) == [
            "letter lisa overdue 2026-03-18"
        ]
        assert on("2026-03-20", case(more={"outcome": PLAN, "shared": shared}), own) == ["letter lisa met 2026-03-18"]


class TestTheWrongOrder:
    @pytest.mark.parametrize(
        ("asked", "at", "where"),
        [
            (case(strategy_discussion="2026-03-20"), 1, "meeting.date"),
            (case(referral="2026-03-02", assessment_finished="2026-03-01"), 0, "meeting.assessment_finished"),
            (case("transfer-conference", transfer={"notified": "2026-03-18"}), 0, "meeting.date"),
            (review("2026-03-17"), 1, "meeting.date"),
            (review("2026-03-16"), 1, "meeting.date"),
            (review("2026-06-09", last_conference="2026-06-09"), 0, "meeting.date"),
            (case("core-group", "2026-03-16", last_conference="2026-03-17", plan_started="2026-03-17"), 0, "meeting.date"),
        ],
    )  # fmt: skip
    def test_of_two_days_cannot_be_counted(self, asked: Case, at: int, where: str) -> None:
        entry = clock(asked, profile(), dt.date(2026, 7, 1))[at]
        assert (entry.status, entry.due, entry.plan_by, entry.late_by) == ("out-of-order", None, None, 0)
        assert ".".join(map(str, entry.at)) == where
        assert entry.trigger is not None
        assert entry.happened is not None

    def test_it_is_told_of_a_planned_day_too(self) -> None:
        entry = clock(case(strategy_discussion="2026-03-20"), profile(), dt.date(2026, 3, 1))[1]
        assert (entry.status, entry.happened, entry.planned) == ("out-of-order", None, MARCH_17)

    def test_both_on_one_day_are_in_order(self) -> None:
        assert on("2026-03-17", case(strategy_discussion="2026-03-17"))[1] == "first-conference - met 2026-04-09"

    def test_what_lies_before_the_day_it_is_counted_back_from_is_in_order(self, tmp_path: Path) -> None:
        own = with_deadlines(
            tmp_path,
            "id: chair, title: C., event: report-to-chair, trigger: conference, direction: before, limit: 2, unit: days",
            "id: week-34, title: H., trigger: due-date, event: conference, limit: 34, unit: gestation-week",
        )
        people = {"bean": {"name": "Bean", "role": "child", "due": "2026-10-12"}}
        asked = case("pre-birth-conference", more={"people": people}, report_to_chair="2026-03-12")
        assert on("2026-03-17", asked, own) == ["chair - met 2026-03-15", "week-34 bean met 2026-08-31"]


class TestEarlierFiles:
    FIRST = case(more={"outcome": PLAN})
    UNDECIDED = case()
    REFUSED = case(more={"outcome": {"decisions": [{"child": "mia", "decision": "no-plan"}]}})
    SECOND = case("review-conference", "2026-06-09")
    BETWEEN = case("core-group", "2026-07-03", last_conference="2026-06-09", plan_started="2026-03-17")
    ASKED = case("review-conference", "2026-06-09")
    LATER = case("review-conference", "2026-12-01")

    def test_say_when_the_plan_started_and_the_last_conference_was(self) -> None:
        first = clock(self.ASKED, profile(), dt.date(2026, 6, 9), earlier=[self.FIRST])[1]
        assert (first.deadline.id, first.status, first.due) == ("first-review", "met", dt.date(2026, 6, 17))
        assert (first.trigger_in, first.trigger_path) == (1, ("meeting", "date"))

    def test_a_first_conference_without_its_outcome_will_have_started_the_plan(self) -> None:
        assert on("2026-06-09", self.ASKED, earlier=[self.UNDECIDED])[1] == "first-review - met 2026-06-17"

    def test_one_that_decided_against_a_plan_has_not(self) -> None:
        entries = clock(self.ASKED, profile(), dt.date(2026, 6, 9), earlier=[self.REFUSED])
        assert [one.at for one in entries if one.status == "unknown-trigger"] == [("meeting", "plan_started")]

    @pytest.mark.parametrize("chain", [[SECOND, FIRST], [BETWEEN], [BETWEEN, SECOND, FIRST]])
    def test_are_looked_through_from_the_newest(self, chain: list[Case]) -> None:
        assert on("2026-12-01", self.LATER, earlier=chain) == ["next-review - met 2026-12-09"]

    def test_are_not_opened_where_the_file_says_it_itself(self) -> None:
        class Shut:
            def __iter__(self) -> Iterator[Case]:
                raise AssertionError("opened")

        days: Data = {"last_conference": "2026-03-17", "plan_started": "2026-03-17"}
        own = case("review-conference", "2026-06-09", more={"core_groups": [{"date": "2026-03-27"}]}, **days)
        assert on("2026-06-09", own, earlier=Shut())[1] == "first-review - met 2026-06-17"
        assert on("2026-03-17", self.FIRST, earlier=Shut())
        with pytest.raises(AssertionError, match="opened"):
            on("2026-06-09", self.ASKED, earlier=Shut())

    def test_of_a_core_group_show_that_it_met(self) -> None:
        met = case("core-group", "2026-03-30", more={"core_groups": [{"date": "2026-04-30"}, {"date": "2026-03-01"}]})
        first = clock(self.ASKED, profile(), dt.date(2026, 6, 9), earlier=[met, self.FIRST])[0]
        assert (first.status, first.happened, first.at) == ("met", dt.date(2026, 3, 30), ("core_groups",))
        own = case("review-conference", "2026-06-09", more={"core_groups": [{"date": "2026-04-02"}]})
        assert on("2026-06-09", own, earlier=[met, self.FIRST])[0] == "first-core-group - met-late 2026-03-31"

    def test_without_a_day_are_passed_over(self) -> None:
        nothing = Case()
        assert on("2026-06-09", self.ASKED, earlier=[nothing, self.FIRST])[1] == "first-review - met 2026-06-17"


class TestMoves:
    DAYS: ClassVar = {
        "notified": "2026-02-20",
        "written_notice": "2026-02-23",
        "information_received": "2026-02-25",
        "accepted": "2026-02-27",
    }

    @pytest.mark.parametrize(
        ("trigger", "due"),
        [
            ("transfer-notified", "2026-03-13"),
            ("transfer-written-notice", "2026-03-16"),
            ("transfer-information", "2026-03-18"),
            ("transfer-accepted", "2026-03-20"),
        ],
    )
    def test_are_counted_from_the_day_that_the_profile_names(self, trigger: str, due: str, tmp_path: Path) -> None:
        own = own_profile(tmp_path, f"deadlines: [{{id: transfer-conference, trigger: {trigger}}}]")
        (entry,) = clock(case("transfer-conference", transfer=self.DAYS), own, MARCH_17)
        assert str(entry.due) == due
        assert entry.status == ("met" if due >= "2026-03-17" else "met-late")

    def test_without_a_day_ask_for_it(self) -> None:
        (entry,) = clock(case("transfer-conference"), profile(), MARCH_17)
        assert (entry.status, entry.at) == ("unknown-trigger", ("meeting", "transfer", "notified"))


class TestAuthoritiesOwnDeadlines:
    BEFORE = "trigger: conference, direction: before, unit: working-days"

    def test_before_the_meeting(self, tmp_path: Path) -> None:
        own = with_deadlines(
            tmp_path,
            f"id: chair, title: The chair has it., event: report-to-chair, limit: 2, {self.BEFORE}",
            "id: invited, title: Invitations., trigger: conference, event: invitations-sent, limit: 1, unit: months,"
            " direction: before",
        )
        asked = case(report_to_chair="2026-03-16", invitations_sent="2026-02-17")
        assert on("2026-03-17", asked, own) == ["chair - met-late 2026-03-13", "invited - met 2026-02-17"]
        assert on("2026-03-14", case(), own) == ["chair - overdue 2026-03-13", "invited - overdue 2026-02-17"]
        assert on("2026-03-06", case(), own)[0] == "chair - due-soon 2026-03-13"

    def test_for_each_parent_who_is_invited(self, tmp_path: Path) -> None:
        own = with_deadlines(
            tmp_path, f"id: early, title: Parents have it., event: report-shared, limit: 3, {self.BEFORE}"
        )
        people = {
            "mia": {"name": "Mia", "role": "child", "born": "2019-06-02"},
            "lisa": {"name": "Lisa", "role": "parent", "parent_of": ["mia"]},
            "dean": {"name": "Dean", "role": "parent", "parent_of": ["mia"]},
            "tom": {"name": "Tom", "role": "parent"},
            "ken": {"name": "Ken", "role": "carer"},
            "eva": {"name": "Eva", "role": "parent", "parent_of": ["zoe"]},
            "zoe": {"name": "Zoe", "role": "child", "subject": False},
        }
        shared = [
            {"document": "minutes", "with": "lisa", "date": "2026-03-01"},
            {"document": "report", "with": "lisa", "date": "2026-03-13"},
            {"document": "summary", "with": "lisa", "date": "2026-03-12"},
            {"document": "report", "with": "dean", "not_shared": "Nobody knows where he is."},
            {"document": "report", "with": "ken", "not_shared": " "},
        ]
        attendance = [{"who": "tom", "part": "not-invited"}]
        asked = case(more={"people": people, "shared": shared}, attendance=attendance)
        entries = clock(asked, own, MARCH_17)
        assert rows(entries) == ["early lisa met 2026-03-12", "early ken overdue 2026-03-12"]
        assert [one.at for one in entries] == [("shared", 2, "date"), ("shared",)]
        # Nobody waits for those who are to have none; what they did have is still told.
        assert rows(clock(asked, own, MARCH_17, has_report=lambda _: False)) == ["early lisa met 2026-03-12"]

    def test_for_each_agency_and_each_child(self, tmp_path: Path) -> None:
        own = with_deadlines(
            tmp_path,
            f"id: reports, title: Reports., event: agency-report, limit: 3, {self.BEFORE}",
            "id: seen, title: Seen., trigger: referral, event: child-seen, limit: 5, unit: working-days",
        )
        people = {
            "mia": {"name": "Mia", "role": "child", "born": "2019-06-02", "seen": [{"date": "2026-02-20"}]},
            "noah": {
                "name": "Noah",
                "role": "child",
                "born": "2024-06-02",
                "seen": [{"date": "2026-03-04"}, {"date": "2026-02-27"}, {"who": "ann"}],
            },
            "bean": {"name": "Bean", "role": "child", "due": "2026-07-02"},
            "ann": {"name": "Ann", "role": "chair"},
        }
        reports = [{"from": "School"}, {"from": "ann", "received": "2026-03-12"}]
        asked = case(more={"people": people, "agency_reports": reports}, referral="2026-02-22")
        assert on("2026-03-17", asked, own) == [
            "reports School overdue 2026-03-12",
            "reports ann met 2026-03-12",
            "seen mia overdue 2026-02-27",
            "seen noah met 2026-02-27",
        ]

    def test_for_each_child_from_its_own_birth(self, tmp_path: Path) -> None:
        own = with_deadlines(
            tmp_path,
            "id: home, title: Seen at home., trigger: birth, event: child-seen, limit: 5, unit: days,"
            " min_of: [{trigger: birth, limit: 1, unit: weeks}]",
        )
        people = {
            "pip": {"name": "Pip", "role": "child", "born": "2026-03-01", "seen": [{"date": "2026-03-01"}]},
            "bo": {"name": "Bo", "role": "child", "born": "2026-03-10", "seen": [{"date": "2026-03-16"}]},
            "mia": {"name": "Mia", "role": "child", "born": "2019-06-02", "seen": [{"date": "2026-03-02"}]},
        }
        asked = case(more={"people": people}, referral="2026-02-22")
        assert on("2026-03-17", asked, own) == ["home pip met 2026-03-06", "home bo met-late 2026-03-15"]

    def test_for_the_letter_once_there_is_an_outcome(self, tmp_path: Path) -> None:
        own = with_deadlines(
            tmp_path,
            "id: letter, title: Letter., trigger: conference, event: decision-letter-shared, limit: 1, unit: working-days",
            "id: minutes, title: Minutes., trigger: conference, event: minutes-shared, limit: 15, unit: working-days",
        )
        assert on("2026-03-20", case(), own) == []
        shared = [{"document": "decision-letter", "with": "lisa", "date": "2026-03-19"}]
        entries = clock(
            case(more={"outcome": PLAN, "shared": shared}), own, dt.date(2026, 3, 20), has_report=lambda _: False
        )
        assert rows(entries) == ["letter lisa met-late 2026-03-18", "minutes lisa due 2026-04-09"]

    def test_before_a_birth_by_the_week_of_the_pregnancy(self, tmp_path: Path) -> None:
        own = with_deadlines(
            tmp_path, "id: week-34, title: Held., trigger: due-date, event: conference, limit: 34, unit: gestation-week"
        )
        people = {
            "bean": {"name": "Bean", "role": "child", "due": "2026-10-12"},
            "pip": {"name": "Pip", "role": "child", "due": "2026-04-20"},
            "mia": {"name": "Mia", "role": "child", "born": "2019-06-02"},
            "bo": {"name": "Bo", "role": "child", "due": "2026-03-10", "born": "2026-03-11"},
        }
        asked = case("pre-birth-conference", more={"people": people})
        assert on("2026-03-17", asked, own) == ["week-34 bean met 2026-08-31", "week-34 pip met-late 2026-03-09"]

    def test_the_sooner_of_birth_and_conference(self, tmp_path: Path) -> None:
        own = own_profile(
            tmp_path,
            "deadlines: [{id: first-review, min_of: [{trigger: birth, limit: 10, unit: working-days}]}]",
        )

        def first_review(born: str) -> Entry:
            people = {
                "pip": {"name": "Pip", "role": "child", **({"born": born} if born else {"due": "2026-04-20"})},
                "mia": {"name": "Mia", "role": "child", "born": "2019-06-02"},
            }
            days = {"last_conference": "2026-03-17", "plan_started": "2026-03-17"}
            asked = case("review-conference", "2026-05-12", more={"people": people}, **days)
            return clock(asked, own, dt.date(2026, 5, 12))[1]

        assert first_review("").due == dt.date(2026, 6, 17)
        soon = first_review("2026-04-20")
        assert (soon.due, soon.status) == (dt.date(2026, 5, 5), "met-late")
        assert (soon.trigger_path, soon.counted) == (("people", "pip", "born"), words.End("birth", 10, "working-days"))
        # Born long before the plan, or so late that the three months are sooner.
        assert first_review("2025-04-20").due == dt.date(2026, 6, 17)

    def test_planned_around_the_days_on_which_the_office_is_shut(self, tmp_path: Path) -> None:
        own = own_profile(tmp_path, "closing_days: [2026-04-28, 2026-04-27]")
        entry = clock(case(referral="2026-02-22", assessment_finished="2026-04-28"), own, dt.date(2026, 4, 29))[0]
        assert (entry.due, entry.plan_by, entry.status) == (dt.date(2026, 4, 28), dt.date(2026, 4, 24), "met")

    def test_kinds_and_switching_off(self, tmp_path: Path) -> None:
        own = with_deadlines(
            tmp_path,
            "id: one, title: One., trigger: referral, event: report-to-chair, limit: 1, unit: weeks, kinds: [mapping]",
            "id: all, title: All., trigger: referral, event: report-to-chair, limit: 2, unit: weeks",
        )
        assert on("2026-03-17", case("mapping", referral="2026-03-02"), own) == [
            "one - overdue 2026-03-09",
            "all - overdue 2026-03-16",
        ]
        assert on("2026-03-17", case("early-help", referral="2026-03-02"), own) == ["all - overdue 2026-03-16"]


def test_years_that_are_not_known_say_so() -> None:
    asked = case(date="2031-03-12", strategy_discussion="2031-02-25")
    (entry,) = [one for one in clock(asked, profile(), dt.date(2031, 3, 12)) if one.deadline.id == "first-conference"]
    assert not entry.sure
    assert "weekends alone" in entry.why


def test_how_late_it_is_in_those_years_is_not_sure_either() -> None:
    days: Data = {"referral": "2028-09-04", "strategy_discussion": "2028-09-05"}
    asked = case(date="2028-10-02", assessment_finished="2029-01-15", **days)
    for today, sure in (("2028-12-29", True), ("2029-01-02", False), ("2029-02-01", False)):
        assessment, conference = clock(asked, profile(), dt.date.fromisoformat(today))
        assert (assessment.due, assessment.late_by > 0, assessment.sure) == (dt.date(2028, 11, 6), True, sure)
        assert conference.status == "met-late"
        assert conference.sure


def test_a_count_that_begins_before_those_years_says_so_too() -> None:
    asked = case(date="2018-01-10", strategy_discussion="2017-12-20")
    entry = clock(asked, profile(), dt.date(2018, 1, 10))[1]
    assert (entry.due, entry.sure) == (dt.date(2018, 1, 11), False)


def test_a_file_without_a_meeting_or_its_day_has_no_clock() -> None:
    assert clock(Case(), profile(), MARCH_17) == ()
    assert clock(case(), Profile("bare"), MARCH_17) == ()


DAYS = st.none() | st.dates().map(str) | st.dates(dt.date(2025, 1, 1), dt.date(2027, 1, 1)).map(str)


@given(
    st.sampled_from(KINDS),
    st.sampled_from(["england", "surrey-2018"]),
    st.dates(),
    st.fixed_dictionaries(
        dict.fromkeys(("date", "referral", "assessment_finished", "strategy_discussion", "last_conference", "plan_started", "invitations_sent", "report_to_chair", "notified", "core_group", "held", "review", "born", "due", "seen"), DAYS)
    ),
    st.sampled_from(["plan-starts", "plan-continues", "plan-ends"]),
)  # fmt: skip
def test_any_days_whatever_give_a_clock(
    kind: str, of: str, today: dt.date, days: dict[str, str | None], decision: str
) -> None:
    found = {name: day for name, day in days.items() if day}
    date = found.pop("date", "2026-03-17")
    child = {"name": "Mia", "role": "child", "seen": [{"date": found.pop("seen", "2026-03-01")}]}
    child |= {name: found.pop(name) for name in ("born", "due") if name in found}
    more: Data = {
        "people": {"mia": child, "lisa": {"name": "Lisa", "role": "parent"}},
        "core_groups": [{"date": found.pop("held", "2026-03-27")}],
        "outcome": {
            "decisions": [{"child": "mia", "decision": decision}],
            "dates": {name: found.pop(name) for name in ("core_group", "review") if name in found},
        },
    }
    transfer = {"notified": found.pop("notified")} if "notified" in found else {}
    for entry in clock(case(kind, date, more=more, transfer=transfer, **found), profile(of), today):
        assert entry.status in STATUSES
        assert entry.why.endswith(".")
        assert entry.at[0] in ("meeting", "core_groups", "outcome", "shared", "people")
        if entry.status == "unknown-trigger":
            assert (entry.due, entry.trigger, entry.late_by) == (None, None, 0)
            continue
        if entry.status == "out-of-order":
            assert entry.trigger is not None
            assert entry.trigger >= (entry.happened or entry.planned or dt.date.max)
            assert (entry.due, entry.late_by) == (None, 0)
            continue
        assert entry.due is not None
        assert entry.trigger is not None
        # What was done before the day that it is counted from does not count.
        assert entry.happened is None or entry.deadline.direction == "before" or entry.happened >= entry.trigger
        assert entry.plan_by is not None
        assert entry.plan_by <= entry.due
        assert (entry.late_by > 0) == (entry.status in ("met-late", "overdue"))
        assert entry.happened is None or entry.happened <= today
        if entry.happened is None:
            assert (entry.status == "overdue") == (today > entry.due)
        else:
            assert (entry.status == "met") == (entry.happened <= entry.due)

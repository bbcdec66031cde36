"""Deadlines in profiles: what is in force once one profile is laid over another, and mistakes that are told."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from support.profiles import only, own_profile, sound, write_profile

from sostool.profile.deadlines import Deadline, End
from sostool.profile.load import load_profile, profile_names
from sostool.profile.profile import Profile

WHOLE = (
    "id: chair, title: The chair has it., trigger: conference, event: report-to-chair, limit: 2, unit: days, source: s"
)


def shipped(name: str) -> Profile:
    return sound(load_profile(name))


class TestEngland:
    def test_has_what_national_guidance_asks_and_nothing_local(self) -> None:
        assert {
            one.id: (one.trigger, one.event, one.limit, one.unit, one.direction)
            for one in shipped("england").deadlines.values()
        } == {
            "assessment": ("referral", "assessment-finished", 45, "working-days", "after"),
            "first-conference": ("strategy-discussion", "conference", 15, "working-days", "after"),
            "transfer-conference": ("transfer-notified", "conference", 15, "working-days", "after"),
            "first-core-group": ("plan-started", "core-group", 10, "working-days", "after"),
            "first-review": ("plan-started", "first-review", 3, "months", "after"),
            "next-review": ("last-review", "next-review", 6, "months", "after"),
        }

    def test_weighs_them_as_queries(self) -> None:
        assert {one.severity for one in shipped("england").deadlines.values()} == {"query"}
        assert {len(one.ends) for one in shipped("england").deadlines.values()} == {1}


@pytest.mark.parametrize("name", profile_names())
def test_each_deadline_that_comes_with_sostool_is_whole(name: str) -> None:
    deadlines = shipped(name).deadlines
    assert list(deadlines)[:6] == list(shipped("england").deadlines)
    for id_, one in deadlines.items():
        assert one.id == id_
        assert one.title.endswith(".")
        assert len(one.source) > 20


def test_surrey_has_its_own_besides() -> None:
    own = [one for id_, one in shipped("surrey-2018").deadlines.items() if id_ not in shipped("england").deadlines]
    assert [(one.event, one.limit, one.unit, one.direction, one.kinds) for one in own] == [
        ("report-shared", 1, "days", "before", ("initial-conference", "pre-birth-conference", "transfer-conference")),
        ("report-shared", 14, "days", "before", ("review-conference",)),
        ("invitations-sent", 1, "months", "before", ("review-conference",)),
    ]
    assert all(one.source for one in own)


class TestLayingOver:
    def test_only_what_is_said_is_changed(self, tmp_path: Path) -> None:
        own = own_profile(tmp_path, "deadlines: [{id: first-review, limit: 90, unit: days}]")
        before = shipped("england").deadlines["first-review"]
        assert own.deadlines["first-review"] == before._replace(ends=(End("plan-started", 90, "days"),))
        assert list(own.deadlines) == list(shipped("england").deadlines)

    def test_one_more_comes_last(self, tmp_path: Path) -> None:
        own = own_profile(tmp_path, f"deadlines: [{{{WHOLE}, direction: before, clear: true, kinds: [mapping]}}]")
        assert list(own.deadlines.values())[-1] == Deadline(
            "chair",
            "The chair has it.",
            "report-to-chair",
            (End("conference", 2, "days"),),
            direction="before",
            clear=True,
            kinds=("mapping",),
            source="s",
        )

    def test_other_ways_to_count_are_added_kept_and_taken_away(self, tmp_path: Path) -> None:
        birth = End("birth", 10, "working-days")
        write_profile(
            tmp_path,
            "one",
            "sostool_profile: 1\nbased_on: england\n"
            "deadlines: [{id: first-review, min_of: [{trigger: birth, limit: 10, unit: working-days}]}]\n",
        )
        two = sound(
            write_profile(
                tmp_path, "two", "sostool_profile: 1\nbased_on: one\ndeadlines: [{id: first-review, limit: 2}]\n"
            )
        )
        assert two.deadlines["first-review"].ends == (End("plan-started", 2, "months"), birth)
        three = sound(
            write_profile(
                tmp_path, "three", "sostool_profile: 1\nbased_on: one\ndeadlines: [{id: first-review, min_of: []}]\n"
            )
        )
        assert three.deadlines["first-review"].ends == (End("plan-started", 3, "months"),)

    def test_off_switches_one_off_and_another_profile_on_again(self, tmp_path: Path) -> None:
        write_profile(
            tmp_path, "quiet", "sostool_profile: 1\nbased_on: england\ndeadlines: [{id: assessment, severity: off}]\n"
        )
        loud = sound(
            write_profile(
                tmp_path,
                "loud",
                "sostool_profile: 1\nbased_on: quiet\ndeadlines: [{id: assessment, severity: advice}]\n",
            )
        )
        assert loud.deadlines["assessment"].severity == "advice"

    def test_days_on_which_the_office_is_shut_add_up(self, tmp_path: Path) -> None:
        write_profile(tmp_path, "one", "sostool_profile: 1\nbased_on: england\nclosing_days: [2026-12-29]\n")
        two = sound(write_profile(tmp_path, "two", "sostool_profile: 1\nbased_on: one\nclosing_days: 2026-12-30\n"))
        assert two.closing_days == {dt.date(2026, 12, 29), dt.date(2026, 12, 30)}


MISTAKES = {
    "a word that is no day": (f"{WHOLE}, trigger2: x".replace("trigger: conference", "trigger: conferense").removesuffix(", trigger2: x"), "CF103"),
    "a word that is no event": (WHOLE.replace("report-to-chair", "reprot"), "CF103"),
    "a limit of nothing": (WHOLE.replace("limit: 2", "limit: 0"), "CF104"),
    "a limit below nothing": (WHOLE.replace("limit: 2", "limit: -3"), "CF104"),
    "a limit of many years": (WHOLE.replace("limit: 2", "limit: 367"), "CF104"),
    "a limit in words": (WHOLE.replace("limit: 2", "limit: two"), "CF102"),
    "an unknown unit": (WHOLE.replace("unit: days", "unit: fortnights"), "CF103"),
    "an unknown kind of meeting": (f"{WHOLE}, kinds: [conference]", "CF103"),
    "an unknown direction": (f"{WHOLE}, direction: back", "CF103"),
    "an unknown weight": (f"{WHOLE}, severity: warning", "CF103"),
    "an unknown key": (f"{WHOLE}, limits: 3", "CF101"),
    "no id": (WHOLE.removeprefix("id: chair, "), "CF109"),
    "an id that is none": (WHOLE.replace("id: chair", "id: The Chair"), "CF112"),
    "no source": (WHOLE.removesuffix(", source: s"), "CF113"),
    "no limit": (WHOLE.replace("limit: 2, ", ""), "CF113"),
    "a slip in the name of one that there is": ("id: first-reveiw, limit: 2", "CF113"),
    "counted from itself": (WHOLE.replace("event: report-to-chair", "event: conference"), "CF113"),
    "weeks of a pregnancy from a meeting": (WHOLE.replace("unit: days", "unit: gestation-week"), "CF113"),
    "days from a due date": (WHOLE.replace("trigger: conference", "trigger: due-date"), "CF113"),
    "a week that no pregnancy has": (
        WHOLE.replace("trigger: conference", "trigger: due-date").replace("limit: 2, unit: days", "limit: 43, unit: gestation-week"),
        "CF113",
    ),
    "another way to count that is half said": (f"{WHOLE}, min_of: [{{trigger: birth, limit: 10}}]", "CF109"),
    "another way to count that cannot be": (f"{WHOLE}, min_of: [{{trigger: birth, limit: 10, unit: gestation-week}}]", "CF113"),
    "twice the same": (f"{WHOLE}}}, {{id: chair, limit: 3", "CF113"),
    "a mistake in one that there is": ("id: first-review, unit: gestation-week", "CF113"),
}  # fmt: skip


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_with_its_place(name: str, tmp_path: Path) -> None:
    line, code = MISTAKES[name]
    finding = only(
        write_profile(
            tmp_path,
            "own",
            f"sostool_profile: 1\nbased_on: england\ndeadlines:\n  - {{{line}}}\n".replace("}, {", "}\n  - {"),
        )
    )
    assert finding.code == code
    assert finding.place.line >= 4
    assert finding.path[0] == "deadlines"
    assert finding.place.column > 1


@pytest.mark.parametrize("day", ["29/12/2026", "2026-12", "2026-12-32", "Christmas"])
def test_a_closing_day_is_a_whole_date(day: str, tmp_path: Path) -> None:
    assert only(write_profile(tmp_path, "own", f"sostool_profile: 1\nclosing_days: [{day}]\n")).code == "CF105"


def test_one_that_is_switched_off_needs_nothing_else(tmp_path: Path) -> None:
    own = own_profile(tmp_path, "deadlines: [{id: never-heard-of, severity: off}]")
    assert own.deadlines["never-heard-of"].severity == "off"

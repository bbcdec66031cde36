"""The clock as checks look at it: as it stood on the day of the meeting, with what earlier files say."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.cases import TODAY, asked, england, laid_over, read
from support.profiles import own_profile

from sostool.case.read import ReadCase, read_case
from sostool.checks.dates.by_the_clock import EVENT_WORDS, entries
from sostool.checks.look import Look
from sostool.checks.run import ask_checks
from sostool.profile.deadlines import EVENTS, SEVERITIES
from sostool.profile.load import load_profile
from sostool.story.chain import chain_of

FIRST = laid_over(
    "meeting: {kind: initial-conference, date: 2026-03-17, strategy_discussion: 2026-02-25}\n"
    "outcome: {decisions: [{child: mia, decision: plan-starts}]}\n"
)
REVIEW = laid_over(
    "meeting: {kind: review-conference, date: 2026-06-18, follows: first.yaml}\ncore_groups: [{date: 2026-03-27}]\n"
)
FILES = {"first.yaml": FIRST}


def found(text: str, files: dict[str, str]) -> list[str]:
    opened: list[str] = []

    def read_file(name: str) -> ReadCase:
        opened.append(name)
        return read_case(files[name].encode(), name)

    this = read_case(text.encode(), "review.yaml")
    result = ask_checks(this, england(), TODAY, chain=chain_of(this, read_file))
    return [finding.code for finding in result.findings if finding.code.startswith("DT")]


def test_every_event_can_be_said() -> None:
    assert set(EVENT_WORDS) == set(EVENTS)


def test_days_come_from_the_file_that_this_one_follows() -> None:
    assert found(REVIEW, FILES) == ["DT101"]
    assert found(REVIEW.replace("06-18", "06-16"), FILES) == []
    assert [finding.code for finding in asked(REVIEW, "DT101", "DT103").findings] == ["DT103"]


def test_what_the_file_says_itself_comes_first() -> None:
    own = REVIEW.replace("follows", "last_conference: 2026-04-14, plan_started: 2026-04-14, follows")
    assert found(own.replace("03-27", "04-20"), FILES) == []


def test_a_core_group_of_an_earlier_file_counts() -> None:
    met = FIRST + "core_groups: [{date: 2026-03-25}]\n"
    without = REVIEW.replace("core_groups: [{date: 2026-03-27}]\n", "").replace("06-18", "06-16")
    assert found(without, {"first.yaml": met}) == []
    assert found(without, FILES) == ["DT102"]


def test_it_stands_as_on_the_day_of_the_meeting_whatever_day_it_is() -> None:
    case = read(FIRST).case
    assert case is not None
    assert [(one.deadline.id, one.status) for one in entries(Look(case, england()))] == [
        ("assessment", "unknown-trigger"),
        ("first-conference", "met"),
        ("first-core-group", "due"),
        ("first-review", "due"),
    ]


def test_reports_for_parents_are_left_to_another_check() -> None:
    case = read(FIRST).case
    profile = load_profile("surrey-2018").profile
    assert case is not None
    assert profile is not None
    assert "report-shared" in {one.event for one in profile.deadlines.values()}
    assert "report-shared" not in {one.deadline.event for one in entries(Look(case, profile))}


@pytest.mark.parametrize("severity", SEVERITIES)
@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("DT101", FIRST.replace("date: 2026-03-17", "date: 2026-03-24")),
        ("DT103", FIRST.replace(", strategy_discussion: 2026-02-25", "")),
    ],
)
def test_a_deadline_weighs_what_its_profile_says(code: str, text: str, severity: str, tmp_path: Path) -> None:
    own = own_profile(tmp_path, f'deadlines: [{{id: first-conference, severity: "{severity}"}}]')
    expected = [] if severity == "off" else [severity]
    assert [finding.severity for finding in asked(text, code, profile=own).findings] == expected

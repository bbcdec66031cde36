"""What docs/dates.md says of days and deadlines is so."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

from support.cases import BASE, asked, laid_over, read
from support.profiles import own_profile, sound, write_profile

from sostool.dates.clock import clock
from sostool.dates.counting import last_day_in_time, months_after
from sostool.dates.holidays import bank_holidays
from sostool.dates.why import day_in_words
from sostool.profile import Profile
from sostool.profile.load import load_profile

PAGE = (Path(__file__).parents[2] / "docs" / "dates.md").read_text("utf-8")
DELAY, OWN = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)


def by_the_sea(folder: Path) -> Profile:
    return sound(write_profile(folder, "by-the-sea", OWN))


def test_the_table_holds_what_england_counts() -> None:
    england = sound(load_profile("england")).deadlines
    listed = re.findall(r"^\| `([a-z-]+)` \|.*\| (\d+) ([a-z]+ ?[a-z]*) \|$", PAGE, re.MULTILINE)
    assert listed == [(one.id, str(one.limit), one.unit.replace("-", " ")) for one in england.values()]


def test_the_delay_it_shows_answers_what_was_late() -> None:
    text = laid_over(DELAY)
    assert asked(text, "DT101", "DT107").findings == ()
    without = re.sub(r"  delays:\n.*\n", "", text)
    assert [finding.code for finding in asked(without, "DT101", "DT107").findings] == ["DT101"]


def test_the_years_and_the_day_of_the_list_are_its_own() -> None:
    known = bank_holidays()
    assert f"from {known.first.year} to {known.last.year}, as known on {day_in_words(known.as_of)}" in PAGE


def test_its_examples_of_counting_are_so() -> None:
    wednesday, tuesday = dt.date(2026, 9, 2), dt.date(2026, 9, 22)
    assert last_day_in_time(wednesday, 15, "working-days").day == wednesday + dt.timedelta(weeks=3)
    assert last_day_in_time(tuesday, 3, "working-days", "before").day == dt.date(2026, 9, 17)
    assert dt.date(2026, 9, 17).strftime("%A") == "Thursday"
    assert months_after(dt.date(2026, 3, 17), 3) == dt.date(2026, 6, 17)
    assert months_after(dt.date(2026, 11, 30), 3) == dt.date(2027, 2, 28)


class TestTheProfileItShows:
    FIRST = laid_over(
        "meeting: {kind: initial-conference, date: 2026-12-29, strategy_discussion: 2026-12-07}\n"
        "people:\n"
        "  mia: {name: Mia, role: child, born: 2019-06-02}\n"
        "  lisa: {name: Lisa, role: parent, parent_of: [mia]}\n"
        "  dean: {name: Dean, role: parent, parent_of: [mia]}\n"
        "dangers: [{id: one, statement: Priya is worried that Mia could be hurt., children: [mia]}]\n"
        "shared: [{document: report, with: lisa, date: 2026-12-22}, {document: report, with: dean, date: 2026-12-23}]\n"
    )

    def test_counts_three_working_days_before_a_first_conference(self, tmp_path: Path) -> None:
        found = asked(self.FIRST, "SH105", profile=by_the_sea(tmp_path)).findings
        assert [(finding.code, finding.path) for finding in found] == [("SH105", ("shared", 1, "date"))]

    def test_counts_five_before_a_review(self, tmp_path: Path) -> None:
        review = self.FIRST.replace("initial", "review").replace("2026-12-29", "2027-01-05").replace("12-22", "12-24")
        found = asked(review.replace("2026-12-23", "2026-12-29"), "SH105", profile=by_the_sea(tmp_path)).findings
        assert [finding.path for finding in found] == [("shared", 1, "date")]

    def test_counts_the_rest_as_it_says(self, tmp_path: Path) -> None:
        own = by_the_sea(tmp_path)
        assert own.deadlines["assessment"].severity == "off"
        assert own.deadlines["transfer-conference"].trigger == "transfer-accepted"
        before_birth = laid_over(
            "meeting: {kind: pre-birth-conference, date: 2026-09-01, strategy_discussion: 2026-08-18}\n"
            "people: {bean: {name: Bean, role: child, due: 2026-10-12}}\n"
        )
        found = asked(before_birth, "DT101", profile=own).findings
        assert [(finding.code, finding.path) for finding in found] == [("DT101", ("meeting", "date"))]

    def test_has_a_first_review_soon_after_a_birth(self, tmp_path: Path) -> None:
        review = laid_over(
            "meeting: {kind: review-conference, date: 2026-10-27, last_conference: 2026-09-01, plan_started: 2026-09-01}\n"
            "people: {bean: {name: Bean, role: child, born: 2026-10-12}}\n"
            "core_groups: [{date: 2026-09-10}]\n"
        )
        assert [finding.code for finding in asked(review, "DT101", profile=by_the_sea(tmp_path)).findings] == ["DT101"]
        assert asked(review, "DT101", profile=own_profile(tmp_path, "")).findings == ()

    def test_plans_around_the_days_on_which_the_office_is_shut(self, tmp_path: Path) -> None:
        text = BASE.replace(
            "initial-conference, date: 2026-03-17",
            "transfer-conference, date: 2026-12-15, transfer: {accepted: 2026-12-08}",
        )
        case = read(text).case
        assert case is not None
        entries = clock(case, by_the_sea(tmp_path), dt.date(2026, 12, 10))
        (entry,) = [one for one in entries if one.deadline.id == "transfer-conference"]
        assert (entry.due, entry.plan_by) == (dt.date(2026, 12, 31), dt.date(2026, 12, 24))

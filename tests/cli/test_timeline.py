"""`sostool timeline`: the clock of one case file, and what is due in many."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from builders import Data, family, put, written
from icalendar import Calendar
from support.running import ROOT, environment

if TYPE_CHECKING:
    from cli.conftest import Sostool

TODAY = ("--today", "2026-03-12")
NAMES = ("Lisa", "Dean", "Mia", "Noah", "Priya", "lisa", "dean", "mia", "noah", "priya")
REASON = "Lisa's solicitor asked for two more days."
OURS = """\
sostool_profile: 1
title: Ours
deadlines:
  - {id: held, title: The conference is held., event: conference, trigger: strategy-discussion,
     limit: 15, unit: working-days, source: A guide}
  - {id: assessed, title: The assessment is finished., event: assessment-finished, trigger: referral,
     limit: 45, unit: working-days, source: A guide}
  - {id: shared, title: Each parent and carer has the danger statements and goals before the conference.,
     event: report-shared, trigger: conference, direction: before, limit: 1, unit: days, source: A briefing}
"""


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return save(tmp_path / "case.yaml", full())


def full() -> Data:
    data = put(family(), "profile", "ours")
    put(data, "meeting.strategy_discussion", "2026-02-18")
    put(data, "shared", [{"document": "report", "with": "lisa", "date": "2026-03-12"}])
    return put(data, "meeting.delays", [{"what": "held", "reason": REASON}])


def save(file: Path, data: Data) -> Path:
    profiles = file.parent / "profiles"
    profiles.mkdir(parents=True, exist_ok=True)
    (profiles / "ours.yaml").write_text(OURS, encoding="utf-8")
    file.write_bytes(written(data))
    return file


def told(sostool: Sostool, *arguments: str | Path) -> list[str]:
    done = sostool("timeline", *arguments)
    assert (done.code, done.err) == (0, "")
    return done.out.splitlines()


def events(data: bytes) -> list[Any]:
    found: Any = Calendar.from_ical(data)
    return list(found.walk("VEVENT"))


def in_json(sostool: Sostool, *arguments: str | Path) -> dict[str, Any]:
    done = sostool("timeline", *arguments, *TODAY, "--format", "json")
    assert (done.code, done.err) == (0, "")
    found: dict[str, Any] = json.loads(done.out)
    return found


class TestOneFile:
    def test_is_told_with_what_needs_doing_first(self, sostool: Sostool, case: Path) -> None:
        assert told(sostool, "case.yaml", *TODAY) == [
            "EX-0900, initial conference on Tue 17 March 2026",
            "On Thu 12 March 2026: 1 overdue, 1 due soon, 1 not counted yet, 1 done in time.",
            "Soon is within 14 days.",
            "",
            "Overdue",
            "  ! The conference is held",
            "      last day Wed 11 March 2026; planned for Tue 17 March 2026, which is after",
            "      the last day; 1 working day late so far",
            "      A reason is written down.",
            "      Once it is done, write the day at meeting.date.",
            "      Counted from the strategy discussion on 18 February 2026: 15 working days,",
            "      not counting that day, weekends and bank holidays.",
            "",
            "Due soon",
            "  > Each parent and carer has the danger statements and goals before the",
            "    conference (p4)",
            "      last day Mon 16 March 2026; in 4 days",
            "      Counted back from the conference on 17 March 2026: 1 day, not counting",
            "      that day.",
            "",
            "Not counted yet, as a day is missing",
            "  ? The assessment is finished",
            "      Write the day at meeting.referral.",
            "      It is counted from the referral, and that day is not written down, so",
            "      nobody can count.",
            "",
            "Done in time",
            "  + Each parent and carer has the danger statements and goals before the",
            "    conference (p3)",
            "      last day Mon 16 March 2026; done on Thu 12 March 2026",
            "      Counted back from the conference on 17 March 2026: 1 day, not counting",
            "      that day.",
        ]
        assert sorted(path.name for path in case.parent.iterdir()) == ["case.yaml", "profiles"]

    def test_what_is_overdue_or_done_says_no_day_to_plan_by(self, sostool: Sostool, tmp_path: Path) -> None:
        # Three days before it is a Saturday.
        data = put(full(), "meeting.date", "2026-03-17")
        save(tmp_path / "case.yaml", data)
        with (tmp_path / "profiles/ours.yaml").open("a", encoding="utf-8") as profile:
            profile.write("  - {id: shared, limit: 3}\n".replace("  - {id: shared", "  - {id: early, title: E., event: "
                          "report-shared, trigger: conference, direction: before, unit: days, source: A"))  # fmt: skip
        for today, is_said in (("2026-03-13", True), ("2026-03-15", False)):
            for path in ("case.yaml", "."):
                shown = "\n".join(told(sostool, path, "--today", today))
                assert ("plan by Fri 13 March" in shown) == is_said
                assert "Sat 14 Mar" in shown

    def test_two_days_in_the_wrong_order_are_told_with_their_places(self, sostool: Sostool, tmp_path: Path) -> None:
        save(tmp_path / "case.yaml", put(full(), "meeting.strategy_discussion", "2026-03-20"))
        shown = told(sostool, "case.yaml", "--today", "2026-03-18")
        assert " ".join(shown[1:3]) == (
            "On Wed 18 March 2026: 1 overdue, 1 in the wrong order, 1 not counted yet, 1 done in time. Soon is within 14 "
            "days."
        )
        at = shown.index("Not counted, as two days stand in the wrong order")
        assert shown[at + 1 : at + 8] == [
            "  ? The conference is held",
            "      done on Tue 17 March 2026",
            "      Look at the days: meeting.strategy_discussion and meeting.date.",
            "      It is counted from the strategy discussion on 20 March 2026, and it was",
            "      done on 17 March 2026, which does not lie after that. One of the two days",
            "      is wrong, so nobody can count.",
            "",
        ]
        many = told(sostool, ".", "--today", "2026-03-18")
        assert many[-5:] == [
            "1 deadline in 1 case file cannot be counted, as two days stand in the wrong",
            "order: `sostool timeline FILE` says which.",
            "",
            "1 deadline in 1 case file cannot be counted yet, as a day is missing: `sostool",
            "timeline FILE` says which.",
        ]
        [one] = [each for each in in_json(sostool, "case.yaml")["files"][0]["deadlines"] if each["id"] == "held"]
        assert (one["status"], one["due"], one["plan_by"], one["counted_from"]["day"]) == (
            "out-of-order", None, None, "2026-03-20",
        )  # fmt: skip
        page = sostool("timeline", "case.yaml", "--today", "2026-03-18", "--format", "html", "-o", "-").out
        assert "Not counted, as two days stand in the wrong order" in page

    def test_a_day_of_the_file_before_is_told_to_be_there(self, sostool: Sostool, tmp_path: Path) -> None:
        save(tmp_path / "a.yaml", put(put(family(), "profile", "england"), "meeting.date", "2026-06-09"))
        later = put(put(family(), "profile", "england"), "meeting.kind", "review-conference")
        save(tmp_path / "b.yaml", put(put(later, "meeting.date", "2026-06-09"), "meeting.follows", "a.yaml"))
        shown = " ".join(" ".join(told(sostool, "b.yaml", "--today", "2026-06-10")).split())
        assert "Look at the days: meeting.date, and meeting.date in a file before this one." in shown

    def test_a_family_whose_plan_has_ended_has_nothing_overdue(self, sostool: Sostool, tmp_path: Path) -> None:
        days = {"last_conference": "2026-03-17", "plan_started": "2026-03-17"}
        data = put(
            put(family(), "profile", "england"), "meeting", {"kind": "review-conference", "date": "2026-06-09", **days}
        )
        children = ("mia", "noah")
        for decision, count in (("plan-continues", 2), ("plan-ends", 0)):
            put(data, "outcome", {"decisions": [{"child": child, "decision": decision} for child in children]})
            save(tmp_path / "case.yaml", data)
            shown = told(sostool, ".", "--today", "2027-03-01")
            assert sum(line.startswith("!") for line in shown) == count

    def test_at_a_terminal_names_are_shown_and_reasons(self, sostool: Sostool, case: Path) -> None:
        shown = "\n".join(told(sostool, "case.yaml", *TODAY, "--no-private"))
        assert "conference: Dean (p4)" in shown
        assert f"Reason: {REASON}" in shown

    @pytest.mark.parametrize("format_", ["table", "json"])
    def test_in_a_log_nobody_is_named_and_no_text_is_shown(self, sostool: Sostool, case: Path, format_: str) -> None:
        text = sostool("timeline", "case.yaml", *TODAY, "--format", format_).out
        for name in (*NAMES, REASON, "solicitor"):
            assert name not in text

    def test_a_place_is_told_by_position_in_a_log_and_by_id_to_a_person(self, sostool: Sostool, tmp_path: Path) -> None:
        save(tmp_path / "case.yaml", put(full(), "people.mia.born", "2026-03-01"))
        with (tmp_path / "profiles/ours.yaml").open("a", encoding="utf-8") as profile:
            profile.write(
                "  - {id: seen, title: S., event: child-seen, trigger: birth, limit: 1, unit: days, source: A}\n"
            )
        private, person = ("\n".join(told(sostool, "case.yaml", *TODAY, *more)) for more in ((), ("--no-private",)))
        assert "Once it is done, write the day at people[0].seen." in private
        assert "Once it is done, write the day at people.mia.seen." in person
        found = in_json(sostool, "case.yaml")["files"][0]["deadlines"]
        [seen] = [one for one in found if one["id"] == "seen"]
        assert (seen["at"], seen["counted_from"]["at"], seen["for"]) == ("people[0].seen", "people[0].born", "p1")

    def test_the_teams_settings_keep_it_private(
        self, sostool: Sostool, case: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("sostool.cli.timeline.is_private", lambda **_: False)
        assert "Dean (p4)" in "\n".join(told(sostool, "case.yaml", *TODAY))
        (case.parent / "sostool.yaml").write_text("sostool_settings: 1\nprivate: true\n", encoding="utf-8")
        shown = "\n".join(told(sostool, "case.yaml", *TODAY))
        assert "(p4)" in shown
        assert "Dean" not in shown

    def test_days_says_what_is_soon(self, sostool: Sostool, case: Path) -> None:
        shown = told(sostool, "case.yaml", *TODAY, "--days", "3")
        assert "Due later" in shown
        assert "Due soon" not in shown
        assert any("Soon is within 3 days." in line for line in shown)

    def test_a_file_without_deadlines_says_so(self, sostool: Sostool, tmp_path: Path) -> None:
        save(tmp_path / "case.yaml", put(family(), "meeting.kind", "family-network"))
        assert told(sostool, "case.yaml", *TODAY) == [
            "EX-0900, family network on Tue 17 March 2026",
            "",
            "No deadline of this profile is about this meeting.",
        ]

    def test_standard_input_is_a_file_that_follows_none(self, sostool: Sostool, tmp_path: Path) -> None:
        save(tmp_path / "a.yaml", full())
        data = written(put(full(), "meeting.follows", "a.yaml"))
        done = sostool("timeline", "-", *TODAY, typed=data)
        assert (done.code, done.err) == (0, "")
        assert done.out.startswith("EX-0900, initial conference")

    @pytest.mark.parametrize("columns", [40, 60, 120])
    def test_no_line_is_broader_than_the_terminal(
        self, sostool: Sostool, case: Path, monkeypatch: pytest.MonkeyPatch, columns: int
    ) -> None:
        monkeypatch.setenv("COLUMNS", str(columns))
        shown = told(sostool, "case.yaml", *TODAY, "--no-private")
        assert max(map(len, shown)) <= columns
        assert max(map(len, shown)) > min(columns, 100) - 15

    def test_in_json(self, sostool: Sostool, case: Path) -> None:
        found = in_json(sostool, "case.yaml")
        [file] = found.pop("files")
        assert found == {"sostool_timeline": 1, "today": "2026-03-12", "days": 14, "not_told": []}
        deadlines = file.pop("deadlines")
        assert file == {
            "file": "case.yaml",
            "reference": "EX-0900",
            "meeting": {"kind": "initial-conference", "date": "2026-03-17"},
        }
        assert deadlines[0] == {
            "id": "held",
            "title": "The conference is held.",
            "for": "",
            "status": "overdue",
            "due": "2026-03-11",
            "plan_by": "2026-03-11",
            "planned": "2026-03-17",
            "happened": None,
            "late_by": 1,
            "late_unit": "working-days",
            "has_reason": True,
            "counted_from": {
                "what": "strategy-discussion",
                "day": "2026-02-18",
                "at": "meeting.strategy_discussion",
                "files_back": 0,
            },
            "at": "meeting.date",
            "sure_of_bank_holidays": True,
            "why": "Counted from the strategy discussion on 18 February 2026: 15 working days, not counting that day, "
            "weekends and bank holidays.",
            "severity": "query",
            "source": "A guide",
        }
        assert [(one["id"], one["for"], one["status"]) for one in deadlines[1:]] == [
            ("shared", "p4", "due-soon"),
            ("assessed", "", "unknown-trigger"),
            ("shared", "p3", "met"),
        ]
        assert all(list(one) == list(deadlines[0]) for one in deadlines)

    def test_every_example_is_told_in_every_format(self, sostool: Sostool, tmp_path: Path) -> None:
        examples = sorted((ROOT / "examples").glob("*.yaml"))
        assert len(examples) > 5
        for file in examples:
            told(sostool, file, "--today", "2026-05-01")
            for format_ in ("json", "html", "ics"):
                done = sostool("timeline", file, "--today", "2026-05-01", "--format", format_, "-o", "-")
                assert done.code in (0, 2)
                assert (done.code == 2) == (format_ == "json")


class TestThePage:
    def test_is_written_beside_other_documents_and_names_nobody(self, sostool: Sostool, case: Path) -> None:
        assert told(sostool, "case.yaml", *TODAY, "--format", "html", "-o", "out/") == [
            "Written: out/EX-0900-timeline-2026-03-17.html"
        ]
        page = (case.parent / "out/EX-0900-timeline-2026-03-17.html").read_text("utf-8")
        assert "Today, 12 March 2026" in page
        assert "<svg" in page
        assert "<script" not in page
        for name in (*NAMES, REASON, "Draft"):
            assert name not in page

    def test_goes_where_the_team_keeps_its_documents(self, sostool: Sostool, case: Path) -> None:
        (case.parent / "sostool.yaml").write_text("sostool_settings: 1\noutput: papers\n", encoding="utf-8")
        assert told(sostool, "case.yaml", *TODAY, "--format", "html") == [
            f"Written: {Path('papers', 'EX-0900-timeline-2026-03-17.html')}"
        ]

    def test_can_go_to_standard_output(self, sostool: Sostool, case: Path) -> None:
        done = sostool("timeline", "case.yaml", *TODAY, "--format", "html", "-o", "-")
        assert done.out.startswith("<!doctype html>")
        assert sorted(path.name for path in case.parent.iterdir()) == ["case.yaml", "profiles"]

    def test_is_made_in_another_language(self, sostool: Sostool, case: Path) -> None:
        done = sostool("timeline", "case.yaml", *TODAY, "--format", "html", "--language", "polski", "-o", "-")
        assert 'lang="pl"' in done.out
        assert "Dzisiaj, 12 marca 2026" in done.out

    def test_says_that_what_the_profile_says_is_in_english_whatever_the_language_of_the_file(
        self, sostool: Sostool, tmp_path: Path
    ) -> None:
        save(tmp_path / "case.yaml", put(full(), "language", "pl"))
        done = sostool("timeline", "case.yaml", *TODAY, "--format", "html", "-o", "-")
        assert '<html lang="pl"' in done.out
        assert '<p dir="auto" lang="en">The conference is held' in done.out

    def test_is_the_same_for_the_same_day(self, sostool: Sostool, case: Path) -> None:
        first, second = (sostool("timeline", "case.yaml", *TODAY, "--format", "html", "-o", "-") for _ in range(2))
        assert first.out == second.out

    @pytest.mark.parametrize("format_", ["html", "ics"])
    @pytest.mark.parametrize("path", ["case.yaml", "."])
    def test_is_the_same_byte_for_byte_without_what_is_held_back_from_practitioners(
        self, sostool: Sostool, case: Path, format_: str, path: str
    ) -> None:
        arguments = ("timeline", path, *TODAY, "--format", format_, "-o", "-")
        without = sostool(*arguments)
        held = {"document": "report", "with": "dean", "date": "2026-03-11", "withhold": {"from": "everyone"}}
        data = full()
        data["shared"].insert(0, held)
        save(case, data)
        assert sostool(*arguments) == without
        assert " (p4)" in without.out
        assert "2 done in time" in sostool("timeline", "case.yaml", *TODAY).out

    def test_is_never_written_over_a_case_file(self, sostool: Sostool, case: Path) -> None:
        before = case.read_bytes()
        for format_ in ("html", "ics"):
            done = sostool("timeline", "case.yaml", *TODAY, "--format", format_, "-o", "case.yaml")
            assert done.code == 2
            assert "never written over a case file" in done.err
        assert case.read_bytes() == before

    @pytest.mark.parametrize(
        ("option", "message"),
        [
            (("--language", "klingon"), "klingon"),
            (("--templates", "nowhere"), "nowhere"),
        ],
    )
    def test_with_a_mistake_is_told_in_a_line(
        self, sostool: Sostool, case: Path, option: tuple[str, str], message: str
    ) -> None:
        done = sostool("timeline", "case.yaml", *TODAY, "--format", "html", *option)
        assert done.code == 2
        assert message in done.err
        assert "Traceback" not in done.err
        assert sorted(path.name for path in case.parent.iterdir()) == ["case.yaml", "profiles"]


class TestTheCalendar:
    def test_holds_what_is_open(self, sostool: Sostool, case: Path) -> None:
        assert told(sostool, "case.yaml", *TODAY, "--format", "ics") == ["Written: EX-0900-timeline-2026-03-17.ics"]
        data = (case.parent / "EX-0900-timeline-2026-03-17.ics").read_bytes()
        found = events(data)
        assert [(str(one["summary"]), one["dtstart"].dt.isoformat()) for one in found] == [
            ("EX-0900: The conference is held", "2026-03-11"),
            (
                "EX-0900: Each parent and carer has the danger statements and goals before the conference (p4)",
                "2026-03-16",
            ),
        ]
        for name in (*NAMES, REASON):
            assert name.encode() not in data

    def test_goes_to_standard_output_as_it_would_to_a_file(self, case: Path) -> None:
        arguments = [sys.executable, "-m", "sostool", "timeline", "case.yaml", *TODAY, "--format", "ics", "-o", "-"]
        done = subprocess.run(arguments, cwd=case.parent, env=environment(), capture_output=True, check=True)
        assert done.stdout.startswith(b"BEGIN:VCALENDAR\r\n")
        assert done.stdout.endswith(b"END:VCALENDAR\r\n")

    def test_is_not_written_where_nothing_is_open(self, sostool: Sostool, tmp_path: Path) -> None:
        save(tmp_path / "case.yaml", put(family(), "meeting.kind", "family-network"))
        done = sostool("timeline", "case.yaml", *TODAY, "--format", "ics")
        assert (done.code, done.out) == (0, "")
        assert done.err == "Nothing with a last day is open, so there is no calendar to write.\n"
        assert sorted(path.name for path in tmp_path.iterdir()) == ["case.yaml", "profiles"]


class TestManyFiles:
    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        save(tmp_path / "cases/a.yaml", full())
        save(tmp_path / "cases/b.yaml", put(put(full(), "reference", "EX-7"), "meeting.date", "2026-03-25"))
        return tmp_path

    def test_what_is_due_is_told_the_soonest_first(self, sostool: Sostool, folder: Path) -> None:
        shown = [
            "On Thu 12 March 2026, due within 14 days or overdue: 4 deadlines, in 2 case",
            "files.",
            "",
            "! Wed 11 Mar 2026  EX-0900  The conference is held: 1 working day late",
            "! Wed 11 Mar 2026  EX-7     The conference is held: 1 working day late",
            "> Mon 16 Mar 2026  EX-0900  Each parent and carer has the danger statements and",
            "                            goals before the conference (p4): in 4 days",
            "> Tue 24 Mar 2026  EX-7     Each parent and carer has the danger statements and",
            "                            goals before the conference (p4): in 12 days",
            "",
            "2 deadlines in 2 case files cannot be counted yet, as a day is missing: `sostool",
            "timeline FILE` says which.",
        ]
        assert told(sostool, "cases", *TODAY) == shown
        assert told(sostool, "cases/b.yaml", "cases/a.yaml", *TODAY) == shown
        (folder / "sostool.yaml").write_text("sostool_settings: 1\npaths: [cases]\n", encoding="utf-8")
        assert told(sostool, *TODAY) == shown

    def test_days_is_the_window(self, sostool: Sostool, folder: Path) -> None:
        shown = told(sostool, "cases", *TODAY, "--days", "4")
        assert sum(line.startswith(">") for line in shown) == 1
        assert sum(line.startswith("!") for line in shown) == 2

    def test_a_quiet_folder_says_so(self, sostool: Sostool, tmp_path: Path) -> None:
        save(tmp_path / "case.yaml", put(family(), "meeting.kind", "family-network"))
        assert told(sostool, ".", *TODAY) == [
            "On Thu 12 March 2026, due within 14 days or overdue: nothing, in 1 case file."
        ]

    @pytest.mark.parametrize("columns", [40, 60, 75, 76])
    def test_on_a_narrow_terminal_what_has_to_happen_stands_on_the_next_line(
        self, sostool: Sostool, folder: Path, monkeypatch: pytest.MonkeyPatch, columns: int
    ) -> None:
        monkeypatch.setenv("COLUMNS", str(columns))
        shown = told(sostool, "cases", *TODAY)
        assert max(map(len, shown)) <= columns
        assert ("! Wed 11 Mar 2026  EX-7" in shown) == (columns < 76)

    def test_two_files_of_one_reference_are_told_apart(self, sostool: Sostool, folder: Path) -> None:
        save(folder / "cases/c.yaml", put(full(), "meeting.date", "2026-03-20"))
        shown = " ".join(" ".join(told(sostool, "cases", *TODAY)).split())
        for name in ("a.yaml", "c.yaml"):
            assert f"The conference is held in {Path('cases', name)}: 1 working day late" in shown
        assert "b.yaml" not in shown

    def test_names_are_shown_to_a_person_at_a_terminal_alone(self, sostool: Sostool, folder: Path) -> None:
        assert "Dean (p4)" in "\n".join(told(sostool, "cases", *TODAY, "--no-private"))
        for format_ in ("table", "json"):
            text = sostool("timeline", "cases", *TODAY, "--format", format_).out
            assert not [name for name in (*NAMES, REASON) if name in text]

    def test_in_json_each_file_has_what_is_due_in_it(self, sostool: Sostool, folder: Path) -> None:
        found = in_json(sostool, "cases")
        assert [(file["file"], [one["id"] for one in file["deadlines"]]) for file in found["files"]] == [
            (str(Path("cases", "a.yaml")), ["held", "shared"]),
            (str(Path("cases", "b.yaml")), ["held", "shared"]),
        ]

    def test_in_a_calendar_are_all_open_deadlines_of_all(self, sostool: Sostool, folder: Path) -> None:
        assert told(sostool, "cases", *TODAY, "--days", "1", "--format", "ics") == ["Written: timeline-2026-03-12.ics"]
        data = (folder / "timeline-2026-03-12.ics").read_bytes()
        assert [str(one["uid"]) for one in events(data)] == [
            "EX-0900.held@sostool",
            "EX-0900.shared.p4@sostool",
            "EX-7.held@sostool",
            "EX-7.shared.p4@sostool",
        ]

    def test_the_page_is_one_table_and_names_nobody(self, sostool: Sostool, folder: Path) -> None:
        assert told(sostool, "cases", *TODAY, "--format", "html", "-o", "out/") == [
            f"Written: {Path('out', 'timeline-2026-03-12.html')}"
        ]
        page = (folder / "out/timeline-2026-03-12.html").read_text("utf-8")
        assert page.count("<table") == 1
        assert page.count("EX-0900") == page.count("EX-7") == 2
        assert not [name for name in (*NAMES, REASON, "Draft") if name in page]
        polish = sostool("timeline", "cases", *TODAY, "--format", "html", "--language", "pl", "-o", "-").out
        assert "Dzisiaj, 12 marca 2026" in polish

    def test_what_cannot_be_told_is_named_and_the_rest_is_told(self, sostool: Sostool, folder: Path) -> None:
        save(folder / "cases/broken.yaml", put(full(), "meeting.strategy_discussion", "2026-02-31"))
        done = sostool("timeline", "cases", *TODAY)
        assert done.code == 1
        assert done.err.startswith(f"Not told: {Path('cases', 'broken.yaml')}: ")
        assert done.err.count("\n") == 1
        assert "2026-02-31" not in done.err
        assert "EX-7" in done.out
        found = json.loads(sostool("timeline", "cases", *TODAY, "--format", "json").out)
        assert [one["file"] for one in found["not_told"]] == [str(Path("cases", "broken.yaml"))]

    def test_the_worst_code_wins(self, sostool: Sostool, folder: Path) -> None:
        save(folder / "cases/broken.yaml", put(full(), "meeting.strategy_discussion", "2026-02-31"))
        done = sostool("timeline", "cases", "gone.yaml", *TODAY)
        assert (done.code, done.err.count("\n")) == (2, 2)
        assert "Not told: gone.yaml: there is no such file." in done.err

    def test_an_empty_folder_is_wrong_use(self, sostool: Sostool, tmp_path: Path) -> None:
        (tmp_path / "empty").mkdir()
        for paths in ([], ["empty"], ["empty", "."]):
            done = sostool("timeline", *paths, *TODAY)
            assert (done.code, done.out, done.err) == (2, "", "There is no case file here.\n")


class TestBadInput:
    @pytest.mark.parametrize("day", ["2026-02-30", "yesterday", "", "12", "2026-3", "0000-01-01", "99999-01-01"])
    def test_a_day_that_is_none_is_wrong_use(self, sostool: Sostool, case: Path, day: str) -> None:
        done = sostool("timeline", "case.yaml", "--today", day)
        if day:
            assert (done.code, done.out) == (2, "")
            assert done.err == "--today: this is not a date. Write it like 2026-03-17.\n"

    @pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "2028-12-31", "1/3/26"])
    @pytest.mark.parametrize("path", ["case.yaml", "."])
    @pytest.mark.parametrize("format_", ["table", "json", "html", "ics"])
    def test_any_day_that_is_one_is_answered(
        self, sostool: Sostool, case: Path, day: str, path: str, format_: str
    ) -> None:
        done = sostool("timeline", path, "--today", day, "--days", "3660", "--format", format_)
        assert done.code == 0
        assert "Traceback" not in done.err

    @pytest.mark.parametrize("days", ["-1", "x", "3661", "1.5", "99999999999999999999"])
    def test_a_number_of_days_that_is_none_is_wrong_use(self, sostool: Sostool, case: Path, days: str) -> None:
        done = sostool("timeline", "case.yaml", f"--days={days}")
        assert (done.code, done.out) == (2, "")
        assert "--days" in done.err

    def test_a_place_for_what_is_printed_is_wrong_use(self, sostool: Sostool, case: Path) -> None:
        for format_ in ("table", "json"):
            done = sostool("timeline", "case.yaml", "--format", format_, "-o", "out")
            assert (done.code, done.out) == (2, "")
            assert "--format html or --format ics" in done.err

    @pytest.mark.parametrize("path", ["gone.yaml", "case.yaml/x", "\0", "a" * 5000])
    def test_a_file_that_cannot_be_opened_is_told(self, sostool: Sostool, case: Path, path: str) -> None:
        done = sostool("timeline", path)
        assert (done.code, done.out) == (2, "")
        assert done.err.count("\n") == 1

    @pytest.mark.parametrize("format_", ["table", "json", "html", "ics"])
    def test_a_file_with_errors_is_told_in_one_place_and_nothing_is_written(
        self, sostool: Sostool, tmp_path: Path, format_: str
    ) -> None:
        save(tmp_path / "case.yaml", put(full(), "meeting.strategy_discussion", "2026-02-31"))
        done = sostool("timeline", "case.yaml", *TODAY, "--format", format_)
        assert (done.code, done.out) == (1, "")
        assert done.err.startswith("case.yaml:")
        assert sorted(path.name for path in tmp_path.iterdir()) == ["case.yaml", "profiles"]

    def test_a_profile_that_is_not_there_is_wrong_use(self, sostool: Sostool, case: Path) -> None:
        one, many = (sostool("timeline", path, *TODAY, "--profile", "ourss") for path in ("case.yaml", "."))
        assert (one.code, many.code) == (2, 2)
        assert "Did you mean ours?" in one.err
        assert "did you mean ours?" in many.err

    def test_a_folder_that_cannot_be_written_to_is_told(self, sostool: Sostool, case: Path) -> None:
        (case.parent / "file").write_text("", encoding="utf-8")
        for format_ in ("html", "ics"):
            done = sostool("timeline", "case.yaml", *TODAY, "--format", format_, "-o", f"file/page.{format_}")
            assert (done.code, done.out) == (2, "")
            assert done.err.startswith("Not written: ")

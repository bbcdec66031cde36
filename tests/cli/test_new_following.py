"""`sostool new-case --follows`: the file of the next meeting, as a worker starts it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support.running import ROOT, is_one_line

from sostool.case.model import Case
from sostool.case.read import read_case
from sostool.caseload.neighbours import known_of

if TYPE_CHECKING:
    from cli.conftest import Sostool

EARLIER = ROOT / "examples" / "mia-and-noah-review.yaml"
NEW = "EX-0042-2026-12-01.yaml"
SHORT = "sostool: 1\nreference: EX-1\nmeeting: {kind: %s, date: 2026-03-17}\npeople:\n  mia: {name: Mia, role: child}\n"


@pytest.fixture
def earlier(tmp_path: Path) -> Path:
    for file in ("mia-and-noah.yaml", EARLIER.name):
        shutil.copy(ROOT / "examples" / file, tmp_path)
    return tmp_path / EARLIER.name


def short(folder: Path, kind: str = "initial-conference", more: str = "") -> str:
    (folder / "one.yaml").write_text(SHORT % kind + more, encoding="utf-8")
    return "one.yaml"


def sound(path: Path) -> Case:
    result = read_case(path.read_bytes(), str(path))
    assert result.findings == []
    assert result.case is not None
    return result.case


def test_the_next_conference_is_on_the_day_that_was_agreed(sostool: Sostool, earlier: Path) -> None:
    before = earlier.read_bytes()
    done = sostool("new-case", "--follows", earlier.name)
    assert (done.code, done.err) == (0, "")
    said = " ".join(done.out.split())
    assert said.startswith(f"Written: {NEW} Carried over: 11 people, 3 past harms, 6 strengths,")
    assert (
        "5 open next steps, 5 actions of the plan as next steps. In the earlier file only: 2 next steps that are"
        in said
    )
    assert "6 voices, 2 reports of other agencies, 1 text with words for a child, the outcome. Look again at" in said
    assert f"Then: sostool validate {NEW} sostool render-report {NEW}" in said
    meeting = sound(earlier.with_name(NEW)).meeting
    assert meeting is not None
    assert (meeting.kind, str(meeting.date), meeting.follows) == ("review-conference", "2026-12-01", EARLIER.name)
    assert (str(meeting.last_conference), meeting.author, meeting.chair) == ("2026-06-09", "priya", "ann")
    assert earlier.read_bytes() == before


@pytest.mark.parametrize(("kind", "said"), [("initial-conference", True), ("mapping", False)])
def test_a_conference_without_an_outcome_is_told(sostool: Sostool, tmp_path: Path, kind: str, said: bool) -> None:
    done = sostool("new-case", "--follows", short(tmp_path, kind), "--kind", "core-group", "--date", "2026-04-01")
    assert done.code == 0
    assert ("The earlier file has no outcome, so nothing of what was decided is here." in done.out) == said


def test_nothing_of_the_family_is_said(sostool: Sostool, earlier: Path) -> None:
    done = sostool("new-case", "--follows", earlier.name)
    for word in ("Mia", "mia:", "Dean", "Lisa", "hurting", "kettle"):
        assert word not in done.out


def test_validate_and_a_report_go_on_from_it(sostool: Sostool, earlier: Path) -> None:
    assert sostool("new-case", "--follows", earlier.name).code == 0
    found = sostool("validate", NEW, "--format", "concise")
    assert not [line for line in found.out.splitlines() if ": CH" in line]
    assert sostool("render-report", NEW, "--for", "lisa", "--unfinished").code == 0


def test_other_kinds_and_days_are_for_the_asking(sostool: Sostool, earlier: Path) -> None:
    done = sostool("new-case", "--follows", earlier.name, "--kind", "core-group")
    assert done.code == 0
    assert sound(earlier.with_name("EX-0042-2026-06-19.yaml")).meeting is not None
    known_of.cache_clear()  # another command is another process
    done = sostool("new-case", "--follows", earlier.name, "next", "--date", "9 July 2026", "--kind", "family-network")
    assert done.code == 0
    assert "EX-0042-2026-06-19.yaml follows mia-and-noah-review.yaml already, and now two files do." in done.err
    meeting = sound(earlier.with_name("next.yaml")).meeting
    assert meeting is not None
    assert (meeting.kind, str(meeting.date)) == ("family-network", "2026-07-09")


def test_the_new_file_lies_beside_the_earlier_one_wherever_the_command_is_called(
    sostool: Sostool, earlier: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "cases"
    folder.mkdir()
    shutil.copy(earlier, folder)
    assert sostool("new-case", "--follows", f"cases/{earlier.name}").code == 0
    assert (folder / NEW).is_file()
    assert not (tmp_path / NEW).exists()
    other = sostool("new-case", "--follows", f"cases/{earlier.name}", "next.yaml")
    assert other.code == 2
    assert is_one_line(other.err)
    assert "has to lie in the folder of the one that it follows" in other.err
    assert sostool("new-case", "--follows", f"cases/{earlier.name}", "cases/next.yaml").code == 0


def test_it_never_writes_over_a_file(sostool: Sostool, earlier: Path) -> None:
    earlier.with_name(NEW).write_text("mine", encoding="utf-8")
    done = sostool("new-case", "--follows", earlier.name)
    assert (done.code, done.out) == (2, "")
    assert done.err == f"Not written: {NEW} is there already, and nothing is ever written over it.\n"
    assert earlier.with_name(NEW).read_text(encoding="utf-8") == "mine"
    assert sostool("new-case", "--follows", earlier.name, earlier.name).code == 2


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--reference", "EX-2"), ("--profile", "england"), ("--child", "Noah"), ("--parent", "Lisa"),
        ("--network", "Jo"), ("--practitioner", "Priya"), ("--worry", "W"), ("--example", "self-harm"),
    ],
)  # fmt: skip
def test_options_that_do_not_fit_are_refused(sostool: Sostool, earlier: Path, option: str, value: str) -> None:
    done = sostool("new-case", "--follows", earlier.name, option, value)
    assert (done.code, done.out) == (2, "")
    assert is_one_line(done.err)
    assert not earlier.with_name(NEW).exists()


@pytest.mark.parametrize(
    ("kind", "more", "options", "code", "said"),
    [
        ("initial-conference", "", (), 2, "On which day is the next meeting? Add --date"),
        ("mapping", "", ("--date", "2026-04-01"), 2, "What kind of meeting is the next one? Add --kind"),
        ("mapping", "", ("--kind", "stratgy"), 2, "Did you mean strategy?"),
        ("mapping", "", ("--kind", "strategy", "--date", "2026-03-17"), 2, "after the earlier one, and that was on 17 March 2026"),
        ("mapping", "", ("--kind", "strategy", "--date", "soon"), 2, "--date: this is not a date."),
        ("core-group", "profile: atlantis\n", ("--kind", "strategy", "--date", "2026-04-01"), 1, "its profile cannot be used"),
        ("mapping", "dangers: [{statment: x}]\n", ("--kind", "strategy"), 1, "one.yaml:6:12: "),
        ("initial-conference", "outcome: {decisions: [{child: mia, decision: no-plan}]}\n", ("--date", "2026-04-01"), 2, "Add --kind"),
    ],
)  # fmt: skip
def test_what_is_missing_or_wrong_is_said_in_a_line(
    sostool: Sostool, tmp_path: Path, kind: str, more: str, options: tuple[str, ...], code: int, said: str
) -> None:
    done = sostool("new-case", "--follows", short(tmp_path, kind, more), *options)
    assert (done.code, done.out) == (code, "")
    assert said in done.err
    assert sorted(file.name for file in tmp_path.iterdir()) == ["one.yaml"]


def test_a_file_that_cannot_be_opened_is_told(sostool: Sostool, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    for name, said in (("none.yaml", "there is no such file"), ("folder", "it is a folder"), ("-", "standard input")):
        done = sostool("new-case", "--follows", name)
        assert (done.code, done.out) == (2, "")
        assert is_one_line(done.err)
        assert said in done.err


def test_a_link_to_another_folder_is_refused(sostool: Sostool, tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    short(tmp_path / "there")
    (tmp_path / "link.yaml").symlink_to(tmp_path / "there" / "one.yaml")
    done = sostool("new-case", "--follows", "link.yaml", "--date", "2026-06-01")
    assert (done.code, done.out) == (2, "")
    assert "link to a file in another folder" in done.err


def test_a_family_can_be_followed_through_fifty_files(sostool: Sostool, tmp_path: Path) -> None:
    name = short(tmp_path, "mapping", "dangers:\n  - {id: one, statement: S}  # a remark\n")
    for number in range(1, 51):
        new = f"file-{number}.yaml"
        date = f"{2026 + (number + 2) // 12}-{(number + 2) % 12 + 1:02}-20"
        done = sostool("new-case", "--follows", name, new, "--kind", "core-group", "--date", date)
        assert done.code == 0, done.err
        name = new
    last = (tmp_path / name).read_text(encoding="utf-8")
    assert last.count("# look again") == 2
    assert last.count("# a remark") == 1
    assert sostool("validate", name, "--format", "concise").out.count(": CH") == 0


def test_at_a_terminal_it_asks_what_the_earlier_file_does_not_say(
    sostool: Sostool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sostool.cli.new_case._can_ask", lambda: True)
    done = sostool("new-case", "--follows", short(tmp_path, "mapping"), typed=b"1\n1/4/2026\n")
    assert done.code == 0, done.err
    meeting = sound(tmp_path / "EX-1-2026-04-01.yaml").meeting
    assert meeting is not None
    assert meeting.kind == "initial-conference"
    stopped = sostool("new-case", "--follows", "one.yaml", typed=b"1\n")
    assert (stopped.code, stopped.err) == (130, "\nStopped. Nothing was written.\n")
    assert sostool("new-case", "--follows", "one.yaml", "--no-input").code == 2

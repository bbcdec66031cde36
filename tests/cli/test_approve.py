"""`sostool approve`: who may let a copy go, what stands in the way, and the record that is kept of it."""

from __future__ import annotations

import contextlib
import os
import pty
import signal
import stat
import subprocess
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from builders import Data, family, put, written
from support.running import command, environment, is_one_line, run

from sostool.release.record import Record, read_record

if TYPE_CHECKING:
    from cli.conftest import Sostool

RECORD = "case.approvals.yaml"
YES = ("--by", "ann", "--yes", "--today", "2026-03-16")
HELD = {"what": "Police came to the flat.", "withhold": {"from": ["dean"]}}


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return save(tmp_path / "case.yaml", family())


def save(file: Path, data: Data) -> Path:
    file.write_bytes(written(data))
    return file


def recorded(folder: Path, name: str = RECORD) -> Record:
    record, reading = read_record((folder / name).read_bytes(), name)
    assert record is not None, reading.findings
    return record


def lines(folder: Path) -> list[tuple[str, str, str, str, bool]]:
    return [(one.document, one.reader, one.language, one.by, one.withdrawn) for one in recorded(folder).approvals]


def test_a_second_person_lets_one_copy_go(sostool: Sostool, case: Path) -> None:
    before = case.read_bytes()
    done = sostool("approve", "case.yaml", "--document", "report", "--for", "lisa", *YES)
    assert (done.code, done.err) == (0, "")
    assert done.out == (
        "Approved for p3: report\nRecorded in case.approvals.yaml. It is an integrity record, not a legal signature.\n"
    )
    assert lines(case.parent) == [("report", "lisa", "en", "ann", False)]
    assert recorded(case.parent).reference == "EX-0900"
    assert stat.S_IMODE((case.parent / RECORD).stat().st_mode) == 0o600
    assert case.read_bytes() == before
    assert sorted(path.name for path in case.parent.iterdir()) == [RECORD, "case.yaml"]


def test_codes_do_for_ids(sostool: Sostool, case: Path) -> None:
    assert sostool("approve", "case.yaml", "--for", "p3", "--by", "p14", "--yes").code == 0
    assert lines(case.parent) == [("report", "lisa", "en", "ann", False)]


def test_the_same_again_adds_nothing_and_another_persons_reading_does(sostool: Sostool, case: Path) -> None:
    sostool("approve", "case.yaml", "--for", "lisa", *YES)
    again = sostool("approve", "case.yaml", "--for", "lisa", *YES)
    assert (again.code, again.out) == (0, "Approved already, and nothing in it has changed since.\n")
    assert len(lines(case.parent)) == 1
    assert sostool("approve", "case.yaml", "--for", "lisa", "--by", "max", "--yes").code == 0
    assert [by for *_, by, _ in lines(case.parent)] == ["ann", "max"]


def test_a_pack_in_one_go(sostool: Sostool, case: Path) -> None:
    done = sostool("approve", "case.yaml", "--document", "all", "--for", "everyone", *YES)
    assert (done.code, done.err) == (0, "")
    assert "Approved for p3: report, summary\n" in done.out
    made = {(document, reader) for document, reader, *_ in lines(case.parent)}
    assert {("report", "dean"), ("map", "room"), ("withheld-register", "chair"), ("report", "sal")} <= made
    assert not {"my-views", "invitation", "leaflet", "agency-report", "minutes"} & {kind for kind, _ in made}
    final = sostool("render-report", "case.yaml", "--document", "all", "--for", "everyone", "--final")
    assert (final.code, [line for line in final.err.splitlines() if "Left as a line" not in line]) == (0, [])


def test_only_the_chair_reads_the_chairs_copies(sostool: Sostool, case: Path) -> None:
    done = sostool("approve", "case.yaml", "--document", "all", "--for", "everyone", "--by", "max", "--yes")
    assert done.code == 1
    assert "Not approved: anything for chair. What is held back from this person may stand in this copy" in done.err
    readers = {reader for _, reader, *_ in lines(case.parent)}
    assert "lisa" in readers
    assert not readers & {"chair", "ann"}


@pytest.mark.parametrize(
    ("options", "code", "told"),
    [
        (["--for", "lisa", "--by", "priya", "--yes"], 1, "Who wrote the file does not approve"),
        (["--for", "lisa", "--by", "lisa", "--yes"], 1, "approved by a practitioner, a manager or the chair"),
        (["--for", "lisa", "--by", "sal", "--yes"], 1, "approved by a practitioner, a manager or the chair"),
        (["--document", "all", "--for", "everyone", "--by", "jo", "--yes"], 1, "approved by a practitioner"),
        (["--for", "chair", "--by", "max", "--yes"], 1, "What is held back from this person"),
        (["--for", "lisa", "--by", "nobody", "--yes"], 2, "--by: nobody in this file has this id."),
        (["--for", "lisa", "--yes"], 2, "Missing option '--by'"),
        (["--for", "nobody", *YES], 2, "Nobody in this file has this id."),
        (["--document", "repotr", "--for", "lisa", *YES], 2, "Did you mean report?"),
        (["--document", "leaflet", "--for", "lisa", *YES], 2, "is a blank sheet: it never says Draft"),
        (["--document", "map", "--for", "lisa", *YES], 1, "The document map is made for"),
        (["--document", "minutes", "--for", "lisa", *YES], 1, "There is no outcome for this reader yet"),
        (["--for", "lisa", "--language", "xx", *YES], 2, "xx"),
        (["--for", "lisa", "--profile", "nowhere", *YES], 2, "There is no profile of this name: nowhere."),
        (["--for", "lisa", "--templates", "nowhere", *YES], 2, "This is not a folder of templates."),
        (["--for", "lisa", "--by", "ann", "--yes", "--today", "soon"], 2, "--today: this is not a date."),
        (["--for", "lisa", "--by", "ann"], 2, "Nothing was approved: at a terminal you are asked; else add --yes"),
    ],
)
def test_refused_and_nothing_is_recorded(
    sostool: Sostool, case: Path, options: list[str], code: int, told: str
) -> None:
    done = sostool("approve", "case.yaml", *options)
    assert (done.code, done.out) == (code, "")
    assert told in done.err
    assert not (case.parent / RECORD).exists()


def test_without_a_reader_it_lists_them_where_it_matters(sostool: Sostool, case: Path) -> None:
    done = sostool("approve", "case.yaml", *YES)
    assert done.code == 1
    assert "say who it is for" in done.err


def test_standard_input_has_no_record(sostool: Sostool) -> None:
    done = sostool("approve", "-", "--for", "lisa", *YES, typed=written(family()))
    assert done.code == 2
    assert is_one_line(done.err)
    done = sostool("status", "-", typed=written(family()))
    assert done.code == 2
    assert is_one_line(done.err)


class TestWhatIsOpen:
    @pytest.mark.parametrize(
        ("path", "value", "code"),
        [
            ("map.worried.past_harm", [HELD], "SH101"),
            ("people.dean.must_not_see", {"words_of": ["lisa"], "why": "x", "agreed_by": "ann"}, "SH101"),
            ("protected", [{"words": ["Fern Court"], "from": ["dean"], "why": "x", "date": "2026-03-12"}], "SH101"),
            ("map.needs_to_happen.next_steps", ["Somebody rings."], "NX101"),
            ("meeting.kind", "review", "CF1"),
        ],
    )
    def test_it_is_told_with_its_place(self, sostool: Sostool, case: Path, path: str, value: Any, code: str) -> None:
        save(case, put(family(), path, value))
        done = sostool("approve", "case.yaml", "--for", "lisa", *YES)
        assert (done.code, done.out) == (1, "")
        assert done.err.startswith("case.yaml:")
        assert code in done.err
        assert "Fern" not in done.err
        assert not (case.parent / RECORD).exists()

    def test_all_at_once(self, sostool: Sostool, case: Path) -> None:
        one = put(family(), "map.worried.past_harm", [HELD, {**HELD, "what": "It was loud."}])
        save(case, put(one, "map.needs_to_happen.next_steps", ["Somebody rings."]))
        done = sostool("approve", "case.yaml", "--for", "lisa", *YES)
        assert [line.split(" ")[1] for line in done.err.splitlines()[:-1]] == ["SH101", "SH101", "NX101"]
        assert done.err.splitlines()[-1] == (
            "Nothing was approved. Still open: what is held back without being agreed; queries that the profile wants closed."
        )

    def test_a_team_cannot_switch_agreeing_off(self, sostool: Sostool, case: Path) -> None:
        settings = "sostool_settings: 1\nignore: [NX101]\n"
        (case.parent / "sostool.yaml").write_text(settings, encoding="utf-8")
        save(case, put(family(), "map.worried.past_harm", [HELD]))
        assert sostool("approve", "case.yaml", "--for", "lisa", *YES).code == 1

    def test_another_family_beside_it_is_seen(self, sostool: Sostool, case: Path) -> None:
        """Where a profile wants it closed, a name out of another family's file stands in the way."""
        (case.parent / "profiles").mkdir()
        (case.parent / "profiles" / "ours.yaml").write_text(
            "sostool_profile: 1\nbased_on: england\nmust_be_closed: [SH106]\n", encoding="utf-8"
        )
        other = put(family(), "reference", "EX-0901")
        other["people"]["kim"]["name"] = "Zebedee Quillfeather"
        save(case.with_name("other.yaml"), other)
        save(case, put(put(family(), "profile", "ours"), "map.worried.past_harm", ["Zebedee Quillfeather was there."]))
        done = sostool("approve", "case.yaml", "--for", "lisa", *YES)
        assert done.code == 1
        assert "SH106" in done.err
        assert "Zebedee" not in done.err

    def test_words_that_must_not_stand_there(self, sostool: Sostool, case: Path) -> None:
        """Words of ours stand in no text of the file, so that only the look at what was made finds them."""
        agreed = {"why": "x", "agreed_by": "ann", "date": "2026-03-12"}
        ours = "independent of the owners"
        save(case, put(family(), "protected", [{"words": [ours], "from": ["dean"], **agreed}]))
        done = sostool("approve", "case.yaml", "--for", "dean", *YES)
        assert done.code == 1
        assert done.err.startswith("Words that this reader must not get")
        assert ours not in done.err
        pack = sostool("approve", "case.yaml", "--document", "report", "--for", "everyone", *YES)
        assert pack.code == 1
        assert "Not approved: report for p4. Words that this reader must not get" in pack.err
        readers = {reader for _, reader, *_ in lines(case.parent)}
        assert "lisa" in readers
        assert not readers & {"dean", "dov", "room"}


class TestTheRecord:
    def test_another_familys_is_not_believed(self, sostool: Sostool, case: Path) -> None:
        save(case.with_name("other.yaml"), put(family(), "reference", "EX-0901"))
        assert sostool("approve", "other.yaml", "--for", "lisa", *YES).code == 0
        (case.parent / "other.approvals.yaml").rename(case.parent / RECORD)
        before = (case.parent / RECORD).read_bytes()
        for asked in (
            ["approve", "case.yaml", "--for", "lisa", *YES],
            ["render-report", "case.yaml", "--for", "lisa", "--final"],
            ["status", "case.yaml"],
        ):
            done = sostool(*asked)
            assert (done.code, done.out) == (1, "")
            assert done.err == (
                "case.approvals.yaml: This record of approvals belongs to another reference than the case file's.\n"
            )
        assert (case.parent / RECORD).read_bytes() == before

    @pytest.mark.parametrize("damage", [b"", b"\xff", b"x", b"sostool_approvals: 1\nreference: EX-0900\nextra: 1\n"])
    def test_a_damaged_one_is_told_with_its_place(self, sostool: Sostool, case: Path, damage: bytes) -> None:
        (case.parent / RECORD).write_bytes(damage)
        for asked in (
            ["approve", "case.yaml", "--for", "lisa", *YES],
            ["approve", "case.yaml", "--for", "lisa", "--by", "ann", "--withdraw"],
            ["render-report", "case.yaml", "--for", "lisa", "--final"],
            ["status", "case.yaml"],
        ):
            done = sostool(*asked)
            assert (done.code, done.out) == (1, "")
            assert done.err.startswith(f"{RECORD}:")
        assert (case.parent / RECORD).read_bytes() == damage

    @pytest.mark.parametrize("kind", ["symlink", "dangling", "folder", "pipe"])
    def test_what_is_no_ordinary_file(self, sostool: Sostool, case: Path, kind: str) -> None:
        target, elsewhere = case.parent / RECORD, case.parent / "elsewhere"
        if kind == "symlink":
            elsewhere.write_text("mine", encoding="utf-8")
        if kind in ("symlink", "dangling"):
            target.symlink_to(elsewhere)
        elif kind == "folder":
            target.mkdir()
        else:
            os.mkfifo(target)
        done = sostool("approve", "case.yaml", "--for", "lisa", *YES)
        assert (done.code, done.out) == (2, "")
        assert done.err == f"{RECORD} is there and is not an ordinary file, so it is left alone.\n"
        assert not elsewhere.exists() or elsewhere.read_text("utf-8") == "mine"

    def test_a_folder_that_may_only_be_read(self, case: Path, powerless: tuple[str, ...]) -> None:
        case.parent.chmod(0o500)
        done = run("approve", "case.yaml", "--for", "lisa", *YES, cwd=case.parent, before=powerless)
        case.parent.chmod(0o700)
        assert (done.code, done.out) == (2, "")
        assert is_one_line(done.err)
        assert done.err.startswith("Nothing was approved: the folder ")

    def test_a_record_that_may_only_be_read(self, case: Path, powerless: tuple[str, ...]) -> None:
        assert run("approve", "case.yaml", "--for", "lisa", *YES, cwd=case.parent).code == 0
        (case.parent / RECORD).chmod(0o400)
        done = run("approve", "case.yaml", "--for", "dean", *YES, cwd=case.parent, before=powerless)
        assert (done.code, done.err) == (2, f"Nothing was approved: {RECORD} may only be read.\n")

    def test_of_two_at_once_both_are_kept(self, case: Path) -> None:
        calls = [
            subprocess.Popen(
                command("approve", "case.yaml", "--for", who, *YES),
                cwd=case.parent,
                env=environment(),
                stdout=subprocess.PIPE,
            )
            for who in ("lisa", "dean", "jo", "room")
        ]
        for call in calls:
            call.communicate(timeout=120)
            assert call.returncode == 0
        assert sorted(reader for _, reader, *_ in lines(case.parent)) == ["dean", "jo", "lisa", "room"]

    @pytest.mark.slow
    def test_killed_at_any_moment_it_is_whole(self, case: Path) -> None:
        assert run("approve", "case.yaml", "--for", "dean", *YES, cwd=case.parent).code == 0
        first = lines(case.parent)
        for wait in range(12):
            call = subprocess.Popen(
                command("approve", "case.yaml", "--for", "lisa", *YES),
                cwd=case.parent,
                env=environment(),
                stdout=subprocess.DEVNULL,
            )
            threading.Event().wait(0.15 + 0.05 * wait)
            call.send_signal(signal.SIGKILL)
            call.wait()
            assert lines(case.parent)[:1] == first
            assert len(lines(case.parent)) <= 2

    def test_line_ends_of_another_system(self, sostool: Sostool, case: Path) -> None:
        sostool("approve", "case.yaml", "--for", "lisa", *YES)
        for file in (case, case.parent / RECORD):
            file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
        assert sostool("render-report", "case.yaml", "--for", "lisa", "--final").code == 0
        assert sostool("approve", "case.yaml", "--for", "dean", *YES).code == 0
        assert len(lines(case.parent)) == 2


class TestTakingBack:
    def test_a_line_is_added_and_the_history_stays(self, sostool: Sostool, case: Path) -> None:
        sostool("approve", "case.yaml", "--for", "lisa", *YES)
        # Also the author may: it makes things safer.
        done = sostool("approve", "case.yaml", "--for", "lisa", "--by", "priya", "--withdraw")
        assert (done.code, done.err) == (0, "")
        assert done.out.startswith("Taken back for p3: report\n")
        assert lines(case.parent) == [("report", "lisa", "en", "ann", False), ("report", "lisa", "en", "priya", True)]
        final = sostool("render-report", "case.yaml", "--for", "lisa", "--final")
        assert final.code == 1
        assert final.err.startswith("The approval of this copy was taken back. So no final copy was made")
        again = sostool("approve", "case.yaml", "--for", "lisa", "--by", "ann", "--withdraw")
        assert (again.code, again.err) == (1, "There is no approval of this to take back.\n")

    def test_in_every_language_or_in_one(self, sostool: Sostool, case: Path) -> None:
        for language in ("en", "pl", "cy"):
            assert sostool("approve", "case.yaml", "--for", "lisa", "--language", language, *YES).code == 0
        sostool("approve", "case.yaml", "--for", "lisa", "--by", "ann", "--withdraw", "--language", "polski")
        assert [language for _, _, language, _, back in lines(case.parent) if back] == ["pl"]
        sostool("approve", "case.yaml", "--for", "lisa", "--by", "ann", "--withdraw")
        assert sorted(language for _, _, language, _, back in lines(case.parent) if back) == ["cy", "en", "pl"]

    def test_a_whole_pack(self, sostool: Sostool, case: Path) -> None:
        sostool("approve", "case.yaml", "--document", "all", "--for", "everyone", *YES)
        count = len(lines(case.parent))
        assert (
            sostool("approve", "case.yaml", "--document", "all", "--for", "everyone", "--by", "max", "--withdraw").code
            == 0
        )
        assert sum(back for *_, back in lines(case.parent)) == count

    def test_not_by_the_family(self, sostool: Sostool, case: Path) -> None:
        sostool("approve", "case.yaml", "--for", "lisa", *YES)
        assert sostool("approve", "case.yaml", "--for", "lisa", "--by", "dean", "--withdraw").code == 1
        assert len(lines(case.parent)) == 1


class TestAtATerminal:
    """The question a person is asked, in a terminal of its own."""

    @pytest.fixture
    def ask(self, case: Path) -> Any:
        def asking(typed: bytes, *options: str) -> tuple[int, str]:
            control, terminal = pty.openpty()
            child = subprocess.Popen(
                command("approve", "case.yaml", *options),
                stdin=terminal, stdout=terminal, stderr=terminal, cwd=case.parent,
                env=environment(TERM="dumb"), start_new_session=True, close_fds=True,
            )  # fmt: skip
            os.close(terminal)
            shown = b""
            with contextlib.suppress(OSError):
                while b"[y/N]" not in shown:
                    shown += os.read(control, 4096)
            if typed == b"\x03":
                time.sleep(0.1)
                os.killpg(child.pid, signal.SIGINT)
            else:
                os.write(control, typed)
            with contextlib.suppress(OSError):  # the terminal is gone once the command has ended
                while more := os.read(control, 4096):
                    shown += more
            os.close(control)
            return child.wait(timeout=60), shown.decode().replace("\r\n", "\n")

        return asking

    @pytest.mark.parametrize(("typed", "code"), [(b"y\n", 0), (b"YES\n", 0), (b"n\n", 1), (b"\n", 1), (b"\x04", 1)])
    def test_one_question(self, ask: Any, case: Path, typed: bytes, code: int) -> None:
        ended, shown = ask(typed, "--for", "lisa", "--by", "ann")
        assert ended == code, shown
        assert "To read it: sostool render-report case.yaml --document report --for lisa --open" in shown
        assert "Have you read this copy to its end, as Lisa will? [y/N]" in shown
        assert (case.parent / RECORD).exists() is (code == 0)
        assert ("Nothing was approved." in shown) is (code == 1)

    def test_ctrl_c_approves_nothing(self, ask: Any, case: Path) -> None:
        ended, shown = ask(b"\x03", "--for", "lisa", "--by", "ann")
        assert ended == 130, shown
        assert "Traceback" not in shown
        assert not (case.parent / RECORD).exists()

    def test_a_pack_is_listed_first(self, ask: Any, case: Path) -> None:
        ended, shown = ask(b"y\n", "--document", "all", "--for", "everyone", "--by", "ann")
        assert ended == 0
        before, _, after = shown.partition("Have you read each of these")
        assert "lisa: report " in before
        assert f"{len(lines(case.parent))} copies" in after

    def test_where_the_team_wants_it_private_codes_are_shown(self, ask: Any, case: Path) -> None:
        (case.parent / "sostool.yaml").write_text("sostool_settings: 1\nprivate: true\n", encoding="utf-8")
        ended, shown = ask(b"y\n", "--for", "lisa", "--by", "ann")
        assert ended == 0
        assert "as p3 will" in shown
        assert "lisa" not in shown.lower()

    def test_the_letters_are_those_at_the_foot_of_the_draft(self, ask: Any, case: Path) -> None:
        run("render-report", "case.yaml", "--for", "lisa", "--format", "md", cwd=case.parent)
        _, shown = ask(b"y\n", "--for", "lisa", "--by", "ann")
        letters = next(line for line in shown.splitlines() if line.startswith("lisa: report ")).split()[-1]
        [draft] = case.parent.glob("*.md")
        assert draft.read_text("utf-8").rstrip().endswith(letters)

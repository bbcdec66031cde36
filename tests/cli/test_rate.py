"""`sostool rate`: numbers are added by options or by questions; none is ever changed, and the rest stays byte for byte."""

from __future__ import annotations

import os
import signal
import stat
import sys
from pathlib import Path

import pexpect
import pytest
from support.running import ROOT, is_one_line, run
from support.terminal import Terminal

from cli.conftest import Sostool
from sostool.files import CannotPlaceError

FAMILY = (ROOT / "examples" / "mia-and-noah.yaml").read_text("utf-8")
LAST = (
    "        - {who: priya, date: 2026-03-17, score: 3, given: form, reason: There is no plan for payday yet., "
    "one_higher: The plan has been used once and worked.}\n"
)
assert LAST in FAMILY
ENOUGH = ("--who", "lisa", "--danger", "hurting-lisa", "--score", "6", "--date", "16 March 2026")
LINE = "        - {who: lisa, date: 2026-03-16, score: 6}\n"
WITH_LINE = FAMILY.replace(LAST, LAST + LINE)
NUMBER = FAMILY[: FAMILY.index(LAST) + len(LAST)].count("\n") + 1


def case(folder: Path, text: str = FAMILY) -> Path:
    path = folder / "case.yaml"
    path.write_bytes(text.encode())
    return path


class TestByOptions:
    def test_it_adds_one_line_and_tells_where(self, sostool: Sostool, tmp_path: Path) -> None:
        path = case(tmp_path)
        path.chmod(0o640)
        done = sostool("rate", "case.yaml", *ENOUGH, "--yes")
        assert (done.code, done.out, done.err) == (0, f"case.yaml:{NUMBER}: a number added\n", "")
        assert path.read_text("utf-8") == WITH_LINE
        assert stat.S_IMODE(path.stat().st_mode) == 0o640

    def test_everything_that_can_be_said(self, sostool: Sostool, tmp_path: Path) -> None:
        path = case(tmp_path)
        more = ("--given", "alone", "--reason", "It's: quiet", "--one-higher", "He rings, first")
        assert sostool("rate", "case.yaml", *ENOUGH, *more, "--yes").code == 0
        line = LINE.replace("6}", "6, given: alone, reason: \"It's: quiet\", one_higher: 'He rings, first'}")
        assert path.read_text("utf-8") == FAMILY.replace(LAST, LAST + line)

    @pytest.mark.parametrize("more", [(), ("--corrects", "2026-03-10")])
    def test_a_day_that_is_still_to_come_is_refused(
        self, sostool: Sostool, tmp_path: Path, more: tuple[str, ...]
    ) -> None:
        path = case(tmp_path)
        done = sostool("rate", "case.yaml", *ENOUGH[:-1], "16 March 2962", *more, "--yes")
        said = "--date: That day is still to come. Look at the day and the year.\n"
        assert (done.code, done.out, done.err) == (2, "", said)
        assert path.read_text("utf-8") == FAMILY

    def test_would_not_say_and_the_overall_scale(self, sostool: Sostool, tmp_path: Path) -> None:
        path = case(tmp_path)
        done = sostool(
            "rate", "case.yaml", "--who", "Dean", "--overall", "--would-not-say", "--date", "2026-03-16", "-y"
        )
        assert (done.code, done.err) == (0, "")
        added = "scale:\n  ratings:\n    - {who: dean, date: 2026-03-16, would_not_say: true}\n"
        assert added in path.read_text("utf-8")
        assert path.read_text("utf-8").replace("\n" + added, "") == FAMILY

    def test_a_second_number_for_the_day_is_refused_and_a_correction_is_not(
        self, sostool: Sostool, tmp_path: Path
    ) -> None:
        path = case(tmp_path, WITH_LINE)
        done = sostool("rate", "case.yaml", *ENOUGH, "--yes")
        assert (done.code, done.out, is_one_line(done.err)) == (2, "", True)
        assert "a number is never changed" in done.err
        assert path.read_text("utf-8") == WITH_LINE
        options = ("--who", "lisa", "--danger", "hurting-lisa", "--score", "7", "--corrects", "2026-03-16")
        assert sostool("rate", "case.yaml", *options, "--yes").code == 0
        correction = "        - {who: lisa, date: 2026-03-16, score: 7, corrects: 2026-03-16}\n"
        assert path.read_text("utf-8") == WITH_LINE.replace(LINE, LINE + correction)
        assert sostool("validate", "case.yaml", "--select", "SC,CF,YA").code == 0

    def test_diff_writes_nothing_and_in_a_log_shows_nothing(self, sostool: Sostool, tmp_path: Path) -> None:
        path = case(tmp_path)
        done = sostool("rate", "case.yaml", *ENOUGH, "--reason", "Marker", "--diff")
        assert (done.code, done.out, done.err) == (0, f"case.yaml:{NUMBER}: a number\n", "")
        assert path.read_text("utf-8") == FAMILY

    def test_somebody_without_a_number_of_their_own_is_refused(self, sostool: Sostool, tmp_path: Path) -> None:
        case(tmp_path, FAMILY.replace("people:\n", "people:\n  bean: {name: Bean, role: child, due: 2026-05-20}\n", 1))
        done = sostool("rate", "case.yaml", "--who", "bean", *ENOUGH[2:], "--yes")
        assert (done.code, is_one_line(done.err), "not born yet" in done.err) == (2, True, True)

    def test_where_a_number_of_theirs_is_withheld_it_is_said_that_this_one_is_not(
        self, sostool: Sostool, tmp_path: Path
    ) -> None:
        case(tmp_path, WITH_LINE.replace("score: 6}", "score: 6, withhold: {from: [dean]}}"))
        done = sostool("rate", "case.yaml", *ENOUGH[:-1], "2026-03-15", "--yes")
        assert (done.code, is_one_line(done.err), "has no such mark" in done.err) == (0, True, True)

    def test_halves_only_where_the_profile_uses_them(self, sostool: Sostool, tmp_path: Path) -> None:
        path = case(tmp_path)
        options = [one if one != "6" else "6.5" for one in ENOUGH]
        done = sostool("rate", "case.yaml", *options, "--yes")
        assert (done.code, is_one_line(done.err), "whole numbers only" in done.err) == (2, True, True)
        (tmp_path / "profiles").mkdir()
        profile = "sostool_profile: 1\nbased_on: england\nhalves: true\n"
        (tmp_path / "profiles" / "halves.yaml").write_text(profile, encoding="utf-8")
        text = FAMILY.replace("profile: surrey-2018", "profile: halves")
        assert text != FAMILY
        case(tmp_path, text)
        assert sostool("rate", "case.yaml", *options, "--yes").code == 0
        assert "score: 6.5}" in path.read_text("utf-8")


class TestRefused:
    @pytest.mark.parametrize(
        ("options", "told"),
        [
            ((), "Whose number, on which scale?"),
            (("--score", "6"), "Whose number is it?"),
            (("--who", "lisa", "--score", "6", "--date", "2026-03-16"), "On which scale?"),
            ((*ENOUGH, "--overall"), "On which scale?"),
            (("--who", "lisa", "--overall", "--date", "2026-03-16"), "Which number?"),
            ((*ENOUGH, "--would-not-say"), "Which number?"),
            (("--who", "lisa", "--overall", "--score", "6"), "On which day was it given?"),
            (ENOUGH, "add --yes, or use a terminal"),
            ((*ENOUGH, "--yes", "--diff"), "leave one of them out"),
            ((*ENOUGH[:-1], "tomorrow", "--yes"), "--date: this is not a date"),
            ((*ENOUGH, "--given", "in-rom", "--yes"), "Did you mean in-room?"),
            (("--who", "liza", *ENOUGH[2:], "--yes"), "--who: No person in this file has this id."),
            (("--who", "bean", *ENOUGH[2:], "--yes"), "--who: No person"),
            (("--who", "lisa", "--danger", "hurting-liza", *ENOUGH[4:], "--yes"), "--danger: none of the dangers"),
            ((*ENOUGH[:5], "11", *ENOUGH[6:], "--yes"), "--score: A number from 0 to 10"),
            ((*ENOUGH, "--corrects", "2026-03-01", "--yes"), "there is none to correct"),
            ((*ENOUGH, "--reason", "a\u202eb", "--yes"), "--reason: There is an invisible control character"),
        ],
    )
    def test_wrong_use_is_one_line_and_nothing_is_written(
        self, sostool: Sostool, tmp_path: Path, options: tuple[str, ...], told: str
    ) -> None:
        path = case(tmp_path)
        done = sostool("rate", "case.yaml", *options)
        assert (done.code, done.out, is_one_line(done.err)) == (2, "", True)
        assert told in done.err
        # No id of the file is in a log, not even where one was nearly typed.
        assert "hurting-lisa" not in done.err
        assert path.read_text("utf-8") == FAMILY

    @pytest.mark.parametrize(
        ("text", "told"),
        [
            (FAMILY + "language: en\nlanguage: pl\n", "YA108"),
            (FAMILY.replace("statement: >-", "statement: ["), "YA"),
            ("", "YA110"),
        ],
    )
    def test_a_file_with_errors_of_its_text(self, sostool: Sostool, tmp_path: Path, text: str, told: str) -> None:
        path = case(tmp_path, text)
        done = sostool("rate", "case.yaml", *ENOUGH, "--yes")
        assert (done.code, done.out, told in done.err) == (1, "", True)
        assert "Traceback" not in done.err
        assert path.read_text("utf-8") == text

    def test_where_it_would_have_to_be_written_otherwise(self, sostool: Sostool, tmp_path: Path) -> None:
        text = FAMILY[: FAMILY.index("map:")].replace("[hurting-lisa]", "[]") + "dangers: [id: hurting-lisa]\n"
        path = case(tmp_path, text)
        done = sostool("rate", "case.yaml", *ENOUGH, "--yes")
        assert (done.code, is_one_line(done.err), "add it by hand" in done.err) == (2, True, True)
        assert path.read_text("utf-8") == text

    def test_what_cannot_be_written(self, sostool: Sostool, tmp_path: Path) -> None:
        path = case(tmp_path)
        (tmp_path / "link.yaml").symlink_to(path)
        done = sostool("rate", "link.yaml", *ENOUGH, "--yes")
        assert (done.code, is_one_line(done.err), "is a link" in done.err) == (2, True, True)
        path.chmod(0o444)
        assert "may only be read" in sostool("rate", "case.yaml", *ENOUGH, "--yes").err
        assert sostool("rate", "case.yaml", *ENOUGH, "--diff").code == 0
        assert "there is no such file" in sostool("rate", "gone.yaml", *ENOUGH, "--yes").err
        assert "name the file" in sostool("rate", "-", *ENOUGH, "--yes").err
        assert "it is a folder" in sostool("rate", ".", *ENOUGH, "--yes").err
        assert path.read_text("utf-8") == FAMILY

    @pytest.mark.parametrize("call", ["os.fsync", "os.chmod", "pathlib.Path.replace", "os.open"])
    def test_a_disk_that_fails_while_it_is_written_loses_nothing(
        self, sostool: Sostool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
    ) -> None:
        path = case(tmp_path)
        real = os.open

        def fail(name: object = "", *more: object, **_: object) -> int:
            if call == "os.open" and not str(name).endswith(".part"):
                return real(name, *more)  # type: ignore[arg-type]
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(call, fail)
        if call == "os.chmod":
            monkeypatch.setattr("pathlib.Path.chmod", fail)
        done = sostool("rate", "case.yaml", *ENOUGH, "--yes")
        monkeypatch.undo()
        assert (done.code, done.out, is_one_line(done.err)) == (2, "", True)
        assert path.read_text("utf-8") == FAMILY
        assert [one.name for one in tmp_path.iterdir()] == ["case.yaml"]

    def test_a_file_changed_meanwhile_stays_as_it_is_now(
        self, sostool: Sostool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = case(tmp_path)

        def changed(target: Path, was: bytes, data: bytes) -> None:
            path.write_text("mine", encoding="utf-8")
            raise CannotPlaceError("case.yaml was changed meanwhile, so it is left as it is now")

        monkeypatch.setattr("sostool.files.rewrite", changed)
        done = sostool("rate", "case.yaml", *ENOUGH, "--yes")
        assert (done.code, done.out, "changed meanwhile" in done.err) == (2, "", True)
        assert path.read_text("utf-8") == "mine"


pty = pytest.mark.skipif(sys.platform == "win32", reason="there is no pexpect on Windows")


DEAN = [
    ("(empty: nobody): ", "Dean"),
    ("On which day were they given? [2026-03-17]: ", "yesterday"),
    ("This is not a date", ""),
    ("(empty: not known): ", "2"),
]
NUMBERS = [
    ("10: Nobody at home", "11"),
    ("A number from 0 to 10, please.", "4.5"),
    ("uses whole numbers only", "8"),
    ("What makes it that number, in their words? ", "I went to Dad's."),
    ("What would one higher look like, in their words? ", ""),
]
DEANS = "        - {who: dean, date: 2026-03-17, score: 8, given: form, reason: I went to Dad's.}\n"


@pty
class TestAtATerminal:
    def test_it_asks_person_by_person(self, tmp_path: Path) -> None:
        path = case(tmp_path)
        terminal = Terminal(tmp_path, "rate", "case.yaml")
        terminal.talks(*DEAN, *NUMBERS)
        terminal.talks(
            ("(empty: nobody more): ", "liza"),
            ("Did you mean lisa?", "lisa"),
            ("On which day were they given? [2026-03-17]: ", "2026-03-16"),
            ("(empty: not known): ", ""),
            ("held back from somebody", "n"),
            ("(empty: nobody more): ", ""),
            ("Write this to case.yaml? [Y/n] ", ""),
        )
        code, said = terminal.ends()
        assert code == 0
        assert f"case.yaml:{NUMBER}: a number added\ncase.yaml:{NUMBER + 1}: a number added\n" in said
        lisas = "        - {who: lisa, date: 2026-03-16, would_not_say: true}\n"
        assert path.read_text("utf-8") == FAMILY.replace(LAST, LAST + DEANS + lisas)

    def test_a_day_still_to_come_and_one_long_ago_are_asked_about(self, tmp_path: Path) -> None:
        path = case(tmp_path)
        terminal = Terminal(tmp_path, "rate", "case.yaml")
        terminal.talks(("(empty: nobody): ", "dean"), ("given? [2026-03-17]: ", "17 March 2962"))
        terminal.talks(("That day is still to come. Was another one meant? [Y/n] ", ""))
        terminal.talks(("given? [2026-03-17]: ", "16 March 2016"))
        terminal.talks(("more than a year before the meeting. Was another one meant? [Y/n] ", "y"))
        terminal.talks(("given? [2026-03-17]: ", "15 March 2025"))
        terminal.talks(("more than a year before the meeting. Was another one meant? [Y/n] ", "n"))
        terminal.talks(("(empty: not known): ", ""), ("number", "8"), ("their words? ", ""), ("their words? ", ""))
        terminal.talks(("(empty: nobody more): ", ""), ("[Y/n] ", "y"))
        assert terminal.ends()[0] == 0
        line = "        - {who: dean, date: 2025-03-15, score: 8}\n"
        assert path.read_text("utf-8") == FAMILY.replace(LAST, LAST + line)

    def test_a_number_of_that_day_is_only_corrected(self, tmp_path: Path) -> None:
        path = case(tmp_path)
        terminal = Terminal(tmp_path, "rate", "case.yaml")
        terminal.talks(("(empty: nobody): ", "priya"), ("given? [2026-03-17]: ", ""), ("(empty: not known): ", ""))
        terminal.talks(("written down wrongly, so that the right one is added beside it? [Y/n] ", "y"))
        terminal.talks(("Priya Shah's number", "4"), ("in their words? ", ""), ("in their words? ", ""))
        terminal.talks(("(empty: nobody more): ", "priya"), ("given? [2026-03-17]: ", ""), ("(empty: not known): ", ""))
        terminal.talks(("beside it? [Y/n] ", "n"), ("(empty: nobody more): ", ""), ("[Y/n] ", "y"))
        assert terminal.ends()[0] == 0
        line = "        - {who: priya, date: 2026-03-17, score: 4, corrects: 2026-03-17}\n"
        assert path.read_text("utf-8") == FAMILY.replace(LAST, LAST + line)

    @pytest.mark.parametrize("key", ["\x03", "\x04"])
    def test_stopped_what_is_complete_is_kept(self, tmp_path: Path, key: str) -> None:
        path = case(tmp_path)
        terminal = Terminal(tmp_path, "rate", "case.yaml")
        terminal.talks(*DEAN, *NUMBERS[:-1])
        terminal.is_asked(NUMBERS[-1][0])
        code, said = terminal.is_stopped(key)
        assert (code, "Traceback" in said) == (130, False)
        assert path.read_text("utf-8") == FAMILY.replace(LAST, LAST + DEANS)

    @pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGHUP])
    def test_ended_from_outside_or_with_its_window_what_is_complete_is_kept(self, tmp_path: Path, sent: int) -> None:
        path = case(tmp_path)
        terminal = Terminal(tmp_path, "rate", "case.yaml")
        terminal.talks(*DEAN, *NUMBERS[:-1])
        terminal.is_asked(NUMBERS[-1][0])
        for _ in range(10):
            terminal.child.kill(sent)
            if terminal.child.expect([pexpect.EOF, pexpect.TIMEOUT], timeout=10) == 0:
                break
        terminal.child.close()
        assert terminal.child.exitstatus == (143 if sent == signal.SIGTERM else 130)
        assert path.read_text("utf-8") == FAMILY.replace(LAST, LAST + DEANS)

    def test_stopped_before_anything_is_known_nothing_is_written(self, tmp_path: Path) -> None:
        path = case(tmp_path)
        terminal = Terminal(tmp_path, "rate", "case.yaml")
        terminal.talks(*DEAN)
        terminal.is_asked("Dean's number")
        code, said = terminal.is_stopped()
        assert (code, "Nothing was added." in said) == (130, True)
        assert path.read_text("utf-8") == FAMILY

    def test_no_writes_nothing_and_the_lines_were_shown(self, tmp_path: Path) -> None:
        path = case(tmp_path)
        terminal = Terminal(tmp_path, "rate", "case.yaml", *ENOUGH)
        terminal.is_asked(f"line {NUMBER}\r\n+ {LINE.rstrip()}")
        terminal.talks(("[Y/n] ", "what"), ("Yes or no, please.", "n"))
        code, said = terminal.ends()
        assert (code, said.endswith("Nothing was written.\n")) == (1, True)
        assert path.read_text("utf-8") == FAMILY

    def test_what_cannot_be_written_after_all_is_shown(self, tmp_path: Path) -> None:
        path = case(tmp_path)
        terminal = Terminal(tmp_path, "rate", "case.yaml")
        terminal.talks(*DEAN, *NUMBERS, ("(empty: nobody more): ", ""))
        terminal.is_asked("[Y/n] ")
        path.write_text(FAMILY + "# more\n", encoding="utf-8")
        terminal.child.sendline("y")
        code, said = terminal.ends()
        assert (code, "so that they are not lost" in said, "changed meanwhile" in said) == (2, True, True)
        assert f"+ {DEANS.rstrip()}" in said
        assert path.read_text("utf-8") == FAMILY + "# more\n"

    def test_nothing_is_asked_where_the_files_text_is_kept_off_the_screen(self, tmp_path: Path) -> None:
        case(tmp_path)
        code, said = Terminal(tmp_path, "rate", "case.yaml", CI="true").ends()
        assert (code, "nothing is asked" in said, "Dean" in said) == (2, True, False)
        (tmp_path / "sostool.yaml").write_text("sostool_settings: 1\nprivate: true\n", encoding="utf-8")
        code, said = Terminal(tmp_path, "rate", "case.yaml").ends()
        assert (code, "nothing is asked" in said, "Dean" in said) == (2, True, False)

    def test_a_child_is_shown_the_ends_in_a_childs_words_and_somebody_who_gives_no_number_is_not_asked(
        self, tmp_path: Path
    ) -> None:
        interpreter = "people:\n  ewa: {name: Ewa, role: interpreter, with_person: lisa}\n"
        case(tmp_path, FAMILY.replace("people:\n", interpreter, 1))
        terminal = Terminal(tmp_path, "rate", "case.yaml")
        terminal.talks(
            ("(empty: nobody): ", "ewa"),
            ("One of these people, please.", "1"),
            ("given? [2026-03-17]: ", ""),
            ("(empty: not known): ", "3"),
        )
        terminal.is_asked("seldom the child's own")
        terminal.is_asked("10: Home feels safe all the time.\r\n   0: Home feels scary all the time.")
        terminal.talks(("empty: was not asked): ", ""))
        terminal.is_asked("empty: nobody more): ")
        code, said = terminal.is_stopped()
        assert (code, "Traceback" in said) == (130, False)


def test_it_runs_as_a_command_of_its_own(tmp_path: Path) -> None:
    path = case(tmp_path)
    done = run("rate", "case.yaml", *ENOUGH, "--yes", cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    assert path.read_text("utf-8") == WITH_LINE

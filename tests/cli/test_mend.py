"""`sostool mend`: shows, asks, writes in one step; in a log it tells places only."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from support.running import is_one_line, run
from support.terminal import Terminal

from cli.conftest import Sostool

FAMILY = """\
sostool: 1
reference: EX-1
meeting: {kind: mapping, date: 17/3/2026}
people:
  mia: {name: Mia Marker, role: child}  # a note of Marker
voices:
  - {who: mia, words: [The HV came with Marker]}
dangers:
  - statement: The HV is worried that Marker will be hurt.
    goal: 12:30
"""
MENDED = (
    FAMILY.replace("17/3/2026", "2026-03-17")
    .replace("- statement: The HV", "- id: danger-1\n    statement: The health visitor (HV)")
    .replace("12:30", '"12:30"')
)
ASKED = FAMILY.replace("17/3/2026", "3/5/2026")
TOLD = """\
case.yaml:3:32: a date written year first
case.yaml:9:5: an id added
case.yaml:9:16: an abbreviation written out
case.yaml:10:11: a text put in quotation marks
An id added, an abbreviation written out, a text put in quotation marks, a date written year first.
"""
LEFT = "case.yaml:3:32: This date can be read in two ways, so it is left: write it like 2026-03-17.\n"


def case(folder: Path, text: str = FAMILY, name: str = "case.yaml") -> Path:
    path = folder / name
    path.write_bytes(text.encode())
    return path


class TestInALog:
    def test_with_yes_it_writes_and_tells_places_only(self, sostool: Sostool, tmp_path: Path) -> None:
        path = case(tmp_path)
        path.chmod(0o640)
        done = sostool("mend", "--yes", "case.yaml")
        assert (done.code, done.out, done.err) == (0, TOLD + "Written: case.yaml\n", "")
        assert path.read_text("utf-8") == MENDED
        assert stat.S_IMODE(path.stat().st_mode) == 0o640

    def test_a_second_time_there_is_nothing_to_mend(self, sostool: Sostool, tmp_path: Path) -> None:
        path = case(tmp_path, MENDED)
        before = path.stat()
        done = sostool("mend", "--yes", "case.yaml")
        assert (done.code, done.out, done.err) == (0, "case.yaml: nothing to mend.\n", "")
        assert (path.stat().st_mtime_ns, path.stat().st_ino) == (before.st_mtime_ns, before.st_ino)

    def test_without_yes_nothing_is_written(self, sostool: Sostool, tmp_path: Path) -> None:
        path = case(tmp_path)
        done = sostool("mend", "case.yaml", typed=b"y\n")
        assert (done.code, done.out) == (1, TOLD + "Nothing was written: add --yes, or use a terminal.\n")
        assert path.read_text("utf-8") == FAMILY

    def test_diff_writes_nothing(self, sostool: Sostool, tmp_path: Path) -> None:
        path = case(tmp_path)
        done = sostool("mend", "--diff", "case.yaml")
        assert (done.code, done.out, done.err) == (1, TOLD, "")
        assert path.read_text("utf-8") == FAMILY
        assert sostool("mend", "--diff", case(tmp_path, MENDED)).code == 0

    def test_a_date_that_can_be_read_in_two_ways_is_left_and_told(self, sostool: Sostool, tmp_path: Path) -> None:
        path = case(tmp_path, ASKED)
        done = sostool("mend", "--yes", "case.yaml")
        assert (done.code, done.err) == (1, "")
        assert done.out.endswith(f"Written: case.yaml\n{LEFT}")
        assert path.read_text("utf-8") == MENDED.replace("2026-03-17", "3/5/2026")
        again = sostool("mend", "--yes", "case.yaml")
        assert (again.code, again.out) == (1, LEFT)

    @pytest.mark.parametrize("arguments", [(), ("--yes",), ("--diff",)])
    @pytest.mark.parametrize("text", [FAMILY, ASKED, FAMILY + "Marker: Marker\n", FAMILY + "*Marker\n", "Marker: ["])
    def test_no_text_of_the_file_is_shown(
        self, sostool: Sostool, tmp_path: Path, text: str, arguments: tuple[str, ...]
    ) -> None:
        case(tmp_path, text)
        done = sostool("mend", *arguments, "case.yaml")
        assert "marker" not in (done.out + done.err).lower()
        assert "mia" not in done.out + done.err


class TestSeveralFiles:
    def test_each_by_itself_and_the_worst_code_wins(self, sostool: Sostool, tmp_path: Path) -> None:
        first, last = case(tmp_path, name="a.yaml"), case(tmp_path, name="d.yaml")
        case(tmp_path, "a: [", name="b.yaml")
        done = sostool("mend", "--yes", "a.yaml", "b.yaml", "c.yaml", "d.yaml")
        assert done.code == 2
        assert first.read_text("utf-8") == last.read_text("utf-8") == MENDED
        assert done.out.count("Written: ") == 2
        assert "b.yaml:1:4: YA104" in done.err
        assert "c.yaml: there is no such file.\n" in done.err

    def test_a_folder_stands_for_its_case_files(self, sostool: Sostool, tmp_path: Path) -> None:
        case(tmp_path)
        case(tmp_path, "sostool_settings: 1\n", "sostool.yaml")
        assert sostool("mend", "--yes", ".").out == TOLD + "Written: case.yaml\n"


class TestRefused:
    @pytest.mark.parametrize(
        ("data", "code", "told"),
        [
            (b"\xff\xfea", 1, "case.yaml:1:1: YA101"),
            (b"language: en\nlanguage: pl\n", 1, "case.yaml:2:1: YA108"),
            (b"", 1, "case.yaml:1:1: YA110"),
            (b"- a\n", 1, "case.yaml:1:1: CF102"),
        ],
    )
    def test_a_file_that_has_to_be_put_right_first(
        self, sostool: Sostool, tmp_path: Path, data: bytes, code: int, told: str
    ) -> None:
        (tmp_path / "case.yaml").write_bytes(data)
        done = sostool("mend", "--yes", "case.yaml")
        assert (done.code, done.out) == (code, "")
        assert done.err.startswith(told)
        assert done.err.endswith("Put this right by hand first; nothing was changed. `sostool validate` says how.\n")
        assert (tmp_path / "case.yaml").read_bytes() == data

    def test_a_link_a_second_name_and_a_file_for_reading_only(self, sostool: Sostool, tmp_path: Path) -> None:
        path = case(tmp_path)
        (tmp_path / "link.yaml").symlink_to(path)
        done = sostool("mend", "--yes", "link.yaml")
        assert (done.code, is_one_line(done.err), "is a link" in done.err) == (2, True, True)
        os.link(path, tmp_path / "second.yaml")
        assert "of another name" in sostool("mend", "--yes", "case.yaml").err
        (tmp_path / "second.yaml").unlink()
        path.chmod(0o444)
        assert "may only be read" in sostool("mend", "--yes", "case.yaml").err
        assert path.read_text("utf-8") == FAMILY
        # To look needs no more than reading.
        assert sostool("mend", "--diff", "link.yaml").code == 1

    @pytest.mark.parametrize(
        ("arguments", "told"),
        [
            (("--yes", "--diff", "case.yaml"), "leave one of them out"),
            (("-",), "name the file"),
            (("empty",), "There is no case file here to mend."),
        ],
    )
    def test_wrong_use(self, sostool: Sostool, tmp_path: Path, arguments: tuple[str, ...], told: str) -> None:
        case(tmp_path)
        (tmp_path / "empty").mkdir()
        done = sostool("mend", *arguments)
        assert (done.code, is_one_line(done.err), told in done.err) == (2, True, True)

    def test_a_profile_that_cannot_be_used_costs_the_abbreviations_only(self, sostool: Sostool, tmp_path: Path) -> None:
        path = case(tmp_path, FAMILY.replace("reference:", "profile: nowhere\nreference:"))
        done = sostool("mend", "--yes", "case.yaml")
        assert done.code == 0
        assert done.err == "case.yaml: its profile cannot be used, so no abbreviation is looked for.\n"
        assert "statement: The HV" in path.read_text("utf-8")

    def test_edits_that_cannot_be_proved_are_not_written(
        self, sostool: Sostool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = case(tmp_path)
        monkeypatch.setattr("sostool.mend.mending.edited", lambda text, _: text.replace("Marker", "Other"))
        done = sostool("mend", "--yes", "case.yaml")
        assert (done.code, is_one_line(done.err), done.out) == (70, True, "")
        assert path.read_text("utf-8") == FAMILY


WRITE = "Write this to case.yaml? [y/N] "
DIFF = """\
case.yaml

line 3
- meeting: {kind: mapping, date: 17/3/2026}
+ meeting: {kind: mapping, date: 2026-03-17}

line 9
-   - statement: The HV is worried that Marker will be hurt.
+   - id: danger-1
+     statement: The health visitor (HV) is worried that Marker will be hurt.

line 10
-     goal: 12:30
+     goal: "12:30"

An id added, an abbreviation written out, a text put in quotation marks, a date written year first.
"""


class TestAtATerminal:
    @pytest.mark.parametrize("answer", ["y", "YES"])
    def test_the_lines_are_shown_and_a_yes_writes(self, tmp_path: Path, answer: str) -> None:
        path = case(tmp_path)
        terminal = Terminal(tmp_path, "mend", "case.yaml")
        assert terminal.asked(WRITE, answer) == DIFF
        code, said = terminal.ends()
        assert (code, said.endswith("Written: case.yaml\n")) == (0, True)
        assert path.read_text("utf-8") == MENDED

    @pytest.mark.parametrize("answer", ["", "n", "what"])
    def test_anything_else_writes_nothing(self, tmp_path: Path, answer: str) -> None:
        path = case(tmp_path)
        terminal = Terminal(tmp_path, "mend", "case.yaml")
        terminal.asked(WRITE, answer)
        code, said = terminal.ends()
        assert (code, said.endswith("Nothing was written.\n")) == (1, True)
        assert path.read_text("utf-8") == FAMILY

    def test_ctrl_c_and_the_end_of_typing_write_nothing(self, tmp_path: Path) -> None:
        path = case(tmp_path)
        for key, expected in (("\x03", 130), ("\x04", 1)):
            terminal = Terminal(tmp_path, "mend", "case.yaml")
            terminal.child.expect_exact(WRITE)
            terminal.child.send(key)
            code, said = terminal.ends()
            assert (code, "Traceback" in said) == (expected, False)
        assert path.read_text("utf-8") == FAMILY

    def test_a_date_is_asked_with_both_readings(self, tmp_path: Path) -> None:
        path = case(tmp_path, ASKED)
        terminal = Terminal(tmp_path, "mend", "case.yaml")
        question = terminal.asked("Number (empty: leave it as it is): ", "7")
        assert question == "case.yaml, line 3: what does 3/5/2026 mean?\n  1  3 May 2026\n  2  5 March 2026\n"
        assert "A number from 1 to 2, please." in terminal.asked("Number (empty: leave it as it is): ", "2")
        terminal.asked(WRITE, "y")
        assert terminal.ends()[0] == 0
        assert path.read_text("utf-8") == MENDED.replace("2026-03-17", "2026-03-05")

    def test_where_several_are_asked_one_answer_may_do_for_all(self, tmp_path: Path) -> None:
        voice = "{who: mia, date: 4.2.2026, words: [The HV came with Marker]}"
        text = ASKED.replace("{who: mia, words: [The HV came with Marker]}", voice)
        path = case(tmp_path, text)
        terminal = Terminal(tmp_path, "mend", "case.yaml")
        question = terminal.asked("Number (empty: leave it as it is): ", "3")
        assert question.endswith("  3  3 May 2026, and so on: the day comes first in all that follow\n")
        terminal.asked(WRITE, "y")
        assert terminal.ends()[0] == 0
        assert "date: 2026-05-03}" in path.read_text("utf-8")
        assert "date: 2026-02-04," in path.read_text("utf-8")

    def test_a_question_left_open_leaves_the_date(self, tmp_path: Path) -> None:
        path = case(tmp_path, ASKED)
        terminal = Terminal(tmp_path, "mend", "case.yaml")
        terminal.asked("Number (empty: leave it as it is): ", "")
        terminal.asked(WRITE, "y")
        code, said = terminal.ends()
        assert (code, said.endswith(LEFT)) == (1, True)
        assert path.read_text("utf-8") == MENDED.replace("2026-03-17", "3/5/2026")

    def test_what_was_changed_while_it_asked_is_left(self, tmp_path: Path) -> None:
        path = case(tmp_path)
        terminal = Terminal(tmp_path, "mend", "case.yaml")
        terminal.child.expect_exact(WRITE)
        path.write_text(FAMILY + "# more\n", encoding="utf-8")
        terminal.child.sendline("y")
        code, said = terminal.ends()
        assert (code, "was changed meanwhile" in said) == (2, True)
        assert path.read_text("utf-8") == FAMILY + "# more\n"

    def test_in_ci_and_where_the_team_says_so_nothing_is_shown(self, tmp_path: Path) -> None:
        case(tmp_path)
        assert "Marker" not in Terminal(tmp_path, "mend", "case.yaml", CI="true").ends()[1]
        case(tmp_path, "sostool_settings: 1\nprivate: true\n", "sostool.yaml")
        code, said = Terminal(tmp_path, "mend", "case.yaml").ends()
        assert (code, "Marker" in said, "case.yaml:9:5: an id added" in said) == (1, False, True)

    def test_colour_only_where_there_is_some(self, tmp_path: Path) -> None:
        case(tmp_path)
        assert "\x1b" not in Terminal(tmp_path, "mend", "--diff", "case.yaml").ends()[1]
        assert "\x1b[31m- " in Terminal(tmp_path, "mend", "--diff", "case.yaml", TERM="xterm").ends()[1]

    def test_no_control_character_of_the_file_reaches_the_terminal(self, tmp_path: Path) -> None:
        case(tmp_path, FAMILY.replace("12:30", "12:30 # \u200f\ta").replace("\n", "\r\n"))
        assert "\\t" in Terminal(tmp_path, "mend", "--diff", "case.yaml").ends()[1]


def test_it_runs_as_a_command_of_its_own(tmp_path: Path) -> None:
    path = case(tmp_path)
    done = run("mend", "--yes", "case.yaml", cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    assert path.read_text("utf-8") == MENDED
    assert not [one for one in tmp_path.iterdir() if one.name.endswith(".part")]

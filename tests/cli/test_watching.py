"""`sostool validate --watch`: after a save, what has changed and nothing else."""

from __future__ import annotations

import os
import re
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pexpect
import pytest
import watchfiles
from support.cases import BASE
from support.running import environment

from sostool.cli.run import run
from sostool.settings import load_settings, settings_above

GOOD = (
    "dangers: [{id: one, statement: Priya is worried that Mia could be hurt again., worried: [priya], children: [mia]"
)
SELECT = ["--select", "DS101,DS106,CF"]


class Told(Protocol):
    """Runs the watcher on steps that write files, and gives what it printed at first and after each."""

    def __call__(self, *steps: dict[str, str | None], options: tuple[str, ...] = ()) -> list[str]: ...


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Told:
    """Run the watcher on steps that write files; give what it printed after each."""

    def run_steps(*steps: dict[str, str | None], options: tuple[str, ...] = ()) -> list[str]:
        printed: list[str] = []

        def saves(*_: object, **__: object) -> Iterator[set[tuple[watchfiles.Change, str]]]:
            printed.append(capsys.readouterr().out)
            for step in steps:
                for name, text in step.items():
                    file = tmp_path / name
                    file.parent.mkdir(exist_ok=True)
                    if text is None:
                        file.unlink()
                    else:
                        file.write_text(text, encoding="utf-8")
                yield {(watchfiles.Change.modified, str(tmp_path / name)) for name in step}
                printed.append(re.sub(r"(?m)^\d\d:\d\d:\d\d", "HH:MM:SS", capsys.readouterr().out))

        monkeypatch.setattr(watchfiles, "watch", saves)
        monkeypatch.chdir(tmp_path)
        load_settings.cache_clear()
        settings_above.cache_clear()
        assert run(["validate", "--watch", "--no-private", *SELECT, *options]) == 0
        return printed

    return run_steps


def test_what_is_new_is_shown_and_what_is_closed_is_named(told: Told, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(BASE + GOOD + "}]\n", encoding="utf-8")
    first, second, third = told(
        {"a.yaml": BASE + GOOD.replace("children: [mia]", "children: []") + "}]\n"},
        {"a.yaml": BASE + GOOD + ", goal: Mia sleeps well.}]\n"},
    )
    assert first.endswith(
        "1 file checked: 1 open query.\nPut a query right, or give a reason under `answers:`.\nWatching .. Ctrl-C ends it.\n"
    )
    assert "DS101 query" in first
    head, *body = second.splitlines()
    assert head == "HH:MM:SS  a.yaml: Checked: 2 open queries."
    assert body[0] == "DS106 query  It is not said which child this is about."
    assert "DS101" not in second
    assert third == (
        "HH:MM:SS  a.yaml: Checked. Nothing to put right, and no open question.\n"
        "  closed  DS101 This danger statement has no safety goal. (dangers.one)\n"
        "  closed  DS106 It is not said which child this is about. (dangers.one)\n"
    )


def test_a_save_without_a_change_and_lines_that_only_move_change_nothing(told: Told, tmp_path: Path) -> None:
    text = BASE + GOOD + "}]\n"
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    _, same, moved = told({"a.yaml": text}, {"a.yaml": "# a line more\n" + text})
    assert same == moved == "HH:MM:SS  a.yaml: Nothing has changed. Checked: 1 open query.\n"


def test_only_the_saved_file_is_told_of(told: Told, tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.yaml").write_text(BASE + GOOD + "}]\n", encoding="utf-8")
    _, second = told({"b.yaml": BASE})
    assert "b.yaml" in second
    assert "a.yaml" not in second


def test_files_that_come_and_go(told: Told, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(BASE, encoding="utf-8")
    _, came, gone = told({"b.yaml": "- x\n"}, {"b.yaml": None})
    assert came.startswith("HH:MM:SS  b.yaml: Checked: 1 error.\nCF102 error")
    assert gone == "HH:MM:SS  b.yaml: It is gone.\n"


def test_what_the_files_beside_it_hold_is_looked_at_again(told: Told, tmp_path: Path) -> None:
    mine = BASE + "map: {working_well: {strengths: [Mia rang 07700 900555 and got help.]}}\n"
    theirs = BASE.replace("EX-0042", "EX-0077").replace("role: network}", "role: network, contact: {phone: CALL}}", 1)
    (tmp_path / "a.yaml").write_text(mine, encoding="utf-8")
    (tmp_path / "b.yaml").write_text(theirs.replace("CALL", "07700 900111"), encoding="utf-8")
    first, _, known, _, gone = told(
        {"b.yaml": theirs.replace("CALL", "07700 900555")},
        {"a.yaml": mine + "# saved\n"},
        {"b.yaml": None},
        {"a.yaml": mine},
        options=("--select", "SH106"),
    )
    assert "SH106" not in first
    assert "SH106 query  This stands in another case file of this folder" in known
    assert "  closed  SH106 This stands in another case file of this folder" in gone


def test_what_follows_a_saved_file_is_looked_at_again(told: Told, tmp_path: Path) -> None:
    def text(date: str, follows: str, score: int) -> str:
        more = f", follows: {follows}" if follows else ""
        scale = f"scale: {{ratings: [{{who: priya, date: 2026-03-01, score: {score}, reason: Calm.}}]}}\n"
        people = "people: {priya: {name: Priya, role: social-worker}}\n"
        return f"sostool: 1\nreference: EX-1\nmeeting: {{kind: mapping, date: {date}{more}}}\n{people}{scale}"

    march, june, july = (
        text("2026-03-17", "", 3),
        text("2026-06-09", "march.yaml", 3),
        text("2026-07-09", "june.yaml", 3),
    )
    for name, written in (("march", march), ("june", june), ("july", july)):
        (tmp_path / f"{name}.yaml").write_text(written, encoding="utf-8")
    select = ("--select", "CH108")
    _, second, third, fourth = told(
        {"march.yaml": march.replace("score: 3", "score: 4")},
        {"march.yaml": None},
        {"other.yaml": march},
        options=select,
    )
    assert second.startswith(
        "HH:MM:SS  june.yaml: Checked: 1 open query.\n"
        "CH108 query  The earlier file has another number of this person from this day.\n"
    )
    assert second.endswith(
        "HH:MM:SS  march.yaml: Nothing has changed. Checked. Nothing to put right, and no open question.\n"
    )
    assert "july" not in second
    assert "closed  CH108" in third
    assert fourth.startswith("HH:MM:SS  other.yaml: Checked.")
    assert "june" not in fourth


def test_settings_and_profiles_are_looked_at_again(told: Told, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(BASE + GOOD + "}]\n", encoding="utf-8")
    (tmp_path / "b.yaml").write_text(BASE, encoding="utf-8")
    _, off, other = told(
        {"sostool.yaml": 'sostool_settings: 1\nchecks: [{check: DS101, severity: "off"}]\n'},
        {"notes.txt": "x"},
    )
    assert off == (
        "HH:MM:SS  a.yaml: Checked. Nothing to put right, and no open question.\n"
        "  closed  DS101 This danger statement has no safety goal. (dangers.one)\n"
    )
    assert other == ""


def test_in_private_nothing_of_the_file_is_shown(told: Told, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(BASE, encoding="utf-8")
    _, second, third = told(
        {"a.yaml": BASE + GOOD.replace("one", "qqq") + "}]\n"}, {"a.yaml": BASE}, options=("--private",)
    )
    assert "DS101" in second
    assert "dangers[0]" in third
    assert "qqq" not in second + third


@pytest.mark.parametrize("option", ["--quiet", "--explain-open", "--format=json", "-"])
def test_what_cannot_be_watched(
    option: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["validate", "--watch", option]) == 2
    assert capsys.readouterr().err.startswith("--watch shows files to a person")


def test_at_a_terminal_a_save_is_answered_and_ctrl_c_ends_it(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(BASE + GOOD + "}]\n", encoding="utf-8")
    child = pexpect.spawn(
        sys.executable,
        ["-m", "sostool", "validate", "--watch", *SELECT, "a.yaml"],
        cwd=str(tmp_path),
        env={**environment(TERM="dumb")},
        encoding="utf-8",
        timeout=20,
    )
    child.expect("Ctrl-C ends it")
    # An editor writes beside the file and then puts it in place.
    (tmp_path / "a.yaml~").write_text(BASE + GOOD + ", goal: Mia sleeps well.}]\n", encoding="utf-8")
    # The watching starts a moment after it is announced.
    again = threading.Timer(1, os.utime, [tmp_path / "a.yaml"])
    again.start()
    os.replace(tmp_path / "a.yaml~", tmp_path / "a.yaml")  # noqa: PTH105
    child.expect("closed  DS101")
    again.join()
    child.sendintr()
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 130

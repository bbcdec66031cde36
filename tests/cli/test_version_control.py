"""A new case file in a folder whose history is copied elsewhere comes with a note, and in no other folder."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sostool.cli.version_control import note_on

if TYPE_CHECKING:
    from cli.conftest import Sostool

REMOTE = '[core]\n\tbare = false\n[remote "origin"]\n\turl = https://example.org/cases.git\n'


def git(folder: Path, config: str = REMOTE) -> Path:
    (folder / ".git").mkdir(parents=True)
    (folder / ".git" / "config").write_text(config)
    return folder


@pytest.mark.parametrize(
    "config", [REMOTE, REMOTE.replace("\n", "\r\n"), '  [ Remote  "up stream"]\nurl=x', '[a]\n[remote "b"] url = x']
)
def test_a_history_with_a_remote_gets_the_note(tmp_path: Path, config: str) -> None:
    note = note_on(git(tmp_path, config))
    assert "can never be taken back" in " ".join(note.split())
    assert "information governance" in note
    assert ".gitignore" in note


@pytest.mark.parametrize(
    "config",
    [
        "",
        "[core]\n\tbare = false\n",
        '# [remote "origin"]\n',
        "[remote]\n\tpushDefault = origin\n",
        "remote origin https://example.org",
        '[branch "remote"]\n',
        "\0\xff[rem",
    ],
)
def test_a_history_without_one_gets_none(tmp_path: Path, config: str) -> None:
    assert note_on(git(tmp_path, config)) == ""


def test_no_history_gets_none(tmp_path: Path) -> None:
    assert note_on(tmp_path) == ""
    assert note_on(tmp_path / "not" / "there") == ""


def test_the_history_may_lie_far_above(tmp_path: Path) -> None:
    git(tmp_path)
    deep = tmp_path / "a" / "b" / "c"
    deep.mkdir(parents=True)
    assert note_on(deep)
    assert note_on(deep / "not-there-yet")


def test_a_link_into_a_history_is_looked_at_on_both_sides(tmp_path: Path) -> None:
    cases = git(tmp_path / "repository") / "cases"
    cases.mkdir()
    (tmp_path / "link").symlink_to(cases)
    assert note_on(tmp_path / "link") == note_on(cases) != ""
    assert note_on(tmp_path / "link" / "not-there-yet")
    git(tmp_path, "[core]\n")
    assert note_on(tmp_path / "link")
    (tmp_path / "elsewhere").mkdir()
    assert note_on(tmp_path / "elsewhere") == ""


def test_a_loop_of_links_above_gets_none(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert note_on(tmp_path / "loop" / "cases") == ""


def test_the_nearest_history_counts(tmp_path: Path) -> None:
    git(tmp_path)
    assert note_on(git(tmp_path / "inner", "[core]\n")) == ""


def test_a_submodule_has_its_settings_elsewhere(tmp_path: Path) -> None:
    git(tmp_path, "[core]\n")
    modules = tmp_path / ".git" / "modules" / "cases"
    modules.mkdir(parents=True)
    (modules / "config").write_text(REMOTE)
    (tmp_path / "cases").mkdir()
    (tmp_path / "cases" / ".git").write_text("gitdir: ../.git/modules/cases\n")
    assert note_on(tmp_path / "cases")
    assert note_on(tmp_path) == ""


def test_a_worktree_shares_the_settings_of_its_repository(tmp_path: Path) -> None:
    main = git(tmp_path / "main")
    worktree = main / ".git" / "worktrees" / "w"
    worktree.mkdir(parents=True)
    (worktree / "commondir").write_text("../..\n")
    (tmp_path / "w").mkdir()
    (tmp_path / "w" / ".git").write_text(f"gitdir: {worktree}\n")
    assert note_on(tmp_path / "w")


@pytest.mark.parametrize("content", ["", "words", "gitdir:", "gitdir: nowhere\n", "gitdir: \0\n"])
def test_a_file_called_so_that_leads_nowhere_gets_none(tmp_path: Path, content: str) -> None:
    (tmp_path / ".git").write_text(content)
    assert note_on(tmp_path) == ""


def test_settings_that_are_no_ordinary_file_are_taken_to_name_a_remote(tmp_path: Path) -> None:
    (tmp_path / ".git" / "config").mkdir(parents=True)
    assert note_on(tmp_path)
    other = tmp_path / "other" / ".git"
    other.mkdir(parents=True)
    os.mkfifo(other / "config")
    assert note_on(tmp_path / "other")


def test_a_loop_of_links_is_taken_to_name_a_remote(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "config").symlink_to(tmp_path / ".git" / "config")
    assert note_on(tmp_path)


def test_other_systems(tmp_path: Path) -> None:
    for name in ("hg", "hg-alone", "svn"):
        (tmp_path / name / f".{name[:3].rstrip('-')}").mkdir(parents=True)
    (tmp_path / "hg" / ".hg" / "hgrc").write_text("[ui]\n[paths]\ndefault = https://example.org\n")
    (tmp_path / "hg-alone" / ".hg" / "hgrc").write_text("[paths]\n[ui]\nusername = x\n")
    assert ".hgignore" in note_on(tmp_path / "hg")
    assert note_on(tmp_path / "hg-alone") == ""
    assert "svn:ignore" in note_on(tmp_path / "svn")


class TestNewCase:
    def test_the_note_comes_after_the_file_and_beside_what_it_says(self, sostool: Sostool, tmp_path: Path) -> None:
        git(tmp_path)
        done = sostool("new-case", "--reference", "EX-0100", "--date", "2026-12-01")
        assert done.code == 0
        assert done.err == note_on(tmp_path) + "\n"
        assert done.out.startswith("Written: ")
        assert (tmp_path / "EX-0100-2026-12-01.yaml").is_file()

    def test_without_a_remote_there_is_nothing_to_say(self, sostool: Sostool, tmp_path: Path) -> None:
        git(tmp_path, "[core]\n")
        assert sostool("new-case", "--reference", "EX-0100").err == ""

    def test_a_made_up_family_may_lie_anywhere(self, sostool: Sostool, tmp_path: Path) -> None:
        git(tmp_path)
        assert sostool("new-case", "--example", "mia-and-noah").err == ""

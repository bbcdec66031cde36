"""What a team's `sostool.yaml` does to the commands."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from support.cases import BASE

if TYPE_CHECKING:
    from cli.conftest import Sostool

WEAK = BASE + "dangers: [{id: one, statement: People worry.}]\n"


def put(folder: Path, settings: str, **cases: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / "sostool.yaml").write_text(f"sostool_settings: 1\n{settings}", encoding="utf-8")
    for name, text in cases.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")


def found(sostool: Sostool, *arguments: str) -> list[dict[str, Any]]:
    done = sostool("validate", "--format", "json", *arguments)
    return [finding for file in json.loads(done.out)["files"] for finding in file["findings"]]


def codes(sostool: Sostool, *arguments: str) -> set[str]:
    return {finding["code"] for finding in found(sostool, *arguments)}


def test_only_the_selected_checks_are_asked(sostool: Sostool, tmp_path: Path) -> None:
    put(tmp_path, "select: [DS]\nignore: [DS102]\n", a=WEAK)
    asked = codes(sostool)
    assert {"DS101", "DS106"} <= asked
    assert all(code.startswith("DS") for code in asked)
    assert "DS102" not in asked


def test_the_command_line_selects_instead_and_ignores_besides(sostool: Sostool, tmp_path: Path) -> None:
    put(tmp_path, "select: [DS]\nignore: [DS102]\n", a=WEAK)
    assert codes(sostool, "--select", "VO101") == {"VO101"}
    assert {"DS101", "DS102"}.isdisjoint(codes(sostool, "--ignore", "DS101"))


def test_a_check_weighs_what_the_team_says(sostool: Sostool, tmp_path: Path) -> None:
    put(tmp_path, 'checks: [{check: DS101, severity: error}, {check: DS102, severity: "off"}]\n', a=WEAK)
    severities = {finding["code"]: finding["severity"] for finding in found(sostool)}
    assert severities["DS101"] == "error"
    assert "DS102" not in severities
    assert sostool("validate").code == 1


def test_each_file_gets_the_settings_above_it(sostool: Sostool, tmp_path: Path) -> None:
    put(tmp_path / "one", "select: [DS101]\n", a=WEAK)
    put(tmp_path / "two", "select: [DS102]\n", b=WEAK)
    done = sostool("validate", "--format", "json", "one", "two")
    by_file = {
        Path(file["file"]).name: {finding["code"] for finding in file["findings"]}
        for file in json.loads(done.out)["files"]
    }
    assert by_file == {"a.yaml": {"DS101"}, "b.yaml": {"DS102"}}


def test_the_profile_holds_for_files_that_name_none(sostool: Sostool, tmp_path: Path) -> None:
    put(tmp_path, "profile: no-such-one\n", a=BASE, b=BASE + "profile: england\n")
    done = sostool("validate", "--format", "concise")
    assert "a.yaml:1:1: CF113" in done.out
    assert "b.yaml" not in "".join(line for line in done.out.splitlines() if "CF113" in line)


def test_paths_are_what_is_checked_without_a_path(sostool: Sostool, tmp_path: Path) -> None:
    put(tmp_path, "paths: [cases]\n", outside="- x\n")
    (tmp_path / "cases").mkdir()
    (tmp_path / "cases" / "in.yaml").write_text(BASE, encoding="utf-8")
    done = sostool("validate", "--format", "json")
    assert [Path(file["file"]).name for file in json.loads(done.out)["files"]] == ["in.yaml"]


def test_a_mistake_in_the_settings_is_told_once_and_fails(sostool: Sostool, tmp_path: Path) -> None:
    put(tmp_path, "proflie: durham\n", a=BASE, b=BASE)
    done = sostool("validate", "--format", "concise", "--no-private")
    assert done.code == 1
    assert done.out.count("CF101") == 1
    assert "sostool.yaml:2:1: CF101 error " in done.out


def test_a_settings_file_given_by_name_is_looked_at_as_one(sostool: Sostool, tmp_path: Path) -> None:
    put(tmp_path, "profile: durham\n")
    assert sostool("validate", "sostool.yaml").code == 0
    put(tmp_path, "profil: durham\n")
    done = sostool("validate", "--format", "concise", "sostool.yaml")
    assert done.code == 1
    assert "sostool.yaml:2:1: CF101" in done.out


def test_private_settings_show_nothing_of_a_file(sostool: Sostool, tmp_path: Path) -> None:
    put(tmp_path, "private: true\n", a=WEAK.replace("id: one", "id: qqq-one"))
    done = sostool("validate", "--no-private", "a.yaml")
    assert "DS101" in done.out
    assert "qqq" not in done.out
    assert "People worry" not in done.out


def test_documents_go_where_the_team_says(sostool: Sostool, tmp_path: Path) -> None:
    put(tmp_path / "team", "output: reports\n", a=BASE)
    assert sostool("render-report", "team/a.yaml", "--for", "chair").code == 0
    assert sorted(path.suffix for path in (tmp_path / "team" / "reports").iterdir()) == [".html", ".md"]
    assert sostool("render-report", "team/a.yaml", "--for", "chair", "-o", "here").code == 0
    assert len(list((tmp_path / "here").iterdir())) == 2


def test_the_teams_folder_is_a_folder_also_for_one_document_in_one_format(sostool: Sostool, tmp_path: Path) -> None:
    put(tmp_path, "output: reports\n", a=BASE)
    assert sostool("render-report", "a.yaml", "--for", "chair", "--format", "md").code == 0
    assert [path.suffix for path in (tmp_path / "reports").iterdir()] == [".md"]


def test_no_document_is_made_under_settings_that_cannot_be_read(sostool: Sostool, tmp_path: Path) -> None:
    put(tmp_path, "ouptut: reports\n", a=BASE)
    done = sostool("render-report", "a.yaml", "--for", "chair")
    assert (done.code, done.out) == (1, "")
    assert done.err == "The settings of this folder cannot be used: `sostool validate` says why.\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.yaml", "sostool.yaml"]


def test_a_new_case_gets_the_teams_profile(sostool: Sostool, tmp_path: Path) -> None:
    put(tmp_path, "profile: durham\n")
    assert sostool("new-case", "--reference", "EX-1", "--no-input").code == 0
    [file] = [path for path in tmp_path.glob("*.yaml") if path.name != "sostool.yaml"]
    assert "profile: durham" in file.read_text("utf-8")


@pytest.mark.parametrize("day", ["2026-06-17", "17/6/2026"])
def test_today_can_be_given(sostool: Sostool, tmp_path: Path, day: str) -> None:
    answer = "answers: [{check: DS101, at: dangers, reason: x, who: priya, until: 2026-06-16}]\n"
    put(tmp_path, "select: [DS101, AN]\n", a=WEAK + answer)
    assert codes(sostool, "--today", day) == {"AN102", "DS101"}
    assert codes(sostool, "--today", "2026-06-16") == set()


def test_a_day_that_is_none(sostool: Sostool) -> None:
    done = sostool("validate", "--today", "soon")
    assert (done.code, done.err) == (2, "--today: this is not a date. Write it like 2026-03-17.\n")

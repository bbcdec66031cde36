from __future__ import annotations

import os
from pathlib import Path

import pytest

from sostool.caseload.find import find_cases


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in (
        "b.yaml",
        "a.yml",
        "C.YAML",
        "sostool.yaml",
        "Sostool.yml",
        ".hidden.yaml",
        "x.approvals.yaml",
        "y.approvals.yml",
        "notes.txt",
        "yaml",
        "x.yaml.bak",
        "sub/d.yaml",
        "sub/deep/e.yaml",
        "sub/profiles/f.yaml",
        "profiles/g.yaml",
        ".git/h.yaml",
        "node_modules/i.yaml",
    ):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


ALL = ["C.YAML", "a.yml", "b.yaml", "sub/d.yaml", "sub/deep/e.yaml"]


@pytest.mark.parametrize("path", [".", "./", "sub/.."])
def test_in_a_folder_every_yaml_is_a_case_but_what_is_not_one(folder: Path, path: str) -> None:
    assert [os.path.normpath(file) for file in find_cases([path])] == ALL


def test_paths_are_told_as_they_were_given(folder: Path) -> None:
    assert list(find_cases([str(folder / "sub")])) == [
        str(folder / "sub" / "d.yaml"),
        str(folder / "sub" / "deep" / "e.yaml"),
    ]
    assert list(find_cases(["sub"])) == ["sub/d.yaml", "sub/deep/e.yaml"]


@pytest.mark.parametrize(
    "path", ["sostool.yaml", ".hidden.yaml", "notes.txt", "profiles/g.yaml", "x.approvals.yaml", "gone.yaml", "-", ""]
)
def test_what_is_given_by_name_is_always_a_case(folder: Path, path: str) -> None:
    assert list(find_cases([path])) == [path]


def test_each_file_comes_once(folder: Path) -> None:
    assert list(find_cases(["b.yaml", "./b.yaml", ".", "sub", "sub/d.yaml"])) == [
        "b.yaml",
        "C.YAML",
        "a.yml",
        "sub/d.yaml",
        "sub/deep/e.yaml",
    ]
    assert list(find_cases(["-", "-"])) == ["-"]


def test_a_folder_of_profiles_holds_no_case(folder: Path) -> None:
    assert list(find_cases(["profiles", "sub/profiles"])) == []


def test_links_are_followed_to_files_and_not_to_folders(folder: Path) -> None:
    (folder / "sub" / "loop").symlink_to(folder)
    (folder / "sub" / "z.yaml").symlink_to(folder / "b.yaml")
    assert list(find_cases(["sub"])) == ["sub/d.yaml", "sub/z.yaml", "sub/deep/e.yaml"]


def test_a_folder_that_may_not_be_looked_into_comes_too(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scan = os.scandir

    def barred(path: str) -> object:
        if str(path).endswith("deep"):
            raise PermissionError(13, "Permission denied", path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", barred)
    assert [os.path.normpath(file) for file in find_cases(["."])] == [*ALL[:-1], "sub/deep"]

"""Finding a profile, shipped or beside the case files."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from support.profiles import only, sound, write_profile
from support.running import ROOT

from sostool.profile.load import load_profile
from sostool.yamlfile.source import MOST_BYTES


def test_the_one_it_is_built_on_may_be_misspelt(tmp_path: Path) -> None:
    assert "“england”" in only(write_profile(tmp_path, "own", "sostool_profile: 1\nbased_on: englnd\n")).mend


def test_a_mistake_in_the_one_it_is_built_on_is_told_of_that_file(tmp_path: Path) -> None:
    write_profile(tmp_path, "base", "sostool_profile: 1\ncolums: []\n")
    finding = only(write_profile(tmp_path, "own", "sostool_profile: 1\nbased_on: base\n"))
    assert finding.file == str(tmp_path / "profiles" / "base.yaml")


@pytest.mark.parametrize("length", [2, 3, 12])
def test_a_circle(tmp_path: Path, length: int) -> None:
    names = [f"p{number}" for number in range(length)]
    for name, base in zip(names, [*names[1:], names[0]], strict=True):
        loaded = write_profile(tmp_path, name, f"sostool_profile: 1\nbased_on: {base}\n")
    finding = only(loaded)
    assert finding.code == "CF113"
    assert "in a circle" in finding.message


def test_a_long_line_of_profiles_is_no_circle(tmp_path: Path) -> None:
    write_profile(tmp_path, "p0", "sostool_profile: 1\nbased_on: england\n")
    for number in range(1, 15):
        loaded = write_profile(tmp_path, f"p{number}", f"sostool_profile: 1\nbased_on: p{number - 1}\n")
    assert len(sound(loaded).based_on) == 15


def test_one_with_the_name_of_a_shipped_one_is_refused(tmp_path: Path) -> None:
    finding = only(write_profile(tmp_path, "surrey-2018", "sostool_profile: 1\nbased_on: england\n"))
    assert finding.code == "CF113"
    assert "based_on: surrey-2018" in finding.mend


@pytest.mark.parametrize(
    ("name", "near"), [("surey-2018", "surrey-2018"), ("Thurrock", "thurrock"), ("englnd", "england"), ("qqqq", None)]
)
def test_an_unknown_name_gets_the_nearest(name: str, near: str | None) -> None:
    loaded = load_profile(name)
    assert loaded.profile is None
    assert (loaded.unknown, loaded.near) == (name, near)


@pytest.mark.parametrize(
    "name", ["../profiles/england", "/etc/passwd", "", ".", "..", "a\0b", "x" * 5_000, "england.yaml", "\udce4", "*"]
)
def test_a_name_never_becomes_a_path(name: str, tmp_path: Path) -> None:
    loaded = load_profile(name, tmp_path)
    assert loaded.profile is None
    assert loaded.unknown == name
    assert loaded.findings == ()


def test_what_is_no_ordinary_file_is_no_profile(tmp_path: Path) -> None:
    (tmp_path / "profiles" / "folder.yaml").mkdir(parents=True)
    os.mkfifo(tmp_path / "profiles" / "pipe.yaml")
    (tmp_path / "profiles" / "gone.yaml").symlink_to(tmp_path / "nowhere")
    for name in ("folder", "pipe", "gone"):
        assert load_profile(name, tmp_path).unknown == name


def test_one_that_cannot_be_opened_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "profiles").mkdir()
    (tmp_path / "profiles" / "own.yaml").write_text("sostool_profile: 1\n", encoding="utf-8")

    def refuse(self: Path, mode: str) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)
    assert only(load_profile("own", tmp_path)).message == "This file cannot be opened."


def test_one_that_is_far_too_large_says_so(tmp_path: Path) -> None:
    assert "larger than 1 MB" in only(write_profile(tmp_path, "own", "#" * (MOST_BYTES + 1))).message


def test_the_profile_in_the_docs_is_one(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "profiles.md").read_text("utf-8")
    shown, words = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    profile = sound(write_profile(tmp_path, "our-county", shown + words))
    assert profile.title == "Our county"
    assert profile.list_of("plain")["contact"].instead == "time with mum, dad or grandma"
    assert profile.list_of("plain")["contact"].source == "Our young people's panel"

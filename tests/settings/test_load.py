"""`sostool.yaml`: found upward from a case file, data only, and every mistake told at its place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sostool.findings.finding import path_text
from sostool.settings import LoadedSettings, load_settings, settings_above

FULL = """\
sostool_settings: 1
profile: surrey-2018
paths: [cases, more/cases.yaml]
select: [DS, SC101]
ignore: [DS104]
checks:
  - {check: DS102, severity: advice, why: One overall scale is used here.}
  - {check: LA103, severity: "off"}
output: reports
private: true
"""


@pytest.fixture(autouse=True)
def _forget() -> Iterator[None]:
    settings_above.cache_clear()
    load_settings.cache_clear()
    yield
    settings_above.cache_clear()
    load_settings.cache_clear()


def write(folder: Path, text: str) -> LoadedSettings:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "sostool.yaml").write_text(text, encoding="utf-8")
    return settings_above(str(folder))


def test_all_that_can_be_said(tmp_path: Path) -> None:
    loaded = write(tmp_path, FULL)
    assert loaded.findings == ()
    assert loaded.settings._asdict() == {
        "file": str(tmp_path / "sostool.yaml"),
        "profile": "surrey-2018",
        "paths": (str(tmp_path / "cases"), str(tmp_path / "more/cases.yaml")),
        "select": ("DS", "SC101"),
        "ignore": ("DS104",),
        "severities": (("DS102", "advice"), ("LA103", "off")),
        "output": str(tmp_path / "reports"),
        "private": True,
    }


def test_nothing_but_its_version_changes_nothing(tmp_path: Path) -> None:
    loaded = write(tmp_path, "sostool_settings: 1\n")
    assert loaded.findings == ()
    assert loaded.settings[1:] == ("", (), (), (), (), "", False)


def test_the_nearest_above_holds(tmp_path: Path) -> None:
    write(tmp_path, "sostool_settings: 1\nprofile: thurrock\n")
    write(tmp_path / "a", "sostool_settings: 1\nprofile: durham\n")
    (tmp_path / "a" / "b" / "c").mkdir(parents=True)
    (tmp_path / "d").mkdir()
    assert settings_above(str(tmp_path / "a" / "b" / "c")).settings.profile == "durham"
    assert settings_above(str(tmp_path / "d")).settings.profile == "thurrock"


def test_a_folder_of_that_name_is_no_settings_file(tmp_path: Path) -> None:
    (tmp_path / "a" / "sostool.yaml").mkdir(parents=True)
    write(tmp_path, "sostool_settings: 1\nprofile: thurrock\n")
    assert settings_above(str(tmp_path / "a")).settings.profile == "thurrock"


def test_a_file_is_named_as_the_folder_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "sostool.yaml").write_text("sostool_settings: 1\noutput: out\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert settings_above("a/b").settings.file == "a/sostool.yaml"
    assert settings_above("a/b").settings.output == "a/out"
    monkeypatch.chdir(tmp_path / "a")
    settings_above.cache_clear()
    assert settings_above("").settings.file == "sostool.yaml"


@pytest.mark.parametrize(
    ("line", "code", "at", "place"),
    [
        ("tempaltes: x", "CF101", "", (2, 1)),
        ("templates: x", "CF101", "", (2, 1)),
        ("proflie: durham", "CF101", "", (2, 1)),
        ("private: yes", "CF103", "private", (2, 10)),
        ("select: [DS, DS1044]", "CF112", "select[1]", (2, 14)),
        ("select: [QQ]", "CF112", "select[0]", (2, 10)),
        ("ignore: DS999", "CF112", "ignore[0]", (2, 9)),
        ("checks: [{check: DS999, severity: advice}]", "CF112", "checks[0].check", (2, 18)),
        ("checks: [{check: CF101, severity: advice}]", "CF112", "checks[0].check", (2, 18)),
        ("checks: [{check: DS102, severity: warning}]", "CF103", "checks[0].severity", (2, 35)),
        ("output: ../elsewhere", "CF112", "output", (2, 9)),
        ("output: /tmp", "CF112", "output", (2, 9)),
        ("output: a/../../b", "CF112", "output", (2, 9)),
        ("paths: [/etc]", "CF112", "paths[0]", (2, 9)),
        ("paths: ['']", "CF112", "paths[0]", (2, 9)),
    ],
)
def test_a_mistake_is_told_at_its_place_and_all_stays_private(
    tmp_path: Path, line: str, code: str, at: str, place: tuple[int, int]
) -> None:
    loaded = write(tmp_path, f"sostool_settings: 1\n{line}\n")
    assert [(finding.code, path_text(finding.path), finding.place[:2]) for finding in loaded.findings] == [
        (code, at, place)
    ]
    assert loaded.settings[1:] == ("", (), (), (), (), "", True)


@pytest.mark.parametrize(
    "text", ["", "- x\n", "profile: durham\n", "sostool_settings: 2\n", "a: [\n", "sostool_settings: 1\n\x00"]
)
def test_what_is_no_settings_file_at_all(tmp_path: Path, text: str) -> None:
    loaded = write(tmp_path, text)
    assert loaded.findings
    assert all(finding.severity == "error" for finding in loaded.findings)
    assert loaded.settings.private


def test_output_through_a_link_that_leads_outside_is_refused(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "team").mkdir()
    (tmp_path / "team" / "reports").symlink_to(tmp_path / "elsewhere")
    loaded = write(tmp_path / "team", "sostool_settings: 1\noutput: reports\n")
    assert [finding.code for finding in loaded.findings] == ["CF112"]

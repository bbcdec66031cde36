"""What a profile file may say, and the place of each mistake in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.profiles import only, write_profile

from sostool.findings.finding import path_text


@pytest.mark.parametrize(
    ("text", "code", "path", "line"),
    [
        ("sostool_profile: 1\ncolums: [worried]\n", "CF101", "", 2),
        ("sostool_profile: 1\nlimits: {network_peeple: 2}\n", "CF101", "limits", 2),
        ("sostool_profile: 1\nlimits:\n  network_people: many\n", "CF102", "limits.network_people", 3),
        ("sostool_profile: 1\nlimits: {network_people: 99}\n", "CF104", "limits.network_people", 2),
        ("sostool_profile: 1\ncolumns: [worried, wored]\n", "CF103", "columns[1]", 2),
        ("sostool_profile: 1\nhalves: sometimes\n", "CF103", "halves", 2),
        ("sostool_profile: 1\naccent: red\n", "CF112", "accent", 2),
        ("sostool_profile: 1\nchecks: [{check: DS101, severity: warning}]\n", "CF103", "checks[0].severity", 2),
        ("sostool_profile: 1\nchecks: [{check: danger, severity: error}]\n", "CF112", "checks[0].check", 2),
        ("sostool_profile: 2\n", "CF104", "sostool_profile", 1),
        ("title: Ours\n", "CF109", "sostool_profile", 1),
        ("sostool_profile: 1\ntitle: One: two\n", "YA104", "", 2),
        ("sostool_profile: 1\ntitle: a\ntitle: b\n", "YA108", "", 3),
        ("sostool_profile: 1\nbased_on: enland\n", "CF113", "based_on", 2),
        ("sostool_profile: 1\nbased_on: own\n", "CF113", "based_on", 2),
        ("", "YA110", "", 1),
        ("- a\n", "CF102", "", 1),
    ],
)
def test_a_mistake_has_its_place(tmp_path: Path, text: str, code: str, path: str, line: int) -> None:
    finding = only(write_profile(tmp_path, "own", text))
    assert (finding.code, path_text(finding.path), finding.place.line) == (code, path, line)
    assert finding.severity == "error"
    assert finding.file == str(tmp_path / "profiles" / "own.yaml")


def test_a_misspelt_key_gets_the_one_that_was_meant(tmp_path: Path) -> None:
    assert "“columns”" in only(write_profile(tmp_path, "own", "sostool_profile: 1\ncolums: [worried]\n")).message

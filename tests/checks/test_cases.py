"""Each practice check against the named passes and fails of its file in `cases/`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from support.cases import asked, laid_over, read
from support.profiles import own_profile

from sostool.checks.answers import ANSWERS
from sostool.checks.registry import PRACTICE
from sostool.findings.finding import path_text

FILES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))
FIVE = 5


def load(file: Path) -> dict[str, dict[str, Any]]:
    # With the resolver off, dates and numbers stay as typed.
    cases: dict[str, dict[str, Any]] = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - safe: strings only
    return cases


CASES = [pytest.param(file.stem, case, id=f"{file.stem}-{name}") for file in FILES for name, case in load(file).items()]


@pytest.mark.parametrize(("code", "case"), CASES)
def test_a_check_finds_what_its_file_says(code: str, case: dict[str, Any], tmp_path: Path) -> None:
    text = laid_over(case["fragment"])
    if "broken" not in case:
        assert [finding.message for finding in read(text).findings] == []
    profile = own_profile(tmp_path, case["profile"]) if "profile" in case else None
    beside = {name: laid_over(fragment) for name, fragment in case.get("beside", {}).items()}
    found = asked(text, code, profile=profile, beside=beside)
    assert [
        {
            "at": path_text(finding.shown_path),
            "severity": finding.severity,
            "message": finding.message,
            **({"and": f"{other.file} {path_text(other.shown_path)}".rstrip()} if (other := finding.elsewhere) else {}),
        }
        for finding in found.findings
        if finding.code == code
    ] == case.get("expected", [])
    assert found.answered == int(case.get("answered", 0))


def test_every_practice_check_has_its_file() -> None:
    assert [file.stem for file in FILES] == sorted(check.code for check in (*PRACTICE, *ANSWERS))
    assert len(CASES) >= 2 * FIVE * len(PRACTICE) >= 110


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_file_has_five_passes_and_five_fails(file: Path) -> None:
    cases = load(file)
    for start, expects in (("fails_", True), ("passes_", False)):
        named = {name: case for name, case in cases.items() if name.startswith(start)}
        assert len(named) >= FIVE
        assert all(("expected" in case) == expects for case in named.values())
    assert all(name.startswith(("fails_", "passes_")) for name in cases)

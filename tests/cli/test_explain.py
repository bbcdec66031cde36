"""`sostool explain` and `sostool checks`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from sostool.checks.registry import all_checks

if TYPE_CHECKING:
    from pathlib import Path

    from cli.conftest import Sostool


@pytest.mark.parametrize("code", all_checks())
def test_every_check_is_explained(sostool: Sostool, code: str) -> None:
    done = sostool("explain", code)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"{code} ")
    for heading in ("What it checks", "Why it matters", "Source"):
        assert heading in done.out
    told = json.loads(sostool("explain", code, "--format", "json").out)
    assert told["code"] == code
    assert told["why"]


def test_small_letters_do(sostool: Sostool) -> None:
    assert sostool("explain", "ds101") == sostool("explain", "DS101")


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("DS10", "There is no check DS10. Did you mean DS10"),
        ("hello", "There is no check hello. `sostool checks` lists them."),
        ("\x1b[31m", "There is no check \\x1b[31m."),
        ("", "There is no check ."),
    ],
)
def test_a_code_that_does_not_exist(sostool: Sostool, code: str, told: str) -> None:
    done = sostool("explain", code)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(told)
    assert done.err.count("\n") == 1


def test_all_are_listed_by_family(sostool: Sostool) -> None:
    out = sostool("checks").out
    assert out.startswith("The text file\n  YA101  error")
    assert "\n\nDanger statements\n  DS101  query  Each danger statement has a safety goal.\n" in out
    assert len([line for line in out.splitlines() if line.startswith("  ")]) == len(all_checks())
    rows = json.loads(sostool("checks", "--format", "json").out)
    assert [row["code"] for row in rows] == list(all_checks())


def test_they_are_listed_as_a_profile_asks_them(sostool: Sostool, tmp_path: Path) -> None:
    (tmp_path / "profiles").mkdir()
    (tmp_path / "profiles" / "ours.yaml").write_text(
        "sostool_profile: 1\nbased_on: england\n"
        'checks: [{check: DS101, severity: error}, {check: DS102, severity: "off"}]\n',
        encoding="utf-8",
    )
    rows = {
        row["code"]: row["severity"]
        for row in json.loads(sostool("checks", "--profile", "ours", "--format", "json").out)
    }
    assert (rows["DS101"], rows["DS102"], rows["SC102"]) == ("error", "off", "error")
    assert "  DS102  off    " in sostool("checks", "--profile", "ours").out


def test_a_profile_that_does_not_exist(sostool: Sostool) -> None:
    done = sostool("checks", "--profile", "surey-2018")
    assert (done.code, done.out) == (2, "")
    assert done.err == "There is no profile of this name: surey-2018. Did you mean surrey-2018?\n"

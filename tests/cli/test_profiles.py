from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from cli.conftest import Sostool


def test_each_is_listed_with_its_sources(sostool: Sostool) -> None:
    out = sostool("profiles").out
    assert "england: England\n    Working Together" in out
    assert "surrey-2018: Surrey, 2018 (built on england)\n" in out
    rows = json.loads(sostool("profiles", "--format", "json").out)
    assert [row["name"] for row in rows] == ["durham", "england", "surrey-2018", "thurrock", "wellbeing"]
    assert all(row["sources"] and row["columns"] for row in rows)


def test_an_authoritys_own_is_listed_too(sostool: Sostool, tmp_path: Path) -> None:
    (tmp_path / "profiles").mkdir()
    (tmp_path / "profiles" / "ours.yaml").write_text(
        "sostool_profile: 1\ntitle: Our town\nbased_on: durham\n", encoding="utf-8"
    )
    assert "ours: Our town (built on durham)\n" in sostool("profiles").out


def test_one_with_a_mistake_is_told_with_its_place(sostool: Sostool, tmp_path: Path) -> None:
    (tmp_path / "profiles").mkdir()
    (tmp_path / "profiles" / "ours.yaml").write_text("sostool_profile: 1\ncolums: []\n", encoding="utf-8")
    done = sostool("profiles")
    assert done.code == 2
    assert done.err.startswith("profiles/ours.yaml:2:1: This key is not known here. Did you mean “columns”?")

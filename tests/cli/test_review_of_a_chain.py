"""A review that follows another meeting, made, approved and looked at: all commands tell the same of what changed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from builders import put, written

from cli.test_compare import first, second

if TYPE_CHECKING:
    from cli.conftest import Sostool

REPORT = "EX-0900-report-p3-2026-06-09"
TITLE = "What has changed since last time"


@pytest.fixture
def chain(tmp_path: Path) -> Path:
    (tmp_path / "first.yaml").write_bytes(written(first()))
    (tmp_path / "second.yaml").write_bytes(written(second()))
    return tmp_path


def render(sostool: Sostool, *more: str) -> tuple[int, str]:
    done = sostool("render-report", "second.yaml", "--for", "lisa", "--unfinished", "--format", "md", *more)
    return done.code, done.err


def test_a_report_tells_what_has_changed_since_the_file_it_follows(sostool: Sostool, chain: Path) -> None:
    assert render(sostool) == (0, "")
    text = (chain / f"{REPORT}.md").read_text("utf-8")
    assert TITLE in text
    assert "Zsinging." in text


def test_a_first_meeting_has_no_such_part(sostool: Sostool, chain: Path) -> None:
    sostool("render-report", "first.yaml", "--for", "lisa", "--unfinished", "--format", "md")
    assert TITLE not in (chain / "EX-0900-report-p3-2026-03-17.md").read_text("utf-8")


@pytest.mark.parametrize("trouble", ["missing", "errors", "another family", "later"])
def test_where_the_file_it_follows_cannot_be_used_it_says_so(sostool: Sostool, chain: Path, trouble: str) -> None:
    file = chain / "first.yaml"
    case = first()
    if trouble == "missing":
        file.unlink()
    elif trouble == "errors":
        file.write_bytes(
            written(put(case, "map.working_well.strengths", [{"what": "x", "withold": {"from": ["dean"]}}]))
        )
    elif trouble == "another family":
        for child in ("mia", "noah"):
            case["people"][child]["born"] = "2001-01-01"
        file.write_bytes(written(case | {"reference": "EX-0001"}))
    else:
        case["meeting"]["date"] = "2027-01-01"
        file.write_bytes(written(case))
    code, said = render(sostool)
    assert code == 0
    assert said.endswith("the file that this one follows cannot be used. `sostool validate` says why.\n")
    assert TITLE not in (chain / f"{REPORT}.md").read_text("utf-8")
    # Other documents have no such part, so nothing is missing from them.
    done = sostool("render-report", "second.yaml", "--document", "leaflet", "--unfinished")
    assert "has changed" not in done.err


def test_what_comes_by_standard_input_stands_alone(sostool: Sostool, chain: Path) -> None:
    data = (chain / "second.yaml").read_bytes()
    done = sostool("render-report", "-", "--for", "lisa", "--unfinished", "--format", "md", typed=data)
    assert done.code == 0
    assert done.err.endswith("is not in it: what comes by standard input has no other file beside it.\n")
    assert TITLE not in (chain / f"{REPORT}.md").read_text("utf-8")


def test_the_final_copy_is_the_one_that_was_approved(sostool: Sostool, chain: Path) -> None:
    _close_what_is_open(chain)
    assert sostool("approve", "second.yaml", "--for", "lisa", "--by", "ann", "--yes").code == 0
    done = sostool("render-report", "second.yaml", "--for", "lisa", "--final", "--format", "md")
    assert (done.code, done.err) == (0, "")
    assert TITLE in (chain / f"{REPORT}.md").read_text("utf-8")
    assert _standing(sostool) == "approved"


def test_a_change_in_the_earlier_file_voids_it_where_the_reader_would_be_told(sostool: Sostool, chain: Path) -> None:
    _close_what_is_open(chain)
    sostool("approve", "second.yaml", "--for", "lisa", "--by", "ann", "--yes")
    hidden = {"what": "Zhidden.", "withhold": {"from": ["lisa"], "why": "x", "agreed_by": "ann", "date": "2026-03-01"}}
    for strengths, standing in (
        ([*_singing(), hidden], "approved"),
        ([{"what": "Zdancing.", "said_by": ["lisa"]}], "changed"),
    ):
        (chain / "first.yaml").write_bytes(written(put(first(), "map.working_well.strengths", strengths)))
        assert _standing(sostool) == standing
        final = sostool("render-report", "second.yaml", "--for", "lisa", "--final", "--format", "md")
        assert final.code == (0 if standing == "approved" else 1), final.err


def _singing() -> list[dict[str, object]]:
    strengths = first()["map"]["working_well"]["strengths"]
    assert isinstance(strengths, list)
    return strengths


def _standing(sostool: Sostool) -> str:
    told = json.loads(sostool("status", "second.yaml", "--format", "json").out)
    (theirs,) = (reader["documents"] for reader in told["readers"] if reader["code"] == "p3")
    return next(str(row["approval"]) for row in theirs if row["document"] == "report")


def _close_what_is_open(chain: Path) -> None:
    """Say who does the step, which the profile wants to be said before a copy is let go."""
    case = second()
    case["map"]["needs_to_happen"]["next_steps"][1]["who"] = ["dean"]
    (chain / "second.yaml").write_bytes(written(case))

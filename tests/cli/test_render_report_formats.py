"""`sostool render-report --format pdf`: what is written, and the one line where it cannot be."""

from __future__ import annotations

import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support.running import is_one_line

from cli.test_render_report import FEARED, OPEN, made
from sostool.report.formats.pdf import compiler

if TYPE_CHECKING:
    from cli.conftest import Sostool

NAME = "EX-0042-report-room-2026-03-17"
# Set aside for private use: no font has it.
NOWHERE = "\U0010fffd"


@pytest.fixture
def case(tmp_path: Path) -> Path:
    file = tmp_path / "case.yaml"
    file.write_text(OPEN, encoding="utf-8")
    return file


def test_a_pdf_is_made_when_it_is_asked_for(sostool: Sostool, case: Path) -> None:
    done = sostool("render-report", "case.yaml", "--format", "pdf")
    assert (done.code, done.out, done.err) == (0, f"Written: {NAME}.pdf\n", "")
    assert made(case.parent) == [f"{NAME}.pdf"]
    file = case.parent / f"{NAME}.pdf"
    assert file.read_bytes().startswith(b"%PDF-1.7")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_formats_can_be_had_together_and_to_a_place_of_ones_own(sostool: Sostool, case: Path) -> None:
    done = sostool("render-report", "case.yaml", "--format", "pdf", "--format", "html", "--format", "pdf")
    assert done.code == 0
    assert made(case.parent) == [f"{NAME}.html", f"{NAME}.pdf"]
    assert sostool("render-report", "case.yaml", "--format", "pdf", "-o", "out/mine.pdf").code == 0
    assert (case.parent / "out" / "mine.pdf").read_bytes() == (case.parent / f"{NAME}.pdf").read_bytes()


def test_a_pack_holds_each_document_in_the_formats_that_were_asked_for(sostool: Sostool, case: Path) -> None:
    case.write_text(FEARED, "utf-8")
    options = ("--document", "map", "--for", "everyone", "--format", "pdf", "-o", "pack")
    done = sostool("render-report", "case.yaml", *options)
    assert done.code == 0
    names = sorted(path.name for path in (case.parent / "pack").rglob("*.*"))
    assert len(names) > 3
    assert {Path(name).suffix for name in names} == {".pdf"}


def test_status_knows_a_pdf_that_is_as_it_would_be_made_now(sostool: Sostool, case: Path) -> None:
    sostool("render-report", "case.yaml", "--format", "pdf")
    assert "report    draft  " in sostool("status", "case.yaml").out
    (case.parent / f"{NAME}.pdf").write_bytes(b"%PDF-1.7 of another day")
    assert "report    out of date  " in sostool("status", "case.yaml").out


@pytest.mark.parametrize("formats", [("pdf",), ("html", "pdf"), ("md", "html", "pdf")])
def test_without_the_extra_one_line_says_what_to_do_and_nothing_is_written(
    sostool: Sostool, case: Path, monkeypatch: pytest.MonkeyPatch, formats: tuple[str, ...]
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    compiler._compiler.cache_clear()
    asked = [option for name in formats for option in ("--format", name)]
    for more in ((), ("--document", "all", "--for", "everyone")):
        done = sostool("render-report", "case.yaml", *asked, *more)
        assert done.code == 2
        assert is_one_line(done.err)
        assert 'pip install ".[pdf]"' in done.err
        assert "save it as PDF" in done.err
        assert made(case.parent) == []
    compiler._compiler.cache_clear()


@pytest.fixture
def odd(case: Path) -> Path:
    case.write_text(OPEN.replace("Mia", f"Mia{NOWHERE}"), encoding="utf-8")
    return case


def test_what_no_font_can_show_is_one_line_and_nothing_of_it_is_in_a_log(sostool: Sostool, odd: Path) -> None:
    done = sostool("render-report", "case.yaml", "--format", "html", "--format", "pdf", "--unfinished")
    assert (done.code, done.out) == (1, "")
    assert is_one_line(done.err)
    assert done.err.startswith("The PDF cannot be made: none of its fonts can show a character of the text.")
    assert NOWHERE not in done.err
    assert "Mia" not in done.err
    assert made(odd.parent) == []


def test_a_person_at_the_terminal_is_told_which_it_is(
    sostool: Sostool, odd: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sostool.cli.render_report.is_private", lambda **_: False)
    done = sostool("render-report", "case.yaml", "--format", "pdf", "--unfinished")
    assert done.code == 1
    assert "(U+10FFFD)" in done.err
    assert "Mia" not in done.err


def test_in_a_pack_the_others_are_made_and_each_that_is_not_is_named(sostool: Sostool, case: Path) -> None:
    case.write_text(OPEN.replace("2026-03-17}", f"2026-03-17, why: To talk {NOWHERE}}}"), "utf-8")
    done = sostool(
        "render-report",
        "case.yaml",
        "--format",
        "pdf",
        "--unfinished",
        "--document",
        "all",
        "--for",
        "lisa",
        "-o",
        "pack/",
    )
    assert done.code == 1
    assert "Not made: report for p2. The PDF cannot be made: none of its fonts" in done.err
    assert NOWHERE not in done.err
    names = [path.name for path in (case.parent / "pack").iterdir()]
    assert [name for name in names if "-leaflet-" in name]
    assert not [name for name in names if name.startswith("EX-0042-report-")]


def test_only_a_web_page_is_opened(sostool: Sostool, case: Path) -> None:
    done = sostool("render-report", "case.yaml", "--format", "pdf", "--open")
    assert (done.code, done.err) == (2, "--open shows web pages: add --format html.\n")
    assert made(case.parent) == []

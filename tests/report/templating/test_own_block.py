"""What `sostool templates copy` starts with draws exactly what ours draws."""

from __future__ import annotations

from pathlib import Path

import pytest
from browser.sample_document import REPORT

from sostool.report.formats.html import html
from sostool.report.formats.markdown import markdown
from sostool.report.templating.our_templates import BLOCK_FILES, our_names, our_text
from sostool.report.templating.own_block import own_block
from sostool.report.templating.templates import Templates

NAMES = [name for name in our_names() if our_text(name) is None]


def test_there_are_blocks() -> None:
    assert len(NAMES) > 20


@pytest.mark.parametrize("name", NAMES)
def test_a_copy_draws_what_ours_draws(tmp_path: Path, name: str) -> None:
    text = own_block(name)
    assert text is not None
    file = tmp_path / name
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    assert text.count("{% macro ") == 1
    theirs = Templates(tmp_path)
    assert html(REPORT, theirs).split() == html(REPORT, Templates()).split()
    assert markdown(REPORT, theirs) == markdown(REPORT, Templates())


def test_all_copies_together_draw_what_ours_draw(tmp_path: Path) -> None:
    for name in NAMES:
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(own_block(name) or "", encoding="utf-8")
    theirs = Templates(tmp_path)
    assert html(REPORT, theirs).split() == html(REPORT, Templates()).split()
    assert markdown(REPORT, theirs) == markdown(REPORT, Templates())


@pytest.mark.parametrize(
    "name", ["", "html/style.css", *BLOCK_FILES, "html/blocks/all.html.j2", "html/blocks/tabel.html.j2", "table"]
)
def test_other_names_are_no_blocks(name: str) -> None:
    assert own_block(name) is None

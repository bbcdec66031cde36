"""What stands on each printed page. The PDFs are read back: nothing is believed of a style sheet."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from browser.conftest import Look
from browser.paper import Paper, faults, read_paper

pytestmark = pytest.mark.browser

A3_LANDSCAPE = (1191, 842)
A4 = (595, 842)
BACK = {"en": "What needs to happen?", "pl": "Co musi się stać?"}
# Maps that are longer than a sheet can hold in letters that can be read on a wall.
LONG_MAPS = ("five-children",)


def is_map(name: str) -> bool:
    return "map" in name.split("-")[:2]


@cache
def printed(look: Look) -> dict[str, tuple[Paper, list[str]]]:
    """Read every printed page, and say what is wrong with it."""
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    return dict(_read(look))


def _read(look: Look) -> Iterator[tuple[str, tuple[Paper, list[str]]]]:
    for name, page in look("paper").items():
        margins = "a3" if is_map(name) else "one" if name.startswith("summary") else "a4"
        paper = read_paper(Path(page["file"]).with_suffix(".pdf"), margins)
        assert len(page["codes"]) == 3, name
        yield name, (paper, faults(paper, page["codes"], page["stamps"]))


def test_every_page_says_what_it_is_and_nothing_is_cut_small_or_alone(look: Look) -> None:
    assert {name: wrong for name, (_, wrong) in printed(look).items() if wrong} == {}


def test_the_map_is_printed_on_a3_and_everything_else_on_a4(look: Look) -> None:
    sizes = {(is_map(name), sheet.size) for name, (paper, _) in printed(look).items() for sheet in paper.sheets}
    assert sizes == {(True, A3_LANDSCAPE), (False, A4)}


def test_a_summary_is_one_page_or_two_sides_of_which_the_back_says_what_needs_to_happen(look: Look) -> None:
    summaries = {name: paper for name, (paper, _) in printed(look).items() if name.startswith("summary")}
    assert summaries
    for name, paper in summaries.items():
        backs = [words.text for words in paper.words if words.page == 2]
        assert len(paper.sheets) <= 2, name
        assert not backs or backs[0] == BACK[name.rpartition("-")[2]], name


def test_the_map_of_an_ordinary_family_is_one_sheet(look: Look) -> None:
    maps = {name: len(paper.sheets) for name, (paper, _) in printed(look).items() if is_map(name)}
    assert maps
    assert {name: count for name, count in maps.items() if count > 1 and not re.search("|".join(LONG_MAPS), name)} == {}

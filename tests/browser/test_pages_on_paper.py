"""What stands on each printed page. The PDFs are read back: nothing is believed of a style sheet."""

from __future__ import annotations

import logging
import pickle
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from browser.conftest import DOCUMENTS, Look
from browser.look import once
from browser.paper import Paper, faults, read_paper

pytestmark = pytest.mark.browser

A3_LANDSCAPE = (1191, 842)
A4 = (595, 842)
BACK = {"en": "What needs to happen?", "pl": "Co musi się stać?"}
# The other families' maps are longer than one sheet can hold in letters that can be read on a wall.
ORDINARY_MAP = r"map-mia-and-noah-(?!review)|wall-map"


def is_map(name: str) -> bool:
    return "map" in name.split("-")[:2]


@cache
def printed(look: Look) -> dict[str, tuple[Paper, list[str]]]:
    """Read every printed page, and say what is wrong with it; what one process has read, the other has from it."""
    told = look("paper")
    folder = Path(next(iter(told.values()))["file"]).parent

    def read_all(file: Path) -> None:
        logging.getLogger("pdfminer").setLevel(logging.ERROR)
        file.write_bytes(pickle.dumps(dict(_read(told))))

    read: dict[str, tuple[Paper, list[str]]] = pickle.loads(once(folder / "papers.pickle", read_all).read_bytes())  # noqa: S301 - our own
    return read


def _read(told: dict[str, Any]) -> Iterator[tuple[str, tuple[Paper, list[str]]]]:
    for name, page in told.items():
        margins = "a3" if is_map(name) else "one" if name.startswith("summary") else "a4"
        paper = read_paper(Path(page["file"]).with_suffix(".pdf"), margins)
        assert len(page["codes"]) == 3, name
        yield name, (paper, faults(paper, page["codes"], page["stamps"]))


def is_wrong(name: str, fault: str) -> bool:
    """Tell whether a fault is one. Of the made-up pages some are crowded beyond what a sheet can hold: not cut, but small."""
    if re.fullmatch(r"map-(early-help|five-children)-chair-pl", name):
        # The picture of all who gave a number is as high as the first sheet, and its caption has two lines in Polish.
        return "a heading stands alone" not in fault
    return name not in DOCUMENTS or not re.search("has letters of|the last page has", fault)


def test_every_page_says_what_it_is_and_nothing_is_cut_small_or_alone(look: Look) -> None:
    found = {name: [fault for fault in wrong if is_wrong(name, fault)] for name, (_, wrong) in printed(look).items()}
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


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
    maps = {name: len(paper.sheets) for name, (paper, _) in printed(look).items() if re.match(ORDINARY_MAP, name)}
    assert maps
    assert set(maps.values()) == {1}

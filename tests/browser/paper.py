"""Reads a printed page back: what stands where, and which part of the document it belongs to."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pdfplumber
from pdfplumber.utils.pdfinternals import resolve

_POINTS = 72 / 25.4
# What style.css and style.py leave free above and below: of A4, of a sheet that has to hold everything, of A3.
_MARGINS = {"a4": (22, 20), "one": (17, 15), "a3": (18, 16)}
_SMALLEST = 12
_NEAR = 2.5
# A line to write on, in points.
_RULE_HIGH = 2
_RULE_LONG = 100
_HEADINGS = frozenset(("H1", "H2", "H3", "H4", "H5", "H6", "Caption"))
_LINES_ON_A_LAST_PAGE = 2


class Part(NamedTuple):
    """An element of the document's structure: its type, and a number that no other has."""

    type: str
    number: int


class Words(NamedTuple):
    """What stands together in one part: the elements it is in from the outermost on, its page, and its text."""

    parts: tuple[Part, ...]
    page: int
    text: str
    bottom: float


class Sheet(NamedTuple):
    """One printed page."""

    size: tuple[int, int]
    above: str
    below: str
    number: str
    lines: int
    smallest: float
    cut: str
    filled: float
    last_rule: float


class Paper(NamedTuple):
    """A printed document."""

    sheets: tuple[Sheet, ...]
    words: tuple[Words, ...]

    @property
    def column_heads(self) -> set[Part]:
        """Give the table rows that hold nothing but heads; a browser repeats them on each page."""
        rows: dict[Part, list[bool]] = {}
        for words in self.words:
            if (row := _row(words)) is not None:
                rows.setdefault(row, []).append(any(part.type == "TH" for part in words.parts))
        return {row for row, heads in rows.items() if len(heads) > 1 and all(heads)}

    @property
    def rows_across_pages(self) -> list[str]:
        """Give the table rows that begin on one page and end on another."""
        heads = self.column_heads
        pages: dict[Part, set[int]] = {}
        texts: dict[Part, str] = {}
        for words in self.words:
            row = _row(words)
            if row is not None and row not in heads:
                pages.setdefault(row, set()).add(words.page)
                texts.setdefault(row, words.text)
        return [texts[row] for row, where in pages.items() if len(where) > 1]

    @property
    def headings_alone(self) -> list[str]:
        """Give the headings, captions and column heads after which the page ends."""
        heads = self.column_heads
        runs = [(one, list(group)) for one, group in groupby(self.words, lambda words: _heading(words, heads))]
        return [
            f"{words[0].text} (page {words[0].page})"
            for (one, words), (_, after) in pairwise(runs)
            if one is not None and after[0].page != words[0].page and not self._has_room_below(words[0])
        ]

    def _has_room_below(self, words: Words) -> bool:
        """Tell whether lines to write on follow."""
        return self.sheets[words.page - 1].last_rule > words.bottom


def read_paper(file: Path, margins: str) -> Paper:
    """Read a PDF that was printed with its structure.

    Args:
        file: the PDF.
        margins: which margins its pages have: `a4`, `one` or `a3`.
    """
    with pdfplumber.open(file) as pdf:
        held = {page.page_number: _held(page) for page in pdf.pages}
        sheets = tuple(_sheet(page, margins) for page in pdf.pages)
        numbers: dict[Any, int] = {page.page_obj.pageid: page.page_number for page in pdf.pages}
        root = resolve(pdf.doc.catalog["StructTreeRoot"])
        words = tuple(
            Words(parts, page, *held[page][mark])
            for parts, page, mark in _leaves(root, (), numbers, 0)
            if mark in held[page]
        )
    return Paper(sheets, words)


def faults(paper: Paper, codes: list[str], stamps: list[str]) -> list[str]:
    """Say what is wrong with a printed document, whatever its kind.

    Args:
        paper: the document.
        codes: reference, reader's code and fingerprint, which stand on every page.
        stamps: what else does.
    """
    found = []
    for number, sheet in enumerate(paper.sheets, 1):
        found += [f"page {number} does not say {text}" for text in (*codes, *stamps) if not _says(sheet, text)]
        # From right to left the first number stands last.
        if sorted(map(int, re.findall(r"\d+", sheet.number))) != [number, len(paper.sheets)]:
            found.append(f"page {number} is numbered {sheet.number}")
        if sheet.smallest < _SMALLEST - 0.05:
            found.append(f"page {number} has letters of {sheet.smallest:.1f} pt")
        if sheet.cut:
            found.append(f"page {number} cuts {sheet.cut!r}")
    last = paper.sheets[-1]
    if len(paper.sheets) > 1 and last.lines < _LINES_ON_A_LAST_PAGE and not last.last_rule:
        found.append(f"the last page has {last.lines} lines")
    found += [f"a row goes across pages: {text}" for text in paper.rows_across_pages]
    return found + [f"a heading stands alone at a page's foot: {text}" for text in paper.headings_alone]


def _says(sheet: Sheet, text: str) -> bool:
    """Tell whether a text stands in a page's margins. Letters that join stand in a PDF as drawn, from left to right."""
    around = f"{sheet.above} {sheet.below}"
    return any(text in unicodedata.normalize("NFKC", read) for read in (around, around[::-1]))


def _row(words: Words) -> Part | None:
    return next((part for part in reversed(words.parts) if part.type == "TR"), None)


def _heading(words: Words, column_heads: set[Part]) -> Part | None:
    return next((part for part in words.parts if part.type in _HEADINGS or part in column_heads), None)


def _held(page: Any) -> dict[int, tuple[str, float]]:
    """Give the text of each marked piece of a page that holds any, and where it ends."""
    held: dict[int, list[Any]] = {}
    for char in page.chars:
        if char["mcid"] is not None:
            held.setdefault(char["mcid"], []).append(char)
    found = {mark: (_text(chars), max(char["bottom"] for char in chars)) for mark, chars in held.items()}
    return {mark: (text, bottom) for mark, (text, bottom) in found.items() if text.strip()}


def _sheet(page: Any, margins: str) -> Sheet:
    above, below = (side * _POINTS for side in _MARGINS[margins])
    floor = page.height - below
    inside = [char for char in page.chars if char["mcid"] is not None and char["text"].strip()]
    around = [char for char in page.chars if char["mcid"] is None]
    cut = [char["text"] for char in inside if char["top"] < above - _NEAR or char["bottom"] > floor + _NEAR]
    return Sheet(
        (round(page.width), round(page.height)),
        _text([char for char in around if char["bottom"] <= above]),
        _text([char for char in around if char["top"] >= floor and char["x1"] < page.width / 2]),
        _text([char for char in around if char["top"] >= floor and char["x0"] > page.width / 2]),
        len({round(char["bottom"]) for char in inside}),
        min((char["size"] for char in page.chars), default=99),
        "".join(cut),
        max((char["bottom"] for char in inside), default=0) / floor,
        max((rule["bottom"] for rule in (*page.rects, *page.lines) if _is_rule(rule)), default=0),
    )


def _is_rule(drawn: Any) -> bool:
    return bool(drawn["height"] < _RULE_HIGH and drawn["width"] > _RULE_LONG)


def _text(chars: list[Any]) -> str:
    return "".join(char["text"] for char in chars)


def _leaves(
    element: Any, parts: tuple[Part, ...], numbers: dict[Any, int], page: int
) -> Iterator[tuple[tuple[Part, ...], int, int]]:
    """Go through the structure in reading order; give each piece of content with the elements it stands in."""
    if "Pg" in element:
        page = numbers[element["Pg"].objid]
    kids = element.get("K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        number = getattr(kid, "objid", 0)
        found = resolve(kid)
        if isinstance(found, int):
            yield parts, page, found
        elif "MCID" in found:
            yield parts, numbers[found["Pg"].objid] if "Pg" in found else page, found["MCID"]
        elif "S" in found:
            yield from _leaves(found, (*parts, Part(found["S"].name, number)), numbers, page)

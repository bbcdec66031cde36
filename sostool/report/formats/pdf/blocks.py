"""Each kind of block, with what the PDF's template cannot find out by itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import ceil
from typing import Any, TypeAlias

from sostool.report.formats.column_widths import Cell, shares
from sostool.report.formats.long_words import with_breaks
from sostool.report.formats.pdf.writing import direction, without_loose_marks
from sostool.report.formats.plain import LONGEST_DATE
from sostool.report.pictures.lettering import BOLD, text_width

Plain: TypeAlias = dict[str, Any]
Draw: TypeAlias = Callable[[str, Mapping[str, object]], str]

_PICTURE = "pdf/picture.svg.j2"
# What is longer than this, in letters of 12 pt, may begin on one page and end on the next; each line counts as so many
# at least. Nothing else may: what is kept together and is higher than a page would be cut off.
_LONG = 600
_LINE = 40
_LONGEST_TAG = 160
# How broad the labels of facts are, in points: 50 mm, and 75 mm where there is a longer one.
_LABELS = 141.7
_BROADEST_LABEL = 212.6
_SPARE = 1.06
# How many letters stand in a line of one of two columns.
_IN_A_LINE_OF_TWO = 38
_SIZES = {"flip-chart": 24, "child": 16, "summary": 16}
# How broad what is written may be, in points, by the page.
_ROOM = {"a4-portrait": 493.0, "a4-landscape": 750.0, "a3-landscape": 227.0}
_IN_A_CARD = 34.0
# A small table: this many columns at the most, and rows times the size of their type in points.
_FEW_COLUMNS = 5
_FEW_ROWS = 150
# A picture is never higher than this, in points: with its caption it fits on one page.
_HIGHEST = 560.0
_HIGHEST_ON_THE_WALL = 600.0
# The network and the family stand in a list after their pictures.
_TOLD_BELOW = ("scale", "course")


class Writer:
    """Writes one document's blocks."""

    def __init__(self, source: Plain, accent: str, draw: Draw) -> None:
        """Begin.

        Args:
            source: the document as plain data, with its drawings.
            accent: the document's colour.
            draw: draws a template from values.
        """
        self._source = source
        self._direction = source["direction"]
        self._is_wall = source["page"] == "a3-landscape"
        self._room = _ROOM[source["page"]]
        self._style = f'<style>text{{font-family:"Noto Sans"}}.ring,.middle,.this{{fill:{accent}}}</style>'
        self._draw = draw
        # On the wall every column begins where it is put and flows on: nothing there is kept together.
        self._size = _SIZES.get(source["kind"], 12)
        self._long = -1.0 if self._is_wall else _LONG / (self._size / 12) ** 2
        self._writers: dict[str, Callable[[Plain], Plain]] = {
            "paragraphs": self._text,
            "prose": lambda block: block | {"lines": [self.line(line) for line in block["lines"]]},
            "facts": self._fact_rows,
            "items": self._items,
            "table": self._table,
            "own_words": self._own_words,
            "figure": self._figure,
            "panels": lambda block: block | {"panels": [self._panel(panel) for panel in block["panels"]]},
            "ticks": self._ticks,
            "note": lambda block: block | {"text": self.line(block["text"]), "long": self._is_long(block)},
            "space": dict,
            "page_break": dict,
            "group": self._group,
            "columns": self._columns,
        }

    def written(self) -> Plain:
        """Give the whole document."""
        source = self._source
        lines = {name: self.line(source[name]) for name in ("title", "subtitle", "reader_line")}
        sections = [
            section | {"heading": self.line(section["heading"]), "blocks": self._blocks(section["blocks"])}
            for section in source["sections"]
        ]
        return source | lines | {"sections": sections}

    def line(self, runs: list[Plain]) -> list[Plain]:
        """Give a line: which way each typed piece runs, and where its long words may break."""
        return [
            run | {"text": with_breaks(run["text"]), "dir": self._turned(run["text"]) if run["typed"] else ""}
            for run in runs
        ]

    def _turned(self, text: str) -> str:
        """Give the direction of a typed text where it is another than the document's."""
        found = direction(text)
        return "" if found == self._direction else found

    def _blocks(self, blocks: list[Plain]) -> list[Plain]:
        return [self._writers[block["kind"]](block) for block in blocks]

    def _text(self, written: Plain) -> Plain:
        parts = [self._part(part, written["typed"], written["lang"]) for part in written["parts"]]
        return written | {"parts": parts, "long": self._is_long(written)}

    def _part(self, part: Plain, typed: bool, lang: str) -> Plain:
        if part["kind"] == "list":
            entries = [
                {"text": with_breaks(entry), "lang": lang, "dir": self._turned(entry) if typed else ""}
                for entry in part["entries"]
            ]
            return {"kind": "list", "entries": entries}
        way = self._turned(" ".join(part["lines"])) if typed else ""
        return {"kind": "paragraph", "lines": list(map(with_breaks, part["lines"])), "lang": lang, "dir": way}

    def _facts(self, facts: list[Plain]) -> list[Plain]:
        return [{"label": with_breaks(fact["label"]), "value": self.line(fact["value"])} for fact in facts]

    def _fact_rows(self, block: Plain) -> Plain:
        """Give facts whose labels stand in a column, as broad as they need; one that is broader has its own line."""
        needed = [text_width(fact["label"], self._size) * BOLD * _SPARE for fact in block["facts"]]
        broad = max(_LABELS, *(min(each, _BROADEST_LABEL) for each in needed), 0.0)
        facts = [fact | {"broad": each > broad} for fact, each in zip(self._facts(block["facts"]), needed, strict=True)]
        return block | {"facts": facts, "broad": round(broad, 1)}

    def _items(self, block: Plain) -> Plain:
        return block | {"entries": [self._item(item) for item in block["entries"]], "half": _half(block["entries"])}

    def _item(self, item: Plain) -> Plain:
        return self._text(item) | {
            "facts": self._facts(item["facts"]),
            "marks": self._marks(item["marks"]),
            "long": self._is_long(item),
        }

    def _marks(self, marks: list[list[Plain]]) -> list[Plain]:
        return [{"runs": self.line(mark), "long": _letters(mark) > _LONGEST_TAG} for mark in marks]

    def _own_words(self, block: Plain) -> Plain:
        groups = [
            group | {"label": with_breaks(group["label"]), "words": [self._text(said) for said in group["words"]]}
            for group in block["groups"]
        ]
        return block | {
            "who": self.line(block["who"]),
            "groups": groups,
            "facts": self._facts(block["facts"]),
            "marks": self._marks(block["marks"]),
        }

    def _table(self, block: Plain) -> Plain:
        columns = [with_breaks(name) for name in block["columns"]]
        rows = [
            [cell | {"runs": self.line(cell["runs"]), "long": self._is_high(row)} for cell in row]
            for row in block["rows"]
        ]
        cells = [[Cell("".join(run["text"] for run in cell["runs"]), cell["together"]) for cell in row] for row in rows]
        return block | {
            "caption": self.line(block["caption"]),
            "columns": columns,
            "rows": rows,
            "long_head": self._is_long(columns),
            "is_small": self._is_small(columns, cells),
            "widths": shares(columns, cells, self._room - _IN_A_CARD, self._size),
        }

    def _is_small(self, columns: list[str], rows: list[list[Cell]]) -> bool:
        """Tell whether a table is kept on one page, so that no row of it is left alone on the next."""
        is_short = all(len(cell.text) <= LONGEST_DATE for row in rows for cell in row)
        return is_short and len(columns) <= _FEW_COLUMNS and len(rows) * self._size <= _FEW_ROWS

    def _is_high(self, row: list[Plain]) -> bool:
        """Tell whether a row may break: its cells are narrow, so that each is higher than its letters alone say."""
        return max((_letters(cell["runs"]) for cell in row), default=0) * len(row) > 2 * self._long

    def _figure(self, block: Plain) -> Plain:
        shape = block["narrow" if self._is_wall else "wide"]
        svg = self._draw(_PICTURE, {"picture": block["picture"], "shape": shape})
        start, _, rest = svg.strip().partition(">")
        height = self._room * shape["height"] / shape["width"]
        most = _HIGHEST_ON_THE_WALL if self._is_wall else _HIGHEST
        scales = [
            scale
            | {
                "ten": self.line(scale["ten"]),
                "zero": self.line(scale["zero"]),
                "unplaced": [self._unplaced(mark) for mark in scale["unplaced"]],
            }
            for scale in block["scale"]
        ]
        return {
            "kind": "figure",
            "anchor": block["anchor"],
            "caption": self.line(block["caption"]),
            "description": with_breaks(block["description"]),
            "told": block["description"] or _in_words(block),
            "told_below": bool(block["description"])
            and block["picture"] in _TOLD_BELOW
            and not any(scale["is_blank"] for scale in scales),
            "svg": without_loose_marks(f"{start}>{self._style}{rest}"),
            "share": min(1.0, most / height) if height else 1.0,
            "scale": scales,
            "table": [self._table(table) for table in block["table"]],
            "long": any(self._is_long(scale) for scale in block["scale"]),
        }

    def _unplaced(self, mark: Plain) -> Plain:
        written = {name: with_breaks(mark[name]) for name in ("name", "role", "note")}
        return mark | written | {"dir": self._turned(mark["name"])}

    def _panel(self, panel: Plain) -> Plain:
        return {
            "text": self.line(panel["text"]),
            "hint": self.line(panel["hint"]),
            "long": self._is_long(panel),
            "long_hint": _letters(panel["hint"]) > _LONGEST_TAG,
        }

    def _ticks(self, block: Plain) -> Plain:
        choices = [self.line(choice) for choice in block["choices"]]
        return block | {"question": self.line(block["question"]), "choices": choices}

    def _group(self, block: Plain) -> Plain:
        return block | {"heading": self.line(block["heading"]), "blocks": self._blocks(block["blocks"])}

    def _columns(self, block: Plain) -> Plain:
        columns = [self._group(column) for column in block["columns"]]
        return block | {"columns": columns, "long": any(self._is_long(column) for column in block["columns"])}

    def _is_long(self, part: object) -> bool:
        return _weight(part) > self._long


def _half(entries: list[Plain]) -> int:
    """Give how many entries stand in the first of two columns of nearly one length."""
    weights = [1 + ceil(_weight(entry) / _IN_A_LINE_OF_TWO) for entry in entries]
    return min(range(1, len(weights) + 1), key=lambda at: max(sum(weights[:at]), sum(weights[at:])), default=0)


def _in_words(figure: Plain) -> str:
    """Say what a picture is that has no words of its own, a line that nobody has marked yet: its caption, its ends."""
    lines = [figure["caption"], *(scale[end] for scale in figure["scale"] for end in ("ten", "zero"))]
    told = ["".join(run["text"] for run in line) for line in lines]
    return " – ".join(filter(None, told)) or "0–10"


def _letters(line: list[Plain]) -> int:
    return sum(len(run["text"]) for run in line)


def _weight(part: object) -> int:
    """Count what is written in a part, in letters."""
    if isinstance(part, str):
        return max(len(part), _LINE)
    if isinstance(part, dict):
        return sum(_weight(inner) for name, inner in part.items() if name in _WRITTEN)
    if isinstance(part, list):
        return sum(map(_weight, part))
    return 0


# Where texts stand in the parts of a block; all else says how to draw it.
_WRITTEN = frozenset(
    {
        "blocks", "caption", "choices", "entries", "facts", "groups", "heading", "hint", "label", "lines", "marks",
        "parts", "question", "rows", "runs", "ten", "text", "unplaced", "value", "who", "words", "zero",
    }
)  # fmt: skip

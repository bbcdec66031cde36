"""Tables of Word documents: rows under a header that every page repeats, and columns side by side."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from sostool.report.formats.column_widths import Cell, shares
from sostool.report.formats.long_words import with_breaks
from sostool.report.formats.word.looks import MAP, POINT, TABLE
from sostool.report.formats.word.paper import Paper, Where
from sostool.report.formats.word.words import PLAIN, Look, text_of
from sostool.report.formats.word.xml import Xml, on, properties, w

Plain: TypeAlias = dict[str, Any]
DrawBlocks: TypeAlias = Callable[[list[Plain], Where], list[Xml]]

# The most columns that Word knows, and the most letters of a row that is kept on one page.
MOST_COLUMNS = 63
_MOST_TOGETHER = 1200
# What stands beside a cell's text, in twentieths of a point.
_BESIDE_CELLS = 210


def table(block: Plain, told: str, paper: Paper, where: Where) -> list[Xml]:
    """Write a table.

    Args:
        block: of plain.py.
        told: what the table is called where it has no caption.
        paper: writes its paragraphs.
        where: it stands.

    Returns:
        Its caption, if it has one, the table, and a paragraph after it.
    """
    count = min(max([len(block["columns"]), *(len(row) for row in block["rows"])], default=0), MOST_COLUMNS)
    if not count:
        return []
    columns = [*block["columns"], *[""] * count][:count]
    widths = _widths(columns, block["rows"], where.width, paper.size)
    caption = text_of(block["caption"])
    before = [paper.line(block["caption"], "caption", keep_next=True)] if caption else []
    head = [
        _cell([paper.paragraph(paper.words.runs(name), "sostool Cell heading", keep_next=True)], width)
        for name, width in zip(columns, widths, strict=True)
    ]
    rows = [_row(head, header=True)]
    last = len(block["rows"])
    for number, row in enumerate(block["rows"], 1):
        # Neither the first row nor the last one is left alone on a page.
        keep_next = True if number < last and number in (1, last - 1) else None
        cells = [*(cell["runs"] for cell in row), *[[]] * count][:count]
        # The first cell of a row names it, unless most of them are whole sentences.
        bold = Look(bold=not block["says_sentences"])
        inside = [
            _cell([paper.line(pieces, "sostool Cell", look=PLAIN if at else bold, keep_next=keep_next)], width)
            for at, (pieces, width) in enumerate(zip(cells, widths, strict=True))
        ]
        letters = sum(len(text_of(pieces)) for pieces in cells)
        rows.append(_row(inside, together=letters < _MOST_TOGETHER))
    written = _table(rows, widths, paper, TABLE, caption or told, columns, first_column=not block["says_sentences"])
    return [*before, written, _after(paper)]


def columns(block: Plain, told: str, paper: Paper, where: Where, draw: DrawBlocks) -> list[Xml]:
    """Write columns side by side: their headings as a header row, and what stands under each in one cell.

    Args:
        block: of plain.py.
        told: what the table is called.
        paper: writes its paragraphs.
        where: it stands.
        draw: draws the blocks of a cell.
    """
    groups = block["columns"]
    if not groups:
        return []
    each = where.width // len(groups)
    inside = Where(each - _BESIDE_CELLS, narrow=True, run_on=block["tone"] == "map", on_a_wall=where.on_a_wall)
    heads, bodies = [], []
    for group in groups:
        heading = (
            paper.line(group["heading"], f"heading {group['level']}", keep_next=False)
            if group["heading"]
            else paper.paragraph([])
        )
        heads.append(_cell([heading], each))
        bodies.append(_cell(_ending_in_a_paragraph(draw(group["blocks"], inside), paper), each))
    # The row is as tall as its longest column: it has to break where a page ends.
    rows = [_row(heads, header=True), _row(bodies)]
    names = [text_of(group["heading"]) for group in groups]
    # On a wall nothing follows, and there is no room for an empty line.
    after = paper.paragraph([], "sostool End of pages") if where.on_a_wall else _after(paper)
    return [_table(rows, [each] * len(groups), paper, MAP, told, names), after]


def _table(
    rows: list[Xml],
    widths: list[int],
    paper: Paper,
    style: str,
    called: str,
    names: list[str],
    *,
    first_column: bool = False,
) -> Xml:
    look = properties(
        "tblPr",
        w("tblStyle", val=paper.styles.id(style)),
        w("tblW", w=sum(widths), type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblLook", val="04A0" if first_column else "0420", firstRow=1, lastRow=0, firstColumn=int(first_column),
          lastColumn=0, noHBand=0, noVBand=1),
        w("tblCaption", val=called),
        w("tblDescription", val=", ".join(filter(None, names))),
        *((on("bidiVisual"),) if paper.words.direction == "rtl" else ()),
    )  # fmt: skip
    return w("tbl", look, w("tblGrid", *(w("gridCol", w=width) for width in widths)), *rows)


def _row(cells: list[Xml], *, header: bool = False, together: bool = False) -> Xml:
    found = [on(name) for name, wanted in (("cantSplit", header or together), ("tblHeader", header)) if wanted]
    return w("tr", *((w("trPr", *found),) if found else ()), *cells)


def _cell(content: list[Xml], width: int) -> Xml:
    return w("tc", properties("tcPr", w("tcW", w=width, type="dxa")), *content)


def _ending_in_a_paragraph(content: list[Xml], paper: Paper) -> list[Xml]:
    """A cell's last part has to be a paragraph, or Word calls the document damaged."""
    if content and content[-1].startswith("<w:p>"):
        return content
    return [*content, paper.paragraph([])]


def _after(paper: Paper) -> Xml:
    """Write what keeps two tables apart: Word would make one of them."""
    return paper.paragraph([], "sostool After a table")


def _widths(names: list[str], rows: list[list[Plain]], width: int, size: int) -> list[int]:
    """Share a table's width among its columns: all of it, also where they would need less."""
    cells = [[Cell(with_breaks(text_of(cell["runs"])), cell["together"]) for cell in row] for row in rows]
    inside = width - _BESIDE_CELLS  # the last column too has room beside its text
    wanted = shares([with_breaks(name) for name in names], cells, inside / POINT, size)
    found = [int(inside * one / sum(wanted)) for one in wanted]
    found[-1] += width - sum(found)
    return found

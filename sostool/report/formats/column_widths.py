"""How broad the columns of a table on paper are: no font can be asked before it is drawn, so it is an estimate."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sostool.report.formats.long_words import longest_piece
from sostool.report.pictures.lettering import BOLD, text_width

# A column of sentences does not take all room because one of its sentences is long.
_BROADEST = 400.0
_SPARE = 1.06
_GAP = 11.4


class Cell(NamedTuple):
    """A cell's text; `together` is one that is not broken, such as a date."""

    text: str
    together: bool


def shares(columns: Sequence[str], rows: Sequence[Sequence[Cell]], room: float, size: int) -> list[float]:
    """Share a table's breadth among its columns: each has room for its longest word, and sentences get what is left.

    Args:
        columns: their heads.
        rows: their cells.
        room: how broad the table may be, in points.
        size: of the type, in points.

    Returns:
        A number for each column: its breadth in points, or in proportion to that.
    """
    wanted, least = [], []
    last = len(columns) - 1
    for at, head in enumerate(columns):
        cells = [row[at] for row in rows if at < len(row)]
        bold = BOLD if at == 0 else 1.0
        full = [text_width(cell.text, size) * bold for cell in cells]
        pieces = [text_width(cell.text if cell.together else longest_piece(cell.text), size) * bold for cell in cells]
        gap = 0.0 if at == last else _GAP
        least.append(gap + _SPARE * max([text_width(longest_piece(head), size) * BOLD, *pieces]))
        whole = min(_SPARE * max([text_width(head, size) * BOLD, *full]), _BROADEST)
        wanted.append(max(least[-1], gap + whole))
    missing = sum(wanted) - sum(least)
    if sum(wanted) <= room or missing <= 0:
        return [round(each, 1) for each in wanted]
    spare = max(room - sum(least), 0.0)
    return [round(low + (high - low) * spare / missing, 1) for low, high in zip(least, wanted, strict=True)]

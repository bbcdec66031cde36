"""How large the type of the wall map can be, so that an ordinary map fills one A3 sheet and no more."""

from __future__ import annotations

from sostool.report.blocks import (
    Block,
    Columns,
    Document,
    Fact,
    Facts,
    Group,
    Item,
    Items,
    Line,
    Note,
    Paragraphs,
)
from sostool.report.formats.typed_text import TypedParagraph, typed_parts
from sostool.report.pictures.lettering import ALLOWANCE, wrap

SIZES = (20, 18, 16, 14, 13)
SMALLEST = 12

# In points, as style.css lays out the sheet: what the columns may fill below the title, and one column's width.
_ROOM = 650
_BESIDE = 250
_SHEET_WIDTH = 1088
_COLUMN_GAP = 20

_LINE = 1.35
_AFTER_ITEM = 0.6
_AFTER_GROUP = 1.0
_AFTER_HEADING = 0.5
_INDENT = 20


def type_size(document: Document) -> int:
    """Choose the size of the type in points: the largest of `SIZES` at which every column fits, else `SMALLEST`."""
    found = [[block for block in section.blocks if isinstance(block, Columns)] for section in document.sections]
    maps = [block for blocks in found for block in blocks]
    width = _SHEET_WIDTH - (_BESIDE if not all(found) else 0)
    for size in SIZES:
        if all(_height_of_columns(block, size, width) <= _ROOM for block in maps):
            return size
    return SMALLEST


def _height_of_columns(block: Columns, size: int, width: int) -> float:
    count = max(len(block.columns), 1)
    each = (width - _COLUMN_GAP * (count - 1)) // count
    return max((_group(column, size, each) for column in block.columns), default=0.0)


def _group(group: Group, size: int, width: int) -> float:
    heading = _lines(_words(group.heading), round(size * 1.25), width) * 1.25 * _LINE + _AFTER_HEADING
    return heading * size + sum(_block(block, size, width) for block in group.blocks)


def _block(block: Block, size: int, width: int) -> float:
    match block:
        case Group():
            return _group(block, size, width) + _AFTER_GROUP * size
        case Items():
            return sum(_item(item, size, width - _INDENT) for item in block.items)
        case Paragraphs():
            return (_text(block.text, size, width) * _LINE + _AFTER_ITEM) * size
        case Facts():
            return (_facts(block.facts, size, width) * _LINE + _AFTER_ITEM) * size
        case Note():
            return (_lines(_words(block.text), size, width) + 2) * _LINE * size
        case _:
            # Nothing else stands in a map's columns; whatever it is, it needs room.
            return 10 * _LINE * size


def _item(item: Item, size: int, width: int) -> float:
    lines = _text(item.text, size, width) + _facts(item.facts, size, width) + 1.5 * len(item.marks)
    return (lines * _LINE + _AFTER_ITEM) * size


def _facts(facts: tuple[Fact, ...], size: int, width: int) -> int:
    return _lines(" · ".join(f"{fact.label}: {_words(fact.value)}" for fact in facts), size, width)


def _text(text: str, size: int, width: int) -> int:
    lines = 0
    for part in typed_parts(text):
        pieces = part.lines if isinstance(part, TypedParagraph) else part.entries
        lines += sum(_lines(piece, size, width) for piece in pieces)
    return lines


def _lines(text: str, size: int, width: int) -> int:
    # wrap() leaves room for the widest font. Here that would waste a sixth of the sheet, and a map may flow on.
    return len(wrap(text, size, round(width * ALLOWANCE)))


def _words(line: Line) -> str:
    return "".join(run.text for run in line)

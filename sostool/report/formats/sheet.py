"""How large the type can be, so that an ordinary wall map, or a summary, fills one sheet and no more."""

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
    Section,
)
from sostool.report.formats.typed_text import TypedParagraph, typed_parts
from sostool.report.pictures.lettering import ALLOWANCE, wrap

SIZES = (20, 18, 16, 14, 13)
PAGE_SIZES = (16, 15, 14, 13)
SMALLEST = 12

# In points, as style.css lays out the sheet: what the columns may fill below the title, and one column's width.
_ROOM = 650
_BESIDE = 250
_SHEET_WIDTH = 1088
_COLUMN_GAP = 20
# The same for a summary's page of A4, below its title, as paper.css lays it out.
_PAGE_ROOM = 640
_PAGE_WIDTH = 504
_PAGE_GAP = 22
_PAGE_LINE = 1.3
_PAGE_AFTER_ITEM = 0.2
_BEFORE_SECTION = 0.7
_IN_TWO_COLUMNS = "working-well"
# The section that the back of the sheet begins with.
BACK = "needs-to-happen"

_LINE = 1.35
_AFTER_ITEM = 0.6
_AFTER_GROUP = 1.0
_AFTER_HEADING = 0.5
_INDENT = 20


def type_size(document: Document) -> int:
    """Choose the size of the type in points: the largest at which all fits on one sheet, else `SMALLEST`.

    0 stands for the usual size, of documents that may have any number of pages.
    """
    if document.page == "a3-landscape":
        return _size_of_map(document)
    if not document.one_page:
        return 0
    sides = _sides(document) if has_two_sides(document) else [document.sections]
    return next((size for size in PAGE_SIZES if all(_fits(side, size) for side in sides)), SMALLEST)


def has_two_sides(document: Document) -> bool:
    """Tell whether a document that should be one page needs both sides of its sheet."""
    return document.one_page and not _fits(document.sections, SMALLEST)


def _sides(document: Document) -> list[tuple[Section, ...]]:
    """Give what stands on the front and on the back: how it is, and what needs to happen."""
    anchors = [section.anchor for section in document.sections]
    middle = anchors.index(BACK) if BACK in anchors else len(anchors)
    return [document.sections[:middle], document.sections[middle:]]


def _fits(sections: tuple[Section, ...], size: int) -> bool:
    return sum(_section(section, size) for section in sections) <= _PAGE_ROOM


def _section(section: Section, size: int) -> float:
    heading = _lines(_words(section.heading), round(size * 1.25), _PAGE_WIDTH) * 1.25 * 1.2 + 0.25
    columns = 2 if section.anchor == _IN_TWO_COLUMNS else 1
    width = (_PAGE_WIDTH - _PAGE_GAP * (columns - 1)) // columns - size
    entries = [item for block in section.blocks if isinstance(block, Items) for item in block.items]
    lines = sum(_entry_lines(item, size, width) * _PAGE_LINE + _PAGE_AFTER_ITEM for item in entries)
    # Columns are never quite of one length.
    return (_BEFORE_SECTION + heading + lines / columns + (columns - 1) * _PAGE_LINE) * size


def _entry_lines(item: Item, size: int, width: int) -> int:
    """Count the lines of an entry whose facts run on in its last line."""
    facts = "".join(f" \u00b7 {fact.label}: {_words(fact.value)}" for fact in item.facts)
    return _text(f"{item.text}{facts}", size, width) + 2 * len(item.marks)


def _size_of_map(document: Document) -> int:
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

"""The same texts stand in the same order in HTML, Markdown, Word and PDF, in every document."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import NamedTuple

import pytest
from examples.example_families import NAMES, family
from lxml import etree
from report.formats.page import Page
from report.formats.pdf.opened_pdf import Opened
from report.formats.test_escape import Shown, render_like_github

from sostool.identity.folding import folded
from sostool.report.blocks import (
    Block,
    Columns,
    Document,
    Facts,
    Figure,
    Group,
    Items,
    Line,
    Note,
    OwnWords,
    Panels,
    Paragraphs,
    Prose,
    Table,
    Ticks,
)
from sostool.report.blocks.block import Fact
from sostool.report.formats.pdf.read_back import texts_of
from sostool.report.formats.typed_text import TypedList, typed_parts
from sostool.report.making.kinds import KINDS
from sostool.report.making.maker import EVERY_FORMAT, Maker
from sostool.share.readers import Reader

_TEXT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"


class Way(NamedTuple):
    """How a format shows blocks in an order of its own."""

    heads_first: bool = False
    captions: bool = True


AS_THEY_STAND = Way()


def way_of(format_: str, document: Document) -> Way:
    # Word's columns are a table, whose heads all stand in its first row; on a PDF's wall map every line counts, and the
    # heading above a picture says what its caption says.
    is_wall = document.page == "a3-landscape"
    return Way(heads_first=format_ == "docx", captions=not (format_ == "pdf" and is_wall))


def _line(line: Line) -> str:
    return "".join(run.text for run in line)


def _typed(text: str) -> Iterator[str]:
    for part in typed_parts(text):
        yield from part.entries if isinstance(part, TypedList) else part.lines


def _facts(facts: tuple[Fact, ...]) -> Iterator[str]:
    for fact in facts:
        yield from (fact.label, _line(fact.value))


def _table(table: Table) -> Iterator[str]:
    yield _line(table.caption)
    yield from table.columns
    for row in table.rows:
        yield from map(_line, row)


def written(block: Block, *, way: Way) -> Iterator[str]:  # noqa: C901, PLR0912 - one case for each kind of block
    """Give the texts of a block in the order in which they are read."""
    match block:
        case Paragraphs():
            yield from _typed(block.text)
        case Prose():
            yield from map(_line, block.lines)
        case Facts():
            yield from _facts(block.facts)
        case Items():
            for item in block.items:
                yield from (*_typed(item.text), *_facts(item.facts), *map(_line, item.marks))
        case Table():
            yield from _table(block)
        case OwnWords():
            yield from (_line(block.who), *map(_line, block.marks))
            for group in block.groups:
                yield from (group.label, *(line for words in group.words for line in _typed(words)))
            yield from _facts(block.facts)
        case Figure():
            yield _line(block.caption) if way.captions else ""
            yield from _table(block.table) if block.table else ()
        case Panels():
            yield from (_line(panel.text) for panel in block.panels)
        case Ticks():
            yield from (_line(block.question), *map(_line, block.choices))
        case Note():
            yield _line(block.text)
        case Group():
            yield from (_line(block.heading), *_all(block.blocks, way=way))
        case Columns() if way.heads_first:
            yield from (_line(column.heading) for column in block.columns)
            for column in block.columns:
                yield from _all(column.blocks, way=way)
        case Columns():
            yield from _all(block.columns, way=way)
        case _:
            pass


def _all(blocks: Iterable[Block], *, way: Way) -> Iterator[str]:
    for block in blocks:
        yield from written(block, way=way)


def tight(text: str) -> str:
    """Leave the letters and digits: signs and white space are each format's own."""
    return "".join(sign for sign in folded(text) if sign.isalnum())


def _html(data: bytes) -> str:
    return Page(data).named("main")[0].text


def _markdown(data: bytes) -> str:
    return Shown(render_like_github(data.decode())).text


def _word(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        tree = etree.fromstring(package.read("word/document.xml"))
    return "".join(element.text or "" for element in tree.iter(_TEXT))


def _pdf(data: bytes) -> str:
    return next(texts_of(data)).text


SHOWN: dict[str, Callable[[bytes], str]] = {"html": _html, "md": _markdown, "docx": _word, "pdf": _pdf}


def first_missing(document: Document, shown: str, *, way: Way = AS_THEY_STAND) -> str:
    """Give the first text of a document that does not stand after the one before it; "" if all do."""
    at = 0
    for section in document.sections:
        texts = [_line(section.heading), *_all(section.blocks, way=way)]
        for text in texts:
            wanted = tight(text)
            found = shown.find(wanted, at)
            if found < 0:
                return text
            at = found + len(wanted)
    return ""


def assert_same_order(name: str, kind: str, reader: Reader) -> None:
    one = family(name)
    document = Maker(one.read, one.workshop).document(KINDS[kind], reader)
    for format_, made in zip(EVERY_FORMAT, one.make(kind, reader, EVERY_FORMAT), strict=True):
        way = way_of(format_, document)
        missing = first_missing(document, tight(SHOWN[format_](made.data)), way=way)
        if missing and format_ == "pdf":
            # What goes on on the next page side by side is drawn page by page, and read column by column.
            missing = first_missing(document, tight(Opened(made.data).read_aloud()), way=way)
        assert missing == "", f"{format_} of {made.file_name}"


def test_every_format_is_looked_at() -> None:
    assert set(SHOWN) == set(EVERY_FORMAT)


@pytest.mark.parametrize("kind", KINDS)
def test_one_copy_of_each_document_says_the_same_in_every_format(kind: str) -> None:
    found = [
        (name, reader) for name in ("mia-and-noah-review", "early-help") for reader in family(name).readers(kind)[:1]
    ]
    assert found
    for name, reader in found:
        assert_same_order(name, kind, reader)


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", NAMES)
def test_every_copy_of_every_document_says_the_same_in_every_format(name: str, kind: str) -> None:
    same = partial(assert_same_order, name, kind)
    for reader in family(name).readers(kind):
        same(reader)


def test_what_stands_in_another_order_is_found() -> None:
    one = family("mia-and-noah")
    reader = one.readers("report")[0]
    document = Maker(one.read, one.workshop).document(KINDS["report"], reader)
    shown = tight(_html(one.make("report", reader, ("html",))[0].data))
    assert first_missing(document, shown) == ""
    headings = [tight(_line(section.heading)) for section in document.sections]
    half = shown.index(headings[3])
    assert first_missing(document, shown[half:] + shown[:half]) != ""

"""What a document says, it says in Word too, in the same order, each text once where it belongs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from report.formats.copies import workshop
from report.formats.test_escape import without_space
from report.formats.word.opened import Opened
from report.proof.made import EXAMPLES, example, read_plain

from sostool.report.blocks import Document
from sostool.report.formats.plain import plain
from sostool.report.making.kinds import KINDS
from sostool.report.making.maker import Maker, Refused
from sostool.report.making.workshop import Workshop
from sostool.share.readers import find_reader

Plain = dict[str, Any]
_UNSEEN = str.maketrans("", "", "\u200e\u200f")


def said(document: Document) -> Iterator[str]:
    """Give what a document says below its head, in its order."""
    for section in plain(document, drawn=False)["sections"]:
        yield _line(section["heading"])
        for block in section["blocks"]:
            yield from _said(block)


def _line(pieces: list[Plain]) -> str:
    return "".join(piece["text"] for piece in pieces)


def _written(text: Plain) -> Iterator[str]:
    for part in text["parts"]:
        yield from part["entries"] if part["kind"] == "list" else part["lines"]


def _facts(facts: list[Plain]) -> Iterator[str]:
    for fact in facts:
        yield fact["label"]
        yield _line(fact["value"])


def _said(block: Plain) -> Iterator[str]:  # noqa: C901, PLR0912 - one case for each kind of block
    match block["kind"]:
        case "paragraphs":
            yield from _written(block)
        case "prose":
            yield from map(_line, block["lines"])
        case "facts":
            yield from _facts(block["facts"])
        case "items":
            for item in block["entries"]:
                yield from _written(item)
                yield from _facts(item["facts"])
                yield from map(_line, item["marks"])
        case "table":
            yield _line(block["caption"])
            yield from block["columns"]
            yield from (_line(cell["runs"]) for row in block["rows"] for cell in row)
        case "own_words":
            yield _line(block["who"])
            yield from map(_line, block["marks"])
            for group in block["groups"]:
                yield group["label"]
                for words in group["words"]:
                    yield from _written(words)
            yield from _facts(block["facts"])
        case "figure":
            yield _line(block["caption"])
            for scale in block["scale"]:
                yield from (_line(scale[end]) for end in ("ten", "zero"))
                yield from (mark["name"] for mark in scale["unplaced"])
            for table in block["table"]:
                yield from _said(table)
        case "panels":
            yield from (_line(panel[name]) for panel in block["panels"] for name in ("hint", "text"))
        case "ticks":
            yield _line(block["question"])
            yield from map(_line, block["choices"])
        case "note":
            yield _line(block["text"])
        case "group":
            yield _line(block["heading"])
            for one in block["blocks"]:
                yield from _said(one)
        case "columns":
            # Side by side: the headings stand in a row of their own.
            yield from (_line(group["heading"]) for group in block["columns"])
            for group in block["columns"]:
                for one in group["blocks"]:
                    yield from _said(one)


def assert_says_the_same(name: str, who: str, language: str = "") -> int:
    read = read_plain(example(name))
    assert read.case is not None
    by = Workshop(workshop(read.case.profile or "england").profile, language=language)
    maker = Maker(read, by)
    reader = find_reader(maker.case, by.profile, who)
    count = 0
    for kind in KINDS.values():
        try:
            document = maker.document(kind, reader)
        except Refused:
            continue
        opened = Opened(by.draw(document, "docx"))
        shown = without_space(opened.text.translate(_UNSEEN))
        at = 0
        for text in said(document):
            wanted = without_space(text)
            found = shown.find(wanted, at)
            assert found >= 0, f"{kind.name}: {text} stands nowhere after {shown[max(at - 60, 0) : at]}"
            at = found + len(wanted)
            count += bool(wanted)
        for line in (document.title, document.subtitle, document.reader_line, *document.footer):
            assert without_space("".join(run.text for run in line)) in shown
        framed = "".join(opened.framing("hdr") + opened.framing("ftr"))
        for text in (document.reference, document.reader_code, document.fingerprint, *document.stamps):
            assert text in framed
    return count


@pytest.mark.parametrize(("name", "who"), [("mia-and-noah-review", "chair"), ("unborn-baby", "practitioners")])
def test_some_documents_say_the_same_in_the_same_order(name: str, who: str) -> None:
    assert assert_says_the_same(name, who) > 500


@pytest.mark.slow
@pytest.mark.parametrize("name", [file.stem for file in EXAMPLES])
def test_every_document_says_the_same_in_the_same_order(name: str) -> None:
    for who in ("chair", "practitioners", "room", *example(name)["people"]):
        assert_says_the_same(name, who)


@pytest.mark.parametrize("language", ["cy", "pl", "ar"])
def test_other_languages_say_the_same_in_the_same_order(language: str) -> None:
    assert assert_says_the_same("mia-and-noah", "lisa", language) > 100

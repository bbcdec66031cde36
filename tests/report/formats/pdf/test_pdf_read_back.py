"""Whatever stands in a PDF can be searched, and what cannot be read is not handed out."""

from __future__ import annotations

import contextlib
import dataclasses
import re
import unicodedata
import zlib
from collections import Counter
from collections.abc import Iterable

import pytest
from browser.sample_document import REPORT
from examples.example_families import family
from hypothesis import given, settings
from hypothesis import strategies as st
from report.formats.pdf.opened_pdf import Opened
from report.formats.pdf.test_pdf_hostile import AS_TYPED, LONG_NAME, every_block

from sostool.identity.folded_text import FoldedText
from sostool.identity.folding import folded
from sostool.identity.listed_words import holds_any
from sostool.identity.runs import common_runs, parts_of, runs
from sostool.report.blocks import (
    Block,
    Document,
    Fact,
    Facts,
    FamilyPicture,
    Figure,
    Friend,
    Group,
    Item,
    Items,
    NetworkPicture,
    Note,
    Paragraphs,
    Relative,
    Ring,
    Run,
    ScalePicture,
    Section,
    Table,
    own,
    typed,
)
from sostool.report.formats.pdf import pdf
from sostool.report.formats.pdf.objects import UnknownPdfError, strings_in
from sostool.report.formats.pdf.objects import parts_of as parts_of_file
from sostool.report.formats.pdf.read_back import texts_of
from sostool.report.formats.read_back import texts_in
from sostool.report.making.kinds import KINDS
from sostool.report.templating.templates import Templates

TEMPLATES = Templates()
WORDS = ("Fern Court",)
SAID = "I hid on the stairs because Dad was shouting at Mum and Noah was crying."
RUNS = runs(SAID)


def document(*blocks: Block, **changes: object) -> Document:
    return dataclasses.replace(REPORT, sections=(Section("one", own("One"), blocks),), **changes)  # type: ignore[arg-type]


def holds(made: Document, words: Iterable[str] = WORDS) -> bool:
    return any(holds_any(text, words) for text in texts_in("pdf", pdf(made, TEMPLATES)))


PLACES: dict[str, Document] = {
    "text": document(Paragraphs("They live at Fern Court.")),
    "text in capitals": document(Paragraphs("FERN COURT")),
    "letters with accents": document(Paragraphs("Férn Ćourt")),
    "a title": document(title=typed("At Fern Court")),
    "a heading, which the outline and the structure repeat": document(Group(typed("Fern Court"), ())),
    "what frames each page": document(reference="Fern Court"),
    "a stamp": document(stamps=("Fern Court",)),
    "a fact": document(Facts((Fact("Where", typed("Fern Court")),))),
    "a label and its value": document(Facts((Fact("Fern", typed("Court")),))),
    "two cells": document(Table((), ("a", "b"), ((typed("Fern"), typed("Court")),))),
    "the head of a table": document(Table((), ("Fern Court", "b"), ((typed("x"), typed("y")),))),
    "two pieces of a line": document(Note((Run("Fe"), Run("rn", typed=True), Run(" Cou", strong=True), Run("rt")))),
    "a tag": document(Items((Item("x", (), (typed("Fern Court"),)),))),
    "two lines": document(Paragraphs("Fern\nCourt")),
    "the end of a line": document(Paragraphs("word " * 13 + "Fern Court " * 4)),
    "the end of a page": document(Paragraphs("\n".join(["Fern"] + ["Court", "Fern"] * 40))),
    "a narrow column": document(Table((), ("a",) * 8, ((*[typed("some words")] * 7, typed("Fern Court")),))),
    "the words for a picture": document(Figure((), ScalePicture((), (), ()), "They live at Fern Court.")),
    "a picture": document(Figure((), NetworkPicture(("Mia",), (Ring("knows", (Friend("Fern Court"),)),)), "x")),
    "two lines of a picture": document(
        Figure((), FamilyPicture((Relative("Mia Fern Court of the Long Name", "x", 2),), ((0,),), ()), "x")
    ),
    "an address": document(Group((Run("x", link="p3/Fern Court.html"),), ())),
    "an address in percent signs": document(Group((Run("x", link="p3/%46ern%20Court.html"),), ())),
    "a language's other way": document(Paragraphs("Fern Court"), direction="rtl", language="ar"),
}


@pytest.mark.parametrize("place", PLACES)
def test_words_are_found_wherever_they_stand(place: str) -> None:
    assert holds(PLACES[place])


def test_words_that_do_not_stand_there_are_not_found() -> None:
    assert not holds(document(Paragraphs("Fern House, Court Road"), Group(typed("Ferns in court"), ())))


@pytest.mark.parametrize("text", ["شارع النيل الأزرق", "רחוב הרצל", "شارع 12 النيل"])
@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_words_that_run_from_right_to_left_are_found(text: str, direction: str) -> None:
    made = document(Paragraphs(f"قال {text} أمس"), Note(typed(text)), direction=direction)
    assert holds(made, (text,))
    assert not holds(made, (text[::-1],))


def test_a_very_long_word_is_found_although_it_is_broken() -> None:
    made = document(Paragraphs(LONG_NAME), Table((), ("a",) * 6, ((*[own("x")] * 5, typed(LONG_NAME)),)))
    assert holds(made, (LONG_NAME,))


@pytest.mark.parametrize("kind", ["report", "flip-chart", "child"])
def test_a_run_of_words_is_found_over_the_ends_of_lines_and_pages(kind: str) -> None:
    for lines in (0, 5, 23, 24, 25, 26, 27, 28, 29, 30):
        made = document(Paragraphs("\n".join(["x"] * lines)), Paragraphs(SAID, tone="statement"), kind=kind)
        texts = texts_in("pdf", pdf(made, TEMPLATES))
        assert any(common_runs(text, RUNS, parts_of(RUNS)) for text in texts), lines
        other = document(Paragraphs(SAID.replace("because", "then").replace("Mum", "Nan")), kind=kind)
        assert not any(common_runs(text, RUNS, parts_of(RUNS)) for text in texts_in("pdf", pdf(other, TEMPLATES)))


def letters(text: str) -> Counter[str]:
    return Counter(sign for sign in folded(text) if sign.isalnum())


def read_letters(data: bytes) -> Counter[str]:
    shown, framing, *_ = texts_of(data)
    return letters(shown.text + framing.text)


@pytest.mark.parametrize("kind", KINDS)
def test_all_that_another_program_reads_is_read(kind: str) -> None:
    for name in ("mia-and-noah-review", "early-help"):
        for reader in family(name).readers(kind)[:1]:
            data = family(name).make(kind, reader, ("pdf",))[0].data
            opened = Opened(data)
            assert read_letters(data) == letters(opened.text)
            every = "\n".join(text.text for text in texts_of(data))
            for string in opened.strings():
                assert re.sub(r"\W", "", folded(string)) in re.sub(r"\W", "", every)


@pytest.mark.parametrize("text", [*AS_TYPED, LONG_NAME, "مرحبا بك", "a-\u00adb", "é\u0301"])
def test_all_of_a_hostile_text_is_read(text: str) -> None:
    data = pdf(document(*every_block(text)), TEMPLATES)
    read = next(texts_of(data)).text
    words = [word for word in FoldedText.of(text).words if word.isascii()]
    assert all(word in FoldedText(read).letters or word in read for word in words)
    if text.isascii():
        assert read_letters(data) == letters(Opened(data).text)


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(codec="ascii", categories=["L", "N", "P", "S", "Zs"]), max_size=60))
def test_a_string_is_read_however_it_is_written(text: str) -> None:
    data = pdf(document(Group(typed(f"x{text}"), ()), title=typed(f"y{text}")), TEMPLATES)
    found = [string for part in parts_of_file(data).values() for string in strings_in(part.head)]
    titles = Opened(data).outline()
    assert all(title in found for title in titles)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_file_that_is_damaged_is_refused_or_read_and_never_goes_on_for_ever(source: st.DataObject) -> None:
    data = bytearray(SAMPLE)
    for _ in range(source.draw(st.integers(1, 5))):
        at = source.draw(st.integers(0, len(data) - 1))
        data[at : at + source.draw(st.integers(0, 3))] = source.draw(st.binary(max_size=3))
    with contextlib.suppress(UnknownPdfError, KeyError, ValueError, IndexError):
        assert list(texts_of(bytes(data)))


SAMPLE = pdf(REPORT, TEMPLATES)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"%PDF-1.7\n",
        SAMPLE[:-20],
        SAMPLE[:5000],
        SAMPLE.replace(b"xref", b"xxxx"),
        b"x" + SAMPLE,
        SAMPLE + b"\n%more",
    ],
    ids=["nothing", "a beginning", "no end", "half", "no table", "moved", "more"],
)
def test_a_file_that_is_not_as_the_compiler_writes_it_is_refused(data: bytes) -> None:
    with pytest.raises(UnknownPdfError):
        list(texts_of(data))


def _with_contents(change: bytes, by: bytes) -> bytes:
    """Change what a page draws, and pack it again."""
    start = SAMPLE.index(b"stream\n", SAMPLE.index(b"/Filter/FlateDecode"))
    for found in re.finditer(rb"<</Length (\d+)/Filter/FlateDecode>>\nstream\n", SAMPLE):
        length = int(found[1])
        drawn = zlib.decompress(SAMPLE[found.end() : found.end() + length])
        if change in drawn:
            packed = zlib.compress(drawn.replace(change, by, 1), 9)
            assert len(packed) <= length + start
            new = b"<</Length %d/Filter/FlateDecode>>\nstream\n%b\nendstream\nendobj\n" % (len(packed), packed)
            old = SAMPLE[found.start() : SAMPLE.index(b"endobj\n", found.end()) + len(b"endobj\n")]
            return _moved(SAMPLE, old, new)
    raise AssertionError("nothing to change")


def _moved(data: bytes, old: bytes, new: bytes) -> bytes:
    """Put other bytes into a file and set its table of places right."""
    at, by = data.index(old), len(new) - len(old)
    body = data.replace(old, new, 1)
    table = int(re.search(rb"startxref\s+(\d+)", data)[1])  # type: ignore[index]
    head, entries = body[: table + by], body[table + by :]

    def place(found: re.Match[bytes]) -> bytes:
        number = int(found[1])
        return b"%010d %b n" % (number + by if number > at else number, found[2])

    entries = re.sub(rb"(\d{10}) (\d{5}) n", place, entries)
    return head + re.sub(rb"startxref\s+\d+", b"startxref\n%d" % (table + by), entries)


def test_a_file_that_was_changed_with_care_is_still_read() -> None:
    assert list(texts_of(_with_contents(b"BT", b" BT")))


@pytest.mark.parametrize(
    ("change", "by"),
    [
        (b"]TJ", b"] 0 0 TJ"),
        (b"/f0", b"/unknown"),
        (b"(\\000\\001", b"(\\377\\376"),
        (b"(\\000\\001", b"(\\000\\001\\000"),
        (b"BDC", b"BDC EMC EMC"),
        (b"]TJ", b"]TJ (x) '"),
    ],
)
def test_text_that_is_drawn_in_a_way_that_nobody_knows_is_refused(change: bytes, by: bytes) -> None:
    with pytest.raises(UnknownPdfError):
        list(texts_of(_with_contents(change, by)))


def test_every_letter_of_the_alphabets_we_ship_is_read_as_it_was_typed() -> None:
    signs = [chr(code) for code in range(0x21, 0x24F) if unicodedata.category(chr(code))[0] in "LNP"]
    text = " ".join("".join(signs[at : at + 20]) for at in range(0, len(signs), 20))
    data = pdf(document(Paragraphs(f"a {text}")), TEMPLATES)
    assert not letters(text) - read_letters(data)

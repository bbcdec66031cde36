"""Whatever somebody types comes out as typed, all of it on the page, or one clear line says what cannot be shown."""

from __future__ import annotations

import dataclasses
import random

import pytest
from browser.sample_document import REPORT
from hypothesis import given, settings
from hypothesis import strategies as st
from report.formats.pdf.opened_pdf import Opened, faults

from sostool.report.blocks import (
    Block,
    Columns,
    Fact,
    Facts,
    Figure,
    Group,
    Item,
    Items,
    Line,
    Mark,
    Note,
    OwnWords,
    PageBreak,
    Panel,
    Panels,
    Paragraphs,
    Prose,
    ScalePicture,
    Section,
    Space,
    Table,
    Ticks,
    WordsGroup,
    own,
    typed,
)
from sostool.report.formats.not_drawn import NotDrawn
from sostool.report.formats.pdf import pdf
from sostool.report.formats.typed_text import clean
from sostool.report.templating.templates import Templates

TEMPLATES = Templates()
LONG_NAME = "Wolfeschlegelsteinhausen" * 13
LONG_TEXT = " ".join(f"word{number}" for number in range(2000))
MANY_LINES = "\n".join(f"line {number}" for number in range(150))
# No font anywhere has a picture of this one: it is set aside for private use.
NOWHERE = "\U0010fffd"

AS_TYPED = (
    '#import "@preview/cetz:0.4.0": *',
    '#let x = read("case.yaml")',
    "=cmd|' /C calc'!A0",
    "= No heading",
    "$x^2$ *b* _i_ `c` <label> @ref // no comment /* none */",
    "a - -- --- ... ~ \\ \\u{41} #{1}",
    "\"quoted\" 'quoted' https://a.example/?x=1&y=2",
    "</text><script>alert(1)</script>&amp;&#65;",
    "(an open bracket ) another ( \\( \\) \\\\ \\101",
    "BT /F1 12 Tf (x) Tj ET EMC endstream endobj",
    "AVAVA fi fl ffi Tº ½ ⅓ … – — ‘’ “” €",
    "mzungu ŵ ŷ ą ę ł ż ş ğ ı ß ñ",
)


def drawn(*blocks: Block, **changes: object) -> Opened:
    document = dataclasses.replace(REPORT, sections=(Section("one", own("One"), blocks),), **changes)  # type: ignore[arg-type]
    return Opened(pdf(document, TEMPLATES))


def tight(text: str) -> str:
    """Leave out white space, what has no width, and what a line's end adds: pdfium puts all of them where it likes."""
    return "".join(text.split()).translate(dict.fromkeys(map(ord, "\u200b\u00ad\ufffe\u2060\u0002")))


@pytest.mark.parametrize("text", AS_TYPED)
def test_text_that_means_something_to_a_program_is_shown_as_typed(text: str) -> None:
    made = drawn(Paragraphs(text), Items((Item(text),)), Facts((Fact("Label", typed(text)),)), Group(typed(text), ()))
    assert tight(made.text).count(tight(text)) == 4
    assert made.outline()[-1].replace("\u200b", "") == text


def test_signs_that_the_shipped_fonts_have_not_are_shown_by_the_compilers_own() -> None:
    made = drawn(Paragraphs("→ ← ✓ ☐ ▲ ● ≤ ∑"))
    assert tight("→←✓☐▲●≤∑") in tight(made.text)


def every_block(text: str) -> list[Block]:
    """Put a text into every place that a block has for one."""
    line: Line = typed(text)
    fact = Fact("Label", line)
    scale = ScalePicture(line, line, (Mark(text, text, 4, 3, text), Mark(text, "", None, note=text)))
    table = Table(line, ("Who", "What"), ((line, line), (line, own("4"))))
    return [
        Paragraphs(text),
        Paragraphs(text, tone="statement"),
        Prose((line, line), "numbers"),
        Facts((fact, Fact(text, line))),
        Facts((fact,), "quiet"),
        Items((Item(text, (fact, fact), (line, line)),)),
        table,
        OwnWords(line, (WordsGroup(text, (text, text)),), (fact,), (line,)),
        Figure(line, scale, text, table),
        Panels((Panel(line, line), Panel(line))),
        Ticks(line, (line, line)),
        Note(line),
        Note(line, "careful"),
        Group(line, (Paragraphs(text),), "goal"),
        Columns((Group(line, (Items((Item(text, (fact,), (line,)),)),)), Group(own("B"), (Space(2),)))),
        Columns((Group(line, (Paragraphs(text),)), Group(own("B"), (Space(2),))), "houses"),
    ]


@pytest.mark.parametrize("kind", ["report", pytest.param("flip-chart", marks=pytest.mark.slow), "child"])
@pytest.mark.parametrize(
    "text",
    [LONG_NAME, pytest.param(LONG_TEXT, marks=pytest.mark.slow), LONG_TEXT[:3000], MANY_LINES],
    ids=["long name", "2000 words", "some hundred words", "many lines"],
)
def test_nothing_is_cut_off_however_long_it_is(text: str, kind: str) -> None:
    made = drawn(*every_block(text), kind=kind)
    assert made.letters_outside() == []
    shown = tight(made.text)
    assert shown.count(tight(text.splitlines()[-1].split()[-1])) > 30


@pytest.mark.parametrize(
    "name",
    ["Ad\u00e9b\u1ecd\u0300w\u00e1l\u00e9", "b\u0301", "\u0645\u064f\u062d\u0645\u064e\u0651\u062f", "Nguy\u1ec5n"],
)
def test_a_name_with_accents_of_its_own_is_whole_in_words_and_readable_in_a_picture(name: str) -> None:
    made = drawn(*every_block(name))
    assert made.outline().count(name) > 3
    assert any(name in part.alt for part in made.of("Figure"))


def test_a_row_that_is_longer_than_a_page_goes_on_on_the_next() -> None:
    made = drawn(Table(own("c"), ("Who", "What"), ((typed("Lisa"), typed(LONG_TEXT)), (typed("Dean"), own("4")))))
    assert made.letters_outside() == []
    assert "word1999" in tight(made.text)
    assert len(made.file.pages) > 3


def test_pictures_of_very_many_people_stay_on_their_page() -> None:
    marks = tuple(Mark(f"Person {number} {LONG_NAME[:40]}", "role", number % 10) for number in range(60))
    made = drawn(Figure(own("c"), ScalePicture(typed("a"), typed("b"), marks), "told"))
    assert made.letters_outside() == []


def test_blocks_that_hold_nothing_leave_a_page_that_can_be_read() -> None:
    nothing: list[Block] = [
        Paragraphs(""), Prose(()), Facts(()), Items(()), OwnWords((), ()), Panels(()), Ticks((), ()), Space(0), PageBreak(),
        PageBreak(), Group((), ()), Columns(()), Note(()), Table((), ("a", "b"), ()), Items((Item(""),)), Space(60),
    ]  # fmt: skip
    made = drawn(*nothing)
    assert faults(made.data) == []
    assert made.letters_outside() == []


@pytest.mark.parametrize("text", ["a\x00b\x07c\x1bd", "a\ud800b", "a\ufeffb\u202ec", "a\u2028b"])
def test_what_is_no_text_is_left_out_as_in_every_format(text: str) -> None:
    made = drawn(Paragraphs(text), Items((Item(text, (Fact(text, typed(text)),)),)))
    assert made.text.count("a") >= 3
    assert not [sign for sign in made.text if sign in "\x00\x07\x1b\u202e\ud800"]


@pytest.mark.parametrize("place", range(len(every_block("x"))))
def test_a_character_that_no_font_has_is_told_and_nothing_else_of_the_text(place: int) -> None:
    block = every_block(f"Mia said {NOWHERE} then")[place]
    with pytest.raises(NotDrawn) as told:
        drawn(block)
    assert "none of its fonts can show a character" in str(told.value)
    assert "--format html" in str(told.value)
    assert "Mia" not in f"{told.value}{told.value.detail}"
    assert told.value.detail == f"It is this one: {NOWHERE} (U+10FFFD)"


ALPHABET = st.sampled_from(
    [*"abAZ09 .,:;!?()[]{}<>/\\|#$%&*_-+=~^'\"`@\n\t", "é", "ß", "\u0301", "م", "ش", "ש", "—", "\u200d", "\u00ad", "- "]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(ALPHABET, max_size=60).map("".join))
def test_any_text_in_any_block_makes_a_page_with_all_of_it(text: str) -> None:
    blocks = every_block(text)
    made = drawn(*random.Random(text).sample(blocks, 3), Paragraphs(f"before {text} after"))
    assert made.letters_outside() == []
    letters = sorted(letter for letter in clean(text) if letter.isascii() and letter.isalnum())
    shown = made.text
    assert all(shown.count(letter) >= letters.count(letter) for letter in set(letters))


@settings(max_examples=15, deadline=None)
@given(st.text(max_size=40))
def test_any_text_at_all_makes_a_page_or_is_told(text: str) -> None:
    try:
        made = drawn(Paragraphs(text), Items((Item(text, (Fact("x", typed(text)),)),)))
    except NotDrawn as told:
        reason = str(told)
        made = None
    if made is None:
        assert "none of its fonts" in reason
    else:
        assert made.letters_outside() == []

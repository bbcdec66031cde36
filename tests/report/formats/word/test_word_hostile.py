"""Any text in Word: shown as typed, and nothing more than shown."""

from __future__ import annotations

import functools
from dataclasses import replace

import pytest
from browser.sample_document import REPORT
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from report.formats.word.opened import Opened, W, faults, shape
from report.making.hostile import HOSTILE, LISTED, SEVERAL_LINES
from report.making.made_of_every_key import OF_EACH_KIND, Key, bare, marker, read_with, workshop

from sostool.case.read import ReadCase
from sostool.report.blocks import (
    Block,
    Columns,
    Document,
    Fact,
    Facts,
    Figure,
    Group,
    Item,
    Items,
    Mark,
    Note,
    OwnWords,
    Panel,
    Panels,
    Paragraphs,
    ScalePicture,
    Section,
    Table,
    Ticks,
    WordsGroup,
    typed,
)
from sostool.report.formats.typed_text import on_one_line
from sostool.report.formats.word import word
from sostool.report.making.kinds import KINDS
from sostool.report.making.maker import Maker
from sostool.report.templating.templates import Templates
from sostool.share.readers import find_reader

TEMPLATES = Templates()
FIELD_CODES = (
    'HYPERLINK "http://evil.example"',
    "{ INCLUDEPICTURE \\d http://evil.example/x.png }",
    'DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"',
    "=cmd|' /C calc'!A0",
    "<w:instrText>PAGE</w:instrText>",
    "</w:t></w:r></w:p><w:p><w:r><w:t>mine",
    "<w:sectPr/>",
    '" w:rsidR="0',
    "&#xE000; &#0; &amp;amp; ]]>",
)
# What the case file's reader refuses; a document keeps to it whoever made its blocks.
NEVER = ("a\x00b", "a\x08b\x1f", "a\ud800b", "\udfff", "a\ufffeb\uffff", "a\x0bb\x0c", "\u202ea\u202d", "a\x85b\u2028c")


def every_block(text: str) -> tuple[Block, ...]:
    """Give every kind of block with a text in each of its places."""
    line = typed(text)
    facts = (Fact(text, line),)
    table = Table(line, (text, text), ((line, line), (line, line)))
    picture = ScalePicture(line, line, (Mark(text, text, 4, 3), Mark(text, text, None, None, text)))
    return (
        Paragraphs(text),
        Paragraphs(text, tone="statement"),
        Facts(facts),
        Facts(facts, "quiet"),
        Items((Item(text, facts, (line,)), Item(text))),
        table,
        OwnWords(line, (WordsGroup(text, (text,)),), facts, (line,)),
        Figure(line, picture, text, table),
        Panels((Panel(line, line),)),
        Ticks(line, (line,)),
        Note(line),
        Note(line, "careful"),
        Group(line, (Paragraphs(text),), "goal", text),
        Columns((Group(line, (Items((Item(text, facts, (line,)),)),)), Group(line, ()))),
    )


def document_of(text: str) -> Document:
    line = typed(text)
    return replace(
        REPORT, title=line, subtitle=line, reference=text, reader_code=text, reader_line=line, fingerprint=text,
        stamps=(text,), authority=text, footer=(line,), sections=(Section(text, line, every_block(text)),),
    )  # fmt: skip


@functools.cache
def plain_shape() -> list[str]:
    return shape(word(document_of("x"), TEMPLATES))


def assert_shown(text: str) -> bytes:
    """Find a text as typed wherever it was put, in a document that has the same parts as with any other text."""
    data = word(document_of(text), TEMPLATES)
    opened = Opened(data)
    wanted = on_one_line(text)
    if wanted:
        said = opened.text.replace("\u200e", "").replace("\u200f", "")
        assert bare(said).count(bare(wanted)) >= 30
    assert list(opened.document.iter(f"{W}instrText")) == []
    assert not [one for one in opened.relations() if one.get("TargetMode")]
    return data


@pytest.mark.parametrize("text", [*FIELD_CODES, *HOSTILE[::7], *HOSTILE[-20:]])
def test_a_hostile_text_is_shown_as_typed(text: str) -> None:
    assert shape(assert_shown(text)) == plain_shape()


@pytest.mark.slow
@pytest.mark.parametrize("text", HOSTILE)
def test_every_hostile_text_is_shown_as_typed(text: str) -> None:
    assert shape(assert_shown(text)) == plain_shape()


@pytest.mark.parametrize("text", [*NEVER, *LISTED, *SEVERAL_LINES[::5]])
def test_lines_lists_and_what_is_no_text_do_not_damage_a_document(text: str) -> None:
    assert_shown(text.replace("- ", "").replace("\n", " ") if text not in NEVER else text)
    assert Opened(word(document_of(text), TEMPLATES)).text


@pytest.mark.parametrize("text", [*HOSTILE[::40], *FIELD_CODES[4:6], NEVER[2], "very " * 2000, ""])
def test_a_document_of_hostile_text_keeps_to_the_standard(text: str) -> None:
    assert faults(word(document_of(text), TEMPLATES)) == []


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(st.characters(), max_size=60))
def test_any_text_makes_a_document_that_can_be_read(text: str) -> None:
    assert_shown(text.replace("\n", " ").replace("- ", ""))


# --- a whole case file of them -----------------------------------------------------------------------------------


def _word(read: ReadCase, key: Key) -> bytes:
    who, kind = key
    maker = Maker(read, workshop())
    reader = find_reader(maker.case, workshop().profile, who) if who else None
    # The same text stands in what is held back and in what is not, which `Maker.make` would refuse.
    return workshop().draw(maker.document(KINDS[kind], reader), "docx")


@functools.cache
def _case(turn: int) -> ReadCase:
    return read_with(lambda _, number: f"{HOSTILE[(number + turn) % len(HOSTILE)]} {marker(number)}")[0]


@functools.cache
def _plain(key: Key) -> list[str]:
    return shape(_word(read_with(lambda _, number: marker(number))[0], key))


@pytest.mark.parametrize("key", OF_EACH_KIND[::2])
def test_some_kinds_of_document_of_hostile_texts_has_the_parts_that_any_other_has(key: Key) -> None:
    assert shape(_word(_case(0), key)) == _plain(key)


@pytest.mark.slow
@pytest.mark.parametrize("turn", range(40, len(HOSTILE), 40))
@pytest.mark.parametrize("key", OF_EACH_KIND)
def test_every_hostile_text_in_every_kind_of_document(key: Key, turn: int) -> None:
    data = _word(_case(turn), key)
    assert shape(data) == _plain(key)
    assert faults(data) == []

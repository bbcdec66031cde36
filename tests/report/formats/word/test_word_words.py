"""Runs: each in its language, and each stretch in the direction that it is read in."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from browser.sample_document import REPORT
from hypothesis import given
from hypothesis import strategies as st
from report.formats.word.opened import Opened, W, shown

from sostool.report.blocks import Document, Fact, Facts, Item, Items, Paragraphs, Section, own, typed
from sostool.report.formats.word import word
from sostool.report.formats.word.words import Words, language_of, stretches
from sostool.report.templating.templates import Templates

TEMPLATES = Templates()


@pytest.mark.parametrize(
    ("words", "direction", "pieces"),
    [
        ("", "ltr", []),
        ("", "rtl", []),
        ("Mia said no.", "ltr", [("Mia said no.", False)]),
        ("Hello سلام، 12 world", "ltr", [("Hello ", False), ("سلام", True), ("، 12 world", False)]),
        ("قالت Mia: 12 مارس.", "rtl", [("قالت ", True), ("Mia: 12", False), (" مارس.", True)]),
        ("5 ", "rtl", [("5 ", True)]),
        ("abc", "rtl", [("abc", False)]),
        ("שלום! (x)", "ltr", [("שלום", True), ("! (x)", False)]),
    ],
)
def test_a_text_is_cut_where_its_direction_turns(words: str, direction: str, pieces: list[tuple[str, bool]]) -> None:
    assert stretches(words, direction) == pieces


@given(st.text(st.characters(exclude_categories=["Cs"])), st.sampled_from(["ltr", "rtl"]))
def test_nothing_is_lost_where_a_text_is_cut(words: str, direction: str) -> None:
    pieces = stretches(words, direction)
    assert "".join(piece for piece, _ in pieces) == words
    assert all(piece for piece, _ in pieces)
    assert all(before != after for (_, before), (_, after) in pairwise(pieces))


@pytest.mark.parametrize(
    ("words", "direction"), [("سلام Mia", "rtl"), ("Mia سلام", "ltr"), ("12 (", "rtl"), ("  سلام", "rtl"), ("", "rtl")]
)
def test_a_typed_paragraph_is_read_as_its_first_letter_is(words: str, direction: str) -> None:
    assert Words("ar", "rtl").direction_of(words) == direction


def test_languages_are_named_as_word_names_them() -> None:
    assert [language_of(code) for code in ("en", "cy", "pl", "ar", "ur", "so")] == [
        "en-GB", "cy-GB", "pl-PL", "ar-SA", "ur-PK", "so",
    ]  # fmt: skip


def opened_in(language: str, direction: str, text_language: str) -> Opened:
    document: Document = replace(REPORT, language=language, direction=direction, text_language=text_language)  # type: ignore[arg-type]
    return Opened(word(document, TEMPLATES))


def _default(opened: Opened) -> dict[str, str]:
    (language,) = opened.trees["word/styles.xml"].iter(f"{W}lang")
    return {str(key).rpartition("}")[2]: str(value) for key, value in language.attrib.items()}


def test_the_language_of_the_document_is_that_of_our_words_and_typed_text_says_its_own() -> None:
    opened = opened_in("cy", "ltr", "en")
    assert _default(opened)["val"] == "cy-GB"
    assert opened.trees["docProps/core.xml"][-1].text == "cy-GB"
    spoken = {shown(run) for run in opened.document.iter(f"{W}r") if run.find(f"{W}rPr/{W}lang") is not None}
    assert "Police came to the flat on 21 February. Lisa had a cut lip." in spoken
    assert "What are we worried about?" not in spoken
    assert {one.get(f"{W}val") for one in opened.document.iter(f"{W}lang")} == {"en-GB"}


def test_where_both_are_the_same_no_run_says_it_again() -> None:
    assert list(opened_in("en", "ltr", "en").document.iter(f"{W}lang")) == []


def test_a_document_from_right_to_left_is_so_in_all_its_parts() -> None:
    opened = opened_in("ar", "rtl", "en")
    assert _default(opened)["bidi"] == "ar-SA"
    assert all(table.find(f"{W}bidiVisual") is not None for table in opened.document.iter(f"{W}tblPr"))
    assert all(section.find(f"{W}bidi") is not None for section in opened.document.iter(f"{W}sectPr"))
    sides = {one.text: one.element.find(f"{W}pPr/{W}bidi") is not None for one in opened.paragraphs if one.text}
    # Our own words here are English still, but they stand where Arabic would; what is typed follows its letters.
    assert sides["What are we worried about?"]
    assert not sides["Dean could hurt Lisa again."]


def test_bars_stand_where_lines_begin() -> None:
    for direction, side in (("ltr", "left"), ("rtl", "right")):
        styles = opened_in("ar", direction, "en").trees["word/styles.xml"]
        bar = styles.find(f"{W}style[@{W}styleId='sostoolStatement']/{W}pPr/{W}pBdr")
        assert bar is not None
        assert [str(one.tag).rpartition("}")[2] for one in bar] == [side]


def test_what_is_read_the_other_way_keeps_its_full_stop() -> None:
    blocks = (Facts((Fact("لماذا", typed("So that everyone can speak freely.")),)), Paragraphs("Hello. سلام."))
    document: Document = replace(REPORT, language="ar", direction="rtl", sections=(Section("a", own("a"), blocks),))
    opened = Opened(word(document, TEMPLATES))
    (fact,) = opened.in_style("sostool Fact")
    # A mark that is not seen holds the stop to the letters before it.
    assert fact.endswith("So that everyone can speak freely.\u200e")
    assert "Hello. سلام." in opened.text


def test_an_entry_typed_in_arabic_is_read_from_right_to_left() -> None:
    document = replace(
        REPORT, sections=(Section("a", own("a"), (Items((Item("قالت ميا: لا."), Item("Mia said no."))),)),)
    )
    opened = Opened(word(document, TEMPLATES))
    sides = [one.element.find(f"{W}pPr/{W}bidi") is not None for one in opened.paragraphs if one.style == "List Bullet"]
    assert sides == [True, False]

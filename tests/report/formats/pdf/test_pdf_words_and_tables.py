"""What the PDF's template cannot find out by itself: directions, breaks in long words, columns, what is kept together."""

from __future__ import annotations

import unicodedata

import pytest
from browser.sample_document import REPORT
from hypothesis import given
from hypothesis import strategies as st

from sostool.report.formats.column_widths import Cell, shares
from sostool.report.formats.long_words import longest_piece, with_breaks
from sostool.report.formats.pdf.values import values
from sostool.report.formats.pdf.writing import direction
from sostool.report.templating.templates import Templates


@pytest.mark.parametrize(
    ("text", "found"),
    [("Mia", "ltr"), ("12 – Mia", "ltr"), ("مرحبا", "rtl"), ("(1) שלום Mia", "rtl"), ("12 – 13", ""), ("", "")],
)
def test_a_text_runs_as_its_first_letter_does(text: str, found: str) -> None:
    assert direction(text) == found


@given(st.text(max_size=200))
def test_breaks_change_nothing_but_where_a_line_may_end(text: str) -> None:
    broken = with_breaks(text)
    assert broken.replace("\u200b", "") == text.replace("\u200b", "")
    for before, after in zip(broken.split("\u200b"), broken.split("\u200b")[1:], strict=False):
        if "\u200b" not in text and before and after:
            assert unicodedata.category(after[0]) not in ("Mn", "Me", "Mc")


def test_only_words_that_fit_no_line_are_broken() -> None:
    assert with_breaks("antidisestablishmentarianism is long enough") == ("antidisestablishmentarianism is long enough")
    assert longest_piece(with_breaks("A" * 300)) == "A" * 8
    assert longest_piece("a bcd ef") == "bcd"


def test_columns_share_the_breadth_by_what_they_hold() -> None:
    sentence = Cell(
        "What somebody said about it, in a sentence that goes on for a while and then for another.", together=False
    )
    date = Cell("17 March 2026", together=True)
    broad, narrow = shares(("What", "When"), [[sentence, date], [sentence, date]], 400, 12)
    assert broad > 2 * narrow
    assert narrow > 70
    assert broad + narrow <= 401
    short = shares(("A", "B"), [[Cell("x", together=False), Cell("y", together=False)]], 400, 12)
    assert sum(short) < 100


def test_columns_that_need_more_than_there_is_get_what_their_longest_words_need() -> None:
    long = Cell("antidisestablishmentarianism", together=False)
    assert len(set(shares(("a", "b"), [[long, long]], 50, 12))) <= 2
    assert min(shares(("a",) * 9, [[long] * 9], 100, 12)) > 100


def test_a_document_is_told_to_the_template_as_plain_data() -> None:
    found = values(REPORT, Templates())
    assert found["document_title"] == "Report for the meeting: Mia and Noah · EX-0042"
    assert found["filed"] == "EX-0042 · practitioners"
    assert (found["lang"], found["region"], found["logo"], found["contents"]) == ("en", None, None, False)


@pytest.mark.parametrize(
    ("language", "lang", "region", "second"),
    [
        ("en-GB", "en", "GB", "Noto Sans Arabic"),
        ("ur", "ur", None, "Noto Nastaliq Urdu"),
        ("zh-Hant", "zh", None, "Noto Sans Arabic"),
    ],
)
def test_a_language_says_which_letters_come_first(language: str, lang: str, region: str | None, second: str) -> None:
    import dataclasses  # noqa: PLC0415

    found = values(dataclasses.replace(REPORT, language=language), Templates())
    assert (found["lang"], found["region"], found["fonts"][1]) == (lang, region, second)

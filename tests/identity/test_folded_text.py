"""A text that is searched many times gives its letters alone and its words, with markup in them or without."""

from __future__ import annotations

import pytest

from sostool.identity.folded_text import APOSTROPHE, MARKUP, FoldedText


@pytest.mark.parametrize("text", ["At Fern-Court, (flat 2)", "AT FÉRN COURT “flat” 2", "at fern court ـ flat 2"])
def test_the_letters_alone_hold_the_words_whatever_stands_between_them(text: str) -> None:
    assert "ferncourt" in FoldedText.of(text).letters
    assert FoldedText.of(text).letters.endswith("flat2")


@pytest.mark.parametrize("apostrophe", ["'", "’", APOSTROPHE, ""])
@pytest.mark.parametrize("other", ["", " ø", " ー"])
def test_words_are_the_same_with_and_without_an_apostrophe(apostrophe: str, other: str) -> None:
    assert FoldedText.of(f"Don{apostrophe}t tell{other}").words[:2] == ["dont", "tell"]


@pytest.mark.parametrize("other", ["", " ー"])
def test_markup_stands_between_words_and_inside_them(other: str) -> None:
    text = FoldedText.of(f"He w{MARKUP}ent{MARKUP}{MARKUP} {MARKUP}home{other}")
    assert text.words[:4] == ["he", "w", "ent", "home"]
    assert text.words_across_markup[:3] == ["he", "went", "home"]
    assert FoldedText.of("He went").words_across_markup == []

"""Protected words are found whatever their spelling, and not where they are only part of another word."""

from __future__ import annotations

import pytest

from sostool.identity.listed_words import holds_any


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They moved to Fern Court in May.", "Fern Court"),
        ("FERN  COURT", "Fern Court"),
        ("fern-court", "Fern Court"),
        ("Ferncourt flat 2", "Fern Court"),
        ("at 12 Alder Walk.", "12 Alder Walk"),
        ("the café Zoë runs", "Cafe Zoe"),
        ("postcode AB1 2CD", "AB12CD"),
        ("postcode ab12cd", "AB1 2CD"),
        ("ring 07700 900123", "07700900123"),
        ("ring +44 7700 900123", "07700 900123"),
        ("ring 0044 7700 900 123 now", "07700 900123"),
        ("ring +44 (0)7700 900123", "07700 900123"),
        ("St Mary's school", "St Mary's"),
        ("Ash's house", "Ash"),
    ],
)
def test_protected_words_are_found(text: str, words: str) -> None:
    assert holds_any(text, [words])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("She does the washing.", "Ash"),
        ("The court met.", "Fern Court"),
        ("on 07 March 2026", "07700 900123"),
        ("nothing here", ""),
        ("nothing here", "..."),
    ],
)
def test_other_words_are_left_alone(text: str, words: str) -> None:
    assert not holds_any(text, [words])

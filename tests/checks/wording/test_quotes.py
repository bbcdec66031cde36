from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sostool.checks.wording.quotes import without_quotes


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Mia says “I hide”.", "Mia says         ."),
        ('Mia says "I hide".', "Mia says         ."),
        ("Mia says ‘I don’t know’ to Lisa’s mum.", "Mia says                to Lisa’s mum."),
        ("Mia’s mum and Dean’s dad", "Mia’s mum and Dean’s dad"),
        ("«Nie» powiedziała", "      powiedziała"),
        ("an “open one", "an “open one"),
        ("5' 4\"", "5' 4\""),
    ],
)
def test_quoted_words_are_blanked_out(text: str, left: str) -> None:
    assert without_quotes(text) == left


@given(st.text())
def test_everything_stays_at_its_place(text: str) -> None:
    left = without_quotes(text)
    assert len(left) == len(text)
    assert all(here in (there, " ") for here, there in zip(left, text, strict=True))

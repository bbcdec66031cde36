from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sostool.report.pictures.lettering import ALLOWANCE, text_width, word_width, wrap


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 100, ()),
        ("   ", 100, ()),
        ("Mia", 100, ("Mia",)),
        ("Mia and Noah", 60, ("Mia and", "Noah")),
        ("Mia  and\nNoah", 1000, ("Mia and Noah",)),
        ("Abcdefghijklmnop", 60, ("Abcdefg", "hijklmno", "p")),
        ("a", 1, ("a",)),
    ],
)
def test_text_is_broken_between_words_and_long_words_within(text: str, width: int, lines: tuple[str, ...]) -> None:
    assert wrap(text, 12, width) == lines


@pytest.mark.parametrize(
    ("text", "arial"),
    # Measured with Liberation Sans, which has Arial's widths, at 1000 units.
    [
        ("Grandad Ray", 5948),
        ("social worker", 5835),
        ("Mia and Noah's mum", 9417),
        ("Will hurt or frighten Lisa again", 13229),
    ],
)
def test_the_estimate_is_near_what_a_common_font_takes(text: str, arial: int) -> None:
    assert text_width(text, 1000) == pytest.approx(arial, rel=0.04)


def test_marks_above_letters_take_no_room_and_broad_scripts_more() -> None:
    assert text_width("e\u0301", 10) == text_width("e", 10)
    assert text_width("日", 10) > text_width("M", 10)
    assert text_width("👶🏽\ufe0f", 10) == text_width("👶", 10) > text_width("日", 10)
    assert text_width("﷽", 10) > text_width("Bismi", 10)


def test_the_longest_word_says_how_broad_a_label_must_be() -> None:
    assert word_width("Great-Auntie Vi", 10) == text_width("Great-Auntie", 10) * ALLOWANCE
    assert word_width(" ", 10) == 0


def letters_with_room(line: str) -> int:
    return sum(text_width(letter, 10) > 0 for letter in line)


@settings(deadline=None)
@given(st.text(max_size=80), st.integers(10, 30), st.integers(40, 400))
def test_lines_fit_and_no_letter_is_lost(text: str, size: int, width: int) -> None:
    lines = wrap(text, size, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(text_width(line, size) * ALLOWANCE <= width + 1e-6 or letters_with_room(line) == 1 for line in lines)

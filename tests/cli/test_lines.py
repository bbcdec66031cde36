"""Lines for a terminal, however wide it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sostool.cli.lines import how_many, width, wrapped


@pytest.mark.parametrize(("columns", "letters"), [("10", 40), ("40", 40), ("72", 72), ("100", 100), ("300", 100)])
def test_lines_are_as_wide_as_the_terminal_but_easy_to_read(
    monkeypatch: pytest.MonkeyPatch, columns: str, letters: int
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert width() == letters


def test_a_text_is_broken_between_words_under_its_own_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    text = "The report is with each parent three working days before the meeting."
    assert wrapped(text, "! ", "  ") == [
        "! The report is with each parent three",
        "  working days before the meeting.",
    ]
    assert wrapped(text, "- ") == [
        "- The report is with each parent three",
        "- working days before the meeting.",
    ]


@given(st.lists(st.text("abc-é", min_size=1, max_size=60), max_size=30))
def test_no_word_is_lost_or_cut(words: list[str]) -> None:
    lines = wrapped(" ".join(words), "  ")
    assert " ".join(lines).split() == words
    assert all(len(line) <= width() or len(line.split()) == 1 for line in lines)


@pytest.mark.parametrize(("number", "said"), [(0, "0 days"), (1, "1 day"), (2, "2 days"), (21, "21 days")])
def test_one_or_many(number: int, said: str) -> None:
    assert how_many(number, "day") == said

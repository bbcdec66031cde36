"""How hard a text is to read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sostool.checks.language.readability import (
    Counts,
    counts,
    counts_at_most,
    long_sentences,
    may_hold_longer_sentence,
    reading_age,
)


@pytest.mark.parametrize(
    ("texts", "counted"),
    [
        (["Mia is six. She can read!"], Counts(18, 6, 2)),
        (["Mia is six", "She can read"], Counts(18, 6, 2)),
        (["Who? Mr. Cole and Dr. Ade."], Counts(17, 6, 2)),
        (["Noah cried..."], Counts(9, 2, 1)),
        ([], Counts(0, 0, 0)),
        ([" "], Counts(0, 0, 0)),
    ],
)
def test_letters_words_and_sentences_are_counted(texts: list[str], counted: Counts) -> None:
    assert counts(texts) == counted


def test_a_reading_age_comes_from_the_counts() -> None:
    # 4.71 x 4 + 0.5 x 10 - 21.43 = 2.41: the second school year, at seven.
    assert reading_age(Counts(40, 10, 1)) == 7
    assert reading_age(Counts(0, 0, 0)) == 0


def test_longer_words_and_longer_sentences_need_a_higher_age() -> None:
    easy = reading_age(counts(["Mia sleeps. Dean reads to her. Ray comes for tea."]))
    hard = reading_age(counts(["Paternal involvement substantially improves bedtime arrangements."]))
    assert easy < 9
    assert hard > 16


@pytest.mark.parametrize(
    ("text", "is_long"),
    [
        ("one two three four five six", True),
        ("one two three four five", False),
        ("one two three. four five six", False),
        ("one two\nthree four\nfive six", True),
        ("- one two three\n- four five six", False),
        ("Mr. One and Mr. Two and three", True),
        ("one two three? four five six! seven", False),
    ],
)
def test_a_sentence_is_long_from_one_word_more_than_the_limit(text: str, is_long: bool) -> None:
    assert bool(long_sentences(text, 5)) == is_long
    assert may_hold_longer_sentence(text, 5) >= is_long


WORDS = st.lists(st.sampled_from(["Mia", "can", "read.", "Who?", "é", "mother’s", "- 7"]), min_size=1).map(" ".join)


@given(st.lists(WORDS, min_size=1, max_size=4))
def test_a_quick_count_never_makes_a_text_seem_easier(texts: list[str]) -> None:
    assert reading_age(counts_at_most(texts)) >= reading_age(counts(texts))

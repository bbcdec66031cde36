"""Word lists: an entry is found where it stands, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sostool.profile.phrases import Phrases, Saying, words_in


def phrases(*says: str) -> Phrases:
    return Phrases({say.lower(): Saying(say) for say in says})


def found(say: str, text: str) -> list[str]:
    return [text[said.start : said.end] for said in phrases(say).in_(text)]


@pytest.mark.parametrize(
    ("say", "text", "stands"),
    [
        ("abscond", "He will abscond.", "abscond"),
        ("abscond", "He absconded.", ""),
        ("no longer", "He no\n   longer shouts", "no\n   longer"),
        ("No Longer", "he no longer shouts", "no longer"),
        ("won't", "He won’t go", "won’t"),
        ("won’t", "He won't go", "won't"),
        ("LA", "the LA says", "LA"),
        ("LA", "la la la", ""),
        ("exposed … to", "she exposed Mia and Noah to harm", "exposed Mia and Noah to"),
        ("exposed … to", "she exposed to", "exposed to"),
        ("exposed … to", "she was exposed. Mia went to bed", ""),
        ("exposed … to", "exposed one two three four five six to", ""),
        ("non-compliant", "is non-compliant", "non-compliant"),
        ("dysgu", "mae'n dysgu'n dda", "dysgu"),
        ("کودک", "این کودک است", "کودک"),
        ("é", "é", "é"),
    ],
)
def test_an_entry_is_found_as_it_is_written(say: str, text: str, stands: str) -> None:
    assert found(say, text) == ([stands] if stands else [])


def test_the_longest_entry_wins_and_each_is_told_once() -> None:
    both = phrases("no", "no longer")
    assert [said.saying.say for said in both.in_("no longer, no longer, no, no")] == ["no longer", "no"]


def test_no_entries_are_in_nothing() -> None:
    assert list(Phrases().in_("text")) == []
    assert not Phrases().near(words_in("text"))


words = st.text(st.sampled_from("abé’'… -LAک1."), max_size=12)


@given(st.lists(words, max_size=4), words)
def test_looking_only_where_a_word_stands_finds_the_same(says: list[str], text: str) -> None:
    every = phrases(*(say for say in says if say.strip("… ")))
    assert [*every.near(words_in(text)).in_(text)] == [*every.in_(text)]


@given(st.lists(words, max_size=4), st.text())
def test_any_entry_in_any_text(says: list[str], text: str) -> None:
    for said in phrases(*(say for say in says if say.strip())).in_(text):
        assert 0 <= said.start <= said.end <= len(text)

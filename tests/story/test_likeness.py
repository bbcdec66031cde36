"""Items are known again by their words after somebody has reworded them, and strangers are not taken for them."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

import pytest
import yaml
from builders import family, put, read
from hypothesis import given
from hypothesis import strategies as st

from sostool.story import likeness
from sostool.story.likeness import LEAST, alike
from sostool.story.said import words_of
from sostool.story.same import pairs

REWORDED: dict[str, dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "reworded.yaml").read_text(encoding="utf-8")
)
WELL = "map.working_well.strengths"
_words = st.lists(st.sampled_from("ray dean rings priya mia reads a book on sundays park jo never".split()), max_size=9)


def strengths(sentences: list[str]):  # type: ignore[no-untyped-def]
    case = read(put(family(), WELL, sentences)).case
    assert case is not None
    return case


@pytest.mark.parametrize("name", REWORDED)
def test_reworded_items_are_known_again_and_others_are_not(name: str) -> None:
    same, gone, new = (REWORDED[name][key] for key in ("same", "earlier alone", "later alone"))
    earlier = [before for before, _ in same] + gone
    later = new + [after for _, after in reversed(same)]
    found = pairs(strengths(earlier), strengths(later))
    told = {(one.earlier.what, one.later.what) for one in found.same_of(WELL)}  # type: ignore[attr-defined]
    assert told == {tuple(one) for one in same}
    assert [one.what for one in found.gone_of(WELL)] == gone  # type: ignore[attr-defined]
    assert [one.what for one in found.new_of(WELL)] == new  # type: ignore[attr-defined]


def test_the_very_same_words_are_wholly_alike() -> None:
    assert [one.likeness for one in alike([words_of("Ray rings Priya")], [words_of("ray RINGS priya.")])] == [1000]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("No", "No"),
        ("No", "Yes"),
        ("No money", "No home"),
        ("Dean stopped drinking", "Dean stopped smoking"),
        ("Ray rings Priya", "Ray rings Jo"),
        ("Missed school", "Missed the appointment"),
        ("Dean reads", "On Sundays Dean takes both children to the park and Ray reads the paper"),
    ],
)
def test_a_word_or_two_in_common_say_too_little(before: str, after: str) -> None:
    assert list(alike([words_of(before)], [words_of(after)])) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Money tight", "Money is tight."),
        ("Lisa drinks", "Lisa is drinking"),
        ("Good attendance", "Attendance is good"),
        ("Dean stopped drinking", "Dean has stopped drinking"),
        ("Fetch the lock", "The lock fetched"),
    ],
)
def test_a_short_sentence_is_known_again_where_all_its_words_are(before: str, after: str) -> None:
    assert [one.likeness > LEAST for one in alike([words_of(before)], [words_of(after)])] == [True]


def test_a_rare_word_weighs_more_than_one_that_stands_everywhere() -> None:
    earlier = [("dean", "and", "ray", one) for one in ("garden", "kitchen", "garage", "harbour")]
    later = [("dean", "and", "ray", "garden")]
    found = sorted(alike(earlier, later), key=lambda one: -one.likeness)
    assert found[0].earlier == 0
    assert all(one.likeness < found[0].likeness for one in found[1:])


@given(st.lists(_words, max_size=6), st.lists(_words, max_size=6))
def test_it_is_the_same_from_both_sides_and_never_more_than_whole(
    first: list[list[str]], second: list[list[str]]
) -> None:
    forth = {(one.earlier, one.later): one.likeness for one in alike(first, second)}
    back = {(one.later, one.earlier): one.likeness for one in alike(second, first)}
    assert forth == back
    assert all(LEAST <= one <= 1000 for one in forth.values())


def test_only_so_many_pairs_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [("ray", "rings", "priya", "every", "friday", f"{number}th") for number in range(40)]
    everything = list(alike(texts, texts))
    assert len(everything) == 40 * 40
    monkeypatch.setattr(likeness, "_MOST_COMPARED", 100)
    assert {(one.earlier, one.later) for one in alike(texts, texts)} == {(number, number) for number in range(40)}


def test_steps_grow_no_faster_than_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at = itertools.count()

    def counting(of: int) -> int:
        next(looked_at)
        return 1000 // of

    monkeypatch.setattr(likeness, "_weight", counting)
    for count in (2_000, 4_000):
        texts = [tuple(f"w{number % 50} common {number}".split()) for number in range(count)]
        assert len(list(alike(texts, texts))) <= 50_000

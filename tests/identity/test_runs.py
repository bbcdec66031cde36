"""Eight words in a row that two texts have in common are found, however they are set."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sostool.identity.folded_text import MARKUP, FoldedText
from sostool.identity.runs import common_runs, parts_of, runs

SAID = "I hid on the stairs because Dad was shouting at Mum."


@pytest.mark.parametrize(
    "text",
    [
        SAID,
        "i hid on the stairs because dad was",
        "She told us: “I HID, on the\nstairs - because Dad was shouting”.",
        "It says: hid on the stairs because Dad was shouting again",
    ],
)
def test_eight_words_in_a_row_are_found(text: str) -> None:
    assert runs(SAID) & runs(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "I hid on the stairs because Dad",
        "I hid on the stairs, and because Dad was shouting I cried",
    ],
)
def test_fewer_are_no_run(text: str) -> None:
    assert not runs(SAID) & runs(text)


def test_a_text_has_a_run_at_each_of_its_words_but_the_last_seven() -> None:
    assert len(runs("a b c d e f g h i j")) == 3


@given(
    st.lists(st.sampled_from("a b c d e'f".split()), max_size=40),
    st.lists(st.sampled_from("a b c d e'f x".split()), max_size=60),
)
def test_a_quick_look_finds_the_same_runs_as_a_slow_one(held: list[str], said: list[str]) -> None:
    wanted = runs(" ".join(held))
    assert common_runs(FoldedText.of(" ".join(said)), wanted, parts_of(wanted)) == wanted & runs(" ".join(said))


@pytest.mark.parametrize("before", range(6))
def test_a_run_is_found_wherever_it_begins_and_with_markup_in_it(before: int) -> None:
    wanted = runs(SAID)
    said = f"{'then ' * before}I hid{MARKUP} on the st{MARKUP}airs because Dad was shouting at Mum, she said."
    assert common_runs(FoldedText.of(said), wanted, parts_of(wanted)) == wanted
    assert not common_runs(FoldedText.of(said.replace("Dad", "he")), wanted, parts_of(wanted))

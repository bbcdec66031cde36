"""Eight words in a row that two texts have in common are found, however they are set."""

from __future__ import annotations

import pytest

from sostool.identity.runs import runs

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

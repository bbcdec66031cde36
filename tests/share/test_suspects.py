"""What could be caught is found wherever in a text the eight words stand, and nothing is where seven do."""

from __future__ import annotations

import pytest
from builders import Data, family, put, read

from sostool.share.all_texts import AllTexts
from sostool.share.suspects import suspects

WORDS = "Lisa rings Jo at that shop on the corner when she sees him come up our street late".split()
STRENGTHS = "map.working_well.strengths"


def groups(case: Data) -> list[set[str]]:
    found = read(case).case
    assert found is not None
    return [{text.text for text in group.texts} for group in suspects(found, AllTexts(found)).alike]


def two(one: str, other: str, **marks: object) -> Data:
    return put(family(), STRENGTHS, [{"what": one, **marks}, {"what": other}])


@pytest.mark.parametrize("start", range(len(WORDS) - 7))
def test_eight_words_in_a_row_are_found_wherever_they_stand(start: int) -> None:
    held, open_ = " ".join(WORDS), "So " + ", ".join(WORDS[start : start + 8]).upper() + " and more."
    assert groups(two(held, open_, withhold={"from": ["dean"]})) == [{held, open_}]


@pytest.mark.parametrize("start", range(len(WORDS) - 6))
def test_seven_words_in_a_row_are_none(start: int) -> None:
    open_ = "So " + " ".join(WORDS[start : start + 7]) + " and more."
    assert groups(two(" ".join(WORDS), open_, withhold={"from": ["dean"]})) == []


def test_texts_that_nobody_holds_back_may_say_the_same() -> None:
    assert groups(two(" ".join(WORDS), " ".join(WORDS))) == []


def test_the_same_reason_in_two_marks_is_for_the_chair_in_both() -> None:
    mark = {"from": ["dean"], "why": " ".join(WORDS)}
    assert (
        groups(put(family(), STRENGTHS, [{"what": "One.", "withhold": mark}, {"what": "Two.", "withhold": mark}])) == []
    )


def test_words_that_run_from_one_text_into_the_next_are_no_run() -> None:
    halves = [" ".join(WORDS[:4]), " ".join(WORDS[4:8])]
    items: list[Data] = [
        {"what": " ".join(WORDS), "withhold": {"from": ["dean"]}},
        *({"what": half} for half in halves),
    ]
    assert groups(put(family(), STRENGTHS, items)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Jo lives at ferncourt.", ["Jo lives at ferncourt."]), ("Jo lives at Fern Hill.", []), ("dean", [])],
)
def test_protected_words_are_found_in_texts_that_are_not_the_chairs(text: str, expected: list[str]) -> None:
    case = put(family(), STRENGTHS, [{"what": text}])
    put(case, "protected", [{"words": ["Fern Court"], "from": ["dean"], "why": "It is Fern Court."}])
    found = read(case).case
    assert found is not None
    assert [one.text for _, texts in suspects(found, AllTexts(found)).protected for one in texts] == expected

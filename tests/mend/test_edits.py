"""Edits by position: whatever lies outside them stays, and two rounds of them can be done as one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sostool.mend.edits import Edit, OverlapError, chained, edited, in_order


@st.composite
def edits_of(draw: st.DrawFn, text: str) -> list[Edit]:
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    pairs = list(zip(cuts[::2], cuts[1::2], strict=False))
    edits = [
        Edit(start, draw(st.sampled_from([start, end])), draw(st.text("xyz\n", max_size=3))) for start, end in pairs
    ]
    return draw(st.permutations(edits))


@st.composite
def two_rounds(draw: st.DrawFn) -> tuple[str, list[Edit], list[Edit]]:
    text = draw(st.text("ab\n", max_size=20))
    first = draw(edits_of(text))
    return text, first, draw(edits_of(edited(text, first)))


def test_edits_are_put_in_wherever_they_stand_in_their_list() -> None:
    assert edited("one two three", [Edit(8, 13, "four"), Edit(0, 0, "> "), Edit(4, 7, "")]) == "> one  four"


def test_without_edits_a_text_stays() -> None:
    assert edited("a\r\nb", []) == "a\r\nb"


@pytest.mark.parametrize(
    "edits",
    [[Edit(0, 2, "x"), Edit(1, 3, "y")], [Edit(1, 1, "x"), Edit(1, 1, "y")], [Edit(1, 1, "x"), Edit(1, 2, "y")]],
    ids=["overlapping", "both put in at one place", "one put in where the other starts"],
)
def test_edits_that_meet_are_refused(edits: list[Edit]) -> None:
    with pytest.raises(OverlapError):
        in_order(edits)


def test_edits_that_only_touch_are_not() -> None:
    assert edited("abcd", [Edit(0, 2, "x"), Edit(2, 3, "y")]) == "xyd"


def test_a_second_round_inside_what_the_first_put_in_becomes_one_edit() -> None:
    assert chained("a LAC: b", [Edit(2, 2, "'"), Edit(8, 8, "'")], [Edit(3, 6, "child (LAC)")]) == (
        Edit(2, 5, "'child (LAC)"),
        Edit(8, 8, "'"),
    )


@given(two_rounds())
def test_chained_edits_do_what_both_rounds_do(rounds: tuple[str, list[Edit], list[Edit]]) -> None:
    text, first, second = rounds
    assert edited(text, chained(text, first, second)) == edited(edited(text, first), second)


@given(st.text("ab\n", max_size=30).flatmap(lambda text: st.tuples(st.just(text), edits_of(text))))
def test_everything_outside_the_edits_stays(example: tuple[str, list[Edit]]) -> None:
    text, edits = example
    rest = edited(text, [edit._replace(new="") for edit in edits])
    after, at, kept = edited(text, edits), 0, []
    grown = 0
    for edit in in_order(edits):
        start = edit.start + grown
        kept.append(after[at:start])
        at = start + len(edit.new)
        grown += len(edit.new) - (edit.end - edit.start)
    assert "".join([*kept, after[at:]]) == rest

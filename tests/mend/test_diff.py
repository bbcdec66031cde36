"""The lines that change, as a person sees them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sostool.mend.diff import ChangedLines, changed_lines
from sostool.mend.edits import Edit, edited


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_changed_line_is_shown_before_and_after(end: str) -> None:
    text = f"a{end}b{end}c"
    at = text.index("b")
    assert list(changed_lines(text, [Edit(at, at + 1, "x")])) == [ChangedLines(2, ("b",), ("x",))]


def test_a_new_line_is_shown_with_the_one_it_stands_before() -> None:
    assert list(changed_lines("- s: x\n", [Edit(2, 2, "id: d\n  ")])) == [
        ChangedLines(1, ("- s: x",), ("- id: d", "  s: x"))
    ]


def test_edits_of_one_line_and_of_lines_that_one_edit_goes_over_stand_together() -> None:
    text = "a b\nc d\ne\n"
    assert list(changed_lines(text, [Edit(0, 1, "x"), Edit(2, 5, "y"), Edit(6, 7, "z")])) == [
        ChangedLines(1, ("a b", "c d"), ("x y z",))
    ]


def test_lines_apart_stand_apart_and_the_last_line_needs_no_end() -> None:
    assert list(changed_lines("a\nb\nc", [Edit(0, 1, "x"), Edit(4, 5, "z")])) == [
        ChangedLines(1, ("a",), ("x",)),
        ChangedLines(3, ("c",), ("z",)),
    ]


def test_without_edits_there_is_nothing_to_show() -> None:
    assert list(changed_lines("a\n", [])) == []


@given(st.text("ab\n", max_size=30), st.data())
def test_the_lines_together_are_the_new_text(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6)))
    edits = [
        Edit(start, end, data.draw(st.text("xy\n", max_size=3)))
        for start, end in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    lines = text.split("\n")
    grown = 0
    for number, before, after in changed_lines(text, edits):
        at = number - 1 + grown
        assert tuple(lines[at : at + len(before)]) == before
        lines[at : at + len(before)] = after
        grown += len(after) - len(before)
    # An edit of nothing but the end of a line takes the next line with it, which the view does not show.
    assert "".join("\n".join(lines).split()) == "".join(edited(text, edits).split())

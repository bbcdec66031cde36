from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sostool.report.formats.typed_text import TypedList, TypedParagraph, clean, on_one_line, typed_parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", ()),
        (" \n\t\n", ()),
        ("One line.", (TypedParagraph(("One line.",)),)),
        ("One\ntwo", (TypedParagraph(("One", "two")),)),
        ("One\n\ntwo", (TypedParagraph(("One",)), TypedParagraph(("two",)))),
        ("- a\n- b", (TypedList(("a", "b")),)),
        (
            "We saw:\n- a\n- b\nand more",
            (TypedParagraph(("We saw:",)), TypedList(("a", "b")), TypedParagraph(("and more",))),
        ),
        ("- a\n\n- b", (TypedList(("a",)), TypedList(("b",)))),
        ("-5 degrees\n- ", (TypedParagraph(("-5 degrees", "-")),)),
        ("  spaces \t inside   and around  ", (TypedParagraph(("spaces inside and around",)),)),
        ("a\r\nb\rc\u2028d\x85e", (TypedParagraph(("a", "b", "c", "d", "e")),)),
        ("* not a list\n1. nor this", (TypedParagraph(("* not a list", "1. nor this")),)),
    ],
)
def test_blank_lines_and_hyphens_are_all_that_typed_text_means(text: str, parts: tuple[object, ...]) -> None:
    assert typed_parts(text) == parts


def test_what_is_not_text_is_left_out() -> None:
    assert clean("a\x00b\x02c\x1bd\x7fe\ud800f\ufeffg\u202eh") == "abcdefgh"


def test_isolates_stay_where_each_has_its_end() -> None:
    assert clean("a \u2067שלום\u2069 b") == "a \u2067שלום\u2069 b"
    assert clean("a \u2067שלום b") == "a שלום b"
    assert clean("a\u2069 \u2067b") == "a b"


def test_a_text_can_be_put_on_one_line() -> None:
    assert on_one_line(" a\n\n b\tc ") == "a b c"


@settings(deadline=None)
@given(st.text())
def test_no_letter_is_lost_but_the_hyphens_of_lists(text: str) -> None:
    kept = "".join(
        "".join(part.lines if isinstance(part, TypedParagraph) else part.entries) for part in typed_parts(text)
    )

    def letters(some: str) -> str:
        return "".join(letter for letter in some if not letter.isspace() and letter != "-")

    assert letters(kept) == letters(clean(text))


@settings(deadline=None)
@given(st.text())
def test_parts_are_never_empty(text: str) -> None:
    for part in typed_parts(text):
        lines = part.lines if isinstance(part, TypedParagraph) else part.entries
        assert lines
        assert all(line and line == line.strip() and "\n" not in line for line in lines)


def test_whatever_is_not_text_is_told_apart_from_what_can_be_printed() -> None:
    assert [code for code in range(0x110000) if chr(code).isprintable() and clean(chr(code)) != chr(code)] == []
    assert clean("a\u2067b") == clean("a\x07b") == "ab"
    assert clean("a\u2028b") == "a\nb"

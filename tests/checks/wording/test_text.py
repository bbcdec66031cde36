from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sostool.case.model import Person
from sostool.checks.wording.text import names_somebody, sentences


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", []),
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("Dean said “No.” Then he left.", ["Dean said “No.", "Then he left."]),
        (
            "Mr. Cole and Dr. Shah came, e.g. on Monday. They left.",
            ["Mr. Cole and Dr. Shah came, e.g. on Monday.", "They left."],
        ),
        ("one\ntwo", ["one two"]),
        ("one\n\ntwo", ["one", "two"]),
        ("one:\n- two\n- three", ["one:", "- two", "- three"]),
        ("4.5 is a half", ["4.5 is a half"]),
    ],
)
def test_sentences(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


@given(st.text())
def test_sentences_lose_no_letter(text: str) -> None:
    letters = [letter for letter in text if letter.isalnum()]
    assert [letter for part in sentences(text) for letter in part if letter.isalnum()] == letters


@given(st.text(), st.text())
def test_any_name_in_any_text_can_be_looked_for(name: str, text: str) -> None:
    person = Person()
    person.name = name
    names_somebody(text, person)

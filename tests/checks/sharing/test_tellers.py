"""Whose account a text retells."""

from __future__ import annotations

import pytest
from support.cases import HEAD, read

from checks.labelled import FEARED_DAD
from sostool.checks.sharing.tellers import People, is_anothers, is_told_by, names_in_list, tells, words_of


def people() -> People:
    case = read(HEAD + FEARED_DAD).case
    assert case is not None
    return People(case).seeking(frozenset(("lisa", "mia", "jo")), "dean")


def place(text: str, word: str) -> int:
    return next(number for number, one in enumerate(words_of(text)) if one.plain == word)


TELLING = [
    ("Mia told Mr Cole about it.", "told", True),
    ("Mia has since told Mr Cole about it.", "told", True),
    ("MIA TOLD MR COLE.", "told", True),
    ("Mia\u2019s allegation was written down.", "allegation", True),
    ("Mummy said so.", "said", True),
    ("Mia's mum said so.", "said", True),
    ("Lisa's mum said so.", "said", False),
    ("Mia's teacher said so.", "said", False),
    ("Mia's said nothing else.", "said", False),
    ("Dean said so.", "said", False),
    ("Noah said so.", "said", False),
    ("The children said so.", "said", True),
    ("Mia cried and said so.", "said", True),
    ("Dean hit Mia and said so.", "said", False),
    ("Dean hit Lisa. She said so.", "said", True),
    ("Dean hit Lisa. He said so.", "said", False),
    ("Ray drove off. He said so.", "said", False),
    ("She said so.", "said", False),
    ("If Mia says so.", "says", False),
    ("When Mia says so.", "says", False),
    ("When Mia said so.", "said", True),
    ("Mia has not said so.", "said", False),
    ("Mia told Dean to go.", "told", False),
    ("Mia told her dad to go.", "told", False),
    ("Mia told him.", "told", False),
    ("Mia said to Dean that it hurt.", "said", False),
    ("Mia said Dean hit her.", "said", True),
    ("Mia said goodbye.", "said", False),
    ("Mia told the class a story.", "told", False),
    ("said Mia.", "said", False),
]


@pytest.mark.parametrize(("text", "verb", "expected"), TELLING)
def test_who_tells(text: str, verb: str, expected: bool) -> None:
    at = place(text, verb)
    assert tells(words_of(text), at, at + 1, people()) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("to Lisa, it happened twice", True),
        ("to little Mia it did", True),
        ("to her mum it did", True),
        ("to Dean it did", False),
        ("to the neighbour and Lisa", False),
        ("to", False),
    ],
)
def test_by_whom_it_is_told(text: str, expected: bool) -> None:
    assert is_told_by(words_of(text), 1, people()) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lisa is worried", True),
        ("Priya, Lisa and Mr Cole are worried", True),
        ("Lisa, Priya Shah and Ray are very worried", True),
        ("Priya and Mr Cole are worried", False),
        ("Lisa was hurt. Priya is worried", False),
        ("Because Lisa was hurt Priya is worried", False),
        ("Because the children were there, Priya is worried", False),
        ("The children are worried", True),
    ],
)
def test_who_stands_in_a_list_of_names(text: str, expected: bool) -> None:
    words = words_of(text)
    at = next(number for number, word in enumerate(words) if word.plain in ("is", "are"))
    assert names_in_list(words, at, people()) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Mr Cole thinks so", True), ("Mia thinks so", False), ("She thinks so", False), ("thinks so", False)],
)
def test_of_whom_it_is_said(text: str, expected: bool) -> None:
    assert is_anothers(words_of(text), place(text, "thinks"), people()) is expected

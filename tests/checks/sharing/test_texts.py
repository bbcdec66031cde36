"""What the checks of sharing have in common."""

from __future__ import annotations

import pytest
from support.cases import HEAD, england, read

from checks.labelled import FEARED_DAD
from sostool.checks.look import Look
from sostool.checks.sharing.texts import (
    as_written,
    caught_for_everyone,
    listed_as_written,
    quotes_of,
    reaches,
    texts_of,
)


@pytest.mark.parametrize(
    ("text", "run", "written"),
    [
        ("Well, Dad’s shouting – and I HIDE.", "dads shouting and i hide", "Dad’s shouting – and I HIDE"),
        ("Zoë and José ran.", "zoe and jose", "Zoë and José"),
        ("one two one two three", "one two three", "one two three"),
        ("one two", "two one", ""),
        ("", "one", ""),
    ],
)
def test_a_run_is_given_as_it_is_written(text: str, run: str, written: str) -> None:
    assert as_written(text, run) == written


@pytest.mark.parametrize(
    ("text", "listed", "written"),
    [
        ("Jo lives at FERN court.", "Fern Court", "FERN court"),
        ("Jo lives at Ferncourt.", "Fern Court", ""),
        ("\u0130 Fern Court", "Fern Court", ""),
    ],
)
def test_listed_words_are_given_as_they_are_written(text: str, listed: str, written: str) -> None:
    assert listed_as_written(text, listed) == written


MAP = """\
map:
  worried:
    past_harm:
      - {what: "Seen: “I hide upstairs then”. And “no more of it”.", said_by: [cole], children: [mia]}
      - {what: "Told: “I hide upstairs then”.", said_by: [mia], children: [mia]}
voices:
  - {who: mia, date: 2026-03-10, worries: ["Then I hide upstairs, then I count."]}
"""


def look() -> Look:
    case = read(HEAD + FEARED_DAD + MAP).case
    assert case is not None
    return Look(case, england())


def test_a_few_words_in_quotation_marks_are_found_where_they_are_anothers() -> None:
    assert [(passage.path[3], quote) for passage, quote in quotes_of(look(), "dean")] == [
        (0, "I hide upstairs then"),
        (1, "I hide upstairs then"),
    ]
    assert list(quotes_of(look(), "ray")) == []


def test_what_is_barred_does_not_reach_a_feared_person() -> None:
    at = look()
    open_, barred = at.passages["past harm"]
    assert reaches(at, open_, "dean")
    assert not reaches(at, barred, "dean")
    assert not reaches(at, open_, "lisa")


def test_texts_and_what_is_caught_are_made_once_for_all_checks() -> None:
    at = look()
    assert texts_of(at) is texts_of(at)
    assert caught_for_everyone(at) is caught_for_everyone(at)

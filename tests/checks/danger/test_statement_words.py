"""The words of a statement, and what of the word lists stands in them."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.cases import HEAD, asked, england, read
from support.profiles import own_profile

from sostool.checks.danger import DANGER
from sostool.checks.danger.statement_words import (
    LISTS,
    Words,
    is_name_of_a_service,
    statements,
    texts_with,
    what_to_say_instead,
)
from sostool.checks.look import Look

NAMES = [name for names in LISTS for name in names]


def says(text: str, name: str) -> list[str]:
    words = Words(text, england())
    return [words.as_written(mark) for mark in words.of(name)]


@pytest.mark.parametrize("name", NAMES)
def test_each_list_is_in_the_profile(name: str) -> None:
    assert england().list_of(name)


def test_words_are_found_as_they_are_written() -> None:
    assert says("If this goes on, Mia COULD be hurt.", "ahead") == ["If", "goes on", "COULD"]


def test_the_longest_entry_is_found() -> None:
    assert says("The Local Authority is worried.", "agencies") == ["The Local Authority"]


def test_a_phrase_does_not_reach_over_the_end_of_a_sentence() -> None:
    assert says("That is a risk. Of all people Ray knows.", "may-happen") == []


def test_words_may_stand_between() -> None:
    assert says("When she is a bit older Mia could be scared.", "later") == ["When she is a bit older"]


def test_not_too_many_words_may_stand_between() -> None:
    assert says("When Mia comes home from school on her own she meets older boys.", "later") == []


def test_the_apostrophe_of_print_is_one() -> None:
    assert says("Children’s Services and he’ll see.", "agencies") == ["Children’s Services"]
    assert says("Children’s Services and he’ll see.", "ahead") == ["he’ll"]


def test_capitals_are_looked_for_as_written() -> None:
    assert says("The GP and la la la.", "agencies") == ["The GP"] or says("The GP and la la la.", "agencies") == ["GP"]


def test_names_are_not_words_that_look_ahead() -> None:
    assert says("Will met May in May.", "ahead") == []


def test_quotations_are_left_out() -> None:
    assert says("Dean said “I could”.", "ahead") == []


def test_a_profile_may_add_and_remove(tmp_path: Path) -> None:
    profile = own_profile(tmp_path, "words: [{name: ahead, add: [on the brink], remove: [could]}]\n")
    words = Words("Mia could be on the brink.", profile)
    assert [mark.saying.say for mark in words.of("ahead")] == ["on the brink"]


def test_the_sentence_of_a_word() -> None:
    words = Words("Mia came. Mia went home. Mia slept", england())
    assert words.tokens[words.start_of_sentence(4) : words.end_of_sentence(4)] == ["Mia", "went", "home"]


def test_statements_in_other_languages_have_no_words() -> None:
    text = f"{HEAD}language: pl\ndangers: [{{statement: Priya could.}}]\n"
    case = read(text).case
    assert case is not None
    assert list(statements(Look(case, england()))) == []


def look(fragment: str) -> Look:
    text = HEAD + fragment
    case = read(text).case
    assert case is not None
    return Look(case, england())


def test_only_statements_past_harm_and_impacts_with_a_word_of_the_list_are_looked_at() -> None:
    found = texts_with(
        "blame",
        look(
            "dangers: [{statement: Lisa failed to protect., goal: Lisa failed to protect.}, {statement: Lisa came.}]\n"
            "map: {worried: {past_harm: [{what: She failed to act., impact: [{what: They failed to protect Mia.}]}],"
            " complicating: [They failed to protect.]}}\n"
        ),
    )
    assert sorted(text.passage.kind for text in found) == ["impact", "past harm", "statement"]


@pytest.mark.parametrize(
    ("text", "is_name"),
    [
        ("Kim, the domestic abuse adviser, came.", True),
        ("Kim, the domestic abuse Adviser.", True),
        ("There was domestic abuse.", False),
        ("There was domestic abuse, and an adviser came.", False),
    ],
)
def test_the_name_of_a_service(text: str, is_name: bool) -> None:
    words = Words(text, england())
    assert is_name_of_a_service(words, words.of("labels")[0], look("")) is is_name


def test_the_same_advice_is_told_once() -> None:
    words = Words("Neglect, CSE and DV.", england())
    assert what_to_say_instead(words, words.of("labels")) == (
        "“Neglect”, “DV”: what was done or not done, to whom and when; “CSE”: what other people do to the child"
    )


@given(
    st.text(max_size=200)
    | st.lists(st.sampled_from("if could Mia . … ’ ( “ ” the school is worried when older".split())).map(" ".join)
)
def test_marks_of_a_list_stand_in_order_and_do_not_meet(text: str) -> None:
    words = Words(text, england())
    for name in NAMES:
        marks = words.of(name)
        assert all(0 <= mark.start < mark.end <= len(words.tokens) for mark in marks)
        assert all(one.end <= other.start for one, other in pairwise(marks))


def test_a_very_long_text_without_a_full_stop_takes_no_time() -> None:
    words = "the school may depression when she because of neglect, 1) (a) failed to protect worried by "
    start = time.process_time()
    asked(f"{HEAD}dangers: [{{statement: '{words * 3_000}'}}]\n", *(check.code for check in DANGER))
    assert time.process_time() - start < 5

"""What is services only, and what is more."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.cases import england

from sostool.checks.goal.services import ServiceWords, are_only_services

WORDS = ServiceWords(*(england().list_of(name) for name in ("takes-part", "services", "works-with")))
STOPS = england().list_of("stops")
CHILDREN = re.compile(r"\b(?:Mia|Noah|children)\b")


def only(*sentences: str) -> bool:
    return are_only_services(list(sentences), WORDS, STOPS, CHILDREN)


@pytest.mark.parametrize(
    "sentence",
    [
        "Dean attends a course.",
        "Dean to attend a course.",
        "Dean needs to fully engage with the team.",
        "For six months Dean will attend a course, engage with probation and comply.",
        "Dean is engaging with services and to complete the programme.",
        "Lisa will not drink and will accept treatment",
        "Lisa keeps all of her mental health appointments.",
        "Lisa will work with children's services.",
    ],
)
def test_services_are_all_there_is(sentence: str) -> None:
    assert only(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Dean attends a course so that Mia is safe.",
        "Dean attends a course and rings Ray.",
        "Dean will attend a course and maintain a calm home.",
        "Dean to engage with the team and to feed Noah at night.",
        "Dean goes to Ray's after his group.",
        "Dean will sleep.",
    ],
)
def test_something_else_happens(sentence: str) -> None:
    assert not only(sentence)


@pytest.mark.parametrize(
    "sentence", ["", "Lisa attends all Mia's appointments.", "Nobody shouts.", "Mia attends school."]
)
def test_there_are_no_services_in_it(sentence: str) -> None:
    assert not only(sentence)


def test_each_sentence_counts() -> None:
    assert only("Dean attends a course.", "Lisa engages with probation.")
    assert only("Nobody shouts.", "Lisa engages with probation.")
    assert not only("Dean attends a course.", "He rings Ray.")
    assert not only()


def test_without_words_nothing_is_a_service() -> None:
    empty = england().list_of("no such list")
    assert not are_only_services(["Dean attends a course."], ServiceWords(empty, empty, empty), empty, CHILDREN)


@given(
    st.lists(
        st.sampled_from(
            [*" ,;.’'-\n", "and", "to", "will", "attend", "a", "course", "engage", "with", "not", "Mia", "rings"]
        ),
        max_size=40,
    )
)
def test_any_words_in_any_order_are_only_a_question(words: list[str]) -> None:
    assert only(" ".join(words)) in (True, False)


def test_a_very_long_sentence_takes_no_time() -> None:
    start = time.process_time()
    only("Dean will attend and engage with the and to course with " * 2_000)
    assert time.process_time() - start < 2

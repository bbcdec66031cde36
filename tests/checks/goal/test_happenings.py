from __future__ import annotations

import re

import pytest

from sostool.checks.goal.happenings import something_happens

STOPS = re.compile(r"\b(?:will not|not|never|no longer|stops?|avoid|nobody|no)\b", re.IGNORECASE)


@pytest.mark.parametrize(
    "sentence",
    [
        "Dean will ring Ray.",
        "Dean'll ring Ray",
        "Dean is going to ring Ray",
        "Dean needs to always ring Ray",
        "Dean rings Ray",
        "They sleep in their own beds",
        "Mia and Noah sleep",
        "When he is angry he rings Ray",
        "When he is angry, Dean rings Ray",
        "Dean will stop shouting and start walking",
        "Nobody shouts, and Mia sleeps",
        "Mia is happy",
        "not this but that instead",
        "Jo looks after Mia",
    ],
)
def test_sees_that_something_happens(sentence: str) -> None:
    assert something_happens(sentence, STOPS)


@pytest.mark.parametrize(
    "sentence",
    [
        "",
        "Dean",
        "Dean will",
        "Dean is",
        "Dean needs to",
        "Dean will not shout and leave",
        "Nobody shouts",
        "Nobody rings",
        "if Dean rings",
        "until he rings",
        "the rings",
        "her plans",
        "Mia has no bruises",
        "Mia is scared",
        "they are not hurt",
        "let the children play",
        "Dean is never there",
        "Dean does not do",
    ],
)
def test_sees_that_nothing_happens(sentence: str) -> None:
    assert not something_happens(sentence, STOPS)

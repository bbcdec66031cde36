"""What every check is given: the case, its texts, and which listed words stand in them."""

from __future__ import annotations

import pytest
from support.cases import england, laid_over, read

from sostool.checks.look import Look
from sostool.profile.phrases import Phrases, Saying

LIST = {"plain": Phrases({"abscond": Saying("abscond", "run away"), "the LA": Saying("the LA")})}


def look(fragment: str) -> Look:
    result = read(laid_over(fragment))
    assert result.case is not None
    return Look(result.case, england()._replace(words=LIST))


@pytest.mark.parametrize(
    ("language", "english"), [("en", True), ("EN-gb", True), ("en_GB", True), ("eng", False), ("pl", False)]
)
def test_english(language: str, english: bool) -> None:
    assert look(f"language: {language}").english is english


def test_a_file_that_does_not_say_is_english() -> None:
    assert look("voices: []").english


def test_listed_words_are_heard_where_they_stand() -> None:
    heard = list(look("map: {worried: {past_harm: [They Abscond., He ran.]}}").heard("plain"))
    assert [(one.passage.kind, one.passage.path, one.saying.say, one.words) for one in heard] == [
        ("past harm", ("map", "worried", "past_harm", 0, "what"), "abscond", "Abscond")
    ]


@pytest.mark.parametrize(
    "fragment",
    [
        "map: {worried: {past_harm: [He ran.]}}",
        "map: {worried: {past_harm: [Mia said “I will abscond”.]}}",
        "voices: [{who: mia, words: [I abscond]}]",
        "language: pl\nmap: {worried: {past_harm: [They abscond.]}}",
    ],
)
def test_nothing_is_heard_in_quotes_in_own_words_or_in_another_language(fragment: str) -> None:
    assert list(look(fragment).heard("plain")) == []


def test_only_texts_of_the_kinds_asked_for_are_looked_at() -> None:
    one = look("map: {worried: {past_harm: [abscond], complicating: [abscond]}}")
    assert [heard.passage.kind for heard in one.heard("plain", "complicating")] == ["complicating"]
    assert list(one.heard("no such list")) == []


@pytest.mark.parametrize(
    "fragment",
    [
        "dangers: [{statement: Mia said “I abscond”.}]",
        "voices: [{who: mia, words: [I abscond]}]",
        "voices: [{who: mia, observed: They abscond}]",
        "map: {worried: {past_harm: [{what: x, impact: They ABSCOND.}]}}",
    ],
)
def test_a_list_knows_every_text_it_may_be_looked_for_in(fragment: str) -> None:
    assert look(fragment).list_of("plain").stand_in("they abscond")


def test_what_is_made_once_is_made_once() -> None:
    one = look("voices: []")
    made: list[Look] = []

    def make(of: Look) -> int:
        made.append(of)
        return len(made)

    assert [one.once(make), one.once(make)] == [1, 1]
    assert made == [one]

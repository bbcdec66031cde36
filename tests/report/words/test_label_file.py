"""One label file: what it says, and every mistake in it told with its line."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sostool.report.words.label_file import LabelMistakeError, Shape, read_label_file, shapes


def told(text: str) -> str:
    with pytest.raises(LabelMistakeError) as error:
        read_label_file(text, "labels/pl.yaml")
    return str(error.value)


def test_what_a_file_says_is_read_with_its_lines() -> None:
    file = read_label_file(
        "language: pl\nchecked_by: ''\nlist: ', '\nwords:\n  a.b: Cel\n  age.weeks: {one: tydzień, other: '{number}'}\n"
        "  folded: >-\n    one\n    line\n",
        "pl.yaml",
    )
    assert file.texts == {"language": "pl", "checked_by": "", "list": ", "}
    assert file.words == {"a.b": "Cel", "age.weeks": {"one": "tydzień", "other": "{number}"}, "folded": "one line"}
    assert file.word_lines == {"a.b": 5, "age.weeks": 6, "folded": 7}
    assert file.lines == {"language": 1, "checked_by": 2, "list": 3, "words": 4}


@pytest.mark.parametrize("word", ["yes", "no", "on", "~", "null", "12", "1.50", "2026-03-17"])
def test_a_word_is_the_word_that_was_typed(word: str) -> None:
    assert read_label_file(f"words: {{a: {word}}}", "pl.yaml").words == {"a": word}


def test_a_file_may_hold_no_words_yet() -> None:
    assert read_label_file("language: pl\nwords:\n", "pl.yaml").words == {}


def test_the_shapes_of_our_files_are_found_without_yaml() -> None:
    text = 'language: en\nwords:\n  a.b: "{name}: {score}"\n  c: {one: x, other: "{number}"}\n  d:\n    other: "{number}"\n'
    assert shapes(text) == {
        "a.b": Shape(frozenset(("name", "score")), counted=False),
        "c": Shape(frozenset(("number",)), counted=True),
        "d": Shape(frozenset(("number",)), counted=True),
    }


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", ", line 1: A file of labels says `language: …`, `words:` and more."),
        ("  \n", ", line 1: A file of labels says `language: …`, `words:` and more."),
        ("- a\n", ", line 1: A file of labels says `language: …`, `words:` and more."),
        ("Cel", ", line 1: A file of labels says `language: …`, `words:` and more."),
        ("list: a\nlist: b\n", ", line 2: list is said twice."),
        ("words:\n  a: x\n  b: y\n  a: z\n", ", line 4: a is said twice."),
        ("words: {a: {other: x, other: y}}\n", ", line 1: other is said twice."),
        ("? [a]\n: b\n", ", line 1: A name is wanted here."),
        ("languag: pl\n", ", line 1: A file of labels has no languag. Did you mean language?"),
        ("words: [a]\n", ", line 1: Under `words:` each line says `name: text`."),
        ("words: Cel\n", ", line 1: Under `words:` each line says `name: text`."),
        ("words:\n  a:\n", ", line 2: a is empty."),
        ("words:\n  a: ''\n", ", line 2: a is empty."),
        ("words:\n  a: [x]\n", ", line 2: a must be a text."),
        ("words:\n  a: {other: [x]}\n", ", line 2: a, other must be a text."),
        (
            "words:\n  a: {lots: x}\n",
            ", line 2: a has forms for zero, one, two, few, many, other; lots is none of them.",
        ),
        ("words:\n  a: {one: x}\n", ", line 2: a has no form for `other`."),
        (
            "words:\n  a: 'x {'\n",
            ", line 2: a has a { or } that belongs to no blank; a blank is written {name}.",
        ),
        (
            "words:\n  a: '{Name}'\n",
            ", line 2: a has a { or } that belongs to no blank; a blank is written {name}.",
        ),
        (
            "words:\n  a: '{name.__class__}'\n",
            ", line 2: a has a { or } that belongs to no blank; a blank is written {name}.",
        ),
        ('words:\n  a: "x\\u202E"\n', ", line 2: a holds a character that cannot be shown."),
        ('words:\n  a: "x\\x02"\n', ", line 2: a holds a character that cannot be shown."),
        (
            "direction: right\n",
            ", line 1: direction is ltr, or rtl for a language that is written from right to left.",
        ),
        ("date: '{day}. {mont} {year}'\n", ", line 1: date has no blank {mont}."),
        ("month: '{day} {month}'\n", ", line 1: month has no blank {day}."),
        ("list: ' {name} '\n", ", line 1: list has no blank {name}."),
        ("list_last:\n", ", line 1: list_last is empty."),
        ("months: [a, b]\n", ", line 1: months must be a list of twelve names."),
        ("months: styczeń\n", ", line 1: months must be a list of twelve names."),
        ("months: [a, b, c, d, e, f, g, h, i, j, k, '']\n", ", line 1: months is empty."),
    ],
)
def test_a_mistake_is_told_with_its_line(text: str, message: str) -> None:
    assert told(text) == f"labels/pl.yaml{message}"


def test_what_is_not_yaml_is_told_with_its_line() -> None:
    assert told("words:\n  a: 'x\n").startswith("labels/pl.yaml, line 2: ")


@pytest.mark.parametrize("opening", ["[", "{", "- ", "? "])
def test_what_nests_without_end_is_told(opening: str) -> None:
    assert told("words: " + opening * 100_000).startswith("labels/pl.yaml, line ")


@settings(deadline=None)
@given(text=st.text() | st.text(alphabet="words: {}[]'\"\n-?&*!ab,|>#%@`"))
def test_whatever_stands_in_a_file_it_is_read_or_told(text: str) -> None:
    try:
        read_label_file(text, "labels/pl.yaml")
    except LabelMistakeError as error:
        assert str(error).startswith("labels/pl.yaml")  # noqa: PT017 - what is raised, if anything is

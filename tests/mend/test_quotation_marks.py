"""Texts that another reader of YAML takes for something else are put in quotation marks."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from support.mending import HEAD, mended_bytes, mended_text

from sostool.mend.quotation_marks import is_read_otherwise

TEXT = "chronology:\n  - what: {}\n"
OTHERWISE = [
    "no", "Yes", "on", "OFF", "y", "N", "true", "False", "12:30", "9:05:10", "017", "07700900123", "1_000", "1e3", "1E-3",
    "6", "-6", "+0.5", "6.", ".5", "0x1F", "0o17", "0b101", ".inf", "-.Inf", ".nan", "2026-03-17", "2026-3-7",
    "2026-03-17 10:00:00", "2026-03-17T10:00:00.5Z", "2026-03-17T10:00:00 +1:00", "=", "<<", "190:20:30.15",
]  # fmt: skip
TEXTS = [
    "Noah",
    "no.",
    "nO",
    "yes please",
    "12.30pm",
    "12:60",
    "2026-03",
    "17/3/2026",
    "1,000",
    "e3",
    "0x",
    "__",
    "oN",
    "1-2",
]


@pytest.mark.parametrize("text", OTHERWISE)
def test_a_text_that_is_read_otherwise_is_quoted(text: str) -> None:
    assert is_read_otherwise(text)
    assert mended_text(TEXT.format(f"{text}  # said")) == TEXT.format(f'"{text}"  # said')


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_that_everybody_takes_for_one_is_not(text: str) -> None:
    assert not is_read_otherwise(text)
    assert mended_text(TEXT.format(text)) == TEXT.format(text)


@pytest.mark.parametrize("text", [*OTHERWISE, *TEXTS])
def test_whatever_the_common_reader_of_yaml_does_not_take_for_text_is_known(text: str) -> None:
    try:
        others = yaml.safe_load(f"a: {text}")["a"]
    except (yaml.YAMLError, ValueError, KeyError):
        return
    assert isinstance(others, str) or is_read_otherwise(text)


@pytest.mark.parametrize("nothing", ["null", "~", "Null", "NULL", ""])
def test_nothing_stays_nothing_as_every_reader_has_it(nothing: str) -> None:
    assert mended_text(TEXT.format(nothing)) == TEXT.format(nothing)


@pytest.mark.parametrize("text", ["'no'", '"12:30"', "|\n      no", ">-\n      12:30"])
def test_a_text_that_is_quoted_or_a_block_stays(text: str) -> None:
    assert mended_text(TEXT.format(text)) == TEXT.format(text)


def test_texts_in_lists_and_in_brackets_are_quoted_and_sentences_that_stand_for_an_item() -> None:
    before = "voices:\n  - {who: mia, words: [no, on ,12:30]}\nmap:\n  worried:\n    complicating:\n      - no\n"
    after = before.replace("no", '"no"').replace("on ,12:30", '"on" ,"12:30"')
    assert mended_text("people: {mia: {role: child}}\n" + before) == "people: {mia: {role: child}}\n" + after


def test_marks_numbers_dates_and_ids_are_no_texts() -> None:
    text = (
        "people: {no: {role: child, subject: false}}\n"
        "scale: {ratings: [{who: no, date: 2026-03-17, score: 6, would_not_say: true}]}\n"
    )
    assert mended_text(text) == text


def test_the_reference_and_the_time_of_the_meeting_are() -> None:
    before = "sostool: 1\nreference: {}\nmeeting: {{kind: mapping, date: 2026-03-17, time: {}}}\n"
    after = mended_bytes(before.format("0017", "14:00").encode()).after.decode()
    assert after == before.format('"0017"', '"14:00"')


def test_where_somebody_is_meant_only_free_text_is_quoted() -> None:
    text = "people: {{no: {{}}}}\nmap: {{worried: {{past_harm: [{{id: a, what: Mia cried., said_by: [no, {}]}}]}}}}\n"
    assert mended_text(text.format("12:30")) == text.format('"12:30"')


def test_no_example_has_anything_to_mend() -> None:
    examples = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))
    assert len(examples) > 5
    for example in examples:
        assert mended_bytes(example.read_bytes()).edits == ()


def test_the_place_is_where_the_text_stands() -> None:
    mended = mended_bytes((HEAD + TEXT.format("no")).encode())
    assert [(one.what, one.place.line, one.place.column) for one in mended.done] == [("quotation marks", 5, 11)]

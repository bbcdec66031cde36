"""Dates typed the English way become 2026-03-17; what can be read in two ways is asked."""

from __future__ import annotations

import datetime as dt

import pytest
from support.mending import HEAD, TODAY, mended_bytes, mended_text

from sostool.mend.dates import in_words, readings

EVENT = "chronology:\n  - {{what: Dean went., date: {}}}\n"
BORN = "people:\n  mia:\n    role: child\n    born: {}\n"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("17/3/2026", "2026-03-17"),
        ("17.03.2026", "2026-03-17"),
        ("17-03-2026", "2026-03-17"),
        ("17 03 2026", "2026-03-17"),
        ("17.03.26", "2026-03-17"),
        ("5/5/2026", "2026-05-05"),
        ("3 May 2026", "2026-05-03"),
        ("3rd May 2026", "2026-05-03"),
        ("3rd of May 2026", "2026-05-03"),
        ("Sunday, 3 May 2026", "2026-05-03"),
        ("3 Sept. 2026", "2026-09-03"),
        ("2026/3/7", "2026-03-07"),
        ("2026-3-7", "2026-03-07"),
    ],
)
def test_a_date_that_means_one_day_is_written_year_first(typed: str, meant: str) -> None:
    assert readings(typed, TODAY) == [meant]


@pytest.mark.parametrize(
    "typed", ["", "soon", "31/2/2026", "17/3", "5/13/2026", "3 M 2026", "1/2-2026", "2026", "33 May 2026", "٣/٥/٢٠٢٦"]
)
def test_what_is_no_date_is_none(typed: str) -> None:
    assert readings(typed, TODAY) == []


def test_a_month_is_one_only_where_the_day_may_be_unknown() -> None:
    assert readings("March 2026", TODAY, partial=True) == ["2026-03"]
    assert readings("March 2026", TODAY) == []


def test_a_date_with_two_small_numbers_has_two_readings_the_day_first() -> None:
    assert readings("3/5/2026", TODAY) == ["2026-05-03", "2026-03-05"]
    assert [in_words(value) for value in readings("3/5/2026", TODAY)] == ["3 May 2026", "5 March 2026"]


@pytest.mark.parametrize(
    ("typed", "born", "meant"),
    [
        ("17.3.85", True, ["1985-03-17"]),
        ("17.3.19", True, ["2019-03-17"]),
        ("22.11.26", True, ["2026-11-22"]),
        ("23.11.26", True, ["1926-11-23"]),
        ("17.3.27", False, ["2027-03-17"]),
        ("17.3.85", False, []),
    ],
)
def test_two_digits_of_a_year_mean_a_day_of_birth_in_the_past_or_a_day_near_today(
    typed: str, born: bool, meant: list[str]
) -> None:
    assert readings(typed, TODAY, born=born) == meant


@pytest.mark.parametrize("quoted", ["{}", "'{}'", '"{}"'])
def test_quotation_marks_around_a_date_stay(quoted: str) -> None:
    assert mended_text(EVENT.format(quoted.format("17.3.2026"))) == EVENT.format(quoted.format("2026-03-17"))


@pytest.mark.parametrize("text", ["'17\n   .3.2026'", '"17.3.\\x32026"', "2026-03-17", "2026-03", "soon", "{a: b}"])
def test_a_date_that_is_right_or_does_not_stand_as_it_is_read_stays(text: str) -> None:
    assert mended_text(EVENT.format(text)) == EVENT.format(text)


def test_every_date_of_a_list_is_looked_at() -> None:
    text = "map: {{working_well: {{existing_safety: [{{what: Dean left., dates: {}}}]}}}}\n"
    assert mended_text(text.format("[17.3.2026, 2026-03, March 2026]")) == text.format("[2026-03-17, 2026-03, 2026-03]")
    assert mended_text(text.format("17.3.2026")) == text.format("2026-03-17")


def test_a_date_in_a_text_is_nobodys_business() -> None:
    text = "meeting: {kind: mapping, date: 17/3/2026, why: On 3/5/2026 Dean left.}\n"
    after = mended_bytes(b"sostool: 1\nreference: EX-1\n" + text.encode()).after.decode()
    assert after.endswith(text.replace("17/3/2026", "2026-03-17"))


class TestQuestions:
    def test_a_date_with_two_readings_is_asked_and_nothing_is_changed(self) -> None:
        mended = mended_bytes((HEAD + BORN.format("3/5/2019")).encode())
        assert mended.edits == ()
        assert [(one.path, one.typed, [choice.words for choice in one.choices]) for one in mended.questions] == [
            (("people", "mia", "born"), "3/5/2019", ["3 May 2019", "5 March 2019"])
        ]
        assert mended.questions[0].place.line == 7

    def test_an_answer_is_written(self) -> None:
        path = ("people", "mia", "born")
        assert mended_text(BORN.format("3/5/2019"), {path: "2019-03-05"}) == BORN.format("2019-03-05")

    @pytest.mark.parametrize("answer", ["", "2019-03-04"])
    def test_no_answer_leaves_it_and_says_so(self, answer: str) -> None:
        path = ("people", "mia", "born")
        mended = mended_bytes((HEAD + BORN.format("3/5/2019")).encode(), {path: answer})
        assert (mended.edits, mended.questions) == ((), ())
        assert [(left.place.line, left.place.column) for left in mended.left] == [(7, 11)]


def test_in_words_says_any_day() -> None:
    assert in_words(dt.date(2026, 12, 1).isoformat()) == "1 December 2026"

"""Each kind of value: what it reads, what it refuses, and that nothing is changed on the way."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sostool.yamlfile import key
from sostool.yamlfile.composer import compose
from sostool.yamlfile.kinds import When, english_date
from sostool.yamlfile.parts import Part
from sostool.yamlfile.reading import Reading
from sostool.yamlfile.source import Source


class Thing(Part):
    """A part with one key of each kind."""

    text = key.text("A text.", "Mia")
    texts = key.texts("Texts.", ["Mia"])
    reference = key.matching("[A-Z]{2}-[0-9]+", "a reference", "Write it like EX-1.", "A reference.", "EX-1")
    choice = key.choice("A word.", "child", "social-worker", "other", example="child")
    choices = key.choices("Words.", "neglect", "physical")
    yes_no = key.yes_no("True or false.")
    whole = key.whole("A whole number.", 1, 99, 5)
    score = key.score("A number.", 4.5)
    day = key.day("A day.", "2026-03-17")
    when = key.when("A day, a month or a year.", "2026-03")
    whens = key.whens("Several.", ["2026-03"])
    id = key.own_id("item", "An id.", "aunt-jo")
    from_ = key.text("A key that Python cannot spell.", "here", name="from")


def read(text: str) -> tuple[Thing, list[str]]:
    root, troubles = compose(text)
    assert (troubles, root is None) == ([], False)
    reading = Reading(Source("thing.yaml", text, root))
    assert root is not None
    return Thing.read(root, (), reading), [finding.code for finding in reading.findings]


def value(name: str, typed: str) -> Any:
    thing, codes = read(f"{name}: {typed}\n")
    assert codes == []
    return getattr(thing, Thing.attributes[name])


def codes_of(name: str, typed: str) -> list[str]:
    thing, codes = read(f"{name}: {typed}\n")
    assert not thing.has(name)
    return codes


@pytest.mark.parametrize(
    "typed",
    [
        "no",
        "yes",
        "on",
        "off",
        "12:30",
        "1:30:20",
        "010",
        "0770012345",
        "1_000",
        "0x1F",
        "1.10",
        "2018-04-01 10:00",
        "2026-02-30",
        "true",
        "1e3",
        ".5",
        "=",
        "+44 20 7946 0000",
        "NULLs",
        "é",
        "🙂",
        "\u0645\u0631\u062d\u0628\u0627",
    ],
)
def test_a_text_stays_as_it_was_typed(typed: str) -> None:
    assert value("text", typed) == typed
    assert value("texts", f"[{typed}, {typed}]") == (typed, typed)


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Co"]), min_size=1))
def test_any_text_in_quotation_marks_stays_as_it_was_typed(text: str) -> None:
    text = text.translate(dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x2028, 0x2029, 0xFEFF)))
    typed = "'" + text.replace("'", "''") + "'"
    assert value("text", typed) == text


@pytest.mark.parametrize("typed", ["", "~", "null", "Null", "NULL", "# nothing"])
def test_nothing_is_missing_and_no_mistake(typed: str) -> None:
    for name in Thing.keys:
        thing, codes = read(f"{name}: {typed}\n")
        assert (thing.has(name), codes) == (False, [])


@pytest.mark.parametrize("typed", ['""', "'~'", '"null"'])
def test_nothing_in_quotation_marks_is_a_text(typed: str) -> None:
    assert value("text", typed) == typed[1:-1]


@pytest.mark.parametrize(("typed", "wanted"), [("EX-1", "EX-1"), ("'EX-12'", "EX-12")])
def test_a_text_of_a_form(typed: str, wanted: str) -> None:
    assert value("reference", typed) == wanted


@pytest.mark.parametrize("typed", ["EX-", "EX-1 ", "ex-1", "EX-1x", "xEX-1", "EX-1\u0662", '"EX-1\\n"'])
def test_a_text_of_another_form(typed: str) -> None:
    if typed.endswith(" "):
        typed = f'"{typed}"'
    assert codes_of("reference", typed) == ["CF112"]


@pytest.mark.parametrize("typed", ["true", "false"])
def test_true_and_false(typed: str) -> None:
    assert value("yes_no", typed) is (typed == "true")


@pytest.mark.parametrize(
    "typed", ["yes", "no", "True", "TRUE", '"true"', "'false'", "on", "1", "y", "ture", "[true]", "{}"]
)
def test_nothing_else_is_true_or_false(typed: str) -> None:
    assert codes_of("yes_no", typed)[-1] in ("CF102", "CF103")


@pytest.mark.parametrize(
    ("typed", "wanted"), [("0", 0), ("10", 10), ("4.5", 4.5), ("4.50", 4.5), ("7.0", 7), ('"3"', 3)]
)
def test_scores(typed: str, wanted: float) -> None:
    assert value("score", typed) == wanted


def test_minus_nothing_is_nothing() -> None:
    assert str(value("score", "-0")) == "0.0"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("11", "CF104"),
        ("-1", "CF104"),
        ("4.25", "CF104"),
        ("four", "CF102"),
        ("04", "CF102"),
        ("4,5", "CF102"),
        ("1e1", "CF102"),
        ("4/10", "CF102"),
        ("+4", "CF102"),
        ("\u0664", "CF102"),
        (".5", "CF102"),
        ("9" * 5000, "CF102"),
        ("nan", "CF102"),
        ("inf", "CF102"),
        ("4.", "CF102"),
        ("[4]", "CF102"),
        ("0x4", "CF102"),
        ("1_0", "CF102"),
    ],
)
def test_what_is_no_score(typed: str, code: str) -> None:
    assert codes_of("score", typed) == [code]


@pytest.mark.parametrize(("typed", "code"), [("0", "CF104"), ("100", "CF104"), ("1.5", "CF104"), ("one", "CF102")])
def test_what_is_no_whole_number(typed: str, code: str) -> None:
    assert codes_of("whole", typed) == [code]


@given(st.dates(min_value=dt.date(1000, 1, 1)))
def test_every_day_is_read(day: dt.date) -> None:
    assert value("day", day.isoformat()) == day
    assert value("when", f"'{day.isoformat()}'") == When(day, day, day.isoformat())


@given(st.dates(min_value=dt.date(1000, 1, 1), max_value=dt.date(9998, 12, 31)))
def test_a_month_and_a_year_span_their_days(day: dt.date) -> None:
    month, year = value("when", day.isoformat()[:7]), value("when", day.isoformat()[:4])
    assert month.first == day.replace(day=1)
    assert (month.last + dt.timedelta(days=1)).day == 1
    assert month.first <= day <= month.last
    assert (year.first, year.last) == (dt.date(day.year, 1, 1), dt.date(day.year, 12, 31))


@pytest.mark.parametrize(
    "typed",
    [
        "2026-02-30",
        "2026-13-01",
        "0000-01-01",
        "2026-3-17",
        "26-03-17",
        "2026/03/17",
        "20260317",
        "2026-W12-2",
        "2026-076",
        "2026-03-17T10:00",
        "17/03/2026",
        "17.3.26",
        "17 March 2026",
        "\u0662026-03-17",
        "today",
        "2026-03-17 ",
        "[2026-03-17]",
        "2026-03-1x",
        "+2026-03-17",
        "-2026-03-1",
        " 2026-03-17",
    ],
)
def test_what_is_no_day(typed: str) -> None:
    typed = f'"{typed}"' if typed != typed.strip() else typed
    assert codes_of("day", typed) == ["CF102" if typed.startswith("[") else "CF105"]
    assert codes_of("when", typed) == ["CF102" if typed.startswith("[") else "CF105"]


@pytest.mark.parametrize("typed", ["2026", "2026-03"])
def test_a_month_or_a_year_is_no_day(typed: str) -> None:
    assert codes_of("day", typed) == ["CF105"]


@pytest.mark.parametrize("typed", ["2026-00", "2026-13", "0000", "20260", "202", "2026-3", "2026-"])
def test_what_is_no_month_or_year(typed: str) -> None:
    assert codes_of("when", typed) == ["CF105"]


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("17/03/2026", "2026-03-17"),
        ("17.3.26", "2026-03-17"),
        ("1-2-2026", "2026-02-01"),
        ("17 March 2026", "2026-03-17"),
        ("3rd Apr. 2026", "2026-04-03"),
        ("Tuesday, 17 march 2026", "2026-03-17"),
        ("17 Ma 2026", None),
        ("31/02/2026", None),
        ("03/17/2026", None),
        ("17 Foo 2026", None),
        ("2026-03-17", None),
        ("17/03/206", None),
        ("", None),
        ("1 ju 2026", None),
    ],
)
def test_dates_as_people_in_england_write_them(typed: str, wanted: str | None) -> None:
    assert english_date(typed) == wanted


@pytest.mark.parametrize("typed", ["aunt-jo", "a", "a1", "mia-2"])
def test_ids(typed: str) -> None:
    assert value("id", typed) == typed


@pytest.mark.parametrize(
    "typed", ["Aunt-Jo", "aunt jo", "1a", "-a", "jo_", "j\u00f6", "true", "false", '"null"', '"a\\n"', "a.b"]
)
def test_what_is_no_id(typed: str) -> None:
    assert codes_of("id", typed) == ["CF110"]


def test_lists_and_single_values() -> None:
    assert value("texts", "Mia") == ("Mia",)
    assert value("texts", "[Mia, ~, Noah]") == ("Mia", "Noah")
    assert value("texts", "[]") == ()
    assert value("whens", "2026") == (When(dt.date(2026, 1, 1), dt.date(2026, 12, 31), "2026"),)
    assert value("choices", "[neglect, physical]") == ("neglect", "physical")


def test_a_wrong_item_leaves_the_others() -> None:
    thing, codes = read("whens: [2026, soon, 2025]\n")
    assert [when.typed for when in thing.whens] == ["2026", "2025"]
    assert codes == ["CF105"]


@pytest.mark.parametrize("typed", ['"a\\x1bb"', '"a\\u202eb"', '"a\\ufeffb"', '"a\\Nb"', '"a\\u2066b"'])
@pytest.mark.parametrize("name", ["text", "texts", "choice", "id", "reference", "day", "score", "yes_no"])
def test_characters_nobody_sees_are_refused_behind_escapes_too(name: str, typed: str) -> None:
    _, codes = read(f"{name}: {typed}\n")
    assert codes in (["YA102"], ["YA111"])


def test_joiners_and_closed_isolates_are_kept() -> None:
    text = "\u2066\u0645\u200c\u0631\u2069 \U0001f468\u200d\U0001f469\u200e"
    assert value("text", text) == text


def test_a_word_that_was_probably_meant() -> None:
    root, _ = compose("choice: sociel worker\nchoices: mother\n")
    reading = Reading(Source("thing.yaml", "", root))
    assert root is not None
    Thing.read(root, (), reading)
    assert "Did you mean “social-worker”?" in reading.findings[0].message
    assert "Did you mean" not in reading.findings[1].message


def test_nobody_means_other() -> None:
    root, _ = compose("choice: mother\n")
    reading = Reading(Source("thing.yaml", "", root))
    assert root is not None
    Thing.read(root, (), reading)
    assert "Did you mean" not in reading.findings[0].message

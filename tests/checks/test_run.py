"""Asking all checks of a case: severities, answers, what is left out, what waits; no word of the case in a message."""

from __future__ import annotations

import datetime as dt
import json
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.cases import HEAD, PEOPLE, TODAY, asked, england, laid_over, read
from support.profiles import own_profile

from sostool.checks.registry import PRACTICE
from sostool.checks.run import Wanted, ask_checks
from sostool.findings.finding import path_text

if TYPE_CHECKING:
    from pathlib import Path

# Nearly everything that a check can ask about is wrong in it.
WEAK = laid_over(
    """\
people:
  mia: {name: Mia, role: child, born: 2026-04-01, due: 2026-05-01}
  lisa: {name: Lisa, role: parent}
dangers:
  - id: drinking
    statement: Professionals are worried.
    worried: [lisa]
    goal: Dean will not drink.
    scale: {ratings: [{score: 4.5}]}
  - statement: Nobody knows.
map: {needs_to_happen: {next_steps: [Somebody rings.]}}
"""
)
ALL = ["DS101", "DS102", "DS103", "DS106", "NX101", "PE104", "SC101", "SC102", "SC103", "SG101", "VO101"]


def codes(*wanted: str, ignore: tuple[str, ...] = ()) -> set[str]:
    return {finding.code for finding in asked(WEAK, wanted=Wanted(wanted, ignore)).findings}


def test_the_weak_case_meets_these_checks() -> None:
    assert codes() >= set(ALL)


@pytest.mark.parametrize(
    ("select", "ignore"),
    [
        (("DS101",), ()),
        (("DS",), ()),
        (("DS", "SC102"), ()),
        (("DS",), ("DS10",)),
        (("DS",), ("DS101",)),
        ((), ("DS", "SC", "PE")),
        ((), tuple(ALL)),
    ],
)
def test_select_and_ignore(select: tuple[str, ...], ignore: tuple[str, ...]) -> None:
    assert codes(*select, ignore=ignore) == {
        code for code in codes() if code.startswith(select or "") and not code.startswith(ignore or ("?",))
    }


def test_what_the_reader_found_is_selected_and_ignored_too() -> None:
    text = laid_over("dangers: [{statemnt: x}]")
    assert {finding.code for finding in asked(text, "VO101").findings} == {"CF101", "VO101"}
    assert {finding.code for finding in asked(text, "VO101", wanted=Wanted(ignore=("CF",))).findings} == {"VO101"}
    assert {finding.code for finding in asked(text, wanted=Wanted(select=("CF101",))).findings} == {"CF101"}


def test_a_profile_weighs_a_check_or_leaves_it_out(tmp_path: Path) -> None:
    profile = own_profile(
        tmp_path,
        """\
checks:
  - {check: DS101, severity: error, why: Every statement has a goal here.}
  - {check: DS102, severity: "off"}
  - {check: DS106, severity: advice}
  - {check: SC102, severity: query}
""",
    )
    severities = {finding.code: finding.severity for finding in asked(WEAK, profile=profile).findings}
    assert severities["DS101"] == "error"
    assert "DS102" not in severities
    assert severities["DS106"] == "advice"
    assert severities["SC102"] == severities["NX101"] == "query"


def test_findings_come_in_the_order_of_the_text() -> None:
    places = [finding.place for finding in asked(WEAK).findings]
    assert len(places) > len(ALL)
    assert places == sorted(places)


@pytest.mark.parametrize(
    "at",
    [
        "dangers",
        "dangers[0]",
        "dangers.drinking",
        "dangers[0].goal",
        "dangers.drinking.goal.statement",
        " dangers.drinking ",
    ],
)
def test_an_answer_closes_a_query_at_its_place_or_above(at: str) -> None:
    text = f'{WEAK}answers: [{{check: SG101, at: "{at}", reason: The family chose these words.}}]\n'
    found = asked(text, "SG101", wanted=Wanted(ignore=("AN",)))
    assert found.findings == ()
    assert found.answered == 1


@pytest.mark.parametrize(
    "answer",
    [
        "check: SG101, at: danger, reason: x",
        "check: SG101, at: dangers.drink, reason: x",
        "check: SG101, at: 'dangers[1]', reason: x",
        "check: SG101, at: dangers.drinking.goal.statement.more, reason: x",
        "check: SG101, at: '', reason: x",
        "check: SG101, reason: x",
        "check: DS101, at: dangers, reason: x",
        "check: SG101, at: dangers",
        "check: SG101, at: dangers, reason: ' '",
        "check: SG101, at: dangers, reason: x, until: 2026-03-31",
    ],
)
def test_an_answer_for_something_else_or_without_a_reason_or_run_out_closes_nothing(answer: str) -> None:
    text = f"{WEAK}answers: [{{{answer}}}]\n"
    assert read(text).findings == []
    assert "SG101" in {finding.code for finding in asked(text, "SG101").findings}
    assert asked(text, "SG101").answered == 0


@pytest.mark.parametrize(("today", "open_"), [(dt.date(2026, 6, 16), False), (dt.date(2026, 6, 17), True)])
def test_an_answer_holds_to_the_end_of_its_day(today: dt.date, open_: bool) -> None:
    text = f"{WEAK}answers: [{{check: SG101, at: dangers, reason: x, until: 2026-06-16}}]\n"
    assert ("SG101" in {finding.code for finding in asked(text, "SG101", today=today).findings}) is open_


def test_today_changes_nothing_else() -> None:
    assert asked(WEAK, today=dt.date(2026, 3, 17)) == asked(WEAK, today=dt.date(2090, 1, 1))


def test_an_answer_never_closes_an_error() -> None:
    text = f"{WEAK}answers: [{{check: SC102, at: dangers, reason: x}}, {{check: PE104, at: people, reason: x}}]\n"
    found = asked(text, "SC102", "PE104")
    errors = {(finding.code, finding.severity) for finding in found.findings if finding.severity == "error"}
    assert errors == {("SC102", "error"), ("PE104", "error")}
    assert found.answered == 0


@pytest.mark.parametrize(
    "fragment",
    [
        "dangers: [{statement: x, worried: [priya], children: [mia], gaol: y, scale: {ten: a, zero: b}}]",
        "dangers: [{statement: x, worried: [priya], children: [mia], goal: [y], scale: {ten: a, zero: b}}]",
        "dangers: [{statement: x, worried: [priya], children: [mia], goal: {sttement: y}, scale: {ten: a, zero: b}}]",
        "scale: {ten: a, zero: b, ratings: [{who: lisa, score: eleven, date: 2026-03-10}]}",
        "scale: {ten: a, zero: b, ratings: [{who: lisa, score: 4, date: 10/3/2026, reason: x}]}",
        "scale: {ten: a, zreo: b}",
    ],
)
def test_one_mistake_is_told_once(fragment: str) -> None:
    found = asked(laid_over(fragment), "DS101", "DS102", "DS103", "SC101", "SC103")
    assert len([finding for finding in found.findings if finding.severity == "error"]) == 1
    assert [finding.code for finding in found.findings if finding.severity != "error"] in ([], ["DS103"])


def test_other_parts_are_asked_about_all_the_same() -> None:
    text = laid_over(
        "dangers: [{statement: x, gaol: y}, {id: two, statement: x}]\nmap: {needs_to_happen: {next_steps: [z]}}"
    )
    queries = [
        (f.code, path_text(f.shown_path)) for f in asked(text, "DS101", "NX101").findings if f.severity == "query"
    ]
    assert queries == [("DS101", "dangers.two"), ("NX101", "map.needs_to_happen.next_steps[0]")]


def test_errors_do_not_wait() -> None:
    text = laid_over("scale: {ten: a, zero: b, ratings: [{who: lisa, score: 4.5, raeson: x}]}")
    assert {finding.code for finding in asked(text).findings} >= {"CF101", "SC102"}


def test_paths_are_by_position_for_logs_and_by_id_for_the_person_at_the_terminal() -> None:
    found = {finding.code: finding for finding in asked(WEAK, "VO101", "SG101").findings}
    assert found["VO101"].path == ("people", 0)
    assert found["VO101"].shown_path == ("people", "mia")
    assert found["SG101"].path == ("dangers", 0, "goal", "statement")
    assert found["SG101"].shown_path == ("dangers", "drinking", "goal", "statement")


# A word that stands in no message of ours, in each place where a person types.
MARKS = [f"Qz{number}x" for number in range(30)]
texts = st.sampled_from(MARKS).flatmap(
    lambda mark: st.sampled_from([mark, f"{mark} will not {mark}.", f"{mark}: no", " "])
)
ids = st.sampled_from([mark.lower() for mark in MARKS])


@st.composite
def cases(draw: st.DrawFn) -> str:
    people = draw(st.lists(ids, min_size=1, max_size=4, unique=True))
    child = people[0]
    who = st.lists(st.sampled_from(people), max_size=2)
    dates = st.sampled_from(["2026-03-10", "2019-01-01", "2031-01-01", None])
    data = {
        "people": {
            id_: {
                "name": draw(texts),
                "role": "child" if id_ == child else "other",
                "born": draw(dates),
                "due": draw(dates),
            }
            for id_ in people
        },
        "dangers": [
            {
                "id": draw(ids),
                "statement": draw(texts),
                "worried": draw(who),
                "children": draw(st.sampled_from([[], [child]])),
                "goal": draw(st.none() | texts),
                "scale": draw(
                    st.none()
                    | st.fixed_dictionaries(
                        {
                            "ten": texts,
                            "direction": st.sampled_from(["ten-is-safe", "ten-is-danger"]),
                            "ratings": st.lists(
                                st.fixed_dictionaries(
                                    {
                                        "who": st.sampled_from(people),
                                        "score": st.sampled_from([4, 4.5]),
                                        "date": dates,
                                        "reason": texts,
                                    }
                                ),
                                max_size=2,
                            ),
                        }
                    )
                ),
            }
        ],
        "voices": draw(
            st.lists(
                st.fixed_dictionaries(
                    {"who": st.sampled_from(people), "date": dates, "how": texts, "words": st.lists(texts, max_size=1)}
                ),
                max_size=2,
            )
        ),
        "map": {
            "needs_to_happen": {
                "next_steps": draw(
                    st.lists(st.fixed_dictionaries({"what": texts, "who": who, "due": dates}), max_size=2)
                )
            }
        },
    }
    return HEAD + "".join(f"{key}: {json.dumps(value)}\n" for key, value in data.items())


@given(cases())
def test_no_message_holds_a_word_of_the_case(text: str) -> None:
    result = read(text)
    assert result.findings == []
    for finding in asked(text).findings:
        told = " ".join((finding.message, finding.mend, path_text(finding.path)))
        assert not re.search(r"(?i)qz\d", told)


def test_the_words_above_do_meet_checks() -> None:
    text = (
        HEAD
        + PEOPLE.replace("mia", "qz1x")
        + "dangers: [{id: qz2x, statement: Qz3x, worried: [lisa], goal: Qz4x will not Qz5x}]\n"
    )
    assert {finding.code for finding in asked(text).findings} >= {"DS102", "DS103", "DS106", "SG101", "VO101"}


def test_without_a_case_nothing_is_asked() -> None:
    result = read("- a list\n")
    assert [finding.code for finding in ask_checks(result, england(), TODAY).findings] == ["CF102"]


def test_checks_can_be_left_out() -> None:
    assert ask_checks(read(WEAK), england(), TODAY, checks=()).findings == ()
    assert len(PRACTICE) >= len(ALL)

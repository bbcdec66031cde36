"""What stands in the way of letting a copy go: nothing that is held back unagreed slips through, whatever says so."""

from __future__ import annotations

import copy
import datetime as dt
from typing import Any

import pytest
from builders import FEARED, Data, family, profile, put, read

from sostool.checks.run import ask_checks
from sostool.findings.finding import path_text
from sostool.release.gate import due, in_the_way
from sostool.story.chain import chain_of

DAY = dt.date(2026, 3, 16)
AGREED = {"why": "x", "agreed_by": "ann", "date": "2026-03-12"}
STEP = "map.needs_to_happen.next_steps"
HARM = "map.worried.past_harm"


def held(**mark: Any) -> Data:
    return put(family(), HARM, [{"what": "Police came.", "withhold": {"from": ["dean"], **mark}}])


def unagreed(case: Data, **profile_changes: Any) -> list[tuple[str, str]]:
    found = in_the_way(read(case), profile()._replace(**profile_changes), DAY)
    return [(finding.code, path_text(finding.shown_path)) for finding in found.unagreed]


def test_nothing_stands_in_the_way_of_a_file_in_which_all_is_agreed() -> None:
    case = put(held(**AGREED), "people.dean.must_not_see", FEARED)
    put(case, "protected", [{"words": ["Fern Court"], "from": ["dean"], **AGREED}])
    assert in_the_way(read(case), profile(), DAY).all == ()


@pytest.mark.parametrize("missing", list(AGREED))
@pytest.mark.parametrize("mark", ["withhold", "must_not_see", "protected"])
def test_each_mark_wants_a_reason_a_person_and_a_day(mark: str, missing: str) -> None:
    agreed = {key: value for key, value in AGREED.items() if key != missing}
    if mark == "withhold":
        case = held(**agreed)
    elif mark == "must_not_see":
        case = put(family(), "people.dean.must_not_see", {"words_of": ["lisa"], **agreed})
    else:
        case = put(family(), "protected", [{"words": ["Fern Court"], "from": ["dean"], **agreed}])
    [(code, path)] = unagreed(case)
    assert code == "SH101"
    assert mark in path or path == "map.worried.past_harm[0]"


@pytest.mark.parametrize("by", ["mia", "dean", "lisa", "sal"])
def test_nobody_of_the_family_agrees_to_it_for_the_authority(by: str) -> None:
    assert unagreed(held(**{**AGREED, "agreed_by": by}), severities={"SH101": "off"})


@pytest.mark.parametrize("where", ["answers", "off", "both"])
def test_neither_an_answer_nor_a_profile_agrees_to_holding_back(where: str) -> None:
    case = held()
    if where != "off":
        line = {"check": "SH101", "at": "map", "reason": "x", "who": "ann", "date": "2026-03-12", "until": "2027-01-01"}
        put(case, "answers", [line])
    severities = {} if where == "answers" else {"SH101": "off"}
    assert unagreed(case, severities=severities)


def test_deep_inside_too() -> None:
    case = put(family(), "dangers.0.goal", {"statement": "x", "withhold": {"all_but": ["lisa"]}})
    assert len(unagreed(case)) == 1


@pytest.mark.parametrize(
    ("step", "open_"), [({"what": "Priya rings."}, 1), ({"what": "x", "who": ["priya"], "due": "2026-04-01"}, 0)]
)
def test_a_query_that_the_profile_wants_closed(step: Data, open_: int) -> None:
    case = put(family(), STEP, [step])
    found = in_the_way(read(case), profile(), DAY)
    assert [finding.code for finding in found.must_be_closed] == ["NX101"] * open_
    assert in_the_way(read(case), profile()._replace(must_be_closed=frozenset()), DAY).must_be_closed == ()


def test_an_answer_closes_such_a_query_until_its_last_day() -> None:
    case = put(family(), STEP, [{"what": "Priya rings."}])
    line = {"check": "NX101", "at": "map", "reason": "x", "who": "ann", "date": "2026-03-12", "until": "2026-03-16"}
    put(case, "answers", [line])
    assert in_the_way(read(case), profile(), DAY).must_be_closed == ()
    assert in_the_way(read(case), profile(), DAY + dt.timedelta(days=1)).must_be_closed


@pytest.mark.parametrize(("day", "count"), [("2026-06-15", 0), ("2026-06-16", 1), ("2026-06-17", 1)])
def test_a_mark_is_due_from_the_day_on_which_it_was_to_be_looked_at(day: str, count: int) -> None:
    case = read(held(**AGREED, review_on="2026-06-16")).case
    assert case is not None
    assert len(list(due(case, dt.date.fromisoformat(day)))) == count


def test_somebody_else_under_an_old_id_has_to_be_closed_and_advice_about_it_not() -> None:
    earlier = put(family(), HARM, [{"what": "Police came to the flat.", "said_by": ["jo"]}])
    later = put(put(copy.deepcopy(earlier), "meeting.date", "2026-06-09"), "meeting.follows", "march.yaml")
    one = read(put(later, "people.jo.name", "Sal Young"))
    chain = chain_of(one, lambda _: read(earlier))
    asked = [finding for finding in ask_checks(one, profile(), DAY, chain=chain).findings if finding.code == "CH112"]
    assert [finding.severity for finding in asked] == ["query", "advice"]
    assert in_the_way(one, profile(), DAY, chain=chain).must_be_closed == (asked[0],)


def test_what_was_held_back_last_time_and_is_open_now_has_to_be_closed() -> None:
    earlier, later = held(**AGREED), put(family(), HARM, ["Police came."])
    put(later, "meeting.date", "2026-06-09")
    put(later, "meeting.follows", "march.yaml")
    one = read(later)
    found = in_the_way(one, profile(), DAY, chain=chain_of(one, lambda _: read(earlier)))
    assert [finding.code for finding in found.must_be_closed] == ["CH110"]
    line = {"check": "CH110", "at": "map.worried", "reason": "x", "who": "ann", "date": "2026-06-01"}
    answered = read(put(later, "answers", [line]))
    assert in_the_way(answered, profile(), DAY, chain=chain_of(answered, lambda _: read(earlier))).all == ()
    assert in_the_way(one, profile(), DAY).all == ()

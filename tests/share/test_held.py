"""Which texts count as held back from a reader, why, and which stand open whatever else says the same."""

from __future__ import annotations

import pytest
from builders import Data, family, profile, put, read

from sostool.findings.finding import path_text
from sostool.share.held import given_texts, held_texts
from sostool.share.readers import find_reader
from sostool.share.why import Why

M = "Zqmark is what stands here"
STRENGTHS = "map.working_well.strengths"
WITHHELD: Data = {"from": ["dean"], "why": "Because."}
CLEARED: Data = {"for": ["dean"], "by": "ann", "date": "2026-03-12"}


def held(case: Data, name: str) -> dict[str, Why]:
    """Give the places of marked texts that are held back, each with the reason."""
    found = read(case).case
    assert found is not None
    reader = find_reader(found, profile(), name)
    assert reader is not None
    return {path_text(text.path): text.why for text in held_texts(found, reader) if M in text.text}


def given(case: Data, name: str) -> list[str]:
    found = read(case).case
    assert found is not None
    reader = find_reader(found, profile(), name)
    assert reader is not None
    return [path_text(text.path) for text in given_texts(found, reader) if M in text.text]


def item(**keys: object) -> list[Data]:
    return [{"what": M, "said_by": ["cole"], "children": ["mia"], **keys}]


AT = "map.working_well.strengths[0].what"
VOICE: Data = {"who": "mia", "date": "2026-03-10", "worries": [M]}
VOICE_AT = "voices[0].worries[0]"

CASES: dict[str, tuple[Data, dict[str, dict[str, Why]]]] = {
    "an open item": (put(family(), STRENGTHS, item()), {"dean": {}, "lisa": {}, "room": {}, "practitioners": {}}),
    "a withheld item": (
        put(family(), STRENGTHS, item(withhold=WITHHELD)),
        {"dean": {AT: Why.WITHHELD}, "lisa": {}, "room": {AT: Why.WITHHELD}, "dov": {AT: Why.WITHHELD}, "chair": {}},
    ),
    "an item in a withheld column": (
        put(family(), "map.working_well", {"strengths": item(), "withhold": WITHHELD}),
        {"dean": {AT: Why.WITHHELD}, "lisa": {}},
    ),
    "words of somebody frightened": (
        put(family(feared=True, side=True), STRENGTHS, item(said_by=["lisa", "cole"])),
        {"dean": {AT: Why.WORDS_OF}, "ray": {AT: Why.WORDS_OF}, "lisa": {}, "room": {AT: Why.WORDS_OF}, "kim": {}},
    ),
    "words that are withheld too": (
        put(family(feared=True), STRENGTHS, item(said_by=["lisa"], withhold=WITHHELD)),
        {"dean": {AT: Why.WITHHELD}},
    ),
    "words that were cleared": (
        put(family(feared=True), STRENGTHS, item(said_by=["lisa"], cleared=CLEARED)),
        {"dean": {}, "room": {}},
    ),
    "a sensitive matter": (
        put(family(), STRENGTHS, item(sensitive=True, about=["lisa"])),
        {"dean": {AT: Why.SENSITIVE}, "lisa": {}, "room": {AT: Why.SENSITIVE}, "practitioners": {}},
    ),
    "a child's words that are not shared": (
        put(family(), "voices", [VOICE]),
        {
            "dean": {VOICE_AT: Why.OWN_WORDS},
            "room": {VOICE_AT: Why.OWN_WORDS},
            "practitioners": {},
            "mia": {VOICE_AT: Why.OWN_WORDS},
        },
    ),
    "a child's words shared with mum": (
        put(family(), "voices", [{**VOICE, "may_share": ["lisa"]}]),
        {"dean": {VOICE_AT: Why.OWN_WORDS}, "lisa": {}, "sal": {}, "mia": {}, "room": {VOICE_AT: Why.OWN_WORDS}},
    ),
    "what was seen of a baby": (
        put(family(), "voices", [{"who": "noah", "date": "2026-03-10", "observed": M}]),
        {"dean": {}, "room": {}, "jo": {}},
    ),
    "why a child was not asked": (
        put(family(), "voices", [{"who": "noah", "not_asked": M}]),
        {"dean": {}, "room": {}, "jo": {}},
    ),
    "what was seen beside own words": (
        put(family(), "voices", [{**VOICE, "worries": ["I hide."], "observed": M}]),
        {"dean": {}, "room": {}},
    ),
    "a father's own words": (
        put(family(), "voices", [{**VOICE, "who": "dean"}]),
        {"dean": {}, "lisa": {VOICE_AT: Why.OWN_WORDS}, "room": {VOICE_AT: Why.OWN_WORDS}, "practitioners": {}},
    ),
    "the reason of a child's number": (
        put(
            family(),
            "scale",
            {"ten": "Good.", "ratings": [{"who": "mia", "date": "2026-03-10", "score": 3, "reason": M}]},
        ),
        {"dean": {"scale.ratings[0].reason": Why.OWN_WORDS}, "mia": {}, "practitioners": {}},
    ),
    "the reason of a father's number": (
        put(
            family(),
            "scale",
            {"ten": "Good.", "ratings": [{"who": "dean", "date": "2026-03-10", "score": 3, "reason": M}]},
        ),
        {"dean": {}, "lisa": {}, "jo": {}, "room": {}},
    ),
    "what an aunt will do": (
        put(family(feared=True), "people.jo.will", M),
        {"dean": {"people.jo.will": Why.WORDS_OF}, "lisa": {}, "jo": {}, "practitioners": {}},
    ),
    "why somebody comes apart": (
        put(family(), "meeting.attendance", [{"who": "lisa", "part": "separately", "why": M, "place": M}]),
        {
            name: {"meeting.attendance[0].why": Why.WITHHELD}
            for name in ("dean", "lisa", "practitioners", "room", "mia")
        },
    ),
    "a danger statement by somebody frightened": (
        put(put(family(feared=True), "dangers.0.statement", M), "dangers.0.worried", ["lisa"]),
        {"dean": {}, "lisa": {}},
    ),
    "an item of a withheld danger": (
        put(
            put(family(), "dangers.0.withhold", WITHHELD),
            "map.needs_to_happen.next_steps",
            [{"what": M, "danger": "hurting", "who": ["priya"]}],
        ),
        {"dean": {"map.needs_to_happen.next_steps[0].what": Why.WITHHELD}, "lisa": {}},
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_what_is_held_back_from_whom_and_why(name: str) -> None:
    case, expected = CASES[name]
    assert {reader: held(case, reader) for reader in expected} == expected


@pytest.mark.parametrize("mark", ["withhold", "cleared", "must_not_see", "protected", "held_by_chair"])
def test_the_reason_of_each_mark_is_the_chairs(mark: str) -> None:
    case = {
        "withhold": put(family(), STRENGTHS, item(what="x", withhold={"from": ["jo"], "why": M})),
        "cleared": put(family(), STRENGTHS, item(what="x", cleared={"for": ["dean"], "why": M})),
        "must_not_see": put(family(), "people.dean.must_not_see", {"words_of": ["mia"], "why": M}),
        "protected": put(family(), "protected", [{"words": ["Fern"], "from": ["dean"], "why": M}]),
        "held_by_chair": put(family(), "held_by_chair", [{"note": M}]),
    }[mark]
    for name in ("lisa", "dean", "jo", "mia", "practitioners", "room"):
        assert list(held(case, name).values()) == [Why.WITHHELD], name
    assert held(case, "chair") == {}


def test_an_adults_words_that_all_in_the_room_may_have_are_no_secret_there() -> None:
    told: Data = {"who": "lisa", "date": "2026-03-10", "words": [M], "may_share": ["mia", "dean", "jo", "ray", "kim"]}
    case = put(family(), "voices", [told])
    del case["people"]["una"], case["people"]["dov"], case["people"]["sal"]
    assert held(case, "room") == {}
    assert held(put(case, "voices", [{**told, "may_share": ["mia", "dean", "jo", "ray"]}]), "room") != {}
    assert (
        held(put(case, "voices", [{**told, "who": "mia", "may_share": ["lisa", "dean", "jo", "ray", "kim"]}]), "room")
        != {}
    )


def test_what_is_the_readers_own_was_cleared_or_shared_stands_open() -> None:
    assert given(put(family(), "voices", [{**VOICE, "who": "dean"}]), "dean") == [VOICE_AT]
    assert given(put(family(), "voices", [{**VOICE, "may_share": ["dean"]}]), "dean") == [VOICE_AT]
    assert given(put(family(), "voices", [VOICE]), "dean") == []
    cleared = put(family(feared=True), STRENGTHS, item(said_by=["lisa"], cleared=CLEARED))
    assert given(cleared, "dean") == [AT]
    assert given(cleared, "lisa") == []


def test_a_childs_page_opens_own_words_only_where_those_at_home_may_have_them() -> None:
    assert given(put(family(), "voices", [VOICE]), "mia") == []
    assert given(put(family(), "voices", [{**VOICE, "may_share": ["lisa"]}]), "mia") == [VOICE_AT]


def test_what_is_sensitive_is_given_to_nobody_else_by_being_cleared_or_theirs() -> None:
    case = put(family(feared=True), STRENGTHS, item(sensitive=True, about=["lisa"], cleared=CLEARED))
    put(case, "involvement", [{"who": "jo", "offered": M, "sensitive": True, "about": ["lisa"]}])
    assert held(case, "dean") == {AT: Why.SENSITIVE, "involvement[0].offered": Why.WORDS_OF}
    assert given(case, "dean") == []
    assert held(case, "jo") == {AT: Why.SENSITIVE, "involvement[0].offered": Why.SENSITIVE}
    assert given(case, "jo") == []


def test_what_belongs_to_a_withheld_danger_is_withheld_whoever_said_it() -> None:
    case = put(family(feared=True), "dangers.0.withhold", WITHHELD)
    put(case, "safety_plan.rules", [{"what": M, "danger": "hurting", "who": ["lisa"]}])
    assert held(case, "dean") == {"safety_plan.rules[0].what": Why.WITHHELD}

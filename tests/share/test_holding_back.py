"""Three ways to hold back, beyond the rows of the table: what a mark takes along, what lifts it, whom it falls on."""

from __future__ import annotations

from typing import Any

import pytest
from builders import Data, family, holds, put, view

M = "Zqmark"
CLEARED: Data = {"for": ["dean"], "by": "ann", "date": "2026-03-12"}
STRENGTHS = "map.working_well.strengths"


def item(**keys: Any) -> list[Data]:
    return [{"what": M, "said_by": ["cole"], "children": ["mia"], **keys}]


def who_gets(case: Data, names: str) -> set[str]:
    return {name for name in names.split() if holds(view(case, name), M)}


EVERYBODY = "chair ann practitioners cole priya lisa dean sal dov jo ray room room:lisa room:dean"


@pytest.mark.parametrize(
    ("mark", "gets"),
    [
        ({"from": ["dean"]}, "chair ann practitioners cole priya lisa sal room:lisa"),
        ({"from": ["sal"]}, "chair ann practitioners cole priya lisa dean dov room:lisa room:dean"),
        ({"from": ["ray"]}, "chair ann practitioners cole priya lisa dean sal dov room:lisa room:dean"),
        ({"from": ["everyone"]}, "chair ann"),
        ({"all_but": ["lisa"]}, "chair ann lisa room:lisa"),
        ({"all_but": ["lisa", "sal"]}, "chair ann lisa sal room:lisa"),
        ({"all_but": ["lisa", "cole"]}, "chair ann cole lisa room:lisa"),
        (
            {"all_but": ["lisa", "dean", "sal", "dov", "priya", "cole", "max"]},
            "chair ann practitioners cole priya lisa dean sal dov room:lisa room:dean",
        ),
        ({"from": ["una"]}, "chair ann practitioners cole priya lisa dean sal dov room:lisa room:dean"),
        # Nobody has agreed it, and it works at once.
        ({"from": ["lisa", "dean"]}, "chair ann practitioners cole priya"),
    ],
    ids=str,
)
def test_withholding_bars_whom_it_names_and_everybody_who_stands_beside_them(mark: Data, gets: str) -> None:
    case = put(family(), STRENGTHS, item(withhold=mark))
    # Jo and Ray have said nothing and get no such item anyway; in the room everyone stands beside everyone.
    assert who_gets(case, EVERYBODY) == set(gets.split())


def test_withholding_from_a_practitioner_bars_the_group_and_that_one() -> None:
    case = put(family(), STRENGTHS, item(withhold={"from": ["cole"]}))
    assert who_gets(case, "practitioners cole priya max chair") == {"priya", "max", "chair"}


PARENTS_OF_AN_ITEM = {
    "map": ("map", {"worried": {"past_harm": item()}}),
    "map.worried": ("map.worried", {"past_harm": item()}),
    "map.working_well": ("map.working_well", {"strengths": item()}),
    "map.needs_to_happen": ("map.needs_to_happen", {"next_steps": [{"what": M, "danger": "hurting"}]}),
    "safety_plan": (
        "safety_plan",
        {"rules": [{"what": M, "danger": "hurting"}], "bottom_lines": [{"what": M, "danger": "hurting"}]},
    ),
    "scale": (
        "scale",
        {"ten": M, "zero": "b", "ratings": [{"who": "cole", "date": "2026-03-10", "score": 3, "reason": M}]},
    ),
    "a danger's scale": (
        "dangers.0.scale",
        {"ten": M, "zero": "b", "ratings": [{"who": "cole", "date": "2026-03-10", "score": 3, "reason": M}]},
    ),
    "a danger's goal": ("dangers.0.goal", {"statement": M, "who_does": ["cole"]}),
    "a past harm": (
        "map.worried.past_harm",
        {"what": "x", "children": ["mia"], "impact": [{"child": "mia", "what": M, "said_by": ["cole"]}]},
    ),
    "a rule": (
        "safety_plan.rules",
        {"what": "x", "danger": "hurting", "check": {"who": ["cole"], "how": M}, "used": [{"what": M}], "if_not": M},
    ),
    "a voice": ("voices", {"who": "lisa", "date": "2026-03-10", "words": [M], "may_share": ["dean"]}),
    "the meeting": (
        "meeting",
        {"why": M, "time": M, "place": M, "attendance": [{"who": "dean", "place": M, "with": ["ray"]}]},
    ),
}


@pytest.mark.parametrize("name", PARENTS_OF_AN_ITEM)
def test_a_withheld_part_takes_along_all_that_stands_under_it(name: str) -> None:
    path, value = PARENTS_OF_AN_ITEM[name]
    case = family()
    if path == "meeting":
        value = case["meeting"] | value
    put(case, path, value)
    assert {"dean", "chair"} <= who_gets(case, "dean dov chair practitioners")
    put(case, f"{path}.withhold", {"from": ["dean"]})
    assert who_gets(case, "dean dov room room:dean") == set()
    assert who_gets(case, "chair practitioners") == {"chair", "practitioners"}


OF_A_DANGER = {
    "its statement": ("dangers.0.statement", M),
    "its goal": ("dangers.0.goal", {"statement": M}),
    "its scale": ("dangers.0.scale", {"ten": M, "zero": "b"}),
    "what somebody says to it": ("dangers.0.sees_it_differently", [{"who": "lisa", "says": M}]),
    "next steps": ("map.needs_to_happen.next_steps", [{"what": M, "danger": "hurting", "who": ["dean", "jo"]}]),
    "existing safety": ("map.working_well.existing_safety", [{"what": M, "danger": "hurting", "who": ["dean", "jo"]}]),
    "rules": ("safety_plan.rules", [{"what": M, "danger": "hurting", "who": ["dean", "jo"]}]),
    "bottom lines": ("safety_plan.bottom_lines", [{"what": M, "danger": "hurting"}]),
    "steps on the way": ("trajectory", [{"what": M, "danger": "hurting", "who": ["dean", "jo"]}]),
}


@pytest.mark.parametrize("name", OF_A_DANGER)
def test_a_withheld_danger_takes_along_its_goal_its_scale_and_its_steps(name: str) -> None:
    case = family()
    put(case, *OF_A_DANGER[name])
    assert {"dean", "chair"} <= who_gets(case, "dean chair")
    put(case, "dangers.0.withhold", {"from": ["dean", "jo"]})
    assert who_gets(case, "dean dov jo room") == set()
    assert {"lisa", "chair", "practitioners"} <= who_gets(case, "lisa chair practitioners")


def test_a_danger_stays_where_the_harm_it_rests_on_is_held_back() -> None:
    case = family()
    put(
        case,
        "map.worried.past_harm",
        [{"id": "call", "what": "x", "said_by": ["cole"], "withhold": {"from": ["dean"]}}],
    )
    put(case, "dangers.0.rests_on", ["call"])
    put(case, "dangers.0.statement", M)
    assert who_gets(case, "dean room") == {"dean", "room"}


def test_numbers_of_statements_leave_no_gap() -> None:
    case = family()
    case["dangers"].insert(0, {"id": "first", "statement": "y", "children": ["mia"], "withhold": {"from": ["dean"]}})
    put(case, "people.jo.knows_about", ["first", "hurting"])
    put(case, STRENGTHS, item(said_by=["jo"]))
    jo = next(person for person in view(case, "dean").people if person.name == "Aunt Jo")
    assert jo.knows_about == (1,)
    assert next(person for person in view(case, "lisa").people if person.name == "Aunt Jo").knows_about == (1, 2)


def test_a_later_number_that_is_held_back_leaves_the_earlier_one_as_it_was() -> None:
    first = {"who": "cole", "date": "2026-02-01", "score": 2, "reason": "first"}
    later = {
        "who": "cole",
        "date": "2026-03-01",
        "score": 5,
        "reason": M,
        "corrects": "2026-02-01",
        "withhold": {"from": ["dean"]},
    }
    case = put(family(), "dangers.0.scale", {"ten": "a", "zero": "b", "ratings": [first, later]})
    scale = view(case, "dean").dangers[0].scale
    assert scale is not None
    assert [(rating.score, rating.reason, rating.before) for rating in scale.ratings] == [(2.0, "first", None)]


@pytest.mark.parametrize(
    ("cleared", "gets"),
    [
        (CLEARED, "dean dov room:dean"),
        (CLEARED | {"by": "priya"}, "dean dov room:dean"),
        (CLEARED | {"by": "lisa"}, ""),
        (CLEARED | {"by": "dean"}, ""),
        (CLEARED | {"by": "mia"}, ""),
        ({"for": ["dean"], "by": "ann"}, ""),
        ({"for": ["dean"], "date": "2026-03-12"}, ""),
        (CLEARED | {"for": ["ray"]}, ""),
        (CLEARED | {"for": ["dean", "ray"]}, "dean dov room:dean room"),
        (CLEARED | {"for": ["room"]}, "room:dean room"),
    ],
    ids=str,
)
def test_an_item_is_cleared_by_a_practitioner_on_a_day_for_whom_it_says(cleared: Data, gets: str) -> None:
    # Lisa told it; Ray is of Dean's side and stands in the room with him.
    case = put(family(feared=True, side=True), STRENGTHS, item(said_by=["lisa"], cleared=cleared))
    assert who_gets(case, "dean dov room:dean room ray jo") == set(gets.split())


def test_what_is_cleared_for_one_feared_reader_is_not_for_another_who_gets_the_same_copy() -> None:
    case = put(family(feared=True), "map.worried.grey_areas", [{"what": M, "cleared": CLEARED}])
    assert who_gets(case, "dean dov") == {"dean", "dov"}
    put(case, "people.dov.must_not_see", {"words_of": ["kim"]})
    assert who_gets(case, "dean dov") == {"dean"}


def test_clearing_lifts_fear_and_not_withholding() -> None:
    case = put(family(feared=True), STRENGTHS, item(said_by=["lisa"], cleared=CLEARED, withhold={"from": ["dean"]}))
    assert who_gets(case, "dean dov room") == set()


def test_clearing_an_item_clears_nothing_inside_it() -> None:
    impact = {"child": "mia", "what": M, "said_by": ["mia"]}
    case = put(
        family(feared=True),
        "map.worried.past_harm",
        [{"what": "x", "said_by": ["lisa"], "impact": [impact], "cleared": CLEARED}],
    )
    assert view(case, "dean").map.past_harm
    assert who_gets(case, "dean") == set()


def test_family_of_a_feared_person_who_is_feared_too_is_barred_twice() -> None:
    case = family(feared=True, side=True)
    put(case, "people.ray.must_not_see", {"words_of": ["kim"]})
    for told_by in ("lisa", "kim"):
        put(case, STRENGTHS, item(said_by=[told_by, "ray"]))
        assert "ray" not in who_gets(case, "ray room:ray"), told_by
    put(case, STRENGTHS, item(said_by=["cole", "ray"]))
    assert "ray" in who_gets(case, "ray")


def test_being_of_somebodys_side_who_is_not_feared_bars_nothing() -> None:
    case = put(family(side=True), STRENGTHS, item(said_by=["lisa", "ray"]))
    assert who_gets(case, "ray dean room") == {"ray", "dean", "room"}


def test_what_is_withheld_from_the_feared_person_is_withheld_from_their_side() -> None:
    case = put(family(feared=True, side=True), STRENGTHS, item(said_by=["ray"], withhold={"from": ["dean"]}))
    assert who_gets(case, "dean ray room:ray room") == set()


def test_in_the_room_with_a_feared_person_nobodys_help_is_told() -> None:
    case = family(feared=True)
    put(case, "people.jo", case["people"]["jo"] | {"ring": "inner", "will": M})
    jo = next(person for person in view(case, "room").people if person.name == "Aunt Jo")
    assert (jo.ring, jo.knows_about, jo.will) == ("", (), "")


@pytest.mark.parametrize(
    "source", ["Aunt Jo", "jo and Priya", "Jo (Lisa's sister)", "Mr Cole, and Lisa", "Mía, at school", "mia/cole"]
)
def test_a_source_that_is_typed_freely_and_names_somebody_is_theirs(source: str) -> None:
    case = put(family(feared=True, side=True), STRENGTHS, item(said_by=[source]))
    assert who_gets(case, "dean dov ray room room:dean lisa practitioners") == {"lisa", "practitioners"}


def test_what_a_frightened_person_wrote_down_is_theirs() -> None:
    voice = {"who": "noah", "date": "2026-03-10", "observed": M, "written_by": "lisa"}
    assert who_gets(put(family(feared=True), "voices", [voice]), "dean lisa") == {"lisa"}


def test_his_own_step_does_not_say_who_told_of_it() -> None:
    told = item(who=["dean"], said_by=["lisa", "cole", "Aunt Jo"], seen_by=["mia", "priya"])
    case = put(family(feared=True), "map.working_well.existing_safety", told)
    (step,) = view(case, "dean").map.existing_safety
    assert (step.said_by, step.seen_by) == (("Mr Cole",), ("Priya Shah",))
    (step,) = view(case, "lisa").map.existing_safety
    assert step.said_by == ("Lisa", "Mr Cole", "Aunt Jo")


def test_a_childs_page_names_no_helper_of_whom_somebody_at_home_must_not_know() -> None:
    case = family(feared=True)
    put(case, "people.jo.will", "She comes when Mia rings.")
    put(case, "people.mia.lives_with", ["lisa", "dean"])
    put(case, "words_for_child", [{"text": ["x"], "agreed_with": ["lisa"], "date": "2026-03-14"}])
    assert "Aunt Jo" not in {person.name for person in view(case, "mia").people}
    put(case, "people.mia.lives_with", ["lisa"])
    assert "Aunt Jo" in {person.name for person in view(case, "mia").people}


def test_beside_a_statement_a_feared_reader_finds_no_name_of_those_who_fear_them() -> None:
    case = put(family(feared=True, side=True), "dangers.0.worried", ["lisa", "cole", "jo"])
    for name in ("dean", "dov", "ray", "room", "room:dean"):
        assert view(case, name).dangers[0].worried == ("Mr Cole",), name
    assert view(case, "practitioners").dangers[0].worried == ("Lisa", "Mr Cole", "Aunt Jo")


def test_a_childs_number_follows_their_words() -> None:
    shared = {"who": "mia", "date": "2026-03-10", "words": ["x"], "may_share": ["lisa"]}
    secret = {"who": "mia", "date": "2026-03-12", "words": ["y"]}

    def given(day: str, *voices: Data) -> bool:
        case = put(
            family(),
            "dangers.0.scale",
            {"ten": "a", "zero": "b", "ratings": [{"who": "mia", "date": day, "score": 4, "reason": M}]},
        )
        return "lisa" in who_gets(put(case, "voices", list(voices)), "lisa")

    assert given("2026-03-10", shared)
    assert given("2026-03-10", shared, secret)
    assert not given("2026-03-12", shared, secret)
    # Whether Mia has said something else in secret must not show in a number of another day.
    assert given("2026-03-01", shared)
    assert given("2026-03-01", shared, secret)
    assert not given("2026-03-01", secret)
    assert not given("2026-03-01", shared | {"withhold": {"from": ["lisa"]}})
    assert not given("2026-03-10", shared | {"withhold": {"from": ["lisa"]}})
    assert not given("2026-03-01")


@pytest.mark.parametrize("reader", ["jo", "sal", "lisa"])
def test_a_part_of_the_meeting_that_is_withheld_gives_neither_time_nor_place(reader: str) -> None:
    part = {"who": "lisa", "part": "separately", "with": ["jo"], "time": M, "place": M, "withhold": {"from": [reader]}}
    assert who_gets(put(family(), "meeting.attendance", [part]), reader) == set()


def test_a_sensitive_matter_of_the_one_in_the_room_does_not_hang_on_the_wall() -> None:
    case = put(family(), "map.worried.complicating", item(children=[], about=["lisa"], sensitive=True))
    put(case, "meeting.attendance", [{"who": "lisa", "part": "separately", "with": ["jo"]}])
    assert who_gets(case, "lisa room room:lisa room:jo") == {"lisa"}


class TestWhatPractitionersAreTold:
    def hearing(self, case: Data, reader: str = "practitioners") -> tuple[tuple[str, ...], tuple[str, ...]]:
        found = view(case, reader)
        hearing = (*found.map.strengths, *found.map.past_harm, *found.map.next_steps, *found.plan.rules)[0].hearing
        return hearing.not_in_front_of, hearing.only_in_front_of

    def test_in_front_of_whom_a_withheld_item_is_not_said(self) -> None:
        case = put(family(), STRENGTHS, item(withhold={"from": ["dean", "cole"]}))
        assert self.hearing(case, "priya") == (("Dean",), ())
        assert self.hearing(put(family(), STRENGTHS, item(withhold={"from": ["dean"]}))) == (("Dean",), ())
        assert self.hearing(put(family(), STRENGTHS, item())) == ((), ())

    def test_in_front_of_whom_the_words_of_a_frightened_person_are_not_said(self) -> None:
        assert self.hearing(put(family(feared=True, side=True), STRENGTHS, item(said_by=["lisa"]))) == (
            ("Dean", "Grandad Ray"),
            (),
        )

    def test_in_front_of_whom_alone_a_sensitive_matter_is_said(self) -> None:
        assert self.hearing(put(family(), STRENGTHS, item(about=["lisa"], sensitive=True))) == ((), ("Lisa",))

    @pytest.mark.parametrize("around", ["map", "map.worried"])
    def test_what_stands_in_a_withheld_part_says_so_itself(self, around: str) -> None:
        case = put(family(), "map.worried.past_harm", item(impact=[{"child": "mia", "what": "x", "said_by": ["cole"]}]))
        put(case, f"{around}.withhold", {"from": ["dean"]})
        assert self.hearing(case) == (("Dean",), ())
        assert view(case, "practitioners").map.past_harm[0].impact[0].hearing.not_in_front_of == ("Dean",)

    def test_what_belongs_to_a_withheld_danger_says_so_itself(self) -> None:
        case = put(family(), "dangers.0.withhold", {"from": ["dean"]})
        put(case, "map.needs_to_happen.next_steps", [{"what": "x", "danger": "hurting"}])
        put(case, "dangers.0.goal", {"statement": "x"})
        put(
            case,
            "dangers.0.scale",
            {"ten": "a", "zero": "b", "ratings": [{"who": "cole", "date": "2026-03-10", "score": 3}]},
        )
        assert self.hearing(case) == (("Dean",), ())
        danger = view(case, "practitioners").dangers[0]
        assert danger.goal is not None
        assert danger.scale is not None
        assert danger.goal.hearing.not_in_front_of == danger.scale.ratings[0].hearing.not_in_front_of == ("Dean",)

    def test_family_copies_say_nothing_of_the_kind(self) -> None:
        case = put(family(), STRENGTHS, item(withhold={"from": ["dean"]}))
        assert self.hearing(case, "lisa") == ((), ())

"""Numbers are only ever added: one for each person, day and scale, unless one was written down wrongly."""

from __future__ import annotations

import datetime as dt

import builders

from sostool.adding.ratings import (
    CHILD_IN_THE_ROOM,
    HELD_BACK,
    NOTHING_TO_CORRECT,
    OTHERS_ARE_WITHHELD,
    THERE_ALREADY,
    rating,
    scales_of,
    to_know_before,
    who_may_rate,
    why_not,
)
from sostool.case.model import Case

DAY, LATER = dt.date(2026, 3, 10), dt.date(2026, 3, 17)


def case(**more: object) -> Case:
    data = builders.family(feared=True)
    data["dangers"].append(
        {"id": "drinking", "scale": {"ratings": [{"who": "lisa", "date": "2026-03-10", "score": 4}, {"who": "lisa"}]}}
    )
    found = builders.read(data | more).case
    assert found is not None
    return found


class TestScales:
    def test_each_dangers_own_and_the_overall_one_where_it_is_used(self) -> None:
        paths = [one.path for one in scales_of(case())]
        assert paths == [("dangers", 0, "scale", "ratings"), ("dangers", 1, "scale", "ratings")]
        assert [one.path for one in scales_of(case(scale={"ten": "Safe."}))] == [*paths, ("scale", "ratings")]

    def test_without_dangers_the_overall_one(self) -> None:
        found = builders.read({"sostool": 1, "reference": "EX-1", "meeting": {"kind": "mapping", "date": "2026-03-17"}})
        assert found.case is not None
        (one,) = scales_of(found.case)
        assert (one.path, one.danger, one.scale) == (("scale", "ratings"), None, None)


class TestWhoMayRate:
    def test_everyone_with_a_number_of_their_own_the_family_first(self) -> None:
        assert [person.id for person in who_may_rate(case())] == [
            "mia", "noah", "lisa", "dean", "jo", "ray", "kim", "sal", "dov", "priya", "cole", "max", "ann",
        ]  # fmt: skip

    def test_not_a_child_who_is_only_named_nor_one_who_is_not_born_yet(self) -> None:
        data = builders.family()
        data["people"]["noah"]["subject"] = False
        data["people"]["bean"] = {"name": "Bean", "role": "child", "due": "2026-05-20"}
        found = builders.read(data).case
        assert found is not None
        assert not {"noah", "bean"} & {person.id for person in who_may_rate(found)}


class TestWhyNot:
    def test_one_number_a_day(self) -> None:
        drinking = scales_of(case())[1].scale
        assert why_not("lisa", DAY, None, drinking) == THERE_ALREADY
        assert why_not("lisa", LATER, None, drinking) == ""
        assert why_not("dean", DAY, None, drinking) == ""
        assert why_not("lisa", DAY, None, None) == ""

    def test_a_wrong_one_gets_the_right_one_beside_it(self) -> None:
        drinking = scales_of(case())[1].scale
        assert why_not("lisa", DAY, DAY, drinking) == ""
        assert why_not("lisa", LATER, DAY, drinking) == ""
        assert why_not("lisa", DAY, LATER, drinking) == NOTHING_TO_CORRECT
        assert why_not("dean", DAY, DAY, drinking) == NOTHING_TO_CORRECT
        assert why_not("dean", DAY, DAY, None) == NOTHING_TO_CORRECT


def test_what_to_know_before_holds_no_name() -> None:
    found = case()
    assert to_know_before(found.people["noah"], "in-room", found) == [CHILD_IN_THE_ROOM]
    assert to_know_before(found.people["noah"], "alone", found) == []
    assert to_know_before(found.people["mia"], "in-room", found) == [CHILD_IN_THE_ROOM, HELD_BACK]
    assert to_know_before(found.people["lisa"], "in-room", found) == [HELD_BACK]
    assert to_know_before(found.people["dean"], "in-room", found) == []


def test_where_other_words_of_theirs_are_withheld_it_is_said() -> None:
    voices = [{"who": "ray", "words": ["x"], "withhold": {"from": ["dean"]}}]
    found = case(voices=voices, scale={"ratings": [{"who": "kim", "score": 3, "withhold": {"from": "everyone"}}]})
    for who in ("ray", "kim"):
        assert to_know_before(found.people[who], "alone", found) == [OTHERS_ARE_WITHHELD]
    assert to_know_before(found.people["dean"], "alone", found) == []


def test_what_is_not_known_is_left_out() -> None:
    at = scales_of(case())[0]
    made = rating(at, [("who", "lisa"), ("date", DAY), ("score", 0), ("would_not_say", None), ("reason", "")])
    assert (made.path, made.is_entry) == (("dangers", 0, "scale", "ratings"), True)
    assert made.value == {"who": "lisa", "date": DAY, "score": 0}

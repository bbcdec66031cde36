"""What people type is understood as they mean it, or they are told why not."""

from __future__ import annotations

import datetime as dt
from typing import Any

import builders
import pytest

from sostool.adding.understanding import NotUnderstoodError, understood
from sostool.case.model import Answer, Case, Danger, ExistingSafety, NextStep, PastHarm, Person, Rating, Voice
from sostool.yamlfile.parts import Part


def family() -> Case:
    data = builders.put(builders.family(), "map.worried.past_harm", [{"id": "police-call", "what": "x"}])
    found = builders.read(data).case
    assert found is not None
    return found


FAMILY = family()


def read(part: type[Part], key: str, *typed: str) -> Any:
    return understood(part.keys[key].kind, list(typed), FAMILY)


@pytest.mark.parametrize(
    ("part", "key", "typed", "value"),
    [
        (NextStep, "what", ["  Priya meets Lisa: at six. "], "Priya meets Lisa: at six."),
        (NextStep, "due", ["24/3/2026"], dt.date(2026, 3, 24)),
        (NextStep, "due", ["24 March 2026"], dt.date(2026, 3, 24)),
        (NextStep, "due", ["2026-03-24"], dt.date(2026, 3, 24)),
        (PastHarm, "date", ["2026-02"], "2026-02"),
        (PastHarm, "date", ["2026"], "2026"),
        (ExistingSafety, "dates", ["2026-02", "3/2/2026"], ["2026-02", dt.date(2026, 2, 3)]),
        (NextStep, "who", ["lisa"], ["lisa"]),
        (NextStep, "who", ["lisa, priya;jo"], ["lisa", "priya", "jo"]),
        (NextStep, "who", ["lisa", "Aunt Jo"], ["lisa", "jo"]),
        (NextStep, "who", ["LISA"], ["lisa"]),
        (NextStep, "danger", ["hurting"], "hurting"),
        (NextStep, "children", ["Mia, noah"], ["mia", "noah"]),
        (PastHarm, "said_by", ["lisa, priya"], ["lisa", "priya"]),
        (PastHarm, "said_by", ["Surrey Police, by letter"], ["Surrey Police, by letter"]),
        (PastHarm, "how_we_know", ["Told"], "told"),
        (Rating, "given", ["in room"], "in-room"),
        (Rating, "score", ["0"], 0),
        (Rating, "score", ["4,5"], 4.5),
        (Rating, "score", ["10"], 10),
        (Rating, "would_not_say", ["Yes"], True),
        (Voice, "read_back", ["n"], False),
        (Voice, "worries", ["a, b", "c"], ["a, b", "c"]),
        (Danger, "id", ["drinking"], "drinking"),
        (Danger, "rests_on", ["police-call"], ["police-call"]),
        (Danger, "rests_on", ["none-yet"], ["none-yet"]),
        (Answer, "check", ["DS104"], "DS104"),
    ],
)
def test_what_is_meant(part: type[Part], key: str, typed: list[str], value: object) -> None:
    found = read(part, key, *typed)
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize(
    ("part", "key", "typed", "why", "near"),
    [
        (NextStep, "what", ["a\x1b"], "invisible control character", ""),
        (NextStep, "what", [" "], "Nothing stands here", ""),
        (NextStep, "what", ["a", "b"], "Only one", ""),
        (NextStep, "due", ["tomorrow"], "not a date", ""),
        (NextStep, "due", ["30 February 2026"], "not a date", ""),
        (NextStep, "due", ["2026-03"], "not a date", ""),
        (PastHarm, "date", ["0000"], "not a date", ""),
        (PastHarm, "date", ["2026-13"], "not a date", ""),
        (NextStep, "who", ["liza"], "No person", "lisa"),
        (NextStep, "who", ["Unt Jo"], "No person", "jo"),
        (NextStep, "who", ["lisa, everyone"], "No person", ""),
        (NextStep, "danger", ["hurtling"], "No danger", "hurting"),
        (NextStep, "children", ["lisa"], "No child", ""),
        (PastHarm, "said_by", ["liza"], "No person", "lisa"),
        (PastHarm, "how_we_know", ["tolld"], "Did you mean told?", ""),
        (Person, "role", ["mother"], "There are: child, parent", ""),
        (Rating, "score", ["11"], "0 to 10", ""),
        (Rating, "score", ["-1"], "0 to 10", ""),
        (Rating, "score", ["4.3"], "0 to 10", ""),
        (Rating, "score", ["²"], "0 to 10", ""),
        (Voice, "read_back", ["maybe"], "Yes or no", ""),
        (Danger, "id", ["Mia Smith"], "small letters", ""),
        (Danger, "id", ["hurting"], "there already", ""),
        (Danger, "id", ["true"], "small letters", ""),
        (Answer, "check", ["104"], "code of a check", ""),
    ],
)
def test_what_cannot_be(part: type[Part], key: str, typed: list[str], why: str, near: str) -> None:
    with pytest.raises(NotUnderstoodError, match=why.replace("?", r"\?")) as refused:
        read(part, key, *typed)
    assert refused.value.near == near


def test_a_name_that_two_people_have_is_nobodys() -> None:
    data = builders.family()
    data["people"]["kim"]["name"] = "Aunt Jo"
    found = builders.read(data).case
    assert found is not None
    with pytest.raises(NotUnderstoodError):
        understood(NextStep.keys["who"].kind, ["aunt jo"], found)

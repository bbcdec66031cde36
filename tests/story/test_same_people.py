"""Who is who in two files of one family."""

from __future__ import annotations

from typing import Any

import pytest
from builders import family, read

from sostool.case.model import Case
from sostool.story.same_people import has_another_name, ids_before, other_ids


def case_of(people: dict[str, str], **roles: str) -> Case:
    data: dict[str, Any] = family()
    data["people"] = {id_: {"name": name, "role": roles.get(id_, "network")} for id_, name in people.items()}
    data["dangers"] = []
    for key in ("author", "chair"):
        data["meeting"].pop(key, None)
    case = read(data).case
    assert case is not None
    return case


@pytest.mark.parametrize(
    ("was", "now", "expected"),
    [
        ({"cw": "Carl"}, {"cw": "Carl"}, []),
        ({"cw": "Carl"}, {"partner": "Carl"}, [("cw", "partner")]),
        ({"cw": "Carl"}, {"partner": "CARL Webb"}, [("cw", "partner")]),
        ({"cw": "Carl Webb"}, {"partner": "Carl"}, [("cw", "partner")]),
        ({"cw": "Zoë"}, {"partner": "Zoe"}, [("cw", "partner")]),
        ({"carl": ""}, {"partner": "Carl"}, [("carl", "partner")]),
        ({"cw": "Carl Webb"}, {"partner": "Dora Webb"}, []),
        ({"cw": "Carl"}, {"cw": "Carl", "partner": "Carl"}, []),
        ({"cw": "Carl"}, {"cw": "Tom", "partner": "Carl"}, [("cw", "partner")]),
        ({"a1": "Carl", "a2": "Tom"}, {"a1": "Tom", "a2": "Carl"}, [("a2", "a1"), ("a1", "a2")]),
        ({"cw": "Carl"}, {"a1": "Carl", "a2": "Carl"}, [("cw", "a1"), ("cw", "a2")]),
        ({"cw": "—"}, {"partner": "…"}, []),
    ],
)
def test_who_goes_under_another_id(was: dict[str, str], now: dict[str, str], expected: list[tuple[str, str]]) -> None:
    assert [(one.earlier.id, one.later.id) for one in other_ids(case_of(was), case_of(now))] == expected


def test_a_child_is_not_the_same_as_somebody_grown_up() -> None:
    assert list(other_ids(case_of({"cw": "Carl"}), case_of({"carl": "Carl"}, carl="child"))) == []


@pytest.mark.parametrize(
    ("was", "now", "expected"),
    [
        ("Carl", "Carl", False),
        ("Carl", "Carl Webb", False),
        ("Carl", "Tom", True),
        ("Carl", "", False),
        ("", "Tom", False),
    ],
)
def test_another_name_shares_no_word(was: str, now: str, expected: bool) -> None:
    assert has_another_name(case_of({"cw": was}), case_of({"cw": now}), "cw") is expected
    assert not has_another_name(case_of({"cw": was}), case_of({"th": now}), "cw")


@pytest.mark.parametrize(
    ("was", "expected"),
    [
        ({"lisa": "Lisa"}, ("lisa",)),
        ({"mum": "Lisa"}, ("lisa", "mum")),
        ({"mum": "Ms Marsh", "dean": "Dean Marsh"}, ("lisa", "mum")),
        ({"lisa": "Kay", "mum": "Lisa"}, ("lisa", "mum")),
        ({"lisa-marsh": ""}, ("lisa", "lisa-marsh")),
        ({"aunt": "Kay"}, ("lisa",)),
        ({}, ("lisa",)),
    ],
)
def test_a_word_of_the_name_is_enough_to_be_taken_for_somebody(was: dict[str, str], expected: tuple[str, ...]) -> None:
    now = case_of({"lisa": "Lisa Marsh", "dean": "Dean Marsh"})
    assert ids_before(case_of(was), now, ("lisa",)) == expected

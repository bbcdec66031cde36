from __future__ import annotations

import pytest
from support.cases import HEAD, PEOPLE, asked

TWICE = "On 11 June Ray fetched Mia from the cold flat"


def found(strength: str, safety: str) -> list[str]:
    text = (
        f"{HEAD}{PEOPLE}map:\n  working_well:\n    strengths:\n      - |\n        {strength}\n"
        f"    existing_safety:\n      - |\n        {safety}\n"
    )
    return [f"{finding.place.line}:{finding.place.column}" for finding in asked(text, "MA103").findings]


@pytest.mark.parametrize(
    "safety",
    [
        TWICE,
        f"{TWICE}.",
        TWICE.upper(),
        "On 11 June, Ray fetched (our) Mia from the flat: cold.",
        f"Well! {TWICE}; and they had tea.",
        "On 11 June Ray fetched Mia from the cold, cold flat",
        "On 11 June Ray fetched Mia from the dark flat",
    ],
)
def test_the_same_in_other_clothes_is_found(safety: str) -> None:
    assert len(found(TWICE, safety)) == 1


@pytest.mark.parametrize(
    "safety",
    [
        "On 12 June Ray fetched Mia from the cold flat",
        "On 11 June Jo fetched Mia from the cold flat",
        "On 11 June Ray never fetched Mia from the cold flat",
        "On 11 June Ray fetched Mia from nursery by taxi",
        f"“{TWICE}”",
        "",
    ],
)
def test_something_else_is_not(safety: str) -> None:
    assert found(TWICE, safety) == []


def test_it_points_to_the_sentence_in_a_list_of_several_lines() -> None:
    lines = f"These went well:\n        - Ray’s tea\n        - {TWICE}\n        - a bath"
    assert found(TWICE, lines) == ["22:11"]


def test_apostrophes_of_either_kind_are_the_same() -> None:
    assert (
        len(found("Ray fetched Mia's coat from Dean's cold flat", "Ray fetched Mia’s coat from Dean’s cold flat")) == 1
    )

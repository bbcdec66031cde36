"""The census has room for one code, whatever a plan names."""

from __future__ import annotations

import itertools

import pytest

from sostool.case.census import CODES, category_code
from sostool.case.model.outcome import Decision


@pytest.mark.parametrize(
    ("categories", "code"),
    [
        ([], ""),
        (["neglect"], "NEG"),
        (["physical"], "PHY"),
        (["sexual"], "SAB"),
        (["emotional"], "EMO"),
        (["physical", "emotional"], "MUL"),
        (["emotional", "physical"], "MUL"),
        (["neglect", "physical", "sexual", "emotional"], "MUL"),
    ],
)
def test_one_category_gives_its_code_and_several_give_another(categories: list[str], code: str) -> None:
    assert category_code(categories) == code


def test_a_category_that_is_named_twice_is_still_one() -> None:
    assert category_code(("neglect", "neglect")) == "NEG"


def test_categories_are_read_once() -> None:
    assert category_code(iter(["neglect", "emotional"])) == "MUL"


def test_any_two_different_ones_are_several() -> None:
    pairs = list(itertools.combinations(CODES, 2))
    assert len(pairs) == 6
    assert {category_code(pair) for pair in pairs} == {"MUL"}


def test_every_category_of_a_case_file_has_a_code() -> None:
    schema = Decision.keys["categories"].kind.schema({})
    assert [one["enum"] for one in schema["anyOf"] if "enum" in one] == [list(CODES)]


def test_a_category_that_does_not_exist() -> None:
    with pytest.raises(KeyError):
        category_code(["unkindness"])

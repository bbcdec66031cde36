"""The texts an author answers for: all of them, and nobody's own words."""

from __future__ import annotations

from typing import get_args

import pytest
from examples.example_families import NAMES, family

from sostool.checks.wording.passages import Kind, passages

OWN_WORDS = {"voices", "ratings", "sees_it_differently", "rules", "children_know", "answers", "people", "withhold"}


@pytest.mark.parametrize("name", NAMES)
def test_each_text_stands_where_its_path_says(name: str) -> None:
    read = family(name).read
    found = list(passages(family(name).case))
    assert len(found) > 15
    for passage in found:
        node = read.source.node(passage.path)
        assert node is not None
        assert str(node.value) == passage.text


@pytest.mark.parametrize("name", NAMES)
def test_no_passage_is_somebodys_own_words(name: str) -> None:
    for passage in passages(family(name).case):
        assert OWN_WORDS.isdisjoint(passage.path)


def test_every_kind_of_text_stands_in_some_example() -> None:
    kinds = {passage.kind for name in NAMES for passage in passages(family(name).case)}
    assert set(get_args(Kind)) - kinds <= {"core group", "outcome", "words for child"}

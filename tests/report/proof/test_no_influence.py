"""What a reader does not get has no influence on what they get, and what is held back stands nowhere."""

from __future__ import annotations

import copy
import functools
from typing import Any

import pytest
from report.proof.made import (
    EXAMPLES,
    MARKER,
    all_pairs,
    documents,
    example,
    held,
    holding,
    original,
    read_plain,
    readers,
    sample,
    text_leaves,
)
from report.proof.plain import Data, Path, under

from sostool.case.read import ReadCase

_SHOWN_OR_NOT, _HELD_BACK = 1, 2  # how many texts a quick run looks at, for each reader of each example

_READERS_AT_A_TIME = 2


@functools.lru_cache(maxsize=8)
def marked(name: str, place: Path) -> ReadCase:
    """Read an example with a unique word in place of one text."""
    data: Data = copy.deepcopy(example(name))
    here: Any = data
    for step in place[:-1]:
        here = here[step]
    here[place[-1]] = MARKER
    return read_plain(data)


def assert_no_influence(name: str, who: str, place: Path, read: ReadCase, *, drawn: bool = False) -> None:
    """A document without the word is the one made of the example as it is; of a held-back place all are."""
    made = documents(read, who, drawn=drawn)
    shown = holding(made, MARKER)
    if under(place, held(name, who)):
        assert not shown, f"{place} is held back from {who} and stands in {shown}"
    before = original(name, who, drawn=drawn)
    assert made.keys() == before.keys(), f"{place} decides which documents {who} gets"
    changed = [file for file, data in made.items() if data != before[file] and file not in shown]
    assert not changed, f"{place} is not shown to {who} and changes {changed}"


@pytest.mark.parametrize(("name", "who"), all_pairs())
def test_a_text_that_is_not_shown_changes_nothing(name: str, who: str) -> None:
    for place in sample(name, who, list(text_leaves(name)), _SHOWN_OR_NOT):
        assert_no_influence(name, who, place, marked(name, place))


@pytest.mark.parametrize(("name", "who"), all_pairs())
def test_a_text_that_is_held_back_stands_nowhere(name: str, who: str) -> None:
    kept = [place for place in text_leaves(name) if under(place, held(name, who))]
    for place in sample(name, f"{who} held", kept, _HELD_BACK):
        assert_no_influence(name, who, place, marked(name, place))


@pytest.mark.parametrize(("name", "who"), all_pairs()[::11])
def test_a_text_that_is_held_back_stands_in_no_format(name: str, who: str) -> None:
    kept = [place for place in text_leaves(name) if under(place, held(name, who))]
    for place in sample(name, f"{who} drawn", kept, _HELD_BACK):
        assert_no_influence(name, who, place, marked(name, place), drawn=True)


@pytest.mark.parametrize("name", [file.stem for file in EXAMPLES])
def test_the_chair_is_shown_most_texts(name: str) -> None:
    # A proof that nothing is shown would pass if nothing were shown to anyone.
    places = sample(name, "the chair", list(text_leaves(name)), 6)
    shown = [place for place in places if holding(documents(marked(name, place), "chair"), MARKER)]
    assert len(shown) > len(places) // 2, set(places) - set(shown)


@pytest.mark.slow
@pytest.mark.parametrize("name", [file.stem for file in EXAMPLES])
def test_no_text_at_all_changes_a_document_that_does_not_hold_it(name: str) -> None:
    # Every text is tried, each before some of the readers: another few each time, so that all have their turn.
    places = text_leaves(name)
    assert len(places) > 60
    everyone = readers(name)
    turns = [
        everyone[start :: -(-len(everyone) // _READERS_AT_A_TIME)]
        for start in range(-(-len(everyone) // _READERS_AT_A_TIME))
    ]
    for index, place in enumerate(places):
        read = marked(name, place)
        for who in turns[index % len(turns)]:
            assert_no_influence(name, who, place, read, drawn=True)

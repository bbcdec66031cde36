from __future__ import annotations

import pytest
from support.cases import BASE, read

from sostool.checks.voices.childs_words import childrens_voices


@pytest.mark.parametrize(
    ("voice", "own"),
    [
        ("{who: mia, worries: [I hide.]}", True),
        ("{who: mia, good_things: [Pancakes.]}", True),
        ("{who: mia, dreams: A dog.}", True),
        ("{who: mia, words: ['', 'ok']}", True),
        ("{who: mia, words: [' ']}", False),
        ("{who: mia, observed: She crawled to Lisa.}", False),
        ("{who: mia, not_asked: In hospital.}", False),
        ("{who: lisa, words: [They sleep.]}", False),
        ("{words: [Whose?]}", False),
    ],
)
def test_only_what_a_child_said_counts(voice: str, own: bool) -> None:
    case = read(f"{BASE}voices: [{voice}]\n").case
    assert case is not None
    assert [person.id for person, _ in childrens_voices(case)] == (["mia"] if own else [])

"""A pattern that is made at its first use finds what the pattern finds."""

from __future__ import annotations

import re

from sostool.identity.later import Later


def test_it_finds_what_the_pattern_finds() -> None:
    later, pattern, text = Later("[ab]c", re.IGNORECASE), re.compile("[ab]c", re.IGNORECASE), "xac bC ac"
    assert [found.span() for found in later.finditer(text)] == [found.span() for found in pattern.finditer(text)]
    for start, end in ((0, 9), (2, 9), (4, 6), (4, 5)):
        for way in ("search", "match", "fullmatch"):
            one, other = (getattr(which, way)(text, start, end) for which in (later, pattern))
            assert (one and one.span()) == (other and other.span())


def test_it_is_made_at_its_first_use() -> None:
    later = Later("(")
    try:
        later.search("x")
    except re.error:
        return
    raise AssertionError

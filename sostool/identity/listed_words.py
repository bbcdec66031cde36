"""Words that somebody has listed, found in a text however they are spelt there."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from sostool.identity.folding import folded

_TELEPHONE = re.compile(r"\+?[\d\s()./\u2010-\u2015-]{7,}")
_IN_NUMBER = r"[\s().\u2010-\u2015/-]{0,3}"


def holds_any(text: str, words: Iterable[str]) -> bool:
    """Tell whether a text holds any of the words, whatever the case, accents, spaces and way of writing a number."""
    in_folded = folded(text)
    return any(pattern.search(in_folded) for wanted in words if (pattern := pattern_of(wanted)) is not None)


@lru_cache(maxsize=256)
def pattern_of(wanted: str) -> re.Pattern[str] | None:
    """Make a pattern that finds the words in folded text; None where there is no letter or digit in them.

    Spaces and marks between words may be others or missing, an apostrophe may stand anywhere in a word, and an
    s may follow. At both ends a word or a number has to end: Ash is not in washing, nor Flat 1 in Flat 12.
    """
    plain = folded(wanted)
    if _TELEPHONE.fullmatch(plain.strip()):
        digits = "".join(re.findall(r"\d", plain))
        core = re.sub(r"^(?:00)?44(?=\d{9,})", "", digits).lstrip("0")
        return re.compile(rf"(?<!\d)(?:\+?(?:00)?44{_IN_NUMBER})?\(?0?{_IN_NUMBER}{_IN_NUMBER.join(core)}(?!\d)")
    tokens = re.findall(r"[^\W\d_]+|\d+", plain)
    if not tokens:
        return None
    joined = r"[\W_]*".join(r"[\W_]*".join(token) if token[0].isdigit() else "'?".join(token) for token in tokens)
    start = r"(?<!\d)" if tokens[0][0].isdigit() else r"(?<![^\W\d_])"
    end = r"(?!\d)" if tokens[-1][0].isdigit() else r"(?:'?s)?(?![^\W\d_])"
    return re.compile(start + joined + end)

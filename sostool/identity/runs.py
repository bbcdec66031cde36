"""Runs of words that two texts have in common: a sentence typed twice, whatever its case, accents and commas."""

from __future__ import annotations

import re

from sostool.identity.folding import folded

# So many words in a row are no accident.
WORDS_IN_A_RUN = 8
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


def runs(text: str) -> frozenset[str]:
    """Give every run of eight words in a text; none for a shorter one."""
    words = _WORD.findall(folded(text))
    return frozenset(
        " ".join(words[start : start + WORDS_IN_A_RUN]) for start in range(len(words) - WORDS_IN_A_RUN + 1)
    )

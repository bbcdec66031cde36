"""Runs of words that two texts have in common: a sentence typed twice, whatever its case, accents and commas."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from sostool.identity.folded_text import FoldedText

# So many words in a row are no accident.
WORDS_IN_A_RUN = 8
# In each run of eight, one of the fours that start at every fifth word stands whole.
FEW, STEP = 4, 5


def runs(text: str) -> frozenset[str]:
    """Give every run of eight words in a text; none for a shorter one."""
    return _runs_in(FoldedText.of(text).words)


def common_runs(text: FoldedText, wanted: Collection[str], parts: frozenset[tuple[str, ...]]) -> frozenset[str]:
    """Give those of the wanted runs that stand in a text, at the cost of looking at every fifth word.

    Args:
        text: where to look.
        wanted: runs of eight words.
        parts: `parts_of` them.
    """
    return frozenset(
        run for words in (text.words, text.words_across_markup) for run in _around(words, parts) if run in wanted
    )


def _around(words: Sequence[str], parts: frozenset[tuple[str, ...]]) -> Iterator[str]:
    """Give the runs of some words that hold one of the parts at a fifth word."""
    fours = zip(*(words[start::STEP] for start in range(FEW)), strict=False)
    for at, four in enumerate(fours):
        if four in parts:
            for start in range(max(0, at * STEP - STEP + 1), at * STEP + 1):
                yield " ".join(words[start : start + WORDS_IN_A_RUN])


def parts_of(wanted: Iterable[str]) -> frozenset[tuple[str, ...]]:
    """Give every four words in a row of some runs, which `common_runs` asks for."""
    return frozenset(
        tuple(words[start : start + FEW])
        for words in (run.split() for run in wanted)
        for start in range(WORDS_IN_A_RUN - FEW + 1)
    )


def _runs_in(words: Sequence[str]) -> frozenset[str]:
    return frozenset(
        " ".join(words[start : start + WORDS_IN_A_RUN]) for start in range(len(words) - WORDS_IN_A_RUN + 1)
    )

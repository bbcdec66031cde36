"""The second net: words that must not stand in what a reader gets, wherever they were typed.

The first net is the View. This one looks at what was made of it: for words listed under `protected`, and for eight
words in a row of anything that is held back from the reader. It tells places in the case file, never the words.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from sostool.case.model import Case
from sostool.case.model.marks import EVERYONE
from sostool.findings.finding import Path
from sostool.identity.listed_words import holds_any, pattern_of
from sostool.identity.runs import runs
from sostool.profile import Profile
from sostool.share.held import given_texts, held_texts
from sostool.share.make_view import make_view
from sostool.share.readers import Column, Reader
from sostool.share.traced import reached, traced


class Net:
    """What one reader must not get of one case, as words to look for."""

    def __init__(self, case: Case, profile: Profile, reader: Reader) -> None:
        self._case, self._profile, self._reader = case, profile, reader

    @cached_property
    def protected(self) -> tuple[str, ...]:
        """The words that must stand in nothing this reader gets."""
        if self._reader.column is Column.CHAIR:
            return ()
        return tuple(
            words
            for protected in self._case.protected
            if EVERYONE in protected.from_ or not self._reader.members.isdisjoint(protected.from_)
            for words in protected.words
            if pattern_of(words) is not None
        )

    @cached_property
    def held_runs(self) -> dict[str, Path]:
        """Each run of eight words of what is held back, with the place where it stands."""
        held = {run: text.path for text in held_texts(self._case, self._reader) for run in runs(text.text)}
        if held:
            for text in given_texts(self._case, self._reader):
                for run in runs(text.text):
                    held.pop(run, None)
        return held

    def caught(self, texts: Iterable[str]) -> bool:
        """Tell whether texts hold what this reader must not get, in one of them or from one to the next."""
        if not self.protected and not self.held_runs:
            return False
        all_texts = list(texts)
        whole = " ".join(all_texts)
        return self._holds(whole) or any(holds_any(text, self.protected) for text in all_texts)

    def places(self) -> list[Path]:
        """Give the places in the case file from which such words reach the reader's View."""
        view = make_view(traced(self._case), self._profile, self._reader)
        return [path for path, value in reached(view).items() if isinstance(value, str) and self._holds(value)]

    def _holds(self, text: str) -> bool:
        return holds_any(text, self.protected) or not self.held_runs.keys().isdisjoint(runs(text))

"""The second net: words that must not stand in what a reader gets, wherever they were typed.

The first net is the View. This one looks at what was made of it: for words listed under `protected`, and for eight
words in a row of anything that is held back from the reader. It tells places in the case file, never the words.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from sostool.case.model import Case, Protected
from sostool.case.model.marks import EVERYONE
from sostool.findings.finding import Path
from sostool.identity.folded_text import FoldedText
from sostool.identity.listed_words import holds_any, holds_street, spellings_of
from sostool.identity.runs import common_runs, parts_of, runs
from sostool.profile import Profile
from sostool.share.held import HeldText, given_texts, held_texts
from sostool.share.make_view import make_view
from sostool.share.readers import Column, Reader
from sostool.share.traced import reached, traced
from sostool.share.why import Why


class Caught(NamedTuple):
    """A text that reaches a reader and holds what they must not get.

    `protected` are the listed words it holds, `runs` the runs of held-back words, each with why it is held back.
    """

    path: Path
    text: str
    protected: tuple[str, ...]
    runs: dict[str, Why]


class Net:
    """What one reader must not get of one case, as words to look for."""

    def __init__(self, case: Case, profile: Profile, reader: Reader, given: Iterable[str] = ()) -> None:
        """Take a case and a reader.

        Args:
            case: the case.
            profile: whose words are used.
            reader: one of its readers.
            given: texts that a later file gives the reader, for the net of an earlier one. What they say is open by
                now, so it is not looked for.
        """
        self._case, self._profile, self._reader = case, profile, reader
        self._given = tuple(given)

    @cached_property
    def protected(self) -> tuple[str, ...]:
        """The words that must stand in nothing this reader gets."""
        return tuple(
            words
            for protected in self._case.protected
            if is_protected_from(self._case, protected, self._reader)
            for words in protected.words
            if not any(holds_any(FoldedText.of(text), (words,), self._names) for text in self._given)
        )

    @cached_property
    def held_runs(self) -> dict[str, Path]:
        """Each run of eight words of what is held back, with the place where it stands."""
        return {run: held.path for run, held in self._held.items()}

    @cached_property
    def _held(self) -> dict[str, HeldText]:
        held: dict[str, HeldText] = {}
        for text in held_texts(self._case, self._reader):
            for run in runs(text.text):
                if run not in held or text.why < held[run].why:
                    held[run] = text
        if held:
            for given in given_texts(self._case, self._reader):
                for run in runs(given.text):
                    if run in held and held[run].why is not Why.WITHHELD:
                        del held[run]
        for said in self._given if held else ():
            for run in runs(said):
                held.pop(run, None)
        return held

    @cached_property
    def is_empty(self) -> bool:
        """Whether there is nothing to look for."""
        return not self.protected and not self.held_runs

    def caught(self, texts: Iterable[FoldedText]) -> bool:
        """Tell whether one of the texts holds what this reader must not get, or whether nobody can tell."""
        if any(not spellings_of(words) for words in self.protected):
            return True
        return not self.is_empty and any(self._holds(text) for text in texts)

    def caught_beside_others(self, text: str) -> bool:
        """Tell the same of a text that will stand on a page with others: a street may stand near a name there."""
        return self.caught([FoldedText.of(text)]) or holds_street(text, self.protected)

    def places(self) -> list[Path]:
        """Give the places in the case file from which such words reach the reader's View."""
        traced_case = traced(self._case)
        found = [caught.path for caught in self.caught_in_view(traced_case)]
        # A street may stand in one text, and near it on the page a name from another.
        return found or [path for path, text in self._texts_in_view(traced_case) if holds_street(text, self.protected)]

    def caught_in_view(self, traced_case: Case) -> list[Caught]:
        """Give each text of the traced case that reaches the reader's View and holds what they must not get."""
        if self.is_empty:
            return []
        found = []
        for path, value in self._texts_in_view(traced_case):
            if self._holds(text := FoldedText.of(value)):
                protected = tuple(words for words in self.protected if holds_any(text, (words,), self._names))
                held = {run: self._held[run].why for run in runs(value) if run in self._held}
                found.append(Caught(path, str(value), protected, held))
        return found

    def _texts_in_view(self, traced_case: Case) -> list[tuple[Path, str]]:
        values = reached(make_view(traced_case, self._profile, self._reader))
        return [(path, value) for path, value in values.items() if isinstance(value, str)]

    @cached_property
    def _names(self) -> frozenset[str]:
        """What people are called by, but for the readers themselves: near the street of an address it tells whose."""
        others = (person for id_, person in self._case.people.items() if id_ not in self._reader.members)
        return frozenset(person.name.split()[-1] for person in others if person.name.split())

    @cached_property
    def _parts_of_runs(self) -> frozenset[tuple[str, ...]]:
        return parts_of(self.held_runs)

    def _holds(self, text: FoldedText) -> bool:
        if holds_any(text, self.protected, self._names):
            return True
        return bool(self.held_runs) and bool(common_runs(text, self.held_runs, self._parts_of_runs))


def is_protected_from(case: Case, protected: Protected, reader: Reader) -> bool:
    """Tell whether words are protected from anyone who will see what a reader gets.

    What is protected from a feared person is protected from those of their side too.
    """
    if reader.column is Column.CHAIR:
        return False
    if EVERYONE in protected.from_:
        return True
    sides = (case.people[id_].side_of for id_ in reader.members if id_ in case.people)
    return not reader.members.isdisjoint(protected.from_) or any(side in protected.from_ for side in sides if side)

"""The making of what stood in an earlier file, for one reader of a later one: both files have to let it through."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from copy import copy
from dataclasses import astuple, replace
from typing import TypeVar

from sostool.case.model import (
    BottomLine,
    Case,
    Danger,
    Goal,
    Impact,
    NextStep,
    Person,
    Rating,
    Rule,
    TrajectoryStep,
    Used,
)
from sostool.case.model.family_map import Noted
from sostool.case.model.outcome import PlannedAction
from sostool.case.model.plan import Check
from sostool.findings.finding import Path
from sostool.profile import Profile
from sostool.share.making import Making
from sostool.share.net import Net
from sostool.share.readers import Reader, find_reader
from sostool.share.view_item import Hearing
from sostool.story.said import words_of
from sostool.story.same_people import has_another_name, ids_before
from sostool.yamlfile.parts import Part

P = TypeVar("P", bound=Part)

_TOLD_WHOLE = (Noted, NextStep, PlannedAction, Impact, Rule, Check, Used, BottomLine, TrajectoryStep)


class EarlierMaking(Making):
    """Lets through what the reader may have by the marks and the table of the earlier file, and of all since.

    Who has come to be feared since, or what was withheld since, is held back in what stood in the earlier file too. An
    earlier text or name that holds what the second net of any of the files looks for is left out as well: nobody goes
    back to a closed file to word it otherwise, and it must not stop the later one.
    """

    def __init__(self, case: Case, since: Sequence[Making], reader: Reader) -> None:
        """Take the earlier case.

        Args:
            case: the earlier one.
            since: the makings of the files after it: of the one that is read first, then of any between the two.
            reader: the same reader in the earlier case, as `reader_before` finds them.
        """
        self._later = since[0]
        super().__init__(case, self._later.profile, reader)
        self._since = tuple(_judging(case, making) for making in since)
        nets = (Net(making.case, making.profile, making.reader) for making in since)
        self._nets = tuple(net for net in (*nets, Net(case, self._later.profile, reader)) if not net.is_empty)
        self._caught: dict[str, bool] = {}
        self._left_out: set[Path] = set()
        self._closed: AbstractSet[tuple[str, ...]] = frozenset()

    def leave_out(self, paths: Iterable[Path], sentences: AbstractSet[tuple[str, ...]] = frozenset()) -> None:
        """Let parts of the case through no more: by their places, and those that say some sentences, by their words."""
        self._left_out.update(paths)
        self._closed |= sentences

    def may(self, row: str, item: Part | None) -> bool:
        """Tell whether an item goes in, by its row of the table."""
        return self.may_by_marks(row, item) and not self._is_left_out(item, row)

    def may_by_marks(self, row: str, item: Part | None) -> bool:
        """Tell whether all files' marks and the table let an item in, whatever it says."""
        return super().may(row, item) and all(making.may(row, item) for making in self._since)

    def open(self, *parts: Part | None) -> bool:
        """Tell whether none of the parts around an item is held back."""
        return (
            super().open(*parts)
            and all(making.open(*parts) for making in self._since)
            and not any(map(self._is_left_out, parts))
        )

    def name(self, id_: str) -> str:
        """Put a name for an id; "" for nobody and for whom one of the files keeps out."""
        is_told = all(making.name(id_) for making in self._since) and not self._is_caught(self.called(id_))
        return super().name(id_) if is_told else ""

    def called(self, id_: str) -> str:
        """Put a name for an id: today's name for whoever is still in the file by it."""
        is_theirs = id_ in self._later.case.people and not has_another_name(self.case, self._later.case, id_)
        return self._later.called(id_) if is_theirs else super().called(id_)

    def names_beside(self, item: Part, ids: Iterable[str]) -> tuple[str, ...]:
        """Put names for those who told, saw or will see something, as far as all files let them be known."""
        known = (id_ for id_ in ids if all(making.names_beside(item, (id_,)) for making in self._since))
        return super().names_beside(item, known)

    def hearing(
        self, item: Part, *around: Part | None, names: Iterable[str] = (), only_cleared: bool = False
    ) -> Hearing:
        """For practitioners and the chair: in front of whom it must not be said, by any of the files."""
        helpers = tuple(names)
        told = merged(
            super().hearing(item, *around, names=helpers, only_cleared=only_cleared),
            *(making.hearing(item, *around, names=helpers, only_cleared=only_cleared) for making in self._since),
        )
        return Hearing(*(tuple(name for name in some if not self._is_caught(name)) for some in astuple(told)))

    def _is_left_out(self, part: Part | None, row: str = "") -> bool:
        """Tell whether a part was left out, or one of the texts that are told of it is."""
        if part is None or part.path in self._left_out:
            return part is not None
        texts = told_of(part, row) if self._nets or self._closed else ()
        return any(self._is_caught(text) or words_of(text) in self._closed for text in texts)

    def _is_caught(self, text: str) -> bool:
        """Tell whether a text holds what the second net of one of the files looks for."""
        if text not in self._caught:
            self._caught[text] = any(net.caught_beside_others(text) for net in self._nets)
        return self._caught[text]


def reader_before(case: Case, profile: Profile, reader: Reader, later: Case) -> Reader | None:
    """Give the reader of a later file as the reader of an earlier one; None where they were none, or another's.

    Whoever has another role by now, or is there for somebody else, gets nothing of the earlier file: it was not made
    for what they are today. Nor does anybody of quite another name: a new person may have got an old id. Of a group
    everyone counts who was in it at either meeting.
    """
    found = find_reader(case, profile, reader.name)
    if found is None or (found.column, found.own_column, found.person) != (
        reader.column,
        reader.own_column,
        reader.person,
    ):
        return None
    who = (id_ for id_ in (found.name, found.person) if id_ in case.people)
    if any(has_another_name(case, later, id_) for id_ in who):
        return None
    return replace(found, members=found.members | reader.members)


def _judging(case: Case, later: Making) -> Making:
    """Give the making of the later file as it judges what an earlier case says.

    Whoever has come under another id since is barred in the earlier file by the id that they had then.
    """
    changed: dict[str, Person] = {}
    for id_, person in later.case.people.items():
        mark = person.must_not_see
        words_of = ids_before(case, later.case, mark.words_of) if mark is not None else ()
        if mark is not None and words_of != mark.words_of:
            changed[id_] = _with(person, must_not_see=_with(mark, words_of=words_of))
    if not changed:
        return later
    people = {**later.case.people, **changed}
    return Making(_with(later.case, people=people), later.profile, later.reader)


def _with(part: P, **values: object) -> P:
    """Give a copy of a part with other values."""
    other = copy(part)
    other.__dict__.update(values)
    return other


def merged(*hearings: Hearing) -> Hearing:
    """Put together in front of whom something must not be said."""
    return Hearing(
        tuple(dict.fromkeys(name for hearing in hearings for name in hearing.not_in_front_of)),
        tuple(dict.fromkeys(name for hearing in hearings for name in hearing.only_in_front_of)),
    )


def told_of(part: Part | None, row: str = "") -> list[str]:
    """Give the texts right in a part that are told of it once it goes in, by its row of the table where that decides.

    What is not told must not decide whether the rest is: it may be held back itself.
    """
    if isinstance(part, Rating):
        return [part.reason] if row == "reasons for ratings" else []
    if isinstance(part, Danger | Goal):
        return [part.statement]
    if isinstance(part, Person):
        return [part.name or part.id, part.relation]
    if not isinstance(part, _TOLD_WHOLE):
        return []
    found: list[str] = []
    for attribute in part.attributes.values():
        value = part.__dict__.get(attribute)
        if isinstance(value, str):
            found.append(value)
        elif isinstance(value, tuple):
            found += (one for one in value if isinstance(one, str))
    return found

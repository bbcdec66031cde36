"""The making of what stood in an earlier file, for one reader of a later one: both files have to let it through."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

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
from sostool.identity.folded_text import FoldedText
from sostool.profile import Profile
from sostool.share.making import Making
from sostool.share.net import Net
from sostool.share.readers import Reader, find_reader
from sostool.share.view_item import Hearing
from sostool.yamlfile.parts import Part

_TOLD_WHOLE = (Noted, NextStep, PlannedAction, Impact, Rule, Check, Used, BottomLine, TrajectoryStep)


class EarlierMaking(Making):
    """Lets through what the reader may have by the marks and the table of the earlier file, and by the later one's.

    Who has come to be feared since, or what was withheld since, is held back in what stood in the earlier file too. An
    earlier text that holds what the second net of either file looks for is left out as well: nobody goes back to a
    closed file to word it otherwise, and it must not stop the later one.
    """

    def __init__(self, case: Case, later: Making, reader: Reader) -> None:
        """Take the earlier case.

        Args:
            case: the earlier one.
            later: the making of the later file.
            reader: the same reader in the earlier case, as `reader_before` finds them.
        """
        super().__init__(case, later.profile, reader)
        self._later = later
        self._nets = (Net(later.case, later.profile, later.reader), Net(case, later.profile, reader))

    def may(self, row: str, item: Part | None) -> bool:
        """Tell whether an item goes in, by its row of the table."""
        return super().may(row, item) and self._later.may(row, item) and not self._is_caught(item, row)

    def had(self, row: str, item: Part) -> bool:
        """Tell whether the reader had an item at the time, by the earlier file alone."""
        return super().may(row, item)

    def open(self, *parts: Part | None) -> bool:
        """Tell whether none of the parts around an item is held back."""
        return super().open(*parts) and self._later.open(*parts) and not any(map(self._is_caught, parts))

    def name(self, id_: str) -> str:
        """Put a name for an id; "" for nobody and for whom one of the two files keeps out."""
        return super().name(id_) if self._later.name(id_) else ""

    def called(self, id_: str) -> str:
        """Put a name for an id: today's name for whoever is still in the file."""
        return self._later.called(id_) if id_ in self._later.case.people else super().called(id_)

    def names_beside(self, item: Part, ids: Iterable[str]) -> tuple[str, ...]:
        """Put names for those who told, saw or will see something, as far as both files let them be known."""
        return super().names_beside(item, [id_ for id_ in ids if self._later.names_beside(item, (id_,))])

    def hearing(
        self, item: Part, *around: Part | None, names: Iterable[str] = (), only_cleared: bool = False
    ) -> Hearing:
        """For practitioners and the chair: in front of whom it must not be said, by either file."""
        helpers = tuple(names)
        return merged(
            super().hearing(item, *around, names=helpers, only_cleared=only_cleared),
            self._later.hearing(item, *around, names=helpers, only_cleared=only_cleared),
        )

    def _is_caught(self, part: Part | None, row: str = "") -> bool:
        nets = [net for net in self._nets if not net.is_empty] if part is not None else []
        return bool(nets) and any(net.caught([FoldedText.of(text)]) for text in told_of(part, row) for net in nets)


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
    if any(_has_another_name(case, later, id_) for id_ in who):
        return None
    return replace(found, members=found.members | reader.members)


def _has_another_name(case: Case, later: Case, id_: str) -> bool:
    """Tell whether not one word of somebody's name is the same in both files."""
    names = [set(FoldedText.of(of.people[id_].name).words) for of in (case, later)]
    return all(names) and names[0].isdisjoint(names[1])


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
        return [part.name, part.relation]
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

"""What has changed since an earlier meeting, as one reader may have it.

A change shows only what the reader may have in both files:

* Of the earlier file only that is looked at which the reader may have by the marks and the table of both files
  (`EarlierMaking`). What was held back from them then and stands open now is new to them, as it is to somebody who
  reads only the later file: to leave it out of what is new would tell that it was held back.
* What stood open then and is held back now shows neither as gone nor as changed: its words are not said once more, and
  it is not told to be gone while it is not.
* “Gone” is told only of what the reader had, where nothing like it stands in the later file, for anybody.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sostool.case.model import Case
from sostool.profile import Profile
from sostool.share.both_files import Both
from sostool.share.make_dangers import given_dangers
from sostool.share.make_entries import make_entries
from sostool.share.make_moves import make_moves
from sostool.share.make_view import view_of
from sostool.share.making import Making
from sostool.share.making_earlier import EarlierMaking, reader_before
from sostool.share.readers import Column, Reader
from sostool.share.view import View
from sostool.share.view_changes import ViewChanges, ViewSomebody

_FOR_NOBODY = frozenset((Column.NOTHING, Column.BLANK, Column.CHILD))


def make_view_since(case: Case, profile: Profile, reader: Reader, earlier: Case | None) -> View:
    """Make the View of one reader, with what has changed since an earlier file where there is one.

    Args:
        case: a case without errors of shape.
        profile: whose words are used.
        reader: who will read it.
        earlier: the case of an earlier meeting of the same family, also without errors; or None.

    Raises:
        ValueError: a case has no meeting, or its meeting no date.
    """
    making = Making(case, profile, reader)
    view = view_of(making)
    return view if earlier is None else replace(view, changes=make_changes(making, earlier))


def make_changes(later: Making, case: Case) -> ViewChanges | None:
    """Make what has changed since an earlier case; None where nothing of that case was for the reader.

    Args:
        later: of the later file, after its View was made.
        case: the earlier one.

    Raises:
        ValueError: a case has no meeting, or its meeting no date.
    """
    before = reader_before(case, later.profile, later.reader, later.case)
    if before is None or later.reader.column in _FOR_NOBODY:
        return None
    earlier = EarlierMaking(case, later, before)
    view_of(earlier)  # who stands in what went in is known only after it was made
    both = Both(earlier, later)
    return ViewChanges(
        since=both.since,
        meeting_kind=case.meeting.kind if case.meeting is not None else "",
        several=len(given_dangers(later)) > 1,
        numbers=make_moves(both),
        entries=make_entries(both),
        came=tuple(_somebody(later, case)),
        went=tuple(_somebody(earlier, later.case)),
    )


def _somebody(making: Making, other: Case) -> Iterator[ViewSomebody]:
    """Give those of whom the reader knows by one file and whom the other has not at all."""
    for person in (making.case.people[id_] for id_ in making.given if id_ not in other.people):
        if making.open(person):
            hearing = making.hearing(person, names=(person.id,))
            yield ViewSomebody(person.name or person.id, person.role, person.relation, hearing)

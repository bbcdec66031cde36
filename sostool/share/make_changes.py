"""What has changed since an earlier meeting, as one reader may have it.

A change shows only what the reader may have in both files, and in every file between them:

* Of the earlier file only that is looked at which the reader may have by the marks and the table of all of them
  (`EarlierMaking`). What was held back from them then and stands open now is new to them, as it is to somebody who
  reads only the later file: to leave it out of what is new would tell that it was held back.
* What stood open then and was held back since shows neither as gone nor as changed: its words are not said once more,
  and it is not told to be gone while it is not (`since`).
* “Gone” is told only of what the reader had, where nothing like it stands in the later file, for anybody.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sostool.case.model import Case, Person
from sostool.profile import Profile
from sostool.share.both_files import Both
from sostool.share.make_dangers import given_dangers
from sostool.share.make_entries import make_entries
from sostool.share.make_moves import make_moves
from sostool.share.make_view import view_of
from sostool.share.making import Making
from sostool.share.making_earlier import reader_before
from sostool.share.readers import Column, Reader
from sostool.share.since import Since, earlier_making
from sostool.share.view import View
from sostool.share.view_changes import ViewChanges, ViewSomebody
from sostool.story.same_people import other_ids

_FOR_NOBODY = frozenset((Column.NOTHING, Column.BLANK, Column.CHILD))


def make_view_since(case: Case, profile: Profile, reader: Reader, earlier: Case, between: Sequence[Case] = ()) -> View:
    """Make the View of one reader, with what has changed since an earlier file.

    Args:
        case: a case without errors of shape.
        profile: whose words are used.
        reader: who will read it.
        earlier: the case of an earlier meeting of the same family, also without errors.
        between: the cases of the meetings between the two, the newest first.

    Raises:
        ValueError: a case has no meeting, or its meeting no date.
    """
    making = Making(case, profile, reader)
    view = view_of(making)
    if reader.column in _FOR_NOBODY:
        return view
    return replace(view, changes=_changes(Since(making, view), earlier, between))


def _changes(last: Since, case: Case, between: Sequence[Case]) -> ViewChanges | None:
    """Make what has changed since an earlier case; None where nothing of it, or of one between, was for the reader."""
    later = last.making
    since = [last]
    for one in between:
        reader = reader_before(one, later.profile, later.reader, later.case)
        if reader is None:
            return None
        making = Making(one, later.profile, reader)
        since.append(Since(making, view_of(making)))
    earlier = earlier_making(case, since)
    if earlier is None:
        return None
    both = Both(earlier, since)
    return ViewChanges(
        since=both.since,
        meeting_kind=case.meeting.kind if case.meeting is not None else "",
        is_last=not between,
        several=len(given_dangers(later)) > 1,
        numbers=make_moves(both),
        entries=make_entries(both),
        born=tuple(
            replace(_somebody(later, person), born=person.born)
            for person in _known(later)
            if _is_born_since(later, person, both.since)
        ),
        came=tuple(
            _somebody(later, person)
            for person in _known(later, but_of=case)
            if not _is_born_since(later, person, both.since)
        ),
        went=tuple(_somebody(earlier, person) for person in _known(earlier, but_of=later.case)),
    )


def _known(making: Making, *, but_of: Case | None = None) -> Iterator[Person]:
    """Give those of whom the reader knows by one file; but for those whom another has, by any id."""
    others = set(but_of.people) if but_of is not None else set()
    if but_of is not None:
        others |= {pair.earlier.id for pair in other_ids(making.case, but_of)}
    yield from (person for id_ in making.given if id_ not in others and making.open(person := making.case.people[id_]))


def _is_born_since(making: Making, person: Person, since: dt.date) -> bool:
    """Tell whether somebody was born after the earlier meeting, as far as the reader may know the day."""
    return person.born is not None and person.born > since and making.may("born, seen, language", person)


def _somebody(making: Making, person: Person) -> ViewSomebody:
    hearing = making.hearing(person, names=(person.id,))
    return ViewSomebody(person.name or person.id, person.role, person.relation, hearing=hearing)

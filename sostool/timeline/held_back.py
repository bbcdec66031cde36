"""A case without what is held back from the people who work with the family."""

from __future__ import annotations

import copy
from collections.abc import Collection
from typing import TypeVar

from sostool.case.model import Case
from sostool.profile import Profile
from sostool.share.bars import barred_for
from sostool.share.readers import PRACTITIONERS, find_reader
from sostool.yamlfile.parts import Part

Some = TypeVar("Some", bound=Part)


def for_practitioners(case: Case, profile: Profile) -> Case:
    """Give a case as if what a mark holds back from any practitioner did not stand in it.

    Deadlines are told from it on a page or in a calendar, so that neither a day nor a gap in the numbering of reports
    tells of what is held back. The meeting itself stays: a file is nothing without it. It is for counting days alone;
    what a reader may read is decided in `sostool.share`.
    """
    reader = find_reader(case, profile, PRACTITIONERS)
    # Where the file names no practitioner, what is held back from everyone is held back from whoever works with them.
    who = (reader.members if reader is not None else frozenset()) or frozenset(("",))
    return _open(case, case, who)


def _open(case: Case, part: Some, who: Collection[str]) -> Some:
    opened = copy.copy(part)
    for name, value in part.__dict__.items():
        if isinstance(value, tuple):
            opened.__dict__[name] = tuple(
                _open(case, one, who) if isinstance(one, Part) else one
                for one in value
                if not _is_held_back(case, one, who)
            )
        elif isinstance(value, dict):
            opened.__dict__[name] = {
                key: _open(case, one, who) if isinstance(one, Part) else one
                for key, one in value.items()
                if not _is_held_back(case, one, who)
            }
        elif isinstance(value, Part):
            if value is not case.meeting and _is_held_back(case, value, who):
                del opened.__dict__[name]
            else:
                opened.__dict__[name] = _open(case, value, who)
    return opened


def _is_held_back(case: Case, part: object, who: Collection[str]) -> bool:
    return isinstance(part, Part) and any(barred_for(case, part, id_) for id_ in who)

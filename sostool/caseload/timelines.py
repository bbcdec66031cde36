"""The deadlines of many case files: each read, its family's newest file speaking for the family."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable
from typing import NamedTuple, TypeAlias

from sostool.case.quorum import CONFERENCES
from sostool.case.read import ReadCase, read_case
from sostool.caseload.check_file import CannotReadError, bytes_of, profile_of, settings_of
from sostool.caseload.earlier import chain_beside
from sostool.profile import Profile
from sostool.story.chain import followed as file_before
from sostool.timeline.held_back import for_practitioners
from sostool.timeline.timeline import Timeline, timeline_of


class NotRead(NamedTuple):
    """A file whose deadlines cannot be told, and why, for a person.

    `is_content` tells whether something in it has to be put right; else it could not be opened.
    """

    file: str
    reason: str
    is_content: bool = True


Told: TypeAlias = Timeline | NotRead


class _Followed(NamedTuple):
    """A file that another one follows: its place, and how things stand in the one that follows it."""

    place: str
    by: Timeline


def timeline_of_file(
    read: ReadCase, profile: Profile, today: dt.date, days: int, *, for_others: bool = False
) -> Timeline:
    """Give the deadlines of a case that was read without errors, with the files it follows in view.

    Args:
        read: the case.
        profile: whose deadlines hold.
        today: the day on which it is asked.
        days: how many days ahead of it count as soon.
        for_others: whether what is held back from practitioners is left out, as if it did not stand in the file.
    """
    assert read.case is not None
    file = read.source.name
    earlier = chain_beside(file, read)
    if not for_others:
        return timeline_of(file, read.case, profile, today, days, earlier)
    opened = [for_practitioners(one, profile) for one in earlier]
    return timeline_of(file, for_practitioners(read.case, profile), profile, today, days, opened)


def timelines(
    files: Iterable[str], today: dt.date, days: int, profile: str = "", *, for_others: bool = False
) -> list[Told]:
    """Give the deadlines of many case files, in the order of the files.

    A file of an earlier meeting is left out where a later one, with the same reference and without errors, follows it:
    the newest speaks for the family. So is one of a core group, where a later conference follows the same file.

    Args:
        files: the paths.
        today: the day on which it is asked.
        days: how many days ahead of it count as soon.
        profile: the name of the profile to use instead of each file's own, or "".
        for_others: whether what is held back from practitioners is left out.
    """
    told: list[Told] = []
    followed: list[_Followed] = []
    for file in files:
        read = _read(file)
        one = read if isinstance(read, NotRead) else _told(read, today, days, profile, for_others=for_others)
        told.append(one)
        if isinstance(one, Timeline) and isinstance(read, ReadCase) and (name := file_before(read.case)):
            followed.append(_Followed(_place(file, name), one))
    following: dict[tuple[str, str], list[Timeline]] = {}
    for place, by in followed:
        following.setdefault((place, by.reference), []).append(by)
    left_out = {id(one) for some in following.values() for one in some if _has_been_overtaken(one, some)}
    return [
        one
        for one in told
        if isinstance(one, NotRead)
        or not (id(one) in left_out or _is_followed(one, following.get((_place(one.file), one.reference), [])))
    ]


def _is_followed(one: Timeline, by: list[Timeline]) -> bool:
    # Of files that follow each other in a circle, the last one stays.
    return any((other.date, other.file) > (one.date, one.file) for other in by)


def _has_been_overtaken(one: Timeline, beside: list[Timeline]) -> bool:
    """Tell whether a meeting between two conferences lies before one that follows the same conference as it does."""
    if one.kind in CONFERENCES:
        return False
    return any(other.kind in CONFERENCES and other.date > one.date for other in beside)


def _place(file: str, name: str = "") -> str:
    """Give a file's place in one spelling; of another file beside it, where a name is given."""
    folder, own = os.path.split(os.path.abspath(file))  # noqa: PTH100 - a Path costs more
    return os.path.normcase(os.path.join(folder, name or own))  # noqa: PTH118


def _read(file: str) -> ReadCase | NotRead:
    try:
        read = read_case(bytes_of(file), file)
    except CannotReadError as error:
        return NotRead(file, f"{error}", is_content=False)
    if not read.findings:
        return read
    first = read.findings[0]
    return NotRead(file, f"{first.place.line}:{first.place.column}: {first.code} {first.message}")


def _told(read: ReadCase, today: dt.date, days: int, override: str, *, for_others: bool) -> Told:
    file = read.source.name
    if settings_of(file).findings:
        return NotRead(file, "the settings of its folder cannot be used: `sostool validate` says why")
    loaded = profile_of(read, override)
    if override and loaded.unknown:
        # Asked for on the command line, so nothing is wrong in the file.
        near = f"; did you mean {loaded.near}?" if loaded.near else ""
        return NotRead(file, f"there is no profile of the name that was asked for{near}", is_content=False)
    if loaded.profile is None:
        return NotRead(file, "its profile cannot be used: `sostool validate` says why")
    return timeline_of_file(read, loaded.profile, today, days, for_others=for_others)

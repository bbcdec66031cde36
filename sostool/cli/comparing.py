"""Which two files are compared: both named, or one and the file that it follows."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sostool.cli.console import FOUND, WRONG_USE, Stop, shown, stop

if TYPE_CHECKING:
    import datetime as dt

    from sostool.case.read import ReadCase
    from sostool.profile import Profile

_SEE = "`sostool validate` says more."
_BROKEN = {
    "not-a-name": "what `meeting.follows` holds is not the name of a file in the same folder",
    "outside": "it is a link to a file in another folder",
    "missing": "there is no such file",
    "unreadable": "it cannot be read",
    "errors": "it has errors",
    "circular": "the files follow each other in a circle",
    "another-family": "it is of another family",
    "not-earlier": "its meeting is after this one",
    "too-many": "there are more earlier files than are read",
}


class Compared(NamedTuple):
    """Two files of one family without errors, the profile of the later one, and what there is to say about them.

    `between` are the files of meetings between the two, the newest first; `unread` says why one of them cannot be read.
    """

    earlier: ReadCase
    later: ReadCase
    profile: Profile
    notes: tuple[str, ...] = ()
    between: tuple[ReadCase, ...] = ()
    unread: str = ""


def compared(files: list[str], profile: str, *, is_since_first: bool) -> Compared:
    """Read the files that are to be compared.

    Args:
        files: the earlier and the later one, or the later one alone.
        profile: the name of the profile to use instead of the later file's own, or "".
        is_since_first: whether one file is compared with the first of those it follows, not with the last.

    Raises:
        Stop: a file cannot be used, or they are not of one family.
    """
    from sostool.cli.asked_for import read_case_file  # noqa: PLC0415

    if len(files) == 1:
        read, used = read_case_file(files[0], profile)
        return _followed(read, used, is_since_first=is_since_first)
    first, second = _both(files, profile)
    notes: tuple[str, ...] = ()
    if _day(first[0]) > _day(second[0]):
        first, second = second, first
        notes = ("The first file is of the later meeting, so they are compared the other way round.",)
    (earlier, _), (later, used) = first, second
    _stop_at_another_family(earlier, later)
    return Compared(earlier, later, used, notes, *_between(earlier, later))


def _between(earlier: ReadCase, later: ReadCase) -> tuple[tuple[ReadCase, ...], str]:
    """Give the files that the later one goes back to after the earlier one's meeting, and why that may not be all."""
    from sostool.caseload.earlier import chain_beside  # noqa: PLC0415
    from sostool.story.chain import followed, own_name  # noqa: PLC0415

    chain = chain_beside(later.source.name, later)
    for number, one in enumerate(chain.earlier):
        if own_name(one) == own_name(earlier) or _says_the_same(one, earlier):
            return chain.earlier[:number], ""
    since = tuple(one for one in chain.earlier if _day(earlier) <= _day(one))
    trouble = chain.trouble
    if trouble is None or len(since) < len(chain.earlier):
        return since, ""
    # What the earlier one follows as well lies before both.
    lies_before = trouble.file in (own_name(earlier), followed(earlier.case))
    return since, "" if lies_before else _BROKEN[trouble.kind]


def _says_the_same(read: ReadCase, other: ReadCase) -> bool:
    from sostool.story.fingerprint import fingerprint  # noqa: PLC0415

    assert read.case is not None
    assert other.case is not None
    return fingerprint(read.case) == fingerprint(other.case)


def _both(files: list[str], profile: str) -> list[tuple[ReadCase, Profile]]:
    """Read both files; where both have errors, both are told."""
    from sostool.cli.asked_for import read_case_file  # noqa: PLC0415

    found: list[tuple[ReadCase, Profile]] = []
    stops: list[Stop] = []
    for file in files:
        try:
            found.append(read_case_file(file, profile))
        except Stop as one:
            stops.append(one)
    if stops:
        raise Stop(max(one.code for one in stops), "\n".join(dict.fromkeys(one.line for one in stops)))
    return found


def _followed(read: ReadCase, profile: Profile, *, is_since_first: bool) -> Compared:
    from sostool.caseload.earlier import chain_beside  # noqa: PLC0415

    chain = chain_beside(read.source.name, read)
    before = chain.before
    trouble = chain.trouble_before
    notes: tuple[str, ...] = ()
    if before is not None and is_since_first:
        before, trouble = chain.earlier[-1], chain.trouble
        notes = (_not_to_the_first(_BROKEN[trouble.kind]),) if trouble is not None else ()
    if before is not None:
        return Compared(before, read, profile, notes, chain.earlier[:-1] if is_since_first else ())
    if trouble is not None:
        raise Stop(FOUND, f"The file that this one follows cannot be compared: {_BROKEN[trouble.kind]}. {_SEE}")
    raise Stop(WRONG_USE, "This file follows no other (meeting.follows), so name the earlier one too: EARLIER LATER.")


def _not_to_the_first(why: str) -> str:
    return f"The first meeting cannot be reached ({why}), so this is since the earliest one that can. {_SEE}"


def _day(read: ReadCase) -> dt.date:
    assert read.case is not None
    assert read.case.meeting is not None
    assert read.case.meeting.date is not None
    return read.case.meeting.date


def _stop_at_another_family(earlier: ReadCase, later: ReadCase) -> None:
    from sostool.story.chain import are_of_one_family, own_name  # noqa: PLC0415

    assert earlier.case is not None
    assert later.case is not None
    if are_of_one_family(earlier.case, later.case):
        return
    stop(
        WRONG_USE,
        "These two files are of two families: another reference, and no child with the same name and date of birth: "
        f"{shown(own_name(earlier))}, {shown(own_name(later))}.",
    )

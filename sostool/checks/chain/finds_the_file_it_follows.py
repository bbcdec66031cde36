"""CH101: the file of the meeting before lies in the same folder."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from sostool.case.model import Case
from sostool.case.read import ReadCase
from sostool.checks.check import Found, InFile, check
from sostool.checks.look import Look
from sostool.story.chain import FOLLOWS, own_name

_NOT_THERE = "The file of the meeting before is not in this folder."
_PUT_IT_THERE = (
    "Put it into the same folder, or write the name that it has now. Without it nothing can be compared with last time."
)
_IS_IT_THIS = "Another file of this folder may be the one: see where this points to, and write its name."
# So many files of one family are looked into for the one that is meant.
_MOST_LOOKED_INTO = 20


@check("CH101", "earlier-file-missing", "query")
def finds_the_file_it_follows(look: Look) -> Iterator[Found]:
    """The file that `follows` names lies in the same folder.

    What it checks
        `follows` holds the name of a file and nothing else: a path with a folder in it is an error. A file of that
        name lies beside this one and can be opened; a link to a file in another folder does not count. If there is
        none, it looks for one of the same family that may be meant: the one this file was started from
        (`followed_as`), else the last one before this meeting. One of a meeting before `last_conference` is not it.

    Why it matters
        What has moved since last time, which steps were done, what was promised to Mia's mum: all of that stands in
        the file of the last meeting. If it cannot be found, this meeting starts from nothing, and what was held back
        then cannot be looked at again.

    Fails
        meeting: {kind: review-conference, date: 2026-06-09, follows: EX-0042-2026-03-71.yaml}

    Passes
        # The file of the meeting before, EX-0042-2026-03-17.yaml
        meeting: {kind: initial-conference, date: 2026-03-17}
        ---
        # This file
        meeting: {kind: review-conference, date: 2026-06-09, follows: EX-0042-2026-03-17.yaml}

    Source
        A review looks at what was planned last time and what has come of it (Working Together to Safeguard Children).
    """
    trouble = look.chain.trouble_before
    if trouble is None:
        return
    if trouble.kind == "not-a-name":
        yield Found(
            FOLLOWS,
            "This is not the name of a file in this folder.",
            "Write the file's name alone, without a folder, and put the file into the same folder.",
            severity="error",
        )
    elif trouble.kind in ("missing", "outside"):
        meant = _meant(look)
        yield Found(
            FOLLOWS,
            _NOT_THERE,
            _IS_IT_THIS if meant else _PUT_IT_THERE,
            detail=f"Did you mean “{own_name(meant)}”?" if meant else "",
            elsewhere=InFile(meant, ()) if meant else None,
        )


def _meant(look: Look) -> ReadCase | None:
    """Give the file of this family that was most likely meant."""
    day = _day(look.case)
    names = look.neighbours.of_family(look.case.reference)[:_MOST_LOOKED_INTO]
    reads = [read for name in names if (read := look.chain.read(name)) is not None and read.case is not None]
    started_from = look.case.meeting.followed_as if look.case.meeting else ""
    if started_from:
        from sostool.story.fingerprint import fingerprint  # noqa: PLC0415 - seldom asked for

        for read in reads:
            if read.case is not None and fingerprint(read.case) == started_from:
                return read
    since = look.case.meeting.last_conference if look.case.meeting else None
    earlier = [
        (held, own_name(read), read)
        for read in reads
        if day is not None and (held := _day(read.case)) is not None and (since or dt.date.min) <= held < day
    ]
    return max(earlier, key=lambda one: one[:2])[2] if earlier else None


def _day(case: Case | None) -> dt.date | None:
    return case.meeting.date if case is not None and case.meeting is not None else None

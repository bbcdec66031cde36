"""CH105: the meeting before was before."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.checks.check import Found, InFile, check
from sostool.checks.look import Look


@check("CH105", "later-meeting-followed", "error")
def follows_an_earlier_meeting(look: Look) -> Iterator[Found]:
    """The meeting of the file that this one follows was not after this one.

    What it checks
        The other file's `meeting: date` is before this file's, or the same day: a core group may meet straight after
        a conference.

    Why it matters
        If the order of two meetings is the wrong way round, a number that has gone up looks as if it had gone down,
        and a mother who has done what she promised reads that she stopped.

    Fails
        # The file that this one follows, EX-0042-2026-12-01.yaml
        meeting: {kind: review-conference, date: 2026-12-01}
        ---
        # This file
        meeting: {kind: review-conference, date: 2026-06-09, follows: EX-0042-2026-12-01.yaml}

    Passes
        # The file that this one follows, EX-0042-2026-03-17.yaml
        meeting: {kind: initial-conference, date: 2026-03-17}
        ---
        # This file
        meeting: {kind: review-conference, date: 2026-06-09, follows: EX-0042-2026-03-17.yaml}

    Source
        The first review is within three months of the first conference, later ones within six of the last (Working
        Together to Safeguard Children): each comes after another.
    """
    trouble = look.chain.trouble_before
    if trouble is not None and trouble.kind == "not-earlier" and trouble.read is not None:
        yield Found(
            ("meeting", "date"),
            "The file that this one follows is of a later meeting.",
            "Look at both dates, and put right the wrong one; or write the right file's name under `follows`.",
            elsewhere=InFile(trouble.read, ("meeting", "date")),
        )

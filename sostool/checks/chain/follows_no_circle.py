"""CH102: no file follows itself, also not by way of others."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.checks.check import Found, InFile, check
from sostool.checks.look import Look
from sostool.story.chain import FOLLOWS, closes_with, own_name


@check("CH102", "files-in-a-circle", "error")
def follows_no_circle(look: Look) -> Iterator[Found]:
    """No file follows itself, also not by way of other files.

    What it checks
        Going from file to file by `follows` never comes back to this one.

    Why it matters
        Each meeting comes after another one. Where two files each say that they come after the other, nobody can tell
        which numbers are the older ones, and a step that was done in June looks as if it were still to do.

    Fails
        # The file of the meeting before, EX-0042-2026-03-17.yaml
        meeting: {kind: initial-conference, date: 2026-03-17, follows: case.yaml}
        ---
        # This file, case.yaml
        meeting: {kind: review-conference, date: 2026-06-09, follows: EX-0042-2026-03-17.yaml}

    Passes
        # The file of the meeting before, EX-0042-2026-03-17.yaml
        meeting: {kind: initial-conference, date: 2026-03-17}
        ---
        # This file, case.yaml
        meeting: {kind: review-conference, date: 2026-06-09, follows: EX-0042-2026-03-17.yaml}

    Source
        One file for each meeting, each following the one before (the case file of this tool).
    """
    trouble = look.chain.trouble
    if trouble is None or trouble.kind != "circular":
        return
    if closes_with(trouble).casefold() == own_name(look.chain.start).casefold():
        back = trouble.read or (look.chain.earlier[-1] if look.chain.earlier else None)
        yield Found(
            FOLLOWS,
            "This file follows one that comes after it.",
            "Look which meeting came first. Its file follows the one before it, or none: take out its `follows`.",
            elsewhere=InFile(back, FOLLOWS) if back else None,
        )

"""CH103: the file of the meeting before can be read."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.checks.check import Found, InFile, check
from sostool.checks.look import Look
from sostool.story.chain import FOLLOWS, closes_with, own_name

_COMPARE = "Until then nothing is compared with it."


@check("CH103", "earlier-file-with-errors", "query")
def follows_a_file_without_errors(look: Look) -> Iterator[Found]:
    """The file of the meeting before can be read, and has no errors of its own.

    What it checks
        The file that `follows` names can be opened and read as a case file, without an error of its shape, such as a
        misspelt key, and does not follow itself.

    Why it matters
        An error may hide who was not to have something. So nothing is taken from such a file, and whoever reads the
        new report is not told what has changed since last time.

    Fails
        # The file of the meeting before, EX-0042-2026-03-17.yaml
        meeting: {kind: initial-conference, date: 2026-03-17}
        dangers: [{statemnt: Priya is worried that Dean will hurt Lisa again.}]
        ---
        # This file
        meeting: {kind: review-conference, date: 2026-06-09, follows: EX-0042-2026-03-17.yaml}

    Passes
        # The file of the meeting before, EX-0042-2026-03-17.yaml
        meeting: {kind: initial-conference, date: 2026-03-17}
        dangers: [{statement: Priya is worried that Dean will hurt Lisa again.}]
        ---
        # This file
        meeting: {kind: review-conference, date: 2026-06-09, follows: EX-0042-2026-03-17.yaml}
        dangers: [{statement: Priya is worried that Dean will hurt Lisa again.}]

    Source
        Marks for holding back fail closed: what cannot be read for certain is not passed on (the case file of this
        tool).
    """
    trouble = look.chain.trouble_before
    if trouble is None:
        return
    if trouble.kind == "errors" and trouble.read is not None:
        yield Found(
            FOLLOWS,
            "The file of the meeting before has errors.",
            f"Check that file by itself and put it right. {_COMPARE}",
            elsewhere=InFile(trouble.read, trouble.read.findings[0].path),
        )
    elif trouble.kind == "circular" and closes_with(trouble).casefold() != own_name(look.chain.start).casefold():
        yield Found(
            FOLLOWS,
            "The file of the meeting before follows itself.",
            f"Put right in that file which one it follows. {_COMPARE}",
            elsewhere=InFile(trouble.read, FOLLOWS) if trouble.read else None,
        )
    elif trouble.kind == "unreadable":
        yield Found(
            FOLLOWS,
            "The file of the meeting before cannot be read as a case file.",
            f"Look whether it is the right file, and whether you may open it. {_COMPARE}",
            elsewhere=InFile(trouble.read, ()) if trouble.read else None,
        )

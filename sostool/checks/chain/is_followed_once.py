"""CH107: no other file follows the same one."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.checks.check import Found, InFile, check
from sostool.checks.look import Look
from sostool.story.chain import FOLLOWS, followed


@check("CH107", "two-files-follow-one", "query")
def is_followed_once(look: Look) -> Iterator[Found]:
    """No other file of the folder follows the same one as this.

    What it checks
        Among the case files beside this one, none has the same name under `follows`.

    Why it matters
        Two people may each have started the review, or a copy was left behind when a file was given another name.
        From then on a number or a step stands in one of the two only, and whoever reads the other one does not know.

    Fails
        # Another file of the folder, EX-0042-2026-06-08.yaml
        meeting: {kind: review-conference, date: 2026-06-08, follows: EX-0042-2026-03-17.yaml}
        ---
        # This file
        meeting: {kind: review-conference, date: 2026-06-09, follows: EX-0042-2026-03-17.yaml}

    Passes
        # Another file of the folder, EX-0042-2026-03-17.yaml
        meeting: {kind: initial-conference, date: 2026-03-17}
        ---
        # This file
        meeting: {kind: review-conference, date: 2026-06-09, follows: EX-0042-2026-03-17.yaml}

    Source
        One file for each meeting, each following the one before (the case file of this tool).
    """
    file = followed(look.case)
    if not file:
        return
    for other in look.neighbours.followers(file):
        read = look.chain.read(other)
        # The folder is searched without reading the files as case files: a comment may say “follows:” too.
        if read is not None and followed(read.case).casefold() == file.casefold():
            yield Found(
                FOLLOWS,
                "Another file of this folder follows the same one.",
                "If one of the two is a copy, delete it. If both meetings were held, the later one follows the earlier "
                "one of the two.",
                elsewhere=InFile(read, FOLLOWS),
            )
            return

"""CH104: the file of the meeting before is about the same family."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.checks.check import Found, InFile, check
from sostool.checks.look import Look
from sostool.story.chain import FOLLOWS


@check("CH104", "other-reference-than-before", "query")
def follows_the_same_family(look: Look) -> Iterator[Found]:
    """The file of the meeting before has the same reference.

    What it checks
        Both files have the same `reference`. If they do not, and no child stands in both with the same name and the
        same date of birth, it is an error: then it is another family's file, and nothing of it is used.

    Why it matters
        One wrong figure in `follows`, and the report would tell Mia's mum what has changed in a stranger's home, and
        a stranger what goes on in hers. A family that moves does get a new reference; then somebody says so.

    Fails
        # The file of the meeting before, EX-0017-2026-03-17.yaml
        reference: EX-0017
        meeting: {kind: initial-conference, date: 2026-03-17}
        ---
        # This file
        meeting: {kind: review-conference, date: 2026-06-09, follows: EX-0017-2026-03-17.yaml}

    Passes
        # The file of the meeting before, EX-0042-2026-03-17.yaml
        meeting: {kind: initial-conference, date: 2026-03-17}
        ---
        # This file
        meeting: {kind: review-conference, date: 2026-06-09, follows: EX-0042-2026-03-17.yaml}

    Source
        The Information Commissioner's reprimands of councils, 2022 and 2023: another family's details in a plan.
    """
    trouble = look.chain.trouble_before
    if trouble is not None and trouble.kind == "another-family" and trouble.read is not None:
        yield Found(
            FOLLOWS,
            "The file of the meeting before is about another family.",
            "It has another reference, and no child is in both. Nothing of it is used. Write the name of this family's "
            "file, and look whether anything was copied from the other one.",
            severity="error",
            elsewhere=InFile(trouble.read, ("reference",)),
        )
    earlier = look.chain.before
    if (
        earlier is not None
        and earlier.case is not None
        and earlier.case.reference.casefold() != look.case.reference.casefold()
    ):
        yield Found(
            ("reference",),
            "The file of the meeting before has another reference.",
            "A child is in both, so it is taken for the same family. If the reference has changed, say so in an "
            "answer; else put right the one that is wrong.",
            also=(FOLLOWS,),
            elsewhere=InFile(earlier, ("reference",)),
        )

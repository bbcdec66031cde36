"""CH106: the file of the meeting before says what it said when this one was started from it."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.case.model.meeting import NOT_KNOWN
from sostool.checks.check import Found, InFile, check
from sostool.checks.look import Look


@check("CH106", "earlier-file-changed", "query")
def follows_what_was_written_then(look: Look) -> Iterator[Found]:
    """The file of the meeting before says what it said when this one was started from it.

    What it checks
        Where `followed_as` is given (`new-case --follows` writes it), it is the fingerprint that the earlier file has
        now. What is rightly added to a file after its meeting does not count: the outcome, who was shown what,
        answers, reasons for a delay; nor do comments, the layout and the order of things.

    Why it matters
        When something is put right in March's file after June's was started, June's does not know. It may be a
        misspelt name; it may be that something about Lisa was held back from Dean afterwards, and stands open in the
        newer file.

    Fails
        # The file of the meeting before, EX-0042-2026-03-17.yaml
        meeting: {kind: initial-conference, date: 2026-03-17, why: Dean has told us more since.}
        ---
        # This file
        meeting:
          kind: review-conference
          date: 2026-06-09
          follows: EX-0042-2026-03-17.yaml
          followed_as: 0f4d-ab6c-77e1-5c02

    Passes
        # The file of the meeting before, EX-0042-2026-03-17.yaml
        meeting: {kind: initial-conference, date: 2026-03-17}
        ---
        # This file
        meeting: {kind: review-conference, date: 2026-06-09, follows: EX-0042-2026-03-17.yaml}

    Source
        The record of a meeting stands as it was agreed; what is put right later is seen to be (the profession's
        standards on keeping records).
    """
    meeting = look.case.meeting
    if meeting is None or meeting.followed_as in ("", NOT_KNOWN):
        return
    earlier = look.chain.before
    if earlier is None or earlier.case is None:
        return
    from sostool.story.fingerprint import fingerprint  # noqa: PLC0415 - only for files that say what they came from

    now = fingerprint(earlier.case)
    if now != meeting.followed_as:
        yield Found(
            meeting.at("followed_as"),
            "The file of the meeting before has been changed since this one was started from it.",
            "Look what was changed, above all what is held back, and whether it belongs in this file too. Then write "
            "its fingerprint of today here.",
            detail=f"Its fingerprint is {now} now",
            elsewhere=InFile(earlier, ()),
        )

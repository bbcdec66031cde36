"""OU101: who came is written down."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.checks.check import Found, check
from sostool.checks.look import Look


@check("OU101", "attendance-unrecorded", "query")
def says_who_came(look: Look) -> Iterator[Found]:
    """The outcome says who came to the meeting.

    What it checks
        Once there is an `outcome`, somebody stands under `attended`.

    Why it matters
        A father who missed the meeting reads first of all who sat there and spoke about his children, and a year
        later a young person may ask the same. Nobody who is feared reads this list, unless the chair has cleared it
        for them, so it can be complete.

    Fails
        outcome:
          summary: Everyone agreed that the last month was calm.

    Passes
        outcome:
          attended: [lisa, dean, priya, cole, ann]

    Source
        The record of a conference begins with who was there, who sent apologies and who was left out (North
        Yorkshire's standards for minutes; Wales's protocol for conferences).
    """
    outcome = look.case.outcome
    if outcome is not None and not outcome.attended:
        yield Found(
            outcome.path,
            "Who came to the meeting is not written down.",
            "List them: attended: [their-id, their-id]. Somebody who is not in this file can stand there by name.",
            also=(outcome.at("attended"),),
        )

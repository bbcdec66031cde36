"""DT107: a reason for a delay names a deadline that there is."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.checks.check import Found, check
from sostool.checks.look import Look


@check("DT107", "delay-of-nothing-known", "query")
def names_the_deadline(look: Look) -> Iterator[Found]:
    """Each reason for a delay says which deadline of the profile it is about.

    What it checks
        Each line of `meeting.delays` has `what` with the name of a deadline of the profile, and a `reason`.

    Why it matters
        A reason that belongs to nothing is one that nobody finds when the family asks.

    Fails
        meeting:
          kind: initial-conference
          date: 2026-03-17
          strategy_discussion: 2026-02-25
          delays: [{what: first-confrence, reason: The interpreter was ill., agreed_by: [ann]}]

    Passes
        meeting:
          kind: initial-conference
          date: 2026-03-20
          strategy_discussion: 2026-02-25
          delays: [{what: first-conference, reason: The interpreter was ill., agreed_by: [ann]}]

    Source
        Reasons for delay are agreed by a manager and the chair and written down (Liverpool's procedures).
    """
    meeting = look.case.meeting
    for delay in meeting.delays if meeting is not None else ():
        if delay.what not in look.profile.deadlines:
            yield Found(
                delay.at("what") if delay.what else delay.path,
                "No deadline of this profile has this name." if delay.what else "This does not say which deadline.",
                _mend(delay.what, look),
            )
        elif not delay.reason.strip():
            yield Found(delay.path, "This does not say why.", "Write `reason`.", also=(delay.at("reason"),))


def _mend(what: str, look: Look) -> str:
    from sostool.yamlfile.reading import nearest  # noqa: PLC0415 - only where something is wrong

    known = look.profile.deadlines
    if not known:
        return "This profile has no deadlines."
    near = nearest(what, known) if what else None
    return f"Did you mean {near}?" if near else f"Write one of these: {', '.join(known)}."

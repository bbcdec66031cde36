"""NX105: no step that was due before the meeting is still open."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.checks.check import Found, check
from sostool.checks.look import Look
from sostool.checks.next_steps.steps import next_steps


@check("NX105", "step-overdue-at-the-meeting", "query")
def closes_what_was_due(look: Look) -> Iterator[Found]:
    """A next step that was due before the meeting is done, or it has a new day.

    What it checks
        No step without `done` has a `due` before the day of the meeting.

    Why it matters
        “We said we would” is what a family remembers. A step that was not done is worth two sentences at the meeting:
        what got in the way, and whether it still helps. Left standing with its old day, it tells everyone that days
        in this plan mean nothing.

    Fails
        map:
          needs_to_happen:
            next_steps: [{what: Priya rings Mr Cole., who: [priya], due: 2026-03-10}]

    Passes
        map:
          needs_to_happen:
            next_steps:
              - {what: Priya rings Mr Cole., who: [priya], due: 2026-03-10, done: 2026-03-09}

    Source
        Overdue parts of a plan are listed and looked at (inspection reports on children's services, Ireland).
    """
    meeting = look.case.meeting.date if look.case.meeting is not None else None
    for step in next_steps(look.case):
        if meeting is not None and step.due is not None and step.done is None and step.due < meeting:
            yield Found(
                step.at("due"),
                "This was due before the meeting and is still open.",
                "Write `done` and `result`. If it was not done: a new day, or take it out and say why at the meeting.",
                also=(step.at("done"),),
            )

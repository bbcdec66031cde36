"""CH111: what was open in the earlier file has not dropped out of this one without a word."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sostool.case.model import Danger, GreyArea, NextStep, TrajectoryStep
from sostool.checks.chain.before import before
from sostool.checks.check import Found, check
from sostool.checks.look import Look
from sostool.findings.finding import Path
from sostool.yamlfile.parts import Part


class _Dropped(NamedTuple):
    message: str
    mend: str


_WHAT_IS_DROPPED: dict[str, _Dropped] = {
    "dangers": _Dropped(
        "A danger of the earlier file is not in this one.",
        "If it is no longer a worry, that is worth saying to the family: take it over once more with `reached` in its "
        "goal, or say in an answer why it is gone. Else take it over with its goal and its numbers.",
    ),
    "map.needs_to_happen.next_steps": _Dropped(
        "A next step that was open in the earlier file is not in this one.",
        "If it was done, take it over with `done` and `result`. If not, say in an answer why it is no longer needed.",
    ),
    "map.worried.grey_areas": _Dropped(
        "Something that nobody knew at the earlier meeting is not asked about in this file.",
        "If it is known now, take it over with `answered` and `answer`. Else leave it on the list.",
    ),
    "safety_plan.bottom_lines": _Dropped(
        "A bottom line of the earlier file is not in this one.",
        "Whoever set it decides whether it goes. Say in an answer who did and why, or take it over.",
    ),
    "safety_plan.rules": _Dropped(
        "A rule of the earlier safety plan is not in this one.",
        "Ask the network whether it still holds. Take it over, or say in an answer why they let it go.",
    ),
    "trajectory": _Dropped(
        "A step on the way to the goal that was still to come is not in this file.",
        "If it was done, take it over with `done`. If the way has changed, say so in an answer.",
    ),
}


@check("CH111", "dropped-without-a-word", "query")
def carries_open_things_on(look: Look) -> Iterator[Found]:
    """What was open at the earlier meeting is in this file, or somebody says why it is not.

    What it checks
        Dangers whose goal was not reached, bottom lines and rules of the earlier file, next steps and steps of the
        trajectory that were not done, and grey areas without an answer stand in this file too, as they were or in
        other words; by their id, or by what they say. Where this file has nothing of a kind at all, it is asked once.

    Why it matters
        In March Priya promised to find out about the flat. In June the line is gone, and it is Mia's mum who has to
        bring it up, or nobody does. What drops off the page without a word was mostly not done.

    Fails
        # The file of the meeting before, EX-0042-2026-03-17.yaml
        meeting: {kind: initial-conference, date: 2026-03-17}
        map:
          needs_to_happen:
            next_steps:
              - {what: Priya asks the landlord for a new lock., who: priya, due: 2026-03-24}
        ---
        # This file
        meeting: {kind: review-conference, date: 2026-06-09, follows: EX-0042-2026-03-17.yaml}
        map: {needs_to_happen: {next_steps: [{what: Ray shows Priya the card., who: ray, due: 2026-06-20}]}}

    Passes
        # The file of the meeting before, EX-0042-2026-03-17.yaml
        meeting: {kind: initial-conference, date: 2026-03-17}
        map:
          needs_to_happen:
            next_steps:
              - {what: Priya asks the landlord for a new lock., who: priya, due: 2026-03-24}
        ---
        # This file
        meeting: {kind: review-conference, date: 2026-06-09, follows: EX-0042-2026-03-17.yaml}
        map:
          needs_to_happen:
            next_steps:
              - {what: Priya asks the landlord for a new lock., who: priya, done: 2026-03-20, result: It is in.}

    Source
        A review looks at whether what was planned has been done and has helped (Working Together to Safeguard
        Children).
    """
    earlier = before(look)
    if earlier is None:
        return
    for kind, (message, mend) in _WHAT_IS_DROPPED.items():
        dropped = [part for part in earlier.pairs.gone_of(kind) if _was_open(part)]
        at = tuple(kind.split("."))
        if dropped and not _has_any(look, at):
            dropped = dropped[:1]
        for part in dropped:
            yield Found(at, message, mend, detail=_called(part), also=(at,), elsewhere=earlier.at(part.path))


def _was_open(part: Part) -> bool:
    if isinstance(part, Danger):
        return part.goal is None or part.goal.reached is None
    if isinstance(part, NextStep):
        return part.done is None and not part.result and not part.none
    if isinstance(part, GreyArea):
        return part.answered is None and not part.answer and not part.none
    return not isinstance(part, TrajectoryStep) or part.done is None


def _has_any(look: Look, at: Path) -> bool:
    here: object = look.case
    for step in at:
        here = getattr(here, str(step), None)
    return bool(here)


def _called(part: Part) -> str:
    text = part.statement if isinstance(part, Danger) else str(getattr(part, "what", ""))
    return f"“{text}”" if text else ""

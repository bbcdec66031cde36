"""NX103: something to be done next for each goal."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.case.model import NextStep, TrajectoryStep
from sostool.checks.check import Found, check
from sostool.checks.goal.goals import goals
from sostool.checks.look import Look
from sostool.checks.next_steps.steps import next_steps


@check("NX103", "goal-without-step", "advice")
def serves_each_goal(look: Look) -> Iterator[Found]:
    """Each safety goal has a next step.

    What it checks
        For each danger with a goal there is a next step, or a step of the trajectory, that names it with `danger:`
        and is not done yet. Where the file has one danger only, a step without `danger:` is for that one. Nothing
        is asked where next steps say `none: true`.

    Why it matters
        A goal is six months away. The step is what happens by Friday, and without one a family hears what they
        should reach and nothing of how to begin.

    Fails
        dangers:
          - id: drinking
            statement: Priya is worried that Mia could be hurt again if Dean drinks.
            goal: For six months Dean will show Priya and Ray that home is calm, and Mia will sleep well.

    Passes
        map:
          needs_to_happen:
            next_steps:
              - {what: Dean and Ray write down whom Dean rings., who: [dean, ray], due: 2026-03-24, danger: drinking}
        dangers:
          - id: drinking
            statement: Priya is worried that Mia could be hurt again if Dean drinks.
            goal: For six months Dean will show Priya and Ray that home is calm, and Mia will sleep well.

    Source
        Each part of a plan serves what is to be reached (Wales Safeguarding Procedures, pointers for practice).
    """
    steps = next_steps(look.case)
    if any(step.none for step in steps):
        return
    planned: list[NextStep | TrajectoryStep] = [*steps, *look.case.trajectory]
    still_open = [step for step in planned if step.done is None and step.what.strip()]
    served = {step.danger for step in still_open}
    if "" in served and len(look.case.dangers) == 1:
        return
    for danger, goal in goals(look.case):
        if not danger.id or danger.id not in served:
            yield Found(
                goal.path,
                "Nothing is planned next for this goal.",
                "Add a next step that helps with it, and link it: danger: and the id of this danger.",
                also=(("map", "needs_to_happen"), ("trajectory",)),
            )

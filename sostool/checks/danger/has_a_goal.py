"""DS101: a goal for each danger statement."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.checks.check import Found, check
from sostool.checks.look import Look


@check("DS101", "danger-without-goal", "query")
def has_a_goal(look: Look) -> Iterator[Found]:
    """Each danger statement has a safety goal.

    What it checks
        Every item under `dangers` has a `goal` with a statement.

    Why it matters
        A statement without a goal tells a family what people are afraid of and leaves them to guess what would
        be enough. The goal is the other half: it says what everyone wants to see instead.

    Fails
        dangers:
          - statement: Priya is worried that Mia could be hurt again if Dean drinks.
            worried: [priya]
            children: [mia]

    Passes
        dangers:
          - statement: Priya is worried that Mia could be hurt again if Dean drinks.
            worried: [priya]
            children: [mia]
            goal: For six months Dean will show Priya that home is calm, and Mia will sleep well.

    Source
        The method pairs each statement with a goal and a scale (glossary of the York partnership; a council's
        how-to guide on danger statements and safety goals).
    """
    for danger in look.case.dangers:
        if danger.goal is None or not danger.goal.statement.strip():
            yield Found(
                danger.path,
                "This danger statement has no safety goal.",
                "Write under `goal:` what people will do, what the children will live with, who will see it, "
                "and for how long.",
                also=(danger.at("goal"),),
            )

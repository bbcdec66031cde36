"""SG103: for how long a goal has to be seen."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.checks.check import Found, check
from sostool.checks.goal.goals import goals
from sostool.checks.look import Look
from sostool.checks.wording.quotes import without_quotes


@check("SG103", "goal-without-how-long", "query")
def says_for_how_long(look: Look) -> Iterator[Found]:
    """A safety goal says for how long it has to be seen.

    What it checks
        A goal has `how_long`, or its text holds words for a length of time (the profile's list `how-long`). “Every
        week” says how often, not for how long. Goals in other languages than English are left alone.

    Why it matters
        Without a time a family cannot know when it is enough, and the finishing line can move each time the
        worker changes. A time everyone has agreed is a promise to them too.

    Fails
        dangers:
          - statement: Priya is worried that Mia could be hurt again if Dean drinks.
            goal: Dean will show Priya and Ray that he is calm and kind at home.

    Passes
        dangers:
          - statement: Priya is worried that Mia could be hurt again if Dean drinks.
            goal:
              statement: Dean will show Priya and Ray that he is calm at home, and Mia sleeps in her own bed.
              how_long: 6 months

    Source
        A goal says how long the change has to be seen (a council's how-to guide on danger statements and safety
        goals; Queensland's practice manual on worry and goal statements).
    """
    if not look.english:
        return
    times = look.list_of("how-long")
    for _, goal in goals(look.case):
        if not goal.how_long.strip() and not times.stand_in(without_quotes(goal.statement)):
            yield Found(
                goal.path,
                "This goal does not say for how long.",
                "Agree with everyone how long is long enough to trust that it will last. Say it in the text, or write "
                "goal: {statement: …, how_long: 6 months}.",
                also=(goal.at("how_long"),),
            )

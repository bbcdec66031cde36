"""SG101: a goal says what will happen, not only what stops."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.checks.check import Found, check
from sostool.checks.goal.happenings import something_happens
from sostool.checks.look import Look
from sostool.checks.wording.text import sentences


@check("SG101", "goal-only-stops", "query")
def says_what_will_happen(look: Look) -> Iterator[Found]:
    """A safety goal says what people will do instead, not only what stops.

    What it checks
        A goal whose every sentence holds words such as “will not”, “no longer” or “stop” (the profile's list
        `stops`), and nothing that somebody does or will do. Goals in other languages than English are left alone.

    Why it matters
        “He will not shout” gives a child nothing to look forward to and a father nothing to do. What happens
        instead can be seen, practised and noticed.

    Fails
        dangers:
          - statement: Priya is worried that Mia could be hurt again if Dean drinks.
            goal: Dean will not drink. Mia will no longer be left on her own.

    Passes
        dangers:
          - statement: Priya is worried that Mia could be hurt again if Dean drinks.
            goal: When Dean wants a drink he will go to Ray's. Mia will always have a grown-up with her.

    Source
        Describe good things happening, not bad things stopping (a council's how-to guide on danger statements
        and safety goals).
    """
    stops = look.list_of("stops")
    if not stops:
        return
    for danger in look.case.dangers:
        goal = danger.goal
        if goal is None:
            continue
        statement = goal.statement.replace("’", "'")
        # Where the first sentence tells of nothing that stops, the goal does not only stop things.
        if not stops.stand_in(statement.partition(". ")[0]):
            continue
        said = [sentence for sentence in sentences(statement) if not sentence.endswith(":")]
        if said and all(stops.stand_in(one) and not something_happens(one, stops.pattern) for one in said):
            yield Found(
                goal.at("statement"),
                "This goal only says what stops.",
                "Say what people will do instead, and what the children will live with.",
            )

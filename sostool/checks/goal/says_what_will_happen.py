"""SG101: a goal says what will happen, not only what stops."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sostool.case.model import Case
from sostool.checks.check import Found, check
from sostool.checks.text import sentences
from sostool.profile import Profile

_WILL_DO = re.compile(
    r"\b(?:will|can|has|have|shall|is going to|are going to)\s+(?:all |both |always |also )?(\w+)", re.IGNORECASE
)


@check("SG101", "goal-only-stops", "query")
def says_what_will_happen(case: Case, profile: Profile) -> Iterator[Found]:
    """A safety goal says what people will do instead, not only what stops.

    What it checks
        A goal whose every sentence is made of words such as “will not”, “no longer” or “stop” (the profile's
        list `stops`), with nothing that somebody will do.

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
    stops = profile.words.get("stops")
    if not stops:
        return
    pattern = re.compile(
        r"\b(?:" + "|".join(re.escape(phrase) for phrase in sorted(stops, key=len, reverse=True)) + r")\b",
        re.IGNORECASE,
    )
    first_words = {phrase.split()[-1] for phrase in stops}
    for danger in case.dangers:
        goal = danger.goal
        if goal is None or not goal.statement.strip():
            continue
        if all(_only_stops(sentence, pattern, first_words) for sentence in sentences(goal.statement)):
            yield Found(
                goal.at("statement"),
                "This goal only says what stops.",
                "Say what people will do instead, and what the children will live with.",
            )


def _only_stops(sentence: str, pattern: re.Pattern[str], stop_words: set[str]) -> bool:
    if not pattern.search(sentence):
        return False
    # Only the main clauses count: “where nobody is hit” after “will live” is part of something that happens.
    return not any(match.group(1).lower() not in stop_words for match in _WILL_DO.finditer(sentence))

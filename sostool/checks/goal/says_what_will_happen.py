"""SG101: a goal says what will happen, not only what stops."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sostool.case.model import Case
from sostool.checks.check import Found, check
from sostool.checks.goal.happenings import something_happens
from sostool.checks.text import is_english, sentences
from sostool.profile import Profile


@check("SG101", "goal-only-stops", "query")
def says_what_will_happen(case: Case, profile: Profile) -> Iterator[Found]:
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
    stops = tuple(profile.words.get("stops", ()))
    if not stops or not is_english(case):
        return
    in_small_letters = _pattern(stops, re.NOFLAG)
    for danger in case.dangers:
        goal = danger.goal
        if goal is None:
            continue
        statement = goal.statement.replace("’", "'")
        # Most goals hold no such words, and need not be taken apart. Small letters are searched four times as fast.
        if not in_small_letters.search(" ".join(statement.lower().split())):
            continue
        pattern = _pattern(stops, re.IGNORECASE)
        said = [sentence for sentence in sentences(statement) if not sentence.endswith(":")]
        if said and all(pattern.search(one) and not something_happens(one, pattern) for one in said):
            yield Found(
                goal.at("statement"),
                "This goal only says what stops.",
                "Say what people will do instead, and what the children will live with.",
            )


@cache
def _pattern(stops: tuple[str, ...], flag: re.RegexFlag) -> re.Pattern[str]:
    """Give one pattern for all phrases, longest first; the same for every file of a run."""
    phrases = (re.escape(phrase).replace("’", "'") for phrase in sorted(stops, key=len, reverse=True) if phrase.strip())
    return re.compile(rf"\b(?:{'|'.join(phrases) or '(?!)'})\b", flag)

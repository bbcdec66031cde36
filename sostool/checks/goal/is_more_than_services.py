"""SG105: a goal is more than services."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sostool.case.model import Case
from sostool.checks.check import Found, check
from sostool.checks.goal.goals import goals
from sostool.checks.goal.services import ServiceWords, are_only_services
from sostool.checks.look import Look
from sostool.checks.wording.quotes import without_quotes
from sostool.checks.wording.text import sentences
from sostool.profile.phrases import Near


@check("SG105", "goal-of-services", "query")
def is_more_than_services(look: Look) -> Iterator[Found]:
    """A safety goal says what the children will live with, not only which services somebody attends.

    What it checks
        A goal of which every sentence is about attending, engaging or working with services (the profile's lists
        `takes-part`, `services` and `works-with`), with nothing that anybody does or that a child lives with. Goals
        in other languages than English are left alone.

    Why it matters
        A father can sit through twelve evenings of a course and come home the same. What the course is for is the
        goal: what his children will see and hear at home. The course itself is a next step, with a date.

    Fails
        dangers:
          - statement: Priya is worried that Mia could be hurt again if Dean drinks.
            goal: For six months Dean will attend the alcohol course and Lisa will work openly with us.

    Passes
        dangers:
          - statement: Priya is worried that Mia could be hurt again if Dean drinks.
            goal: >-
              For six months Dean will use what he learns on the course. He rings Ray when he wants a drink, and Priya
              and Ray will see Mia happy to be with him.

    Source
        What a carer does that convinces everyone of the child's safety is the goal, tied to the harm (a state's
        training notes on safety-organised practice; Australian guidance on goals in child protection); that
        services belong among the steps follows from it.
    """
    words = ServiceWords(look.list_of("takes-part"), look.list_of("services"), look.list_of("works-with"))
    if not words.works_with and not (words.takes_part and words.services):
        return
    for _, goal in goals(look.case):
        if not words.works_with.stand_in(goal.statement) and not (
            words.services.stand_in(goal.statement) and words.takes_part.stand_in(goal.statement)
        ):
            continue
        stops, children = look.list_of("stops"), _children(look.case, look.list_of("child-words"))
        statement = without_quotes(goal.statement).replace("’", "'")
        said = [sentence for sentence in sentences(statement) if not sentence.endswith(":")]
        if are_only_services(said, words, stops, children):
            yield Found(
                goal.at("statement"),
                "This goal is made of services only.",
                "Say what will be different at home once they have helped. The services are next steps, each with a "
                "date.",
            )


def _children(case: Case, words: Near) -> re.Pattern[str]:
    """Find any child of the file, by name or by a word."""
    names = [re.escape(person.name) for person in case.people.values() if person.role == "child" and person.name]
    own = [words.pattern.pattern] if words else []
    return re.compile("|".join([*(rf"\b{name}\b" for name in names), *own]) or "(?!)", re.IGNORECASE)

"""SG102: what people do, what the child lives with, what others see."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.case.model import Goal, Person
from sostool.checks.check import Found, check
from sostool.checks.goal.goals import goals, names_one_of
from sostool.checks.look import Look
from sostool.checks.wording.quotes import without_quotes

_GROWN_UPS = frozenset(("parent", "carer", "partner", "network", "supporter", "other"))


@check("SG102", "goal-in-part", "advice")
def says_who_does_lives_and_sees(look: Look) -> Iterator[Found]:
    """A safety goal says who does something, what the children live with, and what others see.

    What it checks
        Somebody does it: `who_does`, or a grown-up of the family in the text. It is about a child: a child's name
        or a word such as “the children” in the text. Others see it: `who_sees`, or words such as “show”, “see” or
        “tell” in the text (the profile's lists `grown-ups`, `network`, `child-words` and `seeing`). Goals in other
        languages than English are left alone.

    Why it matters
        A mother can start tomorrow with what she will do. What her child will live with is why she would, and
        what others will see is how everyone knows that it is enough.

    Fails
        dangers:
          - statement: Priya is worried that Mia could be hurt again if Dean drinks.
            goal: For six months home will be calm.

    Passes
        dangers:
          - statement: Priya is worried that Mia could be hurt again if Dean drinks.
            goal: >-
              For six months Dean will show Priya and Ray that he is calm and kind, and Mia will sleep in her own bed.

    Source
        Three questions make a goal: what the parent does differently, what the child lives with, and what others
        see that tells them it is good enough (North Yorkshire's summary of danger statements and safety goals;
        South Ayrshire's page on safety goals).
    """
    if not look.english:
        return
    people = look.case.people.values()
    grown_ups = [person for person in people if person.role in _GROWN_UPS]
    children = [person for person in people if person.role == "child"]
    for _, goal in goals(look.case):
        missing = list(_missing(look, goal, grown_ups, children))
        if missing:
            yield Found(
                goal.path,
                "This goal does not say " + " or ".join(missing) + ".",
                "Say it in the text: what will people do, what will the children live with, and who will see what?",
                also=(goal.at("who_does"), goal.at("who_sees"), ("people",)),
            )


def _missing(look: Look, goal: Goal, grown_ups: list[Person], children: list[Person]) -> Iterator[str]:
    text = without_quotes(goal.statement)

    def says(name: str) -> bool:
        return look.list_of(name).stand_in(text)

    if not goal.who_does and not says("grown-ups") and not says("network") and not names_one_of(text, grown_ups):
        yield "who does something"
    if not names_one_of(text, children) and not says("child-words"):
        yield "what the children will live with"
    if not goal.who_sees and not says("seeing"):
        yield "what others will see"

"""MA102: past harm says what was done, to whom, when, and what it did to the child."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.case.model import PastHarm, Person
from sostool.case.people import children_of_the_case
from sostool.checks.check import Found, check
from sostool.checks.look import Look
from sostool.checks.wording.text import names_somebody


@check("MA102", "past-harm-half-told", "query")
def tells_past_harm_whole(look: Look) -> Iterator[Found]:
    """Past harm says what was done, to which child, when, and what it was like for the child.

    What it checks
        Every entry of `past_harm` has its sentence (`what`), a `date` (a month or a year will do), the children it
        is about (`children`, an `impact` with its child, or a child's name in the sentence), and an `impact`.

    Why it matters
        “There have been incidents” can be neither understood nor answered. A day, a child and what people saw can:
        Mia's dad knows what is meant, and everyone can see later whether it has happened again. The impact may be
        what others saw, such as tears at school; it need not be what a frightened child has told.

    Fails
        map:
          worried:
            past_harm:
              - what: Dean pushed Lisa in the kitchen.

    Passes
        map:
          worried:
            past_harm:
              - what: Dean pushed Lisa in the kitchen, and Mia saw it.
                date: 2026-02-21
                impact: Mia cried at school every morning for two weeks.
                said_by: [cole]
                how_we_know: seen

    Source
        What was done or not done, to whom, when, how bad, and what it did to the child (York's practice
        descriptions; a council's how-to guide asks for behaviour in place of labels).
    """
    worried = look.case.map.worried if look.case.map else None
    if worried is None or not worried.past_harm:
        return
    children = children_of_the_case(look.case)
    for harm in worried.past_harm:
        missing = [] if harm.none else list(_missing(harm, children))
        if missing:
            yield Found(
                harm.path,
                "This past harm does not say " + " or ".join(missing) + ".",
                "Add `what:`, `children:`, `date:` and `impact:`. What others saw is enough for the impact, and what "
                "could put somebody at risk can be held back with `withhold:`.",
                also=(harm.path,),
            )


def _missing(harm: PastHarm, children: list[Person]) -> Iterator[str]:
    felt = [impact for impact in harm.impact if impact.what.strip()]
    if not harm.what.strip():
        yield "what was done"
    if not (
        harm.children
        or harm.same_for_all
        or any(impact.child for impact in harm.impact)
        or (felt and len(children) == 1)
        or any(child.name.strip() and names_somebody(harm.what, child) for child in children)
    ):
        yield "to which child"
    if harm.date is None:
        yield "when it was"
    if not felt:
        yield "what it was like for the child"

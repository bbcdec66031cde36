"""DS114: the past harm a danger rests on."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.checks.check import Found, check
from sostool.checks.look import Look


@check("DS114", "danger-without-past-harm", "query")
def rests_on_past_harm(look: Look) -> Iterator[Found]:
    """A danger statement rests on something that has happened, or says that nothing has yet.

    What it checks
        Every item under `dangers` lists in `rests_on` the past harm of the map that it rests on, or `none-yet`.

    Why it matters
        A worry that rests on nothing can grow or shrink with the mood of a meeting. Mia's mum has a right to know
        what it rests on: she can say that it was otherwise, and show what has changed since. Where nothing has
        happened yet, as before a birth, that is said plainly.

    Fails
        dangers:
          - statement: Priya is worried that Mia could be hurt again if Dean drinks.

    Passes
        map: {worried: {past_harm: [{id: police-call, what: Police found Lisa with a cut lip.}]}}
        dangers:
          - statement: Priya is worried that Mia could be hurt again if Dean drinks.
            rests_on: [police-call]

    Source
        Specific, factual past behaviour with examples (a council's how-to guide on danger statements and safety
        goals); what was done and what came of it (a guide for First Nations agencies on harm and danger statements).
    """
    for danger in look.case.dangers:
        if not danger.rests_on:
            yield Found(
                danger.path,
                "It is not said which past harm this rests on.",
                "Give it an id under `past_harm:` and point to it: rests_on: [its-id]. If nothing has happened so far, "
                "write rests_on: [none-yet].",
                also=(danger.at("rests_on"),),
            )

"""DS103: who is worried, in the facts and in the text."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.checks.check import Found, check
from sostool.checks.look import Look
from sostool.checks.wording.text import names_somebody


@check("DS103", "danger-without-who-is-worried", "query")
def names_who_is_worried(look: Look) -> Iterator[Found]:
    """A danger statement says who is worried, by name.

    What it checks
        `worried:` lists at least one person, and the text holds the name, or a part of the name, of at least one
        of them. It never asks for the name of somebody whose words are held back from a feared person: such a
        name may stay out of the text.

    Why it matters
        “Professionals are worried” leaves a parent with nobody to talk to. A name is a person who can be asked,
        who can be shown that things are better, and who has to stand by what they say.

    Fails
        dangers:
          - statement: Professionals are worried that Mia could be hurt again if Dean drinks.
            worried: [priya]

    Passes
        dangers:
          - statement: Priya is worried that Mia could be hurt again if Dean drinks.
            worried: [priya]

    Source
        A statement starts with who is worried (North Yorkshire's summary of danger statements; a council's
        how-to guide). It must not carry what came from a mother or child who could be made to pay for it
        (Queensland's practice manual on worry statements).
    """
    people = look.case.people
    held_back = {id_ for person in people.values() if person.must_not_see for id_ in person.must_not_see.words_of}
    for danger in look.case.dangers:
        if not danger.worried:
            yield Found(
                danger.path,
                "Nobody is named as the one who is worried.",
                "List them: worried: [their-id].",
                also=(danger.at("worried"),),
            )
            continue
        worried = [people[id_] for id_ in danger.worried if id_ in people and id_ not in held_back]
        may_be_named = [person for person in worried if person.name.strip()]
        if (
            danger.statement.strip()
            and may_be_named
            and not any(names_somebody(danger.statement, person) for person in may_be_named)
        ):
            yield Found(
                danger.at("statement"),
                "The text names nobody who is worried.",
                "Start with who is worried, by the name the family uses.",
            )

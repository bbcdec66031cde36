"""LA104: a term that the authority has retired."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.checks.check import Found, check
from sostool.checks.look import Look


@check("LA104", "retired-term", "query")
def uses_terms_of_today(look: Look) -> Iterator[Found]:
    """No term stands in the file that this authority has stopped using.

    What it checks
        The terms under `retired` in the profile, in everything that its author has written. Own words, quotations
        and files in other languages than English are left alone.

    Why it matters
        When one page says one name and the next page another for the same thing, a family wonders what has
        changed for them, and whether somebody has told them everything.

    Fails
        profile: surrey-2018
        map:
          needs_to_happen:
            next_steps: [Priya explains Safer Surrey to Dean.]

    Passes
        profile: surrey-2018
        map:
          needs_to_happen:
            next_steps: [Priya explains Signs of Safety to Dean.]

    Source
        Surrey's Director of Children's Services told staff that “Safer Surrey” is no longer used. Each profile
        names who has retired a term.
    """
    for heard in look.heard("retired"):
        yield Found(
            heard.passage.path,
            "This term is not used here any more.",
            "Write what is said today.",
            detail=heard.advice(),
            words=heard.words,
        )

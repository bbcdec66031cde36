"""LA105: “case” for a person."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.checks.check import Found, check
from sostool.checks.look import Look
from sostool.checks.wording.quotes import without_quotes


@check("LA105", "person-called-case", "advice")
def calls_nobody_a_case(look: Look) -> Iterator[Found]:
    """Nobody is called a case.

    What it checks
        Phrases of the profile's list `case`, such as “this case” or “case closed”, but not those of the list
        `case-of-something`, such as “in that case” or “court case”. Own words, quotations and files in other
        languages than English are left alone.

    Why it matters
        Nobody is anybody's case. “The case was closed in May” hides who went away, and whom they left.

    Fails
        map:
          worried:
            complicating: [This case has been open for nine years.]

    Passes
        map:
          worried:
            complicating: ["Lisa has had social workers on and off for nine years, in any case too many."]

    Source
        Knowsley's social work academy does not use the word for people; nor does a council's group of children
        in care.
    """
    for heard in look.heard("case"):
        text = without_quotes(heard.passage.text)
        others = [(said.start, said.end) for said in look.list_of("case-of-something").everywhere_in(text)]
        start = text.find(heard.words)
        if any(start < other_end and other_start < start + len(heard.words) for other_start, other_end in others):
            continue
        yield Found(
            heard.passage.path,
            "A family or a person is called a case here.",
            "Write who it is, or leave it out.",
            detail=heard.advice(),
            words=heard.words,
        )

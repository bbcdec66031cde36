"""DS106: which child could be hurt."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.checks.check import Found, check
from sostool.checks.look import Look


@check("DS106", "danger-without-child", "query")
def names_the_child(look: Look) -> Iterator[Found]:
    """A danger statement says which child could be hurt.

    What it checks
        Every item under `dangers` lists `children`, or says `same_for_all: true`.

    Why it matters
        Brothers and sisters live through different things. A conference decides for each child, and a father
        reads only about his own: both need to know whom a worry is about.

    Fails
        dangers:
          - statement: Priya is worried that someone could be hurt again if Dean drinks.

    Passes
        dangers:
          - statement: Priya is worried that Mia could be hurt again if Dean drinks.
            children: [mia]

    Source
        A statement names the child and the possible impact (training material on danger statements); each child
        is considered separately (Working Together; Wales Safeguarding Procedures, pointers for practice).
    """
    for danger in look.case.dangers:
        if not danger.children and not danger.same_for_all:
            yield Found(
                danger.path,
                "It is not said which child this is about.",
                "List them: children: [their-id].",
                also=(danger.at("children"),),
            )

"""NX101: each step has a person and a date."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.checks.check import Found, check
from sostool.checks.look import Look
from sostool.checks.next_steps.steps import next_steps


@check("NX101", "step-without-who-or-when", "query")
def says_who_and_by_when(look: Look) -> Iterator[Found]:
    """Each next step says who does it and by when.

    What it checks
        Every next step has `who` and `due`. A step that is `done` needs no date to be done by.

    Why it matters
        A step that belongs to nobody is done by nobody. In a national sample of plans nearly three in four
        actions had no time frame, and most families could not be told whether things had moved.

    Fails
        map:
          needs_to_happen:
            next_steps: [Somebody rings the school.]

    Passes
        map:
          needs_to_happen:
            next_steps: [{what: Priya rings Mr Cole., who: [priya], due: 2026-03-20}]

    Source
        A review of 77 child in need plans reported in Children and Young People Now; Surrey's procedures on
        putting the plan into practice.
    """
    for step in next_steps(look.case):
        if step.none:
            continue
        missing = [] if step.who else ["who does it"]
        if step.due is None and step.done is None:
            missing.append("by when")
        if missing:
            yield Found(
                step.path,
                "This step does not say " + " or ".join(missing) + ".",
                "Write it out: {what: …, who: [their-id], due: 2026-03-24}.",
                also=(step.at("who"),),
            )

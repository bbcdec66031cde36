"""NW103: each bottom line is met by a rule, or said to be open."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.checks.check import Found, check
from sostool.checks.look import Look


@check("NW103", "bottom-line-without-rule", "query")
def meets_each_bottom_line(look: Look) -> Iterator[Found]:
    """Each bottom line is met by a rule of the plan, or said to be open.

    What it checks
        Every bottom line is named in `meets` of at least one rule. One that is still open is said to be so with
        an answer: who works on it, until when.

    Why it matters
        The bottom lines are what we insist on; the rules are how this family does it. Where no rule meets one,
        a mother is told what must be so and nobody has worked out with her how.

    Fails
        safety_plan:
          bottom_lines: [{id: nobody-hurt, what: Dean does not come to the flat until the network has agreed how.}]

    Passes
        safety_plan:
          bottom_lines: [{id: nobody-hurt, what: Dean does not come to the flat until the network has agreed how.}]
          rules: [{what: Dean stays at Ray's., meets: [nobody-hurt]}]

    Source
        Bottom lines stand apart from the family's own plan, and the plan has to meet them (Missouri's child
        welfare manual; the English innovations programme's newsletter).
    """
    plan = look.case.safety_plan
    if plan is None or not plan.bottom_lines:
        return
    met = {id_ for rule in plan.rules for id_ in rule.meets}
    for line in plan.bottom_lines:
        if not line.id:
            yield Found(
                line.path,
                "This bottom line has no id, so no rule can say that it meets it.",
                "Give it one, and write meets: [its-id] on the rule that does.",
                also=(line.at("id"),),
            )
        elif line.id not in met:
            yield Found(
                line.path,
                "No rule of the plan meets this bottom line yet.",
                "Work out a rule with the family and write meets: [its-id] there. If it is still open, say so under "
                "answers: with a reason, who works on it and until when.",
                also=(line.at("id"), plan.at("rules")),
            )

"""OU111: where there is a plan, it has a lead social worker and a core group."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.checks.check import Found, check
from sostool.checks.look import Look
from sostool.checks.outcome.decided import children_with_a_plan


@check("OU111", "plan-without-lead-or-core-group", "query")
def names_who_leads(look: Look) -> Iterator[Found]:
    """Where there is a plan, it has a lead social worker and a core group.

    What it checks
        Where a plan starts or continues for any child, `lead_social_worker` names a social worker, and `core_group`
        names somebody. Who should be in it is not asked.

    Why it matters
        A mother has to know whom she can ring about the plan, and who will sit round the table with her. Every parent
        with a plan reads this list. Where somebody is feared, a name in it can show who helps: leave such a name out,
        and let that person come with the one they help.

    Fails
        outcome:
          decisions: [{child: mia, test: both, decision: plan-starts, categories: [physical], reasons: Lisa was hurt.}]
          core_group: [lisa, dean, cole, priya]

    Passes
        outcome:
          decisions: [{child: mia, test: both, decision: plan-starts, categories: [physical], reasons: Lisa was hurt.}]
          lead_social_worker: priya
          core_group: [lisa, dean, cole, priya]

    Source
        The outline plan names the lead social worker and the members of the core group (Sheffield's, Nottinghamshire's
        and Milton Keynes's procedures).
    """
    outcome = look.case.outcome
    if outcome is None or not children_with_a_plan(look):
        return
    missing = [
        *([] if outcome.lead_social_worker else ["a lead social worker"]),
        *([] if outcome.core_group else ["a core group"]),
    ]
    also = (outcome.at("lead_social_worker"), outcome.at("core_group"), outcome.at("decisions"))
    if missing:
        yield Found(
            outcome.path,
            "There is a plan without " + " or ".join(missing) + ".",
            "Write lead_social_worker: their-id and core_group: [their-id, …]. Parents read this list: leave out a "
            "name that would show a feared person who helps.",
            also=also,
        )
    lead = look.case.people.get(outcome.lead_social_worker)
    if lead is not None and lead.role and lead.role != "social-worker":
        yield Found(
            outcome.at("lead_social_worker"),
            "Whoever leads the plan is no social worker in this file.",
            "Name the lead social worker, or put their role right under `people:`.",
            also=(lead.at("role"),),
        )

"""OU110: where there is a plan, the first core group and the review have a date."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.checks.check import Found, check
from sostool.checks.look import Look
from sostool.checks.outcome.decided import children_with_a_plan


@check("OU110", "plan-without-next-dates", "query")
def sets_the_next_dates(look: Look) -> Iterator[Found]:
    """Where there is a plan, the first core group and the next conference have a date.

    What it checks
        Where a plan starts or continues for any child, `dates` has `core_group` and `review`. Both lie after the
        meeting, and the core group comes before the review. How soon they have to be is asked with the deadlines.

    Why it matters
        A family with a plan waits for two days: the one on which the plan gets its detail, and the one on which it may
        end. Without them, nobody can ask for time off work, a lift, or somebody to mind the baby.

    Fails
        outcome:
          decisions: [{child: mia, test: both, decision: plan-starts, categories: [physical], reasons: Lisa was hurt.}]
          dates: {review: 2026-06-16}

    Passes
        outcome:
          decisions: [{child: mia, test: both, decision: plan-starts, categories: [physical], reasons: Lisa was hurt.}]
          dates: {core_group: 2026-03-27, review: 2026-06-16}

    Source
        The conference sets the dates of the first core group and of the review (Southwark's procedures; Wales's
        protocol for conferences). The core group does not meet straight after the conference, when people are tired
        (Bedford's procedures).
    """
    outcome = look.case.outcome
    if outcome is None or not children_with_a_plan(look):
        return
    dates = outcome.dates
    core_group, review = (dates.core_group, dates.review) if dates is not None else (None, None)
    also = (outcome.at("dates"), outcome.at("decisions"))
    missing = [*([] if core_group else ["the first core group"]), *([] if review else ["the next conference"])]
    if missing:
        yield Found(
            outcome.path if dates is None else dates.path,
            "There is a plan, and no date for " + " and ".join(missing) + ".",
            "Write what was agreed: dates: {core_group: 2026-03-27, review: 2026-06-16}.",
            also=also,
        )
    day = look.case.meeting.date if look.case.meeting is not None else None
    for name, date in (("core_group", core_group), ("review", review)):
        if date is not None and day is not None and date <= day:
            yield Found(
                outcome.at("dates", name),
                "This date does not lie after the meeting.",
                "Look at the day and the year.",
                also=also,
            )
    if core_group is not None and review is not None and review <= core_group:
        yield Found(
            outcome.at("dates", "review"),
            "The next conference does not lie after the first core group.",
            "Look at both dates.",
            also=also,
        )

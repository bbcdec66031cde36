"""NW104: the steps of the trajectory are dated and in order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from sostool.checks.check import Found, check
from sostool.checks.look import Look


@check("NW104", "trajectory-out-of-order", "query")
def dates_its_steps_in_order(look: Look) -> Iterator[Found]:
    """Each step of the trajectory has a date, and the steps of one danger stand in order.

    What it checks
        Every step has a `date`, or says when it was `done`. Of the steps about one danger none lies before the
        one above it.

    Why it matters
        A family that sees “Sunday tea in May, a night at home in July” knows what comes next and what has to be
        so before. Without dates, waiting has no end; out of order, nobody can tell what comes first.

    Fails
        trajectory: [Dean has tea at the flat on Sundays with Ray there.]

    Passes
        trajectory:
          - {date: 2026-05-01, what: Dean has tea at the flat on Sundays with Ray there.}
          - {date: 2026-07-01, what: "Dean has tea at the flat on Sundays, and Ray comes for the last hour."}

    Source
        A timeline of dated steps against drift (public material on timelines in safety planning); the trajectory
        from danger to goal in Missouri's child welfare manual.
    """
    latest: dict[str, dt.date] = {}
    for step in look.case.trajectory:
        if step.date is None:
            if step.done is None:
                yield Found(
                    step.path,
                    "This step has no date.",
                    "Agree a day with the family, also if it may change: date: 2026-05-01.",
                    also=(step.at("date"), step.at("done")),
                )
            continue
        if step.date < latest.get(step.danger, step.date):
            yield Found(
                step.at("date"),
                "This step lies before one that stands above it.",
                "Look at both dates, or put the steps in order.",
            )
        else:
            latest[step.danger] = step.date

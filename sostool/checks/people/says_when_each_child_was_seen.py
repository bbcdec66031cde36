"""PE103: when each child was last seen, and whether alone."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.case.ages import age_on
from sostool.case.people import children_of_the_case
from sostool.checks.check import Found, check
from sostool.checks.look import Look


@check("PE103", "child-not-seen", "query")
def says_when_each_child_was_seen(look: Look) -> Iterator[Found]:
    """Each child was seen: when, and alone where they are old enough.

    What it checks
        Every child who is born has an entry under `seen` with a `date`. A child who was old enough at the last
        of these dates (the profile's `seen_alone_from`) has one with `alone: true`. An unborn baby is not asked
        about.

    Why it matters
        A child who is only ever seen with the person they are afraid of has not been asked anything. And a date
        lets everybody in the room judge how old the picture is.

    Fails
        people:
          mia: {name: Mia, role: child, born: 2019-06-02, seen: [{date: 2026-03-10, who: priya}]}

    Passes
        people:
          mia: {name: Mia, role: child, born: 2019-06-02, seen: [{date: 2026-03-10, who: priya, alone: true}]}

    Source
        Reports say when each child was last seen, and seen alone (Sussex procedures on information for
        conferences; Guernsey's guidance on reports).
    """
    old_enough = look.profile.limits.get("seen_alone_from", 0)
    for child in children_of_the_case(look.case):
        if child.due and not child.born:
            continue
        dates = [seen.date for seen in child.seen if seen.date]
        if not dates:
            yield Found(
                child.path,
                "The file does not say when this child was last seen.",
                "Add it: seen: [{date: 2026-03-10, who: their-id, alone: true}].",
                also=(child.at("seen"),),
            )
        elif child.born and age_on(child.born, max(dates)) >= old_enough and not any(seen.alone for seen in child.seen):
            yield Found(
                child.seen[-1].path,
                "The file does not say that this child was seen alone.",
                "Write alone: true where they were; or answer why they could not be.",
                also=(child.at("seen"),),
            )

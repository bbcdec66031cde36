"""OU102: whoever was expected came, sent apologies, or was not invited."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.case.model import Case
from sostool.case.people import children_of_the_case, name_of
from sostool.checks.check import Found, check
from sostool.checks.look import Look
from sostool.checks.outcome.decided import outcome_of_conference

_PARENTS = frozenset(("parent", "carer"))


@check("OU102", "absence-unrecorded", "query")
def accounts_for_those_expected(look: Look) -> Iterator[Found]:
    """Whoever was expected at the conference came, sent apologies, or was not invited.

    What it checks
        Each parent and carer, the chair, the author and whoever sent a report stands under `attended` or under
        `apologies`, or has `part: not-invited` under `meeting.attendance`. Nobody stands under both. A parent only of
        children whom the file is not about (`subject: false`) is left out. Nothing is asked before `attended` is
        filled.

    Why it matters
        Where a mum's name is in neither list, nobody can tell whether she stayed away, was kept away or was never
        told. Her children may ask that one day, and the next chair has to know whom to ring.

    Fails
        outcome:
          attended: [lisa, priya, cole, ann]

    Passes
        outcome:
          attended: [lisa, priya, cole, ann]
          apologies: [dean]

    Source
        Attendance, apologies and exclusions stand in the record (North Yorkshire's standards for minutes; Wales's
        protocol for conferences); whether somebody is left out is for the chair alone to decide (Guernsey's
        procedures).
    """
    case, outcome = look.case, outcome_of_conference(look.case)
    if outcome is None or not outcome.attended:
        return
    came, sorry = set(outcome.attended), set(outcome.apologies)
    also = (outcome.at("attended"), outcome.at("apologies"), ("meeting", "attendance"))
    lost = [id_ for id_ in _expected(case) if id_ not in came and id_ not in sorry]
    if lost:
        yield Found(
            outcome.at("attended"),
            "Somebody who was expected stands neither among those who came nor among the apologies.",
            "Put each of them under `attended` or `apologies`. If the chair decided that somebody should not come, "
            "write part: not-invited under `meeting.attendance`.",
            detail=", ".join(name_of(case, id_) for id_ in lost),
            also=also,
        )
    both = [id_ for id_ in outcome.apologies if id_ in came]
    if both:
        yield Found(
            outcome.at("apologies"),
            "Somebody stands both among those who came and among the apologies.",
            "Take them out of one of the two.",
            detail=", ".join(name_of(case, id_) for id_ in both),
            also=also,
        )


def _expected(case: Case) -> Iterator[str]:
    """Give the ids of those who were expected, each once."""
    children = {child.id for child in children_of_the_case(case)}
    meeting = case.meeting
    ids = [
        person.id
        for person in case.people.values()
        if person.role in _PARENTS and (not person.parent_of or not children.isdisjoint(person.parent_of))
    ]
    ids += [report.from_ for report in case.agency_reports if report.from_ in case.people]
    not_invited: set[str] = set()
    if meeting is not None:
        ids += [id_ for id_ in (meeting.chair, meeting.author) if id_]
        not_invited = {one.who for one in meeting.attendance if one.part == "not-invited"}
    return (id_ for id_ in dict.fromkeys(ids) if id_ not in not_invited)

"""SH105: each parent has had the danger statements and goals before the meeting, in time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from sostool.case.model import Meeting, Person, Shared
from sostool.case.quorum import CONFERENCES
from sostool.checks.check import Found, check
from sostool.checks.look import Look
from sostool.dates.counting import days_after, last_day_in_time
from sostool.dates.days import REPORTS, parents_expected
from sostool.dates.past import Past
from sostool.share.statements import gets_a_statement

_WHY_NOT = "If it was not shared, say why in `not_shared:`."


@check("SH105", "not-shared-before-the-meeting", "query")
def shares_before_the_meeting(look: Look) -> Iterator[Found]:
    """Each parent and carer has had the statements and goals before a conference, or it says why not.

    What it checks
        Before a conference there is a line under `shared` for each parent and carer who may have a danger statement:
        a report, summary, map, flip chart or safety plan shared with them as long before the meeting as the profile's
        deadline says (its event is `report-shared`), or `not_shared` with the reason. A profile without such a deadline
        counts days, not working days: `shared_days`, before a review `shared_days_review`. What was shared up to the
        last conference, or before the family was referred, was for an earlier meeting and does not count. A reason
        under `meeting.delays` answers what came late. Nobody is asked about who is not invited, who has no danger
        statement in their copy, or who is a parent only of children whom the file is not about.

    Why it matters
        A mum who reads the first time in a room full of people what they fear for her children cannot think; she can
        only defend herself. With a few days she can say what is wrong, bring somebody along, and come with an idea.
        Of somebody who is feared it is asked no differently, but nobody is pushed: when and how they are told is for
        the chair to agree, and only their own copy is ever shared with them.

    Fails
        people:
          mia: {name: Mia, role: child, born: 2019-06-02}
          lisa: {name: Lisa, role: parent, parent_of: [mia]}
          priya: {name: Priya Shah, role: social-worker}
        dangers:
          - {id: drinking, statement: Priya is worried that Mia could be hurt if Lisa drinks again., children: [mia]}

    Passes
        people:
          mia: {name: Mia, role: child, born: 2019-06-02}
          lisa: {name: Lisa, role: parent, parent_of: [mia]}
          priya: {name: Priya Shah, role: social-worker}
        dangers:
          - {id: drinking, statement: Priya is worried that Mia could be hurt if Lisa drinks again., children: [mia]}
        shared:
          - {document: report, with: lisa, date: 2026-03-12, how: read together at home, who: priya}

    Source
        Danger statements and safety goals are shared with the family before the first conference, and a review's
        report at the core group two weeks before (Surrey's briefing note on conferences); three working days before a
        first conference and five before a review (Sussex's procedures); a form for reports asks with whom it was
        shared and when, person by person (Jersey).
    """
    case, meeting = look.case, look.case.meeting
    if meeting is None or meeting.date is None or meeting.kind not in CONFERENCES or not case.dangers:
        return
    in_time = _in_time(look, meeting, meeting.date)
    since = Past(case, meeting, look.chain).round_began if case.shared else None
    lines: dict[str, list[Shared]] = {}
    for line in case.shared:
        is_for_this = line.date is None or since is None or line.date >= since
        if is_for_this and (line.document in REPORTS or (line.not_shared and not line.document)):
            lines.setdefault(line.with_, []).append(line)
    for person in parents_expected(case):
        yield from _of_one(look, person, lines.get(person.id, []), in_time, meeting.date)


def _in_time(look: Look, meeting: Meeting, on: dt.date) -> dt.date:
    """Give the last day in time: by the deadlines of the profile for it, else by its number of days."""
    explained = {delay.what for delay in meeting.delays if delay.reason.strip()}
    deadlines = [
        one
        for one in look.profile.deadlines.values()
        if one.event == "report-shared" and one.trigger == "conference" and one.severity != "off"
        if not one.kinds or meeting.kind in one.kinds
    ]
    if not deadlines:
        name = "shared_days_review" if meeting.kind == "review-conference" else "shared_days"
        return days_after(on, -look.profile.limits[name])
    counted = (
        last_day_in_time(on, one.limit, one.unit, one.direction, clear=one.clear).day
        for one in deadlines
        if one.id not in explained
    )
    return min(counted, default=dt.date.max)


def _of_one(look: Look, person: Person, lines: list[Shared], in_time: dt.date, on: dt.date) -> Iterator[Found]:
    if any(line.not_shared.strip() or (line.date is not None and line.date <= in_time) for line in lines):
        return
    if not gets_a_statement(look.case, person):
        return
    dated = [line for line in lines if line.date is not None]
    if dated:
        first = min(dated, key=lambda line: line.date or on)
        yield Found(
            first.at("date"),
            _late(first, on),
            "A past day stays as it was: give the reason as an answer. Ask whether they had the time they needed.",
            also=(("shared",), ("meeting", "date")),
        )
    elif lines:
        yield Found(
            lines[0].path,
            "This does not say when it was shared.",
            f"Write `date`. {_WHY_NOT}",
            also=(("shared",),),
        )
    elif person.must_not_see is not None:
        yield Found(
            person.path,
            "Nothing says whether a parent who is feared has had their own copy before the meeting.",
            "Agree with the chair when and how they are told; only their own copy is theirs. Write that under "
            f"`shared`. {_WHY_NOT}",
            also=(("shared",), ("meeting", "attendance")),
        )
    else:
        yield Found(
            person.path,
            "Nothing says whether a parent or carer has had the danger statements and goals before the meeting.",
            f"Read their own copy with them, and write that under `shared`. {_WHY_NOT}",
            also=(("shared",), ("meeting", "attendance")),
        )


def _late(line: Shared, on: dt.date) -> str:
    if line.date is None or line.date < on:
        return "This was shared later than this authority asks."
    return f"This was shared only {'on the day of' if line.date == on else 'after'} the meeting."

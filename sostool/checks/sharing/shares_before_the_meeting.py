"""SH105: each parent has had the danger statements and goals before the meeting, in time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from sostool.case.model import Case, Person, Shared
from sostool.case.people import children_of_the_case
from sostool.checks.check import Found, check
from sostool.checks.look import Look

_PARENTS = frozenset(("parent", "carer"))
_CONFERENCES = frozenset(("initial-conference", "pre-birth-conference", "transfer-conference", "review-conference"))
# What holds the statements and the goals.
_DOCUMENTS = frozenset(("report", "summary", "map", "flip-chart", "safety-plan"))
_WHY_NOT = "If it was not shared, say why in `not_shared:`."


@check("SH105", "not-shared-before-the-meeting", "query")
def shares_before_the_meeting(look: Look) -> Iterator[Found]:
    """Each parent and carer has had the statements and goals before a conference, or it says why not.

    What it checks
        Before a conference there is a line under `shared` for each parent and carer who may have a danger statement:
        a report, summary, map, flip chart or safety plan shared with them at least so many days before the meeting
        as the profile says (`shared_days`, before a review `shared_days_review`), or `not_shared` with the reason.
        Days are counted, not working days. Nobody is asked about who is not invited, who has no danger statement in
        their copy, or who is a parent only of children whom the file is not about.

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
    if meeting is None or meeting.date is None or meeting.kind not in _CONFERENCES or not case.dangers:
        return
    name = "shared_days_review" if meeting.kind == "review-conference" else "shared_days"
    in_time = meeting.date - dt.timedelta(days=look.profile.limits[name])
    lines: dict[str, list[Shared]] = {}
    for line in case.shared:
        if line.document in _DOCUMENTS or (line.not_shared and not line.document):
            lines.setdefault(line.with_, []).append(line)
    for person in _expected(case):
        yield from _of_one(look, person, lines.get(person.id, []), in_time, meeting.date)


def _of_one(look: Look, person: Person, lines: list[Shared], in_time: dt.date, on: dt.date) -> Iterator[Found]:
    if any(line.not_shared.strip() or (line.date is not None and line.date <= in_time) for line in lines):
        return
    if not _gets_a_statement(look, person):
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


def _expected(case: Case) -> Iterator[Person]:
    """Give the parents and carers of the children of the case who are invited."""
    children = {child.id for child in children_of_the_case(case)}
    not_invited = {one.who for one in (case.meeting.attendance if case.meeting else ()) if one.part == "not-invited"}
    for person in case.people.values():
        is_of_others = person.parent_of and children.isdisjoint(person.parent_of)
        if person.role in _PARENTS and person.id not in not_invited and not is_of_others:
            yield person


def _gets_a_statement(look: Look, person: Person) -> bool:
    from sostool.share.policy import may_have  # noqa: PLC0415 - only asked where a line is missing
    from sostool.share.readers import Column, Reader  # noqa: PLC0415
    from sostool.share.standing import Standing  # noqa: PLC0415

    standing = Standing(look.case, Reader(person.id, "", Column.FAMILY, person.id, frozenset((person.id,))))
    return any(
        danger.statement.strip() and may_have(standing, "statements and goals", danger) for danger in look.case.dangers
    )

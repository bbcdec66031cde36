"""PE104: dates that cannot be."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from sostool.case.model import Case, Person
from sostool.checks.check import Found, check
from sostool.findings.finding import Path
from sostool.profile import Profile


@check("PE104", "impossible-date", "query")
def has_possible_dates(case: Case, profile: Profile) -> Iterator[Found]:
    """Dates can be: nothing before a child is born, nothing after the meeting that is told as past.

    What it checks
        Nobody has both `born` and `due` (an error). Nobody is born after the meeting. A child is not seen, rated
        or heard before being born; and none of this, nor past harm, lies after the meeting. A date known only to
        the month or year counts only if all of it cannot be. An unborn baby can be harmed, so harm to a baby
        may lie before the birth.

    Why it matters
        One wrong date makes a family doubt the whole page, and a deadline counted from it is wrong too.

    Fails
        people:
          mia: {name: Mia, role: child, born: 2019-06-02, seen: [{date: 2019-05-01, who: priya}]}

    Passes
        people:
          mia: {name: Mia, role: child, born: 2019-06-02, seen: [{date: 2026-03-10, who: priya}]}

    Source
        The children in need census does not take both a date of birth and an expected one (rule 8525Q).
    """
    meeting = case.meeting.date if case.meeting else None
    for person in case.people.values():
        if person.born and person.due:
            yield Found(
                person.at("due"),
                "This person is both born and still to be born.",
                "Take `due:` out once the baby is born.",
                severity="error",
            )
        elif person.born and meeting and person.born > meeting:
            yield Found(
                person.at("born"), "This date of birth lies after the meeting.", "For an unborn baby use `due:`."
            )
        for path, date in _dates_of(case, person):
            if person.born and date < person.born and person.role == "child":
                yield Found(path, "This lies before the child was born.", "Look at both dates.")
    if meeting:
        yield from _after(case, meeting)


def _dates_of(case: Case, person: Person) -> Iterator[tuple[Path, dt.date]]:
    for seen in person.seen:
        if seen.date:
            yield seen.at("date"), seen.date
    for voice in case.voices:
        if voice.who == person.id and voice.date:
            yield voice.at("date"), voice.date
    for scale in [danger.scale for danger in case.dangers] + [case.scale]:
        for rating in scale.ratings if scale else ():
            if rating.who == person.id and rating.date:
                yield rating.at("date"), rating.date


def _after(case: Case, meeting: dt.date) -> Iterator[Found]:
    after: list[Path] = [
        path for person in case.people.values() for path, date in _dates_of(case, person) if date > meeting
    ]
    worried = case.map.worried if case.map else None
    after += [
        harm.at("date") for harm in (worried.past_harm if worried else ()) if harm.date and harm.date.first > meeting
    ]
    well = case.map.working_well if case.map else None
    for safety in well.existing_safety if well else ():
        after += [safety.at("dates", index) for index, date in enumerate(safety.dates) if date.first > meeting]
    after += [event.at("date") for event in case.chronology if event.date and event.date.first > meeting]
    for path in dict.fromkeys(after):
        yield Found(
            path,
            "This lies after the meeting.",
            "Look at both dates. What comes later goes into the next meeting's file.",
        )

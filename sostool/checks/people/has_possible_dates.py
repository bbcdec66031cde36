"""PE104: dates that cannot be."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TypeAlias

from sostool.case.ages import GROWN_UP, MOST_OVERDUE, age_on, is_due_too_late
from sostool.case.model import Case, Person, Rating, Seen, Voice
from sostool.case.people import children_of_the_case
from sostool.checks.check import Found, check
from sostool.checks.look import Look
from sostool.checks.scale.scales import scales
from sostool.findings.finding import Path


@check("PE104", "impossible-date", "query")
def has_possible_dates(look: Look) -> Iterator[Found]:
    """Dates can be: nothing before a child is born, nothing after the meeting that is told as past.

    What it checks
        Nobody has both `born` and `due` (an error). Nobody is born after the meeting. A baby is not due more than 44
        weeks after the meeting, nor more than 4 weeks before it. None of the children is 18 or older on the day of
        the meeting. A child is not seen, rated or heard before being born; and nobody is seen or heard, and no harm
        lies, after the meeting (SC109 asks about numbers). A date known only to the month or year counts only if all
        of it cannot be. An unborn baby can be harmed, so harm to a baby may lie before the birth.

    Why it matters
        One wrong date makes a family doubt the whole page, and a deadline counted from it is wrong too.

    Fails
        people:
          mia: {name: Mia, role: child, born: 2019-06-02, seen: [{date: 2019-05-01, who: priya}]}

    Passes
        people:
          mia: {name: Mia, role: child, born: 2019-06-02, seen: [{date: 2026-03-10, who: priya}]}

    Source
        The children in need census does not take both a date of birth and an expected one (rule 8525Q). A child is
        somebody under 18 (Children Act 1989, section 105(1)).
    """
    meeting = look.case.meeting.date if look.case.meeting else None
    dated = _dated(look.case)
    for person in look.case.people.values():
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
        elif person.due and meeting:
            yield from _due(person, person.due, meeting)
        if person.born and person.role == "child":
            for part, date in dated[person.id]:
                if date < person.born:
                    yield Found(part.at("date"), "This lies before the child was born.", "Look at both dates.")
    if meeting:
        yield from _grown_up(look.case, meeting)
        yield from _after(look.case, dated, meeting)


def _due(person: Person, due: dt.date, meeting: dt.date) -> Iterator[Found]:
    if is_due_too_late(due, meeting):
        yield Found(
            person.at("due"),
            "No baby who is due so long after the meeting can be known of yet.",
            "Look at the day, and at the year.",
        )
    elif meeting - due > MOST_OVERDUE:
        yield Found(
            person.at("due"),
            "This baby was due more than four weeks before the meeting.",
            "Write `born:` instead once the baby is born; or look at the year.",
        )


def _grown_up(case: Case, meeting: dt.date) -> Iterator[Found]:
    for child in children_of_the_case(case):
        if child.born and age_on(child.born, meeting) >= GROWN_UP:
            yield Found(
                child.at("born"),
                "Somebody born on this day is grown up on the day of the meeting, and no longer a child.",
                "Look at the year. A brother or sister who is 18 or older has the role `network` or `other`.",
                also=(child.at("role"),),
            )


_Dated: TypeAlias = dict[str, list[tuple[Seen | Voice | Rating, dt.date]]]


def _dated(case: Case) -> _Dated:
    """Give, by person, each time they were seen, heard or rated, with its date."""
    dated: _Dated = {
        id_: [(seen, seen.date) for seen in person.seen if seen.date] for id_, person in case.people.items()
    }
    for voice in case.voices:
        # “Not asked, because …” may be written down on any day.
        if voice.date and voice.who in dated and not voice.not_asked.strip():
            dated[voice.who].append((voice, voice.date))
    for scale in scales(case):
        for rating in scale.ratings:
            if rating.date and rating.who in dated:
                dated[rating.who].append((rating, rating.date))
    return dated


def _after(case: Case, dated: _Dated, meeting: dt.date) -> Iterator[Found]:
    after: list[Path] = [
        part.at("date")
        for parts in dated.values()
        for part, date in parts
        if date > meeting and not isinstance(part, Rating)
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

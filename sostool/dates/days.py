"""Where each day that deadlines speak of stands in a case file: what is counted from, and what has to happen.

One function a word; the words are those of `sostool.profile.deadlines`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import NamedTuple

from sostool.case.model import Case, Meeting, Person
from sostool.case.people import children_of_the_case
from sostool.case.quorum import CONFERENCES
from sostool.dates.past import Known, Past
from sostool.findings.finding import Path

_PARENTS = frozenset(("parent", "carer"))
# What holds the danger statements and the goals.
REPORTS = frozenset(("report", "summary", "map", "flip-chart", "safety-plan"))
_WITH_A_PLAN = frozenset(("review-conference", "core-group"))


def everybody(person: Person) -> bool:
    """Say yes of everybody."""
    return True


class Trigger(NamedTuple):
    """A day to count from: None where it should be written down and is not. `leads_on`: this meeting decided it."""

    day: dt.date | None
    path: Path
    file: int = 0
    whom: str = ""
    leads_on: bool = False


class Event(NamedTuple):
    """What has to happen: the day on which it did, one for which it is planned, and where that is written."""

    at: Path
    day: dt.date | None = None
    planned: dt.date | None = None
    whom: str = ""


class Days:
    """The days of one case file, and of the files it follows."""

    def __init__(
        self, case: Case, meeting: Meeting, on: dt.date, past: Past, has_report: Callable[[Person], bool]
    ) -> None:
        self.case, self.meeting, self.on, self.past, self.has_report = case, meeting, on, past, has_report
        self.is_conference = meeting.kind in CONFERENCES

    def triggers(self, word: str) -> Iterator[Trigger]:
        """Give the days that a word of `TRIGGERS` stands for; none where nothing is counted from it at this meeting."""
        return TRIGGER_DAYS[word](self)

    def events(self, word: str, trigger: Trigger) -> Iterator[Event]:
        """Give what a word of `EVENTS` stands for, once something is counted from a day; none where it is not asked."""
        return EVENT_DAYS[word](self, trigger)

    def decided(self, decision: str) -> bool:
        """Tell whether the conference decided something for any child."""
        outcome = self.case.outcome if self.is_conference else None
        return outcome is not None and any(one.decision == decision for one in outcome.decisions)

    @property
    def is_first_review(self) -> bool | None:
        """Tell whether this, or the next, is the first review of a plan; None where the file does not say enough."""
        last, started = self.past.last_conference, self.past.plan_started
        return None if last is None or started is None else last.day <= started.day


def _of_meeting(name: str) -> Callable[[Days], Iterator[Trigger]]:
    def give(days: Days) -> Iterator[Trigger]:
        yield Trigger(getattr(days.meeting, name), ("meeting", name))

    return give


def _of_transfer(name: str) -> Callable[[Days], Iterator[Trigger]]:
    def give(days: Days) -> Iterator[Trigger]:
        transfer = days.meeting.transfer
        yield Trigger(getattr(transfer, name) if transfer is not None else None, ("meeting", "transfer", name))

    return give


def _this_conference(days: Days) -> Iterator[Trigger]:
    if days.is_conference:
        yield Trigger(days.on, ("meeting", "date"), leads_on=days.case.outcome is not None)


def _plan_started(days: Days) -> Iterator[Trigger]:
    if days.meeting.kind in _WITH_A_PLAN:
        yield from _before(days, days.past.plan_started, "plan_started")
    if days.decided("plan-starts"):
        yield Trigger(days.on, ("meeting", "date"), leads_on=True)


def _last_review(days: Days) -> Iterator[Trigger]:
    # Where it is not known which conference was the last, that is what is asked for.
    if days.meeting.kind in _WITH_A_PLAN and (days.past.last_conference is None or days.is_first_review is False):
        yield from _before(days, days.past.last_conference, "last_conference")
    if days.decided("plan-continues"):
        yield Trigger(days.on, ("meeting", "date"), leads_on=True)


def _before(days: Days, known: Known | None, name: str) -> Iterator[Trigger]:
    if known is not None:
        yield Trigger(known.day, known.path, known.file)
    elif days.is_conference:
        yield Trigger(None, ("meeting", name))


def _birth(days: Days) -> Iterator[Trigger]:
    """Give the births since this work with the family began: other children were born long before."""
    meeting = days.meeting
    known = [day for day in (meeting.referral, meeting.strategy_discussion) if day is not None]
    known += [one.day for one in (days.past.plan_started, days.past.last_conference) if one is not None]
    since = min(known, default=None)
    for child in children_of_the_case(days.case):
        if child.born is not None and since is not None and child.born > since:
            yield Trigger(child.born, child.at("born"), whom=child.id)


def _due_date(days: Days) -> Iterator[Trigger]:
    for child in children_of_the_case(days.case):
        if child.due is not None and child.born is None:
            yield Trigger(child.due, child.at("due"), whom=child.id)


TRIGGER_DAYS: dict[str, Callable[[Days], Iterator[Trigger]]] = {
    "referral": _of_meeting("referral"),
    "strategy-discussion": _of_meeting("strategy_discussion"),
    "conference": _this_conference,
    "plan-started": _plan_started,
    "last-review": _last_review,
    "birth": _birth,
    "due-date": _due_date,
    "transfer-notified": _of_transfer("notified"),
    "transfer-written-notice": _of_transfer("written_notice"),
    "transfer-information": _of_transfer("information_received"),
    "transfer-accepted": _of_transfer("accepted"),
}


def _day_of_meeting(name: str) -> Callable[[Days, Trigger], Iterator[Event]]:
    def give(days: Days, trigger: Trigger) -> Iterator[Event]:
        yield Event(("meeting", name), getattr(days.meeting, name))

    return give


def _conference(days: Days, trigger: Trigger) -> Iterator[Event]:
    if days.is_conference:
        yield Event(("meeting", "date"), days.on)


def _core_group(days: Days, trigger: Trigger) -> Iterator[Event]:
    """Give the first core group after a plan started: of a plan that is older than one review nothing is asked."""
    if not trigger.leads_on and not days.is_first_review:
        return
    since = trigger.day
    held = [
        (group.date, group.at("date"))
        for group in days.case.core_groups
        if group.date is not None and since is not None and group.date > since
    ]
    if days.meeting.kind == "core-group":
        held.append((days.on, ("meeting", "date")))
    if not held and since is not None and not trigger.leads_on:
        held = [(earlier, ("core_groups",)) for earlier in days.past.core_groups_after(since)]
    day, path = min(held, default=(None, ("core_groups",)))
    yield _led_to(days, trigger, "core_group") if day is None and trigger.leads_on else Event(path, day)


def _first_review(days: Days, trigger: Trigger) -> Iterator[Event]:
    if trigger.leads_on or days.is_first_review or (trigger.day is None and days.past.last_conference is not None):
        yield _review(days, trigger)


def _next_review(days: Days, trigger: Trigger) -> Iterator[Event]:
    yield _review(days, trigger)


def _review(days: Days, trigger: Trigger) -> Event:
    if trigger.leads_on:
        return _led_to(days, trigger, "review")
    return Event(("meeting", "date"), days.on) if days.is_conference else Event(("meeting", "last_conference"))


def _led_to(days: Days, trigger: Trigger, name: str) -> Event:
    """Give what a conference has set a date for."""
    dates = days.case.outcome.dates if days.case.outcome is not None else None
    return Event(("outcome", "dates", name), planned=getattr(dates, name) if dates is not None else None)


def _agency_reports(days: Days, trigger: Trigger) -> Iterator[Event]:
    for report in days.case.agency_reports:
        yield Event(report.at("received"), report.received, whom=report.from_)


def _child_seen(days: Days, trigger: Trigger) -> Iterator[Event]:
    for child in children_of_the_case(days.case):
        if child.born is None or (trigger.whom and trigger.whom != child.id):
            continue
        since = trigger.day
        seen = [
            (one.date, one.at("date"))
            for one in child.seen
            if one.date is not None and since is not None and one.date >= since
        ]
        day, path = min(seen, default=(None, child.at("seen")))
        yield Event(path, day, whom=child.id)


def _shared(*documents: str, after: bool = False) -> Callable[[Days, Trigger], Iterator[Event]]:
    """Give, for each parent and carer, when they first had one of some documents; not where it says why not."""

    def give(days: Days, trigger: Trigger) -> Iterator[Event]:
        if after and days.case.outcome is None:
            return
        for person in parents_expected(days.case):
            lines = [one for one in days.case.shared if one.with_ == person.id]
            if any(one.not_shared.strip() and (one.document in documents or not one.document) for one in lines):
                continue
            had = [(one.date, one.at("date")) for one in lines if one.date is not None and one.document in documents]
            if not had and not after and not days.has_report(person):
                continue
            day, path = min(had, default=(None, ("shared",)))
            yield Event(path, day, whom=person.id)

    return give


def parents_expected(case: Case) -> Iterator[Person]:
    """Give the parents and carers of the children of the case who are invited to the meeting."""
    children = {child.id for child in children_of_the_case(case)}
    not_invited = {one.who for one in (case.meeting.attendance if case.meeting else ()) if one.part == "not-invited"}
    for person in case.people.values():
        is_of_others = person.parent_of and children.isdisjoint(person.parent_of)
        if person.role in _PARENTS and person.id not in not_invited and not is_of_others:
            yield person


EVENT_DAYS: dict[str, Callable[[Days, Trigger], Iterator[Event]]] = {
    "assessment-finished": _day_of_meeting("assessment_finished"),
    "conference": _conference,
    "core-group": _core_group,
    "first-review": _first_review,
    "next-review": _next_review,
    "invitations-sent": _day_of_meeting("invitations_sent"),
    "report-to-chair": _day_of_meeting("report_to_chair"),
    "report-shared": _shared(*REPORTS),
    "agency-report": _agency_reports,
    "child-seen": _child_seen,
    "decision-letter-shared": _shared("decision-letter", after=True),
    "minutes-shared": _shared("minutes", after=True),
}

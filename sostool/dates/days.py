"""Where each day that deadlines speak of stands in a case file: what is counted from, and what has to happen.

One function a word; the words are those of `sostool.profile.deadlines`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeAlias

from sostool.case.model import Case, Meeting, Person
from sostool.case.people import children_of_the_case
from sostool.case.quorum import CONFERENCES
from sostool.dates.past import MOVED, WITH_A_PLAN, Known, Past
from sostool.findings.finding import Path

_PARENTS = frozenset(("parent", "carer"))
# What holds the danger statements and the goals.
REPORTS = frozenset(("report", "summary", "map", "flip-chart", "safety-plan"))
_THE_MEETING: Path = ("meeting", "date")


def everybody(person: Person) -> bool:
    """Say yes of everybody."""
    return True


class Trigger(NamedTuple):
    """A day to count from: None where it should be written down and is not.

    `children` are those for whom this meeting decided what is counted from it, where it did so for some alone.
    """

    day: dt.date | None
    path: Path
    file: int = 0
    whom: str = ""
    children: frozenset[str] | None = None

    @property
    def is_this_meeting(self) -> bool:
        """Whether it is counted from the meeting itself, so that what has to happen still lies ahead of it."""
        return not self.file and self.path == _THE_MEETING


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

    def events(self, word: str, trigger: Trigger, since: dt.date | None) -> Iterator[Event]:
        """Give what a word of `EVENTS` stands for, once something is counted from a day; none where it is not asked.

        Args:
            word: what has to happen.
            trigger: the day it is counted from.
            since: the first day that counts: what was done before it was done for an earlier meeting. None: any day.
        """
        return EVENT_DAYS[word](self, trigger, since or dt.date.min)

    def decided(self, *decisions: str) -> frozenset[str]:
        """Give the children for whom the conference decided one of some things."""
        outcome = self.case.outcome if self.is_conference else None
        return (
            frozenset(one.child for one in outcome.decisions if one.decision in decisions) if outcome else frozenset()
        )

    @property
    def is_first_review(self) -> bool | None:
        """Tell whether this, or the next, is the first review of a plan; None where the file does not say enough."""
        last, started = self.past.last_conference, self.past.plan_started
        return None if last is None or started is None else last.day <= started.day


# Finds what has to happen, after a day to count from, on or after the first day that counts.
FindEvents: TypeAlias = Callable[[Days, Trigger, dt.date], Iterator[Event]]


def _of_meeting(name: str) -> Callable[[Days], Iterator[Trigger]]:
    def give(days: Days) -> Iterator[Trigger]:
        yield Trigger(getattr(days.meeting, name), ("meeting", name))

    return give


def _referral(days: Days) -> Iterator[Trigger]:
    """Give the referral; once there is a plan, only where it still stands in the file: the assessment goes on."""
    day = days.meeting.referral
    if day is not None or days.meeting.kind not in WITH_A_PLAN:
        yield Trigger(day, ("meeting", "referral"))


def _of_transfer(name: str) -> Callable[[Days], Iterator[Trigger]]:
    def give(days: Days) -> Iterator[Trigger]:
        transfer = days.meeting.transfer
        yield Trigger(getattr(transfer, name) if transfer is not None else None, ("meeting", "transfer", name))

    return give


def _this_conference(days: Days) -> Iterator[Trigger]:
    if days.is_conference:
        yield Trigger(days.on, _THE_MEETING)


def _plan_started(days: Days) -> Iterator[Trigger]:
    if days.meeting.kind in WITH_A_PLAN:
        yield from _before(days, days.past.plan_started, "plan_started")
    if children := days.decided("plan-starts"):
        yield Trigger(days.on, _THE_MEETING, children=children)


def _last_review(days: Days) -> Iterator[Trigger]:
    # Where it is not known which conference was the last, that is what is asked for.
    if days.meeting.kind in WITH_A_PLAN and (days.past.last_conference is None or days.is_first_review is False):
        yield from _before(days, days.past.last_conference, "last_conference")
    if children := days.decided("plan-continues"):
        yield Trigger(days.on, _THE_MEETING, children=children)


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
    "referral": _referral,
    "strategy-discussion": _of_meeting("strategy_discussion"),
    "conference": _this_conference,
    "plan-started": _plan_started,
    "last-review": _last_review,
    "birth": _birth,
    "due-date": _due_date,
    **dict(
        zip(
            ("transfer-notified", "transfer-written-notice", "transfer-information", "transfer-accepted"),
            map(_of_transfer, MOVED),
            strict=True,
        )
    ),
}


def _day_of_meeting(name: str) -> FindEvents:
    def give(days: Days, trigger: Trigger, since: dt.date) -> Iterator[Event]:
        day = getattr(days.meeting, name)
        # A day before the one that it is counted from is no day of an earlier round, but wrong.
        is_for_this = day is None or day >= since or since == trigger.day
        yield Event(("meeting", name), day if is_for_this else None)

    return give


def _conference(days: Days, trigger: Trigger, since: dt.date) -> Iterator[Event]:
    if days.is_conference:
        yield Event(_THE_MEETING, days.on)


def _core_group(days: Days, trigger: Trigger, since: dt.date) -> Iterator[Event]:
    """Give the first core group after a plan started: of a plan that is older than one review nothing is asked."""
    if not (days.decided("plan-starts") if trigger.is_this_meeting else days.is_first_review):
        return
    started = trigger.day
    held = [
        (group.date, group.at("date"))
        for group in days.case.core_groups
        if group.date is not None and started is not None and group.date > started
    ]
    if days.meeting.kind == "core-group":
        held.append((days.on, _THE_MEETING))
    if not held and started is not None and not trigger.is_this_meeting:
        held = [(earlier, ("core_groups",)) for earlier in days.past.core_groups_after(started)]
    day, path = min(held, default=(None, ("core_groups",)))
    yield _led_to(days, "core_group") if day is None and trigger.is_this_meeting else Event(path, day)


def _first_review(days: Days, trigger: Trigger, since: dt.date) -> Iterator[Event]:
    is_not_known = trigger.day is None and days.past.last_conference is not None
    if days.decided("plan-starts") if trigger.is_this_meeting else days.is_first_review or is_not_known:
        yield _review(days, trigger)


def _next_review(days: Days, trigger: Trigger, since: dt.date) -> Iterator[Event]:
    if not trigger.is_this_meeting or days.decided("plan-starts", "plan-continues"):
        yield _review(days, trigger)


def _review(days: Days, trigger: Trigger) -> Event:
    if trigger.is_this_meeting:
        return _led_to(days, "review")
    return Event(_THE_MEETING, days.on) if days.is_conference else Event(("meeting", "last_conference"))


def _led_to(days: Days, name: str) -> Event:
    """Give what a conference has set a date for."""
    dates = days.case.outcome.dates if days.case.outcome is not None else None
    return Event(("outcome", "dates", name), planned=getattr(dates, name) if dates is not None else None)


def _agency_reports(days: Days, trigger: Trigger, since: dt.date) -> Iterator[Event]:
    for report in days.case.agency_reports:
        is_for_this = report.received is not None and report.received >= since
        yield Event(report.at("received"), report.received if is_for_this else None, whom=report.from_)


def _child_seen(days: Days, trigger: Trigger, since: dt.date) -> Iterator[Event]:
    for child in children_of_the_case(days.case):
        is_another = trigger.whom not in ("", child.id)
        if child.born is None or is_another or (trigger.children is not None and child.id not in trigger.children):
            continue
        seen = [(one.date, one.at("date")) for one in child.seen if one.date is not None and one.date >= since]
        day, path = min(seen, default=(None, child.at("seen")))
        yield Event(path, day, whom=child.id)


def _shared(*documents: str, after: bool = False) -> FindEvents:
    """Give, for each parent and carer, when they first had one of some documents; not where it says why not."""

    def give(days: Days, trigger: Trigger, since: dt.date) -> Iterator[Event]:
        if after and days.case.outcome is None:
            return
        log = [one for one in days.case.shared if one.date is None or one.date >= since]
        for person in parents_expected(days.case):
            lines = [one for one in log if one.with_ == person.id]
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


EVENT_DAYS: dict[str, FindEvents] = {
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

"""The clock: what has to happen by when at this meeting and after it, and how it stands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator

from sostool.case.model import Case, Person
from sostool.dates.counting import Counted, is_known, last_day_in_time, last_open_day, working_days_between
from sostool.dates.days import Days, Event, Trigger, everybody
from sostool.dates.entry import Entry, Status
from sostool.dates.past import WITH_A_PLAN, Past
from sostool.profile import Profile
from sostool.profile.deadlines import Deadline, End

# Within so many days of its last day something is due soon, unless another number is asked for.
SOON = 7
# What is there only while there is a plan.
_FROM_A_PLAN = frozenset(("plan-started", "last-review"))
_OF_A_PLAN = frozenset(("core-group", "first-review", "next-review"))
_REVIEWS = frozenset(("first-review", "next-review"))


def clock(
    case: Case,
    profile: Profile,
    today: dt.date,
    earlier: Iterable[Case] = (),
    soon: int = SOON,
    has_report: Callable[[Person], bool] = everybody,
) -> tuple[Entry, ...]:
    """Give each deadline of a profile that applies to a case, in the order of the profile.

    Args:
        case: the case.
        profile: whose deadlines.
        today: the day on which it is asked; what is written for a later day is planned, and has not happened yet.
        earlier: the cases it follows, newest first; looked at only where the file itself does not say when the last
            conference was held or when the plan started.
        soon: within how many days of its last day something is due soon.
        has_report: tells of a parent or carer whether they are to have the report before the meeting at all.

    Returns:
        One entry for each deadline, and for each person where it is about several; nothing for a deadline that does
        not apply, such as the first core group where no plan starts, or that follows from a plan which has ended.
    """
    meeting = case.meeting
    if meeting is None or meeting.date is None or not profile.deadlines:
        return ()
    days = Days(case, meeting, meeting.date, Past(case, meeting, earlier), has_report)
    reasons = {delay.what: delay.reason.strip() for delay in meeting.delays}
    entries = (
        _entry(deadline, trigger, event, days, profile, reasons.get(deadline.id, ""), today, soon)
        for deadline in profile.deadlines.values()
        if deadline.severity != "off" and (not deadline.kinds or meeting.kind in deadline.kinds)
        for trigger in days.triggers(deadline.trigger)
        for event in days.events(deadline.event, trigger, _since(deadline, trigger, days))
    )
    return tuple(entry for entry in entries if not _is_over(entry, days, today))


def _since(deadline: Deadline, trigger: Trigger, days: Days) -> dt.date | None:
    """Give the first day that counts: what was done before it belongs to an earlier round.

    What comes before the day it is counted from, belongs to the time since the last conference.
    """
    return days.past.round_began if _is_counted_back(deadline) else trigger.day


def _is_counted_back(deadline: Deadline) -> bool:
    # Weeks of a pregnancy run towards the day on which the baby is due.
    return deadline.direction == "before" or deadline.unit == "gestation-week"


def _is_over(entry: Entry, days: Days, today: dt.date) -> bool:
    """Tell whether something need not be done any more, as the plan has ended that it follows from."""
    if entry.happened is not None or entry.trigger is None or not _ends_with_a_plan(entry.deadline, days):
        return False
    person = days.case.people.get(entry.whom)
    ended = days.past.plan_ended(entry.whom if person is not None and person.role == "child" else "")
    return ended is not None and entry.trigger <= ended < today


def _entry(
    deadline: Deadline,
    trigger: Trigger,
    event: Event,
    days: Days,
    profile: Profile,
    reason: str,
    today: dt.date,
    soon: int,
) -> Entry:
    whom = event.whom or trigger.whom
    happened = event.day if event.day is not None and event.day <= today else None
    planned = event.day if happened is None and event.day is not None else event.planned
    if trigger.day is None:
        return Entry(
            deadline, "unknown-trigger", trigger.path, whom,
            trigger_path=trigger.path, happened=happened, planned=planned, reason=reason,
        )  # fmt: skip
    if _is_out_of_order(deadline, trigger.day, event.day):
        return Entry(
            deadline, "out-of-order", event.at, whom,
            trigger=trigger.day, trigger_path=trigger.path, trigger_in=trigger.file,
            happened=happened, planned=planned, reason=reason,
        )  # fmt: skip
    counted, end, start = min(_counts(deadline, trigger, days), key=lambda one: one[0].day)
    plan_by = last_open_day(counted.day, profile.closing_days)
    status, late_by = _standing(counted.day, happened, today, soon, end.unit)
    is_late_by_sure = not late_by or end.unit != "working-days" or is_known(happened or today)
    return Entry(
        deadline, status, event.at, whom,
        trigger=start.day, trigger_path=start.path, trigger_in=start.file, counted=end,
        due=counted.day, plan_by=plan_by.day, happened=happened, planned=planned,
        late_by=late_by, reason=reason, sure=counted.sure and plan_by.sure and is_late_by_sure,
    )  # fmt: skip


def _counts(deadline: Deadline, trigger: Trigger, days: Days) -> Iterator[tuple[Counted, End, Trigger]]:
    """Give the last day in time by each way to count whose day is known."""
    for end in deadline.ends:
        for start in (trigger,) if end is deadline.ends[0] else days.triggers(end.trigger):
            if start.day is not None and (not trigger.whom or start.whom in ("", trigger.whom)):
                last = last_day_in_time(start.day, end.limit, end.unit, deadline.direction, clear=deadline.clear)
                yield last, end, start


def _ends_with_a_plan(deadline: Deadline, days: Days) -> bool:
    if deadline.trigger in _FROM_A_PLAN or deadline.event in _OF_A_PLAN:
        return True
    # Nobody prepares any more for the conference that ended it, and no other one follows.
    if _is_counted_back(deadline):
        return True
    # An assessment that was still open when there was a plan already is part of the work on it.
    return deadline.trigger == "referral" and days.meeting.kind in WITH_A_PLAN


def _is_out_of_order(deadline: Deadline, start: dt.date, day: dt.date | None) -> bool:
    """Tell whether something happened before the day it is counted from; a review, before or on it.

    The children in need census takes no conference before its strategy discussion, and no review on or before the day
    on which the plan started (rule 8841).
    """
    if day is None or _is_counted_back(deadline):
        return False
    return day <= start if deadline.event in _REVIEWS else day < start


def _standing(due: dt.date, happened: dt.date | None, today: dt.date, soon: int, unit: str) -> tuple[Status, int]:
    if happened is not None:
        return ("met", 0) if happened <= due else ("met-late", _late_by(due, happened, unit))
    if today > due:
        return "overdue", _late_by(due, today, unit)
    return ("due-soon" if (due - today).days <= soon else "due"), 0


def _late_by(due: dt.date, day: dt.date, unit: str) -> int:
    # A weekend after the last working day is late, although no working day has passed since.
    return max(1, working_days_between(due, day)) if unit == "working-days" else (day - due).days

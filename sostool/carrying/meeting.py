"""The block of the next meeting: what it says of itself, and what it knows of the meetings before it."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from sostool.case.model import Case
from sostool.case.quorum import CONFERENCES
from sostool.yamlfile.writing import Value

_STARTS, _CONTINUES = "plan-starts", "plan-continues"
REVIEW, CORE_GROUP = "review-conference", "core-group"


class NextMeeting(NamedTuple):
    """The next meeting: its kind, its day, and the name of the file it follows."""

    kind: str
    date: dt.date
    follows: str


def kind_after(case: Case) -> str:
    """Give the kind of meeting that comes after a conference with a plan; "" where only a person can say.

    A conference whose decisions are not in the file may have made a plan.
    """
    meeting, outcome = case.meeting, case.outcome
    if meeting is None or meeting.kind not in CONFERENCES:
        return ""
    decisions = [decision.decision for decision in (outcome.decisions if outcome else ()) if decision.decision]
    return REVIEW if not decisions or any(one in (_STARTS, _CONTINUES) for one in decisions) else ""


def date_after(case: Case, kind: str) -> dt.date | None:
    """Give the day that was agreed for a meeting of this kind; None where none was."""
    dates = case.outcome.dates if case.outcome else None
    if dates is None:
        return None
    return {REVIEW: dates.review, CORE_GROUP: dates.core_group}.get(kind)


def new_keys(case: Case, new: NextMeeting, fingerprint: str) -> dict[str, Value]:
    """Give the keys of the meeting that are written anew, in their order.

    Args:
        case: the earlier case.
        new: the next meeting.
        fingerprint: the earlier case's.
    """
    keys: dict[str, Value] = {"kind": new.kind, "date": new.date, "follows": new.follows, "followed_as": fingerprint}
    conference = last_conference(case)
    if conference is not None:
        keys["last_conference"] = conference
    started = plan_started(case)
    if started is not None:
        keys["plan_started"] = started
    # What is held back with the outcome must not stand open in every copy as the name of who wrote it.
    is_open = case.outcome is not None and case.outcome.withhold is None
    author = case.outcome.lead_social_worker if case.outcome is not None and is_open else ""
    if author and author != (case.meeting.author if case.meeting else ""):
        keys["author"] = author
    return keys


def last_conference(case: Case) -> dt.date | None:
    """Give the day on which the last conference was held; None where there was none, or nobody has written it down."""
    meeting = case.meeting
    if meeting is None:
        return None
    return meeting.date if meeting.kind in CONFERENCES else meeting.last_conference


def plan_started(case: Case) -> dt.date | None:
    """Give the day on which the plan started that holds now; None where none holds, or nobody has written it down."""
    meeting = case.meeting
    if meeting is None:
        return None
    decisions = {decision.decision for decision in (case.outcome.decisions if case.outcome else ())} - {""}
    if not decisions or (_CONTINUES in decisions and meeting.plan_started is not None):
        return meeting.plan_started
    return meeting.date if _STARTS in decisions else None

"""Whether a day that somebody typed is a likely one: what has happened lies behind us, and was mostly not long ago."""

from __future__ import annotations

import datetime as dt
import re

from sostool.case.ages import GROWN_UP, age_on, is_due_too_late
from sostool.case.model import Case
from sostool.case.new import NewPerson
from sostool.yamlfile.writing import Value

# The keys that tell of what is planned, or due, or holds until then; every other day tells of what has happened.
_MAY_LIE_AHEAD = frozenset(("due", "until", "review_on"))
_PART_OF_DATE = re.compile(r"[0-9]{4}(-[0-9]{2})?\Z")
# Earlier than so many days before the meeting a number for it is hardly given.
_LONG_BEFORE = 366
STILL_TO_COME = "That day is still to come."
LONG_AGO = "That day is more than a year before the meeting."
GROWN_UP_BY_THEN = "Somebody born on that day is no longer a child at the meeting."
DUE_TOO_LATE = "No baby who is due on that day can be known of yet."


def is_still_to_come(key: str, value: Value, today: dt.date) -> bool:
    """Tell whether a day, or one of several, lies after today though its key tells of what has happened.

    Args:
        key: the key the value was typed for.
        value: a day, a month or a year as a text (`2026-02`, `2026`), a list of them, or anything else.
        today: the day on which it was typed.
    """
    if key in _MAY_LIE_AHEAD:
        return False
    if isinstance(value, list):
        return any(is_still_to_come(key, one, today) for one in value)
    if isinstance(value, str):
        return bool(_PART_OF_DATE.match(value)) and value > today.isoformat()[: len(value)]
    return isinstance(value, dt.date) and value > today


def is_long_ago(day: dt.date, case: Case, today: dt.date) -> bool:
    """Tell whether a day lies so long before the meeting that its year may be a slip.

    Args:
        day: when a number was given.
        case: whose meeting it is for; without the date of a meeting it is compared with today.
        today: the day on which it was typed.
    """
    meeting = case.meeting.date if case.meeting is not None else None
    return (meeting or today) - day > dt.timedelta(days=_LONG_BEFORE)


def doubt_about_child(child: NewPerson, meeting: dt.date) -> str:
    """Say why a child's day of birth, or of being due, is hardly the one that was meant; "" if it may be.

    Args:
        child: a child as `new_child` makes it.
        meeting: the day of the meeting.
    """
    if child.born is not None and age_on(child.born, meeting) >= GROWN_UP:
        return GROWN_UP_BY_THEN
    if child.due is not None and is_due_too_late(child.due, meeting):
        return DUE_TOO_LATE
    return ""

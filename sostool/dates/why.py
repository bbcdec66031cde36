"""Why something is due on a day, in words that name nobody."""

from __future__ import annotations

import datetime as dt

from sostool.dates.counting import is_working_day
from sostool.dates.entry import Entry
from sostool.dates.holidays import bank_holidays
from sostool.profile.deadlines import End

# The days that deadlines are counted from, as a sentence says them: without the day, and with it.
TRIGGER_WORDS = {
    "referral": ("the referral", "the referral on {}"),
    "strategy-discussion": ("the strategy discussion", "the strategy discussion on {}"),
    "conference": ("the conference", "the conference on {}"),
    "plan-started": (
        "the conference at which the plan started",
        "the conference on {}, at which the plan started",
    ),
    "last-review": ("the last conference", "the conference on {}"),
    "birth": ("the birth", "the birth on {}"),
    "due-date": ("the day on which the baby is due", "the day on which the baby is due, {}"),
    "transfer-notified": ("the day on which we were told of the move", "{}, when we were told of the move"),
    "transfer-written-notice": (
        "the day on which the written notice of the move came",
        "{}, when the written notice of the move came",
    ),
    "transfer-information": (
        "the day on which the papers about the move came",
        "{}, when the papers about the move came",
    ),
    "transfer-accepted": ("the day on which the move was accepted", "{}, when the move was accepted"),
}
_UNIT_WORDS = {"working-days": "working day", "days": "day", "weeks": "week", "months": "month"}
MONTHS = "January February March April May June July August September October November December".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_WEEKEND = 5


def why(entry: Entry) -> str:
    """Say why an entry is due when it is: from which day how many of what were counted, and what was left out."""
    if entry.trigger is None:
        return (
            f"It is counted from {TRIGGER_WORDS[entry.deadline.trigger][0]}, and that day is not written down, "
            "so nobody can count."
        )
    if entry.due is None or entry.counted is None:
        return _out_of_order(entry, entry.trigger)
    sentences = [_count(entry, entry.counted, entry.trigger, entry.due)]
    if len(entry.deadline.ends) > 1:
        sentences.append("It is the sooner of the ways to count that this profile allows.")
    if entry.plan_sooner is not None:
        sentences.append(_plan(entry.due, entry.plan_sooner))
    if not entry.sure:
        holidays = bank_holidays()
        sentences.append(
            f"Bank holidays are known from {holidays.first.year} to {holidays.last.year} only: outside these years "
            "weekends alone are left out, so look at a calendar."
        )
    return " ".join(sentences)


def _out_of_order(entry: Entry, trigger: dt.date) -> str:
    on = TRIGGER_WORDS[entry.deadline.trigger][1].format(day_in_words(trigger))
    day = entry.happened or entry.planned
    done = f" on {day_in_words(day)}" if day is not None else ""
    how = "was done" if entry.happened is not None else "is planned"
    return (
        f"It is counted from {on}, and it {how}{done}, which does not lie after that. One of the two days is wrong, so "
        "nobody can count."
    )


def day_in_words(day: dt.date, *, year: bool = True) -> str:
    """Write a day as people in England do, such as 17 March 2026."""
    return f"{day.day} {MONTHS[day.month - 1]}" + (f" {day.year}" if year else "")


def length_in_words(end: End, *, clear: bool = False) -> str:
    """Say how many of what: 15 working days, 3 months, 2 clear days, week 34 of the pregnancy."""
    if end.unit == "gestation-week":
        return f"week {end.limit} of the pregnancy"
    many = "" if end.limit == 1 else "s"
    return f"{end.limit} {'clear ' if clear else ''}{_UNIT_WORDS[end.unit]}{many}"


def _count(entry: Entry, end: End, trigger: dt.date, due: dt.date) -> str:
    on = TRIGGER_WORDS[end.trigger][1].format(day_in_words(trigger))
    if end.trigger == "due-date":
        return (
            f"Week {end.limit} of the pregnancy begins on {day_in_words(due)}: the baby is due on "
            f"{day_in_words(trigger)}, at the end of week 40."
        )
    back = entry.deadline.direction == "before"
    length = length_in_words(end, clear=entry.deadline.clear)
    return f"Counted {'back ' if back else ''}from {on}: {length}, {_rule(end, trigger, due)}."


def _rule(end: End, trigger: dt.date, due: dt.date) -> str:
    if end.unit == "working-days":
        first, last = sorted((trigger, due))
        left_out = [
            day_in_words(day, year=day.year != trigger.year) for day in bank_holidays().names if first < day < last
        ]
        named = f" ({', '.join(left_out)})" if left_out else ""
        return f"not counting that day, weekends and bank holidays{named}"
    if end.unit == "months":
        if due.day != trigger.day:
            return "to the last day of the month, as that month is shorter"
        return "to the day of the same number"
    return "not counting that day"


def _plan(due: dt.date, plan_by: dt.date) -> str:
    if is_working_day(due):
        what = "a day on which the office is shut"
    elif due.weekday() >= _WEEKEND:
        what = f"a {WEEKDAYS[due.weekday()]}"
    else:
        what = "a bank holiday"
    return f"That is {what}, so plan it by {day_in_words(plan_by)}; the limit stays."

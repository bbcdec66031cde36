"""Why something is due on a day: one or more plain sentences, which name nobody."""

from __future__ import annotations

import datetime as dt

import pytest

from sostool.dates.counting import last_day_in_time, last_open_day
from sostool.dates.entry import Entry, Status
from sostool.dates.why import TRIGGER_WORDS, day_in_words, length_in_words, why
from sostool.profile.deadlines import TRIGGERS, UNITS, Deadline, End


def explained(
    trigger: str,
    day: str,
    limit: int,
    unit: str,
    direction: str = "after",
    *,
    clear: bool = False,
    others: tuple[End, ...] = (),
    closed: tuple[str, ...] = (),
) -> str:
    end = End(trigger, limit, unit)
    deadline = Deadline("own", "Something happens.", "conference", (end, *others), direction=direction, clear=clear)
    start = dt.date.fromisoformat(day)
    due = last_day_in_time(start, limit, unit, direction, clear=clear)
    open_day = last_open_day(due.day, frozenset(map(dt.date.fromisoformat, closed)))
    entry = Entry(
        deadline,
        "due",
        ("meeting", "date"),
        trigger=start,
        counted=end,
        due=due.day,
        plan_by=open_day.day,
        sure=due.sure and open_day.sure,
    )
    assert entry.why == why(entry)
    return entry.why


def test_every_word_of_a_profile_can_be_said() -> None:
    assert set(TRIGGER_WORDS) == set(TRIGGERS)
    for unit in UNITS:
        for trigger in TRIGGERS:
            assert explained(trigger, "2026-03-10", 20, unit).endswith(".")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            explained("strategy-discussion", "2026-03-20", 15, "working-days"),
            (
                "Counted from the strategy discussion on 20 March 2026: 15 working days, not counting that day, weekends "
                "and bank holidays (3 April, 6 April)."
            ),
        ),
        (
            explained("strategy-discussion", "2026-12-18", 15, "working-days"),
            (
                "Counted from the strategy discussion on 18 December 2026: 15 working days, not counting that day, weekends "
                "and bank holidays (25 December, 28 December, 1 January 2027)."
            ),
        ),
        (
            explained("referral", "2026-02-23", 1, "working-days"),
            (
                "Counted from the referral on 23 February 2026: 1 working day, not counting that day, weekends and bank "
                "holidays."
            ),
        ),
        (
            explained("plan-started", "2026-03-17", 3, "months"),
            (
                "Counted from the conference on 17 March 2026, at which the plan started: 3 months, to the day of the same "
                "number."
            ),
        ),
        (
            explained("last-review", "2026-08-31", 6, "months"),
            (
                "Counted from the conference on 31 August 2026: 6 months, to the last day of the month, as that month is "
                "shorter. That is a Sunday, so plan it by 26 February 2027; the limit stays."
            ),
        ),
        (
            explained("conference", "2026-06-09", 14, "days", "before"),
            "Counted back from the conference on 9 June 2026: 14 days, not counting that day.",
        ),
        (
            explained("conference", "2026-06-09", 3, "working-days", "before", clear=True),
            (
                "Counted back from the conference on 9 June 2026: 3 clear working days, not counting that day, weekends and "
                "bank holidays."
            ),
        ),
        (
            explained("transfer-accepted", "2026-03-02", 2, "weeks"),
            "Counted from 2 March 2026, when the move was accepted: 2 weeks, not counting that day.",
        ),
        (
            explained("due-date", "2026-10-12", 34, "gestation-week"),
            (
                "Week 34 of the pregnancy begins on 31 August 2026: the baby is due on 12 October 2026, at the end of week "
                "40. That is a bank holiday, so plan it by 28 August 2026; the limit stays."
            ),
        ),
        (
            explained("plan-started", "2026-09-26", 3, "months", others=(End("birth", 10, "working-days"),)),
            (
                "Counted from the conference on 26 September 2026, at which the plan started: 3 months, to the day of the "
                "same number. It is the sooner of the ways to count that this profile allows. That is a Saturday, so plan it "
                "by 24 December 2026; the limit stays."
            ),
        ),
        (
            explained("referral", "2026-12-15", 14, "days", closed=("2026-12-29",)),
            (
                "Counted from the referral on 15 December 2026: 14 days, not counting that day. That is a day on which the "
                "office is shut, so plan it by 24 December 2026; the limit stays."
            ),
        ),
        (
            explained("referral", "2029-03-01", 10, "working-days"),
            (
                "Counted from the referral on 1 March 2029: 10 working days, not counting that day, weekends and bank "
                "holidays. Bank holidays are known from 2018 to 2028 only: outside these years weekends alone are left out, "
                "so look at a calendar."
            ),
        ),
    ],
)
def test_says_from_which_day_how_many_of_what(text: str, said: str) -> None:
    assert text == said


def test_says_what_is_missing() -> None:
    entry = Entry(
        Deadline("own", "", "conference", (End("transfer-notified", 15, "working-days"),)), "unknown-trigger", ()
    )
    assert entry.why == (
        "It is counted from the day on which we were told of the move, and that day is not written down, so nobody can "
        "count."
    )


@pytest.mark.parametrize(
    ("happened", "planned", "how"),
    [("2026-03-17", None, "was done on 17 March 2026"), (None, "2026-03-18", "is planned on 18 March 2026")],
)
def test_says_which_two_days_stand_in_the_wrong_order(happened: str | None, planned: str | None, how: str) -> None:
    deadline = Deadline("own", "", "conference", (End("strategy-discussion", 15, "working-days"),))
    entry = Entry(
        deadline,
        "out-of-order",
        ("meeting", "date"),
        trigger=dt.date(2026, 3, 20),
        happened=dt.date.fromisoformat(happened) if happened else None,
        planned=dt.date.fromisoformat(planned) if planned else None,
    )
    assert entry.why == (
        f"It is counted from the strategy discussion on 20 March 2026, and it {how}, which does not lie after that. One "
        "of the two days is wrong, so nobody can count."
    )


@pytest.mark.parametrize(
    ("status", "is_said"),
    [("due", True), ("due-soon", True), ("overdue", False), ("met", False), ("met-late", False)],
)
def test_says_by_when_to_plan_while_there_is_something_to_plan(status: Status, is_said: bool) -> None:
    deadline = Deadline("own", "", "report-shared", (End("conference", 3, "days"),), direction="before")
    saturday, friday = dt.date(2026, 3, 14), dt.date(2026, 3, 13)
    entry = Entry(
        deadline, status, (), trigger=dt.date(2026, 3, 17), counted=deadline.ends[0], due=saturday, plan_by=friday
    )
    assert ("plan it by 13 March 2026" in entry.why) == is_said
    assert entry.plan_sooner == (friday if is_said else None)
    assert entry._replace(plan_by=saturday).plan_sooner is None


@pytest.mark.parametrize(
    ("end", "clear", "said"),
    [
        (End("referral", 15, "working-days"), False, "15 working days"),
        (End("referral", 1, "months"), False, "1 month"),
        (End("referral", 2, "days"), True, "2 clear days"),
        (End("due-date", 34, "gestation-week"), False, "week 34 of the pregnancy"),
    ],
)
def test_how_long(end: End, clear: bool, said: str) -> None:
    assert length_in_words(end, clear=clear) == said


def test_days_are_written_as_people_write_them() -> None:
    assert day_in_words(dt.date(2026, 3, 7)) == "7 March 2026"
    assert day_in_words(dt.date(2026, 3, 7), year=False) == "7 March"

"""What became of the items of two files: steps, rules, worries, strengths, what was not known, dangers and goals."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeAlias

from sostool.case.model import Danger, Goal
from sostool.share.both_files import Both, Entry
from sostool.share.make_dangers import given_dangers
from sostool.share.making import Making
from sostool.share.making_earlier import merged
from sostool.share.view_changes import Kind, ViewChange
from sostool.share.view_item import ViewItem

_Judge: TypeAlias = Callable[[Both, Entry], Iterator[ViewChange]]


def make_entries(both: Both) -> tuple[ViewChange, ...]:
    """Make what is not as it was, kind by kind."""
    return (
        *_dangers(both),
        *(change for kind, judge in _JUDGES for each in both.entries(kind) for change in judge(both, each)),
    )


def _dangers(both: Both) -> Iterator[ViewChange]:
    """Tell of danger statements and their goals: new, in other words, no longer listed; and goals that are reached."""
    later = both.later
    for number, danger in enumerate(given_dangers(later), 1):
        before = both.pairs.earlier_of(danger)
        then = before if isinstance(before, Danger) else None
        now_item = _statement(later, danger)
        if then is None:
            yield _change("danger-new", None, now_item, number)
        elif not _same_words(then.statement, danger.statement):
            yield _change("danger-reworded", _statement(both.earlier, then), now_item, number)
        yield from _goals(both, then, danger, number)
    for danger in both.kept.dangers:
        if both.is_gone(danger):
            yield _change("danger-gone", _statement(both.earlier, danger), None)
            if danger.goal is not None and danger.goal.statement:
                yield _change("goal-gone", _goal(both.earlier, danger.goal, danger), None)


def _goals(both: Both, then: Danger | None, danger: Danger, number: int) -> Iterator[ViewChange]:
    goal = danger.goal
    if goal is not None and not both.later.open(goal):
        return
    before = then.goal if then is not None and then.goal is not None and then.goal.statement else None
    was = _goal(both.earlier, before, then) if before is not None and then is not None else None
    if goal is None or not goal.statement:
        if was is not None:
            yield _change("goal-gone", was, None, number)
        return
    now = _goal(both.later, goal, danger)
    if was is None or before is None:
        yield _change("goal-new", None, now, number)
    elif not _same_words(before.statement, goal.statement):
        yield _change("goal-reworded", was, now, number)
    if goal.reached is not None and (before is None or before.reached is None):
        yield _change("goal-reached", was, now, number)


def _statement(making: Making, danger: Danger) -> ViewItem:
    return ViewItem(danger.statement, hearing=making.hearing(danger))


def _goal(making: Making, goal: Goal, danger: Danger) -> ViewItem:
    return ViewItem(goal.statement, done=goal.reached, hearing=making.hearing(goal, danger))


def _steps(both: Both, entry: Entry) -> Iterator[ViewChange]:
    then, now = entry
    if now is None:
        if then is not None and then.done is None:
            yield _change("step-dropped", then, None)
    elif now.done is not None:
        if (then.done is None) if then is not None else now.done > both.since:
            yield _change("step-done", then, now)
    elif then is None:
        yield _change("step-new", None, now)
    elif both.since < both.until or then.due != now.due:
        days = [item.due for item in (then, now) if item.due is not None]
        yield replace(_change("step-open", then, now), is_late=any(day < both.until for day in days))


def _unknown(both: Both, entry: Entry) -> Iterator[ViewChange]:
    then, now = entry
    if now is None:
        if then is not None and not _is_answered(then):
            yield _change("unknown-dropped", then, None)
    elif _is_answered(now):
        if then is None or not _is_answered(then):
            yield _change("unknown-answered", then, now)
    elif then is None:
        yield _change("unknown-new", None, now)


def _is_answered(item: ViewItem) -> bool:
    return bool(item.answer) or item.done is not None


def _rules(both: Both, entry: Entry) -> Iterator[ViewChange]:
    then, now = entry
    if now is None or then is None:
        yield _change("rule-gone" if now is None else "rule-new", then, now)
    elif _rule_of(then) != _rule_of(now):
        yield _change("rule-changed", then, now)
    elif then.review_on and now.review_on and then.review_on != now.review_on and both.until < then.review_on:
        yield _change("rule-moved", then, now)
    used = tuple(one for one in now.used if one.date is not None and one.date > both.since) if now is not None else ()
    if now is not None and used:
        yield _change("rule-used", then, replace(now, used=used))


def _rule_of(item: ViewItem) -> tuple[object, ...]:
    texts = (item.what, item.when, item.if_not, item.check_how)
    return (*(" ".join(text.split()) for text in texts), sorted(item.who), sorted(item.check))


def _way(both: Both, entry: Entry) -> Iterator[ViewChange]:
    """Tell of the dated steps on the way from the danger to the goal."""
    then, now = entry
    if now is None:
        if then is not None and then.done is None:
            yield _change("way-dropped", then, None)
    elif now.done is not None:
        if (then.done is None) if then is not None else now.done > both.since:
            yield _change("way-done", then, now)
    elif then is None:
        yield _change("way-new", None, now)
    elif then.dates != now.dates:
        yield _change("way-moved", then, now)


def _lines(both: Both, entry: Entry) -> Iterator[ViewChange]:
    then, now = entry
    if now is None or then is None:
        yield _change("line-gone" if now is None else "line-new", then, now)
    elif not _same_words(then.what, now.what):
        yield _change("line-changed", then, now)


def _new_or_gone(new: Kind, gone: Kind) -> _Judge:
    """Tell of what came and what is no longer listed; other words for the same are no news."""

    def judge(_: Both, entry: Entry) -> Iterator[ViewChange]:
        if entry.then is None or entry.now is None:
            yield _change(gone if entry.now is None else new, *entry)

    return judge


def _change(kind: Kind, then: ViewItem | None, now: ViewItem | None, number: int = 0) -> ViewChange:
    hearings = [item.hearing for item in (now, then) if item is not None]
    return ViewChange(kind, now, then, number, hearing=merged(*hearings))


def _same_words(text: str, other: str) -> bool:
    return " ".join(text.split()) == " ".join(other.split())


_JUDGES: tuple[tuple[str, _Judge], ...] = (
    ("map.needs_to_happen.next_steps", _steps),
    ("map.worried.past_harm", _new_or_gone("worry-new", "worry-gone")),
    ("map.worried.complicating", _new_or_gone("worry-new", "worry-gone")),
    ("map.worried.grey_areas", _unknown),
    ("map.working_well.strengths", _new_or_gone("strength-new", "strength-gone")),
    ("map.working_well.existing_safety", _new_or_gone("safety-new", "safety-gone")),
    ("safety_plan.rules", _rules),
    ("safety_plan.bottom_lines", _lines),
    ("trajectory", _way),
)

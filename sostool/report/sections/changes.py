"""What has changed since the meeting before: the numbers first, then what was done, then what is new."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from sostool.profile import Profile
from sostool.report.blocks import Block, Fact, Group, Item, Items, Line, Paragraphs, Run, Section, Table, own, typed
from sostool.report.sections.writing import FactList, item, marks, numbered, score_text
from sostool.report.words.labels import Labels
from sostool.share.view import View
from sostool.share.view_changes import Kind, ViewChange, ViewChanges, ViewMove, ViewMoves, ViewNumber, ViewSomebody
from sostool.share.view_item import ViewItem

ANCHOR = "changes"
# Each group's heading, and the kinds of change under it, in the order in which they are told.
GROUPS: tuple[tuple[str, tuple[Kind, ...]], ...] = (
    ("changes.done", ("step-done", "way-done")),
    ("changes.open", ("step-open",)),
    ("changes.dropped", ("step-dropped", "way-dropped", "unknown-dropped")),
    ("changes.goal_reached", ("goal-reached",)),
    ("changes.danger_new", ("danger-new",)),
    ("changes.danger_reworded", ("danger-reworded",)),
    ("changes.danger_gone", ("danger-gone",)),
    ("changes.goal_new", ("goal-new",)),
    ("changes.goal_reworded", ("goal-reworded",)),
    ("changes.goal_gone", ("goal-gone",)),
    ("changes.worry_new", ("worry-new",)),
    ("changes.worry_gone", ("worry-gone",)),
    ("changes.strength_new", ("strength-new",)),
    ("changes.strength_gone", ("strength-gone",)),
    ("changes.safety_new", ("safety-new",)),
    ("changes.safety_gone", ("safety-gone",)),
    ("changes.unknown_answered", ("unknown-answered",)),
    ("changes.unknown_new", ("unknown-new",)),
    ("changes.rule_used", ("rule-used",)),
    ("changes.rule_new", ("rule-new", "line-new")),
    ("changes.rule_changed", ("rule-changed", "line-changed")),
    ("changes.rule_gone", ("rule-gone", "line-gone")),
    ("changes.moved", ("rule-moved", "way-moved")),
    ("changes.step_new", ("step-new", "way-new")),
)
# They stand in a list of their own further down in a report, each with its day.
_LISTED_BELOW: frozenset[Kind] = frozenset(("step-new", "way-new"))
# As they are now they stand in the report in full: there the words of last time are enough.
_BEFORE: dict[Kind, str] = {"danger-reworded": "changes.danger_before", "goal-reworded": "changes.goal_before"}
_MOVED: frozenset[Kind] = frozenset(("rule-moved", "way-moved"))
# What is told of an item beside its sentence: what the change is about. The rest stands further down, or stood then.
_TOLD: dict[Kind, tuple[str, ...]] = {
    "step-done": ("who", "done", "result"),
    "step-open": ("who", "result"),
    "step-dropped": ("who", "due"),
    "step-new": ("who", "due"),
    "way-done": ("done",),
    "way-moved": ("dates",),
    "way-new": ("dates",),
    "way-dropped": ("dates",),
    "worry-new": ("date",),
    "safety-new": ("dates", "who"),
    "unknown-answered": ("answer", "done"),
    "unknown-new": ("who", "due"),
    "unknown-dropped": ("who", "due"),
    "rule-used": ("used",),
    "rule-new": ("who", "when"),
    "rule-changed": ("who", "when", "check", "check_how", "if_not"),
    "rule-moved": ("review_on",),
}
_IN_OTHER_WORDS = frozenset(("danger-reworded", "goal-reworded", "rule-changed", "line-changed"))


def changes(view: View, words: Labels, profile: Profile) -> Section | None:
    """Write what has changed, in the report of a meeting that follows another.

    What stands in the report in full anyway is not said twice: new steps, and danger statements as they are now.
    """
    if view.changes is None:
        return None
    told = _groups(words, view.changes, in_report=True) or _groups(words, view.changes, in_report=False)
    return _section(words, view.changes, told)


def all_changes(view: View, words: Labels, profile: Profile) -> Section | None:
    """Write all that has changed, for a document that holds nothing else."""
    return _section(words, view.changes, _groups(words, view.changes, in_report=False)) if view.changes else None


def _section(words: Labels, changed: ViewChanges, told: list[Block]) -> Section:
    meeting, date = words(f"meeting.{changed.meeting_kind}"), words.date(changed.since)
    since = words("changes.since" if changed.is_last else "changes.compared_with", meeting=meeting, date=date)
    title = words("changes.title") if changed.is_last else words("changes.title_since", date=date)
    lead = Paragraphs(since, typed=False, tone="quiet")
    nothing = (Paragraphs(words("changes.none"), typed=False),)
    return Section(ANCHOR, own(title), (lead, *(told or nothing)))


def _groups(words: Labels, changed: ViewChanges, *, in_report: bool) -> list[Block]:
    groups: list[Block] = [*_numbers(words, changed, in_report=in_report)]
    for label, kinds in GROUPS:
        entries = changed.of(*(kind for kind in kinds if not (in_report and kind in _LISTED_BELOW)))
        heading = _BEFORE.get(kinds[0], label) if in_report else label
        if heading != label:
            entries = tuple(replace(entry, now=entry.then, then=None) for entry in entries)
        if entries:
            items = tuple(_item(words, entry, several=changed.several) for entry in entries)
            groups.append(Group(own(words(heading)), (Items(items),)))
    for label, people in somebody(changed):
        groups.append(Group(own(words(label)), (Items(tuple(_somebody(words, one) for one in people)),)))
    return groups


def somebody(changed: ViewChanges) -> Iterator[tuple[str, tuple[ViewSomebody, ...]]]:
    """Give who was born, is new, or is not listed any more, with the heading of each group that is not empty."""
    for label, people in (
        ("changes.born", changed.born),
        ("changes.came", changed.came),
        ("changes.went", changed.went),
    ):
        if people:
            yield label, people


def _numbers(words: Labels, changed: ViewChanges, *, in_report: bool) -> list[Group]:
    blocks: list[Block] = []
    for moves in changed.numbers:
        # By its number alone nobody knows a scale where its statement stands nowhere else.
        if changed.several and moves.statement and not in_report:
            blocks.append(Paragraphs(moves.statement, tone="quiet"))
        blocks.append(_table(words, moves, several=changed.several))
    return [Group(own(words("changes.numbers")), tuple(blocks))] if blocks else []


def _table(words: Labels, moves: ViewMoves, *, several: bool) -> Table:
    with_reasons = any(move.reason for move in moves.moves)
    columns = ["scale.person", "changes.then", "changes.now", *(("scale.reason",) if with_reasons else ())]
    rows = tuple(_row(words, move, with_reasons=with_reasons) for move in moves.moves)
    return Table(_of_which_scale(words, moves, several=several), tuple(map(words, columns)), rows)


def _of_which_scale(words: Labels, moves: ViewMoves, *, several: bool) -> Line:
    if moves.number == 0:
        return own(words("scale.overall"))
    return numbered(words, "scale.title", moves.number if several else 0)


def _row(words: Labels, move: ViewMove, *, with_reasons: bool) -> tuple[Line, ...]:
    name = typed(move.name)
    for mark in marks(words, move.hearing):
        name = (*name, Run(" – "), *mark)
    cells = (name, own(_number(words, move.then)), own(_number(words, move.now)))
    return (*cells, typed(move.reason)) if with_reasons else cells


def _number(words: Labels, number: ViewNumber | None) -> str:
    if number is None:
        return words("changes.not_asked")
    score = score_text(number.score) if number.score is not None else words("scale.silent")
    return words("changes.number_on", score=score, date=words.date(number.date))


def _item(words: Labels, entry: ViewChange, *, several: bool) -> Item:
    facts = FactList(words)
    now, then = entry.item, entry.then
    if entry.number and several and entry.kind.startswith("danger"):
        facts.line("danger.title", own(str(entry.number)))
    if entry.kind in _IN_OTHER_WORDS and then is not None and then.what != now.what:
        facts.typed("changes.said_before", then.what)
    if entry.kind == "goal-reached":
        facts.date("goal.reached", now.done)
    kept = {name: getattr(now, name) for name in _TOLD.get(entry.kind, ())}
    if entry.kind == "step-open":
        kept |= _due(facts, entry)
    elif entry.kind in _MOVED and then is not None:
        facts.line("changes.was", _day(words, then))
    told = _facts(words, entry, now, kept)
    before: tuple[Fact, ...] = ()
    if entry.kind == "rule-changed" and then is not None:
        before = _facts(words, entry, then, {name: getattr(then, name) for name in kept})
        before = tuple(fact for fact in before if fact not in told)
    was = (Fact(words("changes.before", fact=fact.label), fact.value) for fact in before)
    return Item(now.what, (*facts.facts, *told, *was), marks(words, entry.hearing))


def _facts(words: Labels, entry: ViewChange, one: ViewItem, kept: dict[str, Any]) -> tuple[Fact, ...]:
    """Write some facts of an item of then or now, each with its own mark where it needs another than the change."""
    return item(words, ViewItem(one.what, hearing=entry.hearing, check_hearing=one.check_hearing, **kept)).facts


def _due(facts: FactList, entry: ViewChange) -> dict[str, dt.date | None]:
    """Tell by when a step was to be done; give by when it is, unless that day has come."""
    was, due = entry.then.due if entry.then is not None else None, entry.item.due
    if entry.is_late and was in (None, due):
        facts.date("changes.was_due", due)
        return {}
    if was != due:
        facts.date("changes.was_due", was)
    return {"due": due}


def _day(words: Labels, entry: ViewItem) -> Line:
    if entry.review_on is not None:
        return own(words.date(entry.review_on))
    return own(words.comma.join(words.when(date) for date in entry.dates))


def _somebody(words: Labels, one: ViewSomebody) -> Item:
    facts = FactList(words)
    facts.typed("people.who", one.relation)
    facts.date("people.born", one.born)
    return Item(one.name, tuple(facts.facts), marks(words, one.hearing))

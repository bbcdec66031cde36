"""Small pieces that several sections write: facts, items of the map, marks of who must not hear."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from sostool.report.blocks import Fact, Facts, Item, Items, Line, Note, Run, Table, own, typed
from sostool.report.words.labels import Labels
from sostool.share.view_item import NO_LIMIT, Hearing, ViewImpact, ViewItem, ViewUsed


class FactList:
    """Collects facts, leaving out those with nothing to say."""

    def __init__(self, words: Labels) -> None:
        self._words = words
        self.facts: list[Fact] = []

    def line(self, label: str, value: Line) -> None:
        """Add a fact if its value is not empty."""
        if value:
            self.facts.append(Fact(self._words(label), value))

    def typed(self, label: str, value: str) -> None:
        """Add a fact somebody typed."""
        self.line(label, typed(value))

    def names(self, label: str, names: Iterable[str]) -> None:
        """Add a fact that lists names."""
        self.line(label, self._words.names(names))

    def date(self, label: str, date: dt.date | None) -> None:
        """Add a fact that is a date."""
        if date is not None:
            self.line(label, own(self._words.date(date)))

    def block(self) -> tuple[Facts, ...]:
        """Give the facts as a block, or nothing if there are none."""
        return (Facts(tuple(self.facts)),) if self.facts else ()


def table_of(caption: Line, columns: Iterable[str], rows: Iterable[tuple[Line, ...]]) -> Table:
    """Make a table of what is known: a column in which nothing stands says nothing, and is left out.

    A table with room to write in by hand is made without this.
    """
    names, lines = tuple(columns), tuple(rows)
    kept = [at for at in range(len(names)) if at == 0 or any(line[at] for line in lines)]
    return Table(caption, tuple(names[at] for at in kept), tuple(tuple(line[at] for at in kept) for line in lines))


def numbered(words: Labels, label: str, number: int) -> Line:
    """Write a heading with its number; 0 stands for the only one, which needs none."""
    return own(words("people.statement_number", statement=words(label), number=str(number)) if number else words(label))


def score_text(score: float) -> str:
    """Write a number: whole ones without a decimal."""
    return f"{score:g}"


def marks(words: Labels, hearing: Hearing) -> tuple[Line, ...]:
    """Say in front of whom an item must not be said."""
    lines: list[Line] = []
    if hearing.not_in_front_of:
        lines.append(words.line("hearing.not_in_front_of", names=words.names(hearing.not_in_front_of)))
    if hearing.only_in_front_of:
        lines.append(words.line("hearing.only_in_front_of", names=words.names(hearing.only_in_front_of)))
    return tuple(lines)


def with_marks(words: Labels, line: Line, hearing: Hearing, *, around: Hearing = NO_LIMIT) -> Line:
    """Add to a line in front of whom it must not be said, unless the entry around it says the same."""
    for mark in marks(words, hearing) if hearing != around else ():
        line = (*line, Run(" – "), *mark)
    return line


def notes(words: Labels, hearing: Hearing, *, around: Hearing = NO_LIMIT) -> tuple[Note, ...]:
    """Say as notes in front of whom something must not be said, unless what is around it says the same."""
    return tuple(Note(mark, tone="careful") for mark in marks(words, hearing)) if hearing != around else ()


def item(words: Labels, entry: ViewItem, *, full: bool = True) -> Item:
    """Write one entry of the map or the plan. `full` adds how we know it, not only who, when and for whom."""
    if entry.none:
        return Item(words("map.none"), typed=False)
    facts = FactList(words)
    facts.line("item.date", own(words.when(entry.date)) if entry.date else ())
    facts.line("item.dates", _dates(words, entry))
    for impact in entry.impact:
        facts.facts.append(_impact(words, impact, entry, full=full))
    facts.names("item.who", entry.who)
    facts.typed("item.when", entry.when)
    facts.date("item.due", entry.due)
    facts.date("item.answered" if entry.answer else "item.done", entry.done)
    facts.typed("item.result", entry.result)
    facts.typed("item.answer", entry.answer)
    facts.typed("item.condition", entry.condition)
    facts.typed("item.why", entry.why)
    check = _check(words, entry)
    facts.line("item.check", with_marks(words, check, entry.check_hearing, around=entry.hearing) if check else ())
    facts.typed("item.if_not", entry.if_not)
    facts.date("item.review_on", entry.review_on)
    for used in entry.used:
        facts.line("item.used", with_marks(words, _used(words, used), used.hearing, around=entry.hearing))
    if full:
        facts.names("item.children", entry.children)
        facts.names("item.seen_by", entry.seen_by)
        facts.names("item.said_by", entry.said_by)
        facts.line("item.how_we_know", own(words(f"item.how.{entry.how_we_know}")) if entry.how_we_know else ())
    return Item(entry.what, tuple(facts.facts), marks(words, entry.hearing))


def _impact(words: Labels, impact: ViewImpact, entry: ViewItem, *, full: bool) -> Fact:
    label = words("item.impact_for", name=impact.child) if impact.child else words("item.impact")
    value = typed(impact.what)
    if impact.said_by and full:
        value = (*value, Run(" "), *words.line("item.told_by", names=words.names(impact.said_by)))
    return Fact(label, with_marks(words, value, impact.hearing, around=entry.hearing))


def _dates(words: Labels, entry: ViewItem) -> Line:
    line: list[Run] = []
    for index, date in enumerate(entry.dates):
        line += [Run(words.comma)] if index else []
        line.append(Run(words.when(date)))
    return tuple(line)


def _check(words: Labels, entry: ViewItem) -> Line:
    names = words.names(entry.check)
    if names and entry.check_how:
        return (*names, Run(": "), *typed(entry.check_how))
    return names or typed(entry.check_how)


def _used(words: Labels, used: ViewUsed) -> Line:
    date = words.date(used.date) if used.date else ""
    kind = {True: "worked", False: "failed", None: "plain"}[used.worked]
    line = own(words(f"item.used.{kind}", date=date))
    return (*line, Run(". "), *typed(used.what)) if used.what else line


def items(words: Labels, entries: Iterable[ViewItem], *, full: bool = True) -> tuple[Items, ...]:
    """Write a list of entries, or nothing if there are none."""
    written = tuple(item(words, entry, full=full) for entry in entries)
    return (Items(written),) if written else ()

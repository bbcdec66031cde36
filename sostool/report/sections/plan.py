"""The safety plan, what we do not know yet, and who does what by when."""

from __future__ import annotations

from sostool.profile import Profile
from sostool.report.blocks import (
    Block,
    Facts,
    Group,
    Item,
    Items,
    Line,
    Note,
    Paragraphs,
    Section,
    Table,
    own,
    typed,
)
from sostool.report.sections.writing import item, items, notes, with_marks
from sostool.report.words.labels import Labels
from sostool.share.view import View
from sostool.share.view_item import ViewItem


def safety_plan(view: View, words: Labels, profile: Profile) -> Section | None:
    """Write the bottom lines, the rules, and the dated steps on the way."""
    plan = view.plan
    blocks: list[Block] = []
    for label, entries in (
        ("plan.bottom_lines", plan.bottom_lines),
        ("plan.rules", plan.rules),
        ("plan.trajectory", plan.trajectory),
    ):
        if entries:
            blocks.append(Group(own(words(label)), items(words, entries)))
    if plan.children_know:
        blocks.append(
            Group(
                own(words("plan.children_know")),
                (*notes(words, plan.hearing), Items(tuple(Item(text) for text in plan.children_know))),
            )
        )
    if not blocks:
        return None
    kind = (Paragraphs(words(f"plan.{plan.kind}"), typed=False),) if plan.kind else ()
    return Section("plan", own(words("plan.title")), (*kind, *blocks))


def unknown(view: View, words: Labels, profile: Profile) -> Section | None:
    """Write what we do not know yet, and who will find out."""
    if not view.map.grey_areas:
        return None
    return Section("unknown", own(words("unknown.title")), items(words, view.map.grey_areas))


def next_steps(view: View, words: Labels, profile: Profile) -> Section | None:
    """Write who does what by when, as a table."""
    steps = [step for step in view.map.next_steps if not step.none]
    if not steps:
        return None
    columns = (words("steps.what"), words("steps.who"), words("steps.due"))
    rows = tuple((_what(words, step), words.names(step.who), _due(words, step)) for step in steps)
    return Section("steps", own(words("steps.title")), (Table(own(words("steps.caption")), columns, rows),))


def _what(words: Labels, step: ViewItem) -> Line:
    return with_marks(words, typed(step.what), step.hearing)


def _due(words: Labels, step: ViewItem) -> Line:
    if step.done is not None:
        return own(words("steps.done", date=words.date(step.done)))
    return own(words.date(step.due)) if step.due else ()


def recommendation(view: View, words: Labels, profile: Profile) -> Section | None:
    """Write what the author recommends, where the authority's reports say that."""
    if view.recommendation is None:
        return None
    return Section("recommendation", own(words("recommendation.title")), (Items((item(words, view.recommendation),)),))


def own_plan(view: View, words: Labels, profile: Profile) -> tuple[Section, ...]:
    """Write the safety plan to be kept: each rule that is the reader's to know, with who, when, who looks, what if."""
    plan = view.plan
    sections = []
    if plan.rules:
        groups = tuple(_rule(words, rule) for rule in plan.rules)
        sections.append(Section("rules", own(words("plan.rules")), groups))
    for anchor, label, entries in (
        ("bottom-lines", "plan.bottom_lines", plan.bottom_lines),
        ("trajectory", "plan.trajectory", plan.trajectory),
    ):
        if entries:
            sections.append(Section(anchor, own(words(label)), items(words, entries, full=False)))
    if plan.children_know:
        known = Items(tuple(Item(text) for text in plan.children_know))
        sections.append(
            Section("children-know", own(words("plan.children_know")), (*notes(words, plan.hearing), known))
        )
    return tuple(sections)


def _rule(words: Labels, rule: ViewItem) -> Group:
    entry = item(words, rule, full=False)
    careful = tuple(Note(mark, tone="careful") for mark in entry.marks)
    return Group((), (*careful, Paragraphs(rule.what, tone="statement"), Facts(entry.facts)), tone="goal")

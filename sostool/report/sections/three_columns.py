"""The map: three columns in the authority's order and words."""

from __future__ import annotations

from collections.abc import Callable

from sostool.profile import Profile
from sostool.report.blocks import Block, Columns, Group, Item, Items, Paragraphs, Section, own
from sostool.report.sections.writing import items, marks
from sostool.report.words.labels import Labels
from sostool.share.view import View


def report_map(view: View, words: Labels, profile: Profile) -> Section:
    """Write the map as it stands in a report: with how we know, and without what has a section of its own."""
    return _map(view, words, profile, full=True)


def wall_map(view: View, words: Labels, profile: Profile) -> Section:
    """Write the map for the wall: short, with what we do not know yet."""
    return _map(view, words, profile, full=False)


def _map(view: View, words: Labels, profile: Profile, *, full: bool) -> Section:
    columns = tuple(
        Group(
            own(words(f"map.{name}")),
            _COLUMNS[name](view, words, full) or (_nothing(words),),
            anchor=name.replace("_", "-"),
        )
        for name in profile.columns
    )
    return Section("map", own(words("map.title")), (Columns(columns),))


def _nothing(words: Labels) -> Block:
    return Paragraphs(words("map.empty"), typed=False, tone="quiet")


def _under(words: Labels, label: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return (Group(own(words(label)), blocks),) if blocks else ()


def _worried(view: View, words: Labels, full: bool) -> tuple[Block, ...]:
    statements = Items(
        tuple(Item(danger.statement, marks=marks(words, danger.hearing)) for danger in view.dangers if danger.statement)
    )
    return (
        *_under(words, "map.past_harm", items(words, view.map.past_harm, full=full)),
        *_under(words, "danger.titles", (statements,) if statements.items else ()),
        *_under(words, "map.complicating", items(words, view.map.complicating, full=full)),
        *(() if full else _under(words, "map.grey_areas", items(words, view.map.grey_areas, full=False))),
    )


def _working_well(view: View, words: Labels, full: bool) -> tuple[Block, ...]:
    return (
        *_under(words, "map.strengths", items(words, view.map.strengths, full=full)),
        *_under(words, "map.existing_safety", items(words, view.map.existing_safety, full=full)),
    )


def _needs_to_happen(view: View, words: Labels, full: bool) -> tuple[Block, ...]:
    goals = Items(
        tuple(
            Item(danger.goal.statement, marks=marks(words, danger.goal.hearing))
            for danger in view.dangers
            if danger.goal and danger.goal.statement
        )
    )
    return (
        *_under(words, "goal.titles", (goals,) if goals.items else ()),
        *_under(words, "map.next_steps", items(words, view.map.next_steps, full=False)),
    )


_COLUMNS: dict[str, Callable[[View, Labels, bool], tuple[Block, ...]]] = {
    "worried": _worried,
    "working_well": _working_well,
    "needs_to_happen": _needs_to_happen,
}

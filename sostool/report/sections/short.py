"""The short documents: one page for one family member, and the sheets of the flip chart."""

from __future__ import annotations

from sostool.profile import Profile
from sostool.report.blocks import Block, Item, Items, Note, Paragraphs, Section, Space, own
from sostool.report.sections.dangers import wall_scale
from sostool.report.sections.writing import FactList, marks, numbered
from sostool.report.words.labels import Labels
from sostool.share.view import View
from sostool.share.view_item import ViewItem

_LINES_TO_WRITE = 4


def worries(view: View, words: Labels, profile: Profile) -> Section | None:
    """Say in short what people are worried about: the danger statements; without one, what has happened."""
    statements = [danger.statement for danger in view.dangers if danger.statement]
    said = statements or [entry.what for entry in view.map.past_harm if not entry.none]
    return _list("worried", words("map.worried"), said)


def going_well(view: View, words: Labels, profile: Profile) -> Section | None:
    """Say in short what is going well."""
    entries = (*view.map.strengths, *view.map.existing_safety)
    return _list("working-well", words("map.working_well"), [entry.what for entry in entries if not entry.none])


def needed(view: View, words: Labels, profile: Profile) -> Section | None:
    """Say in short what people want to see."""
    goals = [danger.goal.statement for danger in view.dangers if danger.goal is not None and danger.goal.statement]
    return _list("needs-to-happen", words("map.needs_to_happen"), goals)


def who_does_what(view: View, words: Labels, profile: Profile) -> Section | None:
    """Say in short who does what by when, of what is still to be done."""
    steps = [step for step in view.map.next_steps if not step.none and step.done is None]
    entries = tuple(_step(words, step) for step in steps)
    return Section("steps", own(words("steps.title")), (Items(entries),)) if entries else None


def _step(words: Labels, step: ViewItem) -> Item:
    facts = FactList(words)
    facts.names("item.who", step.who)
    facts.date("item.due", step.due)
    return Item(step.what, tuple(facts.facts), marks(words, step.hearing))


def _list(anchor: str, heading: str, texts: list[str]) -> Section | None:
    return Section(anchor, own(heading), (Items(tuple(Item(text) for text in texts)),)) if texts else None


def sheets(view: View, words: Labels, profile: Profile) -> tuple[Section, ...]:
    """Write the sheets of a flip chart: one for each column, for each danger statement, its goal, its scale; steps."""
    columns = [_sheet(name, words(f"map.{name}"), _SHORT[name](view), words) for name in profile.columns]
    return (*columns, *_danger_sheets(view, words), _steps_sheet(view, words))


def _sheet(anchor: str, heading: str, entries: tuple[ViewItem, ...], words: Labels) -> Section:
    written = tuple(Item(entry.what, marks=marks(words, entry.hearing)) for entry in entries if not entry.none)
    return Section(
        anchor.replace("_", "-"),
        own(heading),
        (*((Items(written),) if written else ()), Space(_LINES_TO_WRITE)),
    )


def _danger_sheets(view: View, words: Labels) -> tuple[Section, ...]:
    several = len(view.dangers) > 1
    written: list[Section] = []
    for number, danger in enumerate(view.dangers, 1):
        shown = number if several else 0
        notes = tuple(Note(mark, tone="careful") for mark in marks(words, danger.hearing))
        statement: tuple[Block, ...] = (Paragraphs(danger.statement, tone="statement"),) if danger.statement else ()
        written.append(
            Section(
                f"worry-{number}",
                numbered(words, "danger.title", shown),
                (*notes, *statement, Space(_LINES_TO_WRITE)),
            )
        )
        wanted: tuple[Block, ...] = ()
        if danger.goal is not None and danger.goal.statement:
            careful = (Note(mark, tone="careful") for mark in marks(words, danger.goal.hearing))
            wanted = (*careful, Paragraphs(danger.goal.statement, tone="statement"))
        written.append(
            Section(f"goal-{number}", numbered(words, "goal.title", shown), (*wanted, Space(_LINES_TO_WRITE)))
        )
        if danger.scale is not None:
            scale = wall_scale(words, danger.scale)
            written.append(Section(f"scale-{number}", numbered(words, "scale.title", shown), scale))
    return tuple(written)


def _steps_sheet(view: View, words: Labels) -> Section:
    steps = [step for step in view.map.next_steps if not step.none and step.done is None]
    entries = tuple(_step(words, step) for step in steps)
    blocks: tuple[Block, ...] = (Items(entries),) if entries else ()
    return Section("steps", own(words("steps.title")), (*blocks, Space(_LINES_TO_WRITE)))


def _worried(view: View) -> tuple[ViewItem, ...]:
    return (*view.map.past_harm, *view.map.complicating, *view.map.grey_areas)


def _working_well(view: View) -> tuple[ViewItem, ...]:
    return (*view.map.strengths, *view.map.existing_safety)


def _needs_to_happen(view: View) -> tuple[ViewItem, ...]:
    """Nothing: this sheet is filled in the meeting, and what is planned already has a sheet of its own."""
    return ()


_SHORT = {"worried": _worried, "working_well": _working_well, "needs_to_happen": _needs_to_happen}

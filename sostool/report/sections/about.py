"""What the document is about: the meeting, why we meet, and what the words mean."""

from __future__ import annotations

from sostool.profile import Profile
from sostool.report.blocks import Block, Fact, Facts, Line, Paragraphs, Run, Section, own, typed
from sostool.report.sections.writing import FactList, notes, with_marks
from sostool.report.words.labels import Labels
from sostool.share.view import View, ViewPart


def cover(view: View, words: Labels, profile: Profile) -> Section:
    """Say what meeting this is for, when and where, who writes and who runs it, and who comes to which part."""
    facts = FactList(words)
    facts.line("cover.meeting", own(words(f"meeting.{view.meeting_kind}")))
    facts.date("cover.date", view.meeting_date)
    facts.typed("cover.time", view.time)
    facts.typed("cover.place", view.place)
    facts.names("cover.children", [person.name for person in view.people if person.role == "child"])
    facts.typed("cover.author", view.author)
    facts.typed("cover.chair", view.chair)
    facts.typed("cover.reference", view.reference)
    facts.line("cover.themes", words.names(view.priorities))
    for part in view.parts:
        facts.line("cover.part", with_marks(words, part_line(words, part), part.hearing))
        facts.typed("cover.why_apart", part.why)
    return Section("about", own(words("cover.title")), facts.block())


def part_line(words: Labels, part: ViewPart) -> Line:
    """Say who comes to which part of the meeting, with whom, when and where."""
    line = words.line(f"cover.part.{part.part}", name=typed(part.who))
    if part.with_:
        line = (*line, Run(words.comma), *words.line("cover.part.with", names=words.names(part.with_)))
    for more in (part.time, part.place):
        if more:
            line = (*line, Run(words.comma), *typed(more))
    return line


def why_we_meet(view: View, words: Labels, profile: Profile) -> Section | None:
    """Say why we meet, as it was typed."""
    if not view.why:
        return None
    blocks: tuple[Block, ...] = (*notes(words, view.hearing), Paragraphs(view.why, tone="lead"))
    return Section("why", own(words("why.title")), blocks)


def glossary(view: View, words: Labels, profile: Profile) -> Section:
    """Say what the words mean, of those that stand in this copy."""
    entries: list[tuple[str, str]] = []
    if view.dangers:
        entries += [("danger.title", "glossary.danger"), ("goal.title", "glossary.goal")]
    if view.overall or any(danger.scale for danger in view.dangers):
        entries.append(("scale.title", "glossary.scale"))
    if view.map.existing_safety:
        entries.append(("map.existing_safety", "glossary.existing_safety"))
    if any(person.role == "network" for person in view.people):
        entries.append(("glossary.network_title", "glossary.network"))
    if view.plan.bottom_lines:
        entries.append(("glossary.bottom_line_title", "glossary.bottom_line"))
    facts = tuple(Fact(words(title), own(words(meaning))) for title, meaning in entries)
    blocks: tuple[Block, ...] = (Facts(facts, tone="quiet"),) if facts else ()
    return Section("words", own(words("glossary.title")), blocks)

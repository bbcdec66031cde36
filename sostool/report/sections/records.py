"""What happened before, what others have sent, and who has been shown what."""

from __future__ import annotations

from sostool.profile import Profile
from sostool.report.blocks import Block, Group, Item, Items, Line, Paragraphs, Section, own, typed
from sostool.report.sections.writing import FactList, items, marks, notes, table_of, with_marks
from sostool.report.words.labels import Labels
from sostool.share.view import View, ViewInvolvement, ViewReport, ViewShared


def before(view: View, words: Labels, profile: Profile) -> Section | None:
    """Write what happened before: in order, who has worked with the family, core groups, consent."""
    blocks: list[Block] = []
    if view.chronology:
        blocks.append(Group(own(words("before.chronology")), items(words, view.chronology)))
    if view.involvement:
        entries = tuple(_involvement(words, entry) for entry in view.involvement)
        blocks.append(Group(own(words("before.involvement")), entries))
    if view.core_groups:
        blocks.append(Group(own(words("before.core_groups")), (_core_groups(view, words),)))
    if view.consent is not None:
        blocks.append(Group(own(words("before.consent")), _consent(view, words)))
    return Section("before", own(words("before.title")), tuple(blocks)) if blocks else None


def _involvement(words: Labels, entry: ViewInvolvement) -> Group:
    facts = FactList(words)
    facts.line("before.since", own(words.when(entry.since)) if entry.since else ())
    facts.line("before.until", own(words.when(entry.until)) if entry.until else ())
    facts.typed("before.offered", entry.offered)
    facts.typed("before.did_it_help", entry.did_it_help)
    facts.names("item.said_by", entry.said_by)
    return Group(typed(entry.who), (*notes(words, entry.hearing), *facts.block()))


def _core_groups(view: View, words: Labels) -> Items:
    entries = []
    for group in view.core_groups:
        facts = FactList(words)
        facts.names("before.attended", group.attended)
        date = words.date(group.date) if group.date else ""
        careful = marks(words, group.hearing)
        if group.what:
            facts.line("item.date", own(date))
            entries.append(Item(group.what, tuple(facts.facts), careful))
        else:
            entries.append(Item(date, tuple(facts.facts), careful, typed=False))
    return Items(tuple(entries))


def _consent(view: View, words: Labels) -> tuple[Block, ...]:
    consent = view.consent
    if consent is None:
        return ()
    facts = FactList(words)
    facts.names("item.who", consent.who)
    facts.date("item.date", consent.date)
    facts.typed("before.consent.to", consent.what)
    said: tuple[Block, ...] = ()
    if consent.given is not None:
        said = (Paragraphs(words("before.consent.given" if consent.given else "before.consent.refused"), typed=False),)
    return (*notes(words, consent.hearing), *said, *facts.block())


def agency_reports(view: View, words: Labels, profile: Profile) -> Section | None:
    """List the reports that others have sent."""
    if not view.agency_reports:
        return None
    columns = (words("agency.sender"), words("agency.received"), words("agency.shared"))
    rows = tuple(
        (
            _sender(words, report),
            own(words.date(report.received)) if report.received else (),
            own(words.date(report.shared)) if report.shared else (),
        )
        for report in view.agency_reports
    )
    return Section("others", own(words("agency.title")), (table_of(own(words("agency.caption")), columns, rows),))


def _sender(words: Labels, report: ViewReport) -> Line:
    return with_marks(words, typed(report.sender) or own(words("agency.unnamed")), report.hearing)


def shared(view: View, words: Labels, profile: Profile) -> Section | None:
    """List who has been shown what; a family member sees their own line."""
    if not view.shared:
        return None
    columns = (words("shared.document"), words("shared.with"), words("shared.date"), words("shared.how"))
    rows = tuple(
        (
            own(words(f"shared.document.{line.document}")) if line.document else (),
            typed(line.with_),
            own(words.date(line.date)) if line.date else (),
            _how(words, line),
        )
        for line in view.shared
    )
    return Section("shared", own(words("shared.title")), (table_of(own(words("shared.caption")), columns, rows),))


def _how(words: Labels, line: ViewShared) -> Line:
    how = typed(line.how)
    if line.not_shared:
        how = (*own(words("shared.not_shared") + ": "), *typed(line.not_shared))
    return with_marks(words, how, line.hearing)


def held_by_chair(view: View, words: Labels, profile: Profile) -> Section | None:
    """Say, in the chair's copy alone, that the chair holds something, since when and from whom."""
    if not view.held_by_chair:
        return None
    entries = []
    for held in view.held_by_chair:
        facts = FactList(words)
        facts.typed("held.from", held.from_)
        facts.date("held.since", held.date)
        entries.append(Item(held.note or words("held.something"), tuple(facts.facts), typed=bool(held.note)))
    return Section("held", own(words("held.title")), (Items(tuple(entries)),))

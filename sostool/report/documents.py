"""The kinds of document: which sections each is made of, and which readers it is for."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from sostool.profile import Profile
from sostool.report.blocks import Document, Line, Paragraphs, Run, Section, own, typed
from sostool.report.labels import Labels
from sostool.report.sections import about, dangers, family, plan, records, three_columns
from sostool.report.share.readers import Column, Reader
from sostool.report.share.view import View

WriteSection: TypeAlias = Callable[[View, Labels, Profile], Section | None]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document: its sections in order, its page, and the columns of readers it is for."""

    name: str
    sections: tuple[WriteSection, ...]
    page: Literal["a4-portrait", "a3-landscape"]
    readers: frozenset[Column]


KINDS = {
    kind.name: kind
    for kind in (
        Kind(
            "report",
            (
                about.cover,
                about.why_we_meet,
                three_columns.report_map,
                dangers.dangers,
                dangers.overall,
                family.voices,
                plan.next_steps,
                plan.safety_plan,
                plan.unknown,
                records.before,
                family.people,
                records.agency_reports,
                plan.recommendation,
                records.shared,
                records.held_by_chair,
                about.glossary,
            ),
            "a4-portrait",
            frozenset(Column) - {Column.CHILD},
        ),
        Kind(
            "map",
            (three_columns.wall_map, dangers.scales, dangers.overall_scale),
            "a3-landscape",
            frozenset((Column.ROOM, Column.PRACTITIONERS, Column.CHAIR)),
        ),
    )
}


def make_document(kind: Kind, view: View, words: Labels, profile: Profile, *, unfinished: bool = False) -> Document:
    """Make a document from a View.

    Args:
        kind: which document.
        view: what its reader may have.
        words: our own words in the language of the document.
        profile: the authority's order and colour.
        unfinished: whether it is made although checks found errors.
    """
    sections = tuple(
        section for write in kind.sections if (section := write(view, words, profile)) is not None and section.blocks
    )
    if view.reader_kind == Column.NOTHING.name.lower():
        sections = (Section("nothing", own(words("cover.title")), (Paragraphs(words("reader.nothing"), typed=False),)),)
    document = Document(
        kind=kind.name,
        title=_title(kind, view, words),
        subtitle=(Run(words(f"meeting.{view.meeting_kind}")), Run(words.comma), Run(words.date(view.meeting_date))),
        date=view.meeting_date,
        reference=view.reference,
        reader_code=view.reader_code,
        reader_line=_reader_line(view, words),
        fingerprint="",
        stamps=_stamps(view, words, unfinished=unfinished),
        language=words.language,
        direction=words.direction,
        text_language=view.text_language,
        accent=profile.accent,
        page=kind.page,
        sections=sections,
        footer=(own(words("page.made_with")),),
        words={name.removeprefix("page."): text for name, text in words.words.items() if name.startswith("page.")},
    )
    return replace(
        document, fingerprint=hashlib.sha256(repr(document).encode("utf-8", "surrogatepass")).hexdigest()[:8]
    )


def refusal(kind: Kind, reader: Reader) -> str:
    """Say why a document is not made for a reader; "" if it is."""
    if reader.column in kind.readers:
        return ""
    if reader.column is Column.CHILD:
        return (
            "A report is made for a young person only if they are old enough by the profile and the file says so: "
            "young_person_copy: {agreed_by, date}"
        )
    return f"The document {kind.name} is made for room, practitioners and chair, not for one person."


def _title(kind: Kind, view: View, words: Labels) -> Line:
    children = [person.name for person in view.people if person.role == "child"]
    title = own(words(f"document.{kind.name}"))
    return (*title, Run(": "), *words.names(children)) if children else title


def _reader_line(view: View, words: Labels) -> Line:
    if view.reader_name:
        return words.line("reader.person", name=typed(view.reader_name))
    return own(words(f"reader.{view.reader_kind}"))


def _stamps(view: View, words: Labels, *, unfinished: bool) -> tuple[str, ...]:
    stamps = [words("page.unfinished") if unfinished else words("page.draft")]
    if view.reader_kind == "chair":
        stamps.append(words("page.chairs_copy"))
    elif view.reader_kind == "practitioners":
        stamps.append(words("page.practitioners_copy"))
    return tuple(stamps)

"""A View and a kind of document become a document; or the reason why not."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from enum import StrEnum

from sostool.case.model import Case
from sostool.case.people import THERE_FOR_SOMEBODY
from sostool.profile import Profile
from sostool.report.blocks import Document, Line, Paragraphs, Run, Section, own, typed
from sostool.report.making.kinds import Kind
from sostool.report.templating.authority import Authority
from sostool.report.words.labels import Labels
from sostool.share.readers import Column, Reader, as_child, blank_reader, reader_codes
from sostool.share.view import View, ViewPlan


class State(StrEnum):
    """How far a document has come: made although checks found errors; not yet let go by a second person; let go."""

    UNFINISHED = "unfinished"
    DRAFT = "draft"
    FINAL = "final"


_OF_THE_FAMILY = frozenset(column.name.lower() for column in (Column.FAMILY, Column.NETWORK, Column.CHILD))
_NEEDS = {
    "outcome": "There is no outcome for this reader yet: it is added to the case file after the meeting.",
    "decisions": "No decision for this reader's children is in the outcome yet.",
    "plans": "No outline plan for this reader is in the outcome yet.",
    "plan": "Nothing of the safety plan is for this reader.",
}


def make_document(
    kind: Kind, view: View, words: Labels, profile: Profile, authority: Authority, *, state: State = State.DRAFT
) -> Document:
    """Make a document from a View.

    Args:
        kind: which document.
        view: what its reader may have.
        words: our own words in the language of the document.
        profile: the authority's order, words and limits.
        authority: its name and colour.
        state: what its stamps say of it.
    """
    sections = _sections(kind, view, words, profile)
    return framed(kind, view, words, authority, sections, state=state)


def framed(
    kind: Kind,
    view: View,
    words: Labels,
    authority: Authority,
    sections: tuple[Section, ...],
    *,
    state: State = State.DRAFT,
) -> Document:
    """Put sections into the frame that every document has: title, reader, stamps, fingerprint."""
    document = Document(
        kind=kind.name,
        title=_title(kind, view, words),
        subtitle=(Run(words(f"meeting.{view.meeting_kind}")), Run(words.comma), Run(words.date(view.meeting_date))),
        date=view.meeting_date,
        reference=view.reference,
        reader_code=view.reader_code,
        reader_line=_reader_line(view, words),
        fingerprint="",
        stamps=_stamps(kind, view, words, state),
        language=words.language,
        direction=words.direction,
        text_language=kind.quotes_in or view.text_language,
        accent=authority.accent,
        page=kind.page,
        sections=sections,
        footer=footer(words),
        authority=authority.name,
        one_page=kind.one_page,
        words=page_words(words),
    )
    return replace(document, fingerprint=content_of(document)[:8])


def content_of(document: Document) -> str:
    """Give a hash of what a reader gets: of all that a document holds but its stamps and the fingerprint itself.

    A draft and the final copy made of it have the same; any other change of what the reader gets changes it.
    """
    bare = replace(document, stamps=(), fingerprint="")
    return hashlib.sha256(repr(bare).encode("utf-8", "surrogatepass")).hexdigest()


def _sections(kind: Kind, view: View, words: Labels, profile: Profile) -> tuple[Section, ...]:
    if view.reader_kind == Column.NOTHING.name.lower():
        nothing = Paragraphs(words("reader.nothing"), typed=False)
        return (Section("nothing", own(words("cover.title")), (nothing,)),)
    sections: list[Section] = []
    for write in kind.sections:
        written = write(view, words, profile)
        sections += written if isinstance(written, tuple) else [written] if written is not None else []
    given = tuple(section for section in sections if section.blocks)
    return given or (Section("nothing", own(words("cover.title")), (Paragraphs(words("map.empty"), typed=False),)),)


def reader_of(kind: Kind, case: Case, reader: Reader | None) -> Reader | None:
    """Give the reader as a kind of document sees them: a young person as a child, the room as nobody in particular.

    A copy of the report as a parent has it does not make a young person a parent: what is written to a child stays so.
    """
    if kind.blank and (reader is None or reader.name == "room"):
        return blank_reader()
    if reader is not None and (kind.blank or kind.readers == {Column.CHILD}):
        return as_child(case, reader)
    return reader


def refusal(kind: Kind, reader: Reader) -> str:
    """Say why a document is not made for a reader; "" if it is."""
    if reader.column in kind.readers or (kind.blank and reader.column is Column.BLANK):
        return ""
    if reader.column is Column.CHILD and Column.FAMILY in kind.readers:
        return (
            f"The document {kind.name} is made for a young person only if they are old enough by the profile and the "
            "file says so: young_person_copy: {agreed_by, date}"
        )
    return f"The document {kind.name} is made for {_listed(kind)}."


def refusal_of_view(kind: Kind, case: Case, view: View) -> str:
    """Say why there is nothing to make of a View, or nothing that is safe to give; "" if there is."""
    if kind.readers == {Column.CHILD}:
        return _child_refusal(case, view)
    if kind.name == "plan" and not _is_for_a_parent(case, view):
        return "The outline plan is made for practitioners, the chair, and whoever has the say for the child: a parent."
    if view.reader_kind == Column.NOTHING.name.lower() or not kind.needs:
        return _not_invited(kind, view)
    outcome = view.outcome
    is_there = {
        "outcome": outcome is not None,
        "decisions": outcome is not None and bool(outcome.decisions),
        "plans": outcome is not None and bool(outcome.plans),
        "plan": replace(view.plan, kind="") != ViewPlan(),
    }
    if is_there[kind.needs]:
        return ""
    return _NEEDS["outcome" if outcome is None and kind.needs != "plan" else kind.needs]


def _is_for_a_parent(case: Case, view: View) -> bool:
    """Tell whether a copy of the family is for a parent, or somebody who has parental responsibility as well."""
    if view.reader_kind != Column.FAMILY.name.lower():
        return True
    person = next((case.people[id_] for id_, code in reader_codes(case).items() if code == view.reader_code), None)
    if person is not None and person.role in THERE_FOR_SOMEBODY:
        person = case.people.get(person.with_person)
    return person is not None and (person.role == "parent" or bool(person.parental_responsibility))


def _child_refusal(case: Case, view: View) -> str:
    """Nothing is printed for a child of a family in which someone is feared, before its words were agreed.

    A paper with what a child said, found by the person it is about, is dangerous to the child.
    """
    is_feared = any(person.must_not_see is not None for person in case.people.values())
    if is_feared and view.words_for_child is None:
        return (
            "Somebody in this file is feared, so a page for a child is made only once its words are agreed: "
            "words_for_child: {text, agreed_with, date}"
        )
    return ""


def _not_invited(kind: Kind, view: View) -> str:
    # Of the family, everyone's parts are their own, also where they would have come with somebody.
    has_own_parts_only = view.reader_kind in _OF_THE_FAMILY
    parts = {part.part for part in view.parts if has_own_parts_only or part.who == view.reader_name}
    if kind.name == "invitation" and "not-invited" in parts:
        return "This person is not invited: meeting.attendance says so."
    return ""


def _listed(kind: Kind) -> str:
    names = {
        Column.ROOM: "the room",
        Column.FAMILY: "a parent, a carer or a young person",
        Column.NETWORK: "family and friends who help",
        Column.CHILD: "a child",
        Column.PRACTITIONERS: "practitioners",
        Column.CHAIR: "the chair",
    }
    return ", ".join(name for column, name in names.items() if column in kind.readers)


def _title(kind: Kind, view: View, words: Labels) -> Line:
    if kind.readers == {Column.CHILD}:
        return words.line("document.child_of", name=typed(view.reader_name))
    title = own(words(f"document.{kind.name}"))
    children = [person.name for person in view.people if person.role == "child"] if kind.names_children else []
    return (*title, Run(": "), *words.names(children)) if children else title


def _reader_line(view: View, words: Labels) -> Line:
    if view.room_with:
        return words.line("reader.room_of", name=typed(view.room_with))
    if view.reader_name:
        return words.line("reader.person", name=typed(view.reader_name))
    return own(words(f"reader.{view.reader_kind}"))


def _stamps(kind: Kind, view: View, words: Labels, state: State) -> tuple[str, ...]:
    stamps = []
    if state is State.UNFINISHED and view.reader_kind != Column.BLANK.name.lower():
        stamps.append(words("page.unfinished"))
    elif state is not State.FINAL and not kind.blank:
        stamps.append(words("page.draft"))
    if view.reader_kind == "chair":
        stamps.append(words("page.chairs_copy"))
    elif view.reader_kind == "practitioners":
        stamps.append(words("page.practitioners_copy"))
    return tuple(stamps)


def page_words(words: Labels) -> dict[str, str]:
    """Give the words that the shell of a page needs."""
    return {name.removeprefix("page."): text for name, text in words.words.items() if name.startswith("page.")}


def footer(words: Labels) -> tuple[Line, ...]:
    """Say at a page's end what it was made with, and whether a speaker has checked its words."""
    made_with = own(words("page.made_with"))
    return (made_with,) if words.checked else (own(words("page.unchecked")), made_with)

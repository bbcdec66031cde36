"""The pack for a conference: every document for every reader, a folder each, and the chair's list of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from sostool.case.model import Case
from sostool.case.people import name_of
from sostool.report.blocks import Line, Note, Prose, Run, Section, Table, own, typed
from sostool.report.making.documents import reader_of, refusal
from sostool.report.making.kinds import Kind
from sostool.report.making.maker import Leaking, Made, Maker, NotFinal, Refused, Undrawable
from sostool.report.words.labels import Labels
from sostool.share.readers import (
    ASKED_FROM,
    CHAIR,
    ROOM,
    Column,
    Reader,
    age_at_meeting,
)

_BETWEEN = " · "
_INDEX = Kind("index", (), frozenset((Column.CHAIR,)))


class Place(NamedTuple):
    """A document and the folder it goes into: the reader's code, "" for the pack itself."""

    folder: str
    made: Made


class NotMade(NamedTuple):
    """A document that was wanted, and why it was not made."""

    kind: str
    reader: Reader
    refused: Refused


@dataclass
class Pack:
    """What was made and what was not.

    `left_over` are papers of an earlier pack that lie in its folders and were not made anew.
    """

    places: list[Place] = field(default_factory=list)
    not_made: list[NotMade] = field(default_factory=list)
    left_over: tuple[str, ...] = ()

    @property
    def leaking(self) -> list[NotMade]:
        """The documents in which words stand that their readers must not get."""
        return [one for one in self.not_made if isinstance(one.refused, Leaking)]

    @property
    def not_final(self) -> list[NotMade]:
        """The documents that were to be final, and that nobody has let go as they are now."""
        return [one for one in self.not_made if isinstance(one.refused, NotFinal)]

    @property
    def undrawable(self) -> list[NotMade]:
        """The documents that one of the formats cannot show."""
        return [one for one in self.not_made if isinstance(one.refused, Undrawable)]


def make_pack(maker: Maker, kinds: Iterable[Kind], readers: Iterable[Reader], formats: tuple[str, ...]) -> Pack:
    """Make each kind of document for each reader that it is for.

    Raises:
        LabelMistakeError: a label file or the profile has a mistake.
        TemplateMistake: a template or a wording has one.
        NotInstalledError: what draws a format is not installed.
    """
    pack = Pack()
    wanted = list(kinds)
    for reader in readers:
        for kind in wanted:
            if not is_for(maker.case, kind, reader):
                continue
            try:
                pack.places += (Place(reader.code, made) for made in maker.make(kind, reader, formats))
            except Refused as refused:
                pack.not_made.append(NotMade(kind.name, reader, refused))
    return pack


def is_for(case: Case, kind: Kind, reader: Reader) -> bool:
    """Tell whether a reader's pack has a kind of document in it, if the file holds what it needs."""
    found = reader_of(kind, case, reader)
    return found is not None and not refusal(kind, found) and _is_old_enough(case, kind, found)


def _is_old_enough(case: Case, kind: Kind, reader: Reader) -> bool:
    """Tell whether a child is of an age to be asked; a page of their own is made at any age once they are born.

    Where nobody has written down how old a child is, they are asked: to be left out by a gap in a file is worse.
    """
    person = case.people.get(reader.person)
    if reader.column is not Column.CHILD or person is None:
        return True
    if person.born is None:
        return person.due is None
    return not kind.blank or age_at_meeting(case, reader.person) >= ASKED_FROM


def make_index(
    maker: Maker, pack: Pack, readers: Iterable[Reader], held: Callable[[Reader], int], formats: tuple[str, ...]
) -> list[Made]:
    """Write the chair's list: for each reader the documents with their places, and those that were not made.

    Args:
        maker: of the case.
        pack: what was made and what was not.
        readers: those the pack was made for, in their order.
        held: counts what is held back from a reader.
        formats: of the list.
    """
    listed = list(readers)

    def write(words: Labels) -> tuple[Section, ...]:
        columns = tuple(words(f"index.{name}") for name in ("who", "folder", "papers", "held"))
        rows = tuple(_row(maker.case, words, pack, reader, held(reader)) for reader in listed)
        table = Table(own(words("index.caption")), columns, rows)
        missing = tuple(_missing(maker.case, words, one) for one in pack.not_made)
        sections = [
            Section("how", own(words("index.how")), words.wording("pack")),
            Section("readers", own(words("index.readers")), (table,)),
        ]
        if missing:
            sections.append(Section("not-made", own(words("index.not_made")), (Prose(missing, "bullets"),)))
        if pack.left_over:
            old = Prose(tuple(map(own, pack.left_over)), "bullets")
            note = Note(own(words("index.left_over_why")), tone="careful")
            sections.insert(0, Section("left-over", own(words("index.left_over")), (note, old)))
        return tuple(sections)

    return maker.framed(_INDEX, Reader(CHAIR, CHAIR, Column.CHAIR), write, formats)


def _row(case: Case, words: Labels, pack: Pack, reader: Reader, held: int) -> tuple[Line, ...]:
    papers: list[Run] = []
    for kind, name in _pages(pack, reader).items():
        papers += [Run(_BETWEEN)] if papers else []
        papers.append(Run(words(f"document.{kind}"), link=f"{reader.code}/{name}"))
    return (called(case, words, reader), own(reader.code), tuple(papers), own(str(held)))


def _pages(pack: Pack, reader: Reader) -> dict[str, str]:
    """Give a reader's files by their kinds: the web page where there is one."""
    names: dict[str, str] = {}
    for place in pack.places:
        if place.folder == reader.code and (place.made.kind not in names or place.made.file_name.endswith(".html")):
            names[place.made.kind] = place.made.file_name
    return names


def _missing(case: Case, words: Labels, one: NotMade) -> Line:
    who = called(case, words, one.reader)
    return (*who, Run(words.comma), *own(words(f"document.{one.kind}")), Run(": "), *own(str(one.refused)))


def called(case: Case, words: Labels, reader: Reader) -> Line:
    """Name a reader for the chair: the one page on which names stand beside codes."""
    prefix, _, id_ = reader.name.partition(":")
    if prefix == ROOM and id_:
        return words.line("index.room_of", name=typed(name_of(case, id_)))
    return typed(name_of(case, reader.name)) if reader.name in case.people else own(words(f"index.{reader.name}"))

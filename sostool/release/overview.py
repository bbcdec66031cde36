"""How far each reader's documents have come: made, approved, shared, out of date; and what is still to do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from copy import copy as copy_of
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple, TypeAlias

from sostool.case.model import Case
from sostool.case.model.records import Shared
from sostool.case.read import ReadCase
from sostool.findings.finding import Path as CasePath
from sostool.release.copies import Copy, undrawn_copy
from sostool.release.judging import Judged, Standing, judge, newest
from sostool.release.record import Approval, Record
from sostool.report.formats.not_drawn import NotDrawn, NotInstalledError
from sostool.report.making.documents import State
from sostool.report.making.kinds import KINDS, Kind
from sostool.report.making.maker import EVERY_FORMAT, Maker, Refused, stem
from sostool.report.making.pack import is_for
from sostool.report.making.workshop import Workshop
from sostool.share.readers import Column, Reader

STALE = "stale"
Makers: TypeAlias = dict[State, Maker]
_OF_THE_FAMILY = frozenset((Column.FAMILY, Column.NETWORK, Column.CHILD))


class ToDo(StrEnum):
    """What is still to do about one copy."""

    MAKE_AGAIN = "make-again"
    TAKE_AWAY = "take-away"
    APPROVE = "approve"
    APPROVE_AGAIN = "approve-again"
    MAKE_FINAL = "make-final"
    SHARE = "share"


class Paper(NamedTuple):
    """A file that lies where documents go: `final`, `draft` or `unfinished` as it would be made now, else `stale`."""

    path: Path
    state: str


class Folder(NamedTuple):
    """Where documents are looked for; a pack has a folder for each reader in it."""

    path: Path
    is_pack: bool


@dataclass(frozen=True)
class Row:
    """One reader's document in one language.

    `shared` are the lines of the file's log about it. `refused` tells why it cannot be made now, "" if it can.
    """

    reader: Reader
    kind: Kind
    language: str
    papers: tuple[Paper, ...]
    judged: Judged
    shared: tuple[Shared, ...]
    refused: str = ""

    @property
    def has_begun(self) -> bool:
        """Whether anything was made, approved or logged."""
        return bool(self.papers or self.judged.approval or self.shared)

    @property
    def is_out_of_date(self) -> bool:
        """Whether something lies or stands about that does not hold any more."""
        return self.judged.is_void or not {ToDo.MAKE_AGAIN, ToDo.TAKE_AWAY}.isdisjoint(self.to_do)

    @property
    def to_do(self) -> tuple[ToDo, ...]:
        """What is still to do, in the order in which it is done."""
        return tuple(self._to_do())

    def _to_do(self) -> Iterator[ToDo]:
        states = {paper.state for paper in self.papers}
        is_let_go = self.kind.blank or self.judged.standing is Standing.APPROVED
        if STALE in states or State.UNFINISHED.value in states:
            yield ToDo.TAKE_AWAY if self.refused else ToDo.MAKE_AGAIN
        if State.FINAL.value in states and not is_let_go:
            yield ToDo.TAKE_AWAY
        if self.refused:
            return
        if self.judged.is_void:
            yield ToDo.APPROVE_AGAIN
        elif not is_let_go and self.papers:
            yield ToDo.APPROVE
        if is_let_go and not self.kind.blank and State.FINAL.value not in states:
            yield ToDo.MAKE_FINAL
        elif is_let_go and not self.kind.blank and self._is_still_to_share():
            yield ToDo.SHARE

    def _is_still_to_share(self) -> bool:
        """Tell whether a member of the family has not had it since it was let go, and nobody says why not."""
        since = self.judged.approval.date if self.judged.approval is not None else dt.date.min
        answered = any(line.not_shared or (line.date is not None and line.date >= since) for line in self.shared)
        return self.reader.column in _OF_THE_FAMILY and not answered


class Overview:
    """Looks at one case file: what lies in the folders, what stands in the record, what the log says."""

    def __init__(self, read: ReadCase, workshop: Workshop, record: Record, earlier: ReadCase | None = None) -> None:
        """Take a case.

        Args:
            read: the case as it was read.
            workshop: templates and words, in one language or in each reader's own.
            record: its approvals.
            earlier: the file of the meeting before, where the documents tell what has changed since.

        Raises:
            Refused: the file has errors, or the earlier one has.
        """
        self._read, self._workshop, self._record, self._earlier = read, workshop, record, earlier
        self._makers = self._makers_of(read)
        self._case: Case = self._makers[State.DRAFT].case

    def _makers_of(self, read: ReadCase) -> Makers:
        return {
            State.FINAL: Maker(read, self._workshop, earlier=self._earlier, final=lambda _reader, _document: ""),
            State.DRAFT: Maker(read, self._workshop, earlier=self._earlier),
            State.UNFINISHED: Maker(read, self._workshop, earlier=self._earlier, unfinished=True),
        }

    def rows(self, readers: Iterable[Reader], folders: Iterable[Folder]) -> Iterator[Row]:
        """Give a row for each document that a reader gets, and for what was made or approved and cannot be made now."""
        places = list(folders)
        for reader in readers:
            for kind in KINDS.values():
                if is_for(self._case, kind, reader):
                    row = self._row(kind, reader, places)
                    if not row.refused or row.has_begun:
                        yield row

    def from_before(self, readers: Iterable[Reader], folders: Iterable[Folder]) -> list[Path]:
        """Find papers of this meeting that belong to no copy there is now: a code may be another person's by now."""
        known = {
            reader.code: {self._stem(kind.name, reader) for kind in KINDS.values() if is_for(self._case, kind, reader)}
            for reader in readers
        }
        all_known = frozenset(name for names in known.values() for name in names)
        found = []
        for folder in folders:
            for path in sorted(folder.path.glob("*/*" if folder.is_pack else "*")):
                names = known.get(path.parent.name, ()) if folder.is_pack else all_known
                if self._is_of_this_meeting(path) and path.stem not in names and path.is_file():
                    found.append(path)
        return found

    def _row(self, kind: Kind, reader: Reader, folders: list[Folder]) -> Row:
        lines = (one for one in self._case.shared if one.document == kind.name and one.with_ == reader.name)
        shared = tuple(lines)
        there = self._files(kind, reader, folders)
        language = self._workshop.words_for(self._case, reader).language
        try:
            judged, papers = self._judged(kind, reader, there)
        except Refused as refused:
            approval = newest(self._record, kind.name, reader.name, language)
            papers = tuple(Paper(path, STALE) for path in there)
            return Row(reader, kind, language, papers, Judged(_unmade(approval), approval), shared, str(refused))
        return Row(reader, kind, language, papers, judged, shared)

    def _judged(self, kind: Kind, reader: Reader, there: list[Path]) -> tuple[Judged, tuple[Paper, ...]]:
        """Say how a copy and its files stand: as it is now, or as it was before what has been shared since was logged.

        Copies hold lines of that log. That one was shared is no reason to make it and read it again. Where no final
        copy of before lies there, one would have to be made now, with those lines, and nobody has read that.
        """
        judged, copy = self._judged_by(self._makers, kind, reader)
        approval = judged.approval
        if judged.standing is Standing.CHANGED and approval is not None:
            log = self._case.shared
            since = {line.path for line in log if line.date is not None and line.date >= approval.date}
            if since:
                makers = self._makers_of(self._read._replace(case=_without_lines(self._case, since)))
                before, copy_before = self._judged_by(makers, kind, reader)
                if before.standing is Standing.APPROVED:
                    papers = self._papers(there, copy_before, makers)
                    if any(one.state == State.FINAL.value for one in papers):
                        return before, papers
        return judged, self._papers(there, copy, self._makers)

    def _judged_by(self, makers: Makers, kind: Kind, reader: Reader) -> tuple[Judged, Copy]:
        copy = undrawn_copy(makers[State.DRAFT], self._workshop.templates, kind, reader)
        return judge(self._record, self._case, reader, copy.document, copy.content), copy

    def _files(self, kind: Kind, reader: Reader, folders: list[Folder]) -> list[Path]:
        name = self._stem(kind.name, reader)
        places = (one.path / reader.code if one.is_pack else one.path for one in folders)
        files = (place / f"{name}.{format_}" for place in places for format_ in EVERY_FORMAT)
        return [file for file in dict.fromkeys(files) if file.is_file()]

    def _stem(self, kind: str, reader: Reader) -> str:
        meeting = self._case.meeting
        date = meeting.date if meeting is not None and meeting.date is not None else dt.date.min
        return stem(self._case.reference, kind, reader.code, date)

    def _is_of_this_meeting(self, path: Path) -> bool:
        starts = tuple(f"{self._case.reference}-{name}-" for name in KINDS)
        date = self._case.meeting.date if self._case.meeting is not None else None
        ends = tuple(f"-{date}.{format_}" for format_ in EVERY_FORMAT)
        return path.name.startswith(starts) and path.name.endswith(ends)

    def _papers(self, there: list[Path], copy: Copy, makers: Makers) -> tuple[Paper, ...]:
        return tuple(Paper(path, self._state(path, copy, makers)) for path in there)

    def _state(self, path: Path, copy: Copy, makers: Makers) -> str:
        try:
            data = path.read_bytes()
        except OSError:
            return STALE
        for state, maker in makers.items():
            document = maker.document(copy.kind, copy.reader)
            try:
                drawn = self._workshop.draw(document, path.suffix.removeprefix("."))
            except (NotInstalledError, NotDrawn):
                return STALE
            if drawn == data:
                return state.value
        return STALE


def _unmade(approval: Approval | None) -> Standing:
    """Say how a copy stands that cannot be made any more."""
    if approval is None:
        return Standing.NEVER
    return Standing.WITHDRAWN if approval.withdrawn else Standing.CHANGED


def _without_lines(case: Case, lines: set[CasePath]) -> Case:
    """Give a case without some lines of its log; the case itself stays as it is."""
    other = copy_of(case)
    other.__dict__["shared"] = tuple(line for line in case.shared if line.path not in lines)
    return other

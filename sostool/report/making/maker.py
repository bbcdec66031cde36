"""One case, one reader, one kind of document: bytes in each format, looked through before anyone gets them."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from sostool.case.model import Case
from sostool.case.paths import by_id, by_position
from sostool.case.read import ReadCase
from sostool.findings.finding import Path, Place
from sostool.report.blocks import Document, Section
from sostool.report.formats.read_back import texts_in
from sostool.report.making.documents import framed, make_document, reader_of, refusal, refusal_of_view
from sostool.report.making.kinds import Kind
from sostool.report.making.workshop import Workshop
from sostool.report.words.labels import Labels
from sostool.share.bars import barred_for, every_part
from sostool.share.make_view import make_view
from sostool.share.net import Net
from sostool.share.readers import Column, Reader
from sostool.share.view import View

FORMATS = ("html", "md")
WriteSections: TypeAlias = Callable[[Labels], tuple[Section, ...]]


_CAUGHT = "Words that this reader must not get stand in what they would get, so nothing was written."


class Leak(NamedTuple):
    """A place in the case file where words stand that this reader must not get. The words themselves are never told."""

    place: Place
    path: Path
    shown_path: Path


class Refused(Exception):  # noqa: N818 - the file's content is the reason, nothing has failed
    """A document is not made; the text says why. `leaks` are places in the case file where protected words stand."""

    def __init__(self, message: str, leaks: tuple[Leak, ...] = ()) -> None:
        super().__init__(message)
        self.leaks = leaks


class Made(NamedTuple):
    """A document that may be written: its kind, its file's name and its bytes."""

    kind: str
    file_name: str
    data: bytes


class Maker:
    """Makes the documents of one case file."""

    def __init__(self, read: ReadCase, workshop: Workshop, *, unfinished: bool = False) -> None:
        """Take a case.

        Args:
            read: the case as it was read.
            workshop: templates and words.
            unfinished: whether documents are made although checks found errors; each of their pages says so.

        Raises:
            Refused: the file has errors.
        """
        self.case = _sound(read)
        self._read = read
        self._workshop = workshop
        self._unfinished = unfinished
        self._views: dict[Reader, View] = {}
        self._nets: dict[Reader, Net] = {}

    def document(self, kind: Kind, reader: Reader | None) -> Document:
        """Make one document for one reader; for nobody in particular where no reader is named and the kind allows it.

        Raises:
            Refused: the file's content does not allow it.
            LabelMistakeError: a label file or the profile has a mistake.
            TemplateMistake: a wording has one.
        """
        return self._document(kind, self._reader(kind, reader))

    def make(self, kind: Kind, reader: Reader | None, formats: tuple[str, ...]) -> list[Made]:
        """Make one document in some formats, and look through what was made before anyone gets it.

        Raises:
            Refused: the file's content does not allow it.
            LabelMistakeError: a label file or the profile has a mistake.
            TemplateMistake: a template or a wording has one.
        """
        found = self._reader(kind, reader)
        document = self._document(kind, found)
        return self._drawn(document, found, formats)

    def framed(self, kind: Kind, reader: Reader, write: WriteSections, formats: tuple[str, ...]) -> list[Made]:
        """Make a document about the documents themselves: its sections are written from the words alone."""
        words = self._workshop.words_for(self.case, reader)
        document = framed(
            kind, self._view(reader), words, self._workshop.authority, write(words), unfinished=self._unfinished
        )
        return self._drawn(document, reader, formats)

    def _reader(self, kind: Kind, reader: Reader | None) -> Reader:
        found = reader_of(kind, self.case, reader)
        if found is None:
            raise Refused("Say who it is for.")
        return found

    def _document(self, kind: Kind, reader: Reader) -> Document:
        if reason := refusal(kind, reader):
            raise Refused(reason)
        view = self._view(reader)
        if reason := refusal_of_view(kind, self.case, view):
            raise Refused(reason)
        words = self._workshop.words_for(self.case, reader)
        profile = self._workshop.profile
        return make_document(kind, view, words, profile, self._workshop.authority, unfinished=self._unfinished)

    def _drawn(self, document: Document, reader: Reader, formats: tuple[str, ...]) -> list[Made]:
        made = [
            Made(document.kind, file_name(document, format_), self._workshop.draw(document, format_))
            for format_ in formats
        ]
        net = self._net(reader)
        for one, format_ in zip(made, formats, strict=True):
            if net.caught((one.file_name, *texts_in(format_, one.data))):
                raise Refused(_CAUGHT, tuple(self._leak(path) for path in net.places()))
        return made

    def _net(self, reader: Reader) -> Net:
        if reader not in self._nets:
            self._nets[reader] = Net(self.case, self._workshop.profile, reader)
        return self._nets[reader]

    def _leak(self, path: Path) -> Leak:
        source = self._read.source
        return Leak(source.place(path), by_position(path, source), by_id(path, source))

    def _view(self, reader: Reader) -> View:
        """Make the View of a reader once: all their documents are made of the same."""
        if reader not in self._views:
            self._views[reader] = make_view(self.case, self._workshop.profile, reader)
        return self._views[reader]


def file_name(document: Document, format_: str) -> str:
    """Name a file: reference, document, reader's code, date. It never holds a name or an id."""
    date = document.date.isoformat()
    return f"{document.reference}-{document.kind}-{document.reader_code}-{date}.{format_}"


def withheld_count(case: Case, reader: Reader) -> int:
    """Count what marks hold back from a reader. Only a person at a terminal is told."""
    if reader.column is Column.CHAIR:
        return 0
    return sum(any(barred_for(case, part, id_) for id_ in reader.members) for part in every_part(case))


def _sound(read: ReadCase) -> Case:
    """Give the case if its shape is sound: while anything is wrong, nobody can say what would be held back."""
    if read.case is None or any(finding.severity == "error" for finding in read.findings):
        raise Refused("This file has errors. Put them right first: `sostool validate` shows them.")
    return read.case

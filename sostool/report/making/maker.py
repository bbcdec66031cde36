"""One case, one reader, one kind of document: bytes in each format, looked through before anyone gets them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any, NamedTuple, TypeAlias

from sostool.case.model import Case
from sostool.case.read import ReadCase
from sostool.report.blocks import Document, Section
from sostool.report.making.documents import framed, make_document, reader_of, refusal, refusal_of_view
from sostool.report.making.kinds import Kind
from sostool.report.making.leak import Leak, holds_any, leaks, protected_words
from sostool.report.making.workshop import Workshop
from sostool.report.share.bars import barred_for, every_part
from sostool.report.share.make_view import make_view
from sostool.report.share.readers import Column, Reader
from sostool.report.share.view import View
from sostool.report.words.labels import Labels

FORMATS = ("html", "md")
WriteSections: TypeAlias = Callable[[Labels], tuple[Section, ...]]


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

    def document(self, kind: Kind, reader: Reader | None) -> Document:
        """Make one document for one reader; for nobody in particular where no reader is named and the kind allows it.

        Raises:
            Refused: the file's content does not allow it.
            LabelMistakeError: a label file or the profile has a mistake.
            TemplateMistake: a wording has one.
        """
        found = reader_of(kind, self.case, reader)
        if found is None:
            raise Refused("Say who it is for.")
        if reason := refusal(kind, found):
            raise Refused(reason)
        view = self._view(found)
        if reason := refusal_of_view(kind, self.case, view):
            raise Refused(reason)
        words = self._workshop.words_for(self.case, found)
        profile = self._workshop.profile
        document = make_document(kind, view, words, profile, self._workshop.authority, unfinished=self._unfinished)
        _look_through(document, self.case, self._read, found)
        return document

    def make(self, kind: Kind, reader: Reader | None, formats: tuple[str, ...]) -> list[Made]:
        """Make one document in some formats.

        Raises:
            Refused: the file's content does not allow it.
            LabelMistakeError: a label file or the profile has a mistake.
            TemplateMistake: a template or a wording has one.
        """
        document = self.document(kind, reader)
        return [
            Made(kind.name, file_name(document, format_), self._workshop.draw(document, format_)) for format_ in formats
        ]

    def framed(self, kind: Kind, reader: Reader, write: WriteSections, formats: tuple[str, ...]) -> list[Made]:
        """Make a document about the documents themselves: its sections are written from the words alone."""
        words = self._workshop.words_for(self.case, reader)
        document = framed(
            kind, self._view(reader), words, self._workshop.authority, write(words), unfinished=self._unfinished
        )
        return [
            Made(kind.name, file_name(document, format_), self._workshop.draw(document, format_)) for format_ in formats
        ]

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


def _look_through(document: Document, case: Case, read: ReadCase, reader: Reader) -> None:
    words = protected_words(case, reader)
    if not words:
        return
    texts = [*texts_of(document), file_name(document, "html")]
    if not any(holds_any(text, words) for text in texts) and not holds_any(" ".join(texts), words):
        return
    shown = "\n".join(texts)
    found = leaks(read.source, words)
    here = [leak for leak in found if " ".join(_value(read, leak).split())[:60] in " ".join(shown.split())]
    raise Refused(
        "Words that are protected from this reader stand in what they would get, so nothing was written.",
        tuple(here or found),
    )


def _value(read: ReadCase, leak: Leak) -> str:
    return read.source.line(leak.place.line)[leak.place.column - 1 :].strip("'\"|>- ")


def texts_of(part: Any) -> Iterator[str]:
    """Give every text anywhere in a document."""
    if isinstance(part, str):
        yield part
    elif is_dataclass(part):
        for field in fields(part):
            yield from texts_of(getattr(part, field.name))
    elif isinstance(part, dict):
        for value in part.values():
            yield from texts_of(value)
    elif isinstance(part, tuple):
        for value in part:
            yield from texts_of(value)

"""One case, one reader, one kind of document: bytes in each format, looked through before anyone gets them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeAlias

from sostool.case.model import Case
from sostool.case.paths import by_id, by_position
from sostool.case.read import ReadCase
from sostool.findings.finding import Path, Place
from sostool.identity.folded_text import FoldedText
from sostool.report.blocks import Document, Section
from sostool.report.formats.not_drawn import NotDrawn
from sostool.report.formats.read_back import texts_in
from sostool.report.making.documents import State, framed, make_document, reader_of, refusal, refusal_of_view
from sostool.report.making.kinds import Kind
from sostool.report.making.workshop import Workshop
from sostool.report.sections.changes import ANCHOR as CHANGES_ANCHOR
from sostool.report.words.labels import Labels
from sostool.share.bars import barred_for, every_part
from sostool.share.make_view import make_view
from sostool.share.net import Net
from sostool.share.readers import Column, Reader
from sostool.share.view import View
from sostool.share.view_texts import texts_of

# What is made where nobody asks for anything else, and what can be asked for.
FORMATS = ("html", "md")
EVERY_FORMAT = (*FORMATS, "docx", "pdf")
WriteSections: TypeAlias = Callable[[Labels], tuple[Section, ...]]
# Says why a reader's document may not be final; "" if it may.
WhyNotFinal: TypeAlias = Callable[[Reader, Document], str]

_CAUGHT = "Words that this reader must not get stand in what they would get, so nothing was written."
_NO_PLACE = (
    " They stand in no single text of the case file: look at the templates, labels and wordings, and at names, numbers "
    "and texts that stand side by side."
)
_OF_THE_EARLIER_FILE = " It may be that they come from the file of an earlier meeting."


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


class Leaking(Refused):
    """Words that the reader must not get stand in what was made; without `leaks` where no one text holds them."""


class Undrawable(Refused):
    """A format that was asked for cannot show what the document holds; `detail` may quote what."""

    def __init__(self, message: str, detail: str) -> None:
        super().__init__(message)
        self.detail = detail


class NotFinal(Refused):
    """A final copy is not made, because nobody has let this copy go as it is now."""


class Made(NamedTuple):
    """A document that may be written: its kind, its file's name and its bytes."""

    kind: str
    file_name: str
    data: bytes


class Maker:
    """Makes the documents of one case file."""

    def __init__(
        self,
        read: ReadCase,
        workshop: Workshop,
        *,
        earlier: ReadCase | None = None,
        between: Sequence[ReadCase] = (),
        unfinished: bool = False,
        final: WhyNotFinal | None = None,
    ) -> None:
        """Take a case.

        Args:
            read: the case as it was read.
            workshop: templates and words.
            earlier: the file of the meeting before, so that a review tells what has changed since; None: it does not.
            between: where the earlier file is that of a meeting further back, the files between, the newest first.
            unfinished: whether documents are made although checks found errors; each of their pages says so.
            final: makes final documents, and is asked about each that is no blank sheet; without it they are drafts.

        Raises:
            Refused: the file has errors, or one of the earlier ones has.
        """
        self.case = _sound(read)
        self._earlier = _sound(earlier) if earlier is not None else None
        self._between = tuple(_sound(one) for one in between)
        self._read = read
        self._workshop = workshop
        self._state = State.UNFINISHED if unfinished else State.DRAFT if final is None else State.FINAL
        self._final = final
        self._views: dict[Reader, View] = {}
        self._nets: dict[Reader, Net] = {}
        self._nets_before: dict[Reader, tuple[Net, ...]] = {}

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
            Leaking: what was made holds words that this reader must not get.
            NotFinal: final documents are made, and this one may not be.
            Undrawable: a format cannot show what the document holds.
            NotInstalledError: what draws a format is not installed.
            Refused: the file's content does not allow it.
            LabelMistakeError: a label file or the profile has a mistake.
            TemplateMistake: a template or a wording has one.
        """
        found = self._reader(kind, reader)
        document = self._document(kind, found)
        if self._final is not None and not kind.blank and (reason := self._final(found, document)):
            raise NotFinal(reason)
        return self._drawn(document, found, formats)

    def framed(self, kind: Kind, reader: Reader, write: WriteSections, formats: tuple[str, ...]) -> list[Made]:
        """Make a document about the documents themselves: its sections are written from the words alone."""
        words = self._workshop.words_for(self.case, reader)
        view, authority = self._view(reader), self._workshop.authority
        document = framed(kind, view, words, authority, write(words), state=self._state)
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
        return make_document(kind, view, words, profile, self._workshop.authority, state=self._state)

    def _drawn(self, document: Document, reader: Reader, formats: tuple[str, ...]) -> list[Made]:
        try:
            made = [
                Made(document.kind, file_name(document, format_), self._workshop.draw(document, format_))
                for format_ in formats
            ]
        except NotDrawn as reason:
            raise Undrawable(str(reason), reason.detail) from None
        nets = [net for net in self._nets_for(reader, document) if not net.is_empty]
        if not nets:
            return made
        for one, format_ in zip(made, formats, strict=True):
            texts = (FoldedText.of(one.file_name), *texts_in(format_, one.data))
            if any(net.caught(texts) for net in nets):
                leaks = tuple(self._leak(path) for path in self._net(reader).places())
                earlier = _OF_THE_EARLIER_FILE if _tells_of_before(document) else ""
                raise Leaking(_CAUGHT if leaks else _CAUGHT + _NO_PLACE + earlier, leaks)
        return made

    def _nets_for(self, reader: Reader, document: Document) -> Iterator[Net]:
        """Give the net of the case; and those of the earlier files, where the document tells what has changed since."""
        yield self._net(reader)
        if self._earlier is None or not _tells_of_before(document):
            return
        if reader not in self._nets_before:
            from sostool.share.making_earlier import reader_before  # noqa: PLC0415 - only for a file that follows another

            given = tuple(texts_of(replace(self._view(reader), changes=None)))
            profile = self._workshop.profile
            found = (
                (case, reader_before(case, profile, reader, self.case)) for case in (self._earlier, *self._between)
            )
            self._nets_before[reader] = tuple(
                Net(case, profile, before, given) for case, before in found if before is not None
            )
        yield from self._nets_before[reader]

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
            self._views[reader] = self._made_view(reader)
        return self._views[reader]

    def _made_view(self, reader: Reader) -> View:
        if self._earlier is None:
            return make_view(self.case, self._workshop.profile, reader)
        from sostool.share.make_changes import make_view_since  # noqa: PLC0415 - only for a file that follows another

        return make_view_since(self.case, self._workshop.profile, reader, self._earlier, self._between)


def _tells_of_before(document: Document) -> bool:
    return any(section.anchor == CHANGES_ANCHOR for section in document.sections)


def file_name(document: Document, format_: str) -> str:
    """Name a file: reference, document, reader's code, date. It never holds a name or an id."""
    return f"{stem(document.reference, document.kind, document.reader_code, document.date)}.{format_}"


def stem(reference: str, kind: str, reader_code: str, date: dt.date) -> str:
    """Name the files of a document, without their ending."""
    return f"{reference}-{kind}-{reader_code}-{date.isoformat()}"


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

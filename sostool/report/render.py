"""One case, one reader, one kind of document: bytes in each format, looked through before anyone gets them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, NamedTuple

from sostool.case.model import Case
from sostool.case.read import ReadCase
from sostool.profile import Profile
from sostool.report.blocks import Document
from sostool.report.documents import KINDS, Kind, make_document, refusal
from sostool.report.labels import Labels, read_labels
from sostool.report.leak import Leak, holds_any, leaks, protected_words
from sostool.report.share.bars import barred_for, every_part
from sostool.report.share.make_view import make_view
from sostool.report.share.readers import Column, Reader
from sostool.report.templates import Templates

FORMATS = ("html", "md")


class Refused(Exception):  # noqa: N818 - the file's content is the reason, nothing has failed
    """A document is not made; the text says why. `leaks` are places in the case file where protected words stand."""

    def __init__(self, message: str, leaks: tuple[Leak, ...] = ()) -> None:
        super().__init__(message)
        self.leaks = leaks


class Made(NamedTuple):
    """A document that may be written: its file's name and its bytes."""

    file_name: str
    data: bytes


class Workshop:
    """What making documents needs, once for a whole run: templates and labels."""

    def __init__(self, profile: Profile, templates: Path | None = None, language: str = "en") -> None:
        self.profile = profile
        self.templates = Templates(templates)
        self.words: Labels = read_labels(self.templates.text(f"labels/{language}.yaml"), profile)

    def make(
        self, read: ReadCase, kind: Kind, reader: Reader, formats: tuple[str, ...], *, unfinished: bool = False
    ) -> list[Made]:
        """Make one document for one reader.

        Raises:
            Refused: the file's content does not allow it.
            TemplateMistake: a template is wrong.
        """
        case = _sound(read)
        if reason := refusal(kind, reader):
            raise Refused(reason)
        document = make_document(
            kind, make_view(case, self.profile, reader), self.words, self.profile, unfinished=unfinished
        )
        _look_through(document, case, read, reader)
        return [Made(file_name(document, format_), self._bytes(document, format_)) for format_ in formats]

    def _bytes(self, document: Document, format_: str) -> bytes:
        if format_ == "html":
            from sostool.report.formats.html import html  # noqa: PLC0415 - each format only when wanted

            return html(document, self.templates)
        from sostool.report.formats.markdown import markdown  # noqa: PLC0415

        return markdown(document, self.templates)


def kind_named(name: str) -> Kind | None:
    """Find a kind of document by its name."""
    return KINDS.get(name)


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

"""How the status of a case file's documents is shown: a table for people, JSON for programs."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from sostool.cli.asked_for import called, finding_line
from sostool.dates.why import day_in_words

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from sostool.case.model import Case
    from sostool.case.read import ReadCase
    from sostool.findings.finding import Finding
    from sostool.release.gate import Due
    from sostool.release.overview import Row
    from sostool.share.readers import Reader

_MADE = {"final": "final", "draft": "draft", "unfinished": "not finished", "stale": "out of date"}
_TO_DO = {
    "make-again": "make it again",
    "take-away": "take the old one away",
    "approve": "read it and approve it",
    "approve-again": "read it and approve it again",
    "make-final": "make the final copy",
    "share": "share it, and log it under shared",
}
_WIDEST = 34
_COLUMNS = ("document", "made", "approved", "shared", "still to do")


class Status(NamedTuple):
    """All there is to say about one case file's documents on one day."""

    read: ReadCase
    day: dt.date
    readers: tuple[Reader, ...]
    rows: tuple[Row, ...]
    from_before: tuple[Path, ...]
    due: tuple[Due, ...]
    in_the_way: tuple[Finding, ...]

    @property
    def case(self) -> Case:
        """The case itself."""
        assert self.read.case is not None
        return self.read.case

    @property
    def is_out_of_date(self) -> bool:
        """Whether something lies or stands about that does not hold any more."""
        return bool(self.from_before) or any(row.is_out_of_date for row in self.rows)


def as_table(status: Status, *, private: bool) -> Iterator[str]:
    """Write the status for a person: readers for whom something was begun, and what else is waiting.

    Args:
        status: what was found.
        private: whether readers are named by their codes, and no text of the file is shown.
    """
    yield f"{status.case.reference}, on {day_in_words(status.day)}"
    begun = [row for row in status.rows if _is_told(row)]
    lines = {reader: list(_lines(status, reader, private=private)) for reader in status.readers}
    cells = [_COLUMNS, *(line for some in lines.values() for line in some)]
    widths = [max(len(line[at]) for line in cells) for at in range(len(_COLUMNS))]
    if begun:
        yield ""
        yield _line(_COLUMNS, widths)
    for reader in status.readers:
        if lines[reader]:
            yield _named(status.case, reader, private=private)
            yield from (_line(line, widths) for line in lines[reader])
            besides = [row.kind.name for row in _rows(status, reader) if not row.has_begun]
            if besides:
                yield f"  not begun: {', '.join(besides)}"
    yield from _not_begun(status, private=private)
    if status.from_before:
        yield "\nFrom before, and nobody's copy now: take them away."
        yield from (f"  {path}" for path in status.from_before)
    if status.due:
        yield "\nHeld back, and due to be looked at again:"
        yield from (_due_line(status, one) for one in status.due)
    if status.in_the_way:
        yield "\nNothing can be approved while this is open:"
        yield from (f"  {finding_line(finding)}" for finding in status.in_the_way)
    count = sum(bool(row.to_do) for row in begun)
    yield ""
    yield "Nothing is begun that is not done." if not count else f"Still to do for {count} of {len(begun)} copies."


def as_json(status: Status) -> str:
    """Write the status for a program: readers by their codes, no name, no id and no text of the file."""
    data = {
        "sostool_status": 1,
        "reference": status.case.reference,
        "today": status.day.isoformat(),
        "readers": [_reader_json(status, reader) for reader in status.readers],
        "from_before": [path.as_posix() for path in status.from_before],
        "due": [
            {"line": status.read.source.place(one.path).line, "review_on": one.review_on.isoformat()}
            for one in status.due
        ],
        "in_the_way": [
            {"code": one.code, "line": one.place.line, "column": one.place.column, "message": one.message}
            for one in status.in_the_way
        ],
        "out_of_date": status.is_out_of_date,
    }
    return json.dumps(data, indent=2) + "\n"


def _reader_json(status: Status, reader: Reader) -> dict[str, Any]:
    rows = (row for row in status.rows if row.reader == reader)
    return {"code": reader.code, "documents": [_row_json(status.case, row) for row in rows]}


def _row_json(case: Case, row: Row) -> dict[str, Any]:
    approval = row.judged.approval
    return {
        "document": row.kind.name,
        "language": row.language,
        "made": [{"path": paper.path.as_posix(), "state": paper.state} for paper in row.papers],
        "approval": "not-needed" if row.kind.blank else row.judged.standing.value,
        "approved_by": _code(case, approval.by) if approval is not None else None,
        "approved_on": approval.date.isoformat() if approval is not None else None,
        "shared": [line.date.isoformat() for line in row.shared if line.date is not None and not line.not_shared],
        "not_shared": any(line.not_shared for line in row.shared),
        "can_be_made": not row.refused,
        "to_do": [one.value for one in row.to_do],
    }


def _lines(status: Status, reader: Reader, *, private: bool) -> Iterator[tuple[str, ...]]:
    """Give the lines of the table about a reader; documents of which the same is to be said share one."""
    named: dict[tuple[str, ...], list[str]] = {}
    for row in status.rows:
        if row.reader == reader and _is_told(row):
            name, *cells = _cells(status.case, row, private=private)
            named.setdefault(tuple(cells), []).append(name)
    for said, names in named.items():
        first, *more = textwrap.wrap(", ".join(names), _WIDEST, break_long_words=False, break_on_hyphens=False)
        yield (first, *said)
        yield from ((name, *("" for _ in said)) for name in more)


def _cells(case: Case, row: Row, *, private: bool) -> tuple[str, ...]:
    made = dict.fromkeys("made" if row.kind.blank and one.state == "final" else _MADE[one.state] for one in row.papers)
    name = row.kind.name if row.language == "en" else f"{row.kind.name} ({row.language})"
    to_do = "; ".join(_TO_DO[one.value] for one in row.to_do)
    return (name, ", ".join(made) or "-", _approved(case, row, private=private), _shared(row, private=private), to_do)


def _approved(case: Case, row: Row, *, private: bool) -> str:
    if row.kind.blank:
        return "not needed"
    approval = row.judged.approval
    if approval is None:
        return "-"
    who = _code(case, approval.by) if private else approval.by
    about = f"{day_in_words(approval.date)} by {who}"
    if row.judged.standing.value == "withdrawn":
        return f"taken back {about}"
    return f"void, was {about}" if row.judged.is_void else about


def _shared(row: Row, *, private: bool) -> str:
    dates = [day_in_words(line.date) for line in row.shared if line.date is not None and not line.not_shared]
    why = [line.not_shared for line in row.shared if line.not_shared]
    not_shared = ("not shared" if private else f"not shared: {why[-1]}") if why else ""
    return ", ".join([*dates, *([not_shared] if not_shared else [])]) or "-"


def _not_begun(status: Status, *, private: bool) -> Iterator[str]:
    """Name the readers for whom nothing was begun."""
    waiting = [reader for reader in status.readers if not _begun(status, reader) and _rows(status, reader)]
    if waiting:
        yield ""
        yield f"Nothing begun for: {', '.join(_named(status.case, one, private=private) for one in waiting)}"


def _rows(status: Status, reader: Reader) -> list[Row]:
    return [row for row in status.rows if row.reader == reader and not row.kind.blank]


def _is_told(row: Row) -> bool:
    """Tell whether a document has a line: a blank sheet that lies there is nothing to think about."""
    return bool(row.to_do or row.shared) if row.kind.blank else row.has_begun


def _begun(status: Status, reader: Reader) -> bool:
    return any(_is_told(row) for row in status.rows if row.reader == reader)


def _named(case: Case, reader: Reader, *, private: bool) -> str:
    person = case.people.get(reader.name)
    name = called(case, reader, private=private)
    return f"{name} ({person.name})" if person is not None and person.name and not private else name


def _code(case: Case, id_: str) -> str | None:
    from sostool.share.readers import reader_codes  # noqa: PLC0415

    return reader_codes(case).get(id_)


def _due_line(status: Status, one: Due) -> str:
    place = status.read.source.place(one.path)
    return f"  {status.read.source.name}:{place.line}:{place.column}: since {day_in_words(one.review_on)}"


def _line(cells: tuple[str, ...], widths: list[int]) -> str:
    return "  " + "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip()

"""The record of approvals that stands beside a case file, as it is declared, read and written.

It shows that a copy is the one that somebody read. It is an integrity record and not a legal signature: it does not
prove who sat at the keyboard.
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from sostool.case.model.records import DOCUMENTS
from sostool.yamlfile import key
from sostool.yamlfile.part_file import read_part
from sostool.yamlfile.parts import Part
from sostool.yamlfile.reading import Reading

VERSION = 1
_ID = "[a-z][a-z0-9-]*"
_MEND = "`sostool approve` writes this file. Take the line out, or take the file away and approve again."
_TOP = """\
# Who has read which copy and let it go, written by `sostool approve`. Keep it beside the case file of this name;
# it is as confidential as that.
# It is an integrity record, not a legal signature: it shows that a copy is still the one that was read, and does
# not prove who read it. `content` is a hash of what that reader gets, of nothing else. The newest stands first.
"""


class Entry(Part):
    """One approval of one copy, or that it was taken back."""

    document = key.choice("Which document.", *DOCUMENTS, example="report", required=True)
    for_ = key.matching(
        f"(?:room:)?{_ID}",
        "a reader",
        _MEND,
        "Whose copy it is: a person's id, or a group of readers.",
        "lisa",
        required=True,
        name="for",
    )
    language = key.matching(
        "[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})?",
        "the code of a language",
        _MEND,
        "The language of that copy's own words.",
        "en",
        required=True,
    )
    by = key.matching(_ID, "a short id", _MEND, "Who read it and let it go.", "ann", required=True)
    date = key.day("When.", "2026-03-16", required=True)
    content = key.matching("[0-9a-f]{64}", "a hash", _MEND, "A hash of what that reader gets.", "0" * 64)
    withdrawn = key.yes_no("true: from here on it is not approved any more.")


class RecordFile(Part):
    """All approvals of one case file, the newest first: a file that breaks off never brings back what was withdrawn."""

    sostool_approvals = key.whole("The version of this file format: 1.", VERSION, VERSION, VERSION, required=True)
    reference = key.matching(
        "[A-Za-z0-9][A-Za-z0-9._-]{0,39}",
        "a reference",
        _MEND,
        "The reference of the case file this belongs to.",
        "EX-0042",
        required=True,
    )
    approvals = key.parts(Entry, "The approvals, the newest first.", [])


class Approval(NamedTuple):
    """Somebody read a copy and let it go; with `withdrawn` it was taken back. `content` is "" then."""

    document: str
    reader: str
    language: str
    by: str
    date: dt.date
    content: str = ""
    withdrawn: bool = False


class Record(NamedTuple):
    """The approvals of one case file, the oldest first."""

    reference: str
    approvals: tuple[Approval, ...] = ()


def read_record(data: bytes, name: str) -> tuple[Record | None, Reading]:
    """Read a record.

    Returns:
        The record, None with anything wrong in it: half a record is never guessed at; and what is wrong.
    """
    file, reading = read_part(data, name, RecordFile)
    for entry in file.approvals if file is not None else ():
        if bool(entry.content) == bool(entry.withdrawn) and not reading.has_error_under(entry.path):
            message = "An approval has either its content or withdrawn: true."
            reading.report("CF112", entry.path, message, mend=_MEND, whole_part=True)
    if file is None or reading.findings:
        return None, reading
    approvals = tuple(
        Approval(one.document, one.for_, one.language, one.by, one.date, one.content, bool(one.withdrawn))
        for one in reversed(file.approvals)
        if one.date is not None
    )
    return Record(file.reference, approvals), reading


def written(record: Record) -> bytes:
    """Write a record as a file."""
    lines = [_TOP, f"sostool_approvals: {VERSION}\nreference: {_text(record.reference)}\n"]
    lines += ["approvals:\n"] if record.approvals else []
    for one in reversed(record.approvals):
        lines.append(
            f"  - document: {one.document}\n    for: {_text(one.reader)}\n    language: {_text(one.language)}\n"
            f"    by: {one.by}\n    date: {one.date.isoformat()}\n"
            + ("    withdrawn: true\n" if one.withdrawn else f'    content: "{one.content}"\n')
        )
    return "".join(lines).encode()


def _text(value: str) -> str:
    """Put a text in quotation marks: a language may be `no`, a reference a number."""
    return f'"{value}"'

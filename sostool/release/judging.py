"""Whether a copy is approved: by whom it may be, and whether it is still the copy that was read."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from enum import StrEnum
from typing import NamedTuple

from sostool.case.model import Case, Danger
from sostool.case.people import PRACTITIONER_ROLES
from sostool.release.record import Approval, Record
from sostool.report.blocks import Document
from sostool.report.making.documents import content_of
from sostool.report.templating.templates import Templates
from sostool.share.bars import every_part, speakers
from sostool.share.net import is_protected_from
from sostool.share.readers import Column, Reader
from sostool.share.standing import Standing as Towards
from sostool.yamlfile.parts import Part


class Standing(StrEnum):
    """How a copy stands: approved as it is; never; taken back; or void."""

    APPROVED = "approved"
    NEVER = "never"
    WITHDRAWN = "withdrawn"
    CHANGED = "changed"  # what the reader gets is not what was read
    NOT_THEIRS = "not-theirs"  # the one who approved it may not, by what the file says now


# Why a copy is not final. They name nobody: they stand in a log and in the chair's list.
REASONS = {
    Standing.APPROVED: "",
    Standing.NEVER: "Nobody has approved this copy yet.",
    Standing.WITHDRAWN: "The approval of this copy was taken back.",
    Standing.CHANGED: "What this reader gets is not what was approved. (Profile and templates count, too.)",
    Standing.NOT_THEIRS: "This copy was approved by somebody who may not, by what the file says now.",
}


class Judged(NamedTuple):
    """How a copy stands, and the newest line of the record about it."""

    standing: Standing
    approval: Approval | None = None

    @property
    def is_void(self) -> bool:
        """Whether it was approved and is not any more, without anybody having taken that back."""
        return self.standing in (Standing.CHANGED, Standing.NOT_THEIRS)


def hash_of_copy(document: Document, templates: Templates) -> str:
    """Give the hash that an approval holds: of what the reader gets, and of the authority's own look where it has one.

    What is held back from the reader is in neither, so no change in that changes it.
    """
    content = content_of(document)
    if not (templates.own_look or templates.logo):
        return content
    look = repr((content, sorted(templates.own_look.items()), templates.logo))
    return hashlib.sha256(look.encode("utf-8", "surrogatepass")).hexdigest()


def newest(record: Record, kind: str, reader: str, language: str) -> Approval | None:
    """Give the newest line about a copy: those before it are history."""
    about = (
        one
        for one in reversed(record.approvals)
        if (one.document, one.reader, one.language) == (kind, reader, language)
    )
    return next(about, None)


def standing_approvals(record: Record) -> list[Approval]:
    """Give the newest line about each copy, but for those that were taken back; some may be void by now."""
    latest = {(one.document, one.reader, one.language): one for one in record.approvals}
    return [one for one in latest.values() if not one.withdrawn]


def judge(record: Record, case: Case, reader: Reader, document: Document, content: str) -> Judged:
    """Say how a copy stands.

    Args:
        record: the approvals of this case.
        case: says who may approve.
        reader: whose copy it is.
        document: the copy.
        content: its hash, as `hash_of_copy` gives it.
    """
    approval = newest(record, document.kind, reader.name, document.language)
    if approval is None:
        return Judged(Standing.NEVER)
    if approval.withdrawn:
        return Judged(Standing.WITHDRAWN, approval)
    if approval.content != content:
        return Judged(Standing.CHANGED, approval)
    if why_not(case, reader, approval.by):
        return Judged(Standing.NOT_THEIRS, approval)
    return Judged(Standing.APPROVED, approval)


def why_not(case: Case, reader: Reader, id_: str) -> str:
    """Say why somebody may not approve a reader's copy; "" if they may.

    A second person who knows the file reads it: no author reads their own words as a stranger would, and nobody of the
    family answers for what another of them gets. Nor may the copy hold what is held back from the one who reads it.
    """
    person = case.people.get(id_)
    author = case.meeting.author if case.meeting is not None else ""
    if person is None or person.role not in PRACTITIONER_ROLES:
        return "A copy is approved by a practitioner, a manager or the chair who is in the file."
    if not author:
        return "The file does not say who wrote it (meeting.author), and an author never approves their own words."
    if id_ == author:
        return "Who wrote the file does not approve copies of it: somebody else reads it with fresh eyes."
    if person.role != "chair" and (reader.column is Column.CHAIR or _reads_too_much(case, reader, id_)):
        return "What is held back from this person may stand in this copy: somebody else has to read it."
    return ""


def _reads_too_much(case: Case, reader: Reader, id_: str) -> bool:
    """Tell whether a mark keeps anything from somebody, were the copy theirs, that it does not keep from its reader."""
    as_theirs = replace(reader, members=frozenset({id_}))
    if any(
        is_protected_from(case, protected, as_theirs) and not is_protected_from(case, protected, reader)
        for protected in case.protected
    ):
        return True
    theirs, readers = Towards(case, as_theirs), Towards(case, reader)
    return any(_is_barred(theirs, part) and not _is_barred(readers, part) for part in every_part(case))


def _is_barred(reader: Towards, part: Part) -> bool:
    # Of a danger the text stays, and the names beside it are left out.
    names = speakers(part) if isinstance(part, Danger) else ()
    return reader.is_barred(part) or any(map(reader.is_barred_person, names))

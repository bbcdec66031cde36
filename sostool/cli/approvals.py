"""What approve, status and `render-report --final` share: the record of a case file, and what is said of it."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, NoReturn

from sostool.cli.asked_for import finding_line
from sostool.cli.console import FOUND, WRONG_USE, shown, stop

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from sostool.case.model import Case
    from sostool.release.keeping import Kept, WrongRecordError
    from sostool.release.record import Approval
    from sostool.report.blocks import Document
    from sostool.report.making.maker import WhyNotFinal
    from sostool.report.making.workshop import Workshop
    from sostool.share.readers import Reader


def kept_for(case_file: str, reference: str) -> Kept:
    """Read the record of approvals that stands beside a case file; an empty one where there is none.

    Raises:
        Stop: it cannot be opened, has mistakes, or is another family's.
    """
    from sostool.release.keeping import CannotKeepError, WrongRecordError, load, record_path  # noqa: PLC0415

    path = record_path(case_file)
    try:
        return load(path, reference)
    except CannotKeepError as error:
        stop(WRONG_USE, f"{shown(str(error))}.")
    except WrongRecordError as error:
        _stop_at_record(path, error)


def keep(case_file: str, reference: str, approvals: Iterable[Approval]) -> Path:
    """Add approvals to the record of a case file, all or none.

    Raises:
        Stop: the record could not be written, and is as it was.
    """
    from sostool.release.keeping import CannotKeepError, WrongRecordError, add, record_path  # noqa: PLC0415

    path = record_path(case_file)
    try:
        add(path, reference, approvals)
    except CannotKeepError as error:
        stop(WRONG_USE, f"Nothing was approved: {shown(str(error))}.")
    except WrongRecordError as error:
        _stop_at_record(path, error)
    return path


def _stop_at_record(path: Path, error: WrongRecordError) -> NoReturn:
    lines = [f"{shown(str(path))}: {error}"] if not error.findings else []
    stop(FOUND, "\n".join([*lines, *map(finding_line, error.findings)]))


def why_not_final(case: Case, kept: Kept, workshop: Workshop) -> WhyNotFinal:
    """Give what says why a copy may not be final, by the record; "" if it may."""
    from sostool.release.judging import REASONS, hash_of_copy, judge  # noqa: PLC0415

    def asked(reader: Reader, document: Document) -> str:
        content = hash_of_copy(document, workshop.templates)
        return REASONS[judge(kept.record, case, reader, document, content).standing]

    return asked


def how_to_approve(case_file: str, document: str, reader: str) -> str:
    """Write the command that approves a copy."""
    return f"sostool approve {_as_typed(case_file)} --document {document} --for {reader} --by ID"


def how_to_read(case_file: str, document: str, reader: str, more: Iterable[str] = ()) -> str:
    """Write the command that shows a copy."""
    options = "".join(f" {_as_typed(one)}" for one in more)
    return f"sostool render-report {_as_typed(case_file)} --document {document} --for {reader}{options} --open"


def _as_typed(argument: str) -> str:
    return shown(shlex.quote(argument))

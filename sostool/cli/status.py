"""`sostool status`: what was made, approved and shared for each reader, and what is still to do."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from sostool.cli.console import FOUND, OK, WRONG_USE, day_of, is_private, shown, stop, write
from sostool.cli.options import Language, ProfileName, Templates

if TYPE_CHECKING:
    import datetime as dt

    from sostool.case.read import ReadCase
    from sostool.cli.status_report import Status
    from sostool.profile import Profile
    from sostool.release.overview import Folder, Overview, Row
    from sostool.release.record import Record


class Output(StrEnum):
    """How the status is printed."""

    TABLE = "table"
    JSON = "json"


def status(
    case_file: Annotated[str, typer.Argument(metavar="CASE", help="The case file.")],
    to: Annotated[
        str,
        typer.Option(
            "-o",
            "--output",
            metavar="FOLDER",
            help="Where documents were made. Default: where render-report puts them.",
            show_default=False,
        ),
    ] = "",
    output: Annotated[Output, typer.Option("--format", help="For people or for programs.")] = Output.TABLE,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit code 1 if something is out of date, void, or to be taken away.")
    ] = False,
    templates: Templates = "",
    profile: ProfileName = "",
    language: Language = "",
    today: Annotated[
        str,
        typer.Option(
            "--today",
            metavar="DATE",
            help="The day on which it is looked what is due. Default: today.",
            show_default=False,
        ),
    ] = "",
) -> int:
    """Show for each reader what was made, approved and shared, what is out of date, and what is still to do.

    It reads only. Documents are looked for where render-report puts them.
    """
    from sostool.caseload.check_file import settings_of  # noqa: PLC0415
    from sostool.cli.asked_for import read_case_file  # noqa: PLC0415
    from sostool.cli.status_report import as_json, as_table  # noqa: PLC0415
    from sostool.report.templating.template_mistake import TemplateMistake  # noqa: PLC0415
    from sostool.report.words.labels import LabelMistakeError  # noqa: PLC0415
    from sostool.report.words.languages import UnknownLanguageError  # noqa: PLC0415

    if case_file == "-":
        stop(WRONG_USE, "status needs a file: approvals stand beside it, and standard input has none.")
    day = day_of(today)
    private = is_private(chosen=None) or settings_of(case_file).settings.private
    read, used = read_case_file(case_file, profile)
    try:
        found = _status(read, used, to, templates, language, day)
    except (TemplateMistake, LabelMistakeError, UnknownLanguageError) as mistake:
        stop(WRONG_USE, shown(str(mistake)))
    if output is Output.JSON:
        write(as_json(found))
    else:
        for line in as_table(found, private=private):
            write(f"{shown(line)}\n")
    return FOUND if strict and found.is_out_of_date else OK


def _status(read: ReadCase, profile: Profile, to: str, templates: str, language: str, day: dt.date) -> Status:
    from sostool.cli.approvals import kept_for  # noqa: PLC0415
    from sostool.cli.asked_for import what_is_open  # noqa: PLC0415
    from sostool.cli.status_report import Status  # noqa: PLC0415
    from sostool.release.gate import due  # noqa: PLC0415
    from sostool.share.readers import everyone  # noqa: PLC0415

    assert read.case is not None
    case = read.case
    record = kept_for(read.source.name, case.reference).record
    readers = everyone(case, profile)
    folders = _folders(read, to)
    overview = _overview(read, profile, templates, language, record)
    rows = list(overview.rows(readers, folders))
    for other in [] if language else sorted({one.language for one in record.approvals}):
        rows = _with_language(rows, list(_overview(read, profile, templates, other, record).rows(readers, folders)))
    return Status(
        read,
        day,
        tuple(readers),
        tuple(rows),
        tuple(overview.from_before(readers, folders)),
        tuple(due(case, day)),
        what_is_open(read, profile, day).all,
    )


def _overview(read: ReadCase, profile: Profile, templates: str, language: str, record: Record) -> Overview:
    from pathlib import Path  # noqa: PLC0415

    from sostool.cli.asked_for import read_before  # noqa: PLC0415
    from sostool.release.overview import Overview  # noqa: PLC0415
    from sostool.report.making.workshop import Workshop  # noqa: PLC0415

    workshop = Workshop(profile, Path(templates) if templates else None, language)
    return Overview(read, workshop, record, read_before(read))


def _with_language(rows: list[Row], others: list[Row]) -> list[Row]:
    """Add the copies in another language that were approved; a file is then that copy and no stale one of the first."""
    from dataclasses import replace  # noqa: PLC0415

    from sostool.release.overview import STALE  # noqa: PLC0415

    merged = []
    by_copy = {(row.reader.name, row.kind.name): row for row in others if row.judged.approval is not None}
    for row in rows:
        other = by_copy.get((row.reader.name, row.kind.name))
        if other is None or other.language == row.language or other.refused:
            merged.append(row)
            continue
        theirs = tuple(paper for paper in other.papers if paper.state != STALE)
        paths = {paper.path for paper in theirs}
        merged.append(replace(row, papers=tuple(paper for paper in row.papers if paper.path not in paths)))
        merged.append(replace(other, papers=theirs))
    return merged


def _folders(read: ReadCase, to: str) -> list[Folder]:
    """Say where render-report puts documents of this case: single ones, and packs."""
    from pathlib import Path  # noqa: PLC0415

    from sostool.caseload.check_file import settings_of  # noqa: PLC0415
    from sostool.cli.placing import pack_folder  # noqa: PLC0415
    from sostool.release.overview import Folder  # noqa: PLC0415

    assert read.case is not None
    output = settings_of(read.source.name).settings.output
    if to and not Path(to).is_dir():
        stop(WRONG_USE, f"There is no folder {shown(to)}.")
    return [Folder(Path(to or output), is_pack=False), Folder(pack_folder(to, output, read.case), is_pack=True)]

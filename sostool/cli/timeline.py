"""`sostool timeline`: the deadlines of a case file or of many, and how they stand on a day. It reads only."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from sostool.cli.console import FOUND, OK, WRONG_USE, complain, day_of, flush, is_private, shown, stop, write
from sostool.cli.options import PageLanguage, Private, ProfileName, Templates

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from sostool.settings import Settings

_STANDARD_INPUT = "-"
_MOST_DAYS = 3660


class Output(StrEnum):
    """How it is told."""

    TABLE = "table"
    JSON = "json"
    HTML = "html"
    ICS = "ics"


# What leaves the hands of whoever asked.
_FOR_OTHERS = frozenset((Output.HTML, Output.ICS))


class Asked(NamedTuple):
    """What was asked for on the command line."""

    output: Output
    today: dt.date
    days: int
    to: str
    private: bool | None
    profile: str
    templates: str
    language: str


def timeline(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PATH]...",
            help="A case file; or a folder, or several paths, for what is due in all of them. - reads standard input. "
            "Default: what sostool.yaml says, else this folder.",
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        Output,
        typer.Option("--format", help="On the terminal, for programs, as a page, or for a calendar."),
    ] = Output.TABLE,
    days: Annotated[
        int,
        typer.Option(
            "--days",
            metavar="N",
            min=0,
            max=_MOST_DAYS,
            help="What is due within so many days is due soon; of a folder only this, and what is overdue, is shown.",
        ),
    ] = 14,
    today: Annotated[
        str,
        typer.Option(
            "--today", metavar="DATE", help="The day on which it is asked. Default: today.", show_default=False
        ),
    ] = "",
    to: Annotated[
        str,
        typer.Option(
            "-o",
            "--output",
            metavar="PATH",
            help="Where the page or the calendar goes: a folder or a file; - is standard output. Default: what "
            "sostool.yaml says, else this folder.",
            show_default=False,
        ),
    ] = "",
    private: Private = None,
    profile: ProfileName = "",
    templates: Templates = "",
    language: PageLanguage = "",
) -> int:
    """Show what has to happen by when, how it stands, and why it is due on its day.

    It reads only, but for the page and the calendar, which hold no name.
    """
    from sostool.cli.checking import Order, paths_of  # noqa: PLC0415

    if to and output not in _FOR_OTHERS:
        stop(WRONG_USE, "-o is where a page or a calendar goes: add --format html or --format ics.")
    asked = Asked(output, day_of(today), days, to, private, profile, templates, language)
    wanted = paths_of(Order(tuple(paths or ())))
    if len(wanted) == 1 and not _is_folder(wanted[0]):
        return _of_one(wanted[0], asked)
    return _of_many(wanted, asked)


def _of_one(case_file: str, asked: Asked) -> int:
    from sostool.caseload.check_file import settings_of  # noqa: PLC0415
    from sostool.caseload.timelines import timeline_of_file  # noqa: PLC0415
    from sostool.cli.asked_for import read_case_file  # noqa: PLC0415

    read, profile = read_case_file(case_file, asked.profile)
    found = timeline_of_file(read, profile, asked.today, asked.days, for_others=asked.output in _FOR_OTHERS)
    match asked.output:
        case Output.TABLE:
            from sostool.cli.timeline_report import as_table  # noqa: PLC0415

            _write_lines(as_table(read, found, private=_hides(asked, settings_of(case_file).settings)))
        case Output.JSON:
            from sostool.cli.timeline_report import as_json  # noqa: PLC0415

            write(as_json([found], [], asked.today, asked.days))
        case Output.HTML:
            from sostool.cli.timeline_files import write_page  # noqa: PLC0415

            write_page(read, profile, found, asked)
        case Output.ICS:
            from sostool.cli.timeline_files import write_calendar  # noqa: PLC0415

            write_calendar([found], case_file, asked)
    return OK


def _of_many(paths: list[str], asked: Asked) -> int:
    from sostool.caseload.find import find_cases  # noqa: PLC0415
    from sostool.caseload.timelines import NotRead, timelines  # noqa: PLC0415
    from sostool.settings import settings_above  # noqa: PLC0415

    told = timelines(find_cases(paths), asked.today, asked.days, asked.profile, for_others=asked.output in _FOR_OTHERS)
    if not told:
        stop(WRONG_USE, "There is no case file here.")
    found = [one for one in told if not isinstance(one, NotRead)]
    not_read = [one for one in told if isinstance(one, NotRead)]
    match asked.output:
        case Output.TABLE:
            from sostool.cli.timeline_report import as_list  # noqa: PLC0415

            private = _hides(asked, settings_above("").settings)
            _write_lines(as_list(found, asked.today, asked.days, private=private))
        case Output.JSON:
            from sostool.cli.timeline_report import as_json  # noqa: PLC0415

            write(as_json([one.only_soon() for one in found], not_read, asked.today, asked.days))
        case Output.HTML:
            from sostool.cli.timeline_files import write_list_page  # noqa: PLC0415

            write_list_page(found, asked)
        case Output.ICS:
            from sostool.cli.timeline_files import write_calendar  # noqa: PLC0415

            write_calendar(found, "", asked)
    flush()
    for one in not_read:
        complain(f"Not told: {one.file}: {one.reason}{'' if one.reason.endswith(('.', '?')) else '.'}")
    if any(not one.is_content for one in not_read):
        return WRONG_USE
    return FOUND if not_read else OK


def _write_lines(lines: Iterator[str]) -> None:
    for line in lines:
        write(f"{shown(line)}\n")


def _hides(asked: Asked, team: Settings) -> bool:
    return is_private(chosen=asked.private) or (asked.private is None and team.private)


def _is_folder(path: str) -> bool:
    import os  # noqa: PLC0415

    return path != _STANDARD_INPUT and os.path.isdir(path)  # noqa: PTH112 - no name is refused

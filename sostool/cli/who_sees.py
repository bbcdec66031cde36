"""`sostool who-sees`: each item of a case file against each reader, so that a chair can check before the meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from sostool.cli.console import FOUND, OK, WRONG_USE, Stop, is_private, shown, stop, write
from sostool.cli.options import PAGES, Output, PageLanguage, PagePath, Private, ProfileName, Templates

if TYPE_CHECKING:
    from sostool.case.read import ReadCase
    from sostool.findings.finding import Path
    from sostool.profile import Profile
    from sostool.report.making.maker import Maker
    from sostool.report.making.workshop import Workshop
    from sostool.share.readers import Reader
    from sostool.share.who_sees import WhoSees


class Asked(NamedTuple):
    """Which items, which reader, and how."""

    path: str
    line: int
    reader: str
    words_of: str
    private: bool


def who_sees(
    case_file: Annotated[str, typer.Argument(metavar="CASE", help="The case file; - reads standard input.")],
    path: Annotated[
        str,
        typer.Argument(
            metavar="[PATH]",
            help="Which item, as validate shows it: dangers.drinking, people[2].contact; the start of a path shows all under it.",
            show_default=False,
        ),
    ] = "",
    all_: Annotated[bool, typer.Option("--all", help="The whole file: the same as without PATH.")] = False,
    line: Annotated[
        int | None,
        typer.Option("--line", metavar="N", min=1, help="The item at this line of the file.", show_default=False),
    ] = None,
    for_: Annotated[
        str,
        typer.Option(
            "--for",
            metavar="READER",
            help="What one reader gets, with the reasons: an id, a code such as p3, room, room:ID, practitioners.",
            show_default=False,
        ),
    ] = "",
    words_of: Annotated[
        str,
        typer.Option(
            "--words-of",
            metavar="PERSON",
            help="Only what carries this person's account, number, task or help.",
            show_default=False,
        ),
    ] = "",
    output: Annotated[
        Output, typer.Option("--format", help="On the terminal, for programs, or as a page for the chair.")
    ] = Output.TABLE,
    to: PagePath = "",
    private: Private = None,
    profile: ProfileName = "",
    templates: Templates = "",
    language: PageLanguage = "",
) -> int:
    """Show which reader gets which item of a case file, and why not. It is for the chair's eyes.

    It reads only, but for the page with --format html or md.
    """
    from sostool.caseload.check_file import settings_of  # noqa: PLC0415
    from sostool.cli.asked_for import read_case_file  # noqa: PLC0415

    if sum((all_, bool(path), bool(line))) > 1:
        stop(WRONG_USE, "Say one of these: a path, --line, or --all.")
    if to and output not in PAGES:
        stop(WRONG_USE, "-o is where the page goes: add --format html or --format md.")
    hides = is_private(chosen=private) or (private is None and settings_of(case_file).settings.private)
    read, used = read_case_file(case_file, profile)
    asked = Asked(path, line or 0, for_, words_of, hides or output is Output.JSON)
    table, is_one = _asked_table(read, used, asked)
    if output in PAGES:
        _write_page(read, used, table, output.value, to, templates, language, is_one=is_one)
    elif output is Output.JSON:
        from sostool.cli.who_sees_table import as_json  # noqa: PLC0415

        write(as_json(read, used, table))
    else:
        from sostool.cli.who_sees_table import as_table  # noqa: PLC0415

        is_near = bool(path or line)
        for text in as_table(read, used, table, private=hides, is_one=is_one, in_detail=is_near):
            write(f"{shown(text)}\n")
    return FOUND if any(cell.state == "stops" for row in table.rows for cell in row.cells) else OK


def _asked_table(read: ReadCase, profile: Profile, asked: Asked) -> tuple[WhoSees, bool]:
    """Give the table of the items and readers that were asked for, and whether it is about one reader."""
    from sostool.cli.asked_for import EVERYONE, person_called, reader_called  # noqa: PLC0415
    from sostool.share.readers import Column, everyone  # noqa: PLC0415
    from sostool.share.who_sees import who_sees as work_out  # noqa: PLC0415

    assert read.case is not None
    is_one = asked.reader not in ("", EVERYONE)
    readers: list[Reader] = (
        [reader_called(read.case, profile, asked.reader, private=asked.private)]
        if is_one
        else [reader for reader in everyone(read.case, profile) if reader.column is not Column.CHAIR]
    )
    whose = person_called(read.case, asked.words_of) if asked.words_of else ""
    if asked.words_of and not whose:
        stop(WRONG_USE, "Nobody in this file has this id: --words-of takes a person's id or code.")
    table = work_out(read.case, profile, readers)
    if asked.path or asked.line:
        table = table.only(_asked_paths(read, table, asked))
    if whose:
        table = table.only(row.path for row in table.rows if row.carries_words_of(whose))
        if not table.rows:
            stop(OK, "Nothing here carries this person's words.")
    return table, is_one


def _asked_paths(read: ReadCase, table: WhoSees, asked: Asked) -> list[Path]:
    """Give the places of the items that were asked for; stop where there is none, or none that any document holds."""
    from sostool.case.asked_places import asked_by_line, asked_by_path, stands_in, steps_of  # noqa: PLC0415
    from sostool.case.paths import by_id  # noqa: PLC0415
    from sostool.findings.finding import path_text  # noqa: PLC0415
    from sostool.yamlfile.spelling import nearest  # noqa: PLC0415

    told = [row.path for row in table.rows]
    paths = [*told, *table.unseen]
    if asked.line:
        count = len(read.source.lines)
        if asked.line > count:
            stop(WRONG_USE, f"The file has {count} lines.")
        place = asked_by_line(asked.line, paths, read.source)
        found = [place] if place is not None else []
    else:
        found = asked_by_path(asked.path, paths, read.source)
    seen = [place for place in found if place in set(told)]
    if seen:
        return seen
    if found or asked.line or stands_in(steps_of(asked.path), read.source):
        stop(OK, "No document holds this, for any reader.")
    near = None if asked.private else nearest(asked.path, [path_text(by_id(place, read.source)) for place in paths])
    meant = f" Did you mean {near}?" if near else " `sostool who-sees CASE` lists what there is."
    raise Stop(WRONG_USE, f"There is nothing at this path.{meant}")


def _write_page(
    read: ReadCase,
    profile: Profile,
    table: WhoSees,
    format_: str,
    to: str,
    templates: str,
    language: str,
    *,
    is_one: bool,
) -> None:
    from sostool.caseload.check_file import settings_of  # noqa: PLC0415
    from sostool.cli.placing import put  # noqa: PLC0415
    from sostool.report.making.pack import Place  # noqa: PLC0415
    from sostool.report.making.who_sees import make_who_sees  # noqa: PLC0415
    from sostool.report.templating.template_mistake import TemplateMistake  # noqa: PLC0415
    from sostool.report.words.labels import LabelMistakeError  # noqa: PLC0415
    from sostool.report.words.languages import UnknownLanguageError  # noqa: PLC0415

    try:
        maker = _maker(read, _workshop(profile, templates, language))
        made = make_who_sees(maker, read, table, (format_,), one=is_one)
    except (TemplateMistake, LabelMistakeError, UnknownLanguageError) as mistake:
        stop(WRONG_USE, shown(str(mistake)))
    case_file = read.source.name
    for written in put([Place("", one) for one in made], to or settings_of(case_file).settings.output, case_file):
        write(f"Written: {shown(written.path)}\n")


def _workshop(profile: Profile, templates: str, language: str) -> Workshop:
    from pathlib import Path as FilePath  # noqa: PLC0415

    from sostool.report.making.workshop import Workshop  # noqa: PLC0415

    return Workshop(profile, FilePath(templates) if templates else None, language)


def _maker(read: ReadCase, workshop: Workshop) -> Maker:
    from sostool.report.making.maker import Maker  # noqa: PLC0415

    return Maker(read, workshop)

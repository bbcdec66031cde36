"""`sostool compare`: what has changed from one meeting to another, by meaning and not by line."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from sostool.cli.console import FOUND, OK, WRONG_USE, Stop, complain, is_private, shown, stop, write
from sostool.cli.options import PAGES, Language, Output, PagePath, Private, ProfileName, Templates

if TYPE_CHECKING:
    from sostool.cli.comparing import Compared
    from sostool.report.making.maker import Maker
    from sostool.share.readers import Reader


class Since(StrEnum):
    """Since which meeting, where one file is named."""

    LAST = "last"
    FIRST = "first"


def compare(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="[EARLIER] LATER",
            help="Two case files of one family; of one alone, the file that it follows is the earlier one.",
            show_default=False,
        ),
    ],
    for_: Annotated[
        str,
        typer.Option(
            "--for",
            metavar="READER",
            help="As one reader may have it: an id, a code such as p3, room, practitioners. Default: the chair; a page needs it.",
            show_default=False,
        ),
    ] = "",
    output: Annotated[
        Output, typer.Option("--format", help="On the terminal, for programs, or as a page for one reader.")
    ] = Output.TABLE,
    since: Annotated[
        Since | None,
        typer.Option("--since", help="With one file: since the last meeting, or the first.", show_default=False),
    ] = None,
    to: PagePath = "",
    private: Private = None,
    profile: ProfileName = "",
    templates: Templates = "",
    language: Language = "",
) -> int:
    """Compare the files of two meetings: whose number moved, what was done and what not, what is new and what is gone.

    It goes by meaning: the order of lists, comments and layout make no difference. It reads only, but for the page
    with --format html or md.
    """
    from sostool.caseload.check_file import settings_of  # noqa: PLC0415
    from sostool.cli.comparing import compared  # noqa: PLC0415

    clash = _clash(files, output, for_, since, to)
    if clash:
        stop(WRONG_USE, clash)
    found = compared(files, profile, is_since_first=since is Since.FIRST)
    for note in found.notes:
        complain(note)
    hides = is_private(chosen=private) or (private is None and settings_of(found.later.source.name).settings.private)
    return _told(found, output, for_, to, templates, language, hides=hides)


def _clash(files: list[str], output: Output, for_: str, since: Since | None, to: str) -> str:
    """Say which arguments do not go together; "" if they do."""
    most = 2
    clashes = (
        (len(files) > most, "compare takes two files: EARLIER LATER."),
        (files.count("-") > 1, "Only one of the files can come by standard input."),
        (len(files) == 1 and files[0] == "-", "What comes by standard input stands alone: name the earlier file too."),
        (len(files) > 1 and since is not None, "--since goes with one file: leave it out, or the earlier file."),
        (
            bool(to) and output not in PAGES,
            "-o is where the page goes: add --format html or --format md.",
        ),
        (for_ == "everyone", "compare is for one reader: an id, room, practitioners or chair."),
        (
            output in PAGES and not for_,
            "A page is for one reader: add --for with an id, room, practitioners or chair.",
        ),
    )
    return next((line for is_so, line in clashes if is_so), "")


def _told(found: Compared, output: Output, for_: str, to: str, templates: str, language: str, *, hides: bool) -> int:
    from pathlib import Path  # noqa: PLC0415

    from sostool.cli.asked_for import leak_lines, reader_called  # noqa: PLC0415
    from sostool.report.making.maker import Maker, Refused  # noqa: PLC0415
    from sostool.report.making.workshop import Workshop  # noqa: PLC0415
    from sostool.report.templating.template_mistake import TemplateMistake  # noqa: PLC0415
    from sostool.report.words.labels import LabelMistakeError  # noqa: PLC0415
    from sostool.report.words.languages import UnknownLanguageError  # noqa: PLC0415
    from sostool.share.readers import Column  # noqa: PLC0415

    later, earlier, profile = found.later, found.earlier, found.profile
    assert later.case is not None
    reader = reader_called(later.case, profile, for_ or "chair", private=hides or output is Output.JSON, for_all=False)
    if found.unread and reader.column is not Column.CHAIR:
        # What a file between holds back would have to be held back here too.
        stop(
            FOUND,
            f"A file that lies between the two cannot be read ({found.unread}), so what has changed is told to the "
            "chair alone.",
        )
    try:
        maker = Maker(
            later,
            Workshop(profile, Path(templates) if templates else None, language),
            earlier=earlier,
            between=found.between,
        )
        return _write(found, maker, reader, output, to, hides=hides)
    except Refused as refused:
        leaks = leak_lines(refused.leaks, later.source.name, private=hides)
        raise Stop(FOUND, "\n".join((str(refused), *leaks))) from None
    except (TemplateMistake, LabelMistakeError, UnknownLanguageError) as mistake:
        stop(WRONG_USE, shown(str(mistake)))


def _write(found: Compared, maker: Maker, reader: Reader, output: Output, to: str, *, hides: bool) -> int:
    from sostool.caseload.check_file import settings_of  # noqa: PLC0415
    from sostool.cli.placing import put  # noqa: PLC0415
    from sostool.report.making.kinds import CHANGES  # noqa: PLC0415
    from sostool.report.making.pack import Place  # noqa: PLC0415

    # What is told at the terminal is looked through like a page: this stops where it holds what is held back.
    made = maker.make(CHANGES, reader, (output.value if output in PAGES else "md",))
    if output in PAGES:
        case_file = found.later.source.name
        for written in put([Place("", one) for one in made], to or settings_of(case_file).settings.output, case_file):
            write(f"Written: {shown(written.path)}\n")
        return OK
    from sostool.cli.compare_table import as_json, as_positions, as_table  # noqa: PLC0415

    if output is Output.JSON:
        write(as_json(found, reader))
    else:
        for line in as_positions(found, reader) if hides else as_table(found, reader):
            write(f"{shown(line)}\n")
    return OK

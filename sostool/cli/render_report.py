"""`sostool render-report`: make the conference's documents, each for one reader."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from sostool.cli.console import FOUND, OK, WRONG_USE, at_terminal, complain, is_private, shown, stop, write
from sostool.cli.options import Language, ProfileName, Templates


class Format(StrEnum):
    """A format of a document."""

    HTML = "html"
    MD = "md"
    DOCX = "docx"
    PDF = "pdf"


def render_report(
    case_file: Annotated[str, typer.Argument(metavar="CASE", help="The case file; - reads standard input.")],
    document: Annotated[
        str,
        typer.Option("--document", metavar="KIND", help="Which document; all for every one the reader gets."),
    ] = "report",
    for_: Annotated[
        str,
        typer.Option(
            "--for",
            metavar="READER",
            help="Who will read it: a person's id, room, practitioners, chair; everyone for a folder each. Without it: the room, if everyone may hear everything.",
            show_default=False,
        ),
    ] = "",
    output: Annotated[
        list[Format] | None,
        typer.Option("--format", help="Repeat for several. Default: html and md.", show_default=False),
    ] = None,
    to: Annotated[
        str,
        typer.Option(
            "-o",
            "--output",
            metavar="PATH",
            help="A folder; or a file, for one document in one format. Default: what sostool.yaml says, else this folder.",
            show_default=False,
        ),
    ] = "",
    templates: Templates = "",
    profile: ProfileName = "",
    language: Language = "",
    unfinished: Annotated[
        bool,
        typer.Option(
            "--unfinished", help="Make it although practice checks found errors; every page then says Not finished."
        ),
    ] = False,
    final: Annotated[
        bool,
        typer.Option(
            "--final", help="Make the copy that is handed out, without Draft: only what `sostool approve` let go."
        ),
    ] = False,
    plain: Annotated[
        bool,
        typer.Option("--plain", help="In Word, show the map as headings and lists, to be pasted into another program."),
    ] = False,
    watch: Annotated[
        bool, typer.Option("--watch", help="Make it again after each save of the case file, until Ctrl-C.")
    ] = False,
    open_: Annotated[
        bool, typer.Option("--open", help="Show it in the browser; with --watch, again after each save.")
    ] = False,
) -> int:
    """Make a document from a case file, for one reader.

    Each reader gets a copy of their own: what is held back from them is not in it. Files are named by the
    reference and a code for the reader, never by a name.
    """
    from sostool.caseload.check_file import settings_of  # noqa: PLC0415
    from sostool.cli.documents import Done, Wanted, make_documents  # noqa: PLC0415

    formats = tuple(dict.fromkeys(format_.value for format_ in output or (Format.HTML, Format.MD)))
    clash = _clash(case_file, formats, unfinished=unfinished, final=final, plain=plain, watch=watch, opens=open_)
    if clash:
        stop(WRONG_USE, clash)

    def make() -> Done:
        wanted = Wanted(
            case_file=case_file,
            document=document,
            reader=for_,
            formats=formats,
            to=to,
            output=settings_of(case_file).settings.output,
            templates=templates,
            profile=profile,
            language=language,
            unfinished=unfinished,
            private=_hides(case_file),
            final=final,
            plain=plain,
        )
        return make_documents(wanted)

    if watch:
        from sostool.cli.previewing import keep_showing  # noqa: PLC0415

        return keep_showing(make, case_file, templates, opens=open_)
    private = _hides(case_file)
    done = make()
    for line in done.lines():
        write(f"Written: {shown(line)}\n")
    for note in done.notes:
        complain(note)
    if at_terminal() and not private and done.withheld is not None:
        _say_what_was_held_back(done.withheld)
    if open_:
        from sostool.cli.previewing import open_written  # noqa: PLC0415

        open_written(done.written)
    return FOUND if done.refused else OK


def _clash(
    case_file: str, formats: tuple[str, ...], *, unfinished: bool, final: bool, plain: bool, watch: bool, opens: bool
) -> str:
    """Say which options do not go together; "" if they do."""
    clashes = (
        (opens and "html" not in formats, "--open shows web pages: add --format html."),
        (plain and "docx" not in formats, "--plain is for Word documents: add --format docx."),
        (watch and case_file == "-", "--watch needs a file: it takes no -."),
        (final and unfinished, "A document is either --final or --unfinished: leave one of them out."),
        (final and watch, "Each save may void an approval, so --final is for once: leave out --watch."),
        (
            final and case_file == "-",
            "--final needs a file: approvals stand beside it, and standard input has none.",
        ),
    )
    return next((line for found, line in clashes if found), "")


def _hides(case_file: str) -> bool:
    """Tell whether case text is kept off the terminal: by what is usual, or by what the team's settings say."""
    from sostool.caseload.check_file import settings_of  # noqa: PLC0415

    return is_private(chosen=None) or settings_of(case_file).settings.private


def _say_what_was_held_back(count: int) -> None:
    if count == 0:
        write("Nothing was held back from this reader.\n")
    elif count == 1:
        write("One thing was held back from this reader.\n")
    else:
        write(f"{count} things were held back from this reader.\n")

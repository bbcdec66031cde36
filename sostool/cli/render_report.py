"""`sostool render-report`: make the conference's documents, each for one reader."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sostool.cli.console import FOUND, OK, WRONG_USE, Stop, at_terminal, complain, is_private, shown, stop, write

if TYPE_CHECKING:
    from sostool.case.model import Case
    from sostool.case.read import ReadCase
    from sostool.profile import Profile
    from sostool.report.render import Made, Refused
    from sostool.report.share.readers import Reader


class Format(StrEnum):
    """A format of a document."""

    HTML = "html"
    MD = "md"


def render_report(
    case_file: Annotated[str, typer.Argument(metavar="CASE", help="The case file; - reads standard input.")],
    document: Annotated[
        str, typer.Option("--document", metavar="KIND", help="Which document: report or map.")
    ] = "report",
    for_: Annotated[
        str,
        typer.Option(
            "--for",
            metavar="READER",
            help="Who will read it: a person's id, room, practitioners or chair. Without it: the room, if everyone may hear everything.",
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
    templates: Annotated[
        str,
        typer.Option(
            "--templates",
            metavar="DIR",
            help="The authority's own templates, laid over ours by file name.",
            show_default=False,
        ),
    ] = "",
    profile: Annotated[
        str,
        typer.Option(
            "--profile", metavar="NAME", help="Use this profile instead of the file's own.", show_default=False
        ),
    ] = "",
    unfinished: Annotated[
        bool,
        typer.Option(
            "--unfinished", help="Make it although practice checks found errors; every page then says Not finished."
        ),
    ] = False,
) -> int:
    """Make a document from a case file, for one reader.

    Each reader gets a copy of their own: what is held back from them is not in it. Files are named by the
    reference and a code for the reader, never by a name.
    """
    from sostool.caseload.check_file import settings_of  # noqa: PLC0415
    from sostool.report.labels import LabelMistakeError  # noqa: PLC0415
    from sostool.report.render import Refused, Workshop, kind_named, withheld_count  # noqa: PLC0415
    from sostool.report.templates import TemplateMistake  # noqa: PLC0415

    kind = kind_named(document)
    if kind is None:
        stop(WRONG_USE, f"There is no document {shown(document)}. There are: report, map.")
    formats = tuple(dict.fromkeys(format_.value for format_ in output or Format))
    read, found = _read(case_file, profile, unfinished=unfinished)
    case = read.case
    if case is None:
        stop(FOUND, "This file has errors. Put them right first: `sostool validate` shows them.")
    reader = _reader(case, found, for_, private=_hides(case_file))
    try:
        workshop = Workshop(found, Path(templates) if templates else None)
        made = workshop.make(read, kind, reader, formats, unfinished=unfinished)
    except Refused as refused:
        _tell(refused, read, private=_hides(case_file))
        return FOUND
    except (TemplateMistake, LabelMistakeError) as mistake:
        stop(WRONG_USE, shown(str(mistake)))
    for name in _put(made, to or settings_of(case_file).settings.output, case_file):
        write(f"Written: {shown(name)}\n")
    if at_terminal() and not _hides(case_file):
        _say_what_was_held_back(withheld_count(case, reader))
    return OK


def _read(case_file: str, profile: str, *, unfinished: bool) -> tuple[ReadCase, Profile]:
    """Read the case and its profile; stop where the practice checks find errors and nobody said to go on."""
    import datetime as dt  # noqa: PLC0415

    from sostool.case.read import read_case  # noqa: PLC0415
    from sostool.caseload.check_file import CannotReadError, bytes_of, profile_of, settings_of  # noqa: PLC0415
    from sostool.checks.run import ask_checks  # noqa: PLC0415

    try:
        read = read_case(bytes_of(case_file), case_file)
    except CannotReadError as error:
        stop(WRONG_USE, f"{shown(case_file)}: {error}.")
    if read.findings:
        first = read.findings[0]
        stop(
            FOUND,
            f"{shown(case_file)}:{first.place.line}:{first.place.column}: {first.code} {first.message}\n"
            "This file has errors, so nothing was written. `sostool validate` shows them all.",
        )
    if settings_of(case_file).findings:
        stop(FOUND, "The settings of this folder cannot be used: `sostool validate` says why.")
    loaded = profile_of(read, profile)
    if profile and loaded.unknown:
        near = f" Did you mean {loaded.near}?" if loaded.near else " `sostool profiles` lists them."
        stop(WRONG_USE, f"There is no profile of this name: {profile}.{near}")
    if loaded.profile is None:
        stop(FOUND, "The profile of this file cannot be used: `sostool validate` says why.")
    errors = [
        finding
        for finding in ask_checks(read, loaded.profile, dt.datetime.now(tz=dt.UTC).date()).findings
        if finding.severity == "error"
    ]
    if errors and not unfinished:
        first = errors[0]
        stop(
            FOUND,
            f"{shown(case_file)}:{first.place.line}:{first.place.column}: {first.code} {first.message}\n"
            "Put this right first; or add --unfinished, and every page will say that it is not finished.",
        )
    return read, loaded.profile


def _hides(case_file: str) -> bool:
    """Tell whether case text is kept off the terminal: by what is usual, or by what the team's settings say."""
    from sostool.caseload.check_file import settings_of  # noqa: PLC0415

    return is_private(chosen=None) or settings_of(case_file).settings.private


def _reader(case: Case, profile: Profile, name: str, *, private: bool) -> Reader:
    from sostool.report.share.readers import all_readers, default_reader, find_reader  # noqa: PLC0415
    from sostool.yamlfile.reading import nearest  # noqa: PLC0415

    reader = find_reader(case, profile, name) if name else default_reader(case, profile)
    if reader is not None:
        return reader
    readers = all_readers(case, profile)
    near = nearest(name, [one.name for one in readers]) if name else None
    lines = [
        "Nobody in this file has this id."
        if name
        else "Not everyone may have the same copy of this file, so say who it is for."
    ]
    if near and not private:
        lines.append(f"Did you mean --for {near}?")
    lines.append("Readers:")
    for one in readers:
        person = case.people.get(one.name)
        who = "" if person is None or private else f"{person.name or one.name}"
        # Ids are first names: a log gets the codes only.
        lines.append(f"  --for {one.code if person is not None and private else one.name:<16}{who}".rstrip())
    raise Stop(WRONG_USE if name else FOUND, "\n".join(lines))


def _tell(refused: Refused, read: ReadCase, *, private: bool) -> None:
    from sostool.findings.finding import path_text  # noqa: PLC0415

    complain(str(refused))
    for leak in refused.leaks:
        where = path_text(leak.path if private else leak.shown_path)
        complain(f"  {shown(read.source.name)}:{leak.place.line}:{leak.place.column} in {where}")


def _put(made: list[Made], to: str, case_file: str) -> list[str]:
    """Put the files in place, each in one step, and give their paths."""
    from sostool.files import CannotPlaceError, make_folder, replace  # noqa: PLC0415

    target = Path(to) if to else Path()
    is_file = bool(to) and len(made) == 1 and not target.is_dir() and not to.endswith(("/", "\\"))
    if is_file and (target.suffix.lower() in (".yaml", ".yml") or _is_same_file(target, case_file)):
        stop(WRONG_USE, "A document is never written over a case file. Give the file another name after -o.")
    paths = []
    try:
        make_folder(target.parent if is_file else target)
        for one in made:
            path = target if is_file else target / one.file_name
            replace(path, one.data)
            paths.append(str(path))
    except CannotPlaceError as error:
        stop(WRONG_USE, f"Not written: {error}.")
    return paths


def _is_same_file(target: Path, case_file: str) -> bool:
    return target.is_file() and Path(case_file).is_file() and target.samefile(case_file)


def _say_what_was_held_back(count: int) -> None:
    if count == 0:
        write("Nothing was held back from this reader.\n")
    elif count == 1:
        write("One thing was held back from this reader.\n")
    else:
        write(f"{count} things were held back from this reader.\n")

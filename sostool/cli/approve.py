"""`sostool approve`: let a reader's copy go, once a second person has read it."""

from __future__ import annotations

from typing import Annotated

import typer

from sostool.cli.console import FOUND, WRONG_USE, day_of, is_private, shown, stop
from sostool.cli.options import Language, ProfileName, Templates


def approve(
    case_file: Annotated[str, typer.Argument(metavar="CASE", help="The case file.")],
    by: Annotated[
        str,
        typer.Option(
            "--by", metavar="ID", help="Who has read it: a practitioner, manager or chair who did not write the file."
        ),
    ],
    document: Annotated[
        str, typer.Option("--document", metavar="KIND", help="Which document; all for every one the reader gets.")
    ] = "report",
    for_: Annotated[
        str,
        typer.Option(
            "--for",
            metavar="READER",
            help="Whose copy: a person's id, room, practitioners, chair; everyone for all of them. Without it: the room, if everyone may hear everything.",
            show_default=False,
        ),
    ] = "",
    language: Language = "",
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask: it has been read to its end.")] = False,
    withdraw: Annotated[bool, typer.Option("--withdraw", help="Take an approval back.")] = False,
    templates: Templates = "",
    profile: ProfileName = "",
    today: Annotated[
        str,
        typer.Option("--today", metavar="DATE", help="The day it is approved on. Default: today.", show_default=False),
    ] = "",
) -> int:
    """Let a reader's copy go, once a second person has read it to its end.

    What is approved stands beside the case file, with a hash of what that reader gets: any change in that voids it,
    and a change in anything else does not. It is an integrity record, not a legal signature.
    """
    from sostool.caseload.check_file import settings_of  # noqa: PLC0415
    from sostool.cli.approving import Approving  # noqa: PLC0415
    from sostool.cli.asked_for import read_case_file  # noqa: PLC0415
    from sostool.report.making.maker import Refused  # noqa: PLC0415
    from sostool.report.templating.template_mistake import TemplateMistake  # noqa: PLC0415
    from sostool.report.words.labels import LabelMistakeError  # noqa: PLC0415
    from sostool.report.words.languages import UnknownLanguageError  # noqa: PLC0415

    if case_file == "-":
        stop(WRONG_USE, "Standard input cannot be approved: approvals stand beside a file, so name the file.")
    day = day_of(today)
    private = is_private(chosen=None) or settings_of(case_file).settings.private
    read, used = read_case_file(case_file, profile)
    try:
        approving = Approving(case_file, read, used, templates, language, private=private)
        approving.find(document, for_)
        if withdraw:
            return approving.withdraw(by, day, language)
        return approving.approve(by, day, yes=yes, more=_options(templates, profile, language))
    except Refused as refused:
        stop(FOUND, approving.refused_lines(refused))
    except (TemplateMistake, LabelMistakeError, UnknownLanguageError) as mistake:
        stop(WRONG_USE, shown(str(mistake)))


def _options(templates: str, profile: str, language: str) -> list[str]:
    """Give the options that change what a copy holds, as they have to be typed for render-report too."""
    options = {"--templates": templates, "--profile": profile, "--language": language}
    return [word for name, value in options.items() if value for word in (name, value)]

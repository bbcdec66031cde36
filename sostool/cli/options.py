"""Options that several commands take, each said once."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, TypeAlias

import typer


class Output(StrEnum):
    """How it is told."""

    TABLE = "table"
    JSON = "json"
    MD = "md"
    HTML = "html"


PAGES = (Output.MD, Output.HTML)

Templates: TypeAlias = Annotated[
    str,
    typer.Option(
        "--templates",
        metavar="DIR",
        help="The authority's own templates, laid over ours by file name.",
        show_default=False,
    ),
]
ProfileName: TypeAlias = Annotated[
    str,
    typer.Option("--profile", metavar="NAME", help="Use this profile instead of the file's own.", show_default=False),
]
Language: TypeAlias = Annotated[
    str,
    typer.Option(
        "--language",
        metavar="LANGUAGE",
        help="The language of the documents' own words. Default: the reader's, else the file's.",
        show_default=False,
    ),
]
PageLanguage: TypeAlias = Annotated[
    str,
    typer.Option(
        "--language",
        metavar="LANGUAGE",
        help="The language of the page's own words. Default: the file's.",
        show_default=False,
    ),
]
PagePath: TypeAlias = Annotated[
    str,
    typer.Option(
        "-o",
        "--output",
        metavar="PATH",
        help="Where the page goes: a folder or a file. Default: what sostool.yaml says, else this folder.",
        show_default=False,
    ),
]
Private: TypeAlias = Annotated[
    bool | None,
    typer.Option(
        "--private/--no-private",
        help="Keep names, ids and the file's text out of the terminal. On by default unless a person is at it, and in CI.",
        show_default=False,
    ),
]

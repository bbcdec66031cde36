"""Options that several commands take, each said once."""

from __future__ import annotations

from typing import Annotated, TypeAlias

import typer

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

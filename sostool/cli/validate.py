"""`sostool validate`: check case files. It reads only."""

from __future__ import annotations

from typing import Annotated

import typer

from sostool.cli.checking import Order, Output, check
from sostool.cli.options import ProfileName

_PLAIN = Order()


def validate(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PATH]...",
            help="Case files or folders; - reads standard input. Default: what sostool.yaml says, else this folder.",
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        Output,
        typer.Option("--format", help="How to print what was found."),
    ] = _PLAIN.output,
    strict: Annotated[bool, typer.Option("--strict", help="Open queries count as findings too.")] = _PLAIN.strict,
    private: Annotated[
        bool | None,
        typer.Option(
            "--private/--no-private",
            help="Keep the file's text out of the output. On by default unless a person is at the terminal, and in CI.",
            show_default=False,
        ),
    ] = _PLAIN.private,
    select: Annotated[
        list[str] | None,
        typer.Option(
            "--select",
            metavar="CODES",
            help="Only these checks: whole codes or first letters, such as DS or SC101.",
            show_default=False,
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option("--ignore", metavar="CODES", help="Not these checks.", show_default=False)
    ] = None,
    profile: ProfileName = _PLAIN.profile,
    today: Annotated[
        str,
        typer.Option(
            "--today",
            metavar="DATE",
            help="The day on which it is looked whether an answer still holds. Default: today.",
            show_default=False,
        ),
    ] = _PLAIN.today,
    jobs: Annotated[
        int, typer.Option("--jobs", min=1, max=64, help="How many files to check side by side.")
    ] = _PLAIN.jobs,
    explain_open: Annotated[
        bool,
        typer.Option(
            "--explain-open",
            help="What is still open, for a supervision talk: by danger, then by who has to do something.",
        ),
    ] = _PLAIN.explain_open,
    watch: Annotated[
        bool, typer.Option("--watch", help="Check again after each save, and show what has changed.")
    ] = _PLAIN.watch,
    profile_checks: Annotated[
        bool, typer.Option("--profile-checks", help="Say afterwards how long each family of checks took.")
    ] = _PLAIN.profile_checks,
    quiet: Annotated[bool, typer.Option("--quiet", help="Print nothing; the exit code tells.")] = _PLAIN.quiet,
) -> int:
    """Check case files: what is wrong, what is missing, what to ask.

    Errors have to be put right. Queries are gaps and doubts: put them right, or answer them with a reason in
    the file. Nothing is ever changed.
    """
    return check(
        Order(
            paths=tuple(paths or ()),
            output=output,
            strict=strict,
            private=private,
            select=tuple(select or ()),
            ignore=tuple(ignore or ()),
            profile=profile,
            today=today,
            jobs=jobs,
            quiet=quiet,
            explain_open=explain_open,
            watch=watch,
            profile_checks=profile_checks,
        )
    )

"""`sostool validate`: check case files. It reads only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from sostool.cli.console import (
    FOUND,
    OK,
    WRONG_USE,
    at_terminal,
    complain,
    flush,
    is_private,
    stop,
    wants_colour,
    write,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sostool.findings.result import Checked

_MACHINES = frozenset(("json", "github", "sarif", "junit"))


def validate(
    paths: Annotated[list[str] | None, typer.Argument(metavar="[PATH]...", help="Case files or folders; - reads standard input. Default: this folder.", show_default=False)] = None,
    output: Annotated[Literal["full", "concise", "json", "github", "sarif", "junit"], typer.Option("--format", help="How to print what was found.")] = "full",
    strict: Annotated[bool, typer.Option("--strict", help="Open queries count as findings too.")] = False,
    private: Annotated[bool | None, typer.Option("--private/--no-private", help="Keep the file's text out of the output. On by default unless a person is at the terminal, and in CI.", show_default=False)] = None,
    select: Annotated[list[str] | None, typer.Option("--select", metavar="CODES", help="Only these checks: whole codes or first letters, such as DS or SC101.", show_default=False)] = None,
    ignore: Annotated[list[str] | None, typer.Option("--ignore", metavar="CODES", help="Not these checks.", show_default=False)] = None,
    profile: Annotated[str, typer.Option("--profile", metavar="NAME", help="Use this profile instead of the file's own.", show_default=False)] = "",
    jobs: Annotated[int, typer.Option("--jobs", min=1, max=64, help="How many files to check side by side.")] = 1,
    quiet: Annotated[bool, typer.Option("--quiet", help="Print nothing; the exit code tells.")] = False,
) -> int:
    """Check case files: what is wrong, what is missing, what to ask.

    Errors have to be put right. Queries are gaps and doubts: put them right, or answer them with a reason in
    the file. Nothing is ever changed.
    """
    import datetime as dt  # noqa: PLC0415

    from sostool import __version__  # noqa: PLC0415
    from sostool.caseload.check_file import Settings  # noqa: PLC0415
    from sostool.caseload.check_many import check_files  # noqa: PLC0415
    from sostool.caseload.find import find_cases  # noqa: PLC0415
    from sostool.checks.registry import rule_of  # noqa: PLC0415
    from sostool.checks.run import Wanted  # noqa: PLC0415
    from sostool.findings.printers import printer  # noqa: PLC0415
    from sostool.findings.result import PrintOptions  # noqa: PLC0415

    hide = output in _MACHINES or is_private(chosen=private)
    settings = Settings(dt.datetime.now(tz=dt.UTC).date(), hide, Wanted(_codes(select), _codes(ignore)), profile)
    worst = _Worst(strict=strict)
    results = worst.watch(check_files(find_cases(paths or ["."]), settings, jobs))
    if quiet:
        for _ in results:
            pass
    else:
        options = PrintOptions(private=hide, colour=wants_colour() and output == "full", width=_width(), version=__version__)
        for chunk in printer(output)(results, rule_of, options):
            write(chunk)
        flush()
    if not worst.files:
        complain("There is no case file here to check.")
        return WRONG_USE
    return worst.code


class _Worst:
    """Looks at results as they pass and remembers the worst exit code."""

    def __init__(self, *, strict: bool) -> None:
        self.strict = strict
        self.files = 0
        self.code = OK

    def watch(self, results: Iterable[Checked]) -> Iterator[Checked]:
        for result in results:
            self.files += 1
            if result.unreadable:
                self.code = WRONG_USE
            elif result.count("error") or (self.strict and result.count("query")):
                self.code = max(self.code, FOUND)
            yield result


def _codes(options: list[str] | None) -> tuple[str, ...]:
    from sostool.checks.registry import all_checks  # noqa: PLC0415

    codes = tuple(code.strip().upper() for option in options or () for code in option.split(",") if code.strip())
    for code in codes:
        if not any(known.startswith(code) for known in all_checks()):
            stop(WRONG_USE, f"There is no check {code}. `sostool checks` lists them.")
    return codes


def _width() -> int:
    if not at_terminal():
        return 100
    import shutil  # noqa: PLC0415

    return max(40, shutil.get_terminal_size().columns)

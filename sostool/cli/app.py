"""All commands, in the order of a worker's day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from sostool.cli.explain import checks, explain
from sostool.cli.new_case import new_case
from sostool.cli.profiles import profiles
from sostool.cli.render_report import render_report
from sostool.cli.schema import schema
from sostool.cli.validate import validate

if TYPE_CHECKING:
    from collections.abc import Callable

app = typer.Typer(
    name="sostool",
    help="Case files, checks and conference reports for social workers who use Signs of Safety.\n\n"
    "Independent of, and not endorsed by, the owners of the name Signs of Safety.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    pretty_exceptions_show_locals=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(value: bool) -> None:
    if value:
        from sostool import __version__  # noqa: PLC0415

        typer.echo(f"sostool {__version__}")
        raise typer.Exit


@app.callback()
def _sostool(
    version: Annotated[bool, typer.Option("--version", help="Say the version and stop.", callback=_version, is_eager=True)] = False,
) -> None: ...


_COMMANDS: tuple[tuple[str, Callable[..., Any]], ...] = (
    ("new-case", new_case),
    ("validate", validate),
    ("render-report", render_report),
    ("explain", explain),
    ("checks", checks),
    ("schema", schema),
    ("profiles", profiles),
)
for _name, _function in _COMMANDS:
    app.command(_name)(_function)


def command() -> Any:
    """Give the whole command line as one callable command."""
    return typer.main.get_command(app)

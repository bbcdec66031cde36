"""All commands, in the order of a worker's day."""

from __future__ import annotations

from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperCommand

from sostool.cli.console import WRONG_USE, stop

# In the order of help, each with its module and its function there.
_COMMANDS = {
    "new-case": ("new_case", "new_case"),
    "add": ("add", "add"),
    "rate": ("rate", "rate"),
    "validate": ("validate", "validate"),
    "mend": ("mend", "mend"),
    "render-report": ("render_report", "render_report"),
    "who-sees": ("who_sees", "who_sees"),
    "approve": ("approve", "approve"),
    "status": ("status", "status"),
    "compare": ("compare", "compare"),
    "timeline": ("timeline", "timeline"),
    "pseudonymise": ("pseudonymise", "pseudonymise"),
    "explain": ("explain", "explain"),
    "checks": ("explain", "checks"),
    "schema": ("schema", "schema"),
    "profiles": ("profiles", "profiles"),
    "templates": ("templates", "templates"),
}


def _version(value: bool) -> None:
    if value:
        from sostool import __version__  # noqa: PLC0415

        typer.echo(f"sostool {__version__}")
        raise typer.Exit


def _sostool(
    version: Annotated[
        bool, typer.Option("--version", help="Say the version and stop.", callback=_version, is_eager=True)
    ] = False,
) -> None: ...


class _SaidOnce(TyperCommand):
    """A command that takes an option with one value once: of two, nobody would know which was meant."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read what was typed.

        Raises:
            Stop: an option is there twice.
        """
        _, _, order = self.make_parser(ctx).parse_args(list(args))
        options: list[Any] = [one for one in order if one.param_type_name == "option"]
        single = [one for one in options if not (one.multiple or one.is_flag)]
        twice = next((one for one in single if single.count(one) > 1), None)
        if twice is not None:
            stop(WRONG_USE, f"{max(twice.opts, key=len)} is there twice, and only one can be meant: leave one out.")
        return super().parse_args(ctx, args)


def command(arguments: list[str]) -> Any:
    """Give the command line as one callable command.

    Args:
        arguments: what it will be called with. If they start with the name of a command, only that one is in it: to
            make typer read the options of all takes as long as to check ten case files.
    """
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
    app.callback()(_sostool)
    for name in [name for name in arguments[:1] if name in _COMMANDS] or _COMMANDS:
        module, function = _COMMANDS[name]
        app.command(name, cls=_SaidOnce)(getattr(import_module(f"sostool.cli.{module}"), function))
    return typer.main.get_command(app)

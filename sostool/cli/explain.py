"""`sostool explain` and `sostool checks`: what a check asks, and why."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from sostool.cli.console import OK, WRONG_USE, stop, write


def explain(
    code: Annotated[str, typer.Argument(help="The code of a check, such as DS101.")],
    output: Annotated[Literal["text", "json"], typer.Option("--format", help="For people, or for programs.")] = "text",
) -> int:
    """Say what a check asks, why it matters to the family, and what good looks like."""
    from sostool.checks.explain import as_text, nearest_code  # noqa: PLC0415
    from sostool.checks.registry import rule_of  # noqa: PLC0415

    try:
        rule = rule_of(code.upper())
    except KeyError:
        near = nearest_code(code)
        stop(
            WRONG_USE,
            f"There is no check {code}." + (f" Did you mean {near}?" if near else " `sostool checks` lists them."),
        )
    if output == "json":
        import json  # noqa: PLC0415

        write(json.dumps(rule._asdict(), indent=2, ensure_ascii=False) + "\n")
    else:
        write(as_text(rule))
    return OK


def checks(
    output: Annotated[Literal["text", "json"], typer.Option("--format", help="For people, or for programs.")] = "text",
    profile: Annotated[
        str, typer.Option("--profile", metavar="NAME", help="Show how this profile asks them.")
    ] = "england",
) -> int:
    """List all checks."""
    from sostool.checks.explain import as_list  # noqa: PLC0415
    from sostool.cli.profiles import loaded  # noqa: PLC0415

    listed = as_list(loaded(profile))
    if output == "json":
        import json  # noqa: PLC0415

        write(json.dumps([dict(row._asdict()) for row in listed], indent=2, ensure_ascii=False) + "\n")
        return OK
    family = ""
    for row in listed:
        if row.family != family:
            write(f"{'' if not family else chr(10)}{row.family}\n")
            family = row.family
        local = f" (usually {row.usual})" if row.severity != row.usual else ""
        local += " (must be closed before a document is final)" if row.must_be_closed else ""
        write(f"  {row.code}  {row.severity:<7}{row.summary}{local}\n")
    return OK

"""`sostool profiles`: whose words and limits there are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from sostool.cli.console import OK, WRONG_USE, stop, write

if TYPE_CHECKING:
    from sostool.profile import Profile


def profiles(
    output: Annotated[Literal["text", "json"], typer.Option("--format", help="For people, or for programs.")] = "text",
) -> int:
    """List the authority profiles, shipped and in the folder `profiles` here, each with its sources."""
    from sostool.profile.load import profile_names  # noqa: PLC0415

    found = [loaded(name) for name in profile_names(Path())]
    if output == "json":
        import json  # noqa: PLC0415

        rows = [
            {
                "name": profile.name,
                "title": profile.title,
                "based_on": list(profile.based_on),
                "columns": list(profile.columns),
                "sources": [{"what": source.what, "about": source.about} for source in profile.sources],
            }
            for profile in found
        ]
        write(json.dumps(rows, indent=2, ensure_ascii=False) + "\n")
        return OK
    for profile in found:
        built = f" (built on {profile.based_on[-1]})" if profile.based_on else ""
        write(f"{profile.name}: {profile.title}{built}\n")
        for source in profile.sources:
            write(f"    {source.what}\n")
    return OK


def loaded(name: str, beside: Path | None = None) -> Profile:
    """Load a profile by its name, shipped or in the folder `profiles` beside, or end the command with what is wrong."""
    from sostool.profile.load import load_profile  # noqa: PLC0415

    result = load_profile(name, beside or Path())
    if result.profile is None:
        if result.unknown:
            near = f" Did you mean {result.near}?" if result.near else " `sostool profiles` lists them."
            stop(WRONG_USE, f"There is no profile of this name: {result.unknown}.{near}")
        first = result.findings[0]
        stop(WRONG_USE, f"{first.file}:{first.place.line}:{first.place.column}: {first.message} {first.mend}")
    return result.profile

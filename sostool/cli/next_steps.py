"""What to do next with a new file: its gaps, the most important first, and the commands that follow."""

from __future__ import annotations

import shlex
import textwrap
from typing import TYPE_CHECKING

from sostool.cli.console import shown, todays_date
from sostool.cli.lines import width

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sostool.case.model import Case

_MOST = 6


def what_to_do_next(target: Path, started: str = "") -> str:
    """Say what is in a new file and what is still missing, in the order in which it is worth doing.

    Args:
        target: the file.
        started: what to say first about how it was started.
    """
    name = str(target)
    # A name that starts with a dash would be taken for an option.
    name = shown(shlex.quote(f"./{name}" if name.startswith("-") else name))
    gaps = list(_gaps(target))
    lines = [f"Written: {shown(str(target))}", ""]
    if started:
        for line in started.splitlines():
            lines += textwrap.wrap(line, width())
        lines.append("")
    if gaps:
        lines.append("What to do next, the most important first:")
        for gap in gaps[:_MOST]:
            lines += textwrap.wrap(gap, width(), initial_indent="  - ", subsequent_indent="    ")
        if len(gaps) > _MOST:
            lines.append("  - and more: validate lists it all.")
    else:
        lines.append("Nothing is missing in it.")
    return "\n".join([*lines, "", "Then:", f"  sostool validate {name}", f"  sostool render-report {name}", ""])


def _gaps(target: Path) -> Iterator[str]:
    """Give the gaps of a file: the parts that are empty, and the first place where each check asks something."""
    from sostool.case.read import read_case  # noqa: PLC0415
    from sostool.caseload.check_file import bytes_of, profile_of  # noqa: PLC0415
    from sostool.checks.registry import PRACTICE  # noqa: PLC0415
    from sostool.checks.run import ask_checks  # noqa: PLC0415

    read = read_case(bytes_of(str(target)), str(target))
    profile = profile_of(read).profile
    if read.case is None or profile is None:
        return
    yield from _empty_parts(read.case)
    first_of: dict[str, str] = {}
    for finding in ask_checks(read, profile, todays_date()).findings:
        first_of.setdefault(finding.code, f"Line {finding.place.line}: {finding.message} {finding.mend}")
    yield from (first_of[check.code] for check in PRACTICE if check.code in first_of)


def _empty_parts(case: Case) -> Iterator[str]:
    if not case.people:
        yield "Put everyone under `people:`, the children first."
    if not case.dangers:
        yield "Write the first danger statement under `dangers:`: who is worried, about what, for which child."
    if not (case.meeting and case.meeting.why):
        yield "Say why you meet, in a few plain sentences, under `why:`."
    well = case.map.working_well if case.map else None
    if not (well and (well.strengths or well.existing_safety)):
        yield "Fill in what is working well: start with `strengths:`."
    worried = case.map.worried if case.map else None
    if not (worried and worried.past_harm):
        yield "Fill in what has happened that hurt a child, under `past_harm:`."

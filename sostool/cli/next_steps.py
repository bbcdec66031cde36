"""What to do next with a new file: its gaps, the most important first, and the commands that follow."""

from __future__ import annotations

import shlex
from pathlib import Path

from sostool.cli.console import shown

_MOST = 5


def what_to_do_next(target: Path) -> str:
    """Say what is in a new file and what is still missing, in the order in which it is worth doing."""
    import datetime as dt  # noqa: PLC0415

    from sostool.caseload.check_file import Settings, check_file  # noqa: PLC0415
    from sostool.checks.registry import PRACTICE, all_checks  # noqa: PLC0415

    results = check_file(str(target), Settings(dt.datetime.now(tz=dt.UTC).date(), private=True))
    order = {check.code: index for index, check in enumerate(PRACTICE)}
    findings = sorted((finding for result in results for finding in result.findings), key=lambda found: order.get(found.code, -1))
    name = shown(shlex.quote(str(target)))
    lines = [f"Written: {shown(str(target))}", ""]
    if findings:
        rules = all_checks()
        lines.append("What to do next, the most important first:")
        by_code = dict.fromkeys(finding.code for finding in findings)
        for code in list(by_code)[:_MOST]:
            first = next(finding for finding in findings if finding.code == code)
            lines += [f"  - {rules[code].rule().summary}", f"    Line {first.place.line}: {first.mend or first.message}"]
        if len(by_code) > _MOST:
            lines.append(f"  - and {len(by_code) - _MOST} more kinds of question; validate lists them all.")
    else:
        lines.append("Nothing is missing in it.")
    lines += [
        "",
        "Then:",
        f"  sostool validate {name}",
        f"  sostool render-report {name}",
        "",
    ]
    return "\n".join(lines)

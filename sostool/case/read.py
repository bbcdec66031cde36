"""From the bytes of a case file to a `Case`, and everything that is wrong with it, in one go."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sostool.case.ids import look_up
from sostool.case.model import VERSION, Case
from sostool.case.paths import by_id, by_position
from sostool.yamlfile.kinds import MISSING
from sostool.yamlfile.opening import open_source
from sostool.yamlfile.parts import all_keys
from sostool.yamlfile.reading import Reading

if TYPE_CHECKING:
    from sostool.findings.finding import Finding, Path
    from sostool.yamlfile.source import Source


class ReadCase(NamedTuple):
    """A case as far as it could be read, its text, and what is wrong.

    `case` is None where the file has no shape at all. `broken` are the paths of parts in which something is
    wrong, so that no check guesses about them.
    """

    case: Case | None
    source: Source
    findings: list[Finding]
    broken: frozenset[Path]


def read_case(data: bytes, name: str) -> ReadCase:
    """Read a case file.

    Args:
        data: the file's bytes, at most one byte more than `MOST_BYTES`.
        name: what the file is called in messages.

    Returns:
        The case and every error in it; nothing a user can type makes this raise.
    """
    source, troubles = open_source(data, name, lambda: all_keys(Case))
    reading = Reading(source)
    for trouble in troubles:
        reading.trouble(trouble)
    case: Case | None = None
    if source.root is not None:
        part = Case.read(source.root, (), reading)
        if part is not MISSING:
            case = part
            _look_at_version(part, reading)
            look_up(part, reading)
    findings = [
        finding._replace(path=by_position(finding.path, source), shown_path=by_id(finding.path, source))
        for finding in reading.findings
    ]
    findings.sort(key=lambda finding: (finding.place, finding.code))
    return ReadCase(case, source, findings, frozenset(reading.broken))


def _look_at_version(case: Case, reading: Reading) -> None:
    if case.sostool is not None and case.sostool > VERSION:
        reading.report(
            "CF108",
            ("sostool",),
            f"This file is written for a newer sostool; this one reads files of version {VERSION}.",
            mend="Ask for a newer sostool.",
        )

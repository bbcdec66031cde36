"""From the bytes of a case file to a `Case`, and everything that is wrong with it, in one go."""

from __future__ import annotations

from typing import NamedTuple

from sostool.case.ids import look_up
from sostool.case.model import VERSION, Case
from sostool.case.paths import by_id, by_position
from sostool.findings.finding import START, Finding, Path
from sostool.yamlfile.composer import compose
from sostool.yamlfile.kinds import MISSING
from sostool.yamlfile.reading import Reading
from sostool.yamlfile.source import MOST_BYTES, Source, Trouble, decode, unwanted_characters


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
    if len(data) > MOST_BYTES:
        source = Source(name, "", None)
        reading = Reading(source)
        reading.trouble(
            Trouble(
                "YA103",
                f"This file is larger than {MOST_BYTES // 1_000_000} MB, and no case file is.",
                "Look whether it is the right file.",
                START,
            )
        )
        return ReadCase(None, source, reading.findings, frozenset({()}))
    text, troubles = decode(data)
    unwanted = unwanted_characters(text)
    troubles += unwanted
    if unwanted:
        # libyaml refuses control characters; without them the rest of the file can still be read.
        text_to_compose = _without_unwanted(text)
    else:
        text_to_compose = text
    root, syntax = compose(text_to_compose)
    source = Source(name, text, root)
    reading = Reading(source)
    for trouble in troubles + syntax:
        reading.trouble(trouble)
    case: Case | None = None
    if root is not None:
        part = Case.read(root, (), reading)
        if part is not MISSING:
            case = part
            _look_at_version(part, reading)
            look_up(part, reading)
    findings = [_with_paths(finding, source) for finding in reading.findings]
    findings.sort(key=lambda finding: (finding.place, finding.code))
    return ReadCase(case, source, findings, frozenset(reading.broken))


def _without_unwanted(text: str) -> str:
    from sostool.yamlfile.source import FORBIDDEN  # noqa: PLC0415 - seldom needed

    return FORBIDDEN.sub(" ", text)


def _with_paths(finding: Finding, source: Source) -> Finding:
    return finding._replace(path=by_position(finding.path, source), shown_path=by_id(finding.path, source))


def _look_at_version(case: Case, reading: Reading) -> None:
    if case.sostool is not None and case.sostool > VERSION:
        reading.report(
            "CF108",
            ("sostool",),
            f"This file is written for a newer sostool; this one reads files of version {VERSION}.",
            mend="Ask for a newer sostool.",
        )

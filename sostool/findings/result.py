"""What a run found in one file, as plain data that can cross from one process to another."""

from __future__ import annotations

from typing import NamedTuple

from sostool.findings.finding import Finding


class Topic(NamedTuple):
    """One open question as it is talked through: under which danger, who has to do something, and what was found.

    `danger` is the danger's position, None where it belongs to none; `who` is the person's, None for whoever writes
    the file. Their names are empty in private mode.
    """

    danger: int | None
    danger_name: str
    who: int | None
    who_name: str
    finding: Finding


class Checked(NamedTuple):
    """One file's findings.

    `lines` holds the text of the lines that findings stand on; it is empty in private mode, so that a printer
    could not show them by mistake. `answered` counts the queries closed by a reason in the file.
    `unreadable` says why the file could not be opened, if so. `topics` are the open questions in the order of a talk,
    where that was asked for.
    """

    file: str
    findings: tuple[Finding, ...] = ()
    answered: int = 0
    lines: dict[int, str] = {}  # noqa: RUF012 - a NamedTuple's default, never changed
    unreadable: str = ""
    topics: tuple[Topic, ...] = ()

    def count(self, severity: str) -> int:
        """Count the findings of one severity."""
        return sum(finding.severity == severity for finding in self.findings)


class PrintOptions(NamedTuple):
    """How to print: nothing of the case in private mode; colour and width only matter on a terminal."""

    private: bool
    colour: bool = False
    width: int = 100
    version: str = ""

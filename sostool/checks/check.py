"""What a check is, and how its docstring is read.

A check's docstring is its documentation everywhere: at the terminal, on the reference page, in SARIF. Its
first line is the summary; then come the headings What it checks, Why it matters, Fails, Passes and Source,
each with its text indented below. Fails and Passes are fragments of a case file, and run as tests.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeAlias

from sostool.case.read import ReadCase
from sostool.checks.look import Look
from sostool.findings.finding import Path, Severity
from sostool.findings.rule import Rule


class InFile(NamedTuple):
    """A place in another case file than the one that is checked."""

    read: ReadCase
    path: Path


class Found(NamedTuple):
    """What a check yields: where, and in what words.

    `message` and `mend` hold no text of the case; `detail` may, and is shown only at a person's terminal.
    `severity` is set where one check tells of two kinds of thing, such as SC101. `also` are other parts that
    were looked at: while one of them is broken, nobody can tell whether something is missing. `words` are the words
    in the text at `path` that this is about, as they stand there: the finding then points to them. `elsewhere` is a
    place in another file that this is about too.
    """

    path: Path
    message: str
    mend: str = ""
    detail: str = ""
    severity: Severity | None = None
    also: tuple[Path, ...] = ()
    words: str = ""
    elsewhere: InFile | None = None


Ask: TypeAlias = Callable[[Look], Iterator[Found]]


class Check(NamedTuple):
    """One check: its code for ever, a name that reads after “allow”, how much it weighs, and what it asks.

    `ask` is None for what is found while the file is read, or while its answers close what was asked.
    """

    code: str
    name: str
    severity: Severity
    documentation: str
    ask: Ask | None = None

    def rule(self) -> Rule:
        """Give the check as it is explained."""
        summary, sections = _sections(self.documentation)
        return Rule(
            code=self.code,
            name=self.name,
            severity=self.severity,
            summary=summary,
            what=sections.get("What it checks", ""),
            why=sections.get("Why it matters", ""),
            fails=sections.get("Fails", ""),
            passes=sections.get("Passes", ""),
            source=sections.get("Source", ""),
        )


def check(code: str, name: str, severity: Severity) -> Callable[[Ask], Check]:
    """Make a check of the function below, with its docstring."""

    def make(ask: Ask) -> Check:
        return Check(code, name, severity, ask.__doc__ or "", ask)

    return make


def told_by_reader(code: str, name: str, severity: Severity = "error") -> Callable[[Callable[[], None]], Check]:
    """Make a check of what is found while a file is read or answered; the function below only carries its docstring."""

    def make(documentation: Callable[[], None]) -> Check:
        return Check(code, name, severity, documentation.__doc__ or "")

    return make


_HEADINGS = frozenset(("What it checks", "Why it matters", "Fails", "Passes", "Source"))


def _sections(documentation: str) -> tuple[str, dict[str, str]]:
    lines = [line.rstrip() for line in documentation.strip().splitlines()]
    summary = lines[0] if lines else ""
    sections: dict[str, list[str]] = {}
    current: list[str] = []
    for line in lines[1:]:
        if line.strip() in _HEADINGS:
            current = sections.setdefault(line.strip(), [])
        else:
            current.append(line)
    return summary, {heading: _dedent(body) for heading, body in sections.items()}


def _dedent(lines: list[str]) -> str:
    indent = min((len(line) - len(line.lstrip()) for line in lines if line), default=0)
    return "\n".join(line[indent:] for line in lines).strip("\n")

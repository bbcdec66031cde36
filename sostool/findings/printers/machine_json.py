"""One JSON object for other programs. Nothing of the case in it, in any mode."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sostool.findings.finding import Finding, path_text
from sostool.findings.printers.characters import one_line, visible
from sostool.findings.printers.json_text import json_list, json_text
from sostool.findings.printers.totals import Totals

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sostool.findings.result import Checked, PrintOptions
    from sostool.findings.rule import Rule

# Raised when a program that reads the output would have to change.
VERSION = 1


def printer(results: Iterable[Checked], rule_of: Callable[[str], Rule], options: PrintOptions) -> Iterator[str]:
    """Give the object in pieces: version, tool, a file each with its findings, and the summary last."""
    totals = Totals()

    def files() -> Iterator[dict[str, Any]]:
        for checked in results:
            totals.add(checked)
            yield _file(checked, rule_of)

    tool = {"name": "sostool", "version": options.version}
    yield f'{{\n  "version": {VERSION},\n  "tool": {json_text(tool, 2)},\n  "files": '
    yield from json_list(files(), 2)
    yield f',\n  "summary": {json_text(_summary(totals), 2)}\n}}\n'


def _file(checked: Checked, rule_of: Callable[[str], Rule]) -> dict[str, Any]:
    return {
        "file": visible(checked.file),
        "findings": [_finding(finding, rule_of(finding.code)) for finding in checked.findings],
        "answered": checked.answered,
        "unreadable": one_line(checked.unreadable) or None,
    }


def _finding(finding: Finding, rule: Rule) -> dict[str, Any]:
    place = finding.place
    told: dict[str, Any] = {
        "code": finding.code,
        "name": rule.name,
        "severity": finding.severity,
        "message": one_line(finding.message),
        "mend": one_line(finding.mend),
        "path": visible(path_text(finding.path)),
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }
    if finding.elsewhere is not None:
        file, there, path, _ = finding.elsewhere
        told["elsewhere"] = {
            "file": visible(file),
            "path": visible(path_text(path)),
            "line": there.line,
            "column": there.column,
            "end_line": there.end_line,
            "end_column": there.end_column,
        }
    return told


def _summary(totals: Totals) -> dict[str, int]:
    return {
        "files": totals.files,
        "unreadable": totals.unreadable,
        "errors": totals.errors,
        "queries": totals.queries,
        "advice": totals.advice,
        "answered": totals.answered,
    }

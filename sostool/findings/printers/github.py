"""Annotations for GitHub Actions, each after a line that says the same in the log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sostool.findings.printers.characters import file_name, one_line
from sostool.findings.printers.concise import line, unreadable_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sostool.findings.finding import Place
    from sostool.findings.result import Checked, PrintOptions
    from sostool.findings.rule import Rule

_COMMANDS = {"error": "error", "query": "warning", "advice": "notice"}


def printer(results: Iterable[Checked], rule_of: Callable[[str], Rule], options: PrintOptions) -> Iterator[str]:
    """Give two lines a finding: the concise one, so that the log shows the place, and the annotation."""
    del options
    for checked in results:
        name = file_name(checked.file)
        if checked.unreadable:
            yield unreadable_line(name, checked.unreadable)
            yield f"::error file={_property(name)},title=unreadable::{_data(checked.unreadable)}\n"
        for finding in checked.findings:
            title = f"{finding.code} {rule_of(finding.code).name}"
            yield (
                f"{line(name, finding)}::{_COMMANDS[finding.severity]} file={_property(name)},"
                f"{_position(finding.place)},title={_property(title)}::{_data(finding.message)}\n"
            )


def _position(place: Place) -> str:
    # GitHub takes columns only where both ends stand on one line.
    if place.line != place.end_line:
        return f"line={place.line},endLine={place.end_line}"
    return f"line={place.line},col={place.column},endLine={place.end_line},endColumn={place.end_column}"


def _data(text: str) -> str:
    return one_line(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

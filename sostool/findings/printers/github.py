"""Annotations for GitHub Actions, each after a line that says the same in the log, and the sum at the end.

GitHub shows ten annotations of each kind a step and drops the rest without a word. So the first ten errors, queries
and pieces of advice get one; every finding has its plain line, and the end says how many have no more than that.
"""

from __future__ import annotations

from os import sep
from typing import TYPE_CHECKING

from sostool.findings.printers.characters import file_name, one_line, visible
from sostool.findings.printers.concise import line, unreadable_line
from sostool.findings.printers.totals import Totals

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sostool.findings.finding import Finding, Place
    from sostool.findings.result import Checked, PrintOptions
    from sostool.findings.rule import Rule

MOST_OF_A_KIND = 10
_COMMANDS = {"error": "error", "query": "warning", "advice": "notice"}


def printer(results: Iterable[Checked], rule_of: Callable[[str], Rule], options: PrintOptions) -> Iterator[str]:
    """Give the plain line of each finding, after it its annotation while GitHub shows more, and last the sum."""
    del options
    totals = Totals()
    left = dict.fromkeys(_COMMANDS.values(), MOST_OF_A_KIND)
    for checked in results:
        totals.add(checked)
        name = file_name(checked.file)
        if checked.unreadable:
            text = unreadable_line(name, checked.unreadable)
            if _takes(left, "error"):
                text += f"::error file={_file(name)},title=unreadable::{_data(checked.unreadable)}\n"
            yield text
        for finding in checked.findings:
            text = line(name, finding)
            if _takes(left, _COMMANDS[finding.severity]):
                text += _annotation(name, finding, rule_of(finding.code))
            yield text
    for sentence in totals.sentences():
        yield f"{sentence}\n"
    without = (
        totals.unreadable
        + totals.errors
        + totals.queries
        + totals.advice
        - sum(MOST_OF_A_KIND - number for number in left.values())
    )
    if without:
        told = "1 finding stands" if without == 1 else f"{without:,} findings stand"
        yield f"{told} only in this log: GitHub shows {MOST_OF_A_KIND} annotations of a kind.\n"


def _takes(left: dict[str, int], command: str) -> bool:
    """Take one of the annotations of a kind that are left, if one is."""
    if not left[command]:
        return False
    left[command] -= 1
    return True


def _annotation(name: str, finding: Finding, rule: Rule) -> str:
    title = _property(f"{finding.code} {rule.name}")
    told = _data(finding.message) + (f"%0A{_data(finding.mend)}" if finding.mend else "")
    if finding.elsewhere is not None:
        told += f"%0A{_data(visible(finding.elsewhere.file))}:{finding.elsewhere.place.line}"
    where = f"file={_file(name)},{_position(finding.place)}"
    return f"::{_COMMANDS[finding.severity]} {where},title={title}::{told}\n"


def _position(place: Place) -> str:
    # GitHub takes columns only where both ends stand on one line.
    if place.line != place.end_line:
        return f"line={place.line},endLine={place.end_line}"
    return f"line={place.line},col={place.column},endLine={place.end_line},endColumn={place.end_column}"


def _file(name: str) -> str:
    return _property(name if sep == "/" else name.replace(sep, "/"))


def _data(text: str) -> str:
    return one_line(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

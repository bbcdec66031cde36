"""One line a finding, for editors and for `grep`: `file:line:col: CODE severity message`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sostool.findings.printers.characters import file_name, one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sostool.findings.finding import Finding
    from sostool.findings.result import Checked, PrintOptions
    from sostool.findings.rule import Rule


def printer(results: Iterable[Checked], rule_of: Callable[[str], Rule], options: PrintOptions) -> Iterator[str]:
    """Give one line a finding and one for a file that could not be read; nothing of the case in any mode."""
    del rule_of, options
    for checked in results:
        name = file_name(checked.file)
        if checked.unreadable:
            yield unreadable_line(name, checked.unreadable)
        if checked.findings:
            yield "".join(line(name, finding) for finding in checked.findings)


def line(name: str, finding: Finding) -> str:
    """Write a finding as one line; `name` is the file's, made visible."""
    place, elsewhere = finding.place, finding.elsewhere
    message = one_line(finding.message)
    also = f" ({file_name(elsewhere.file)}:{elsewhere.place.line}:{elsewhere.place.column})" if elsewhere else ""
    return f"{name}:{place.line}:{place.column}: {finding.code} {finding.severity} {message}{also}\n"


def unreadable_line(name: str, why: str) -> str:
    """Write that a file could not be read, as one line."""
    return f"{name}: unreadable: {one_line(why)}\n"

"""JUnit XML, which most CI systems can show. Nothing of the case in it, in any mode.

An error is a failed test. A query or a piece of advice does not fail a run, so it is a skipped one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sostool.findings.finding import Finding, path_text
from sostool.findings.printers.characters import one_line, visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sostool.findings.result import Checked, PrintOptions
    from sostool.findings.rule import Rule

_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})


def printer(results: Iterable[Checked], rule_of: Callable[[str], Rule], options: PrintOptions) -> Iterator[str]:
    """Give a test suite a file, and in it a test a finding, or one that passes."""
    del options
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="sostool">\n'
    for checked in results:
        yield from _suite(checked, rule_of)
    yield "</testsuites>\n"


def _suite(checked: Checked, rule_of: Callable[[str], Rule]) -> Iterator[str]:
    name = _xml(visible(checked.file))
    errors = int(bool(checked.unreadable))
    failures = checked.count("error")
    skipped = len(checked.findings) - failures
    tests = errors + len(checked.findings)
    yield (
        f'  <testsuite name="{name}" tests="{tests or 1}" failures="{failures}" errors="{errors}" '
        f'skipped="{skipped}" time="0">\n'
    )
    if checked.unreadable:
        why = _xml(one_line(checked.unreadable))
        yield _case(name, "file can be read", "", f'<error type="unreadable" message="{why}"/>')
    for finding in checked.findings:
        yield _case(name, _title(finding, rule_of), f' line="{finding.place.line}"', _outcome(name, finding))
    if not tests:
        yield _case(name, "nothing to put right", "", "")
    yield "  </testsuite>\n"


def _case(file: str, name: str, line: str, outcome: str) -> str:
    start = f'    <testcase classname="{file}" name="{name}" file="{file}"{line} time="0"'
    return f"{start}>\n      {outcome}\n    </testcase>\n" if outcome else f"{start}/>\n"


def _title(finding: Finding, rule_of: Callable[[str], Rule]) -> str:
    # Two findings of one check in one file need two names, or CI systems take them for one test.
    place = finding.place
    where = f"line {place.line}, column {place.column}"
    if finding.path:
        where = f"{path_text(finding.path)}, {where}"
    return _xml(visible(f"{finding.code} {rule_of(finding.code).name} ({where})"))


def _outcome(name: str, finding: Finding) -> str:
    message, mend = _xml(one_line(finding.message)), _xml(one_line(finding.mend))
    if finding.severity != "error":
        message = f"{finding.severity}: {message}"
    tag = "failure" if finding.severity == "error" else "skipped"
    place = f"{name}:{finding.place.line}:{finding.place.column}"
    if (other := finding.elsewhere) is not None:
        place += f" and {_xml(visible(other.file))}:{other.place.line}:{other.place.column}"
    told = f"{place}: {mend}" if mend else place
    return f'<{tag} type="{finding.code}" message="{message}">{told}</{tag}>'


def _xml(text: str) -> str:
    """Escape a text for an element or an attribute; plain ASCII, whatever the console can show."""
    return text.translate(_ENTITIES).encode("ascii", "xmlcharrefreplace").decode("ascii")

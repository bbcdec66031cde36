"""SARIF 2.1.0, which code hosts and editors read. Nothing of the case in it, in any mode.

What is known only after the last file (the rules that were met, files that could not be read) stands after
the results: the order of members in a JSON object is free.
"""

from __future__ import annotations

from os import sep
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from sostool.findings.finding import Elsewhere, Finding, Place, path_text
from sostool.findings.printers.characters import one_line, visible
from sostool.findings.printers.json_text import json_list, json_text
from sostool.findings.printers.sarif_rule import LEVELS, described

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sostool.findings.result import Checked, PrintOptions
    from sostool.findings.rule import Rule

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_BASE = "%SRCROOT%"
# Files that could not be read are kept to the end; more than these are only counted.
_MOST_UNREADABLE = 100


def printer(results: Iterable[Checked], rule_of: Callable[[str], Rule], options: PrintOptions) -> Iterator[str]:
    """Give the log in pieces: one run, its results, then what happened and the rules that were met."""
    run = _Run()
    bases = {_BASE: {"description": {"text": "The folder that sostool was started in."}}}
    yield (
        f'{{\n  "version": "2.1.0",\n  "$schema": "{_SCHEMA}",\n  "runs": [\n    {{\n'
        f'      "columnKind": "unicodeCodePoints",\n      "originalUriBaseIds": {json_text(bases, 6)},\n'
        '      "results": '
    )
    yield from json_list(run.results(results), 6)
    driver: dict[str, Any] = {"name": "sostool"}
    if options.version:
        driver["version"] = options.version
    driver["rules"] = [described(rule_of(code)) for code in run.codes]
    yield f',\n      "invocations": {json_text([run.invocation()], 6)}'
    yield f',\n      "tool": {json_text({"driver": driver}, 6)}\n    }}\n  ]\n}}\n'


class _Run:
    """What is gathered on the way through the files: codes in the order met, and some unreadable files."""

    def __init__(self) -> None:
        self.codes: dict[str, int] = {}
        self.notifications: list[dict[str, Any]] = []
        self.unreadable = 0

    def results(self, results: Iterable[Checked]) -> Iterator[dict[str, Any]]:
        """Give a result a finding."""
        for checked in results:
            location = _location(checked.file)
            if checked.unreadable:
                self.unreadable += 1
                if len(self.notifications) < _MOST_UNREADABLE:
                    self.notifications.append(_notification(one_line(checked.unreadable), location))
            times: dict[str, int] = {}
            for finding in checked.findings:
                index = self.codes.setdefault(finding.code, len(self.codes))
                yield _result(finding, index, location, times)

    def invocation(self) -> dict[str, Any]:
        """Tell how the run went."""
        told = list(self.notifications)
        if self.unreadable > len(told):
            told.append(_notification(f"{self.unreadable - len(told)} more files could not be read.", None))
        return {"executionSuccessful": not told, "toolExecutionNotifications": told}


def _notification(text: str, location: dict[str, str] | None) -> dict[str, Any]:
    notification: dict[str, Any] = {"level": "error", "message": {"text": _message(text)}}
    if location:
        notification["locations"] = [{"physicalLocation": {"artifactLocation": location}}]
    return notification


def _result(finding: Finding, index: int, location: dict[str, str], times: dict[str, int]) -> dict[str, Any]:
    path = visible(path_text(finding.path))
    here = f"{finding.code} {path}".rstrip()
    times[here] = times.get(here, 0) + 1
    where: dict[str, Any] = {
        "physicalLocation": {"artifactLocation": location, "region": _region(finding.place)},
    }
    if path:
        where["logicalLocations"] = [{"fullyQualifiedName": path}]
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": LEVELS[finding.severity],
        "message": {"text": _message(one_line(f"{finding.message} {finding.mend}"))},
        "locations": [where],
        # The same finding is known again after lines were added above it.
        "partialFingerprints": {"codeAndPath/v1": f"{here} #{times[here]}"},
        "properties": {"severity": finding.severity},
    }
    if finding.elsewhere is not None:
        result["relatedLocations"] = [_related(finding.elsewhere)]
    return result


def _related(elsewhere: Elsewhere) -> dict[str, Any]:
    path = visible(path_text(elsewhere.path))
    told: dict[str, Any] = {
        "id": 1,
        "message": {"text": "In the other file"},
        "physicalLocation": {"artifactLocation": _location(elsewhere.file), "region": _region(elsewhere.place)},
    }
    if path:
        told["logicalLocations"] = [{"fullyQualifiedName": path}]
    return told


def _location(file: str) -> dict[str, str]:
    location = {"uri": _uri(file)}
    if not location["uri"].startswith("file:"):
        location["uriBaseId"] = _BASE
    return location


def _region(place: Place) -> dict[str, int]:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


def _message(text: str) -> str:
    # A brace would start a placeholder (SARIF 2.1.0, 3.11.5).
    return text.replace("{", "{{").replace("}", "}}")


def _uri(name: str) -> str:
    """Write a file name as a URI: relative to where sostool runs, or with its scheme where it is absolute."""
    if sep != "/":
        name = name.replace(sep, "/")
        if name[1:3] == ":/":
            name = "/" + name
    start = "file://" if name.startswith("/") else ""
    try:
        data = name.removeprefix("./").encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        data = name.removeprefix("./").encode("utf-8", "backslashreplace")
    return start + quote(data, safe="/:" if start else "/")

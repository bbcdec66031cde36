"""`sostool validate --watch`: check again after each save, and show only what has changed."""

from __future__ import annotations

import datetime as dt
import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from sostool.caseload.check_file import check_file
from sostool.caseload.find import STANDARD_INPUT, find_cases
from sostool.caseload.neighbours import files_followed, known_of
from sostool.checks.registry import rule_of
from sostool.cli.checking import paths_of
from sostool.cli.console import OK, WRONG_USE, flush, shown, stop, write
from sostool.cli.saves import read_anew, saves
from sostool.findings.finding import path_text
from sostool.findings.printers import printer
from sostool.findings.printers.characters import file_name
from sostool.findings.printers.full import Page
from sostool.findings.printers.totals import Totals
from sostool.profile.load import OWN_FOLDER
from sostool.settings import FILE_NAME

if TYPE_CHECKING:
    from sostool.caseload.check_file import CheckRun
    from sostool.cli.checking import Order
    from sostool.findings.finding import Finding
    from sostool.findings.finding import Path as FindingPath
    from sostool.findings.result import Checked, PrintOptions

_Key: TypeAlias = "tuple[str, str, str, str, FindingPath]"


def watch(order: Order, run: CheckRun, options: PrintOptions) -> int:
    """Check once, then again whatever is saved, until Ctrl-C.

    Returns:
        The exit code, if it ends otherwise than by Ctrl-C.
    """
    paths = paths_of(order)
    if STANDARD_INPUT in paths or order.output != "full" or order.quiet or order.explain_open:
        stop(WRONG_USE, "--watch shows files to a person: it takes no -, --quiet, --explain-open or other format.")
    watcher = _Watcher(paths, run, options)
    watcher.check_all()
    roots = {path if os.path.isdir(path) else os.path.dirname(path) or "." for path in paths}  # noqa: PTH112, PTH120
    write(f"Watching {', '.join(sorted(map(shown, paths)))}. Ctrl-C ends it.\n")
    flush()
    for changed in saves(roots, recursive=any(os.path.isdir(path) for path in paths)):  # noqa: PTH112
        watcher.saved(changed)
    return OK


class _Watcher:
    """What was found in each file when it was last looked at."""

    def __init__(self, paths: list[str], run: CheckRun, options: PrintOptions) -> None:
        self.paths, self.run, self.options = paths, run, options
        self.page = Page(rule_of, options)
        self.last: dict[str, tuple[Checked, ...]] = {}

    def check_all(self) -> None:
        """Check everything, and print it as it always is."""
        self.last = {file: tuple(check_file(file, self.run)) for file in find_cases(self.paths)}
        # Settings and profiles come again with each of their files, and are told once.
        told = {result.file: result for results in self.last.values() for result in results}
        for chunk in printer("full")(told.values(), rule_of, self.options):
            write(chunk)

    def saved(self, changed: set[str]) -> None:
        """Look again at what was saved, and print what that changed.

        Args:
            changed: absolute paths of files that were written, moved or taken away.
        """
        everything = any(Path(path).name == FILE_NAME or Path(path).parent.name == OWN_FOLDER for path in changed)
        if everything:
            read_anew()
        known_of.cache_clear()
        there = list(find_cases(self.paths))
        for file in [file for file in self.last if file not in there]:
            del self.last[file]
            self._say(file, "It is gone.")
        for file in there:
            is_saved = file not in self.last or os.path.abspath(file) in changed  # noqa: PTH100
            if is_saved or everything or not changed.isdisjoint(files_followed(file)):
                self._look_again(file, quietly=everything or not is_saved)
        flush()

    def _look_again(self, file: str, *, quietly: bool) -> None:
        before = self.last.get(file)
        now = self.last[file] = tuple(check_file(file, self.run))
        new, closed = _difference(before or (), now)
        nothing = before is not None and not new and not closed and not any(result.unreadable for result in now)
        if nothing and quietly:
            return
        totals = Totals()
        for result in now:
            totals.add(result)
        state = next(totals.sentences()).replace("1 file checked", "Checked")
        self._say(file, f"Nothing has changed. {state}" if nothing else state)
        for result, finding in new:
            write(self.page.finding(file_name(result.file), finding, result.lines.get(finding.place.line)))
        for result in now:
            if result.unreadable:
                write(self.page.unreadable(file_name(result.file), result.unreadable))
        for finding in closed:
            path = path_text(finding.path if self.options.private else finding.shown_path)
            write(self.page.wrapped("  closed  ", f"{finding.code} {finding.message}" + (f" ({path})" if path else "")))

    def _say(self, file: str, what: str) -> None:
        now = dt.datetime.now().astimezone().strftime("%H:%M:%S")
        write(f"{now}  {file_name(file)}: {what}\n")


def _difference(
    before: tuple[Checked, ...], now: tuple[Checked, ...]
) -> tuple[list[tuple[Checked, Finding]], list[Finding]]:
    """Give the findings that were not there before, and those that are gone; one that only moved is neither."""
    known = Counter(_key(finding) for result in before for finding in result.findings)
    new: list[tuple[Checked, Finding]] = []
    for result in now:
        for finding in result.findings:
            if known[_key(finding)]:
                known[_key(finding)] -= 1
            else:
                new.append((result, finding))
    closed: list[Finding] = []
    for result in before:
        for finding in result.findings:
            if known[_key(finding)]:
                known[_key(finding)] -= 1
                closed.append(finding)
    return new, closed


def _key(finding: Finding) -> _Key:
    return finding.code, finding.severity, finding.message, finding.detail, finding.shown_path

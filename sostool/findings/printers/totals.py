"""Adding up a run, and saying the sum in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sostool.findings.result import Checked


class Totals:
    """How many files there were, and what was found in them."""

    __slots__ = ("advice", "answered", "errors", "files", "queries", "unreadable")

    def __init__(self) -> None:
        self.files = self.unreadable = self.errors = self.queries = self.advice = self.answered = 0

    def add(self, checked: Checked) -> None:
        """Count one file."""
        self.files += 1
        self.unreadable += bool(checked.unreadable)
        self.errors += checked.count("error")
        self.queries += checked.count("query")
        self.advice += checked.count("advice")
        self.answered += checked.answered

    def sentences(self) -> Iterator[str]:
        """Say what was found, then what a person may do about it, a paragraph each."""
        found = [
            _number(self.errors, "error", "errors"),
            _number(self.queries, "open query", "open queries"),
            _number(self.advice, "piece of advice", "pieces of advice"),
        ]
        read = self.files - self.unreadable
        told = (_number(read, "file", "files") or "No file") + (" was" if not read else "") + " checked"
        if any(found):
            told += ": " + ", ".join(filter(None, found)) + "."
        elif read:
            told += ". Nothing to put right, and no open question."
        else:
            told += "."
        if self.unreadable:
            told += f" {_number(self.unreadable, 'file', 'files')} could not be read."
        if self.answered:
            told += f" {_number(self.answered, 'query is', 'queries are')} closed by an answer."
        yield told
        steps = [
            "Put errors right." if self.errors else "",
            "Put a query right, or give a reason under `answers:`." if self.queries else "",
            "Advice is yours to weigh." if self.advice else "",
        ]
        if any(steps):
            yield " ".join(filter(None, steps))


def _number(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}" if number else ""

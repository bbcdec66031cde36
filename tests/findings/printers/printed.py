"""A small fixed run, its rules, and a short way to print any run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sostool.findings.finding import START, Elsewhere, Finding, Place
from sostool.findings.printers import PRINTERS, printer
from sostool.findings.result import Checked, PrintOptions
from sostool.findings.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterable

ALL = tuple(PRINTERS)
ALWAYS_PRIVATE = ("concise", "json", "github", "sarif", "junit")

_RULES = {
    "CF101": Rule(
        code="CF101",
        name="unknown-key",
        severity="error",
        summary="A key that the case file does not have.",
        what="Each key of the file is one that sostool knows.",
        why="A word typed wrongly would be left out of every document, and nobody would see it.",
        fails="meetng: {}",
        passes="meeting: {}",
        source="The case file, version 1.",
    ),
    "DS101": Rule(
        code="DS101",
        name="danger-without-goal",
        severity="query",
        summary="Each danger statement has a goal.",
        what="Each danger has a `goal`.",
        why=(
            "A family that is told only what people are afraid of cannot know what would be\n"
            "enough. The goal says what everyone will see when the children are safe.\n\n"
            "A second paragraph is for `sostool explain`."
        ),
        fails="dangers:\n  - statement: Dean might hurt Priya again.",
        passes="dangers:\n  - statement: Dean might hurt Priya again.\n    goal: Dean is calm at home.",
        source="Signs of Safety, the mapping page.",
    ),
    "LA102": Rule(
        code="LA102",
        name="hard-word",
        severity="advice",
        summary="A plain word instead of a hard one.",
        what="Words from the plain-language list.",
        why="What a child can read, everybody can read.",
        fails="summary: We will facilitate contact.",
        passes="summary: We will help them meet.",
        source="Plain language list.",
    ),
}

RESULTS = (
    Checked(
        file="cases/mia-and-noah.yaml",
        findings=(
            Finding(
                code="CF101",
                severity="error",
                message="This key is not known here. Did you mean “meeting”?",
                file="cases/mia-and-noah.yaml",
                place=Place(3, 1, 3, 7),
                path=(),
                shown_path=(),
                detail="“meetng”",
            ),
            Finding(
                code="DS101",
                severity="query",
                message="This danger statement has no goal.",
                file="cases/mia-and-noah.yaml",
                place=Place(41, 5, 41, 38),
                path=("dangers", 0),
                shown_path=("dangers", "dean-payday"),
                mend="Write under it: goal: what everyone will see when the children are safe.",
            ),
            Finding(
                code="DS101",
                severity="query",
                message="This danger statement has no goal.",
                file="cases/mia-and-noah.yaml",
                place=Place(112, 5, 114, 2),
                path=("dangers", 1),
                shown_path=("dangers", 1),
                mend="Write under it: goal: what everyone will see when the children are safe.",
                elsewhere=Elsewhere(
                    "cases/mia-2025.yaml", Place(58, 5, 58, 40), ("dangers", 0), ("dangers", "dean-payday")
                ),
            ),
        ),
        answered=2,
        lines={
            3: "meetng:",
            41: "  - statement: Dean might hurt Priya.",
            112: "  - statement: >-",
        },
    ),
    Checked(file="cases/nothing-wrong.yaml", answered=1),
    Checked(file="cases/locked.yaml", unreadable="permission denied"),
    Checked(
        file="cases/ada.yaml",
        findings=(
            Finding(
                code="LA102",
                severity="advice",
                message="“facilitate” is a hard word: help, or make easier.",
                file="cases/ada.yaml",
                place=Place(7, 17, 7, 27),
                path=("people", 0, "summary"),
                shown_path=("people", "ada", "summary"),
            ),
        ),
        lines={7: "    summary: We\tfacilitate 日本 contact."},
    ),
)


def rule_of(code: str) -> Rule:
    return _RULES[code]


def text(name: str, results: Iterable[Checked] = RESULTS, *, private: bool = False, width: int = 80) -> str:
    """Print a run without colour."""
    return "".join(printer(name)(results, rule_of, PrintOptions(private=private, width=width, version="0.1.0")))


def one(*, file: str = "case.yaml", line: str | None = None, detail: str = "", place: Place = START) -> Checked:
    """Make a result with one error in it."""
    finding = Finding(
        code="CF101",
        severity="error",
        message="This key is not known here.",
        file=file,
        place=place,
        path=("dangers", 0),
        shown_path=("dangers", "dean"),
        detail=detail,
    )
    return Checked(file=file, findings=(finding,), lines={} if line is None else {place.line: line})

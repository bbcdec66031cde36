"""A rule as SARIF describes it, with the words that `sostool explain` uses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sostool.findings.printers.characters import one_line

if TYPE_CHECKING:
    from sostool.findings.rule import Rule

LEVELS = {"error": "error", "query": "warning", "advice": "note"}


def described(rule: Rule) -> dict[str, Any]:
    """Give a rule's reporting descriptor: its names, its level, and its help as text and as Markdown."""
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": one_line(rule.summary)},
        "fullDescription": {"text": rule.what},
        "help": {"text": _help(rule, "", ""), "markdown": _help(rule, "## ", "```yaml\n{}\n```")},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"severity": rule.severity},
    }


def _help(rule: Rule, heading: str, example: str) -> str:
    parts = [
        ("What it checks", rule.what),
        ("Why it matters", rule.why),
        ("Fails", _example(rule.fails, example)),
        ("Passes", _example(rule.passes, example)),
        ("Source", rule.source),
    ]
    return "\n\n".join(f"{heading}{name}\n\n{text.strip()}" for name, text in parts if text.strip())


def _example(text: str, form: str) -> str:
    return form.replace("{}", text.strip("\n")) if form and text.strip() else text

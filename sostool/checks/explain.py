"""Checks explained: one at length, or all in a list."""

from __future__ import annotations

from typing import NamedTuple

from sostool.checks.registry import FAMILIES, all_checks
from sostool.findings.rule import Rule
from sostool.profile import Profile
from sostool.yamlfile.reading import nearest


class Listed(NamedTuple):
    """One line of the list of checks; `severity` is the profile's, `off` where it does not ask."""

    code: str
    name: str
    family: str
    severity: str
    summary: str


def as_list(profile: Profile) -> list[Listed]:
    """List all checks as a profile asks them."""
    return [
        Listed(code, check.name, FAMILIES[code[:2]], profile.severities.get(code, check.severity), check.rule().summary)
        for code, check in all_checks().items()
    ]


def nearest_code(code: str) -> str | None:
    """Give the code that was most likely meant."""
    return nearest(code.upper(), all_checks())


def as_text(rule: Rule) -> str:
    """Write a check out for a person at a terminal."""
    parts = [f"{rule.code} {rule.name} ({rule.severity})", rule.summary]
    for heading, body in (
        ("What it checks", rule.what),
        ("Why it matters", rule.why),
        ("Fails", rule.fails),
        ("Passes", rule.passes),
        ("Source", rule.source),
    ):
        if body:
            parts.append(heading + "\n" + "\n".join(f"    {line}".rstrip() for line in body.splitlines()))
    return "\n\n".join(parts) + "\n"

"""Checks explained: one at length, or all in a list."""

from __future__ import annotations

from typing import NamedTuple

from sostool.checks.registry import FAMILIES, all_checks
from sostool.findings.rule import Rule
from sostool.profile import Profile
from sostool.yamlfile.reading import nearest


class Listed(NamedTuple):
    """One line of the list of checks.

    `severity` is the profile's, `off` where it does not ask, and `usual` the check's own; `must_be_closed` tells
    whether the profile wants it closed before a document is final.
    """

    code: str
    name: str
    family: str
    severity: str
    usual: str
    must_be_closed: bool
    summary: str


def as_list(profile: Profile) -> list[Listed]:
    """List all checks as a profile asks them."""
    return [
        Listed(
            code=code,
            name=check.name,
            family=FAMILIES[code[:2]],
            severity=profile.severities.get(code, check.severity),
            usual=check.severity,
            must_be_closed=code in profile.must_be_closed,
            summary=check.rule().summary,
        )
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

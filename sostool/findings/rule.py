"""What is known of a check apart from what it does: its code, its name, and its words for a practitioner."""

from __future__ import annotations

from typing import NamedTuple

from sostool.findings.finding import Severity


class Rule(NamedTuple):
    """A check as it is explained. The texts are plain paragraphs, the examples YAML."""

    code: str
    name: str
    severity: Severity
    summary: str
    what: str
    why: str
    fails: str
    passes: str
    source: str

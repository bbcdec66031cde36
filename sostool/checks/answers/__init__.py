"""What is asked about the answers themselves (AN)."""

from __future__ import annotations

from sostool.checks.answers.rules import closes_something, is_finished, still_holds
from sostool.checks.check import Check

ANSWERS: tuple[Check, ...] = (closes_something, still_holds, is_finished)

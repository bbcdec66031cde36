"""The next steps of a case."""

from __future__ import annotations

from sostool.case.model import Case, NextStep


def next_steps(case: Case) -> tuple[NextStep, ...]:
    """Give all next steps, those that only say “we asked, there is none” among them."""
    needs = case.map.needs_to_happen if case.map else None
    return tuple(needs.next_steps) if needs else ()

"""A small sound case, and ways to lay something over it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sostool.case.read import ReadCase, read_case
from sostool.checks.registry import PRACTICE
from sostool.checks.run import Asked, Wanted, ask_checks
from sostool.profile.load import load_profile

if TYPE_CHECKING:
    from sostool.profile import Profile

TODAY = dt.date(2026, 4, 1)

HEAD = """\
sostool: 1
reference: EX-0042
meeting: {kind: initial-conference, date: 2026-03-17}
"""
PEOPLE = """\
people:
  mia: {name: Mia, role: child, born: 2019-06-02}
  lisa: {name: Lisa, role: parent}
  dean: {name: Dean, role: parent}
  jo: {name: Aunt Jo, role: network}
  ray: {name: Grandad Ray, role: network}
  priya: {name: Priya Shah, role: social-worker}
  cole: {name: Mr Cole, role: practitioner}
  ann: {name: Ann Obi, role: chair}
"""
BASE = HEAD + PEOPLE


def laid_over(fragment: str, base: str = BASE) -> str:
    """Put a fragment of a case file in place of what the base says under the same keys."""
    keys = {line.partition(":")[0] for line in fragment.splitlines() if line[:1].isalpha()}
    kept = [block for block in _blocks(base) if block.split(":", 1)[0] not in keys]
    return "".join(kept) + fragment + ("" if fragment.endswith("\n") else "\n")


def _blocks(text: str) -> list[str]:
    blocks: list[str] = []
    for line in text.splitlines(keepends=True):
        if line[:1].isalpha():
            blocks.append(line)
        else:
            blocks[-1] += line
    return blocks


def england() -> Profile:
    """Give the base profile."""
    profile = load_profile("england").profile
    assert profile is not None
    return profile


def read(text: str) -> ReadCase:
    """Read a text as a case file."""
    return read_case(text.encode(), "case.yaml")


def asked(
    text: str, *codes: str, profile: Profile | None = None, today: dt.date = TODAY, wanted: Wanted | None = None
) -> Asked:
    """Ask checks of a text; all of them if no code is given, or one about answers."""
    return ask_checks(
        read(text),
        profile or england(),
        today,
        wanted or Wanted(),
        [
            check
            for check in PRACTICE
            if not codes or check.code in codes or any(code.startswith("AN") for code in codes)
        ],
    )

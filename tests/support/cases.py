"""A small sound case, and ways to lay something over it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sostool.case.read import ReadCase, read_case
from sostool.checks.neighbours import Known, Neighbours
from sostool.checks.registry import PRACTICE
from sostool.checks.run import Asked, Wanted, ask_checks
from sostool.profile.load import load_profile
from sostool.story.chain import CannotFollowError, chain_of, followed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sostool.profile import Profile
    from sostool.story.chain import ReadFile

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


def read_beside(files: Mapping[str, str]) -> ReadFile:
    """Give what reads the texts of other files, by their names."""

    def read_file(name: str) -> ReadCase:
        if name not in files:
            raise CannotFollowError("missing")
        return read_case(files[name].encode(), name)

    return read_file


def neighbours_in(files: Mapping[str, str]) -> Neighbours:
    """Give the neighbours of a case among the texts of other files."""
    cases = {name: read_case(text.encode(), name).case for name, text in files.items()}
    references = {name: case.reference for name, case in cases.items() if case}
    follows = {name: followed(case) for name, case in cases.items()}
    return Neighbours("case.yaml", lambda: Known({}, references, follows))


def several(fragment: str) -> tuple[str, dict[str, str]]:
    """Give the last of several fragments, and the others by the name of the file that their first line ends with.

    Each is laid over the base. Fragments stand below each other with a line `---` between them.
    """
    *others, last = fragment.split("\n---\n")
    return laid_over(last), {
        other.splitlines()[0].rpartition(" ")[2]: laid_over(other.partition("\n")[2]) for other in others
    }


def asked(
    text: str,
    *codes: str,
    profile: Profile | None = None,
    today: dt.date = TODAY,
    wanted: Wanted | None = None,
    beside: Mapping[str, str] | None = None,
) -> Asked:
    """Ask checks of a text; all of them if no code is given, or one about answers. `beside` are other files."""
    one = read(text)
    return ask_checks(
        one,
        profile or england(),
        today,
        wanted or Wanted(),
        [
            check
            for check in PRACTICE
            if not codes or check.code in codes or any(code.startswith("AN") for code in codes)
        ],
        neighbours_in(beside or {}),
        chain_of(one, read_beside(beside or {})),
    )

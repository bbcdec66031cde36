"""The example families, read once for all tests."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from sostool.case.model import Case
from sostool.case.read import ReadCase, read_case
from sostool.profile import Profile
from sostool.profile.load import load_profile
from sostool.report.documents import KINDS, refusal
from sostool.report.render import Workshop
from sostool.report.share.readers import Reader, all_readers

EXAMPLES = Path(__file__).parents[2] / "examples"
NAMES = sorted(path.stem for path in EXAMPLES.glob("*.yaml"))


class Family(NamedTuple):
    """An example, read, with its profile and what makes its documents."""

    name: str
    read: ReadCase
    case: Case
    profile: Profile
    workshop: Workshop

    def readers(self, kind: str) -> list[Reader]:
        """Give the readers that a kind of document is made for."""
        return [reader for reader in all_readers(self.case, self.profile) if not refusal(KINDS[kind], reader)]


@cache
def family(name: str) -> Family:
    """Read an example."""
    read = read_case((EXAMPLES / f"{name}.yaml").read_bytes(), f"{name}.yaml")
    assert read.case is not None
    assert read.findings == []
    profile = load_profile(read.case.profile).profile
    assert profile is not None
    return Family(name, read, read.case, profile, Workshop(profile))

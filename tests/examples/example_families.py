"""The example families, read once for all tests."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from sostool.case.model import Case
from sostool.case.read import ReadCase, read_case
from sostool.profile import Profile
from sostool.profile.load import load_profile
from sostool.report.making.documents import reader_of, refusal, refusal_of_view
from sostool.report.making.kinds import KINDS
from sostool.report.making.maker import Made, Maker
from sostool.report.making.workshop import Workshop
from sostool.share.make_view import make_view
from sostool.share.readers import Reader, all_readers

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
        return [reader for reader in all_readers(self.case, self.profile) if self._is_made(kind, reader)]

    def make(
        self, kind: str, reader: Reader | None, formats: tuple[str, ...], *, unfinished: bool = False
    ) -> list[Made]:
        """Make a document."""
        return Maker(self.read, self.workshop, unfinished=unfinished).make(KINDS[kind], reader, formats)

    def _is_made(self, kind: str, reader: Reader) -> bool:
        one = KINDS[kind]
        found = reader_of(one, self.case, reader)
        if found is None or refusal(one, found):
            return False
        return not refusal_of_view(one, self.case, make_view(self.case, self.profile, found))


@cache
def family(name: str) -> Family:
    """Read an example."""
    read = read_case((EXAMPLES / f"{name}.yaml").read_bytes(), f"{name}.yaml")
    assert read.case is not None
    assert read.findings == []
    profile = load_profile(read.case.profile).profile
    assert profile is not None
    return Family(name, read, read.case, profile, Workshop(profile))

"""The file of the meeting before, as the checks of the chain look at it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sostool.case.model import Case
from sostool.case.read import ReadCase
from sostool.checks.check import InFile
from sostool.checks.look import Look
from sostool.findings.finding import Path

if TYPE_CHECKING:
    from sostool.story.same import Pairs


class Before(NamedTuple):
    """The file of the meeting before, its case, and what of it is the same thing in the file that is checked."""

    read: ReadCase
    case: Case
    pairs: Pairs

    def at(self, path: Path) -> InFile:
        """Give a place in it."""
        return InFile(self.read, path)


def before(look: Look) -> Before | None:
    """Give the file of the meeting before; None where none is followed, or where it is not to be used."""
    return look.once(_before)


def _before(look: Look) -> Before | None:
    read = look.chain.before
    if read is None or read.case is None:
        return None
    from sostool.story.same import pairs  # noqa: PLC0415 - only for files that follow another

    return Before(read, read.case, pairs(read.case, look.case))

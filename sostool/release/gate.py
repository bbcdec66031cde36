"""What stands in the way of letting a copy go: errors, what is held back unagreed, queries that must be closed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from sostool.case.model import Case
from sostool.case.model.marks import MustNotSee, Protected, Withhold
from sostool.case.paths import by_id, by_position
from sostool.case.people import PRACTITIONER_ROLES
from sostool.case.read import ReadCase
from sostool.checks.neighbours import NO_NEIGHBOURS, Neighbours
from sostool.checks.run import ask_checks
from sostool.findings.finding import Finding, Path
from sostool.profile import Profile
from sostool.share.bars import every_part
from sostool.story.chain import NO_CHAIN, Chain

UNAGREED = "SH101"
_MESSAGE = "Something is held back here, and the file does not say why, which practitioner agreed it, and when."
_MEND = "Write `why`, `agreed_by` and `date`; only the chair reads them."


class InTheWay(NamedTuple):
    """What is open, by its kind, each in the order of the file."""

    errors: tuple[Finding, ...] = ()
    unagreed: tuple[Finding, ...] = ()
    must_be_closed: tuple[Finding, ...] = ()

    @property
    def all(self) -> tuple[Finding, ...]:
        """All that is open."""
        return (*self.errors, *self.unagreed, *self.must_be_closed)


def in_the_way(
    read: ReadCase,
    profile: Profile,
    today: dt.date,
    neighbours: Neighbours = NO_NEIGHBOURS,
    chain: Chain = NO_CHAIN,
) -> InTheWay:
    """Look for what stands in the way of approving any copy of a case.

    Holding back has to be agreed whatever the profile, the team's settings or an answer in the file say of the check.

    Args:
        read: the case as it was read.
        profile: says which queries must be closed.
        today: the day on which answers are looked at.
        neighbours: the case files beside this one.
        chain: the case files that this one follows.
    """
    found = ask_checks(read, profile, today, neighbours=neighbours, chain=chain).findings
    asked = [finding for finding in found if finding.code == UNAGREED]
    unagreed = list(_unagreed(read, asked)) if read.case is not None else []
    rest = [finding for finding in found if finding.code != UNAGREED]
    return InTheWay(
        tuple(finding for finding in rest if finding.severity == "error"),
        tuple(sorted([*asked, *unagreed], key=lambda finding: finding.place)),
        tuple(finding for finding in rest if finding.severity == "query" and finding.code in profile.must_be_closed),
    )


def _unagreed(read: ReadCase, asked: list[Finding]) -> Iterator[Finding]:
    """Look at the marks themselves; where the check has asked about one already, it is not told twice."""
    assert read.case is not None
    for mark in marks_of(read.case):
        if not _is_agreed(read.case, mark):
            path = by_position(mark.path, read.source)
            if not any(_starts(one.path, path) or _starts(path, one.path) for one in asked):
                place = read.source.place(mark.path)
                shown_path = by_id(mark.path, read.source)
                yield Finding(UNAGREED, "error", _MESSAGE, read.source.name, place, path, shown_path, mend=_MEND)


def _is_agreed(case: Case, mark: Withhold | MustNotSee | Protected) -> bool:
    by = case.people.get(mark.agreed_by)
    return bool(mark.why.strip() and mark.date) and by is not None and by.role in PRACTITIONER_ROLES


class Due(NamedTuple):
    """A mark that holds something back, and the day on which it was to be looked at again."""

    path: Path
    review_on: dt.date


def due(case: Case, today: dt.date) -> Iterator[Due]:
    """Give the marks whose day of review has come. They hold on: nothing is let go by a date."""
    for mark in marks_of(case):
        if mark.review_on is not None and mark.review_on <= today:
            yield Due(mark.at("review_on"), mark.review_on)


def marks_of(case: Case) -> Iterator[Withhold | MustNotSee | Protected]:
    """Give every mark that holds something back."""
    return (part for part in every_part(case) if isinstance(part, Withhold | MustNotSee | Protected))


def _starts(part: Path, path: Path) -> bool:
    return bool(part) and path[: len(part)] == part

"""How the deadlines of a case file stand on one day, what needs doing first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import partial
from typing import NamedTuple

from sostool.case.model import Case
from sostool.case.people import name_of
from sostool.dates.clock import clock
from sostool.dates.entry import Entry, Status
from sostool.findings.finding import Path
from sostool.profile import Profile
from sostool.share.readers import reader_codes
from sostool.share.statements import is_expected_to_have_the_report

# What needs doing, then what lies ahead, then what is done.
ORDER: tuple[Status, ...] = ("overdue", "due-soon", "out-of-order", "unknown-trigger", "due", "met-late", "met")
OPEN: frozenset[Status] = frozenset(("overdue", "due-soon", "due"))
SOON = 14
_AGENCY = "a"


class Standing(NamedTuple):
    """How one deadline stands.

    `code` is the code of the person it is about (p3) or of the agency's report (a2: the second one of the file), `name`
    what they are called there; both "" where it is about the family. The name is shown only to a person at a terminal.
    `at` and `trigger_at` are the entry's places with positions in place of ids.
    """

    entry: Entry
    code: str = ""
    name: str = ""
    at: Path = ()
    trigger_at: Path = ()

    @property
    def title(self) -> str:
        """What has to happen, as a heading: without the full stop of a sentence."""
        return self.entry.deadline.title.removesuffix(".")

    @property
    def status(self) -> Status:
        """How it stands, in one word."""
        return self.entry.status

    @property
    def counts_working_days(self) -> bool:
        """Whether `late_by` is in working days; else it is in days."""
        counted = self.entry.counted
        return (counted.unit if counted is not None else self.entry.deadline.unit) == "working-days"

    @property
    def is_open(self) -> bool:
        """Whether it has a last day and is not done."""
        return self.status in OPEN and self.entry.due is not None


class Timeline(NamedTuple):
    """The deadlines of one case file on one day, what needs doing first.

    `kind` and `date` are of the meeting that the file was written for; `days` is how many days ahead counts as soon.
    """

    file: str
    reference: str
    kind: str
    date: dt.date
    today: dt.date
    days: int
    standings: tuple[Standing, ...]

    def groups(self) -> Iterator[tuple[Status, tuple[Standing, ...]]]:
        """Give the deadlines of each status that there is, in the order of `ORDER`."""
        for status in ORDER:
            found = tuple(one for one in self.standings if one.status == status)
            if found:
                yield status, found

    def only_soon(self) -> Timeline:
        """Give the same with nothing but what is overdue or due soon."""
        return self._replace(standings=tuple(one for one in self.standings if one.status in ("overdue", "due-soon")))


def timeline_of(
    file: str, case: Case, profile: Profile, today: dt.date, days: int = SOON, earlier: Iterable[Case] = ()
) -> Timeline:
    """Ask the clock how the deadlines of a case stand.

    Args:
        file: what the case file is called.
        case: a case without errors.
        profile: whose deadlines hold.
        today: the day on which it is asked.
        days: how many days ahead of it count as soon.
        earlier: the cases of the family's earlier meetings, newest first.
    """
    assert case.meeting is not None
    assert case.meeting.date is not None
    codes = reader_codes(case)
    standings = (
        Standing(entry, *_whom(case, codes, entry), by_position(case, entry.at), by_position(case, entry.trigger_path))
        for entry in clock(
            case, profile, today, earlier, soon=days, has_report=partial(is_expected_to_have_the_report, case)
        )
    )
    return Timeline(
        file,
        case.reference,
        case.meeting.kind,
        case.meeting.date,
        today,
        days,
        tuple(sorted(standings, key=_urgency)),
    )


def _urgency(standing: Standing) -> tuple[int, dt.date]:
    return ORDER.index(standing.status), standing.entry.due or dt.date.max


def by_position(case: Case, path: Path) -> Path:
    """Replace a person's id in a path by the person's position: ids are first names."""
    match path:
        case ("people", str(id_), *rest):
            people = list(case.people)
            return ("people", people.index(id_), *rest) if id_ in people else ("people",)
    return path


def _whom(case: Case, codes: dict[str, str], entry: Entry) -> tuple[str, str]:
    """Give the code and the name of whom a deadline is about."""
    if not entry.whom:
        return "", ""
    if entry.whom in case.people:
        return codes[entry.whom], name_of(case, entry.whom)
    # By its place among the reports there are: one that is left out leaves no gap.
    number = next((at for at, report in enumerate(case.agency_reports, 1) if report.path == entry.at[:2]), 0)
    return f"{_AGENCY}{number}", entry.whom

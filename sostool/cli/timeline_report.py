"""How deadlines are shown: for a person one case file's, or what is due in many; for programs both as JSON."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from sostool.case.paths import by_id
from sostool.cli.lines import how_many, width, wrapped
from sostool.dates.why import MONTHS, WEEKDAYS, day_in_words
from sostool.findings.finding import path_text

if TYPE_CHECKING:
    from sostool.case.read import ReadCase
    from sostool.caseload.timelines import NotRead
    from sostool.timeline.timeline import Standing, Timeline

_SIGNS = {
    "overdue": "!",
    "due-soon": ">",
    "out-of-order": "?",
    "unknown-trigger": "?",
    "due": "-",
    "met-late": "~",
    "met": "+",
}
_HEADINGS = {
    "overdue": "Overdue",
    "due-soon": "Due soon",
    "out-of-order": "Not counted, as two days stand in the wrong order",
    "unknown-trigger": "Not counted yet, as a day is missing",
    "due": "Due later",
    "met-late": "Done late",
    "met": "Done in time",
}
_COUNTED = {
    "overdue": "overdue",
    "due-soon": "due soon",
    "out-of-order": "in the wrong order",
    "unknown-trigger": "not counted yet",
    "due": "due later",
    "met-late": "done late",
    "met": "done in time",
}
_NOT_COUNTED = {
    "out-of-order": ", as two days stand in the wrong order",
    "unknown-trigger": " yet, as a day is missing",
}
# Where a line has less room, what has to happen stands on the next one.
_SIDE_BY_SIDE = 76


def as_table(read: ReadCase, timeline: Timeline, *, private: bool) -> Iterator[str]:
    """Write one case file's deadlines for a person, what needs doing first.

    Args:
        read: the case as it was read.
        timeline: how its deadlines stand.
        private: whether names, ids and the file's text stay out.
    """
    kind = timeline.kind.replace("-", " ").replace("pre birth", "pre-birth")
    yield from wrapped(f"{timeline.reference}, {kind} on {_day(timeline.date)}", "")
    if not timeline.standings:
        yield from ("", "No deadline of this profile is about this meeting.")
        return
    counts = ", ".join(f"{len(some)} {_COUNTED[status]}" for status, some in timeline.groups())
    yield from wrapped(f"On {_day(timeline.today)}: {counts}. Soon is within {how_many(timeline.days, 'day')}.", "")
    for status, standings in timeline.groups():
        yield from ("", _HEADINGS[status])
        for standing in standings:
            yield from _entry(read, timeline, standing, private=private)


def as_list(timelines: Sequence[Timeline], today: dt.date, days: int, *, private: bool) -> Iterator[str]:
    """Write what is overdue or due soon in many case files for a person, the longest overdue first."""
    found = [(timeline, standing) for timeline in timelines for standing in timeline.only_soon().standings]
    found.sort(key=lambda pair: (pair[1].entry.due or dt.date.max, pair[0].reference, pair[0].file))
    files = how_many(len(timelines), "case file")
    much = how_many(len(found), "deadline") if found else "nothing"
    yield from wrapped(f"On {_day(today)}, due within {how_many(days, 'day')} or overdue: {much}, in {files}.", "")
    if found:
        yield ""
    several = Counter(timeline.reference for timeline in timelines)
    wide = max((len(timeline.reference) for timeline, _ in found), default=0)
    for timeline, standing in found:
        where = f" in {timeline.file}" if several[timeline.reference] > 1 else ""
        yield from _line(timeline, standing, wide, where, private=private)
    for status, reason in _NOT_COUNTED.items():
        counts = [sum(one.status == status for one in timeline.standings) for timeline in timelines]
        if any(counts):
            found_in = f"{how_many(sum(counts), 'deadline')} in {how_many(len(counts) - counts.count(0), 'case file')}"
            yield ""
            yield from wrapped(f"{found_in} cannot be counted{reason}: `sostool timeline FILE` says which.", "")


def as_json(timelines: Sequence[Timeline], not_read: Sequence[NotRead], today: dt.date, days: int) -> str:
    """Write deadlines for a program: people by their codes, places by position; no name, no id, no text of a file."""
    data = {
        "sostool_timeline": 1,
        "today": today.isoformat(),
        "days": days,
        "files": [
            {
                "file": timeline.file,
                "reference": timeline.reference,
                "meeting": {"kind": timeline.kind, "date": timeline.date.isoformat()},
                "deadlines": [_as_data(one) for one in timeline.standings],
            }
            for timeline in timelines
        ],
        "not_told": [{"file": one.file, "reason": one.reason} for one in not_read],
    }
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def _as_data(standing: Standing) -> dict[str, Any]:
    entry = standing.entry
    deadline = entry.deadline
    return {
        "id": deadline.id,
        "title": deadline.title,
        "for": standing.code,
        "status": entry.status,
        "due": _iso(entry.due),
        "plan_by": _iso(entry.plan_by),
        "planned": _iso(entry.planned),
        "happened": _iso(entry.happened),
        "late_by": entry.late_by,
        "late_unit": "working-days" if standing.counts_working_days else "days",
        "has_reason": bool(entry.reason),
        "counted_from": {
            "what": entry.counted.trigger if entry.counted is not None else deadline.trigger,
            "day": _iso(entry.trigger),
            "at": path_text(standing.trigger_at),
            "files_back": entry.trigger_in,
        },
        "at": path_text(standing.at),
        "sure_of_bank_holidays": entry.sure,
        "why": entry.why,
        "severity": deadline.severity,
        "source": deadline.source,
    }


def _entry(read: ReadCase, timeline: Timeline, standing: Standing, *, private: bool) -> Iterator[str]:
    entry = standing.entry
    yield from wrapped(f"{standing.title}{_whom(standing, private=private)}", f"  {_SIGNS[entry.status]} ", " " * 4)
    yield from wrapped("; ".join(_facts(timeline, standing)), " " * 6)
    if entry.status in ("overdue", "met-late"):
        yield from wrapped(_reason(standing, private=private), " " * 6)
    if entry.status == "unknown-trigger":
        where = standing.trigger_at if private else by_id(entry.trigger_path, read.source)
        yield from wrapped(f"Write the day at {path_text(where)}.", " " * 6)
    elif entry.status == "out-of-order":
        yield from wrapped(f"Look at the days: {_two_places(read, standing, private=private)}.", " " * 6)
    elif entry.status == "overdue":
        where = standing.at if private else by_id(entry.at, read.source)
        yield from wrapped(f"Once it is done, write the day at {path_text(where)}.", " " * 6)
    yield from wrapped(entry.why, " " * 6)


def _two_places(read: ReadCase, standing: Standing, *, private: bool) -> str:
    """Give the places of the two days that stand in the wrong order; the earlier one may stand in another file."""
    entry = standing.entry
    at = standing.at if private else by_id(entry.at, read.source)
    if entry.trigger_in:
        return f"{path_text(at)}, and {path_text(standing.trigger_at)} in a file before this one"
    trigger_at = standing.trigger_at if private else by_id(entry.trigger_path, read.source)
    return f"{path_text(trigger_at)} and {path_text(at)}"


def _facts(timeline: Timeline, standing: Standing) -> Iterator[str]:
    """Give the days of a deadline, and how late it is."""
    entry = standing.entry
    if entry.due is not None:
        yield f"last day {_day(entry.due)}"
        if entry.plan_sooner is not None:
            yield f"plan by {_day(entry.plan_sooner)}"
        if entry.status in ("due-soon", "due"):
            yield _ahead(entry.due, timeline.today)
    if entry.planned is not None:
        is_late = entry.due is not None and entry.planned > entry.due
        yield f"planned for {_day(entry.planned)}{', which is after the last day' if is_late else ''}"
    if entry.happened is not None:
        yield f"done on {_day(entry.happened)}"
    if entry.late_by:
        yield f"{_late(standing)} late{' so far' if entry.status == 'overdue' else ''}"


def _reason(standing: Standing, *, private: bool) -> str:
    entry = standing.entry
    if not entry.reason:
        return f"No reason is written down yet: meeting.delays, what: {entry.deadline.id}."
    return "A reason is written down." if private else f"Reason: {' '.join(entry.reason.split())}"


def _line(timeline: Timeline, standing: Standing, wide: int, where: str, *, private: bool) -> Iterator[str]:
    """Write one deadline of many: its last day, the reference, what has to happen, how it stands."""
    entry = standing.entry
    assert entry.due is not None
    state = f"{_late(standing)} late" if entry.status == "overdue" else _ahead(entry.due, timeline.today)
    if entry.plan_sooner is not None:
        state += f", plan by {_day(entry.plan_sooner, year=False)}"
    what = f"{standing.title}{_whom(standing, private=private)}{where}: {state}"
    first = f"{_SIGNS[entry.status]} {_day(entry.due, short=True)}  {timeline.reference:<{wide}}  "
    if width() < _SIDE_BY_SIDE:
        yield first.rstrip()
        yield from wrapped(what, " " * 4)
    else:
        yield from wrapped(what, first, " " * len(first))


def _whom(standing: Standing, *, private: bool) -> str:
    if not standing.code:
        return ""
    return f" ({standing.code})" if private else f": {standing.name} ({standing.code})"


def _late(standing: Standing) -> str:
    return how_many(standing.entry.late_by, "working day" if standing.counts_working_days else "day")


def _ahead(due: dt.date, today: dt.date) -> str:
    left = (due - today).days
    return f"in {how_many(left, 'day')}" if left else "today"


def _day(day: dt.date | None, *, year: bool = True, short: bool = False) -> str:
    """Write a day with its weekday: Tue 17 March 2026; short and always as broad: Tue 17 Mar 2026."""
    if day is None:
        return ""
    weekday = WEEKDAYS[day.weekday()][:3]
    if short:
        return f"{weekday} {day.day:>2} {MONTHS[day.month - 1][:3]} {day.year}"
    return f"{weekday} {day_in_words(day, year=year)}"


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day is not None else None

"""The deadlines of a case file on one day: what needs doing first, all of them on one line, and why each day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from sostool.report.blocks import (
    Fact,
    Facts,
    Figure,
    Item,
    Items,
    Line,
    Note,
    Paragraphs,
    Section,
    Span,
    Table,
    TimelinePicture,
    own,
    typed,
)
from sostool.report.sections.writing import table_of
from sostool.report.words.labels import Labels
from sostool.timeline.timeline import Standing, Timeline

# Titles and reasons why of a profile's deadlines are in English alone.
PROFILES_SPEAK = "en"
_NEEDS_DOING = ("overdue", "due-soon", "out-of-order", "unknown-trigger")
_MOST_TICKS = 25
# As far as this before the first day or after the last, today is on the line; further off the line would be all gap.
_NEAR = dt.timedelta(days=120)


def timeline_sections(words: Labels, timeline: Timeline) -> tuple[Section, ...]:
    """Write the page: what needs doing, everything on one line, what lies ahead and what is done.

    It holds no name and no text of the case file, so a delay's reason is not repeated.
    """
    today = own(words("timeline.today", day=words.date(timeline.today)))
    about = _about(words, timeline.today, timeline.days)
    if not timeline.standings:
        return (Section("today", today, (*about, Paragraphs(words("timeline.none"), typed=False))),)
    counts: list[Fact] = []
    before: list[Section] = []
    after: list[Section] = []
    for status, standings in timeline.groups():
        heading = words(f"timeline.{status}")
        counts.append(Fact(heading, own(str(len(standings)))))
        section = Section(status, own(heading), (Items(tuple(_item(words, timeline, one) for one in standings)),))
        (before if status in _NEEDS_DOING else after).append(section)
    key = Paragraphs(words("timeline.key"), typed=False)
    line = Section("line", own(words("timeline.line")), (key, _figure(words, timeline)))
    return (Section("today", today, (*about, Facts(tuple(counts)))), *before, line, *after)


def list_section(words: Labels, timelines: Iterable[Timeline], today: dt.date, days: int) -> Section:
    """Write what is overdue or due soon in many case files as one table, the longest overdue first.

    Args:
        words: of the page.
        timelines: of the case files.
        today: the day on which it was asked.
        days: how many days ahead of it count as soon.
    """
    found = [(timeline, one) for timeline in timelines for one in timeline.only_soon().standings]
    found.sort(key=lambda pair: (pair[1].entry.due or dt.date.max, pair[0].reference, pair[0].file))
    about = _about(words, today, days)
    heading = own(words("timeline.list"))
    if not found:
        return Section("list", heading, (*about, Paragraphs(words("timeline.nothing_soon"), typed=False)))
    columns = tuple(words(f"timeline.{column}") for column in ("what", "family", "last_day", "plan_by", "state"))
    rows = tuple(
        (
            what(words, one),
            own(timeline.reference),
            _day(words, one.entry.due),
            _day(words, one.entry.plan_by if one.status == "due-soon" else None),
            own(how_it_stands(words, timeline, one)),
        )
        for timeline, one in found
    )
    return Section("list", heading, (*about, table_of(own(words("timeline.list_table")), columns, rows)))


def how_it_stands(words: Labels, timeline: Timeline, standing: Standing) -> str:
    """Say in a few words how a deadline stands."""
    entry = standing.entry
    match standing.status:
        case "overdue":
            return words("timeline.late_so_far", late=late(words, standing))
        case "met-late":
            return words("timeline.late", late=late(words, standing))
        case "met":
            return words("timeline.in_time")
        case "out-of-order":
            return words("timeline.wrong_order")
        case _ if entry.due is not None:
            return words.count("timeline.due_in", (entry.due - timeline.today).days)
        case _:
            return words("timeline.not_known")


def late(words: Labels, standing: Standing) -> str:
    """Say how late something is: in working days where its deadline counts those, else in days."""
    unit = "working_days" if standing.counts_working_days else "days"
    return words.count(f"timeline.{unit}", standing.entry.late_by)


def planned(words: Labels, standing: Standing) -> str:
    """Say for which day something is planned, and whether that is too late; "" where it is not."""
    entry = standing.entry
    if entry.planned is None:
        return ""
    day = words.date(entry.planned)
    return words("timeline.planned_late", day=day) if entry.due is not None and entry.planned > entry.due else day


def what(words: Labels, standing: Standing) -> Line:
    """Say what has to happen, and for whom by code."""
    return _of_the_profile(words, _title(standing))


def _title(standing: Standing) -> str:
    return standing.title + (f" ({standing.code})" if standing.code else "")


def _about(words: Labels, today: dt.date, days: int) -> tuple[Note, Paragraphs]:
    looked = words("timeline.looked", day=words.date(today), days=words.count("timeline.days", days))
    return Note(own(words("timeline.only"))), Paragraphs(looked, typed=False, tone="quiet")


def _of_the_profile(words: Labels, text: str) -> Line:
    return own(text) if words.language == PROFILES_SPEAK else typed(text)


def _item(words: Labels, timeline: Timeline, standing: Standing) -> Item:
    return Item(_title(standing), tuple(_facts(words, timeline, standing)), typed=words.language != PROFILES_SPEAK)


def _facts(words: Labels, timeline: Timeline, standing: Standing) -> Iterator[Fact]:
    entry = standing.entry
    yield Fact(words("timeline.state"), own(how_it_stands(words, timeline, standing)))
    if entry.due is not None:
        yield Fact(words("timeline.last_day"), own(words.date(entry.due)))
    if entry.plan_sooner is not None:
        yield Fact(words("timeline.plan_by"), _day(words, entry.plan_sooner))
    if told := planned(words, standing):
        yield Fact(words("timeline.planned"), own(told))
    if entry.happened is not None:
        yield Fact(words("timeline.happened"), own(words.date(entry.happened)))
    if standing.status in ("overdue", "met-late"):
        given = "reason_given" if entry.reason else "reason_missing"
        yield Fact(words("timeline.reason"), own(words(f"timeline.{given}")))
    yield Fact(words("timeline.why"), _of_the_profile(words, entry.why))
    if entry.deadline.source:
        yield Fact(words("timeline.source"), _of_the_profile(words, entry.deadline.source))


def _figure(words: Labels, timeline: Timeline) -> Figure:
    spans = tuple(
        Span(
            name="".join(run.text for run in what(words, one)),
            detail=how_it_stands(words, timeline, one),
            start=one.entry.trigger,
            due=one.entry.due,
            happened=one.entry.happened,
            is_open=one.is_open,
        )
        for one in timeline.standings
    )
    today = words("timeline.today", day=words.date(timeline.today))
    days = [day for span in spans for day in (span.start, span.due, span.happened) if day is not None]
    picture = TimelinePicture(timeline.today, today, _ticks(words, days, timeline.today), spans)
    told = " ".join(words("course.person", name=span.name, numbers=span.detail) for span in spans)
    return Figure(own(words("timeline.caption")), picture, told, _table(words, timeline))


def _table(words: Labels, timeline: Timeline) -> Table:
    columns = ("what", "state", "counted_from", "last_day", "happened")
    rows = tuple(
        (
            what(words, one),
            own(how_it_stands(words, timeline, one)),
            _day(words, one.entry.trigger),
            _day(words, one.entry.due),
            _day(words, one.entry.happened),
        )
        for one in timeline.standings
    )
    return table_of(own(words("timeline.table")), (words(f"timeline.{column}") for column in columns), rows)


def _day(words: Labels, day: dt.date | None) -> Line:
    return own(words.date(day)) if day is not None else ()


def _ticks(words: Labels, days: Iterable[dt.date], today: dt.date) -> tuple[tuple[dt.date, str], ...]:
    """Give the first days of the months that the line runs over; of every so many months where it is long."""
    known = sorted(days)
    first, last = (known[0], known[-1]) if known else (today, today)
    if first > today and first - today <= _NEAR:
        first = today
    if last < today and today - last <= _NEAR:
        last = today
    start, end = _month(first), _month(last) + 1
    step = -(-(end - start) // (_MOST_TICKS - 1))
    months = list(range(start, end, step))
    months.append(months[-1] + step)
    return tuple((day, words.month(day)) for day in map(_first_day, months))


def _month(day: dt.date) -> int:
    return day.year * 12 + day.month - 1


def _first_day(month: int) -> dt.date:
    year, at = divmod(month, 12)
    return dt.date(year, at + 1, 1) if year <= dt.MAXYEAR else dt.date.max

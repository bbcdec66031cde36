"""The page of deadlines: what needs doing first, all on one line, and no name or text of the case."""

from __future__ import annotations

import datetime as dt

import pytest
from builders import Data, family, profile, put, read

from sostool.profile import Profile
from sostool.profile.deadlines import Deadline, End
from sostool.report.blocks import Facts, Figure, Items, Line, Note, Paragraphs, Section, Table, TimelinePicture
from sostool.report.making.workshop import Workshop
from sostool.report.sections.timeline import list_section, timeline_sections
from sostool.report.words.labels import Labels
from sostool.timeline.timeline import Timeline, timeline_of

HELD = Deadline(
    "held", "The conference is held.", "conference", (End("strategy-discussion", 15, "working-days"),), source="A guide"
)
ASSESSED = Deadline("assessed", "The assessment is finished.", "assessment-finished", (End("referral", 45, "days"),))
SENT = Deadline("sent", "The invitations go out.", "invitations-sent", (End("conference", 1, "months"),), "before")
SHARED = Deadline("shared", "Each has the report.", "report-shared", (End("conference", 3, "days"),), "before")
ALL = (HELD, ASSESSED, SENT, SHARED)
OLD = "A reason with Lisa's name."


def words(language: str = "en") -> Labels:
    return Workshop(profile()).words(language)


def case() -> Data:
    data = put(family(), "meeting.strategy_discussion", "2026-02-25")
    put(data, "meeting.invitations_sent", "2026-02-26")
    put(data, "meeting.delays", [{"what": "sent", "reason": OLD}])
    return put(data, "shared", [{"document": "report", "with": "lisa", "date": "2026-03-12"}])


def timeline(today: str = "2026-03-15", *deadlines: Deadline, data: Data | None = None) -> Timeline:
    found = read(data or case()).case
    assert found is not None
    ours = Profile("ours", deadlines={deadline.id: deadline for deadline in deadlines or ALL})
    return timeline_of("case.yaml", found, ours, dt.date.fromisoformat(today))


def plain(line: Line) -> str:
    return "".join(run.text for run in line)


def told(section: Section) -> list[tuple[str, dict[str, str]]]:
    """Give the items of a section with their facts."""
    [items] = section.blocks
    assert isinstance(items, Items)
    return [(item.text, {fact.label: plain(fact.value) for fact in item.facts}) for item in items.items]


def sections(today: str = "2026-03-15", *deadlines: Deadline, language: str = "en") -> dict[str, Section]:
    return {one.anchor: one for one in timeline_sections(words(language), timeline(today, *deadlines))}


def figure(section: Section) -> tuple[TimelinePicture, Table]:
    _, drawn = section.blocks
    assert isinstance(drawn, Figure)
    assert isinstance(drawn.picture, TimelinePicture)
    assert drawn.table is not None
    return drawn.picture, drawn.table


def test_what_needs_doing_stands_before_the_line_and_what_is_done_after_it() -> None:
    found = sections()
    assert list(found) == ["today", "overdue", "due-soon", "unknown-trigger", "line", "met-late", "met"]
    _, _, counts = found["today"].blocks
    assert isinstance(counts, Facts)
    assert {fact.label: plain(fact.value) for fact in counts.facts} == {
        "Overdue": "1",
        "Due soon": "1",
        "Not counted yet, as a day is missing": "1",
        "Done late": "1",
        "Done in time": "1",
    }


def test_each_deadline_says_how_it_stands_and_why_its_day_is_what_it_is() -> None:
    found = sections()
    assert told(found["overdue"]) == [
        (
            "Each has the report (p4)",
            {
                "How it stands": "overdue, late so far: 1 day",
                "Last day": "14 March 2026",
                "Why it is late": "No reason stands in the file yet.",
                "Why this day": "Counted back from the conference on 17 March 2026: 3 days, not counting that day.",
            },
        )
    ]
    assert told(found["due-soon"]) == [
        (
            "The conference is held",
            {
                "How it stands": "in 3 days",
                "Last day": "18 March 2026",
                "Planned for": "17 March 2026",
                "Why this day": "Counted from the strategy discussion on 25 February 2026: 15 working days, not counting "
                "that day, weekends and bank holidays.",
                "Where the deadline comes from": "A guide",
            },
        )
    ]
    [(_, late)] = told(found["met-late"])
    assert late["How it stands"] == "done, late by: 9 days"
    assert late["Why it is late"] == "The reason stands in the file."


def test_what_is_planned_too_late_is_told() -> None:
    data = put(put(case(), "meeting.date", "2026-03-20"), "meeting.strategy_discussion", "2026-02-25")
    found = {one.anchor: one for one in timeline_sections(words(), timeline("2026-03-15", HELD, data=data))}
    [(_, facts)] = told(found["due-soon"])
    assert facts["Planned for"] == "20 March 2026, which is after the last day"


def test_the_last_day_can_be_today() -> None:
    [(_, facts)] = told(sections("2026-03-18", HELD)["met"])
    assert facts["How it stands"] == "done in time"
    data = put(case(), "meeting.date", "2026-03-20")
    found = {one.anchor: one for one in timeline_sections(words(), timeline("2026-03-18", HELD, data=data))}
    [(_, facts)] = told(found["due-soon"])
    assert facts["How it stands"] == "the last day is today"


def test_the_picture_and_its_table_say_the_same() -> None:
    picture, table = figure(sections()["line"])
    assert picture.today == dt.date(2026, 3, 15)
    assert [label for _, label in picture.ticks] == ["February 2026", "March 2026", "April 2026"]
    assert [(span.name, span.detail, span.is_open) for span in picture.spans] == [
        ("Each has the report (p4)", "overdue, late so far: 1 day", True),
        ("The conference is held", "in 3 days", True),
        ("The assessment is finished", "not counted yet", False),
        ("The invitations go out", "done, late by: 9 days", False),
        ("Each has the report (p3)", "done in time", False),
    ]
    assert [[plain(cell) for cell in row] for row in table.rows] == [
        ["Each has the report (p4)", "overdue, late so far: 1 day", "17 March 2026", "14 March 2026", ""],
        ["The conference is held", "in 3 days", "25 February 2026", "18 March 2026", ""],
        ["The assessment is finished", "not counted yet", "", "", ""],
        ["The invitations go out", "done, late by: 9 days", "17 March 2026", "17 February 2026", "26 February 2026"],
        ["Each has the report (p3)", "done in time", "17 March 2026", "14 March 2026", "12 March 2026"],
    ]
    assert all(
        picture.ticks[0][0] <= day <= picture.ticks[-1][0]
        for span in picture.spans
        for day in (span.start, span.due, span.happened)
        if day is not None
    )


@pytest.mark.parametrize("language", ["en", "cy", "pl", "ar"])
def test_nobody_is_named_and_no_text_of_the_case_is_told(language: str) -> None:
    text = repr(timeline_sections(words(language), timeline()))
    for name in ("Lisa", "Dean", "lisa", "dean", "Priya", OLD):
        assert name not in text


def test_in_another_language_what_the_profile_says_is_kept_apart_as_its_text() -> None:
    [item] = [block for block in sections(language="ar")["due-soon"].blocks if isinstance(block, Items)]
    assert item.items[0].typed
    picture, _ = figure(sections(language="ar")["line"])
    assert picture.today_label == "اليوم، 15 مارس 2026"


@pytest.mark.parametrize(
    ("today", "first", "last"),
    [
        ("2026-06-01", "February 2026", "July 2026"),
        ("2026-01-02", "January 2026", "April 2026"),
        ("2030-01-01", "February 2026", "April 2026"),
        ("2000-01-01", "February 2026", "April 2026"),
    ],
)
def test_the_line_reaches_to_today_where_that_is_near(today: str, first: str, last: str) -> None:
    picture, _ = figure(sections(today)["line"])
    assert (picture.ticks[0][1], picture.ticks[-1][1]) == (first, last)


@pytest.mark.parametrize("far", ["1900-01-01", "1970-02-03", "2026-02-24"])
def test_a_line_of_many_years_has_few_marks(far: str) -> None:
    data = put(put(case(), "meeting.strategy_discussion", far), "meeting.date", "9999-12-31")
    found = {one.anchor: one for one in timeline_sections(words(), timeline("2026-03-15", data=data))}
    picture, _ = figure(found["line"])
    assert len(picture.ticks) <= 26
    assert picture.ticks[-1][0] >= dt.date(9999, 12, 1)


def test_a_day_of_the_last_month_there_is_has_a_line_too() -> None:
    data = put(put(case(), "meeting.strategy_discussion", "9999-12-01"), "meeting.date", "9999-12-31")
    found = {one.anchor: one for one in timeline_sections(words(), timeline("9999-12-15", SHARED, data=data))}
    picture, _ = figure(found["line"])
    assert [day for day, _ in picture.ticks][-1] == dt.date.max


def test_where_nothing_applies_the_page_says_so() -> None:
    found = read(case()).case
    assert found is not None
    empty = timeline_of("case.yaml", found, Profile("ours"), dt.date(2026, 3, 15))
    [section] = timeline_sections(words(), empty)
    *about, said = section.blocks
    assert [type(block) for block in about] == [Note, Paragraphs]
    assert said == Paragraphs("No deadline of this profile is about this meeting.", typed=False)


class TestWhatIsDueInManyFiles:
    @staticmethod
    def section(*timelines: Timeline) -> Section:
        return list_section(words(), timelines, dt.date(2026, 3, 15), 14)

    def test_is_sorted_by_the_last_day_and_leaves_out_what_is_done_or_far_off(self) -> None:
        other = put(put(case(), "reference", "EX-0100"), "meeting.strategy_discussion", "2026-02-23")
        *_, table = self.section(timeline(), timeline(data=other)).blocks
        assert isinstance(table, Table)
        assert [[plain(cell) for cell in row] for row in table.rows] == [
            ["Each has the report (p4)", "EX-0100", "14 March 2026", "", "overdue, late so far: 1 day"],
            ["Each has the report (p4)", "EX-0900", "14 March 2026", "", "overdue, late so far: 1 day"],
            ["The conference is held", "EX-0100", "16 March 2026", "16 March 2026", "in 1 day"],
            ["The conference is held", "EX-0900", "18 March 2026", "18 March 2026", "in 3 days"],
        ]

    def test_may_be_nothing(self) -> None:
        *_, said = self.section(timeline("2026-03-18", HELD)).blocks
        assert said == Paragraphs("Nothing is overdue or due soon.", typed=False)

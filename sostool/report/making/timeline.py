"""The page of a case file's deadlines, for people who work with the family."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from sostool.report.blocks import Document, Section, own
from sostool.report.making.documents import content_of, footer, page_words
from sostool.report.making.kinds import Kind
from sostool.report.making.maker import Made, Maker
from sostool.report.making.workshop import Workshop
from sostool.report.sections.timeline import PROFILES_SPEAK, list_section, timeline_sections
from sostool.report.words.labels import Labels
from sostool.report.words.languages import DEFAULT
from sostool.share.readers import PRACTITIONERS, Column, Reader
from sostool.timeline.timeline import Timeline

# It holds no text of the case; titles and reasons why of deadlines are the profile's, in English.
KIND = Kind("timeline", (), frozenset((Column.PRACTITIONERS,)), names_children=False, quotes_in=PROFILES_SPEAK)


def make_timeline(maker: Maker, timeline: Timeline, formats: tuple[str, ...]) -> list[Made]:
    """Make the page. Its file is named REFERENCE-timeline-DATE, by the date of the meeting, as all documents are.

    Args:
        maker: makes the documents of the case.
        timeline: how its deadlines stand.
        formats: of the page.

    Raises:
        Leaking: words that practitioners must not get stand in what was made.
        LabelMistakeError: a label file or the profile has a mistake.
        TemplateMistake: a template has one.
    """

    def write(words: Labels) -> tuple[Section, ...]:
        return timeline_sections(words, timeline)

    made = maker.framed(KIND, Reader(PRACTITIONERS, PRACTITIONERS, Column.PRACTITIONERS), write, formats)
    return [one._replace(file_name=f"{stem(timeline)}.{one.file_name.rpartition('.')[2]}") for one in made]


def make_list(workshop: Workshop, timelines: Iterable[Timeline], today: dt.date, days: int, format_: str) -> Made:
    """Make the page of what is overdue or due soon in many case files.

    Args:
        workshop: templates and words; it is in English unless another language was asked for.
        timelines: of the case files.
        today: the day on which it was asked.
        days: how many days ahead of it count as soon.
        format_: of the page.

    Raises:
        LabelMistakeError: a label file or the profile has a mistake.
        TemplateMistake: a template has one.
    """
    words = workshop.words(workshop.wanted or DEFAULT)
    document = Document(
        kind=KIND.name,
        title=own(words(f"document.{KIND.name}")),
        subtitle=own(words("timeline.today", day=words.date(today))),
        date=today,
        # It is about many families: what tells one such page from another is its day.
        reference=today.isoformat(),
        reader_code=PRACTITIONERS,
        reader_line=own(words("reader.practitioners")),
        fingerprint="",
        stamps=(words("page.practitioners_copy"),),
        language=words.language,
        direction=words.direction,
        text_language=KIND.quotes_in,
        accent=workshop.authority.accent,
        page=KIND.page,
        sections=(list_section(words, timelines, today, days),),
        footer=footer(words),
        words=page_words(words),
        authority=workshop.authority.name,
    )
    document = replace(document, fingerprint=content_of(document)[:8])
    return Made(KIND.name, f"{list_stem(today)}.{format_}", workshop.draw(document, format_))


def list_stem(today: dt.date) -> str:
    """Name the files of what is due in many case files, without their ending."""
    return f"{KIND.name}-{today.isoformat()}"


def stem(timeline: Timeline) -> str:
    """Name the files of a timeline, without their ending."""
    return f"{timeline.reference}-{KIND.name}-{timeline.date.isoformat()}"

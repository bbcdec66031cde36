"""A case and one reader become a View, by naming what goes in."""

from __future__ import annotations

from dataclasses import replace

from sostool.case.model import Case
from sostool.case.people import name_of
from sostool.profile import Profile
from sostool.share.make_after import make_outcome
from sostool.share.make_child import make_what_children_know, make_who_helps, make_words_for_child
from sostool.share.make_dangers import make_dangers, make_overall
from sostool.share.make_map import make_chronology, make_map, make_plan, make_recommendation
from sostool.share.make_people import make_parts, make_people, make_voices
from sostool.share.make_register import make_register
from sostool.share.making import Making
from sostool.share.readers import ROOM, Column, Reader, age_at_meeting
from sostool.share.view import (
    View,
    ViewConsent,
    ViewCoreGroup,
    ViewInvolvement,
    ViewPlan,
    ViewReport,
    ViewShared,
)
from sostool.share.view_after import ViewHeldByChair
from sostool.share.view_item import NO_LIMIT

_WITH_A_NAME = frozenset((Column.FAMILY, Column.NETWORK, Column.CHILD, Column.PRACTITIONERS))


def make_view(case: Case, profile: Profile, reader: Reader) -> View:
    """Make the View of one reader.

    Args:
        case: a case without errors of shape.
        profile: whose words are used; its lists decide on themes and on recommendations.
        reader: who will read it.
    """
    return view_of(Making(case, profile, reader))


def view_of(making: Making) -> View:
    """Make the View of a making's reader.

    Raises:
        ValueError: the case has no meeting, or its meeting no date.
    """
    case, reader = making.case, making.reader
    meeting = case.meeting
    if meeting is None or meeting.date is None:
        raise ValueError("a View needs a meeting and its date")
    is_open = making.may("meeting", meeting)
    view = View(
        reference=case.reference,
        reader_kind=reader.column.name.lower(),
        reader_code=reader.code,
        reader_name=name_of(case, reader.person) if reader.person and reader.column in _WITH_A_NAME else "",
        text_language=case.language or "en",
        room_with=name_of(case, reader.name.removeprefix(f"{ROOM}:")) if reader.name.startswith(f"{ROOM}:") else "",
        meeting_kind=meeting.kind,
        meeting_date=meeting.date,
    )
    if reader.column in (Column.NOTHING, Column.BLANK):
        return view
    time, place = _time_and_place(making)
    if reader.column is Column.CHILD:
        return replace(
            view,
            time=time,
            place=place,
            parts=make_parts(making),
            voices=make_voices(making),
            plan=ViewPlan(children_know=make_what_children_know(making)),
            words_for_child=make_words_for_child(making),
            reader_age=age_at_meeting(case, reader.person),
            people=make_who_helps(making),
        )
    filled = {
        "time": time,
        "place": place,
        "why": meeting.why if is_open else "",
        "hearing": making.hearing(meeting) if meeting.why else NO_LIMIT,
        "author": making.name_beside(meeting.author) if is_open else "",
        "chair": making.name_beside(meeting.chair) if is_open else "",
        "parts": make_parts(making),
        "map": make_map(making),
        "dangers": make_dangers(making),
        "overall": make_overall(making),
        "voices": make_voices(making),
        "plan": make_plan(making),
        "chronology": make_chronology(making),
        "involvement": _involvement(making),
        "agency_reports": _agency_reports(making),
        "recommendation": make_recommendation(making),
        "core_groups": _core_groups(making),
        "consent": _consent(making),
        "priorities": _priorities(making),
        "shared": _shared(making),
        "outcome": make_outcome(making),
        "register": make_register(making),
        "held_by_chair": _held_by_chair(making),
    }
    # Last, because the people in it are those who stand in what goes in.
    filled["people"] = make_people(making)
    return replace(view, **filled)  # type: ignore[arg-type]  # each value comes from the maker of its field


def _time_and_place(making: Making) -> tuple[str, str]:
    """Give when and where: the meeting's for those together and for practitioners, their own for those apart."""
    meeting = making.case.meeting
    if meeting is None or not making.open(meeting):
        return "", ""
    if making.reader.column in (Column.FAMILY, Column.NETWORK, Column.CHILD):
        for item in meeting.attendance:
            if not making.open(item):
                continue
            if making.reader.person == item.who or making.reader.person in item.with_:
                if item.part in ("separately", "not-invited"):
                    return item.time, item.place
                return item.time or meeting.time, item.place or meeting.place
        return meeting.time, meeting.place
    return (meeting.time, meeting.place) if making.reader.column is not Column.ROOM else ("", "")


def _involvement(making: Making) -> tuple[ViewInvolvement, ...]:
    return tuple(
        ViewInvolvement(
            making.name(item.who),
            item.since,
            item.until,
            item.offered,
            item.did_it_help,
            making.names_beside(item, item.said_by),
            making.hearing(item),
        )
        for item in making.chosen("what happened before", making.case.involvement)
    )


def _agency_reports(making: Making) -> tuple[ViewReport, ...]:
    return tuple(
        ViewReport(
            making.name(item.from_)
            if not making.standing.is_feared or making.standing.shares(item) or making.reader.column is Column.CHAIR
            else "",
            item.received,
            item.shared,
            making.hearing(item, only_cleared=bool(item.from_)),
        )
        for item in making.chosen("what happened before", making.case.agency_reports)
    )


def _core_groups(making: Making) -> tuple[ViewCoreGroup, ...]:
    return tuple(
        ViewCoreGroup(
            item.date,
            making.names(making.known("names beside it", item.attended)),
            item.what,
            making.hearing(item, names=item.attended),
        )
        for item in making.chosen("consent and core groups", making.case.core_groups)
    )


def _consent(making: Making) -> ViewConsent | None:
    consent = making.case.consent
    if consent is None or not making.may("consent and core groups", consent):
        return None
    return ViewConsent(consent.given, making.names(consent.who), consent.date, consent.what, making.hearing(consent))


def _priorities(making: Making) -> tuple[str, ...]:
    """Give the themes in the authority's words; for family only where there is one set of parents."""
    column = making.reader.column
    is_family = column is Column.FAMILY and making.standing.one_set_of_parents and bool(making.standing.own_children)
    if column not in (Column.CHAIR, Column.PRACTITIONERS) and not is_family:
        return ()
    titles = {priority.name: priority.title for priority in making.profile.priorities}
    return tuple(titles.get(name, name) for name in making.case.priorities)


def _held_by_chair(making: Making) -> tuple[ViewHeldByChair, ...]:
    if not making.may("reasons and registers", making.case):
        return ()
    return tuple(ViewHeldByChair(item.note, item.date, making.name(item.from_)) for item in making.case.held_by_chair)


def _shared(making: Making) -> tuple[ViewShared, ...]:
    return tuple(
        ViewShared(item.document, making.name(item.with_), item.date, item.how, item.not_shared, making.hearing(item))
        for item in making.chosen("shared log", making.case.shared)
    )

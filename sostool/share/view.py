"""A View: what one reader may have, and nothing else. It is plain data; names stand where the case has ids.

Sections see only this. Whatever is not in it cannot be printed.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sostool.share.view_after import ViewHeld, ViewHeldByChair, ViewOutcome, ViewWordsForChild
from sostool.share.view_changes import ViewChanges
from sostool.share.view_item import NO_LIMIT, Hearing, ViewItem
from sostool.yamlfile.kinds import When


@dataclass(frozen=True, slots=True)
class ViewPerson:
    """Somebody the reader may know of. Empty where the reader may not have it; `hearing` is of what they will do."""

    name: str
    role: str
    relation: str = ""
    agency: str = ""
    lives_with: tuple[str, ...] = ()
    parent_of: tuple[str, ...] = ()
    born: dt.date | None = None
    due: dt.date | None = None
    language: str = ""
    interpreter: str = ""
    disability: str = ""
    ethnicity: str = ""
    faith: str = ""
    seen: tuple[ViewSeen, ...] = ()
    ring: str = ""
    knows_about: tuple[int, ...] = ()
    will: str = ""
    contact: tuple[tuple[str, str], ...] = ()
    hearing: Hearing = NO_LIMIT


@dataclass(frozen=True, slots=True)
class ViewSeen:
    """One time a child was seen."""

    date: dt.date | None
    who: str
    alone: bool | None
    hearing: Hearing = NO_LIMIT


@dataclass(frozen=True, slots=True)
class ViewPart:
    """Who comes to which part of the meeting; `why` only for the chair."""

    who: str
    part: str
    with_: tuple[str, ...] = ()
    time: str = ""
    place: str = ""
    why: str = ""
    hearing: Hearing = NO_LIMIT


@dataclass(frozen=True, slots=True)
class ViewMap:
    """The three columns."""

    past_harm: tuple[ViewItem, ...] = ()
    complicating: tuple[ViewItem, ...] = ()
    grey_areas: tuple[ViewItem, ...] = ()
    strengths: tuple[ViewItem, ...] = ()
    existing_safety: tuple[ViewItem, ...] = ()
    next_steps: tuple[ViewItem, ...] = ()


@dataclass(frozen=True, slots=True)
class ViewRating:
    """One person's number. `before` is their own number before this one; `reason` is empty where it is not given.

    `history` has all their numbers with a date, the oldest first.
    """

    name: str
    role: str
    date: dt.date | None
    score: float | None
    would_not_say: bool = False
    reason: str = ""
    one_higher: str = ""
    before: float | None = None
    before_date: dt.date | None = None
    history: tuple[tuple[dt.date, float], ...] = ()
    hearing: Hearing = NO_LIMIT


@dataclass(frozen=True, slots=True)
class ViewScale:
    """A scale with the numbers the reader may have, each person's latest."""

    ten: str
    zero: str
    child_ten: str
    child_zero: str
    ten_is_safe: bool
    differences: str = ""
    ratings: tuple[ViewRating, ...] = ()
    hearing: Hearing = NO_LIMIT
    differences_hearing: Hearing = NO_LIMIT


@dataclass(frozen=True, slots=True)
class ViewDifferent:
    """Somebody who sees a danger differently."""

    who: str
    says: str
    hearing: Hearing = NO_LIMIT


@dataclass(frozen=True, slots=True)
class ViewGoal:
    """A safety goal."""

    statement: str
    who_does: tuple[str, ...] = ()
    who_sees: tuple[str, ...] = ()
    how_long: str = ""
    reached: dt.date | None = None
    hearing: Hearing = NO_LIMIT


@dataclass(frozen=True, slots=True)
class ViewDanger:
    """A danger statement with its goal and its scale."""

    statement: str
    worried: tuple[str, ...] = ()
    children: tuple[str, ...] = ()
    sees_it_differently: tuple[ViewDifferent, ...] = ()
    goal: ViewGoal | None = None
    scale: ViewScale | None = None
    hearing: Hearing = NO_LIMIT


@dataclass(frozen=True, slots=True)
class ViewVoice:
    """Somebody's own words."""

    name: str
    role: str
    date: dt.date | None
    how: str
    worries: tuple[str, ...] = ()
    good_things: tuple[str, ...] = ()
    dreams: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    observed: str = ""
    not_asked: str = ""
    written_by: str = ""
    read_back: bool | None = None
    hearing: Hearing = NO_LIMIT


@dataclass(frozen=True, slots=True)
class ViewPlan:
    """The safety plan."""

    kind: str = ""
    bottom_lines: tuple[ViewItem, ...] = ()
    rules: tuple[ViewItem, ...] = ()
    trajectory: tuple[ViewItem, ...] = ()
    children_know: tuple[str, ...] = ()
    hearing: Hearing = NO_LIMIT


@dataclass(frozen=True, slots=True)
class ViewInvolvement:
    """Who has worked with the family, and whether it helped."""

    who: str
    since: When | None
    until: When | None
    offered: str
    did_it_help: str
    said_by: tuple[str, ...] = ()
    hearing: Hearing = NO_LIMIT


@dataclass(frozen=True, slots=True)
class ViewReport:
    """A report another agency has sent; `sender` is empty where the reader may not know."""

    sender: str
    received: dt.date | None
    shared: dt.date | None
    hearing: Hearing = NO_LIMIT


@dataclass(frozen=True, slots=True)
class ViewShared:
    """One line of who has been shown what."""

    document: str
    with_: str
    date: dt.date | None
    how: str
    not_shared: str
    hearing: Hearing = NO_LIMIT


@dataclass(frozen=True, slots=True)
class ViewCoreGroup:
    """A core group meeting."""

    date: dt.date | None
    attended: tuple[str, ...]
    what: str
    hearing: Hearing = NO_LIMIT


@dataclass(frozen=True, slots=True)
class ViewConsent:
    """Whether the family said yes, and to what."""

    given: bool | None
    who: tuple[str, ...]
    date: dt.date | None
    what: str
    hearing: Hearing = NO_LIMIT


@dataclass(frozen=True, slots=True)
class View:
    """Everything one reader may have of one case.

    `reader_name` is the name on their copy, "" for a group; `reader_age` a child's, in whole years at the meeting;
    `room_with` the one who is in the room, where a copy is for their part of the meeting; `hearing` is of why we meet;
    `changes` are those since the meeting before, None where that is not known.
    """

    reference: str
    reader_kind: str
    reader_code: str
    reader_name: str
    text_language: str
    meeting_kind: str
    meeting_date: dt.date
    time: str = ""
    place: str = ""
    why: str = ""
    hearing: Hearing = NO_LIMIT
    author: str = ""
    chair: str = ""
    parts: tuple[ViewPart, ...] = ()
    people: tuple[ViewPerson, ...] = ()
    map: ViewMap = ViewMap()
    dangers: tuple[ViewDanger, ...] = ()
    overall: ViewScale | None = None
    voices: tuple[ViewVoice, ...] = ()
    plan: ViewPlan = ViewPlan()
    chronology: tuple[ViewItem, ...] = ()
    involvement: tuple[ViewInvolvement, ...] = ()
    agency_reports: tuple[ViewReport, ...] = ()
    recommendation: ViewItem | None = None
    core_groups: tuple[ViewCoreGroup, ...] = ()
    consent: ViewConsent | None = None
    priorities: tuple[str, ...] = ()
    shared: tuple[ViewShared, ...] = ()
    held_by_chair: tuple[ViewHeldByChair, ...] = ()
    outcome: ViewOutcome | None = None
    words_for_child: ViewWordsForChild | None = None
    reader_age: int = 0
    room_with: str = ""
    register: tuple[ViewHeld, ...] = ()
    changes: ViewChanges | None = None

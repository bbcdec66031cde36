"""What a View holds of the outcome: what the conference decided, as one reader may have it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sostool.share.view_item import NO_LIMIT, Hearing


@dataclass(frozen=True, slots=True)
class ViewDecision:
    """What was decided for one child. `code` is what the national data set calls the categories together."""

    child: str
    test: str
    decision: str
    categories: tuple[str, ...]
    code: str
    reasons: str
    who_decided: str = ""
    hearing: Hearing = NO_LIMIT


@dataclass(frozen=True, slots=True)
class ViewDissent:
    """Somebody who did not agree; or, with `none`, that everyone did."""

    who: str
    says: str
    none: bool = False
    hearing: Hearing = NO_LIMIT


@dataclass(frozen=True, slots=True)
class ViewAction:
    """One line of the outline plan."""

    what: str
    why: str
    who: tuple[str, ...]
    due: dt.date | None
    how_we_know: str
    hearing: Hearing = NO_LIMIT


@dataclass(frozen=True, slots=True)
class ViewChildPlan:
    """The outline plan for one child; `child` is empty where it is for all of them."""

    child: str
    needs_to_change: tuple[str, ...] = ()
    actions: tuple[ViewAction, ...] = ()
    visits: str = ""
    contingency: str = ""
    contingency_hearing: Hearing = NO_LIMIT
    further_assessment: tuple[str, ...] = ()
    hearing: Hearing = NO_LIMIT


@dataclass(frozen=True, slots=True)
class ViewCorrection:
    """A correction to the record that somebody asked for."""

    who: str
    date: dt.date | None
    what: str
    hearing: Hearing = NO_LIMIT


@dataclass(frozen=True, slots=True)
class ViewParticipation:
    """How a child took part, by the national data set's code and in words."""

    child: str
    code: str
    what: str
    hearing: Hearing = NO_LIMIT


@dataclass(frozen=True, slots=True)
class ViewQuorum:
    """Whether enough agencies were there, by the chair's judgement; `agencies` are those that were counted."""

    quorate: bool | None
    why: str
    agencies: tuple[str, ...]
    hearing: Hearing = NO_LIMIT


@dataclass(frozen=True, slots=True)
class ViewPartSummary:
    """The chair's summary of one part of the meeting; `who` is whose part it was."""

    who: str
    summary: str
    hearing: Hearing = NO_LIMIT


@dataclass(frozen=True, slots=True)
class ViewOutcome:
    """What was decided at the meeting. Whatever the reader may not have is empty."""

    attended: tuple[str, ...] = ()
    apologies: tuple[str, ...] = ()
    came_hearing: Hearing = NO_LIMIT
    participation: tuple[ViewParticipation, ...] = ()
    summary: str = ""
    summary_hearing: Hearing = NO_LIMIT
    parts: tuple[ViewPartSummary, ...] = ()
    decisions: tuple[ViewDecision, ...] = ()
    dissent: tuple[ViewDissent, ...] = ()
    lead_social_worker: str = ""
    core_group: tuple[str, ...] = ()
    core_group_hearing: Hearing = NO_LIMIT
    plans: tuple[ViewChildPlan, ...] = ()
    contingency: str = ""
    contingency_hearing: Hearing = NO_LIMIT
    core_group_date: dt.date | None = None
    review_date: dt.date | None = None
    quorum: ViewQuorum | None = None
    corrections: tuple[ViewCorrection, ...] = ()
    minutes_by: str = ""


@dataclass(frozen=True, slots=True)
class ViewPicture:
    """A sentence of the words for a child, and what to draw beside it."""

    text: str
    draw: str


@dataclass(frozen=True, slots=True)
class ViewWordsForChild:
    """Words that were agreed for a child to have."""

    text: tuple[str, ...]
    pictures: tuple[ViewPicture, ...]


@dataclass(frozen=True, slots=True)
class ViewHeldByChair:
    """That the chair holds something, since when and from whom; never what."""

    note: str
    date: dt.date | None
    from_: str


@dataclass(frozen=True, slots=True)
class ViewHeld:
    """One thing held back, for the chair's register: what it is, from whom, why, and who agreed.

    `what` is what it says, "" where it has no words of its own; `kind` the mark that holds it: withhold, all_but,
    must_not_see, side_of, protected, sensitive, separately, not-invited, or cleared for what was let through.
    """

    kind: str
    what: str
    from_: tuple[str, ...]
    why: str
    agreed_by: str
    date: dt.date | None
    review_on: dt.date | None

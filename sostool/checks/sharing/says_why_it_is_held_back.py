"""SH101: what is held back has a reason, somebody who agreed, and a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from sostool.case.model import Case
from sostool.case.model.marks import Cleared, MustNotSee, Protected, Withhold
from sostool.case.model.meeting import Attendance
from sostool.case.people import PRACTITIONER_ROLES
from sostool.checks.check import Found, check
from sostool.checks.look import Look
from sostool.checks.sharing.texts import texts_of

_HELD_BACK = (Withhold, MustNotSee, Protected)
_STAYS = "It is held back all the same."


@check("SH101", "held-back-without-agreement", "query")
def says_why_it_is_held_back(look: Look) -> Iterator[Found]:
    """What is held back has a reason, a practitioner who agreed, and a day.

    What it checks
        Every `withhold`, `must_not_see` and `protected` has `why`, `agreed_by` and `date`, and the one who agreed is a
        practitioner, a manager or the chair, and not somebody it is held back from. A `review_on` is not before the
        meeting. Every `cleared` has `by` and `date`, and was decided by a practitioner. Whoever comes separately or
        is not invited has `why`, `decided_by` and `date`. Each mark holds back as it stands, whatever is asked here.

    Why it matters
        Keeping something from a father is a decision about him, and he may ask one day who took it and why. And the
        person it protects has to know that somebody stands behind it. When nobody has written down why, the next
        worker lets go of it, because it looks like a slip.

    Fails
        map:
          working_well:
            existing_safety:
              - what: Lisa texted Jo, and Jo fetched both children for the night.
                withhold: {from: [dean]}

    Passes
        map:
          working_well:
            existing_safety:
              - what: Lisa texted Jo, and Jo fetched both children for the night.
                withhold: {from: [dean], why: It shows how Lisa gets help., agreed_by: ann, date: 2026-03-12}

    Source
        Leaving something out needs a clear safeguarding reason, agreed beforehand and written down (Sussex's
        conference procedures); what could put somebody at risk goes to the chair first (Surrey's briefing note on
        conferences); the reason for sharing or not is recorded (the government's advice on information sharing).
    """
    meeting = look.case.meeting
    on = meeting.date if meeting is not None else None
    for part in texts_of(look).parts:
        if isinstance(part, _HELD_BACK):
            yield from _of_mark(look.case, part, on)
        elif isinstance(part, Cleared):
            yield from _of_clearing(look.case, part)
        elif isinstance(part, Attendance) and part.part in ("separately", "not-invited"):
            yield from _of_coming_apart(look.case, part)


def _of_mark(case: Case, mark: Withhold | MustNotSee | Protected, on: dt.date | None) -> Iterator[Found]:
    missing = [
        *(() if mark.why.strip() else ("why",)),
        *(() if mark.agreed_by else ("who agreed",)),
        *(() if mark.date else ("when that was agreed",)),
    ]
    if missing:
        yield Found(
            mark.path,
            f"What is held back here does not say {_listed(missing)}.",
            f"{_STAYS} Ask the chair, and write `why`, `agreed_by` and `date`; only the chair reads them.",
            also=(mark.path,),
        )
    listed = () if isinstance(mark, MustNotSee) else mark.from_
    if mark.agreed_by and (not _may_decide(case, mark.agreed_by) or mark.agreed_by in listed):
        yield Found(
            mark.at("agreed_by"),
            "Somebody agreed to hold this back for whom that is not to decide.",
            f"{_STAYS} Ask the chair or a manager to agree it. It is never for a child to answer for, nor for "
            "anybody it is held back from.",
            also=(mark.at("agreed_by"),),
        )
    if mark.review_on is not None and on is not None and mark.review_on < on:
        yield Found(
            mark.at("review_on"),
            "The day to look at this again came before the meeting.",
            f"{_STAYS} Talk it through with the chair, and first with whom it protects; then write the next day.",
            also=(mark.at("review_on"), ("meeting", "date")),
        )


def _of_clearing(case: Case, mark: Cleared) -> Iterator[Found]:
    missing = [*(() if mark.by else ("who decided",)), *(() if mark.date else ("when",))]
    if missing:
        yield Found(
            mark.path,
            f"What is cleared here does not say {_listed(missing)}.",
            "It is not cleared until it does: nobody feared gets it. Write `by` and `date` once the chair has agreed.",
            also=(mark.path,),
        )
    elif not _may_decide(case, mark.by):
        yield Found(
            mark.at("by"),
            "Somebody cleared this for whom that is not to decide.",
            "A frightened person can be made to agree. Ask the chair; until then take the mark out, so that nobody "
            "feared gets it.",
            also=(mark.at("by"),),
        )


def _of_coming_apart(case: Case, apart: Attendance) -> Iterator[Found]:
    missing = [
        *(() if apart.why.strip() else ("why",)),
        *(() if apart.decided_by else ("who decided it",)),
        *(() if apart.date else ("when that was decided",)),
    ]
    if missing:
        yield Found(
            apart.path,
            f"Somebody comes separately or is not invited, and it does not say {_listed(missing)}.",
            "They come as it says here. Write `why`, `decided_by` and `date`; only the chair reads them.",
            also=(apart.path,),
        )
    if apart.decided_by and not _may_decide(case, apart.decided_by):
        yield Found(
            apart.at("decided_by"),
            "Somebody decided who comes apart for whom that is not to decide.",
            "Ask the chair: who comes separately, or does not come, is theirs to decide.",
            also=(apart.at("decided_by"),),
        )


def _may_decide(case: Case, id_: str) -> bool:
    person = case.people.get(id_)
    return person is not None and person.role in PRACTITIONER_ROLES


def _listed(missing: list[str]) -> str:
    return missing[0] if len(missing) == 1 else ", ".join(missing[:-1]) + " or " + missing[-1]

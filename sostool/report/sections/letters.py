"""Letters and leaflets: our or the authority's wording, with what belongs to this meeting and this reader filled in."""

from __future__ import annotations

from sostool.profile import Profile
from sostool.report.blocks import Line, Section, own, typed
from sostool.report.sections.about import part_line
from sostool.report.sections.writing import FactList
from sostool.report.words.labels import Labels
from sostool.share.view import View

_CHILD = "child"
_PRACTITIONERS = ("practitioners", "chair")


def decision_letter(view: View, words: Labels, profile: Profile) -> Section:
    """Write to a parent what was decided: the letter's own words come before the decision itself."""
    return Section("letter", own(words("letter.title")), words.wording("decision-letter", **_blanks(view, words)))


def what_you_can_do(view: View, words: Labels, profile: Profile) -> Section:
    """Say what a parent can do who does not agree, and whom they can ask."""
    return Section(
        "what-you-can-do",
        own(words("letter.what_you_can_do")),
        words.wording("after-the-meeting", **_blanks(view, words)),
    )


def invitation(view: View, words: Labels, profile: Profile) -> Section:
    """Invite one person: when, where, how the meeting runs."""
    facts = FactList(words)
    facts.line("cover.meeting", own(words(f"meeting.{view.meeting_kind}")))
    facts.date("cover.date", view.meeting_date)
    facts.line("cover.time", typed(view.time) or own(words("page.to_fill")))
    facts.line("cover.place", typed(view.place) or own(words("page.to_fill")))
    facts.typed("cover.chair", view.chair)
    for part in view.parts:
        if view.reader_name and view.reader_name in (part.who, *part.with_):
            facts.line("cover.part", part_line(words, part))
    wording = words.wording(f"invitation-{_addressed(view)}", **_blanks(view, words))
    return Section("invitation", own(words("invitation.title")), (*facts.block(), *wording))


def how_the_meeting_runs(view: View, words: Labels, profile: Profile) -> Section | None:
    """Say how the meeting runs; a child's invitation says it in its own wording."""
    if view.reader_kind == _CHILD:
        return None
    return Section(
        "meeting", own(words("invitation.how")), words.wording("how-the-meeting-runs", **_blanks(view, words))
    )


def leaflet(view: View, words: Labels, profile: Profile) -> Section:
    """Say what this way of working is and what happens at a conference, for those who read it."""
    reader = _leaflet_reader(view, profile)
    return Section(
        "leaflet", own(words(f"leaflet.{reader}")), words.wording(f"leaflet-{reader}", **_blanks(view, words))
    )


def safety_plan_help(view: View, words: Labels, profile: Profile) -> Section:
    """Say what to do when the plan does not work, and whom to ring."""
    return Section("help", own(words("safety_plan.help")), words.wording("safety-plan"))


def _addressed(view: View) -> str:
    if view.reader_kind == _CHILD:
        return "child"
    return "practitioner" if view.reader_kind in _PRACTITIONERS else "family"


def _leaflet_reader(view: View, profile: Profile) -> str:
    if view.reader_kind in _PRACTITIONERS:
        return "partners"
    if view.reader_kind != _CHILD:
        return "parents"
    return "young-people" if view.reader_age >= profile.limits["young_person_from"] else "children"


def _blanks(view: View, words: Labels) -> dict[str, Line]:
    """Give what a wording may name: who reads, what meeting it is and when, who runs it."""
    return {
        "reader": typed(view.reader_name),
        "meeting": own(words(f"meeting.{view.meeting_kind}")),
        "date": own(words.date(view.meeting_date)),
        "chair": typed(view.chair),
        "social_worker": words.names(person.name for person in view.people if person.role == "social-worker"),
    }

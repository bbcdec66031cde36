"""The table: what happens to each key of a case file when the file of the next meeting is started from it.

A key of a part that can be carried over has to stand here; a test holds that, so a new key has to be decided. What
stands under a key that is left behind is left behind with it. The keys of the marks are carried over wherever they
stand: nothing that was held back may be open because it was carried over.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from sostool.carrying.conditions import (
    Condition,
    asked_before_a_conference,
    came_after_the_meeting,
    day_has_come,
    goes_on,
    is_not_done,
    is_open,
    is_still_counted_from,
    review_has_come,
    says_something,
    was_born_by_now,
    was_old_enough,
    words_are_for_this_meeting,
    words_belong_to_their_day,
    words_or_number_still_count,
)
from sostool.case.model import (
    AgencyReport,
    Attendance,
    BottomLine,
    Case,
    Cleared,
    Consent,
    Contact,
    CoreGroup,
    Danger,
    Event,
    ExistingSafety,
    FamilyMap,
    Goal,
    GreyArea,
    HeldByChair,
    Impact,
    Involvement,
    MapItem,
    Marked,
    Meeting,
    MustNotSee,
    NextStep,
    PastHarm,
    Person,
    Protected,
    Rating,
    Rule,
    SafetyPlan,
    Scale,
    Seen,
    SeesItDifferently,
    TrajectoryStep,
    Used,
    Voice,
    Withhold,
)
from sostool.case.model.family_map import NeedsToHappen, Noted, WorkingWell, Worried
from sostool.case.model.meeting import Transfer
from sostool.case.model.people import YoungPersonCopy
from sostool.case.model.plan import Check
from sostool.yamlfile.parts import Part


class Fate(StrEnum):
    """What happens to a key."""

    CARRIED = "carried over"
    ASKED = "carried over, to be looked at again"
    CHOSEN = "carried over in part"
    LEFT = "stays in the earlier file"
    NEW = "written anew"


CARRIED, ASKED, CHOSEN, LEFT, NEW = Fate


class Row(NamedTuple):
    """What happens to some keys of a part, and why.

    `keeps` says which entries of a list, or whether a key, is carried over in part. `question` is what stands in the
    file where something is to be looked at again: at each entry of a list, or with `once` at the list; only where
    `asks` says so, if that is there. `tells` stands at entries of which only a part is carried over: those for which
    `asks` says so.
    """

    part: type[Part]
    keys: str
    fate: Fate
    why: str
    question: str = ""
    keeps: Condition | None = None
    asks: Condition | None = None
    once: bool = False
    tells: str = ""


GO_TOGETHER = "They go together."
_REVIEW = "the day to look at this has come. It stays in force until somebody changes it."

TABLE: tuple[Row, ...] = (
    Row(Case, "sostool reference profile language priorities", CARRIED,
        "It is the same family and the same authority."),
    Row(Case, "meeting", CARRIED, "Key by key, as it says below."),
    Row(Case, "people", ASKED, "It is the same family.",
        "who has come, who has gone, and who lives where now?"),
    Row(Case, "map scale chronology protected held_by_chair", CARRIED,
        "It is the same story, and what was held back still is."),
    Row(Case, "dangers", ASKED, "Each goes on with its goal, its scale and all its numbers until it is closed.",
        "is this still the worry, and is the goal still what you want to see?"),
    Row(Case, "voices", CHOSEN, "What people said belongs to the day on which they said it. What was said since is "
        "for this meeting; and where a child gave a number that day, whom it may reach is kept.",
        keeps=words_or_number_still_count, asks=words_belong_to_their_day,
        tells="The words are in the earlier file. This says whom the number of that day may reach."),
    Row(Case, "safety_plan", ASKED, "It holds until it is changed.",
        "does each rule still work, and is it still what everyone agreed?"),
    Row(Case, "trajectory", CHOSEN, "What is done stays in the earlier file.",
        "the day for this has come. Is it done? Then write `done:`.", keeps=is_not_done, asks=day_has_come),
    Row(Case, "involvement", ASKED, "It is the same story.", "does this still go on, and did it help?", asks=goes_on),
    Row(Case, "agency_reports", CHOSEN, "A report is for one meeting; what came since is for this one.",
        keeps=came_after_the_meeting),
    Row(Case, "core_groups", CHOSEN, "Those held since are for this meeting.", keeps=came_after_the_meeting),
    Row(Case, "consent", ASKED, "It holds until it is taken back.", "does the family still say yes to this?"),
    Row(Case, "recommendation", LEFT, "It was for that meeting."),
    Row(Case, "words_for_child", LEFT, "They were agreed for that meeting, and have to be agreed again."),
    Row(Case, "shared", LEFT, "It says who had that meeting's documents."),
    Row(Case, "outcome", LEFT, "It is that meeting's. The actions of its plans become next steps here."),
    Row(Case, "answers", LEFT, "They answer queries about the earlier file."),

    Row(Meeting, "kind date follows followed_as last_conference plan_started", NEW, "It is another meeting."),
    Row(Meeting, "why", NEW, "Why we met then is not why we meet now."),
    Row(Meeting, "author chair languages", CARRIED, "They are still the ones; the author is the lead social worker "
        "where the conference named one."),
    Row(Meeting, "attendance", ASKED, "Two people who must not meet are not forgotten.",
        "do they still come this way, and with whom?"),
    Row(Meeting, "referral", CHOSEN,
        "The first conference is counted from it, and the assessment until it is finished.",
        keeps=is_still_counted_from),
    Row(Meeting, "assessment_finished strategy_discussion transfer", CHOSEN,
        "The first conference is counted from these; after it they are done with.", keeps=asked_before_a_conference),
    Row(Meeting, "time place invitations_sent report_to_chair delays", LEFT, "They were for that meeting."),
    Row(Transfer, "from_authority notified written_notice information_received accepted", CARRIED, GO_TOGETHER),
    Row(Attendance, "who part with why decided_by date", CARRIED, GO_TOGETHER),
    Row(Attendance, "time place", LEFT, "They were for that meeting."),

    Row(Person, "name role relation agency subject born lives_with parent_of parental_responsibility side_of "
        "with_person ring knows_about will contact must_not_see language interpreter disability ethnicity faith",
        CARRIED, "It is the same person."),
    Row(Person, "due", ASKED, "The baby was not born.",
        "has the baby been born? Then write `born:` and take `due:` out.", asks=was_born_by_now),
    Row(Person, "seen", CHOSEN, "An old visit must not answer for a new one.", keeps=came_after_the_meeting),
    Row(Person, "young_person_copy", CHOSEN, "It was agreed for somebody who was old enough.",
        "do they still want their own copy?", keeps=was_old_enough),
    Row(Seen, "date who alone", CARRIED, GO_TOGETHER),
    Row(Contact, "phone email address school gp may_share", CARRIED, GO_TOGETHER),
    Row(YoungPersonCopy, "agreed_by date", CARRIED, GO_TOGETHER),

    Row(FamilyMap, "worried working_well needs_to_happen", CARRIED, "Key by key, as it says below."),
    Row(Worried, "past_harm", CHOSEN, "What has happened stays true. That there was none is asked again.",
        keeps=says_something),
    Row(Worried, "complicating", CHOSEN, "It may have changed.", "is this still so?", keeps=says_something),
    Row(Worried, "grey_areas", CHOSEN, "What we know by now stays in the earlier file.",
        "do we know this by now? Then write `answered:` and `answer:`.", keeps=is_open),
    Row(WorkingWell, "strengths", CHOSEN, "It may have changed.", "is this still so?", keeps=says_something),
    Row(WorkingWell, "existing_safety", CHOSEN, "What people did stays true.", keeps=says_something),
    Row(NeedsToHappen, "next_steps", CHOSEN, "What is done stays in the earlier file; `compare` tells of it.",
        "is this done? Then write `done:` and `result:`.", keeps=is_not_done),
    Row(Noted, "id what none children about said_by how_we_know sensitive same_for_all", CARRIED, GO_TOGETHER),
    Row(MapItem, "date seen_by", CARRIED, GO_TOGETHER),
    Row(PastHarm, "date impact", CARRIED, GO_TOGETHER),
    Row(Impact, "child what said_by", CARRIED, GO_TOGETHER),
    Row(GreyArea, "who due answered answer", CARRIED, GO_TOGETHER),
    Row(ExistingSafety, "danger who dates seen_by", CARRIED, GO_TOGETHER),
    Row(NextStep, "id what none who due danger children about sensitive done result", CARRIED, GO_TOGETHER),

    Row(Danger, "id statement worried about children same_for_all rests_on goal scale", CARRIED, GO_TOGETHER),
    Row(Danger, "sees_it_differently", ASKED, "They may see it otherwise by now.", "do they still see it so?"),
    Row(SeesItDifferently, "who says", CARRIED, GO_TOGETHER),
    Row(Goal, "statement who_does who_sees how_long", CARRIED, GO_TOGETHER),
    Row(Goal, "reached", ASKED, "It is told until the danger is closed.",
        "the goal is reached. Is it still so, and does this danger still need to be here?"),
    Row(Scale, "ten zero child_ten child_zero direction", CARRIED, "A scale is the same over all meetings."),
    Row(Scale, "ratings", ASKED, "Numbers are only ever added.",
        "ask everyone for a number for this meeting. The numbers so far stay as they are.", once=True),
    Row(Scale, "differences", LEFT, "It says why that meeting's numbers were apart."),
    Row(Rating, "who date score would_not_say given reason one_higher corrects", CARRIED, GO_TOGETHER),

    Row(Voice, "who date may_share", CARRIED, "A child's number of that day reaches whom the words may reach."),
    Row(Voice, "how worries good_things dreams words observed not_asked written_by read_back present language", CHOSEN,
        "What was said since is for this meeting.", keeps=words_are_for_this_meeting),

    Row(SafetyPlan, "kind date agreed_with bottom_lines rules children_know", CARRIED, GO_TOGETHER),
    Row(BottomLine, "id what danger why", CARRIED, GO_TOGETHER),
    Row(Rule, "id what who when danger meets about sensitive check if_not used", CARRIED, GO_TOGETHER),
    Row(Rule, "review_on", ASKED, GO_TOGETHER, "the day to look at this rule has come.", asks=review_has_come),
    Row(Check, "who how", CARRIED, GO_TOGETHER),
    Row(Used, "date who worked what", CARRIED, GO_TOGETHER),
    Row(TrajectoryStep, "date what who danger children if done", CARRIED, GO_TOGETHER),

    Row(Involvement, "who since until offered did_it_help children about said_by sensitive", CARRIED,
        GO_TOGETHER),
    Row(Event, "date what children about said_by sensitive", CARRIED, GO_TOGETHER),
    Row(AgencyReport, "from received shared children about said_by may_share sensitive", CARRIED, GO_TOGETHER),
    Row(CoreGroup, "date attended children what", CARRIED, GO_TOGETHER),
    Row(Consent, "given who date what children", CARRIED, GO_TOGETHER),
    Row(HeldByChair, "date from note", CARRIED, GO_TOGETHER),

    Row(Marked, "withhold", CARRIED, "What was held back stays so."),
    Row(Marked, "cleared", ASKED, "It was cleared for this item.", "is it still safe that they have this?"),
    Row(Withhold, "from all_but why agreed_by date", CARRIED, GO_TOGETHER),
    Row(Withhold, "review_on", ASKED, "It stays in force.", _REVIEW, asks=review_has_come),
    Row(Cleared, "for by date why", CARRIED, GO_TOGETHER),
    Row(MustNotSee, "words_of why agreed_by date", CARRIED, GO_TOGETHER),
    Row(MustNotSee, "review_on", ASKED, "It stays in force.", _REVIEW, asks=review_has_come),
    Row(Protected, "words from why agreed_by date", CARRIED, GO_TOGETHER),
    Row(Protected, "review_on", ASKED, "It stays in force.", _REVIEW, asks=review_has_come),
)  # fmt: skip

_BY_KEY = {(row.part, key): row for row in TABLE for key in row.keys.split()}


def row_of(part: type[Part], key: str) -> Row:
    """Give the row that decides about a key of a part, or of one of the parts that it is a kind of.

    Raises:
        KeyError: nobody has decided about it.
    """
    for kind in part.__mro__:
        row = _BY_KEY.get((kind, key))
        if row is not None:
            return row
    raise KeyError(f"{part.__name__}.{key}")

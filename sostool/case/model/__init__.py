"""The parts of a case file, version 1. Each module is one part of the file."""

from sostool.case.model.case import VERSION, Answer, Case
from sostool.case.model.dangers import Danger, Goal, Rating, Scale, SeesItDifferently
from sostool.case.model.family_map import (
    ExistingSafety,
    FamilyMap,
    GreyArea,
    Impact,
    MapItem,
    NextStep,
    PastHarm,
)
from sostool.case.model.marks import Cleared, Marked, MustNotSee, Protected, Withhold
from sostool.case.model.meeting import Attendance, Meeting
from sostool.case.model.people import ROLES, Contact, Person, Seen
from sostool.case.model.plan import BottomLine, Rule, SafetyPlan, Used
from sostool.case.model.records import (
    AgencyReport,
    Consent,
    CoreGroup,
    Event,
    HeldByChair,
    Involvement,
    Recommendation,
    Shared,
    TrajectoryStep,
    WordsForChild,
)
from sostool.case.model.voices import Voice

__all__ = [
    "ROLES",
    "VERSION",
    "AgencyReport",
    "Answer",
    "Attendance",
    "BottomLine",
    "Case",
    "Cleared",
    "Consent",
    "Contact",
    "CoreGroup",
    "Danger",
    "Event",
    "ExistingSafety",
    "FamilyMap",
    "Goal",
    "GreyArea",
    "HeldByChair",
    "Impact",
    "Involvement",
    "MapItem",
    "Marked",
    "Meeting",
    "MustNotSee",
    "NextStep",
    "PastHarm",
    "Person",
    "Protected",
    "Rating",
    "Recommendation",
    "Rule",
    "SafetyPlan",
    "Scale",
    "Seen",
    "SeesItDifferently",
    "Shared",
    "TrajectoryStep",
    "Used",
    "Voice",
    "Withhold",
    "WordsForChild",
]

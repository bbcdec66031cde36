"""The case file as a whole."""

from __future__ import annotations

from sostool.case.model.dangers import Danger, Scale
from sostool.case.model.family_map import FamilyMap
from sostool.case.model.marks import Protected
from sostool.case.model.meeting import Meeting
from sostool.case.model.outcome import Outcome
from sostool.case.model.people import CODES, RESERVED, Person
from sostool.case.model.plan import SafetyPlan
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
from sostool.yamlfile import key
from sostool.yamlfile.parts import Part

VERSION = 1


class Answer(Part):
    """A practitioner's reason for a query: it closes the query, it does not hide it."""

    check = key.matching(
        r"[A-Z]{2}\d{3}",
        "the code of a check",
        "Write the code as `sostool validate` shows it, such as DS104.",
        "The code of the check.",
        "DS104",
    )
    at_ = key.text("Where: the path that validate shows, or the start of it.", "dangers.drinking", name="at")
    reason = key.text("The reason.", "Nothing has happened yet, and we say so in the goal.")
    who = key.to("person", "Whose reason it is.", "priya")
    date = key.day("When.", "2026-03-12")
    until = key.day("Until when it holds.", "2026-06-16")


class Case(Part):
    """One family at one meeting."""

    sostool = key.whole("The version of this file format: 1.", 1, 99, VERSION, required=True)
    reference = key.matching(
        "[A-Za-z0-9][A-Za-z0-9._-]{0,39}",
        "a reference",
        "Use up to 40 letters, digits, dots, hyphens and underscores, as in EX-0042. Never a name.",
        "The authority's own number for this family. It names the files that are made, so it never holds a name.",
        "EX-0042",
        required=True,
    )
    profile = key.matching(
        "[a-z0-9][a-z0-9-]{0,39}",
        "the name of a profile",
        "`sostool profiles` lists them.",
        "Whose words, order and limits are used.",
        "surrey-2018",
    )
    language = key.text("The language the text of this file is written in, as a code.", "en")
    meeting = key.part(
        Meeting, "The meeting this file is for.", {"kind": "initial-conference", "date": "2026-03-17"}, required=True
    )
    people = key.parts_by_id(
        Person,
        RESERVED,
        CODES,
        "Everyone in this file, each once, by a short id.",
        {"mia": {"name": "Mia", "role": "child"}},
    )
    map = key.part(
        FamilyMap, "The three columns.", {"working_well": {"strengths": [{"what": "Dean reads to both children."}]}}
    )
    dangers = key.parts(
        Danger,
        "Each danger statement with its goal and its scale.",
        [{"id": "hurting-lisa", "statement": "Priya is worried that Dean will hurt Lisa again."}],
    )
    scale = key.part(
        Scale,
        "One scale over everything, where the authority uses one.",
        {"ten": "Safe enough to close.", "zero": "Not safe tonight."},
    )
    voices = key.parts(
        Voice, "People's own words.", [{"who": "mia", "date": "2026-03-10", "worries": ["I hide on the stairs."]}]
    )
    safety_plan = key.part(SafetyPlan, "What will keep the children safe.", {"kind": "immediate"})
    trajectory = key.parts(
        TrajectoryStep, "Dated steps from the danger to the goal.", [{"date": "2026-05-01", "what": "Tea on Sundays."}]
    )
    involvement = key.parts(
        Involvement, "Who has worked with the family, and whether it helped.", [{"who": "Health visiting"}]
    )
    chronology = key.parts(
        Event, "What happened before, in order.", [{"date": "2025-11", "what": "Lisa asked for help."}]
    )
    agency_reports = key.parts(
        AgencyReport, "Reports that other agencies have sent.", [{"from": "cole", "received": "2026-03-11"}]
    )
    recommendation = key.part(
        Recommendation, "What the author recommends, if the profile has that.", {"what": "A child protection plan."}
    )
    core_groups = key.parts(
        CoreGroup, "Core group meetings so far.", [{"date": "2026-03-27", "attended": ["lisa", "priya"]}]
    )
    consent = key.part(Consent, "For early help: whether the family said yes.", {"given": True, "date": "2026-03-01"})
    priorities = key.texts("The authority's themes this belongs to, as its profile names them.", ["neglect"])
    words_for_child = key.parts(
        WordsForChild,
        "Words about the worries that were agreed for a child to have.",
        [{"child": "mia", "text": ["Mum got hurt."], "agreed_with": ["lisa"], "date": "2026-03-14"}],
    )
    shared = key.parts(
        Shared, "Who has been shown what, when.", [{"document": "report", "with": "lisa", "date": "2026-03-12"}]
    )
    protected = key.parts(
        Protected, "Words that must stand in nothing some people get.", [{"words": ["Fern Court"], "from": ["dean"]}]
    )
    held_by_chair = key.parts(
        HeldByChair,
        "That the chair holds something, never what.",
        [{"date": "2026-03-12", "note": "The chair holds a note."}],
    )
    outcome = key.part(Outcome, "What was decided. Added after the meeting.", {"attended": ["lisa", "priya"]})
    answers = key.parts(
        Answer,
        "Reasons for queries.",
        [{"check": "DS104", "at": "dangers.drinking", "reason": "Nothing has happened yet."}],
    )

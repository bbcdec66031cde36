"""The outcome: what the conference decided, added to the same file after the meeting."""

from __future__ import annotations

from typing import ClassVar

from sostool.case.model.marks import Marked
from sostool.yamlfile import key
from sostool.yamlfile.parts import Part


class Decision(Marked):
    """What was decided for one child, and why."""

    child = key.to("child", "Which child. Each child is decided separately.", "mia")
    test = key.choice(
        "What the conference found.", "has-suffered", "likely-to-suffer", "both", "not-met", example="likely-to-suffer"
    )
    decision = key.choice(
        "What was decided.",
        "plan-starts",
        "plan-continues",
        "plan-ends",
        "no-plan",
        "child-in-need",
        "early-help",
        "other",
    )
    categories = key.choices(
        "The category or categories of harm.", "neglect", "physical", "sexual", "emotional", example=["physical"]
    )
    reasons = key.text(
        "Why, in plain words.", "Lisa was hurt while the children were at home, and it could happen again."
    )
    who_decided = key.to("person", "Who decided, if not the chair.", "ann")


class Dissent(Marked):
    """Somebody who did not agree, and what they say."""

    who = key.to("person", "Who.", "cole")
    says = key.text("What they say.", "A child in need plan would be enough.")
    none = key.yes_no("true: we asked, and everyone agreed.")


class PlannedAction(Marked):
    """One line of the outline plan."""

    short: ClassVar[str] = "what"

    what = key.text("What will be done.", "Dean and Ray show Priya the card with what Dean does when he is angry.")
    why = key.text("What it is to change.", "So that Mia and Noah do not hear or see anyone hurt.")
    who = key.to_some("person", "Who does it.", ["dean", "ray"])
    due = key.day("By when.", "2026-03-24")
    danger = key.to("danger", "Which danger it helps with.", "hurting-lisa")
    how_we_know = key.text("How we will know that it worked.", "Mr Cole sees Mia come in happy for a month.")


class ChildPlan(Marked):
    """The outline plan for one child."""

    child = key.to("child", "For which child. Nobody named: for all of them.", "mia")
    needs_to_change = key.texts("What needs to change.", ["Mia can sleep without listening for shouting."])
    actions = key.parts(
        PlannedAction, "Who does what by when.", [{"what": "Priya sees Mia alone every week.", "who": ["priya"]}]
    )
    visits = key.text("When and how the social worker sees the child.", "Every ten working days, alone at school.")
    contingency = key.text("What happens if things do not change.", "We meet within a week and ask for legal advice.")
    further_assessment = key.texts("What still has to be looked at.", ["Whether Noah's hearing is all right."])


class Dates(Part):
    """The dates that were agreed."""

    core_group = key.day("The first core group.", "2026-03-27")
    review = key.day("The next conference.", "2026-06-16")


class Quorum(Marked):
    """Whether enough agencies were there, by the chair's judgement."""

    quorate = key.yes_no("The chair's judgement.")
    why = key.text("Why the chair went on or stopped.", "The school's report was clear and delay would not be safe.")


class Correction(Marked):
    """A correction to the record that somebody asked for."""

    who = key.to("person", "Who asked.", "lisa")
    date = key.day("When.", "2026-04-02")
    what = key.text("What was put right.", "Lisa's cut was on her lip, not her cheek.")


class Participation(Marked):
    """How a child took part, by the codes the national data set uses."""

    child = key.to("child", "Which child.", "mia")
    code = key.choice("How.", "PN0", "PN1", "PN2", "PN3", "PN4", "PN5", "PN6", "PN7", example="PN6")
    what = key.text("In words.", "Mia drew her three houses, and Priya read them out.")


class PartSummary(Marked):
    """What was said in a part of the meeting that not everyone came to."""

    who = key.to("person", "Whose part it was: somebody who came separately.", "dean")
    summary = key.text("The chair's summary of that part.", "Dean said that paydays are still the hardest.")


class Outcome(Marked):
    """What was decided at the meeting. Minutes, letters and plans are made from it."""

    attended = key.to_some("person", "Who came.", ["lisa", "priya", "ann"], free_text=True)
    apologies = key.to_some("person", "Who sent apologies.", ["cole"], free_text=True)
    participation = key.parts(Participation, "How each child took part.", [{"child": "mia", "code": "PN6"}])
    summary = key.text(
        "The chair's summary of what was said with everyone there. Of the family nobody gets it who came separately.",
        "Everyone agreed that the last month was calm.",
    )
    parts = key.parts(
        PartSummary,
        "The chair's summary of each part that not everyone came to. Of the family only those who were in it get it.",
        [{"who": "dean", "summary": "Dean said that paydays are still the hardest."}],
    )
    decisions = key.parts(
        Decision,
        "What was decided, child by child.",
        [{"child": "mia", "test": "likely-to-suffer", "decision": "plan-starts", "categories": ["physical"]}],
    )
    dissent = key.parts(Dissent, "Who did not agree; none: true if everyone did.", [{"none": True}])
    lead_social_worker = key.to("person", "The lead social worker.", "priya")
    core_group = key.to_some("person", "Who is in the core group.", ["lisa", "priya", "cole"])
    plans = key.parts(
        ChildPlan, "The outline plan for each child.", [{"child": "mia", "needs_to_change": ["Mia can sleep."]}]
    )
    contingency = key.text("What happens if things do not change.", "We meet within a week and ask for legal advice.")
    dates = key.part(Dates, "The dates agreed.", {"core_group": "2026-03-27", "review": "2026-06-16"})
    quorum = key.part(Quorum, "Whether enough agencies were there.", {"quorate": True})
    corrections = key.parts(
        Correction, "Corrections to the record.", [{"who": "lisa", "what": "The cut was on her lip."}]
    )
    minutes_by = key.to("person", "Who wrote the minutes.", "priya")

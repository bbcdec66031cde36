"""Everything else a report can carry: what happened before, who was involved, what was shared with whom."""

from __future__ import annotations

from typing import ClassVar

from sostool.case.model.marks import Marked
from sostool.yamlfile import key
from sostool.yamlfile.parts import Part

DOCUMENTS = (
    "report",
    "map",
    "summary",
    "flip-chart",
    "child",
    "my-views",
    "agency-report",
    "running-sheet",
    "withheld-register",
    "minutes",
    "decision-letter",
    "plan",
    "safety-plan",
    "invitation",
    "leaflet",
)


class Shared(Marked):
    """One time a document was shared with somebody, or why it was not."""

    document = key.choice("Which document.", *DOCUMENTS, example="report")
    with_ = key.to("person", "With whom.", "lisa", name="with")
    date = key.day("When.", "2026-03-12")
    how = key.text("How.", "read together at Jo's")
    who = key.to("person", "Who shared it.", "priya")
    not_shared = key.text("Why it was not shared.", "Dean did not come, and nobody knows where he stays.")


class HeldByChair(Part):
    """Says only that the chair holds something. What it is stays out of this file."""

    date = key.day("Since when.", "2026-03-12")
    from_ = key.to("person", "From whom.", "Surrey Police", free_text=True, name="from")
    note = key.text("That there is something, not what.", "The chair holds a note.")


class Involvement(Marked):
    """Who has worked with the family, what was offered, and whether it helped."""

    who = key.to("person", "Who: an id, or an agency's name.", "Health visiting", free_text=True)
    since = key.when("Since when.", "2025-09")
    until = key.when("Until when.", "2026-01")
    offered = key.text("What was offered.", "Weekly visits and a place at the toddler group.")
    did_it_help = key.text("Whether it helped, and how we know.", "Lisa went six times and Noah slept better.")
    children = key.to_some("child", "Which children.", ["noah"])
    about = key.to_some("person", "Which adult.", ["lisa"])
    said_by = key.to_some("person", "Who told us.", ["lisa"], free_text=True)
    sensitive = key.yes_no("true for an adult's health, money or offences.", mark=True)


class Event(Marked):
    """One line of what happened before."""

    short: ClassVar[str] = "what"

    date = key.when("When: a day, a month or a year.", "2025-11")
    what = key.text("What happened.", "Lisa asked the health visitor for help with nights.")
    children = key.to_some("child", "Which children.", ["noah"])
    about = key.to_some("person", "Which adult.", ["lisa"])
    said_by = key.to_some("person", "Who told us.", ["lisa"], free_text=True)
    sensitive = key.yes_no("true for an adult's health, money or offences.", mark=True)


class AgencyReport(Marked):
    """A report that another agency has sent."""

    from_ = key.to("person", "From whom: an id, or an agency's name.", "cole", free_text=True, name="from")
    received = key.day("When it came.", "2026-03-11")
    shared = key.day("When it was shared with the family.", "2026-03-12")
    children = key.to_some("child", "Which children it is about.", ["mia"])
    about = key.to_some("person", "Which adult it is about.", ["lisa"])
    said_by = key.to_some("person", "Whose words it carries.", ["cole"], free_text=True)
    may_share = key.to_some("person", "Who may know who sent it.", ["lisa"])
    sensitive = key.yes_no("true for an adult's health, money or offences.", mark=True)


class Recommendation(Marked):
    """What the author recommends, where the authority's reports say that."""

    short: ClassVar[str] = "what"

    what = key.text("What is recommended.", "A child protection plan for Mia and Noah.")
    why = key.text("Why.", "There is no plan for paydays yet that has been tried.")
    who = key.to("person", "Who recommends it.", "priya")
    children = key.to_some("child", "For which children.", ["mia", "noah"])


class TrajectoryStep(Marked):
    """One dated step on the way from the danger to the goal."""

    short: ClassVar[str] = "what"

    date = key.day("When it is planned for.", "2026-05-01")
    what = key.text("What happens.", "Dean has tea at the flat on Sundays with Ray there.")
    who = key.to_some("person", "Who is there.", ["dean", "ray"])
    danger = key.to("danger", "Which danger it is about.", "hurting-lisa")
    children = key.to_some("child", "Which children.", ["mia", "noah"])
    if_ = key.text("What has to be so before.", "The rule about ringing Ray has been used and worked.", name="if")
    done = key.day("When it was done.", "2026-05-03")


class CoreGroup(Marked):
    """A core group meeting."""

    date = key.day("When.", "2026-03-27")
    attended = key.to_some("person", "Who came.", ["lisa", "priya"])
    children = key.to_some("child", "Which children it was about.", ["mia", "noah"])
    what = key.text("What was agreed.", "The rules stay as they are.")


class Consent(Marked):
    """For early help: whether the family said yes, and to what."""

    given = key.yes_no("Whether consent was given.")
    who = key.to_some("person", "Who gave it.", ["lisa"])
    date = key.day("When.", "2026-03-01")
    what = key.text("To what.", "Sharing with school and the health visitor.")
    children = key.to_some("child", "For which children.", ["mia"])


class Picture(Part):
    """What to draw beside a sentence of the words for a child."""

    short: ClassVar[str] = "text"

    text = key.text("The sentence.", "Mum got hurt, and people were worried.")
    draw = key.text("What to draw beside it.", "Mum with a plaster, Priya at the door.")


class WordsForChild(Marked):
    """Words about the worries that were agreed for a child to have."""

    child = key.to("child", "For which child. Nobody named: for all of them.", "mia")
    text = key.texts("The words, one paragraph each.", ["Mum got hurt, and lots of people want to help."])
    pictures = key.parts(
        Picture, "Words with pictures, in order.", [{"text": "Mum got hurt.", "draw": "Mum with a plaster."}]
    )
    agreed_with = key.to_some("person", "Who agreed them: the parents first.", ["lisa"])
    date = key.day("When they were agreed.", "2026-03-14")
    told_on = key.day("When the child was told.", "2026-03-15")

"""The map: what are we worried about, what's working well, what needs to happen."""

from __future__ import annotations

from typing import ClassVar

from sostool.case.model.marks import Marked
from sostool.yamlfile import key

HOW_WE_KNOW = ("seen", "told", "recorded", "alleged", "opinion")


class Noted(Marked):
    """What any entry of the map can say besides its own sentence."""

    short: ClassVar[str] = "what"

    id = key.own_id("item", "A short id, if other parts of the file point here.", "police-call")
    what = key.text("What happened or what there is, as a plain sentence.", "Lisa has Mia at school on time every day.")
    none = key.yes_no("true: we asked, and there is none.")
    children = key.to_some("child", "Which children it is about. Nobody named: the family.", ["mia"])
    about = key.to_some("person", "Which adult it is about.", ["dean"])
    said_by = key.to_some("person", "Who told us: ids of people, or where it comes from.", ["cole"], free_text=True)
    how_we_know = key.choice("How we know.", *HOW_WE_KNOW, example="recorded")
    sensitive = key.yes_no(
        "true for an adult's health, money or offences: of the family only that adult (about:) gets it.", mark=True
    )
    same_for_all = key.yes_no("true: we looked at each child, and it is the same for all of them.")


class MapItem(Noted):
    """An entry of the map."""

    date = key.when("When it was.", "2026-02")
    seen_by = key.to_some("person", "Who saw it.", ["ray"], free_text=True)


class Impact(Marked):
    """What it was like for one child."""

    short: ClassVar[str] = "what"

    child = key.to("child", "Which child.", "mia")
    what = key.text(
        "What it was like for this child, or what people saw.", "Mia cried at school every morning for two weeks."
    )
    said_by = key.to_some("person", "Who told us or saw it.", ["cole"], free_text=True)


class PastHarm(Noted):
    """Something that has hurt a child."""

    date = key.when("When it was: a day, a month or a year.", "2026-02-21")
    impact = key.parts(
        Impact,
        "What it was like for the children: one sentence, or one for each child.",
        [{"child": "mia", "what": "Mia cried at school every morning for two weeks.", "said_by": ["cole"]}],
    )


class GreyArea(Noted):
    """Something we do not know yet."""

    who = key.to_some("person", "Who will find out.", ["priya"])
    due = key.day("By when.", "2026-03-31")
    answered = key.day("When we knew.", "2026-03-28")
    answer = key.text("What we found out.", "Noah's health visitor has had no worries.")


class ExistingSafety(Noted):
    """A time when somebody kept the children safe although the danger was there."""

    danger = key.to("danger", "Which danger was there.", "hurting-lisa")
    who = key.to_some("person", "Who did it.", ["dean", "ray"])
    dates = key.whens("When. A day, a month or a year each.", ["2026-03-07"])
    seen_by = key.to_some("person", "Who saw it.", ["ray"], free_text=True)


class NextStep(Marked):
    """Something to be done next."""

    short: ClassVar[str] = "what"

    id = key.own_id("item", "A short id, if other parts of the file point here.", "ring-ray")
    what = key.text(
        "What will be done, so that anyone could see that it was.", "Sam and Mum fill in the housing form together."
    )
    none = key.yes_no("true: we asked, and there is none.")
    who = key.to_some("person", "Who does it.", ["priya", "lisa"])
    due = key.day("By when.", "2026-03-24")
    danger = key.to("danger", "Which danger it helps with.", "hurting-lisa")
    children = key.to_some("child", "Which children it is for, if not all.", ["mia"])
    about = key.to_some("person", "Which adult's own matter it is.", ["dean"])
    sensitive = key.yes_no(
        "true for an adult's health, money or offences: of the family only that adult (about:) gets it.", mark=True
    )
    done = key.day("When it was done.", "2026-03-22")
    result = key.text("What came of it.", "Ray has the card by his telephone.")


class Worried(Marked):
    """What are we worried about?"""

    past_harm = key.parts(
        PastHarm, "What has happened that hurt a child.", [{"what": "Mia saw Dean hit Lisa.", "date": "2026-02-21"}]
    )
    complicating = key.parts(MapItem, "What makes the worries harder to deal with.", [{"what": "Money is tight."}])
    grey_areas = key.parts(
        GreyArea, "What we do not know yet.", [{"what": "Has this happened before?", "who": ["priya"]}]
    )


class WorkingWell(Marked):
    """What's working well?"""

    strengths = key.parts(
        MapItem, "What people do that is good for the children.", [{"what": "Dean reads to both children at bedtime."}]
    )
    existing_safety = key.parts(
        ExistingSafety,
        "Times when the children were kept safe although the danger was there.",
        [{"what": "He rang his dad and left.", "danger": "hurting-lisa", "who": ["dean"], "dates": ["2026-03-07"]}],
    )


class NeedsToHappen(Marked):
    """What needs to happen?"""

    next_steps = key.parts(
        NextStep,
        "What will be done next, by whom, by when.",
        [{"what": "Priya meets Lisa and Jo.", "who": ["priya"], "due": "2026-03-20"}],
    )


class FamilyMap(Marked):
    """The three columns. The danger statements and goals are drawn in from `dangers`."""

    worried = key.part(Worried, "What are we worried about?", {"past_harm": [{"what": "Mia saw Dean hit Lisa."}]})
    working_well = key.part(
        WorkingWell, "What's working well?", {"strengths": [{"what": "Dean reads to both children."}]}
    )
    needs_to_happen = key.part(
        NeedsToHappen, "What needs to happen?", {"next_steps": [{"what": "Priya meets Lisa and Jo."}]}
    )

"""The safety plan: the agency's bottom lines and the family's own rules."""

from __future__ import annotations

from typing import ClassVar

from sostool.case.model.marks import Marked
from sostool.yamlfile import key


class BottomLine(Marked):
    """Something the plan has to make sure of, whatever else it says."""

    short: ClassVar[str] = "what"

    id = key.own_id("bottom line", "A short id that rules point to.", "nobody-hurt")
    what = key.text("What has to be so.", "Dean does not come to the flat until the network has agreed how.")
    danger = key.to("danger", "Which danger it answers.", "hurting-lisa")
    why = key.text("Why it is not for negotiating.", "Mia and Noah were at home when Lisa was hurt.")


class Check(Marked):
    """Who looks whether a rule is kept, and how."""

    who = key.to_some("person", "Who looks.", ["priya"])
    how = key.text("How, and how often.", "Ray tells Priya every Friday.")


class Used(Marked):
    """One time a rule was used."""

    date = key.day("When.", "2026-03-27")
    who = key.to_some("person", "Who used it.", ["dean", "ray"])
    worked = key.yes_no("Whether it worked.")
    what = key.text("What happened.", "Dean rang Ray at nine and stayed until Sunday.")


class Rule(Marked):
    """A rule of the family's own plan, in their words."""

    short: ClassVar[str] = "what"

    id = key.own_id("item", "A short id, if other parts of the file point here.", "ring-ray")
    what = key.text(
        "What people do.",
        "When Dean is angry or wants a drink, he rings Ray and stays at Ray's until the next afternoon.",
    )
    who = key.to_some("person", "Who does it.", ["dean", "ray"])
    when = key.text("When it is used.", "Dean is angry or wants a drink")
    danger = key.to("danger", "Which danger it answers.", "hurting-lisa")
    meets = key.to_some("bottom line", "Which bottom lines it meets.", ["nobody-hurt"])
    about = key.to_some("person", "Which adult's own matter it is.", ["dean"])
    sensitive = key.yes_no(
        "true for an adult's health, money or offences: of the family only that adult (about:) gets it.", mark=True
    )
    check = key.part(Check, "Who looks whether it is kept.", {"who": ["priya"], "how": "Ray tells Priya every Friday."})
    if_not = key.text("What happens if it does not work.", "Ray rings Priya, and the network meets that week.")
    review_on = key.day("When to look at it again.", "2026-04-14")
    used = key.parts(Used, "Times it was used.", [{"date": "2026-03-27", "worked": True}])


class SafetyPlan(Marked):
    """What will keep the children safe."""

    kind = key.choice("For now (immediate), or the family's own lasting plan.", "immediate", "family")
    date = key.day("When it was agreed.", "2026-03-12")
    agreed_with = key.to_some("person", "Who agreed it.", ["lisa", "dean", "jo", "ray"])
    bottom_lines = key.parts(
        BottomLine,
        "What the plan has to make sure of.",
        [{"id": "nobody-hurt", "what": "Dean does not come to the flat."}],
    )
    rules = key.parts(Rule, "The rules.", [{"what": "When Dean is angry, he rings Ray.", "who": ["dean", "ray"]}])
    children_know = key.texts(
        "What the children know of the plan, in the words used with them.", ["If it gets loud, I ring Jo."]
    )

"""The dangers: each statement with its own safety goal and its own 0 to 10 scale."""

from __future__ import annotations

from typing import ClassVar

from sostool.case.model.marks import Marked
from sostool.yamlfile import key

NONE_YET = "none-yet"


class Rating(Marked):
    """One person's number on one day. Ratings are only ever added."""

    who = key.to("person", "Whose number it is.", "mia")
    date = key.day("When they said it.", "2026-03-10")
    score = key.score("The number, 0 to 10.", 4)
    would_not_say = key.yes_no("true: they were asked and did not want to give a number.")
    given = key.choice("How it was given.", "alone", "form", "in-room", "by-advocate")
    reason = key.text("What makes it that number, in their words.", "It is quiet now.")
    one_higher = key.text("What one higher would look like, in their words.", "Mum does not cry.")
    corrects = key.day("The date of an earlier number of theirs that was written down wrongly.", "2026-03-09")


class Scale(Marked):
    """A scale from 0 to 10: what both ends mean, and everybody's numbers side by side."""

    ten = key.text("What 10 means.", "Nobody at home is hit or scared, and everyone can see that it will last.")
    zero = key.text("What 0 means.", "Someone will be hurt if Dean comes home tonight.")
    child_ten = key.text("What 10 means, as a child was asked.", "Home feels safe all the time.")
    child_zero = key.text("What 0 means, as a child was asked.", "Home feels scary all the time.")
    direction = key.choice(
        "Which end is safe. The same for all scales of a file.", "ten-is-safe", "ten-is-danger", empty="ten-is-safe"
    )
    differences = key.text(
        "Why the numbers are apart.", "Dean counts the three weeks since; Priya waits for a payday to go well."
    )
    ratings = key.parts(
        Rating,
        "Everybody's numbers, oldest first. Add new ones; never change an old one.",
        [{"who": "mia", "date": "2026-03-10", "score": 4, "reason": "It is quiet now."}],
    )


class Goal(Marked):
    """What we want to see: what people do, what the children live with, what others see, and for how long."""

    short: ClassVar[str] = "statement"

    statement = key.text(
        "The safety goal, in words everyone in the family can read.",
        "For six months Dean will show Priya and Ray that he is calm and kind at home.",
    )
    who_does = key.to_some("person", "Who does it.", ["dean", "ray"])
    who_sees = key.to_some("person", "Who will see it.", ["priya", "cole", "ray"])
    how_long = key.text("For how long.", "6 months")
    reached = key.day("The day on which everyone agreed that it is reached. Only then is it told to be.", "2026-09-15")


class SeesItDifferently(Marked):
    """Somebody who sees the danger differently, and what they say."""

    who = key.to("person", "Who.", "dean")
    says = key.text("What they say, in their words.", "It happened once and the children were asleep.")


class Danger(Marked):
    """One danger (or worry) statement with its goal and scale. What belongs together stands together."""

    id = key.own_id("danger", "A short id that other parts of the file point to.", "hurting-lisa")
    statement = key.text(
        "Who is worried, about what behaviour, what could happen to which child, soon and later.",
        "Priya and Mr Cole are worried that Dean will hurt Lisa again, and that Mia could be hit too.",
    )
    worried = key.to_some("person", "Who is worried.", ["priya", "cole"])
    about = key.to_some("person", "Whose behaviour people are worried about.", ["dean"])
    sees_it_differently = key.parts(
        SeesItDifferently, "Who sees it differently, and what they say.", [{"who": "dean", "says": "It happened once."}]
    )
    children = key.to_some("child", "Which children could be hurt.", ["mia", "noah"])
    same_for_all = key.yes_no("true: we looked at each child, and it is the same for all of them.")
    rests_on = key.to_some(
        "past harm",
        "The past harm it rests on, by id; none-yet if nothing has happened so far.",
        ["police-call"],
        also=(NONE_YET,),
    )
    goal = key.part(
        Goal, "Its safety goal.", {"statement": "For six months Dean will show Priya that he is calm at home."}
    )
    scale = key.part(
        Scale, "Its scale.", {"ten": "Nobody at home is hit or scared.", "zero": "Someone will be hurt tonight."}
    )

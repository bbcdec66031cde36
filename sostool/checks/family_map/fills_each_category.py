"""MA101: every category of the map is filled, or said to be none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sostool.case.model import Case, NextStep
from sostool.case.model.family_map import Noted
from sostool.checks.check import Found, check
from sostool.checks.look import Look

# Of each category: the column it stands in, what the finding says, and what its mend says.
_IN_THE_MAP = {
    "past_harm": (
        "worried",
        "The map says nothing about past harm.",
        "Add what has hurt a child so far under `past_harm:`. If you asked and there is none, write - none: true.",
    ),
    "complicating": (
        "worried",
        "The map says nothing about what makes things harder.",
        "Add it under `complicating:`. If you asked and there is nothing, write - none: true.",
    ),
    "grey_areas": (
        "worried",
        "The map says nothing about what is not known yet.",
        "Add your questions under `grey_areas:`, with who will find out. If there are none, write - none: true.",
    ),
    "strengths": (
        "working_well",
        "The map names no strengths.",
        "Ask the family, school and friends what goes well, and add it under `strengths:`.",
    ),
    "existing_safety": (
        "working_well",
        "The map names no time when somebody kept the children safe.",
        (
            "Add such times under `existing_safety:`, and hold back what shows how somebody gets help. If you asked "
            "and there is none, write - none: true."
        ),
    ),
    "next_steps": (
        "needs_to_happen",
        "The map has no next steps.",
        "Add under `next_steps:` who does what by when. If none are needed, write - none: true.",
    ),
}


@check("MA101", "category-left-empty", "query")
def fills_each_category(look: Look) -> Iterator[Found]:
    """Each category of the map is filled, or says that there is none.

    What it checks
        Every category that the profile lists as `required` holds at least one entry, or `none: true`. Dangers
        and goals are drawn from `dangers`; once there is a danger, another check asks for its goal.

    Why it matters
        An empty box can mean that nobody asked, or that there is nothing. Mia's mum cannot tell which, and
        neither can the meeting. A map of worries alone is half a map.

    Fails
        map:
          worried:
            past_harm:
              - what: Dean pushed Lisa in the kitchen, and Mia saw it.

    Passes
        map:
          worried:
            past_harm:
              - what: Dean pushed Lisa in the kitchen, and Mia saw it.
            complicating:
              - none: true
          working_well:
            strengths:
              - Lisa has Mia at school on time every day.
            existing_safety:
              - what: Lisa rang Jo, and Jo fetched Mia for the night.
          needs_to_happen:
            next_steps:
              - what: Priya meets Lisa and Jo.
        dangers:
          - statement: Priya is worried that Dean could hurt Lisa again, and that Mia could be hit too.

    Source
        Descriptions of the Signs of Safety assessment and planning form: seven kinds of entry and a judgement,
        of which complicating factors may be said to be none (Western Australia's guidance on mapping).
    """
    case = look.case
    for category in look.profile.required:
        if category in _IN_THE_MAP:
            column, message, mend = _IN_THE_MAP[category]
            path = ("map", column, category)
            if not _is_filled(_entries(case, column, category)):
                yield Found(path, message, mend, also=(path,) if case.map else (("map",),))
        elif not case.dangers:
            if category == "dangers":
                yield Found(
                    ("dangers",),
                    "There is no danger statement.",
                    "Add under `dangers:` who is worried, about what, and what could happen to which child.",
                    also=(("dangers",),),
                )
            else:
                yield Found(
                    ("dangers",),
                    "There is no safety goal.",
                    "Add it as `goal:` under its danger: what people will do, and what the children will live with.",
                    also=(("dangers",),),
                )


def _entries(case: Case, column: str, category: str) -> Iterable[Noted | NextStep]:
    return getattr(getattr(case.map, column, None), category, ())


def _is_filled(entries: Iterable[Noted | NextStep]) -> bool:
    return any(entry.none or entry.what.strip() for entry in entries)

"""MA104: what works well is in the map, and is not far outweighed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sostool.case.model.family_map import Noted
from sostool.checks.check import Found, check
from sostool.checks.look import Look


@check("MA104", "little-that-works-well", "query")
def weighs_both_sides(look: Look) -> Iterator[Found]:
    """The map says what works well, and not mostly what people are worried about.

    What it checks
        Where there are worries, `working_well` holds at least one strength or one time of existing safety; that
        there is `none` does not count here. It is advice where there are more than `worries_for_one_good` times
        (the profile's limit) as many worries as entries of what works well. Past harm, complicating factors and
        dangers count as worries; questions under `grey_areas` do not.

    Why it matters
        A parent who reads only what is wrong stops reading, and a plan has nothing to be built on. In every family
        somebody has done something right on some day. Nobody is asked to make worries smaller than they are: the
        seriousness stays as it is, and what goes well is put beside it.

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
                date: 2026-02-21
                impact: Mia cried at school every morning for two weeks.
                said_by: [cole]
                how_we_know: told
            complicating:
              - none: true
          working_well:
            strengths:
              - what: Lisa has Mia at school on time every day.
                said_by: [cole]
            existing_safety:
              - none: true
          needs_to_happen:
            next_steps:
              - what: Priya meets Lisa and Jo.
        dangers:
          - statement: Priya is worried that Dean could hurt Lisa again, and that Mia could be hit too.

    Source
        Ask as much about what works as about what does not (Durham's how-to guide; Missouri's practice guide).
    """
    worried = look.case.map.worried if look.case.map else None
    well = look.case.map.working_well if look.case.map else None
    worries = len(look.case.dangers)
    if worried is not None:
        worries += _number(worried.past_harm) + _number(worried.complicating)
    if not worries:
        return
    good = _number(well.strengths) + _number(well.existing_safety) if well is not None else 0
    path = ("map", "working_well")
    if not good:
        yield Found(
            path,
            "The worries are here, and nothing of what works well.",
            "Ask the parents, the children, school and friends what goes well and when things were better, and add it "
            "under `strengths:` or `existing_safety:`.",
            also=(path,) if look.case.map else (("map",),),
        )
    elif worries > good * look.profile.limits["worries_for_one_good"]:
        yield Found(
            path,
            "The worries far outweigh what is said of what works well.",
            "Ask once more what goes well and when things were better. Leave the worries as serious as they are.",
            severity="advice",
            also=(path,),
        )


def _number(entries: Iterable[Noted]) -> int:
    return sum(bool(entry.what.strip()) and not entry.none for entry in entries)

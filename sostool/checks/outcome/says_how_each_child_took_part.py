"""OU109: how each child took part."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.case.ages import age_on
from sostool.case.people import children_of_the_case
from sostool.checks.check import Found, check
from sostool.checks.look import Look
from sostool.checks.outcome.decided import outcome_of_conference

_OLD_ENOUGH = 4
_TOO_YOUNG = "PN0"


@check("OU109", "child-without-participation", "query")
def says_how_each_child_took_part(look: Look) -> Iterator[Found]:
    """It is said how each child took part in the conference.

    What it checks
        Each child who is born has an entry under `participation` with a `code`, and the code for the youngest, PN0,
        stands for no child of four or older. The codes: PN0 under four; PN1 came and spoke; PN2 came and an advocate
        spoke; PN3 came and showed it without words; PN4 came and did not take part; PN5 sent an advocate; PN6 sent
        their views in another way; PN7 sent none. Nothing is asked of an unborn baby.

    Why it matters
        A child who drew three houses for the meeting has taken part, and may ask what became of them. The entry says
        how, never what the child said or in whom they trusted: that stands in their voice, and only those get it who
        may have it.

    Fails
        people:
          mia: {name: Mia, role: child, born: 2019-06-02}
        outcome:
          attended: [lisa, dean, priya, cole, ann]

    Passes
        people:
          mia: {name: Mia, role: child, born: 2019-06-02}
        outcome:
          attended: [lisa, dean, priya, cole, ann]
          participation: [{child: mia, code: PN6}]

    Source
        To be in the room is not yet to take part; what is drawn, written or said through an advocate counts (Wales
        Safeguarding Procedures). The codes are those of England's standard safeguarding data set.
    """
    case, outcome = look.case, outcome_of_conference(look.case)
    if outcome is None:
        return
    entries = outcome.at("participation")
    codes: dict[str, list[str]] = {}
    for one in outcome.participation:
        codes.setdefault(one.child, []).append(one.code)
        born = case.people[one.child].born if one.child in case.people else None
        day = case.meeting.date if case.meeting is not None else None
        if one.code == _TOO_YOUNG and born is not None and day is not None and age_on(born, day) >= _OLD_ENOUGH:
            yield Found(
                one.at("code"),
                "This code is for children under four, and this child is older.",
                "Choose how the child took part: PN1 to PN7.",
                also=(one.at("code"),),
            )
    for child in children_of_the_case(case):
        if (child.due is None or child.born is not None) and not any(codes.get(child.id, ())):
            yield Found(
                child.path,
                "How this child took part in the conference is not said.",
                "Add under `outcome: participation:` {child: their-id, code: PN6}. Say how, not what the child said.",
                also=(entries,),
            )

"""CH110: what was held back in the earlier file is held back in this one."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.checks.chain.before import before
from sostool.checks.check import Found, check
from sostool.checks.look import Look

_MEND = (
    "If the chair has decided that, say in an answer who decided and when. Else put the mark back before anybody is "
    "given a copy."
)
_MESSAGES = {
    "withhold": "In the earlier file this was held back from somebody from whom it is not held back here.",
    "sensitive": "In the earlier file this was marked sensitive, and here it is not.",
    "subject": "In the earlier file this child was named only because of what happened before, and here is not.",
    "side_of": "In the earlier file this person was of a feared person's side, and here is not.",
    "must_not_see": "In the earlier file this person was not to see the words of somebody, and here may.",
    "protected": "Words that were protected in the earlier file are not protected here, or not from everybody.",
    "attendance": "At the earlier meeting this person came separately or was not invited, and here is with everyone.",
    "gone": "Somebody from whom things were held back in the earlier file is not among the people of this one.",
}
_MENDS = {
    "attendance": "Ask the chair whether it is safe that they meet. Else say again who comes separately.",
    "gone": "Put them under people: again, by the same id. Else nothing is held back from them, by whatever name they "
    "come back.",
}


@check("CH110", "held-back-before-and-open-now", "query")
def keeps_holding_back(look: Look) -> Iterator[Found]:
    """What was held back at the earlier meeting is held back at this one, or somebody says who let it go.

    What it checks
        Whatever stands in both files, in the same words or in others, by `withhold` is held back from everybody it was
        held back from; `sensitive`, `subject: false` and `side_of` still stand where they stood; a feared person's
        `must_not_see` names everybody it named; each of the `protected` words is protected from the same people; who
        came separately or was not invited does so again; and everybody from whom something was held back is still
        among the people. A sentence that has moved to another part of the file is looked at too. What was reworded so
        much that it cannot be known again is not found.

    Why it matters
        A mark is lost when a line is typed anew or copied without what stood below it, and nobody sees it: the page
        looks the same. Then the street where Lisa's sister lives stands in Dean's copy of the June report, although
        everyone took care in March.

    Fails
        # The file of the meeting before, EX-0042-2026-03-17.yaml
        meeting: {kind: initial-conference, date: 2026-03-17}
        map:
          working_well:
            existing_safety:
              - what: Lisa texted Jo, and Jo fetched both children for the night.
                withhold: {from: [dean, ray], why: It shows how Lisa gets help., agreed_by: ann, date: 2026-03-12}
        ---
        # This file
        meeting: {kind: review-conference, date: 2026-06-09, follows: EX-0042-2026-03-17.yaml}
        map:
          working_well:
            existing_safety:
              - what: Lisa texted Jo, and Jo fetched both children for the night.

    Passes
        # The file of the meeting before, EX-0042-2026-03-17.yaml
        meeting: {kind: initial-conference, date: 2026-03-17}
        map:
          working_well:
            existing_safety:
              - what: Lisa texted Jo, and Jo fetched both children for the night.
                withhold: {from: [dean, ray], why: It shows how Lisa gets help., agreed_by: ann, date: 2026-03-12}
        ---
        # This file
        meeting: {kind: review-conference, date: 2026-06-09, follows: EX-0042-2026-03-17.yaml}
        map:
          working_well:
            existing_safety:
              - what: Lisa texted Jo, and Jo came for both children in the night.
                withhold: {from: [dean, ray], why: It shows how Lisa gets help., agreed_by: ann, date: 2026-03-12}

    Source
        What could put somebody at risk goes to the chair first (Surrey's briefing note on conferences); the reason for
        sharing or not is recorded (the government's advice on information sharing).
    """
    earlier = before(look)
    if earlier is None:
        return
    from sostool.checks.chain.let_go import let_go  # noqa: PLC0415 - only for files that follow another

    for one in let_go(earlier.case, look.case, earlier.pairs):
        yield Found(
            one.at,
            _MESSAGES[one.mark],
            _MENDS.get(one.mark, _MEND),
            detail=one.from_whom,
            also=(one.at,),
            elsewhere=earlier.at(one.was),
        )

"""OU107: who did not agree is written down, or that everyone did."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.checks.check import Found, check
from sostool.checks.danger.people_of_a_danger import whose_words_are_held_back
from sostool.checks.look import Look
from sostool.checks.outcome.decided import outcome_of_conference


@check("OU107", "dissent-unrecorded", "query")
def says_who_did_not_agree(look: Look) -> Iterator[Found]:
    """Whoever did not agree is written down with their view, or `none: true` if everyone agreed.

    What it checks
        After a conference with decisions, `dissent` lists who did not agree and what they say, or says `none: true`,
        and not both. The words of somebody who is frightened (`words_of`) are not asked for.

    Why it matters
        The one who said “I don't think this is enough” may have been right, and so may the grandad who said that it was
        too much. A record in which everyone always agrees is believed by nobody. Where somebody is frightened, what
        they said in the room is not for the person they fear: their entry is kept from that person's copy.

    Fails
        outcome:
          decisions: [{child: mia, test: not-met, decision: no-plan, reasons: Mia sleeps well.}]

    Passes
        outcome:
          decisions: [{child: mia, test: not-met, decision: no-plan, reasons: Mia sleeps well.}]
          dissent: [{who: cole, says: One calm month is too short for me.}]

    Source
        Views that differ stand in the minutes, with who holds them; the chair's decision stands meanwhile (Sussex's
        statement on professional differences; Wales's protocol for conferences).
    """
    outcome = outcome_of_conference(look.case)
    if outcome is None or not outcome.decisions:
        return
    if not outcome.dissent:
        yield Found(
            outcome.path,
            "Whether anybody did not agree is not written down.",
            "Write who and what they say, or dissent: [{none: true}] if you asked and everyone agreed.",
            also=(outcome.at("dissent"),),
        )
        return
    held_back = whose_words_are_held_back(look.case)
    somebody = [one for one in outcome.dissent if not one.none]
    if somebody and len(somebody) < len(outcome.dissent):
        yield Found(
            outcome.at("dissent"),
            "It says that everyone agreed, and also that somebody did not.",
            "Take out `none: true`, or the other entries.",
            also=(outcome.at("dissent"),),
        )
    for one in somebody:
        missing = [] if one.who else ["who it is"]
        if not one.says.strip() and one.who not in held_back:
            missing.append("what they say")
        if missing:
            yield Found(
                one.path,
                "Somebody did not agree, and it is not said " + " and ".join(missing) + ".",
                "Write it out: {who: their-id, says: …}. If it could put somebody at risk, hold it back with "
                "`withhold:`.",
                also=(one.at("who"), one.at("says")),
            )

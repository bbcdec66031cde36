"""OU108: whether enough agencies were there, with the chair's reason where who came says otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.case.quorum import BESIDES_SOCIAL_CARE, QuorumSuggestion, suggest_quorum
from sostool.checks.check import Found, check
from sostool.checks.look import Look
from sostool.checks.outcome.decided import outcome_of_conference

_REASON = "Ask the chair for the reason, and write quorum: {quorate: …, why: …}."
_TOO_FEW = f"If somebody of another agency was there, write their agency: under `people`. Else: {_REASON}"


@check("OU108", "quorum-unexplained", "query")
def explains_the_quorum(look: Look) -> Iterator[Found]:
    """The chair says whether enough agencies were there, and why if who came says otherwise.

    What it checks
        After a conference `quorum` has the chair's judgement, `quorate`. From `attended` the check works out a
        suggestion: children's social care and as many other agencies as the profile says (`quorum_agencies`, two). A
        practitioner counts by their `agency`; two from one agency count once, and a school, a school nurse and a health
        visitor each count. Where chair and suggestion differ, or too few were there and the conference decided all the
        same, it asks for the chair's reason, `why`. Where it cannot tell, it suggests nothing. It is only a suggestion:
        which agencies have direct contact with the children, the chair knows.

    Why it matters
        A decision about a child's life made by two people from one office is easily wrong. A parent may ask later who
        was there to speak of her child from their own knowledge, and why the chair did not wait. Sometimes waiting
        would do more harm, as before a birth: then the reason is what counts.

    Fails
        outcome:
          attended: [lisa, priya, ann]
          decisions: [{child: mia, test: both, decision: plan-starts, categories: [physical], reasons: Lisa was hurt.}]
          quorum: {quorate: true}

    Passes
        outcome:
          attended: [lisa, priya, ann]
          decisions: [{child: mia, test: both, decision: plan-starts, categories: [physical], reasons: Lisa was hurt.}]
          quorum: {quorate: true, why: "The school's report was clear, and waiting would not be safe."}

    Source
        Children's social care and at least two other agencies with direct contact; the chair may go on with fewer where
        delay would harm (procedures of Sussex and of Swindon).
    """
    outcome = outcome_of_conference(look.case)
    if outcome is None:
        return
    counted = suggest_quorum(look.case, look.profile.limits.get("quorum_agencies", BESIDES_SOCIAL_CARE))
    quorum = outcome.quorum
    judged = quorum.quorate if quorum is not None else None
    also = (outcome.at("attended"), outcome.at("quorum"), ("people",))
    detail = _as_counted(counted) if outcome.attended else ""
    if judged is None:
        yield Found(
            outcome.path,
            "Whether enough agencies were there is not said.",
            "Write the chair's judgement: quorum: {quorate: true}. Add why: … if it differs from who came.",
            detail=detail,
            also=also,
        )
        return
    if quorum is None or quorum.why.strip():
        return
    enough = counted.enough if outcome.attended else None
    if not judged and outcome.decisions:
        open_question = "Too few agencies were there, and it is not said why the conference decided all the same."
    elif judged and enough is False:
        open_question = (
            "Going by who came, too few agencies were there, and it is not said why the chair thinks otherwise."
        )
    elif not judged and enough:
        open_question = (
            "Going by who came, enough agencies were there, and it is not said why the chair thinks otherwise."
        )
    else:
        return
    yield Found(outcome.at("quorum"), open_question, _REASON if enough else _TOO_FEW, detail=detail, also=also)


def _as_counted(counted: QuorumSuggestion) -> str:
    names = [*(["children's social care"] if counted.social_care else []), *counted.agencies]
    return "Counted from who came: " + ("; ".join(names) or "nobody") + "."

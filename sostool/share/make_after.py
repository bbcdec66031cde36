"""The outcome of the meeting, as one reader may have it."""

from __future__ import annotations

from sostool.case.census import category_code
from sostool.case.model.outcome import ChildPlan, Decision, Outcome, PlannedAction
from sostool.case.people import PRACTITIONER_ROLES
from sostool.case.quorum import CONFERENCES, suggest_quorum
from sostool.share.making import Making
from sostool.share.readers import Column
from sostool.share.view_after import (
    ViewAction,
    ViewChildPlan,
    ViewCorrection,
    ViewDecision,
    ViewDissent,
    ViewOutcome,
    ViewParticipation,
    ViewPartSummary,
    ViewQuorum,
)
from sostool.share.view_item import NO_LIMIT

_PLANS = ("plan-starts", "plan-continues")


def make_outcome(making: Making) -> ViewOutcome | None:
    """Make what was decided; None where there is no outcome, or nothing of it is for the reader."""
    outcome = making.case.outcome
    if outcome is None or not making.open(outcome):
        return None
    made = _outcome(making, outcome)
    return made if made != ViewOutcome() else None


def _outcome(making: Making, outcome: Outcome) -> ViewOutcome:
    decisions = tuple(
        _decision(making, item, outcome) for item in making.chosen("decision and plan", outcome.decisions)
    )
    plans = tuple(plan for item in outcome.plans if (plan := _plan(making, item, outcome)) is not None)
    concerns = bool(decisions or plans)
    gets_all = making.reader.column in (Column.CHAIR, Column.PRACTITIONERS)
    if not concerns and not gets_all:
        return ViewOutcome()
    has_plan = gets_all or bool(plans) or any(decision.decision in _PLANS for decision in decisions)
    dates = outcome.dates if has_plan and making.may("dates agreed", outcome) else None
    came = making.may("who came", outcome)
    only_cleared = making.hearing(outcome, only_cleared=True)
    return ViewOutcome(
        attended=making.names(_own_part(making, outcome.attended)) if came else (),
        apologies=making.names(_own_part(making, outcome.apologies)) if came else (),
        came_hearing=only_cleared,
        participation=tuple(
            ViewParticipation(
                making.name(item.child), item.code, item.what, making.hearing(item, outcome, only_cleared=True)
            )
            for item in making.chosen("how a child took part", outcome.participation)
        ),
        summary=outcome.summary if making.may("the chair's summary", outcome) else "",
        summary_hearing=only_cleared,
        parts=tuple(
            ViewPartSummary(making.name(item.who), item.summary, making.hearing(item, outcome, only_cleared=True))
            for item in making.chosen("summary of one part", outcome.parts)
        ),
        decisions=decisions,
        dissent=tuple(
            ViewDissent(
                making.name(item.who), item.says, bool(item.none), making.hearing(item, outcome, only_cleared=True)
            )
            for item in making.chosen("dissent", outcome.dissent)
        ),
        lead_social_worker=making.name_beside(outcome.lead_social_worker),
        core_group=making.names(making.known("the core group", outcome.core_group)) if has_plan else (),
        core_group_hearing=making.hearing(outcome, names=outcome.core_group),
        plans=plans,
        contingency=outcome.contingency if making.may("contingency", outcome) else "",
        contingency_hearing=only_cleared,
        core_group_date=dates.core_group if dates else None,
        review_date=dates.review if dates else None,
        quorum=_quorum(making, outcome),
        corrections=tuple(
            ViewCorrection(making.name(item.who), item.date, item.what, making.hearing(item, outcome))
            for item in making.chosen("corrections", outcome.corrections)
        ),
        minutes_by=making.name_beside(outcome.minutes_by),
    )


def _decision(making: Making, decision: Decision, outcome: Outcome) -> ViewDecision:
    return ViewDecision(
        child=making.name(decision.child),
        test=decision.test,
        decision=decision.decision,
        categories=decision.categories,
        code=category_code(decision.categories) if decision.categories else "",
        reasons=decision.reasons,
        who_decided=making.name_beside(decision.who_decided),
        hearing=making.hearing(decision, outcome),
    )


def _plan(making: Making, plan: ChildPlan, outcome: Outcome) -> ViewChildPlan | None:
    """Make the plan of one child; for family and friends only their own tasks in it."""
    whole = making.may("decision and plan", plan)
    given = given_actions(making, plan)
    if given is None:
        return None
    actions = tuple(
        ViewAction(
            item.what,
            item.why,
            making.names(item.who),
            item.due,
            item.how_we_know,
            making.hearing(item, plan, outcome),
        )
        for item in given
    )
    if not whole:
        return ViewChildPlan(making.name(plan.child), actions=actions) if actions else None
    return ViewChildPlan(
        child=making.name(plan.child),
        needs_to_change=plan.needs_to_change,
        actions=actions,
        visits=plan.visits,
        contingency=plan.contingency if making.may("contingency", plan) else "",
        contingency_hearing=making.hearing(plan, outcome, only_cleared=True) if plan.contingency else NO_LIMIT,
        further_assessment=plan.further_assessment,
        hearing=making.hearing(plan, outcome),
    )


def given_actions(making: Making, plan: ChildPlan) -> list[PlannedAction] | None:
    """Give the actions of a plan that go in; None where nothing of the plan does."""
    whole = making.may("decision and plan", plan)
    if not whole and (making.reader.column is not Column.NETWORK or not making.open(plan)):
        return None
    actions = plan.actions if whole else making.chosen("tasks of the plan", plan.actions)
    return [action for action in actions if making.open(action)]


def _own_part(making: Making, came: tuple[str, ...]) -> list[str]:
    """Give who came, or could not, to the reader's own part: of family and friends nobody who came to another one."""
    if making.reader.column is not Column.FAMILY:
        return list(came)
    standing = making.standing
    own, own_told = (standing.part_of(standing.reader.person, told=told) for told in (False, True))
    # Whose part a typed name came to, nobody can tell: it goes in only where everyone came together.
    known = [id_ for id_ in came if id_ in making.case.people or not own]
    return [
        id_
        for id_ in known
        if _is_practitioner(making, id_)
        or (standing.part_of(id_) == own and standing.part_of(id_, told=True) == own_told)
    ]


def _is_practitioner(making: Making, id_: str) -> bool:
    person = making.case.people.get(id_)
    return person is None or person.role in PRACTITIONER_ROLES


def _quorum(making: Making, outcome: Outcome) -> ViewQuorum | None:
    """Make whether enough agencies were there; other meetings than conferences need no number of them."""
    if not making.may("quorum", outcome):
        return None
    given = outcome.quorum
    if given is not None and not making.open(given):
        given = None
    if given is None and (making.case.meeting is None or making.case.meeting.kind not in CONFERENCES):
        return None
    counted = suggest_quorum(making.case, making.profile.limits["quorum_agencies"])
    if given is None:
        return ViewQuorum(None, "", counted.agencies)
    return ViewQuorum(given.quorate, given.why, counted.agencies, making.hearing(given, outcome))

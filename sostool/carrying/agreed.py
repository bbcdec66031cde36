"""What the conference agreed: the actions of the outcome's plans, as next steps of the next meeting."""

from __future__ import annotations

from typing import NamedTuple

from sostool.case.model import Case, NextStep, Withhold
from sostool.case.model.marks import EVERYONE, Cleared
from sostool.case.model.outcome import ChildPlan, PlannedAction
from sostool.findings.finding import Path
from sostool.story.said import words_of
from sostool.yamlfile.writing import Value

_BETWEEN = " / "


class Agreed(NamedTuple):
    """An action as a next step, and where the action stands in the earlier file, once for each child it is for."""

    step: dict[str, Value]
    paths: tuple[Path, ...]


def agreed_actions(case: Case) -> tuple[Agreed, ...]:
    """Give the actions of all plans as next steps; one that stands in several plans in the same words only once.

    What is held back with the outcome or with a plan is held back with each action in it, and the step carries that.
    One that is an open next step already, by the same people by the same day, is left out.
    """
    outcome = case.outcome
    if outcome is None:
        return ()
    needed = case.map.needs_to_happen if case.map else None
    known = [step for step in (needed.next_steps if needed else ()) if step.done is None]
    found: list[Agreed] = []
    for plan in outcome.plans:
        for action in plan.actions:
            if not action.what.strip() or any(_is(step, action, plan) for step in known):
                continue
            marks = [part.withhold for part in (outcome, plan, action) if part.withhold is not None]
            step = _step(plan, action, marks)
            same = next(
                (number for number, one in enumerate(found) if _but_children(one.step) == _but_children(step)), None
            )
            if same is None:
                found.append(Agreed(step, (action.path,)))
            else:
                found[same] = _for_both(found[same], step, action.path)
    return tuple(found)


def _is(step: NextStep, action: PlannedAction, plan: ChildPlan) -> bool:
    """Tell whether a next step is an action: what is agreed once more, for another child or by another day is not."""
    return (
        words_of(step.what) == words_of(action.what)
        and set(step.who) == set(action.who)
        and step.due == action.due
        and (not step.children or plan.child in step.children)
    )


def _but_children(step: dict[str, Value]) -> dict[str, Value]:
    return {key: value for key, value in step.items() if key != "children"}


def _for_both(agreed: Agreed, step: dict[str, Value], path: Path) -> Agreed:
    """Join two that differ in their children only; one that names none is for all of them."""
    children = [list(one.get("children", [])) for one in (agreed.step, step)]  # type: ignore[arg-type]
    joined = dict(agreed.step)
    if all(children):
        joined["children"] = list(dict.fromkeys([*children[0], *children[1]]))
    else:
        joined.pop("children", None)
    return Agreed(joined, (*agreed.paths, path))


def _step(plan: ChildPlan, action: PlannedAction, marks: list[Withhold]) -> dict[str, Value]:
    step: dict[str, Value] = {"what": action.what}
    if action.who:
        step["who"] = list(action.who)
    if action.due is not None:
        step["due"] = action.due
    if action.danger:
        step["danger"] = action.danger
    if plan.child:
        step["children"] = [plan.child]
    if marks:
        step["withhold"] = _joined(marks)
    if action.cleared is not None:
        step["cleared"] = _cleared(action.cleared)
    return step


def _joined(marks: list[Withhold]) -> dict[str, Value]:
    """Join marks so that nobody gets what any of them holds back.

    When several say who agreed, or when, nobody has agreed to the joint one: it works all the same, and is asked about.
    """
    barred = list(dict.fromkeys(id_ for mark in marks for id_ in mark.from_))
    lists = [mark.all_but for mark in marks if mark.all_but]
    allowed = [id_ for id_ in (lists[0] if lists else ()) if all(id_ in each for each in lists)]
    if EVERYONE in barred or (lists and not allowed):
        barred, allowed = [EVERYONE], []
    joined: dict[str, Value] = {}
    if barred:
        joined["from"] = barred
    if allowed:
        joined["all_but"] = allowed
    why = list(dict.fromkeys(mark.why for mark in marks if mark.why.strip()))
    if why:
        joined["why"] = _BETWEEN.join(one.strip() for one in why) if len(why) > 1 else why[0]
    agreed = {(mark.agreed_by, mark.date) for mark in marks}
    if len(agreed) == 1:
        by, date = agreed.pop()
        joined |= {"agreed_by": by} if by else {}
        joined |= {"date": date} if date else {}
    reviews = [mark.review_on for mark in marks if mark.review_on is not None]
    if reviews:
        joined["review_on"] = min(reviews)
    return joined


def _cleared(mark: Cleared) -> dict[str, Value]:
    said: dict[str, Value | None] = {"for": list(mark.for_), "by": mark.by, "date": mark.date, "why": mark.why}
    return {key: value for key, value in said.items() if value}

"""What of a case is compared with another meeting's, and what of that one reader has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from sostool.case.model import Case, Danger, Scale
from sostool.case.model.outcome import PlannedAction
from sostool.share.make_after import given_actions
from sostool.share.making import Making
from sostool.yamlfile.parts import Part

P = TypeVar("P", bound=Part)

DANGERS, ACTIONS = "dangers", "outcome.plans.actions"
STEPS = "map.needs_to_happen.next_steps"
# The lists that are compared beside the dangers, by the keys that lead to them, each with its row of the table.
ROWS = {
    "map.worried.past_harm": "map",
    "map.worried.complicating": "map",
    "map.worried.grey_areas": "grey areas",
    "map.working_well.strengths": "map",
    "map.working_well.existing_safety": "existing safety",
    STEPS: "rules and next steps",
    "safety_plan.bottom_lines": "bottom lines",
    "safety_plan.rules": "rules and next steps",
    "trajectory": "trajectory",
}


def kept_copy(making: Making) -> Case:
    """Give of a case what is compared and goes in: nothing else can be taken for the same as anything."""
    case = making.case
    kept = _copy(Case(), case, ("sostool", "reference", "meeting"))
    kept.dangers = tuple(_danger(making, danger) for danger in making.chosen("statements and goals", case.dangers))
    if case.scale is not None and making.may("overall scale", case.scale):
        kept.scale = _scale(making, case.scale)
    for kind, row in ROWS.items():
        # `open` is also false for a part that is not there.
        if making.open(*around(case, kind)):
            _put(kept, case, kind, making.chosen(row, items(case, kind)))
    return kept


def around(case: Case, kind: str) -> list[Part | None]:
    """Give the parts in which a list stands; None where one is not there."""
    found: list[Part | None] = []
    here: Any = case
    for step in kind.split(".")[:-1]:
        here = getattr(here, step, None)
        found.append(here)
    return found


def items(case: Case, kind: str) -> tuple[Any, ...]:
    """Give the items of a list; none where it is not there."""
    parts = around(case, kind)
    inside = parts[-1] if parts else case
    return () if inside is None else getattr(inside, kind.rpartition(".")[2])


def scales(case: Case) -> Iterator[Scale]:
    """Give the scales of the dangers and the one over everything."""
    for scale in (*(danger.scale for danger in case.dangers), case.scale):
        if scale is not None:
            yield scale


def kept_actions(making: Making) -> Iterator[tuple[PlannedAction, Part, Part]]:
    """Give the actions of plans that go in, each with the parts it stands in."""
    outcome = making.case.outcome
    if outcome is not None and making.open(outcome):
        for plan in outcome.plans:
            yield from ((action, plan, outcome) for action in given_actions(making, plan) or ())


def actions(case: Case) -> tuple[PlannedAction, ...]:
    """Give the actions of all plans."""
    return tuple(action for plan in (case.outcome.plans if case.outcome else ()) for action in plan.actions)


def _danger(making: Making, danger: Danger) -> Danger:
    kept = _copy(Danger(), danger, (name for name in danger.attributes.values() if name not in ("goal", "scale")))
    if danger.goal is not None and making.open(danger.goal):
        kept.goal = danger.goal
    if danger.scale is not None and making.open(danger.scale):
        kept.scale = _scale(making, danger.scale)
    return kept


def _scale(making: Making, scale: Scale) -> Scale:
    kept = _copy(Scale(), scale, (name for name in scale.attributes.values() if name != "ratings"))
    kept.ratings = tuple(making.chosen("ratings", scale.ratings))
    return kept


def _copy(copy: P, part: P, names: Iterable[str]) -> P:
    copy.path = part.path
    copy.__dict__.update({name: part.__dict__[name] for name in names if name in part.__dict__})
    return copy


def _put(kept: Case, case: Case, kind: str, chosen: list[Any]) -> None:
    """Put items into the copy of a case, with copies of the parts around them."""
    *steps, last = kind.split(".")
    here: Any = kept
    there: Any = case
    for step in steps:
        there = getattr(there, step)
        if step not in here.__dict__:
            setattr(here, step, _copy(type(there)(), there, ()))
        here = getattr(here, step)
    setattr(here, last, tuple(chosen))

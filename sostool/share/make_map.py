"""The map, the plan and what happened before, as one reader may have them."""

from __future__ import annotations

from typing import Any

from sostool.case.model import Impact
from sostool.share.bars import as_ids
from sostool.share.making import Making
from sostool.share.view import ViewMap, ViewPlan
from sostool.share.view_item import NO_LIMIT, ViewImpact, ViewItem, ViewUsed
from sostool.yamlfile.parts import Part


def make_map(making: Making) -> ViewMap:
    """Make the three columns."""
    family_map = making.case.map
    if family_map is None or not making.open(family_map):
        return ViewMap()
    worried, well, needed = family_map.worried, family_map.working_well, family_map.needs_to_happen
    if not making.open(worried):
        worried = None
    if not making.open(well):
        well = None
    if not making.open(needed):
        needed = None
    return ViewMap(
        past_harm=_items(making, "map", worried.past_harm if worried else (), family_map, worried),
        complicating=_items(making, "map", worried.complicating if worried else (), family_map, worried),
        grey_areas=_items(
            making, "grey areas", worried.grey_areas if worried else (), family_map, worried, only_cleared=True
        ),
        strengths=_items(making, "map", well.strengths if well else (), family_map, well),
        existing_safety=_items(making, "existing safety", well.existing_safety if well else (), family_map, well),
        next_steps=_items(making, "rules and next steps", needed.next_steps if needed else (), family_map, needed),
    )


def make_plan(making: Making) -> ViewPlan:
    """Make the safety plan with the steps on the way."""
    plan = making.case.safety_plan
    trajectory = _items(making, "trajectory", making.case.trajectory)
    if plan is None or not making.open(plan):
        return ViewPlan(trajectory=trajectory)
    return ViewPlan(
        kind=plan.kind,
        bottom_lines=_items(making, "bottom lines", plan.bottom_lines, plan),
        rules=_items(making, "rules and next steps", plan.rules, plan),
        trajectory=trajectory,
        children_know=plan.children_know if making.may("what the children know", plan) else (),
        hearing=making.hearing(plan),
    )


def make_chronology(making: Making) -> tuple[ViewItem, ...]:
    """Make what happened before, in the order of the file."""
    return _items(making, "what happened before", making.case.chronology)


def make_recommendation(making: Making) -> ViewItem | None:
    """Make the recommendation, where the profile's reports carry one."""
    recommendation = making.case.recommendation
    if recommendation is None or not making.profile.recommendation or not making.may("recommendation", recommendation):
        return None
    return make_item(making, recommendation)


def _items(
    making: Making, row: str, items: tuple[Any, ...], *around: Part | None, only_cleared: bool = False
) -> tuple[ViewItem, ...]:
    return tuple(make_item(making, item, *around, only_cleared=only_cleared) for item in making.chosen(row, items))


def make_item(making: Making, item: Any, *around: Part | None, only_cleared: bool = False) -> ViewItem:
    """Make an entry of the map, of the plan, or of what happened before; whether it goes in was asked before."""

    def value(name: str, empty: Any) -> Any:
        return getattr(item, name, empty)

    return ViewItem(
        what=item.what,
        none=bool(value("none", False)),
        date=None if not _is_when(value("date", None)) else item.date,
        dates=value("dates", ()) or _planned(item),
        due=value("due", None),
        done=value("done", None) or value("answered", None),
        result=value("result", ""),
        children=making.names(value("children", ())),
        who=making.names(as_ids(value("who", ()))),
        said_by=making.names_beside(item, value("said_by", ())),
        seen_by=making.names_beside(item, value("seen_by", ())),
        how_we_know=value("how_we_know", ""),
        impact=tuple(
            _impact(making, impact, item, *around) for impact in making.chosen("impact", _with_children(item))
        ),
        when=value("when", "") if isinstance(value("when", ""), str) else "",
        check=making.names(item.check.who) if value("check", None) and making.open(item.check) else (),
        check_how=item.check.how if value("check", None) and making.open(item.check) else "",
        check_hearing=making.hearing(item.check, item, *around) if value("check", None) else NO_LIMIT,
        if_not=value("if_not", ""),
        review_on=value("review_on", None),
        used=tuple(_used(making, used, item, *around) for used in value("used", ()) if making.open(used)),
        condition=value("if_", ""),
        answer=value("answer", ""),
        why=value("why", ""),
        hearing=making.hearing(item, *around, only_cleared=only_cleared),
    )


def _is_when(value: Any) -> bool:
    return hasattr(value, "typed")


def _planned(item: Any) -> tuple[Any, ...]:
    """Give the day a step on the way is planned for, as a list of one."""
    from sostool.yamlfile.kinds import When  # noqa: PLC0415

    date = getattr(item, "date", None)
    return (When(date, date, date.isoformat()),) if date is not None and not _is_when(date) else ()


def _with_children(item: Part) -> list[Impact]:
    """Give the impacts of a past harm; one that names no child is about the harm's children."""
    impacts: list[Impact] = []
    for impact in getattr(item, "impact", ()):
        children = getattr(item, "children", ())
        if not impact.child and children:
            whole = Impact()
            whole.__dict__.update(impact.__dict__, children=children)
            impacts.append(whole)
        else:
            impacts.append(impact)
    return impacts


def _impact(making: Making, impact: Impact, *around: Part | None) -> ViewImpact:
    hearing = making.hearing(impact, *around, only_cleared=not impact.said_by)
    return ViewImpact(making.name(impact.child), impact.what, making.names_beside(impact, impact.said_by), hearing)


def _used(making: Making, used: Any, *around: Part | None) -> ViewUsed:
    return ViewUsed(used.date, making.names(used.who), used.worked, used.what, making.hearing(used, *around))

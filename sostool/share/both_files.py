"""Two files of one family before one reader: what stands in one of them, what in both, as far as they may have it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from sostool.case.model import Case, Danger, Scale
from sostool.case.model.outcome import PlannedAction
from sostool.findings.finding import Path
from sostool.share.make_after import given_actions
from sostool.share.make_map import make_item
from sostool.share.making import Making
from sostool.share.making_earlier import EarlierMaking
from sostool.share.view_item import ViewItem
from sostool.story.matching import matched
from sostool.story.same import pairs
from sostool.yamlfile.parts import Part

P = TypeVar("P", bound=Part)

# The lists that are compared, by the keys that lead to them, each with its row of the table.
ROWS = {
    "map.worried.past_harm": "map",
    "map.worried.complicating": "map",
    "map.worried.grey_areas": "grey areas",
    "map.working_well.strengths": "map",
    "map.working_well.existing_safety": "existing safety",
    "map.needs_to_happen.next_steps": "rules and next steps",
    "safety_plan.bottom_lines": "bottom lines",
    "safety_plan.rules": "rules and next steps",
    "trajectory": "trajectory",
}
STEPS = "map.needs_to_happen.next_steps"
_ONLY_CLEARED = frozenset(("map.worried.grey_areas",))


class Entry(NamedTuple):
    """An item as it stood then and as it stands now; None where it stood, or stands, nowhere."""

    then: ViewItem | None
    now: ViewItem | None


class Agreed(NamedTuple):
    """The actions of earlier plans: by the place of the later step that each became, and what became none."""

    became: dict[Path, ViewItem]
    gone: tuple[ViewItem, ...]


class Both:
    """An earlier and a later file before one reader."""

    def __init__(self, earlier: EarlierMaking, later: Making) -> None:
        """Take the makings of both files for the same reader.

        Args:
            earlier: of a case with a meeting and its date.
            later: of another.
        """
        self.earlier, self.later = earlier, later
        self.since, self.until = _day(earlier.case), _day(later.case)
        self.kept = kept_copy(earlier)
        self.pairs = pairs(self.kept, later.case)

    def entries(self, kind: str) -> Iterator[Entry]:
        """Give the items of a list: what is in the later file in its order, then what only the earlier one has.

        Nothing at all where a part around the list is held back in the later file: what it holds nobody can tell.
        """
        around = _around(self.later.case, kind)
        if not self.later.open(*(part for part in around if part is not None)):
            return
        same = {pair.later.path: self._then(pair.earlier, kind) for pair in self.pairs.same_of(kind)}
        agreed = self._agreed if kind == STEPS else Agreed({}, ())
        for item in self.later.chosen(ROWS[kind], _items(self.later.case, kind)):
            if not getattr(item, "none", False):
                then = same.get(item.path) or agreed.became.get(item.path)
                yield Entry(then, make_item(self.later, item, *around, **_how(kind)))
        for item in _items(self.kept, kind):
            if self.is_gone(item) and not getattr(item, "none", False):
                yield Entry(self._then(item, kind), None)
        yield from (Entry(then, None) for then in agreed.gone)

    def is_gone(self, item: Part) -> bool:
        """Tell whether nothing like an earlier item stands in the later file, nor what it belongs to, held back."""
        return self.pairs.later_of(item) is None and getattr(item, "danger", "") not in self._held_dangers

    @cached_property
    def _agreed(self) -> Agreed:
        """What was agreed when the earlier meeting decided: the actions of its plans are steps to be done.

        One that an earlier step says as well is told by that step.
        """
        steps = _items(self.later.case, STEPS)
        paired = {pair.later.path for pair in self.pairs.same_of(STEPS)}
        said = {_words(step.what) for step in _items(self.kept, STEPS)}
        alone = [one for one in _actions(self.earlier) if _words(one[0].what) not in said]
        later = [*(step for step in steps if step.path not in paired), *_all_actions(self.later.case)]
        found = matched([action for action, *_ in alone], later) if alone and later else {}
        known = {_words(step.what) for step in (*steps, *(action for action, *_ in alone if action.path in found))}
        became: dict[Path, ViewItem] = {}
        gone: dict[tuple[str, ...], ViewItem] = {}
        for action, *around in alone:
            item = make_item(self.earlier, action, *around)
            if action.path in found:
                became.setdefault(found[action.path].path, item)
            elif _words(action.what) not in known and action.danger not in self._held_dangers:
                gone.setdefault(_words(action.what), item)
        return Agreed(became, tuple(gone.values()))

    def _then(self, item: Part, kind: str) -> ViewItem:
        return make_item(self.earlier, item, *_around(self.earlier.case, kind), **_how(kind))

    @cached_property
    def _held_dangers(self) -> frozenset[str]:
        """The ids of earlier dangers that are held back now: what belonged to them is held back with them."""
        row = "statements and goals"
        kept = {danger.path: self.pairs.later_of(danger) for danger in self.kept.dangers}
        return frozenset(
            danger.id
            for danger in self.earlier.case.dangers
            if (danger.path not in kept and self.earlier.had(row, danger))
            or (isinstance(now := kept.get(danger.path), Danger) and not self.later.may(row, now))
        ) - {""}


def kept_copy(making: Making) -> Case:
    """Give of a case what is compared and goes in: nothing else can be taken for the same as anything."""
    case = making.case
    kept = _copy(Case(), case, ("sostool", "reference", "meeting"))
    kept.dangers = tuple(_danger(making, danger) for danger in making.chosen("statements and goals", case.dangers))
    if case.scale is not None and making.may("overall scale", case.scale):
        kept.scale = _scale(making, case.scale)
    for kind, row in ROWS.items():
        # `open` is also false for a part that is not there.
        if making.open(*_around(case, kind)):
            _put(kept, case, kind, making.chosen(row, _items(case, kind)))
    return kept


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


def _actions(making: Making) -> Iterator[tuple[PlannedAction, Part, Part]]:
    """Give the actions of plans that go in, each with the parts it stands in."""
    outcome = making.case.outcome
    if outcome is not None and making.open(outcome):
        for plan in outcome.plans:
            yield from ((action, plan, outcome) for action in given_actions(making, plan) or ())


def _all_actions(case: Case) -> Iterator[PlannedAction]:
    return (action for plan in (case.outcome.plans if case.outcome else ()) for action in plan.actions)


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.casefold().split())


def _copy(copy: P, part: P, names: Iterable[str]) -> P:
    copy.path = part.path
    copy.__dict__.update({name: part.__dict__[name] for name in names if name in part.__dict__})
    return copy


def _put(kept: Case, case: Case, kind: str, items: list[Any]) -> None:
    """Put items into the copy of a case, with copies of the parts around them."""
    *steps, last = kind.split(".")
    here: Any = kept
    there: Any = case
    for step in steps:
        there = getattr(there, step)
        if step not in here.__dict__:
            setattr(here, step, _copy(type(there)(), there, ()))
        here = getattr(here, step)
    setattr(here, last, tuple(items))


def _around(case: Case, kind: str) -> list[Part | None]:
    """Give the parts in which a list stands; None where one is not there."""
    found: list[Part | None] = []
    here: Any = case
    for step in kind.split(".")[:-1]:
        here = getattr(here, step, None)
        found.append(here)
    return found


def _items(case: Case, kind: str) -> tuple[Any, ...]:
    around = _around(case, kind)
    inside = around[-1] if around else case
    return () if inside is None else getattr(inside, kind.rpartition(".")[2])


def _how(kind: str) -> dict[str, bool]:
    return {"only_cleared": kind in _ONLY_CLEARED}


def _day(case: Case) -> dt.date:
    if case.meeting is None or case.meeting.date is None:
        raise ValueError("what has changed is told from one meeting's date to another's")
    return case.meeting.date

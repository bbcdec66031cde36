"""The texts of a case that the author answers for, in the order in which a reader meets them.

What somebody said in their own words is not among them: voices, reasons for numbers, how somebody sees it
differently, the family's own rules. Nobody is asked to say it in another way.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple, TypeAlias

from sostool.case.model import Case, FamilyMap, Scale
from sostool.case.model.outcome import Outcome
from sostool.findings.finding import Path
from sostool.yamlfile.parts import Part

Kind: TypeAlias = Literal[
    "why", "past harm", "impact", "complicating", "grey area", "strength", "existing safety", "statement", "goal",
    "scale end", "differences", "bottom line", "next step", "trajectory", "involvement", "event", "recommendation",
    "core group", "words for child", "outcome",
]  # fmt: skip


class Passage(NamedTuple):
    """One text: what kind of text it is, where it stands, and which part of the file it belongs to."""

    kind: Kind
    path: Path
    text: str
    part: Part


def passages(case: Case) -> list[Passage]:
    """Give the texts of a case that its author answers for."""
    found: list[Passage] = []
    if case.meeting is not None:
        _take("why", (case.meeting,), ("why",), found)
    if case.map is not None:
        _take_map(case.map, found)
    for danger in case.dangers:
        _take("statement", (danger,), ("statement",), found)
        if danger.goal is not None:
            _take("goal", (danger.goal,), ("statement",), found)
        _take_scale(danger.scale, found)
    _take_scale(case.scale, found)
    if case.safety_plan is not None:
        _take("bottom line", case.safety_plan.bottom_lines, ("what", "why"), found)
    _take("trajectory", case.trajectory, ("what", "if_"), found)
    _take("involvement", case.involvement, ("offered", "did_it_help"), found)
    _take("event", case.chronology, ("what",), found)
    if case.recommendation is not None:
        _take("recommendation", (case.recommendation,), ("what", "why"), found)
    _take("core group", case.core_groups, ("what",), found)
    for words in case.words_for_child:
        found += [
            Passage("words for child", words.at("text", index), text, words) for index, text in enumerate(words.text)
        ]
        _take("words for child", words.pictures, ("text",), found)
    if case.outcome is not None:
        _take_outcome(case.outcome, found)
    return found


def _take_map(family_map: FamilyMap, found: list[Passage]) -> None:
    worried, well, needs = family_map.worried, family_map.working_well, family_map.needs_to_happen
    if worried is not None:
        for harm in worried.past_harm:
            _take("past harm", (harm,), ("what",), found)
            _take("impact", harm.impact, ("what",), found)
        _take("complicating", worried.complicating, ("what",), found)
        _take("grey area", worried.grey_areas, ("what", "answer"), found)
    if well is not None:
        _take("strength", well.strengths, ("what",), found)
        _take("existing safety", well.existing_safety, ("what",), found)
    if needs is not None:
        _take("next step", needs.next_steps, ("what", "result"), found)


def _take_scale(scale: Scale | None, found: list[Passage]) -> None:
    if scale is not None:
        _take("scale end", (scale,), ("ten", "zero"), found)
        _take("differences", (scale,), ("differences",), found)


def _take_outcome(outcome: Outcome, found: list[Passage]) -> None:
    _take("outcome", (outcome,), ("summary", "contingency"), found)
    _take("outcome", outcome.decisions, ("reasons",), found)
    for plan in outcome.plans:
        found += [
            Passage("outcome", plan.at("needs_to_change", index), text, plan)
            for index, text in enumerate(plan.needs_to_change)
        ]
        _take("outcome", plan.actions, ("what", "why", "how_we_know"), found)
        _take("outcome", (plan,), ("visits", "contingency"), found)


def _take(kind: Kind, parts: Iterable[Part], attributes: tuple[str, ...], found: list[Passage]) -> None:
    for part in parts:
        for attribute in attributes:
            text = getattr(part, attribute)
            if text:
                found.append(Passage(kind, (*part.path, attribute.rstrip("_")), text, part))

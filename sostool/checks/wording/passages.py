"""The texts of a case that the author answers for, in the order in which a reader meets them.

What somebody said in their own words is not among them: voices, reasons for numbers, how somebody sees it
differently, the family's own rules. Nobody is asked to say it in another way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple, TypeAlias

from sostool.case.model import Case, Danger, FamilyMap, Scale
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


def passages(case: Case) -> Iterator[Passage]:
    """Give the texts of a case that its author answers for."""
    if case.meeting is not None:
        yield from _texts("why", case.meeting, "why")
    if case.map is not None:
        yield from _in_map(case.map)
    for danger in case.dangers:
        yield from _in_danger(danger)
    yield from _in_scale(case.scale)
    if case.safety_plan is not None:
        yield from _each("bottom line", case.safety_plan.bottom_lines, "what", "why")
    yield from _each("trajectory", case.trajectory, "what", "if_")
    yield from _each("involvement", case.involvement, "offered", "did_it_help")
    yield from _each("event", case.chronology, "what")
    if case.recommendation is not None:
        yield from _texts("recommendation", case.recommendation, "what", "why")
    yield from _each("core group", case.core_groups, "what")
    for words in case.words_for_child:
        for index, text in enumerate(words.text):
            yield Passage("words for child", words.at("text", index), text, words)
        yield from _each("words for child", words.pictures, "text")
    if case.outcome is not None:
        yield from _in_outcome(case.outcome)


def _in_map(family_map: FamilyMap) -> Iterator[Passage]:
    worried, well, needs = family_map.worried, family_map.working_well, family_map.needs_to_happen
    if worried is not None:
        for harm in worried.past_harm:
            yield from _texts("past harm", harm, "what")
            yield from _each("impact", harm.impact, "what")
        yield from _each("complicating", worried.complicating, "what")
        yield from _each("grey area", worried.grey_areas, "what", "answer")
    if well is not None:
        yield from _each("strength", well.strengths, "what")
        yield from _each("existing safety", well.existing_safety, "what")
    if needs is not None:
        yield from _each("next step", needs.next_steps, "what", "result")


def _in_danger(danger: Danger) -> Iterator[Passage]:
    yield from _texts("statement", danger, "statement")
    if danger.goal is not None:
        yield from _texts("goal", danger.goal, "statement")
    yield from _in_scale(danger.scale)


def _in_scale(scale: Scale | None) -> Iterator[Passage]:
    if scale is not None:
        yield from _texts("scale end", scale, "ten", "zero")
        yield from _texts("differences", scale, "differences")


def _in_outcome(outcome: Outcome) -> Iterator[Passage]:
    yield from _texts("outcome", outcome, "summary", "contingency")
    yield from _each("outcome", outcome.decisions, "reasons")
    for plan in outcome.plans:
        for index, text in enumerate(plan.needs_to_change):
            yield Passage("outcome", plan.at("needs_to_change", index), text, plan)
        yield from _each("outcome", plan.actions, "what", "why", "how_we_know")
        yield from _texts("outcome", plan, "visits", "contingency")


def _each(kind: Kind, parts: Iterable[Part], *attributes: str) -> Iterator[Passage]:
    for part in parts:
        yield from _texts(kind, part, *attributes)


def _texts(kind: Kind, part: Part, *attributes: str) -> Iterator[Passage]:
    for attribute in attributes:
        text = getattr(part, attribute)
        if text:
            yield Passage(kind, (*part.path, attribute.rstrip("_")), text, part)

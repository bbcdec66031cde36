"""The kinds of document, as data: which sections each is made of, on what paper, and for which readers.

An authority's order of the three columns, its words and its wording come in through profile, labels and templates; a
new document is an entry here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from sostool.profile import Profile
from sostool.report.blocks import Section
from sostool.report.sections import (
    about,
    after,
    blank,
    chair,
    changes,
    child,
    dangers,
    family,
    family_pictures,
    letters,
    plan,
    records,
    short,
    three_columns,
)
from sostool.report.words.labels import Labels
from sostool.share.readers import Column
from sostool.share.view import View

WriteSection: TypeAlias = Callable[[View, Labels, Profile], Section | tuple[Section, ...] | None]

_ALL_BUT_CHILDREN = frozenset(Column) - {Column.CHILD, Column.BLANK}
_WALL = frozenset((Column.ROOM, Column.PRACTITIONERS, Column.CHAIR))
_BY_ID = frozenset((Column.FAMILY, Column.NETWORK, Column.CHILD, Column.PRACTITIONERS))


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document.

    `sections` in order; `readers` are the columns it is made for; `needs` is what has to be there for the reader:
    `outcome`, `decisions`, `plans`, `plan`, or nothing. `blank` documents are made for nobody in particular where no
    reader is named. `one_page` ones are set in type as large as fits one sheet. `names_children` tells
    whether the title names the children. `quotes_in` is the language of what it quotes, where that is no text of the
    case.
    """

    name: str
    sections: tuple[WriteSection, ...]
    readers: frozenset[Column]
    page: Literal["a4-portrait", "a4-landscape", "a3-landscape"] = "a4-portrait"
    needs: Literal["", "outcome", "decisions", "plans", "plan"] = ""
    blank: bool = False
    one_page: bool = False
    names_children: bool = True
    quotes_in: str = ""


_KINDS = (
    Kind(
        "report",
        (
            about.cover,
            about.why_we_meet,
            changes.changes,
            three_columns.report_map,
            dangers.dangers,
            dangers.overall,
            family.voices,
            plan.next_steps,
            plan.safety_plan,
            family_pictures.network,
            plan.unknown,
            records.before,
            family.people,
            records.agency_reports,
            plan.recommendation,
            records.shared,
            records.held_by_chair,
            about.glossary,
        ),
        _ALL_BUT_CHILDREN,
    ),
    Kind("map", (three_columns.wall_map, dangers.scales, dangers.overall_scale), _WALL, page="a3-landscape"),
    Kind(
        "summary",
        (short.worries, short.going_well, short.needed, short.who_does_what),
        frozenset((Column.FAMILY,)),
        one_page=True,
    ),
    Kind("flip-chart", (short.sheets,), _WALL, names_children=False),
    Kind("child", (child.my_words, child.told, child.agreed, child.who_helps), frozenset((Column.CHILD,))),
    Kind(
        "my-views",
        (blank.about_me, blank.my_columns, blank.my_number),
        frozenset((Column.FAMILY, Column.NETWORK, Column.CHILD)),
        blank=True,
        names_children=False,
    ),
    Kind(
        "agency-report",
        (blank.how_to_report, blank.report_facts, blank.report_columns, blank.report_number),
        frozenset((Column.PRACTITIONERS,)),
        blank=True,
        names_children=False,
    ),
    Kind("running-sheet", (chair.not_in_front_of, chair.parts, chair.order), frozenset((Column.CHAIR,))),
    Kind("withheld-register", (chair.register, records.held_by_chair), frozenset((Column.CHAIR,))),
    Kind(
        "minutes",
        (
            about.cover,
            after.who_came,
            about.why_we_meet,
            changes.changes,
            after.summary,
            after.decisions,
            after.dissent,
            dangers.dangers,
            dangers.overall,
            after.plans,
            after.what_next,
            after.corrections,
            about.glossary,
        ),
        _ALL_BUT_CHILDREN,
        needs="outcome",
    ),
    Kind(
        "decision-letter",
        (letters.decision_letter, after.decisions, after.plans, after.what_next, letters.what_you_can_do),
        frozenset((Column.FAMILY,)),
        needs="decisions",
    ),
    Kind(
        "plan",
        (after.plans_with_reasons, after.what_next, about.glossary),
        frozenset((Column.FAMILY, Column.PRACTITIONERS, Column.CHAIR)),
        needs="plans",
    ),
    Kind(
        "safety-plan",
        (letters.safety_plan_help, plan.own_plan),
        frozenset((Column.FAMILY, Column.NETWORK, Column.PRACTITIONERS, Column.CHAIR)),
        needs="plan",
    ),
    Kind("invitation", (letters.invitation, letters.how_the_meeting_runs), _BY_ID, blank=True, names_children=False),
    Kind("leaflet", (letters.leaflet,), _BY_ID, blank=True, names_children=False),
)
KINDS = {kind.name: kind for kind in _KINDS}
# What `sostool compare` makes: nobody's pack has it.
CHANGES = Kind("changes", (changes.all_changes,), _ALL_BUT_CHILDREN)


def tells_what_has_changed(kind: Kind) -> bool:
    """Tell whether a kind of document says what has changed since the meeting before, where that is known."""
    return changes.changes in kind.sections

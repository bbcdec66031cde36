"""MA109: each child is looked at separately, or it is said that it is the same for all."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.case.model import Case, Danger, ExistingSafety, GreyArea, MapItem, PastHarm, Person
from sostool.case.people import children_of_the_case
from sostool.checks.check import Found, check
from sostool.checks.look import Look
from sostool.checks.wording.passages import Kind
from sostool.checks.wording.text import names_somebody, sentences

_TWO = 2
# Where a sentence that names one child and not the others is about that child's own harm, danger or plan.
_TOLD: tuple[Kind, ...] = ("past harm", "impact", "statement", "goal", "next step")


@check("MA109", "child-without-own-look", "query")
def considers_each_child(look: Look) -> Iterator[Found]:
    """Each child is looked at separately, or it is said that it is the same for all.

    What it checks
        Where there are two children or more, each of them has something of their own: an `impact`, an entry of the
        map or a danger with `children` that are not all of them, or a sentence about harm, danger, goal or next
        step that names this child and no other. `same_for_all: true` on an entry or a danger about the child says
        that each was looked at.

    Why it matters
        Brothers and sisters live in one home and not in one childhood: the one who hides and the one who steps
        between need different things. The quiet one, the baby and the one who copes are easily carried along in
        “the children”, and each child is decided about separately.

    Fails
        people:
          mia: {name: Mia, role: child}
          noah: {name: Noah, role: child}
        dangers:
          - statement: Priya is worried that the children could be hit when Dean is drunk.
            children: [mia, noah]

    Passes
        people:
          mia: {name: Mia, role: child}
          noah: {name: Noah, role: child}
        dangers:
          - statement: Priya is worried that the children could be hit when Dean is drunk.
            children: [mia, noah]
            same_for_all: true

    Source
        Each child is considered separately in the report and in the decision (Wales's protocol for conferences;
        Guernsey's guidance on reports).
    """
    children = {child.id: child for child in children_of_the_case(look.case)}
    if len(children) < _TWO:
        return
    considered = _considered(look.case, frozenset(children))
    if considered is None:
        return
    left = [child for id_, child in children.items() if id_ not in considered]
    for child in left:
        if not _is_told_of(child, children, look):
            yield Found(
                child.path,
                "The map and the dangers say nothing of this child alone.",
                "Say what it is like for this child: an `impact:` of their own, or an entry with `children:`. If you "
                "looked at each child and it is the same for all, write same_for_all: true on the danger or entry.",
                also=(("map",), ("dangers",)),
            )


def _considered(case: Case, all_children: frozenset[str]) -> set[str] | None:
    """Give the children that something is said of alone, or for all of them; None where nothing is said at all."""
    considered: set[str] = set()
    family_map = case.map
    worried = family_map.worried if family_map else None
    well = family_map.working_well if family_map else None
    needs = family_map.needs_to_happen if family_map else None
    harms = worried.past_harm if worried else ()
    noted: tuple[PastHarm | MapItem | GreyArea | ExistingSafety | Danger, ...] = (
        *harms,
        *(worried.complicating if worried else ()),
        *(worried.grey_areas if worried else ()),
        *(well.strengths if well else ()),
        *(well.existing_safety if well else ()),
        *case.dangers,
    )
    steps = needs.next_steps if needs else ()
    if not noted and not steps:
        return None
    for harm in harms:
        considered.update(impact.child for impact in harm.impact if impact.child)
    for entry in noted:
        if entry.same_for_all:
            considered.update(entry.children or all_children)
    for named in (*(entry.children for entry in noted), *(step.children for step in steps)):
        if named and not all_children.issubset(named):
            considered.update(named)
    return considered


def _is_told_of(child: Person, children: dict[str, Person], look: Look) -> bool:
    if not child.name.strip():
        return False
    others = [other for other in children.values() if other is not child]
    return any(
        names_somebody(sentence, child) and not any(names_somebody(sentence, other) for other in others)
        for kind in _TOLD
        for passage in look.passages.get(kind, ())
        if names_somebody(passage.text, child)
        for sentence in sentences(passage.text)
    )

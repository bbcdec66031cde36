"""The ids of a case file: each given once, and each one used is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sostool.case.model import Case
from sostool.yamlfile.reading import Reading, Reference, edits_apart, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sostool.findings.finding import Path

# A free text this near an id is taken for a slip of the pen: (length of the id from, edits apart).
_NEAR = ((7, 2), (4, 1))

_UNKNOWN = {
    "person": ("Nobody under `people` has this id.", "Use one of the ids under `people`, or add the person there."),
    "child": ("No child under `people` has this id.", "Use the id of a person whose role is child."),
    "danger": ("None of the dangers has this id.", "Use the `id` of one of the items under `dangers`."),
    "past harm": ("No past harm in the map has this id.", "Give the past harm an `id`, or write none-yet."),
    "bottom line": ("None of the bottom lines has this id.", "Use the `id` of one of the `bottom_lines`."),
}


def look_up(case: Case, reading: Reading) -> None:
    """Report ids given twice, and ids used that nothing has."""
    known = _known_ids(case, reading)
    for reference in reading.references:
        ids = known[reference.kind]
        if reference.value in ids:
            continue
        if reference.free_text_allowed and not _slip(reference.value, ids):
            continue
        _report_unknown(reference, ids, case, reading)


def _known_ids(case: Case, reading: Reading) -> dict[str, dict[str, None]]:
    worried = case.map.worried if case.map else None
    plan = case.safety_plan
    children = {id_: None for id_, person in case.people.items() if person.role in ("child", "")}
    return {
        "person": dict.fromkeys(case.people),
        "child": children,
        "danger": _once(((danger.id, danger.at("id")) for danger in case.dangers), reading),
        "past harm": _once(((harm.id, harm.at("id")) for harm in (worried.past_harm if worried else ())), reading),
        "bottom line": _once(((line.id, line.at("id")) for line in (plan.bottom_lines if plan else ())), reading),
    }


def _once(ids: Iterable[tuple[str, Path]], reading: Reading) -> dict[str, None]:
    known: dict[str, None] = {}
    for id_, path in ids:
        if id_ in known:
            reading.report(
                "CF107",
                path,
                "This id is used a second time.",
                mend="Give each its own id, so that what points to it points to one.",
                detail=f"“{id_}”",
            )
        if id_:
            known[id_] = None
    return known


def _slip(value: str, ids: Iterable[str]) -> bool:
    """Tell whether a free text is one word so near an id that the id was meant."""
    word = value.lower()
    if " " in word:
        return False
    return any(edits_apart(word, id_, next((most for length, most in _NEAR if len(id_) >= length), 0)) for id_ in ids)


def _report_unknown(reference: Reference, ids: Iterable[str], case: Case, reading: Reading) -> None:
    message, mend = _UNKNOWN[reference.kind]
    if reference.kind == "child" and reference.value in case.people:
        message = "This person is not a child by their role."
    near = nearest(reference.value, ids)
    detail = f"“{reference.value}”" + (f" — did you mean “{near}”?" if near else "")
    reading.report("CF106", reference.path, message, mend=mend, detail=detail)

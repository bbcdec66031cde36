"""The ids of a case file: each given once, and each one used is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sostool.yamlfile.reading import quote
from sostool.yamlfile.source import last_line
from sostool.yamlfile.spelling import edits_apart

if TYPE_CHECKING:
    from collections.abc import Collection

    from sostool.case.model import Case
    from sostool.findings.finding import Path
    from sostool.yamlfile.reading import Reading, Reference

# A free text this near an id is taken for a slip of the pen: (length of the id from, edits apart).
_NEAR = ((7, 2), (4, 1))
# No family has so many people and sources; beyond this only the same words are compared, to stay quick.
_MOST_COMPARED = 50_000

# So far may an id that is none be from the one that was meant: that one has been told.
_MISSPELT = 2
# The part of the file that gives the ids of a kind.
_SECTIONS: dict[str, Path] = {
    "person": ("people",),
    "child": ("people",),
    "danger": ("dangers",),
    "past harm": ("map", "worried", "past_harm"),
    "bottom line": ("safety_plan", "bottom_lines"),
}
_UNKNOWN = {
    "person": (
        "Nobody under `people` has this id.",
        "Use one of the ids under `people`, or add the person there.",
    ),
    "child": ("No child under `people` has this id.", "Use the id of a person whose role is child."),
    "danger": ("None of the dangers has this id.", "Use the `id` of one of the items under `dangers`."),
    "past harm": ("No past harm in the map has this id.", "Give the past harm an `id`, or write none-yet."),
    "bottom line": ("None of the bottom lines has this id.", "Use the `id` of one of the `bottom_lines`."),
}


def look_up(case: Case, reading: Reading) -> None:
    """Report ids given twice, and ids used that nothing has.

    Where the part that gives the ids could not be read as it was meant, nobody can tell which ids it gives: one
    mistake there is told once, not again at every place that points to it.
    """
    _look_for_doubled(reading)
    known = _known_ids(case)
    unsure = {kind for kind, section in _SECTIONS.items() if _is_unsure(section, reading)}
    slips = _Slips()
    for reference in reading.references:
        ids = known[reference.kind]
        if reference.value in ids or reference.kind in unsure:
            continue
        if reference.free_text_allowed and not slips.is_slip(reference.value, ids):
            continue
        if reading.is_full:
            break
        if not any(edits_apart(reference.value.lower(), bad.lower(), _MISSPELT) for bad in reading.bad_ids):
            _report_unknown(reference, ids, case, reading)
        if not case.people and reference.kind in ("person", "child"):
            # Nobody is listed at all: to say that once is enough.
            unsure |= {"person", "child"}


def _is_unsure(section: Path, reading: Reading) -> bool:
    """Tell whether the part that gives ids is missing for a reason that has been told, or was mended to be read."""
    source = reading.source
    node = source.node(section)
    if node is None:
        above = next(section[:length] for length in reversed(range(len(section))) if source.node(section[:length]))
        return any(finding.path == above and finding.code in ("CF101", "YA104") for finding in reading.findings)
    first, last = node.start_mark.line + 1, last_line(node)
    return any(finding.code == "YA104" and first <= finding.place.line <= last for finding in reading.findings)


def _known_ids(case: Case) -> dict[str, Collection[str]]:
    worried = case.map.worried if case.map else None
    plan = case.safety_plan
    return {
        "person": case.people,
        "child": {id_ for id_, person in case.people.items() if person.role in ("child", "")},
        "danger": {danger.id for danger in case.dangers if danger.id},
        "past harm": {harm.id for harm in (worried.past_harm if worried else ()) if harm.id},
        "bottom line": {line.id for line in (plan.bottom_lines if plan else ()) if line.id},
    }


def _look_for_doubled(reading: Reading) -> None:
    """Report an id that another item of the same list has too."""
    seen: set[Path] = set()
    for path, node in reading.own_ids:
        # The list is two steps up: past the key `id` and the item's position.
        own = (*path[:-2], str(node.value))
        if own in seen:
            reading.report(
                "CF107",
                path,
                "This id is used a second time.",
                node=node,
                mend="Give each its own id, so that what points to it points to one.",
                detail=quote(node.value),
            )
        seen.add(own)


class _Slips:
    """Tells free text from an id with a slip of the pen in it."""

    def __init__(self) -> None:
        self._told: dict[tuple[str, int], bool] = {}
        self._compared = 0

    def is_slip(self, value: str, ids: Collection[str]) -> bool:
        """Tell whether a free text is one word so near an id that the id was meant."""
        word = value.lower()
        if "," in word and any(one.strip() in ids for one in word.split(",")):
            return True
        if " " in word or self._compared > _MOST_COMPARED:
            return word in ids
        if (word, id(ids)) not in self._told:
            self._compared += len(ids)
            self._told[word, id(ids)] = any(edits_apart(word, one, _allowed(one)) for one in ids)
        return self._told[word, id(ids)]


def _allowed(id_: str) -> int:
    return next((most for length, most in _NEAR if len(id_) >= length), 0)


def _report_unknown(reference: Reference, ids: Collection[str], case: Case, reading: Reading) -> None:
    message, mend = _UNKNOWN[reference.kind]
    if reference.kind == "child" and reference.value in case.people:
        message = "This person is not a child by their role."
    near = reading.nearest(reference.value, ids)
    detail = quote(reference.value) + (f" — did you mean “{near}”?" if near else "")
    if "," in reference.value:
        mend = "Put several ids between square brackets, with commas, as in [lisa, dean]."
    reading.report("CF106", reference.path, message, node=reference.node, mend=mend, detail=detail)

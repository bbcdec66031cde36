"""What there is to say beside the documents that were made: what is left open, and what they could not tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sostool.case.model import Case
    from sostool.case.read import ReadCase
    from sostool.report.making.kinds import Kind
    from sostool.report.making.workshop import Workshop
    from sostool.share.readers import Reader


def heard_by_others(case: Case, reader: Reader | None) -> list[str]:
    """Say so where what hangs in a room is read by parents of different children."""
    from sostool.share.readers import is_of_several_families  # noqa: PLC0415

    if reader is None or not is_of_several_families(case, reader):
        return []
    return [
        (
            "The parents and carers in this room have not all the same children, and each of them reads what is about "
            "all the children. One person's own copy: --for their id."
        )
    ]


def not_compared(kinds: Sequence[Kind], read: ReadCase) -> list[str]:
    """Say so where a report cannot tell what has changed, because the file of the meeting before cannot be used."""
    from sostool.cli.asked_for import read_before  # noqa: PLC0415
    from sostool.report.making.kinds import tells_what_has_changed  # noqa: PLC0415
    from sostool.story.chain import followed  # noqa: PLC0415

    if not followed(read.case) or read_before(read) is not None or not any(map(tells_what_has_changed, kinds)):
        return []
    why = "the file that this one follows cannot be used. `sostool validate` says why."
    if read.source.name == "-":
        why = "what comes by standard input has no other file beside it."
    return [f"What has changed since last time is not in it: {why}"]


def notes_of(workshop: Workshop) -> list[str]:
    """Say what was left open, so that somebody fills it in: names and numbers, and words that stand in English."""
    notes = []
    missing = workshop.missing
    if missing:
        values = ", ".join(dict.fromkeys(place.value for place in missing))
        first = missing[0]
        notes.append(
            f"Left as a line to write on, because the authority's own are not known: {values} "
            f"(first in {first.file}, line {first.line}). `sostool templates copy authority.yaml` starts them."
        )
    fallen_back = workshop.fallen_back
    if fallen_back:
        notes.append(f"In English, because the language has no words for it: {', '.join(fallen_back[:5])}.")
    return notes

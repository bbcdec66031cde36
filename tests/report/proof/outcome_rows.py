"""The two rows of sharing.md about the outcome, and what of the outcome no row names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from report.proof.plain import Data, Path, entries, ids, role
from report.proof.readers import (
    FAMILY,
    FAMILY_ROLES,
    NETWORK,
    PRACTITIONERS,
    ROOM,
    Who,
    attendance,
    one_set_of_parents,
    own_children,
)

_OF_THE_PLAN = ("needs_to_change", "visits", "contingency", "further_assessment")
_CORE_GROUP = ("lead_social_worker", "core_group", "dates", "minutes_by")


@dataclass(frozen=True)
class Fear:
    """What it means for a reader that they are feared: whose names are barred, and what is cleared or held back."""

    feared: bool
    names: frozenset[str]
    cleared: Callable[[Data], bool]
    is_held: Callable[[Path, Data], bool]


def outcome_held(data: Data, who: Who, fear: Fear) -> Iterator[Path]:
    """Give what of the outcome a reader's column never gets.

    No row names the chair's summary, how a child took part, the quorum and corrections. Quorum goes to nobody but
    practitioners and the chair. The summary is said to everyone there, so it goes where one thing can be said to all:
    one set of parents, nobody feared. How a child took part follows the child's voice. A correction is theirs who asked.
    """
    if who.column == PRACTITIONERS:
        return
    if who.column not in (ROOM, FAMILY, NETWORK):
        yield ("outcome",)
        return
    yield ("outcome", "quorum")
    yield from _of_other_parts(data, who, fear)
    if any(_part(data, id_) != "together" for id_ in {who.person, *who.members} if id_):
        yield ("outcome", "summary")
    if who.column == ROOM:
        yield from (("outcome", key) for key in ("attended", "apologies", "dissent", "contingency"))
        yield from (("outcome", key) for key in ("participation", "corrections"))
        yield from ((*path, "contingency") for path, _plan in entries(data, ("outcome", "plans")))
        if fear.feared:
            yield from (("outcome", key) for key in ("summary", "core_group"))
        return
    yield from _not_by(data, who)
    if who.column == FAMILY:
        yield from _of_other_children(data, who)
        yield from _not_of_own_part(data, who, fear)
        yield from (path for path, name in entries(data, ("outcome", "core_group")) if name in fear.names)
        if fear.feared:
            yield from _only_cleared(data, fear.cleared)
    else:
        yield from (("outcome", key) for key in ("decisions", "contingency", "core_group"))
        yield from (("outcome", key) for key in ("summary", "participation", "apologies"))
        yield from (path for path, name in entries(data, ("outcome", "attended")) if name != who.person)
        yield from _not_own_tasks(data, who)


def _of_other_children(data: Data, who: Who) -> Iterator[Path]:
    own, one_set = own_children(data, who), one_set_of_parents(data)
    given = False
    for key in ("decisions", "plans"):
        for path, item in entries(data, ("outcome", key)):
            if item["child"] in own if "child" in item else one_set:
                given = True
            else:
                yield path
    if not given:
        yield from (("outcome", key) for key in _CORE_GROUP)
    if not given or not one_set:
        yield from (("outcome", key) for key in ("summary", "contingency"))
    heard = set(_heard(data, who))
    for path, item in entries(data, ("outcome", "participation")):
        if item.get("child") not in own & heard:
            yield path


def _heard(data: Data, who: Who) -> Iterator[str]:
    """The children some of whose words, or what people saw of whom, a reader of the family may have."""
    for _path, voice in entries(data, ("voices",)):
        if voice.get("observed") or who.person in (voice.get("who"), *ids(voice.get("may_share"))):
            yield voice.get("who", "")


def _not_of_own_part(data: Data, who: Who, fear: Fear) -> Iterator[Path]:
    """Who came to a part of the meeting that the reader did not come to, or of whom they may not know that they did."""
    told = [item for path, item in entries(data, ("meeting", "attendance")) if not fear.is_held(path, item)]
    for key in ("attended", "apologies"):
        for path, name in entries(data, ("outcome", key)):
            if name not in data["people"]:
                if _part(data, who.person) != "together":
                    yield path
            elif role(data["people"][name]) in FAMILY_ROLES and any(
                _part(data, name, lines) != _part(data, who.person, lines) for lines in (None, told)
            ):
                yield path


def _of_other_parts(data: Data, who: Who, fear: Fear) -> Iterator[Path]:
    """What was said in a part of the meeting is for those of the family who were in it; a feared one only if cleared."""
    for path, part in entries(data, ("outcome", "parts")):
        whose = part.get("who")
        came = {
            id_
            for line, item in entries(data, ("meeting", "attendance"))
            if item.get("who") == whose and not fear.is_held(line, item)
            for id_ in ids(item.get("with"))
        }
        was_there = bool(whose) and who.person in {whose, *came}
        if who.column != FAMILY or not was_there or (fear.feared and not fear.cleared(part)):
            yield path


def _part(data: Data, id_: str, lines: list[Data] | None = None) -> str:
    for one in (id_, data["people"].get(id_, {}).get("with_person")):
        for item in attendance(data) if lines is None else lines:
            if one in (item.get("who"), *ids(item.get("with"))) and item.get("part", "together") != "together":
                return str(item.get("who"))
    return "together"


def _not_by(data: Data, who: Who) -> Iterator[Path]:
    for key in ("dissent", "corrections"):
        yield from (path for path, item in entries(data, ("outcome", key)) if item.get("who") != who.person)


def _only_cleared(data: Data, cleared: Callable[[Data], bool]) -> Iterator[Path]:
    if not cleared(data.get("outcome")):
        yield from (("outcome", key) for key in ("attended", "apologies", "summary", "contingency"))
    for key in ("dissent", "participation", "plans"):
        for path, item in entries(data, ("outcome", key)):
            if not cleared(item):
                yield (*path, "contingency") if key == "plans" else path


def _not_own_tasks(data: Data, who: Who) -> Iterator[Path]:
    has_task = False
    for path, _plan in entries(data, ("outcome", "plans")):
        yield from ((*path, key) for key in _OF_THE_PLAN)
        for place, action in entries(data, (*path, "actions")):
            if not isinstance(action, dict) or who.person not in ids(action.get("who")):
                yield place
            else:
                has_task = True
    if not has_task:
        yield from (("outcome", key) for key in _CORE_GROUP)

"""What somebody typed for a key, understood as the value that goes into the file."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection

from sostool.case.model import Case
from sostool.yamlfile.kinds import ID, Choice, Day, Id, ListOf, Matching, Number, Text, To, YesNo, english_date
from sostool.yamlfile.kinds.kind import Kind
from sostool.yamlfile.reading import nearest
from sostool.yamlfile.source import unwanted_characters
from sostool.yamlfile.writing import Value

_YES, _NO = frozenset(("yes", "y", "true")), frozenset(("no", "n", "false"))
_NUMBER = re.compile(r"[0-9]{1,2}(?:[.,][0-9])?\Z")
_PART_OF_DATE = re.compile(r"(?!0000)[0-9]{4}(?:-(?:0[1-9]|1[0-2]))?\Z")
_NO_DATE = "This is not a date. 17 March 2026, 17/3/2026 and 2026-03-17 all work."
_BETWEEN_IDS = re.compile(r"[,;]")


class NotUnderstoodError(ValueError):
    """What was typed cannot stand there; the text says why. `near` is the id or word that was perhaps meant."""

    def __init__(self, why: str, near: str = "") -> None:
        super().__init__(why)
        self.near = near


def understood(kind: Kind, typed: list[str], case: Case) -> Value:
    """Understand what was typed.

    Args:
        kind: what is wanted.
        typed: what was typed, one or, for a list, several; ids of a list may also stand in one with commas.
        case: the case, whose ids can be meant; people may be called by their names.

    Raises:
        NotUnderstoodError: it cannot stand there.
    """
    if isinstance(kind, ListOf):
        inner = kind.inner
        if isinstance(inner, To):
            typed = _apart(inner, typed, case)
        return [_single(inner, one, case) for one in typed]
    if len(typed) != 1:
        raise NotUnderstoodError("Only one can stand here.")
    return _single(kind, typed[0], case)


def ids_of(kind: str, case: Case) -> list[str]:
    """Give the ids that can be meant by what kind of thing they stand for."""
    match kind:
        case "person":
            return list(case.people)
        case "child":
            return [id_ for id_, person in case.people.items() if person.role in ("child", "")]
        case "danger":
            return [danger.id for danger in case.dangers if danger.id]
        case "past harm":
            worried = case.map.worried if case.map else None
            return [harm.id for harm in (worried.past_harm if worried else ()) if harm.id]
        case "bottom line":
            return [line.id for line in (case.safety_plan.bottom_lines if case.safety_plan else ()) if line.id]
    return []


def _apart(kind: To, typed: list[str], case: Case) -> list[str]:
    """Take several ids in one text apart; where free text can stand, only if each of them is an id."""
    found: list[str] = []
    for text in typed:
        several = [one.strip() for one in _BETWEEN_IDS.split(text) if one.strip()]
        all_known = all(_called(kind, one, case) for one in several)
        found += several if not kind.free_text or all_known else [text.strip()]
    return found


def _single(kind: Kind, typed: str, case: Case) -> Value:
    if unwanted_characters(typed):
        raise NotUnderstoodError("There is an invisible control character in this. Please type it again.")
    typed = typed.strip()
    if not typed:
        raise NotUnderstoodError("Nothing stands here.")
    match kind:
        case To():
            return _id(kind, typed, case)
        case Id():
            return _new_id(kind, typed, case)
    return _value(kind, typed)


def _value(kind: Kind, typed: str) -> Value:
    match kind:
        case Day():
            return _day(typed, partial=kind.partial)
        case Number():
            return _number(kind, typed)
        case YesNo():
            return _yes_or_no(typed)
        case Choice():
            return _choice(kind, typed)
        case Matching():
            if not kind.pattern.match(typed):
                raise NotUnderstoodError(f"This is not {kind.wanted}. {kind.mend}")
            return typed
        case Text():
            return typed
    raise TypeError(type(kind).__name__)


def _day(typed: str, *, partial: bool) -> Value:
    if partial and _PART_OF_DATE.match(typed):
        return typed
    try:
        return dt.date.fromisoformat(english_date(typed) or typed)
    except ValueError:
        raise NotUnderstoodError(_NO_DATE) from None


def _number(kind: Number, typed: str) -> Value:
    number = float(typed.replace(",", ".")) if _NUMBER.match(typed) else -1.0
    if not kind.least <= number <= kind.most or number * (2 if kind.halves else 1) % 1:
        raise NotUnderstoodError(f"A number from {kind.least} to {kind.most}, please.")
    return int(number) if number.is_integer() else number


def _yes_or_no(typed: str) -> bool:
    if typed.lower() not in _YES | _NO:
        raise NotUnderstoodError("Yes or no, please.")
    return typed.lower() in _YES


def _choice(kind: Choice, typed: str) -> str:
    word = typed.lower().replace(" ", "-").replace("_", "-")
    if typed in kind.values or word in kind.values:
        return typed if typed in kind.values else word
    near = nearest(typed, [value for value in kind.values if value != "other"])
    meant = f" Did you mean {near}?" if near else ""
    raise NotUnderstoodError(f"There is no such word here.{meant} There are: {', '.join(kind.values)}.")


def _id(kind: To, typed: str, case: Case) -> str:
    found = _called(kind, typed, case)
    if found:
        return found
    near = nearest(typed, _names(kind.kind, case)) or ""
    if kind.free_text and not (ID.match(typed) and near):
        return typed
    known = _names(kind.kind, case).get(near, near)
    raise NotUnderstoodError(f"No {kind.kind} in this file has this id.", known)


def _called(kind: To, typed: str, case: Case) -> str:
    """Give the id that is meant by an id or a name; "" if there is none."""
    if typed in kind.also:
        return typed
    ids = ids_of(kind.kind, case)
    if typed in ids or typed.lower() in ids:
        return typed if typed in ids else typed.lower()
    if kind.kind not in ("person", "child"):
        return ""
    named = [id_ for id_ in ids if case.people[id_].name.lower() == typed.lower()]
    return named[0] if len(named) == 1 else ""


def _names(kind: str, case: Case) -> dict[str, str]:
    """Give what things can be called, each with its id."""
    ids = ids_of(kind, case)
    names = {case.people[id_].name: id_ for id_ in ids if id_ in case.people and case.people[id_].name}
    return {**names, **{id_: id_ for id_ in ids}}


def _new_id(kind: Id, typed: str, case: Case) -> str:
    if not ID.match(typed):
        raise NotUnderstoodError("An id is made of small letters, digits and hyphens, such as aunt-jo.")
    taken: Collection[str] = ids_of(kind.kind, case)
    if typed in taken:
        raise NotUnderstoodError("This id is there already: choose another.")
    return typed

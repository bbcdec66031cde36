"""What is held back from whom: withheld items, feared people, and what was cleared after all.

A rule here looks at one person and one item, and never at whether other held-back items exist.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import Any, NamedTuple

from sostool.case.model import Case, Danger, Person
from sostool.case.model.marks import EVERYONE, ROOM
from sostool.case.people import PRACTITIONER_ROLES
from sostool.identity.folded_text import FoldedText
from sostool.yamlfile.parts import Part

# Where an item names those whose account, number, task or help it carries.
_NAMING = ("said_by", "who", "who_does", "who_sees", "worried", "seen_by", "written_by")
# `dissent` is not among them: each entry is an item of its own, and one that is barred leaves the decisions open.
_NAMING_INSIDE = ("sees_it_differently", "check", "used")


class Bar(NamedTuple):
    """Why a mark holds something back.

    `part` is what carries it: the item, or the danger that the item belongs to. Where it is withheld, that says all;
    else it carries the words, the number or the help of those in `words_of`, whom `feared` must not see. `falls_on` is
    the one of the readers it falls on: the feared person or somebody of their side; "" where it falls on a group.
    """

    part: Part
    falls_on: str
    feared: str = ""
    words_of: frozenset[str] = frozenset()


def every_part(part: Part) -> Iterator[Part]:
    """Give a part and all parts inside it."""
    yield part
    for inner in parts_inside(part):
        yield from every_part(inner)


def parts_inside(part: Part) -> Iterator[Part]:
    """Give the parts right inside a part."""
    for value in part.__dict__.values():
        for inner in value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else (value,):
            if isinstance(inner, Part):
                yield inner


def withheld_from(item: Part, id_: str) -> bool:
    """Tell whether an item's own mark holds it back from a person."""
    mark = getattr(item, "withhold", None)
    if mark is None:
        return False
    if EVERYONE in mark.from_ or id_ in mark.from_:
        return True
    return bool(mark.all_but) and id_ not in mark.all_but


def bars_on(case: Case, id_: str) -> list[tuple[Person, frozenset[str]]]:
    """Give each feared person whose bar falls on somebody (themselves, whose side they are of) and the words barred."""
    person = case.people.get(id_)
    if person is None:
        return []
    return [
        (feared, frozenset(feared.must_not_see.words_of))
        for feared in (person, case.people.get(person.side_of))
        if feared is not None and feared.must_not_see is not None
    ]


def barred_for(case: Case, item: Part, id_: str) -> bool:
    """Tell whether an item may not reach a person because of a mark: withheld, or words of somebody who fears them."""
    return bar_for(case, item, id_) is not None


def bar_for(case: Case, item: Part, id_: str, *, in_the_room: bool = False) -> Bar | None:
    """Give the mark because of which an item may not reach a person; None where there is none.

    What is barred for a feared person is barred for those of their side too, unless the item's `who` names
    them. `in_the_room`: what was cleared for the room may be said in front of them.
    """
    if withheld_from(item, id_):
        return Bar(item, id_)
    bars = bars_on(case, id_)
    cleared = bool(bars) and (is_cleared(case, item, id_) or (in_the_room and is_cleared(case, item, ROOM)))
    for feared, words_of in bars:
        is_of_their_side = feared.id != id_
        if is_of_their_side and id_ in as_ids(getattr(item, "who", ())):
            continue
        if is_of_their_side and withheld_from(item, feared.id):
            return Bar(item, id_, feared.id)
        if not cleared and _carries_words_of(case, item, words_of, feared.id):
            return Bar(item, id_, feared.id, frozenset(one for one in words_of if names_any(case, item, {one})))
    return None


def is_cleared(case: Case, item: Part, id_: str) -> bool:
    """Tell whether an item was cleared for somebody: by a practitioner, on a date; nobody of the family can."""
    mark = getattr(item, "cleared", None)
    if mark is None or id_ not in mark.for_ or mark.date is None:
        return False
    decided_by = case.people.get(mark.by)
    return decided_by is not None and decided_by.role in PRACTITIONER_ROLES


def _carries_words_of(case: Case, item: Part, words_of: frozenset[str], feared: str) -> bool:
    if isinstance(item, Danger):
        return False  # its text stays; the names beside it are left out where they are listed
    if feared in as_ids(getattr(item, "who_does", ())) or feared in as_ids(getattr(item, "who", ())):
        return False
    return names_any(case, item, words_of)


def names_any(case: Case, item: Part, ids: AbstractSet[str]) -> bool:
    """Tell whether an item carries the account, number, task or help of any of some people.

    Where a source may be typed freely, a name is as good as an id: “Aunt Jo and Priya” is a source of whoever is called
    Jo. One word of a name is enough.
    """
    named = speakers(item)
    if not ids.isdisjoint(named):
        return True
    typed = [text for text in named if isinstance(text, str) and text not in case.people]
    return bool(typed) and any(is_called(case, text, id_) for text in typed for id_ in ids)


def is_called(case: Case, text: str, id_: str) -> bool:
    """Tell whether a text holds somebody's id or any word of their name."""
    person = case.people.get(id_)
    called = FoldedText.of(f"{id_} {person.name if person is not None else ''}").words
    return not set(called).isdisjoint(FoldedText.of(text).words)


def speakers(item: Part) -> frozenset[str]:
    """Give the ids of all whose account, number, task or help an item carries."""
    named: set[str] = set()
    for name in _NAMING:
        named.update(as_ids(getattr(item, name, ())))
    for name in _NAMING_INSIDE:
        inside: Any = getattr(item, name, ())
        for part in inside if isinstance(inside, tuple) else (inside,):
            if part is not None:
                named.update(as_ids(getattr(part, "who", ())))
    return frozenset(named)


def as_ids(value: Any) -> tuple[str, ...]:
    """Give the ids of a key that holds one, several or none."""
    if isinstance(value, tuple):
        return value
    return (value,) if value else ()

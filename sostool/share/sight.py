"""What of a file reaches one reader, and why the rest does not.

Whether something reaches a reader is read off the View that their copies are made of. Why it does not is what the
making of that View was told, question by question.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal, NamedTuple, TypeAlias

from sostool.case.model import Case, Person
from sostool.findings.finding import Path
from sostool.profile import Profile
from sostool.share.make_view import view_of
from sostool.share.making import Making
from sostool.share.net import Net
from sostool.share.policy import Refusal, why_not
from sostool.share.readers import Column, Reader
from sostool.share.reasons import (
    Kind,
    Reason,
    concerns,
    is_about_a_person,
    is_for_the_chair_alone,
    of_bar,
    of_names_left_out,
    of_refusal,
    of_what_is_given,
)
from sostool.share.traced import TracedName, TracedText, reached
from sostool.yamlfile.parts import Part

State: TypeAlias = Literal["yes", "partly", "no", "stops"]
# The values of an item that reach anybody, by the key in which they stand.
Leaves: TypeAlias = Mapping[str, frozenset[Path]]
_OF_FEAR = frozenset(("words", "side", "feared"))
_ONLY_WITH_WHAT_GOES_IN = frozenset((Column.FAMILY, Column.NETWORK, Column.ROOM))


class Missing(NamedTuple):
    """Keys of an item that do not reach a reader who gets the rest, and why."""

    keys: tuple[str, ...]
    reason: Reason


class Cell(NamedTuple):
    """Whether an item reaches a reader.

    `stops`: it would, but words stand in it because of which no document is made for them. `reason` says why not; of
    what is given, why it is although it might not be. `about_fear` tells whether it has to do with somebody feared.
    """

    state: State
    reason: Reason | None = None
    missing: tuple[Missing, ...] = ()
    about_fear: bool = False


class Sight:
    """What of a traced case reaches one reader."""

    def __init__(self, case: Case, profile: Profile, reader: Reader) -> None:
        making = _Asking(case, profile, reader)
        self.reader = reader
        self.reached = _reached(making)
        self.asked = making.asked
        self._standing = making.standing
        self._caught = {caught.path: caught for caught in Net(case, profile, reader).caught_in_view(case)}
        calm = _without_fear(case)
        self._without_fear = self.reached if calm is None else _reached(_Asking(calm, profile, reader))

    def cell(self, part: Part, leaves: Leaves, parts: Mapping[Path, Part]) -> Cell:
        """Tell whether an item reaches the reader: all its values, some, or none."""
        paths = {path for inside in leaves.values() for path in inside}
        some = not paths.isdisjoint(self.reached) if paths else self._was_let_in(part, parts)
        if some and (stopping := self._stopping(paths)) is not None:
            return Cell("stops", stopping)
        if not some:
            reason = self._why_not(part, "", (), parts)
            return Cell("no", reason, about_fear=self._is_about_fear(paths, reason))
        given = of_what_is_given(self._standing, part)
        by_reason: dict[Reason, list[str]] = {}
        for key, inside in leaves.items():
            if not inside <= self.reached.keys():
                by_reason.setdefault(self._why_not(part, key, inside, parts), []).append(key)
        missing = tuple(Missing(tuple(keys), reason) for reason, keys in by_reason.items())
        return Cell("partly" if missing else "yes", given, missing, self._is_about_fear(paths, given, *by_reason))

    def _is_about_fear(self, paths: Iterable[Path], *reasons: Reason | None) -> bool:
        """Tell whether somebody feared is the reason, or more would reach the reader if nobody were feared."""
        kinds = {reason.kind for reason in reasons if reason is not None}
        if kinds & _OF_FEAR or ("cleared" in kinds and self._standing.is_feared):
            return True
        return any(path not in self.reached and path in self._without_fear for path in paths)

    def told(self, part: Part, parts: Mapping[Path, Part]) -> list[Refusal | None]:
        """Give what the making was told about an item, or else about the key of the part around, in which it stands."""
        around = parts.get(part.path[:-1])
        if part.path in self.asked or around is None:
            return list(self.asked.get(part.path, {}).values())
        key = str(part.path[-1])
        asked = self.asked.get(around.path, {}).items()
        return [refusal for row, refusal in asked if not concerns(row, around, "") and concerns(row, around, key)]

    def _was_let_in(self, part: Part, parts: Mapping[Path, Part]) -> bool:
        """Tell whether an item without values was let in: yes and no leave no trace in a View."""
        told = self.told(part, parts)
        return bool(told) and all(refusal is None for refusal in told) and not self._standing.is_barred(part)

    def _stopping(self, paths: Iterable[Path]) -> Reason | None:
        """Tell why no document is made for the reader because of what stands in an item; None where nothing is."""
        caught = [self._caught[path] for path in paths if path in self._caught]
        if not caught:
            return None
        return Reason("protected" if any(one.protected for one in caught) else "repeats")

    def _why_not(self, part: Part, key: str, paths: Iterable[Path], parts: Mapping[Path, Part]) -> Reason:
        """Tell why an item, or one key of it with the values at some paths, does not reach the reader."""
        if self.reader.column in (Column.NOTHING, Column.BLANK):
            return Reason("nothing")
        return (
            self._refused(part, part.path, key)
            or of_names_left_out(self._standing, part, key)
            or self._name_refused(part, paths)
            or self._held_around(part, parts)
            or (Reason("chair") if is_for_the_chair_alone(part, key) else None)
            or Reason(self._left_out(part, key))
        )

    def _refused(self, part: Part, path: Path, key: str) -> Reason | None:
        """Give what the making was told about a part: first about the whole of it, then about the key."""
        told = [(row, refusal) for row, refusal in self.asked.get(part.path, {}).items() if refusal is not None]
        whole = [refusal for row, refusal in told if concerns(row, part, "")]
        some = [refusal for row, refusal in told if not key or concerns(row, part, key)]
        chosen = next(iter((*whole, *some)), None)
        return of_refusal(chosen, part, path) if chosen is not None else None

    def _name_refused(self, part: Part, paths: Iterable[Path]) -> Reason | None:
        """Give what the making was told about somebody who is named at one of some places."""
        for path in sorted(path for path in paths if path not in self.reached):
            value: Any = getattr(part, part.attributes[str(path[len(part.path)])])
            for step in path[len(part.path) + 1 :]:
                value = value[step]
            person = self._standing.case.people.get(str(value))
            for row, refusal in self.asked.get(person.path, {}).items() if person is not None else ():
                if person is not None and refusal is not None and not is_about_a_person(row):
                    return of_refusal(refusal, person, person.path)
        return None

    def _held_around(self, part: Part, parts: Mapping[Path, Part]) -> Reason | None:
        """Give the reason of the mark on an item, or of the nearest part around it that does not reach the reader."""
        path = part.path
        for length in range(len(path), 0, -1):
            around = parts.get(path[:length])
            if around is None:
                continue
            if length < len(path) and (refused := self._refused(around, path, str(path[length]))) is not None:
                return refused
            bar = self._standing.bar(around)
            if bar is not None:
                return of_bar(bar, path)
        return None

    def _left_out(self, part: Part, key: str) -> Kind:
        """Say why something was not even asked about."""
        if self.reader.column is Column.CHILD:
            return "child"
        top, *rest = part.path or ("",)
        is_unknown = top == "people" and bool(rest) and (top, rest[0], "name") not in self.reached and not key
        return "nobody" if is_unknown and self.reader.column in _ONLY_WITH_WHAT_GOES_IN else "unnamed"


class _Asking(Making):
    """Makes a View of a traced case, and keeps what it was told about each item by each row of the table."""

    def __init__(self, case: Case, profile: Profile, reader: Reader) -> None:
        super().__init__(case, profile, reader)
        self.asked: dict[Path, dict[str, Refusal | None]] = {}

    def may(self, row: str, item: Part | None) -> bool:
        """Tell whether an item goes in, and keep why not."""
        if item is None:
            return False
        refusal = why_not(self.standing, row, item)
        self.asked.setdefault(item.path, {})[row] = refusal
        return refusal is None

    def called(self, id_: str) -> str:
        """Put a name for an id; it knows where the id stands."""
        called = super().called(id_)
        if not isinstance(id_, TracedText) or isinstance(id_, TracedName):
            return called
        name = TracedName(called)
        name.path, name.person = id_.path, str(id_)
        return name


def _reached(making: _Asking) -> dict[Path, Any]:
    """Give what has reached a reader; a name that stands for an id has reached them as well."""
    values = reached(view_of(making))
    names = [value for value in values.values() if isinstance(value, TracedName)]
    for name in names:
        if name.person in making.case.people:
            values.setdefault(("people", name.person, "name"), name)
    return values


def _without_fear(case: Case) -> Case | None:
    """Give the case as it would be if nobody were feared; None where nobody is."""
    if all(person.must_not_see is None for person in case.people.values()):
        return None
    calm = Case()
    calm.__dict__.update(case.__dict__)
    people: dict[str, Person] = {}
    for id_, person in case.people.items():
        people[id_] = Person()
        people[id_].__dict__.update({name: value for name, value in person.__dict__.items() if name != "must_not_see"})
    calm.__dict__["people"] = people
    return calm

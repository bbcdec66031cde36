"""New ids that say what something is, and the paths that point to them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from sostool.case.model import Case
from sostool.yamlfile.kinds import Id
from sostool.yamlfile.parts import all_keys
from sostool.yamlfile.spelling import edits_apart

if TYPE_CHECKING:
    from sostool.case.model import Person
    from sostool.findings.finding import Path
    from sostool.mend.values import Value
    from sostool.pseudonymise.invented import Invented

_STEP = re.compile(r"[^.\[\]]+")
# So near may a free text not be to an id, or it would be taken for a slip of the pen.
_NEAR = 2
_PEOPLE = "people"
# The lists whose items other parts of the file point to.
_KINDS = {"dangers": "danger", "past_harm": "past harm", "bottom_lines": "bottom line"}


class NewIds:
    """The ids of a copy.

    Args:
        people: everybody in the file.
        values: every single value of the file.
        sources: what stands, in the copy, where an id or a free text may.
        invented: gives the new ones.
    """

    def __init__(
        self, people: Iterable[Person], values: Iterable[Value], sources: Iterable[str], invented: Invented
    ) -> None:
        single = {source.lower() for source in sources if " " not in source}

        def near(id_: str) -> bool:
            return any(edits_apart(word, id_, _NEAR) for word in single)

        self.people = {person.id: invented.id(person.role, near) for person in people}
        self._own: dict[tuple[str, str], str] = {}
        self._of_values: dict[Path, str] = {}
        self._by_place: dict[tuple[Path, str], str] = {}
        for value in values:
            if isinstance(value.kind, Id):
                section = _steps(value.path[:-1])
                kind = _KINDS.get(str(section[-1]), "item")
                new = self._of_values[value.path] = invented.own_id(kind)
                self._own[kind, value.node.value] = new
                self._by_place[section, value.node.value] = new

    def of_value(self, value: Value) -> str:
        """Give the new id of an item by the value that says it."""
        return self._of_values[value.path]

    def for_reference(self, kind: str, id_: str) -> str | None:
        """Give the new id for one that points to something; None where it points to nothing."""
        return self.people.get(id_) if kind in ("person", "child") else self._own.get((kind, id_))

    def path(self, typed: str) -> str:
        """Write a path with the new ids; a step that is neither a key, a position nor an id becomes `item`."""
        here: list[str] = []

        def step(found: re.Match[str]) -> str:
            name = found[0].strip()
            if here == [_PEOPLE] and name in self.people:
                new = self.people[name]
            else:
                new = self._by_place.get((tuple(here), name), "")
            new = new or (name if name.isdecimal() or name in _KEYS else "item")
            if not name.isdecimal() and (name in _KEYS or here == [_PEOPLE]):
                here.append(name)
            return new

        return _STEP.sub(step, typed)


_KEYS = all_keys(Case)


def _steps(path: Path) -> Path:
    return tuple(step for step in path if isinstance(step, str))

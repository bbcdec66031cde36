"""Who sees what: each item of a file against each reader, so that a chair can check before the meeting."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from sostool.case.model import Case, Person
from sostool.case.model.marks import Cleared, Withhold
from sostool.case.model.people import YoungPersonCopy
from sostool.findings.finding import Path
from sostool.profile import Profile
from sostool.share.bars import every_part, speakers
from sostool.share.readers import CHAIR, Column, Reader, all_readers
from sostool.share.reasons import is_for_the_chair_alone
from sostool.share.saying import says_or_is_called
from sostool.share.sight import Cell, Sight
from sostool.share.traced import traced
from sostool.yamlfile.parts import Part

# They say of the part around them who may have it, and are told with it.
_MARKS = (Withhold, Cleared, YoungPersonCopy)


class Row(NamedTuple):
    """An item of the file with a cell for each reader. `keys` are those of its own that reach anybody at all."""

    path: Path
    part: Part
    keys: tuple[str, ...]
    cells: tuple[Cell, ...]

    @property
    def about_fear(self) -> bool:
        """Whether it has to do with somebody feared that one of the readers gets it or not."""
        return any(cell.about_fear for cell in self.cells)

    @property
    def says(self) -> str:
        """What it says, or the start of it; "" where it says nothing."""
        return says_or_is_called(self.part, self.keys)

    def carries_words_of(self, id_: str) -> bool:
        """Tell whether it carries the account, the number, the task or the help of somebody, or is they."""
        return id_ in speakers(self.part) or (isinstance(self.part, Person) and self.part.id == id_)


class WhoSees(NamedTuple):
    """The items that reach anybody, in the order of the file, against some readers.

    `unseen` are the places of items that stand in no document at all, for nobody.
    """

    readers: tuple[Reader, ...]
    rows: tuple[Row, ...]
    unseen: tuple[Path, ...]

    def alike(self) -> list[list[Reader]]:
        """Put together the readers who get the same for the same reasons, in the order of the first of each."""
        groups: dict[tuple[Cell, ...], list[Reader]] = {}
        for index, reader in enumerate(self.readers):
            groups.setdefault(tuple(row.cells[index] for row in self.rows), []).append(reader)
        return list(groups.values())

    def only(self, paths: Iterable[Path]) -> WhoSees:
        """Give the table of some of the items."""
        wanted = frozenset(paths)
        return self._replace(rows=tuple(row for row in self.rows if row.path in wanted))


def who_sees(case: Case, profile: Profile, readers: Iterable[Reader]) -> WhoSees:
    """Work out for each item of a file and each reader whether it reaches them, and why or why not.

    Args:
        case: a case without errors of shape.
        profile: whose words are used.
        readers: the columns of the table.
    """
    marked = traced(case)
    chair = Sight(marked, profile, Reader(CHAIR, CHAIR, Column.CHAIR))
    sights = [chair if reader.column is Column.CHAIR else Sight(marked, profile, reader) for reader in readers]
    # A child's page holds what nobody else's document does, not even the chair's.
    of_children = (
        Sight(marked, profile, reader)
        for reader in all_readers(case, profile)
        if reader.column is Column.CHILD and all(sight.reader != reader for sight in sights)
    )
    parts = {part.path: part for part in every_part(marked)}
    leaves = _leaves(parts, (chair, *sights, *of_children))
    rows: list[Row] = []
    unseen: list[Path] = []
    for path, part in parts.items():
        own = leaves.get(path, {})
        if isinstance(part, _MARKS):
            continue
        if not path:
            rows += (_row((key,), part, {key: own[key]}, sights, parts) for key in part.attributes if key in own)
        elif own or chair.told(part, parts):
            rows.append(_row(path, part, own, sights, parts))
        elif _says_something(part):
            unseen.append(path)
    return WhoSees(tuple(sight.reader for sight in sights), tuple(rows), tuple(unseen))


def _says_something(part: Part) -> bool:
    """Tell whether a part has values of its own, and does not only hold other parts."""
    values = (part.__dict__[name] for name in part.attributes.values() if name in part.__dict__)
    return any(
        not isinstance(value, Part | dict) and not (isinstance(value, tuple) and value and isinstance(value[0], Part))
        for value in values
    )


def _leaves(parts: Mapping[Path, Part], sights: Iterable[Sight]) -> dict[Path, dict[str, frozenset[Path]]]:
    """Give the values that reach anybody, by the part and the key in which they stand."""
    found: dict[Path, dict[str, set[Path]]] = {}
    for path in {path for sight in sights for path in sight.reached}:
        length = next(length for length in range(len(path) - 1, -1, -1) if path[:length] in parts)
        found.setdefault(path[:length], {}).setdefault(str(path[length]), set()).add(path)
    return {part: {key: frozenset(paths) for key, paths in keys.items()} for part, keys in found.items()}


def _row(
    path: Path,
    part: Part,
    own: Mapping[str, frozenset[Path]],
    sights: Iterable[Sight],
    parts: Mapping[Path, Part],
) -> Row:
    keys = tuple(key for key in part.attributes if key in own)
    # What only the chair reads of an item tells nothing about who else gets it, unless there is nothing else.
    keys = tuple(key for key in keys if not is_for_the_chair_alone(part, key)) or keys
    leaves = {key: own[key] for key in keys}
    return Row(path, part, keys, tuple(sight.cell(part, leaves, parts) for sight in sights))

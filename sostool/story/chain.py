"""The files of a family's earlier meetings, from one to the one before it by what `meeting.follows` names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Literal, NamedTuple, TypeAlias

from sostool.case.model import Case
from sostool.case.read import ReadCase
from sostool.findings.finding import Path
from sostool.yamlfile.source import Source

# No family meets so often before its file is closed; what lies further back is not read.
MOST_EARLIER = 100
_IN_NO_NAME = frozenset('/\\:\0\n\r*?"<>|')
FOLLOWS: Path = ("meeting", "follows")

# Why a chain ends before its first meeting:
#   not-a-name       `follows` holds a folder, or is no name of a file
#   outside          the file is a link to one in another folder
#   missing          there is no such file
#   unreadable       it may not be opened, or is no case file at all
#   errors           it has errors, so that nobody can tell what it holds back
#   circular         it is this file, or one that follows it
#   another-family   another reference, and no child in common
#   not-earlier      its meeting is after the one that follows it
#   too-many         more than MOST_EARLIER files
Kind: TypeAlias = Literal[
    "not-a-name",
    "outside",
    "missing",
    "unreadable",
    "errors",
    "circular",
    "another-family",
    "not-earlier",
    "too-many",
]


class Break(NamedTuple):
    """Where a chain ends although its last file follows another, and why.

    `back` says how many meetings back the file lies whose `follows` leads nowhere: 0 is the file the chain starts
    from. `file` is the name that `follows` holds: text of the case, so it is shown only to a person at a terminal.
    `read` is the file it leads to, where that could be read.
    """

    kind: Kind
    back: int
    file: str
    read: ReadCase | None = None


class CannotFollowError(Exception):
    """Raised by what opens an earlier file: `kind` says why it gives none."""

    def __init__(self, kind: Literal["outside", "missing", "unreadable"]) -> None:
        super().__init__(kind)
        self.kind: Kind = kind


ReadFile: TypeAlias = Callable[[str], ReadCase]


class Chain:
    """The earlier files of a case, newest first, each read only when it is asked for.

    Every file in it is without errors, of the same family, and of a meeting no later than the one that follows it:
    what is not, ends the chain, and `trouble` says why.
    """

    def __init__(self, start: ReadCase, read_file: ReadFile) -> None:
        self.start = start
        self._read_file = read_file
        self._names = [own_name(start)]

    def __iter__(self) -> Iterator[Case]:
        """Give the cases of all earlier files, newest first; the files are read once somebody asks for the first."""
        yield from self.cases

    @property
    def before(self) -> ReadCase | None:
        """The file that this one follows; None where it follows none, or where that is not part of the chain."""
        return self._first if isinstance(self._first, ReadCase) else None

    @property
    def trouble_before(self) -> Break | None:
        """Why the file that this one follows is not part of the chain; None where it is, or where none is followed."""
        return self._first if isinstance(self._first, Break) else None

    @property
    def earlier(self) -> tuple[ReadCase, ...]:
        """All earlier files, newest first."""
        return self._all[0]

    @property
    def cases(self) -> tuple[Case, ...]:
        """The cases of all earlier files, newest first."""
        return tuple(read.case for read in self.earlier if read.case is not None)

    @property
    def trouble(self) -> Break | None:
        """Why the chain ends before its first meeting; None where it does not."""
        return self._all[1]

    def read(self, file: str) -> ReadCase | None:
        """Read any other file of the folder, None where that cannot be done."""
        try:
            return self._read_file(file) if is_a_name(file) else None
        except CannotFollowError:
            return None

    @cached_property
    def _first(self) -> ReadCase | Break | None:
        return self._step(self.start, 0, self._names)

    @cached_property
    def _all(self) -> tuple[tuple[ReadCase, ...], Break | None]:
        found: list[ReadCase] = []
        names = list(self._names)
        step = self._first
        while isinstance(step, ReadCase):
            found.append(step)
            names.append(own_name(step))
            step = self._step(step, len(found), names)
        return tuple(found), step

    def _step(self, here: ReadCase, back: int, names: list[str]) -> ReadCase | Break | None:
        """Go from a file to the one it follows."""
        file = followed(here.case)
        if not file:
            return None
        if not is_a_name(file):
            return Break("not-a-name", back, file)
        if _is_among(file, names):
            return Break("circular", back, file)
        if back >= MOST_EARLIER:
            return Break("too-many", back, file)
        try:
            read = self._read_file(file)
        except CannotFollowError as error:
            return Break(error.kind, back, file)
        trouble = _trouble(here, read, [*names, file])
        return Break(trouble, back, file, read) if trouble else read


def chain_of(read: ReadCase, read_file: ReadFile) -> Chain:
    """Give the chain of files that a case follows.

    Args:
        read: the case to start from.
        read_file: reads the file of a name in the same folder; called only with names that hold no folder, and only
            when something of the chain is asked for. It may raise CannotFollowError.
    """
    return Chain(read, read_file) if followed(read.case) else NO_CHAIN


def followed(case: Case | None) -> str:
    """Give the name of the file that a case follows; "" where it follows none."""
    return case.meeting.follows.strip() if case is not None and case.meeting is not None else ""


def closes_with(trouble: Break) -> str:
    """Give the name of the file that a circle comes back to."""
    return followed(trouble.read.case) if trouble.read is not None else trouble.file


def own_name(read: ReadCase) -> str:
    """Give the name of a case's file without its folder."""
    return read.source.name.replace("\\", "/").rpartition("/")[2]


def is_a_name(file: str) -> bool:
    """Tell whether a text is the name of a file and nothing else: no folder and no drive."""
    return bool(file) and file not in (".", "..") and not any(sign in file for sign in _IN_NO_NAME)


def _trouble(here: ReadCase, earlier: ReadCase, names: list[str]) -> Kind | None:
    if earlier.case is None:
        return "unreadable"
    if _is_among(followed(earlier.case), names):
        return "circular"
    if earlier.findings:
        return "errors"
    if here.case is not None and not are_of_one_family(earlier.case, here.case):
        return "another-family"
    return "not-earlier" if _is_after(earlier.case, here.case) else None


def _is_among(file: str, names: list[str]) -> bool:
    """Tell whether a name is one of some, also on a computer that takes large and small letters for the same."""
    return file.casefold() in (name.casefold() for name in names)


def _is_after(case: Case, other: Case | None) -> bool:
    day = case.meeting.date if case.meeting else None
    other_day = other.meeting.date if other and other.meeting else None
    return day is not None and other_day is not None and day > other_day


def are_of_one_family(case: Case, other: Case) -> bool:
    """Tell whether two cases are of one family: by the reference, or by a child that both have.

    A family that moves gets another authority's reference; its children keep their names and days of birth.
    """
    return case.reference.casefold() == other.reference.casefold() or not _children(case).isdisjoint(_children(other))


def _children(case: Case) -> set[tuple[str, object]]:
    return {
        (person.name.casefold(), person.born or person.due)
        for person in case.people.values()
        if person.role == "child" and person.name and (person.born or person.due)
    }


def _reads_none(_: str) -> ReadCase:
    raise CannotFollowError("missing")


# Of a case that stands alone, as what comes by standard input does, whatever it says it follows.
NO_CHAIN = Chain(ReadCase(None, Source("", "", None), [], frozenset()), _reads_none)

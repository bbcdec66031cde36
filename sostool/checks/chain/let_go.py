"""Marks of holding back that the same thing had in an earlier file and has no more in a later one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from sostool.case.model import Attendance, Case, Person
from sostool.case.model.marks import EVERYONE
from sostool.findings.finding import Path
from sostool.share.bars import every_part, withheld_from
from sostool.yamlfile.parts import Part

if TYPE_CHECKING:
    from sostool.story.same import Pairs

Mark: TypeAlias = Literal[
    "withhold", "sensitive", "subject", "side_of", "must_not_see", "protected", "attendance", "gone"
]
_APART = ("separately", "not-invited")
# Whoever has no id of their own, such as the practitioners as a whole, stands for everybody.
_ANYBODY = ""


class LetGo(NamedTuple):
    """A mark that is there no more: which, where now, where it was, and from whom it held something back.

    `from_whom` holds ids, and is for a person at a terminal only.
    """

    mark: Mark
    at: Path
    was: Path
    from_whom: str = ""


def let_go(earlier: Case, later: Case, pairs: Pairs) -> Iterator[LetGo]:
    """Give the marks of the earlier case that the same things do not have in the later one."""
    yield from _items(earlier, later, pairs)
    yield from _people(earlier, later)
    yield from _protected(earlier, later)
    yield from _attendance(later, pairs)


def _items(earlier: Case, later: Case, pairs: Pairs) -> Iterator[LetGo]:
    """Look at the items that both files have, the outer before the inner: what stands in one goes with it."""
    before, after = _Held(earlier, later), _Held(later, later)
    told: set[Path] = set()
    same = [(pair.earlier, pair.later) for pair in pairs.same] + [(one.earlier, one.later) for one in pairs.moved]
    for was, now in same:
        if getattr(was, "sensitive", None) and not getattr(now, "sensitive", None):
            yield LetGo("sensitive", now.path, was.path)
        lost = before.back_from(was) - after.back_from(now) if before.any else frozenset()
        if lost:
            if not any(now.path[:length] in told for length in range(len(now.path))):
                yield LetGo("withhold", now.path, was.path, ", ".join(sorted(lost - {_ANYBODY})) or EVERYONE)
            told.add(now.path)


class _Held:
    """From whom the items of a case are held back, by their own mark or that of something they stand in."""

    def __init__(self, case: Case, of: Case) -> None:
        """Take a case, and the one whose people are asked about."""
        self._people = (*of.people, _ANYBODY)
        self._from = {
            part.path: frozenset(id_ for id_ in self._people if withheld_from(part, id_))
            for part in every_part(case)
            if getattr(part, "withhold", None) is not None
        }
        self.any = bool(self._from)

    def back_from(self, part: Part) -> frozenset[str]:
        """Give from whom a part is held back."""
        path = part.path
        found: frozenset[str] = frozenset()
        for length in range(len(path) + 1) if self.any else ():
            found |= self._from.get(path[:length], frozenset())
        return found


def _people(earlier: Case, later: Case) -> Iterator[LetGo]:
    for id_, was in earlier.people.items():
        now = later.people.get(id_)
        if now is None:
            if was.must_not_see is not None or _is_held_back_from(earlier, id_):
                yield LetGo("gone", ("people",), was.path, id_)
            continue
        if was.subject is False and now.subject is not False:
            yield LetGo("subject", now.path, was.at("subject"))
        if was.side_of and was.side_of in later.people and now.side_of != was.side_of:
            yield LetGo("side_of", now.path, was.at("side_of"), was.side_of)
        lost = [one for one in _not_to_see(was) if one in later.people and one not in _not_to_see(now)]
        if lost:
            yield LetGo("must_not_see", now.path, was.at("must_not_see"), ", ".join(lost))


def _not_to_see(person: Person) -> tuple[str, ...]:
    return person.must_not_see.words_of if person.must_not_see is not None else ()


def _is_held_back_from(case: Case, id_: str) -> bool:
    if any(id_ in protected.from_ for protected in case.protected):
        return True
    marks = (getattr(part, "withhold", None) for part in every_part(case))
    return any(id_ in mark.from_ for mark in marks if mark is not None)


def _protected(earlier: Case, later: Case) -> Iterator[LetGo]:
    from sostool.story.said import words_of  # noqa: PLC0415 - seldom asked for

    kept: dict[tuple[str, ...], set[str]] = {}
    for entry in later.protected:
        for words in entry.words:
            kept.setdefault(words_of(words), set()).update(entry.from_)
    for entry in earlier.protected:
        for words in entry.words:
            now = kept.get(words_of(words), set())
            lost = [id_ for id_ in entry.from_ if (id_ == EVERYONE or id_ in later.people) and id_ not in now]
            if lost and EVERYONE not in now:
                yield LetGo("protected", ("protected",), entry.path, ", ".join(lost))
                break


def _attendance(later: Case, pairs: Pairs) -> Iterator[LetGo]:
    here = {one.who for one in later.meeting.attendance if one.part in _APART} if later.meeting else set()
    listed = {one.who: one.path for one in later.meeting.attendance} if later.meeting else {}
    earlier = [pair.earlier for pair in pairs.same_of("meeting.attendance")]
    for was in (*earlier, *pairs.gone_of("meeting.attendance")):
        if isinstance(was, Attendance) and was.part in _APART and was.who in later.people and was.who not in here:
            at = listed.get(was.who, ("meeting",))
            yield LetGo("attendance", at, was.path, was.who)

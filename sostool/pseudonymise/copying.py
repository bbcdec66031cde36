"""A copy of a case file in which names, numbers and addresses are invented, proved by reading it again."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from sostool.case.model import Case
from sostool.case.read import ReadCase, read_case
from sostool.case.schema import EDITOR_HEADER
from sostool.findings.finding import Finding, Place
from sostool.mend.edits import Edit, edited
from sostool.mend.values import values
from sostool.pseudonymise.comments import comments, is_bare
from sostool.pseudonymise.renaming import Change, Renaming, file_name
from sostool.pseudonymise.unlisted import unlisted
from sostool.pseudonymise.words import words
from sostool.pseudonymise.writing import edits_for, places_of
from sostool.yamlfile.source import MOST_BYTES, single_values

_LINE_END = re.compile(r"\r\n|[\r\n]")

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sostool.mend.values import Value

HEADER = (
    "# A pseudonymised copy: names, ids, numbers and addresses are invented, the days of dates of birth are gone.",
    "# What happened is not invented, so this is still personal data about a real family, if the file was about one.",
    "# Names in C are children, in P parents and carers, in N network, in W workers, in H helpers; Ex is no real one.",
)


class CannotCopyError(Exception):
    """A file with an error, in which nobody can say what stands where: the finding that says what is wrong."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.code)
        self.finding = finding


class TooLargeError(Exception):
    """The copy would be larger than a case file may be."""


class NotProvenError(Exception):
    """The copy would not say what it should, so it must not be written. This is a fault of ours."""


class ToLookAt(NamedTuple):
    """Something in the copy that a person has to look at: where it stands there, and its words."""

    place: Place
    words: str


class Copy(NamedTuple):
    """A copy: its bytes, its reference and the file name that goes with it, and what there is to say about it.

    `counts` says how often each kind of thing was replaced. `unlisted` are words with a capital that belong to nobody
    in the file, names written as one word, initials, dates of birth in another order, and long numbers; `unsure` are
    names replaced that may have been everyday words.
    """

    data: bytes
    file_name: str
    counts: dict[str, int]
    unlisted: tuple[ToLookAt, ...]
    unsure: tuple[ToLookAt, ...]


def pseudonymised(read: ReadCase, reference: str = "") -> Copy:
    """Make the copy.

    Args:
        read: the case file. Without an error only: else nobody could say what stands where.
        reference: the reference of the copy; an invented one where none is given.

    Raises:
        CannotCopyError: the file has an error.
        TooLargeError: the copy would be larger than a case file may be.
        NotProvenError: the copy does not say what it should, or holds something that should be gone.
    """
    if read.findings or read.case is None or read.source.root is None:
        raise CannotCopyError(read.findings[0])
    text, root = read.source.text, read.source.root
    found = list(values(root, Case))
    renaming = Renaming(read.case, found, reference)
    changes = renaming.changes()
    people = _keys_of_people(root)
    for key in people:
        changes[id(key)] = Change.whole(key.value, renaming.ids.people[key.value])
    edits: list[Edit] = []
    for node in single_values(root):
        if (change := changes.get(id(node))) and change.spots:
            edits += edits_for(node, text, change.spots)
    after = None
    for leave_lines in (False, True):
        removed = comments(root, text, leave_lines=leave_lines)
        header = _header(text)
        body = edited(text, [*edits, *removed])
        data = (header + body).encode()
        if len(data) > MOST_BYTES:
            raise TooLargeError
        after = read_case(data, read.source.name)
        pairs = _proven(root, after, changes, header)
        if pairs is not None:
            break
    else:
        raise NotProvenError
    assert after is not None
    if not renaming.is_gone(changes):
        raise NotProvenError
    counts = Counter(spot.kind for change in changes.values() for spot in change.spots)
    counts["comment"] = len(removed) - (1 if text.startswith(EDITOR_HEADER) else 0)
    counts["person"] = len(people)
    case = after.case
    assert case is not None
    date = case.meeting.date if case.meeting else None
    looking = _Looking(after, found, changes, pairs)
    return Copy(
        data,
        file_name(case.reference, date.isoformat() if date else ""),
        dict(counts),
        tuple(looking.unlisted(renaming)),
        tuple(looking.unsure()),
    )


def _keys_of_people(root: Node) -> list[ScalarNode]:
    for key, value in root.value if isinstance(root, MappingNode) else ():
        if key.value == "people" and isinstance(value, MappingNode):
            return [person for person, _ in value.value]
    return []


def _header(text: str) -> str:
    """Give the comments at the start of the copy, with the line ends of the file."""
    first = text.splitlines()[0] if text else ""
    lines = [EDITOR_HEADER] if first.rstrip() == EDITOR_HEADER else []
    end = "\r\n" if "\r\n" in text else "\n"
    return "".join(f"{line}{end}" for line in (*lines, *HEADER))


def _proven(root: Node, after: ReadCase, changes: dict[int, Change], header: str) -> dict[int, ScalarNode] | None:
    """Compare the file with its copy; give each value of the copy by that of the file, or None where they differ."""
    source = after.source
    if source.root is None or after.findings or not is_bare(source.root, source.text, header):
        return None
    pairs: dict[int, ScalarNode] = {}
    stack: list[tuple[Node, Node]] = [(root, source.root)]
    while stack:
        old, new = stack.pop()
        if type(old) is not type(new) or (len(old.value) != len(new.value) and not isinstance(old, ScalarNode)):
            return None
        if isinstance(old, ScalarNode) and isinstance(new, ScalarNode):
            change = changes.get(id(old))
            if new.value != (change.value if change else old.value):
                return None
            pairs[id(old)] = new
        elif isinstance(old, SequenceNode):
            stack += zip(old.value, new.value, strict=True)
        else:
            for before, now in zip(old.value, new.value, strict=True):
                stack += zip(before, now, strict=True)
    return pairs


class _Looking:
    """Finds what a person has to look at, and where it stands in the copy."""

    def __init__(
        self, after: ReadCase, found: list[Value], changes: dict[int, Change], pairs: dict[int, ScalarNode]
    ) -> None:
        self._source, self._pairs = after.source, pairs
        self._texts = [(value, changes[id(value.node)]) for value in found if id(value.node) in changes]
        self._lines = [0, *(found.end() for found in _LINE_END.finditer(after.source.text))]

    def unlisted(self, renaming: Renaming) -> Iterator[ToLookAt]:
        typed = [(value, change) for value, change in self._texts if change.is_text]
        small = {word.plain for _, change in typed for word in words(change.value) if word.typed.islower()}
        for value, change in typed:
            left = unlisted(
                change.value, change.stretches, small, renaming.everyday_names, renaming.born, renaming.is_glued
            )
            yield from self._placed(value, list(left))

    def unsure(self) -> Iterator[ToLookAt]:
        for value, change in self._texts:
            if value.path[-1] != "name":
                pairs = zip(change.stretches, change.spots, strict=True)
                yield from self._placed(value, [stretch for stretch, spot in pairs if spot.unsure])

    def _placed(self, value: Value, stretches: list[tuple[int, int]]) -> Iterator[ToLookAt]:
        if not stretches:
            return
        node = self._pairs[id(value.node)]
        places = places_of(node, self._source.text)
        for start, end in stretches:
            typed = node.value[start:end]
            if places is None:
                yield ToLookAt(self._source.place_of(node), typed)
                continue
            line = bisect_right(self._lines, places[start])
            column = places[start] - self._lines[line - 1] + 1
            yield ToLookAt(Place(line, column, line, column + end - start), typed)

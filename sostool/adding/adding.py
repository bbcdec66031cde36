"""Something added to a case file: found its place, put in, and proved."""

from __future__ import annotations

import codecs
from collections import Counter
from typing import NamedTuple

from sostool.adding.addition import Addition, CannotAddError
from sostool.adding.layout import Layout
from sostool.adding.placing import edits_for, find
from sostool.adding.proof import is_proven
from sostool.case.read import ReadCase, read_case
from sostool.findings.finding import Finding, Path
from sostool.mend.edits import Edit, OverlapError, chained, edited, in_order
from sostool.yamlfile.source import MOST_BYTES

# A text that was cut off can still be read as it stands; whatever else is wrong with the text itself cannot.
_MAY_STAY = frozenset(("YA113",))
_ANOTHER_WAY = "it is written in a way to which nothing can be added safely"


class HasErrorsError(Exception):
    """A file that a person has to put right first: the finding that says what is wrong."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.code)
        self.finding = finding


class NotSoundError(Exception):
    """What was to be added is wrong: the findings that the file would have because of it."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(findings[0].code)
        self.findings = findings


class TooLargeError(Exception):
    """The file would be larger than a case file may be."""


class Added(NamedTuple):
    """A case file after something was added: its bytes, read anew, and the edits that made them.

    `text` is the file's text before, of which the edits are.
    """

    text: str
    edits: tuple[Edit, ...]
    after: bytes
    read: ReadCase


def as_it_is(data: bytes, name: str) -> Added:
    """Read a case file to which something will be added.

    Args:
        data: the file's bytes.
        name: what it is called in messages.

    Raises:
        HasErrorsError: something is wrong with its text, so that nobody can tell what an edit would do.
    """
    read = read_case(data, name)
    bars = [finding for finding in read.findings if _bars(finding)]
    if bars or read.case is None or read.source.root is None or read.source.text_read is not read.source.text:
        raise HasErrorsError((bars or read.findings)[0])
    return Added(read.source.text, (), data, read)


def _bars(finding: Finding) -> bool:
    return finding.code.startswith("YA") and finding.code not in _MAY_STAY


def add(to: Added, addition: Addition) -> Added:
    """Add something to a case file, and prove that nothing else changes.

    Args:
        to: the file, perhaps with something added already.
        addition: what is added.

    Raises:
        CannotAddError: the file is written in a way to which it cannot be added by position.
        NotSoundError: what is added is wrong.
        TooLargeError: the file would grow too large.
    """
    root = to.read.source.root
    if root is None:
        raise CannotAddError(_ANOTHER_WAY)
    layout = Layout(to.read.source.text, root)
    mark = codecs.BOM_UTF8 if to.after.startswith(codecs.BOM_UTF8) else b""
    for blocks in (True, False):
        try:
            edits = in_order(edits_for(addition, layout, blocks=blocks))
        except OverlapError:
            continue
        after = mark + edited(layout.text, edits).encode()
        if len(after) > MOST_BYTES:
            raise TooLargeError
        read = read_case(after, to.read.source.name)
        if read.source.text_read is read.source.text and is_proven(root, read.source.root, addition):
            _look_for_new_findings(to.read, read)
            return Added(to.text, chained(to.text, to.edits, edits), after, read)
    raise CannotAddError(_ANOTHER_WAY)


def _look_for_new_findings(before: ReadCase, after: ReadCase) -> None:
    known = Counter((finding.code, finding.path) for finding in before.findings)
    new = []
    for finding in after.findings:
        if known[finding.code, finding.path]:
            known[finding.code, finding.path] -= 1
        else:
            new.append(finding)
    if new:
        raise NotSoundError(tuple(new))


def entries_at(path: Path, read: ReadCase) -> int:
    """Give how many entries the list at a path has."""
    root = read.source.root
    found = find(root, path) if root is not None else None
    return len(found.value.value) if found is not None and found.steps == len(path) else 0

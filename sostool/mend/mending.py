"""All that can be mended in one case file, found, put in and proved."""

from __future__ import annotations

import codecs
import datetime as dt
from collections.abc import Mapping
from typing import NamedTuple

from sostool.case.model import Case
from sostool.case.read import ReadCase, read_case
from sostool.findings.finding import Finding, Path, Place
from sostool.mend.abbreviations import abbreviations
from sostool.mend.dates import dates
from sostool.mend.edits import Edit, chained, edited
from sostool.mend.found import Left, Mend, Question, What
from sostool.mend.ids import ids
from sostool.mend.proof import prove
from sostool.mend.quotation_marks import quotation_marks
from sostool.mend.slips import Slips, slips
from sostool.mend.values import values
from sostool.profile import Profile
from sostool.yamlfile.source import MOST_BYTES

# A text that was cut off can still be read as it stands; whatever else is wrong with the text itself cannot.
_MAY_STAY = frozenset(("YA113",))


class CannotMendError(Exception):
    """A file that a person has to put right first: the finding that says what is wrong."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.code)
        self.finding = finding


class TooLargeError(Exception):
    """The mended file would be larger than a case file may be."""


class Done(NamedTuple):
    """One thing mended: what kind of thing, and where it stood."""

    what: What
    place: Place


class Mended(NamedTuple):
    """A case file before and after, the edits between them, and what only a person can do.

    `after` are the file's new bytes; they are the old ones where there is nothing to mend.
    """

    text: str
    edits: tuple[Edit, ...]
    after: bytes
    done: tuple[Done, ...]
    questions: tuple[Question, ...]
    left: tuple[Left, ...]


def mend_case(
    data: bytes, read: ReadCase, profile: Profile, today: dt.date, chosen: Mapping[Path, str] | None = None
) -> Mended:
    """Find everything that can be mended in a case file, and prove that nothing else changes.

    Args:
        data: the file's bytes.
        read: the same, read.
        profile: whose abbreviations are known.
        today: the day from which a year of two digits is told.
        chosen: what a person said about the questions of an earlier call, by their paths.

    Raises:
        CannotMendError: the file has to be put right by hand first.
        TooLargeError: the file would grow too large.
        NotProvenError: something is wrong with the edits.
    """
    first = _slips_of(read)
    between = read
    if first.edits:
        between = read_case(edited(read.source.text, first.edits).encode(), read.source.name)
        prove(read, between)
    _look_for_what_bars(between)
    found = _found_in(between, profile, today, chosen or {})
    mends = [one for one in found if isinstance(one, Mend)]
    second = [mend.edit for mend in mends]
    after = edited(between.source.text, second).encode()
    if len(after) > MOST_BYTES:
        raise TooLargeError
    if second:
        proven = read_case(after, read.source.name)
        prove(between, proven, mends)
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    return Mended(
        read.source.text,
        chained(read.source.text, first.edits, second),
        mark + after,
        tuple(
            sorted(
                [*(Done("quotation marks", place) for place in first.places), *_mends_done(between, mends)],
                key=lambda done: done.place,
            )
        ),
        tuple(one for one in found if isinstance(one, Question)),
        tuple(one for one in found if isinstance(one, Left)),
    )


def _slips_of(read: ReadCase) -> Slips:
    """Give the quotation marks with which a text becomes YAML; none where it is that already."""
    source = read.source
    if source.text_read is source.text:
        return Slips()
    found = slips(source)
    if found is None:
        raise CannotMendError(_first_of_the_text(read))
    return found


def _look_for_what_bars(read: ReadCase) -> None:
    """Stop where something is so wrong with the text that nobody can tell what an edit would do."""
    if read.case is None or any(_bars(finding) for finding in read.findings):
        raise CannotMendError(_first_of_the_text(read))


def _bars(finding: Finding) -> bool:
    return finding.code.startswith("YA") and finding.code not in _MAY_STAY


def _first_of_the_text(read: ReadCase) -> Finding:
    of_the_text = [finding for finding in read.findings if finding.code.startswith("YA")]
    return next((finding for finding in of_the_text if _bars(finding)), (of_the_text or read.findings)[0])


def _found_in(
    read: ReadCase, profile: Profile, today: dt.date, chosen: Mapping[Path, str]
) -> list[Mend | Question | Left]:
    source = read.source
    if source.root is None:
        return []
    every = list(values(source.root, Case))
    found: list[Mend | Question | Left] = [
        *ids(source),
        *dates(every, source, today, chosen),
        *quotation_marks(every, source),
    ]
    edited_so_far = {id(one.node) for one in found if isinstance(one, Mend)}
    # Two kinds of mend never meet in one value; if they did, the second would wait for the next time.
    found += [
        one
        for one in abbreviations(read, profile, today)
        if not isinstance(one, Mend) or id(one.node) not in edited_so_far
    ]
    return found


def _mends_done(read: ReadCase, mends: list[Mend]) -> list[Done]:
    return [Done(mend.what, read.source.place_of(mend.node)) for mend in mends]

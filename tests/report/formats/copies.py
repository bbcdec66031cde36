"""All documents of one reader in one format, and the proof that what is held back changes none of their bytes."""

from __future__ import annotations

import functools

from report.proof.made import example, held, read_plain
from report.proof.plain import reworded, without
from report.proof.readers import BLANK

from sostool.case.read import ReadCase
from sostool.profile.load import load_profile
from sostool.report.making.kinds import KINDS
from sostool.report.making.maker import Leaking, Maker, Refused
from sostool.report.making.workshop import Workshop
from sostool.share.readers import find_reader

SOME = [("mia-and-noah", "dean"), ("mia-and-noah-review", "lisa"), ("five-children", "room")]


@functools.cache
def workshop(profile: str) -> Workshop:
    loaded = load_profile(profile).profile
    assert loaded is not None
    return Workshop(loaded)


def documents(read: ReadCase, name: str, format_: str) -> dict[str, bytes]:
    """Give every document of a reader by its file's name."""
    assert read.case is not None
    by = workshop(read.case.profile or "england")
    maker = Maker(read, by)
    who = None if name == BLANK else find_reader(read.case, by.profile, name)
    made: dict[str, bytes] = {}
    for kind in KINDS.values():
        if who is None and not kind.blank:
            continue
        try:
            made |= {one.file_name: one.data for one in maker.make(kind, who, (format_,))}
        except Leaking:
            raise
        except Refused:
            continue
    return made


def assert_same_bytes(name: str, who: str, format_: str) -> None:
    """Find the same bytes in a reader's copies of an example without what is held back, and with other words there."""
    before = documents(read_plain(example(name)), who, format_)
    assert before or who in example(name)["people"]
    for change in (without, reworded):
        assert documents(read_plain(change(example(name), set(held(name, who)))), who, format_) == before

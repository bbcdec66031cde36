"""What has changed between two files, for one reader: the same when what either file holds back is not there at all."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, seed, settings
from hypothesis import strategies as st
from report.proof.families import READERS
from report.proof.made import _workshop, example, read_plain
from report.proof.plain import Data, Path, is_text, leaves, reworded, under, without
from report.proof.readers import BLANK, reader
from report.proof.redact import held_back
from report.proof.test_random_families import _LONG, _QUICK
from report.proof.two_meetings import (
    held_of_the_earlier,
    held_of_the_later,
    left_of_the_earlier,
    same_reader,
    three_meetings,
    two_meetings,
)

from sostool.report.making.kinds import CHANGES, KINDS, Kind
from sostool.report.making.maker import Maker, Refused
from sostool.share.make_changes import make_view_since
from sostool.share.readers import find_reader

_READERS = tuple(who for who in READERS if who != BLANK)
_TURNS = 4


def told(
    earlier: Data, later: Data, who: str, kinds: tuple[Kind, ...] = (CHANGES,), between: Sequence[Data] = ()
) -> dict[str, str]:
    """Give what documents that tell of changes are made of, for a reader; or why one is refused.

    What else stands in a report or in minutes is looked at where single files are.
    """
    read = read_plain(later)
    assert read.case is not None
    workshop = _workshop(read.case.profile or "england", drawn=False)
    maker = Maker(read, workshop, earlier=read_plain(earlier), between=[read_plain(one) for one in between])
    found = find_reader(read.case, workshop.profile, who)
    assert found is not None
    made = {}
    for kind in kinds:
        try:
            made[kind.name] = maker.make(kind, found, ("html",))[0].data.decode()
        except Refused as refused:
            made[kind.name] = str(refused)
    return made


def _assert_theirs(earlier: Data, later: Data, readers: Sequence[str], kinds: tuple[Kind, ...] = (CHANGES,)) -> None:
    for who in readers:
        out, now_out = held_of_the_earlier(earlier, later, who), held_of_the_later(later, who)
        made = told(earlier, later, who, kinds)
        text = " ".join(made.values())
        _assert_not_said(earlier, later, out, now_out, text, who)
        left = left_of_the_earlier(earlier, later, who)
        assert told(left, without(later, now_out), who, kinds) == made, f"deleted, for {who}"


def _assert_not_said(earlier: Data, later: Data, out: set[Path], now_out: set[Path], text: str, who: str) -> None:
    people = set(later["people"])
    open_now = {value for path, value in leaves(later) if not under(path, now_out)}
    for data, held in ((earlier, out), (later, now_out)):
        for path, value in leaves(data):
            if under(path, held) and is_text(path, value, people) and value not in open_now and " " in value:
                assert value not in text, f"{path} is held back from {who}"


@settings(_QUICK, max_examples=20)
@given(two_meetings(), st.integers(0, _TURNS - 1))
def test_changes_are_the_same_without_what_either_file_holds_back(both: tuple[Data, Data], turn: int) -> None:
    _assert_theirs(*both, _READERS[turn::_TURNS])


@pytest.mark.slow
@_LONG
@given(two_meetings())
def test_changes_of_many_families_are_the_same_without_what_either_file_holds_back(both: tuple[Data, Data]) -> None:
    _assert_theirs(*both, _READERS)


@settings(_QUICK, max_examples=20)
@given(three_meetings(), st.integers(0, _TURNS - 1))
def test_nothing_is_told_that_a_file_between_holds_back(files: tuple[Data, Data, Data], turn: int) -> None:
    earlier, between, later = files
    for who in _READERS[turn::_TURNS]:
        out, now_out = (held_of_the_later(one, who) for one in (between, later))
        text = " ".join(told(earlier, later, who, between=[between]).values())
        open_now = {value for path, value in leaves(later) if not under(path, now_out)}
        for path, value in leaves(between):
            if under(path, out) and is_text(path, value, set(between["people"])) and value not in open_now:
                assert " " not in value or value not in text, f"{path} was held back from {who}"


@pytest.mark.parametrize(
    "who",
    [*example("mia-and-noah-review")["people"], "room", "practitioners", "chair", "room:dean", "room:lisa"],
)
def test_changes_of_an_example_are_the_same_without_what_either_file_holds_back(who: str) -> None:
    earlier, later = example("mia-and-noah"), example("mia-and-noah-review")
    _assert_theirs(earlier, later, [who], (KINDS["report"], KINDS["minutes"], CHANGES))
    then = same_reader(earlier, later, who)
    own = held_back(earlier, then) if then is not None else set[Path]()
    assert told(reworded(earlier, own), later, who) == told(earlier, later, who)


def test_made_up_meetings_have_changes_to_tell_and_to_hold_back() -> None:
    # A proof over families in which nothing changes, or nothing is held back, would prove nothing.
    kinds, kept = set[str](), set[str]()

    @seed(2)
    @settings(_QUICK, max_examples=150, derandomize=False, database=None)
    @given(two_meetings())
    def look(both: tuple[Data, Data]) -> None:
        earlier, later = (read_plain(case).case for case in both)
        assert earlier is not None
        assert later is not None
        profile = _workshop("durham", drawn=False).profile
        for who in ("chair", "practitioners", "room", "lisa", "dean", "jo"):
            found = find_reader(later, profile, who)
            assert found is not None
            changed = make_view_since(later, profile, found, earlier).changes
            column = found.column.name.lower()
            kinds.update(f"{column} {entry.kind}" for entry in (changed.entries if changed is not None else ()))
            kinds.update(f"{column} number" for _ in (changed.numbers if changed is not None else ()))
            own = held_back(both[0], reader(both[0], who))
            kept.update(f"{column} {path[0]}" for path in held_of_the_earlier(*both, who) - own)

    look()
    for column in ("chair", "practitioners", "family", "room"):
        told_of = {kind.partition(" ")[2] for kind in kinds if kind.startswith(f"{column} ")}
        assert told_of >= {"number", "step-new", "worry-new", "danger-reworded"}
        assert told_of & {"step-dropped", "worry-gone", "strength-gone", "safety-gone", "rule-gone", "line-gone"}
    everywhere = {kind.partition(" ")[2] for kind in kinds}
    assert everywhere >= {
        "goal-new",
        "goal-gone",
        "strength-gone",
        "rule-new",
        "rule-changed",
        "rule-gone",
        "step-open",
    }
    assert kept >= {f"{column} {part}" for column in ("family", "room") for part in ("map", "dangers", "safety_plan")}

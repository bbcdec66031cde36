"""Over made-up families with marks in all combinations: documents are those of the file without what is held back."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from report.proof.families import READERS, families
from report.proof.made import documents, read_plain
from report.proof.plain import Data, dump, leaves, load, reworded, under, without
from report.proof.readers import BLANK, reader
from report.proof.redact import held_back

_TURNS = 4  # in a quick run each family is looked at by every fourth reader
# Without shrinking: it would take minutes to tell of a mistake that the slow run tells in small.
_QUICK = settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)
_LONG = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
_TURN = st.integers(0, _TURNS - 1)


def _assert_equal(data: Data, readers: Sequence[str]) -> None:
    whole = read_plain(data)
    for who in readers:
        places = held_back(data, reader(data, who))
        before = documents(whole, who)
        made = b" ".join(before.values()).decode()
        for path, text in leaves(data):
            if text.startswith("text ") and under(path, places):
                assert text not in made, f"{path} is held back from {who}"
        assert documents(read_plain(without(data, places)), who) == before, f"deleted, for {who}"
        assert documents(read_plain(reworded(data, places)), who) == before, f"reworded, for {who}"


@_QUICK
@given(families(), _TURN)
def test_documents_are_the_same_without_what_is_held_back(data: Data, turn: int) -> None:
    assert load(dump(data)) == data
    _assert_equal(data, READERS[turn::_TURNS])


@pytest.mark.slow
@_LONG
@given(families())
def test_documents_of_many_families_are_the_same_without_what_is_held_back(data: Data) -> None:
    _assert_equal(data, READERS)


def test_made_up_families_hold_back_and_give() -> None:
    # A proof over families with nothing to hold back, or nothing to give, would prove nothing.
    kept, given_ = set[str](), set[str]()

    @settings(_QUICK, max_examples=80)
    @given(families())
    def look(data: Data) -> None:
        for who in (BLANK, "chair", "practitioners", "room", "lisa", "dean", "jo", "mia", "noah"):
            standing = reader(data, who)
            places = held_back(data, standing)
            kept.update(f"{standing.column} {path[0]}" for path in places)
            made = b" ".join(documents(read_plain(data), who).values()).decode()
            given_.update(
                f"{standing.column} {path[0]}"
                for path, value in leaves(data)
                if value.startswith("text ") and value in made
            )

    look()
    columns = ("family", "network", "room")
    parts = ("map", "dangers", "voices", "safety_plan", "people", "meeting", "agency_reports", "shared", "scale")
    assert kept >= {f"{column} {part}" for column in columns for part in (*parts, "outcome")}
    assert kept >= {f"child {part}" for part in (*parts, "outcome", "words_for_child")}
    assert given_ >= {f"{column} outcome" for column in ("chair", "practitioners", *columns)}
    assert given_ >= {"child words_for_child", "child people"}
    assert not any(found.startswith("blank") for found in given_)

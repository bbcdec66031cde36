"""Over made-up families with marks in all combinations: a View is the one of the file without what is held back."""

from __future__ import annotations

import functools
from dataclasses import fields, is_dataclass
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from report.proof.families import READERS, families
from report.proof.made import read_plain
from report.proof.redact import Data, dump, held_back, leaves, load, reader, reworded, without

from sostool.case.model import Case
from sostool.profile import Profile
from sostool.profile.load import load_profile
from sostool.report.share.make_view import make_view
from sostool.report.share.readers import find_reader
from sostool.report.share.view import View

_QUICK = settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
_LONG = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


@functools.cache
def _profile() -> Profile:
    # One whose reports carry a recommendation.
    profile = load_profile("durham").profile
    assert profile is not None
    return profile


def _view(case: Case, who: str) -> View:
    found = find_reader(case, _profile(), who)
    assert found is not None
    return make_view(case, _profile(), found)


def _case(data: Data) -> Case:
    case = read_plain(data).case
    assert case is not None
    return case


def _assert_equal(data: Data) -> None:
    whole = _case(data)
    for who in READERS:
        places = held_back(data, reader(data, who))
        before = _view(whole, who)
        assert _view(_case(without(data, places)), who) == before, f"deleted, for {who}"
        assert _view(_case(reworded(data, places)), who) == before, f"reworded, for {who}"


@_QUICK
@given(families())
def test_views_are_the_same_without_what_is_held_back(data: Data) -> None:
    assert load(dump(data)) == data
    _assert_equal(data)


@pytest.mark.slow
@_LONG
@given(families())
def test_views_of_many_families_are_the_same_without_what_is_held_back(data: Data) -> None:
    _assert_equal(data)


def test_made_up_families_hold_back_and_give() -> None:
    # A proof over families with nothing to hold back, or nothing to give, would prove nothing.
    kept, given_ = set[str](), set[str]()

    @settings(_QUICK, max_examples=30)
    @given(families())
    def look(data: Data) -> None:
        for who in READERS:
            standing = reader(data, who)
            places = held_back(data, standing)
            kept.update(f"{standing.column} {path[0]}" for path in places)
            left = {value for _path, value in leaves(without(data, places)) if value.startswith("text ")}
            if any(text in left for text in _texts_of(_view(_case(data), who))):
                given_.add(standing.column)

    look()
    assert given_ >= {"chair", "practitioners", "family", "network", "room"}
    for part in ("map", "dangers", "voices", "safety_plan", "people", "meeting", "agency_reports", "shared", "scale"):
        for column in ("family", "network", "room"):
            assert f"{column} {part}" in kept


def _texts_of(part: Any) -> list[str]:
    if isinstance(part, str):
        return [part]
    if isinstance(part, tuple):
        return [text for value in part for text in _texts_of(value)]
    if is_dataclass(part):
        return [text for field in fields(part) for text in _texts_of(getattr(part, field.name))]
    return []

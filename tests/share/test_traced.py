"""A View of a traced case is equal to one of the case itself, and every text of the file in it knows its place."""

from __future__ import annotations

from typing import Any

import pytest
from builders import family, profile, put, read
from support.running import ROOT

from sostool.case.model import Case
from sostool.case.read import read_case
from sostool.findings.finding import Path
from sostool.share.make_view import make_view
from sostool.share.readers import everyone, find_reader
from sostool.share.traced import reached, traced
from sostool.yamlfile.parts import Part

EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))


def case_of(file: Any) -> Case:
    case = read_case(file.read_bytes(), file.name).case
    assert case is not None
    return case


def value_at(case: Case, path: Path) -> Any:
    value: Any = case
    for step in path:
        value = getattr(value, value.attributes[str(step)]) if isinstance(value, Part) else value[step]
    return value


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_the_views_are_equal(file: Any) -> None:
    case = case_of(file)
    for reader in everyone(case, profile()):
        assert make_view(traced(case), profile(), reader) == make_view(case, profile(), reader)


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_each_place_holds_what_has_reached_the_reader(file: Any) -> None:
    case = case_of(file)
    for reader in everyone(case, profile()):
        for path, value in reached(make_view(traced(case), profile(), reader)).items():
            stands_there = value_at(case, path)
            assert value in (stands_there, getattr(stands_there, "typed", None)) or stands_there in case.people


def test_a_withheld_text_has_not_reached_whom_it_is_withheld_from() -> None:
    items = [
        {"what": "One.", "children": ["mia"], "withhold": {"from": ["dean"]}},
        {"what": "Two.", "children": ["mia"]},
    ]
    case = read(put(family(), "map.working_well.strengths", items)).case
    assert case is not None
    for name, expected in (("dean", {1}), ("lisa", {0, 1}), ("chair", {0, 1})):
        reader = find_reader(case, profile(), name)
        assert reader is not None
        paths = reached(make_view(traced(case), profile(), reader))
        assert {
            number for number in (0, 1) if ("map", "working_well", "strengths", number, "what") in paths
        } == expected

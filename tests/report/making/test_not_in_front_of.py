"""Practitioners are told beside everything they get what must not be said in front of whom."""

from __future__ import annotations

import copy
import functools
import re
from collections.abc import Callable, Iterator

import pytest
from builders import Data, family, put, read
from report.making.every_key import every_key
from report.making.made_of_every_key import marker, places, workshop
from report.proof.plain import Path, at, dump, leaves, shape

from sostool.case.model import Attendance, Marked, Voice, WordsForChild
from sostool.case.model.outcome import PartSummary, Quorum
from sostool.case.read import ReadCase, read_case
from sostool.report.making.kinds import CHANGES, KINDS
from sostool.report.making.maker import Maker
from sostool.share.bars import every_part
from sostool.share.readers import find_reader

_KINDS = {
    "report": "practitioners",
    "minutes": "practitioners",
    "plan": "practitioners",
    "safety-plan": "practitioners",
    "map": "practitioners",
    "flip-chart": "practitioners",
    "running-sheet": "chair",
}
# These say so whether they are withheld or not: own words, and what was said in one part of the meeting.
_ALWAYS_MARKED = (Voice, PartSummary)


def _plain() -> Data:
    """Give the case in which every key is filled, with nothing to hold back."""
    data: Data = every_key(lambda path: marker(places()[path]))
    del data["people"]["dean"]["must_not_see"], data["map"]["worried"]["complicating"][0]["withhold"]
    del data["protected"]
    return data


@functools.cache
def _case() -> tuple[Data, ReadCase]:
    data = _plain()
    return data, _read(data)


def _read(data: Data) -> ReadCase:
    found = read_case(dump(data), "case.yaml")
    assert found.case is not None
    assert not found.findings, found.findings[:3]
    return found


def _drawn(found: ReadCase, reader: str, kind: str) -> str:
    maker = Maker(found, workshop())
    who = find_reader(maker.case, workshop().profile, reader)
    return workshop().draw(maker.document(KINDS[kind], who), "md").decode()


def _warnings(text: str, name: str) -> int:
    return sum(name in marks for marks in re.findall(r"Not in front of ([^\n|*]*)", text))


def _marked() -> Iterator[tuple[Path, type[Marked]]]:
    data, found = _case()
    assert found.case is not None
    for part in every_part(found.case):
        if isinstance(part, Marked) and isinstance(at(data, part.path), dict):
            yield part.path, type(part)


@functools.cache
def _before() -> dict[str, str]:
    return {kind: _drawn(_case()[1], reader, kind) for kind, reader in _KINDS.items()}


@pytest.mark.parametrize(
    ("path", "part"), [pytest.param(path, part, id=".".join(map(str, path))) for path, part in _marked()]
)
def test_what_is_withheld_from_one_of_the_family_says_so_wherever_practitioners_read_it(
    path: Path, part: type[Marked]
) -> None:
    data = copy.deepcopy(_case()[0])
    at(data, path)["withhold"] = {"from": ["ray"]}
    texts = {value for place, value in leaves(data) if place[: len(path)] == path and value.startswith("Leaf")}
    found, name = _read(data), data["people"]["ray"]["name"]
    for kind, before in _before().items():
        # Of a whole meeting the chair's sheet has the time and the place alone.
        if not any(text in before for text in texts) or (kind == "running-sheet" and path == ("meeting",)):
            continue
        after = _drawn(found, _KINDS[kind], kind)
        told, untold = _warnings(after, name), _warnings(before, name)
        assert told > untold or (issubclass(part, _ALWAYS_MARKED) and told == untold > 0), (kind, shape(path))


_BEFORE = " then"


def _reworded(data: Data) -> None:
    for path, value in list(leaves(data)):
        if value.startswith("Leaf") and path[0] in ("map", "safety_plan", "trajectory", "dangers", "scale"):
            at(data, path[:-1])[path[-1]] = value + _BEFORE


def _done_by_nobody(data: Data) -> None:
    for rule in data["safety_plan"]["rules"]:
        if isinstance(rule, dict):
            rule.pop("who", None)


def _changes(change: Callable[[Data], None], later: ReadCase) -> str:
    """Draw what has changed, for practitioners, since a file that was otherwise in one way."""
    earlier = _plain()
    earlier["meeting"]["date"] = "2025-12-01"
    change(earlier)
    maker = Maker(later, workshop(), earlier=_read(earlier))
    who = find_reader(maker.case, workshop().profile, "practitioners")
    return workshop().draw(maker.document(CHANGES, who), "md").decode()


@functools.cache
def _changes_before(change: Callable[[Data], None]) -> str:
    return _changes(change, _case()[1])


@pytest.mark.parametrize("change", [_reworded, _done_by_nobody])
@pytest.mark.parametrize(
    "path", [pytest.param(path, id=".".join(map(str, path))) for path, _ in _marked() if path[0] != "outcome"]
)
def test_what_has_changed_says_so_too(path: Path, change: Callable[[Data], None]) -> None:
    data = copy.deepcopy(_case()[0])
    at(data, path)["withhold"] = {"from": ["ray"]}
    texts = {value for place, value in leaves(data) if place[: len(path)] == path and value.startswith("Leaf")}
    before, name = _changes_before(change), data["people"]["ray"]["name"]
    if any(re.search(f"{text}(?!{_BEFORE})", before) for text in texts):
        assert _warnings(_changes(change, _read(data)), name) > _warnings(before, name)


def test_what_has_changed_tells_of_many_parts() -> None:
    told = "".join(_changes_before(change) for change in (_reworded, _done_by_nobody))
    assert "Leaf" in told
    for heading in ("Changed in the plan", "How the plan was used", "New worries", "What we found out", "New steps"):
        assert f"### {heading}" in told
    assert "**Who looks:** " in told


def test_there_are_many_parts_to_be_withheld() -> None:
    parts = {part for _, part in _marked()}
    assert len(parts) > 30
    assert {Attendance, Quorum, WordsForChild} <= parts


def feared_family() -> Data:
    return family(feared=True, side=True)


GREY, HARM = "map.worried.grey_areas", "map.worried.past_harm"


@pytest.mark.parametrize(
    ("path", "value", "kind", "item"),
    [
        (GREY, [{"what": "Zqmark", "who": ["priya"]}], "report", f"{GREY}.0"),
        (HARM, [{"what": "x", "impact": [{"child": "mia", "what": "Zqmark"}]}], "report", f"{HARM}.0.impact.0"),
        ("scale", {"ten": "a", "differences": "Zqmark", "ratings": [{"who": "cole", "score": 4}]}, "report", "scale"),
        ("agency_reports", [{"from": "Zqmark school", "children": ["mia"]}], "report", "agency_reports.0"),
        ("outcome.summary", "Zqmark", "minutes", "outcome"),
        ("outcome.contingency", "Zqmark", "minutes", "outcome"),
        ("outcome.attended", ["Zqmark school"], "minutes", "outcome"),
        ("outcome.dissent", [{"who": "cole", "says": "Zqmark"}], "minutes", "outcome.dissent.0"),
        ("outcome.participation", [{"child": "mia", "what": "Zqmark"}], "minutes", "outcome.participation.0"),
        ("outcome.plans", [{"child": "mia", "contingency": "Zqmark"}], "minutes", "outcome.plans.0"),
        # Whose help must not be known is never let through.
        ("people.jo.will", "Zqmark", "report", ""),
        ("core_groups", [{"what": "Zqmark", "attended": ["jo"]}], "report", ""),
    ],
)
def test_what_never_reaches_a_feared_person_says_so_unless_it_was_cleared(
    path: str, value: object, kind: str, item: str
) -> None:
    case = put(feared_family(), path, copy.deepcopy(value))
    told = _drawn(read(case), "practitioners", kind)
    assert "Zqmark" in told
    assert _warnings(told, "Dean") == _warnings(told, "Grandad Ray") == 1
    calm = put(family(), path, value)
    assert _warnings(_drawn(read(calm), "practitioners", kind), "Dean") == 0
    if item:
        put(case, f"{item}.cleared", {"for": ["room"], "by": "ann", "date": "2026-03-12"})
        assert _warnings(_drawn(read(case), "practitioners", kind), "Dean") == 0


def test_what_was_cleared_for_the_room_may_be_said_in_front_of_everyone() -> None:
    item: Data = {"what": "Zqmark", "said_by": ["lisa"]}
    case = put(feared_family(), "map.working_well.strengths", [item])
    assert _warnings(_drawn(read(case), "practitioners", "report"), "Dean") == 1
    item["cleared"] = {"for": ["room"], "by": "ann", "date": "2026-03-12"}
    assert "Not in front of" not in _drawn(read(case), "practitioners", "report")
    assert "Zqmark" in _drawn(read(case), "room", "map")


def test_what_was_said_in_one_part_is_not_for_those_who_were_not_in_it() -> None:
    case = put(family(), "outcome.parts", [{"who": "lisa", "summary": "Zqmark"}])
    put(case, "meeting.attendance", [{"who": "lisa", "part": "separately", "with": ["jo"]}])
    told = _drawn(read(case), "practitioners", "minutes")
    assert re.findall(r"Not in front of ([^\n|*]*)", told) == ["Mia, Dean, Grandad Ray and Kim"]


def test_only_practitioners_and_the_chair_are_told() -> None:
    case = put(feared_family(), "map.working_well.strengths", [{"what": "x", "said_by": ["lisa"]}])
    for name in ("lisa", "dean", "jo", "ray", "room"):
        assert "Not in front of" not in _drawn(read(case), name, "report")
    assert "Not in front of" in _drawn(read(case), "chair", "report")

"""What is caught is found without making every View: the same as when every reader's View is made and searched."""

from __future__ import annotations

import random
from typing import Any

import pytest
import yaml
from builders import Data, family, profile, put, read
from support.running import ROOT

from sostool.case.model import Case
from sostool.case.read import read_case
from sostool.findings.finding import Path, path_text
from sostool.report.making.kinds import KINDS
from sostool.report.making.maker import Maker, Refused
from sostool.report.making.workshop import Workshop
from sostool.share.all_texts import AllTexts
from sostool.share.caught import MANY, caught_for_everyone
from sostool.share.net import Caught, Net
from sostool.share.readers import Reader, as_child, everyone
from sostool.share.suspects import suspects
from sostool.share.traced import traced
from sostool.share.why import Why

EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))
STRENGTHS = "map.working_well.strengths"
RUN = "Lisa rings Jo at the shop on the corner when she is worried."


def of(reader: Reader, caught: Caught) -> set[tuple[str, Path, Why | None]]:
    whys = {*caught.runs.values(), *(None for _ in caught.protected)}
    return {(reader.name, caught.path, why) for why in whys}


def found(case: Case) -> set[tuple[str, Path, Why | None]]:
    texts = AllTexts(case)
    caught = caught_for_everyone(case, profile(), texts, suspects(case, texts))
    return {each for one in caught for each in of(one.reader, one.caught)}


def found_the_long_way(case: Case) -> set[tuple[str, Path, Why | None]]:
    places = set()
    for reader in everyone(case, profile()):
        for each in (reader, as_child(case, reader)):
            for one in Net(case, profile(), each).caught_in_view(traced(case)):
                places |= of(each, one)
    return places


def without_readers(found: set[tuple[str, Path, Why | None]]) -> set[tuple[Path, Why | None]]:
    return {(path, why) for _, path, why in found}


def texts_in(value: Any, path: Path = ()) -> list[tuple[Path, str]]:
    if isinstance(value, dict):
        return [one for key, inner in value.items() for one in texts_in(inner, (*path, key))]
    if isinstance(value, list):
        return [one for index, inner in enumerate(value) for one in texts_in(inner, (*path, index))]
    return [(path, value)] if isinstance(value, str) and value.count(" ") > 6 else []


def with_text(case: Any, path: Path, text: str) -> None:
    for step in path[:-1]:
        case = case[step]
    case[path[-1]] = text


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
@pytest.mark.parametrize("seed", range(3))
def test_a_text_copied_to_another_place_is_caught_as_it_is_when_every_view_is_searched(file: Any, seed: int) -> None:
    data = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - safe: strings only
    chance = random.Random(seed)
    texts = texts_in(data)
    for _ in range(12):
        (_, text), (place, old) = chance.choice(texts), chance.choice(texts)
        with_text(data, place, f"{old} {text}")
    people = list(data["people"])
    words = [chance.choice(chance.choice(texts)[1].split()), chance.choice(people)]
    protected = {"words": words, "from": chance.sample(people, 3)}
    data["protected"] = [*data.get("protected", []), protected]
    case = read_case(yaml.safe_dump(data, allow_unicode=True).encode(), "case.yaml").case
    assert case is not None
    here, everywhere = found(case), found_the_long_way(case)
    assert here <= everywhere
    assert without_readers(here) == without_readers(everywhere)
    readers = {name for name, _, _ in everywhere}
    assert len(readers) > MANY or here == everywhere


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_nothing_is_caught_in_an_example(file: Any) -> None:
    case = read_case(file.read_bytes(), file.name).case
    assert case is not None
    assert found(case) == found_the_long_way(case) == set()


def strengths(*items: Data, **people: bool) -> Data:
    return put(family(**people), STRENGTHS, [{"children": ["mia"], "said_by": ["cole"], **item} for item in items])


CAUGHT = {
    "a withheld sentence": strengths({"what": RUN, "withhold": {"from": ["dean"]}}, {"what": f"{RUN} Every time."}),
    "words of somebody frightened": strengths({"what": RUN, "said_by": ["lisa"]}, {"what": RUN.upper()}, feared=True),
    "a protected place": put(
        strengths({"what": "Jo lives at Fern Court."}), "protected", [{"words": ["fern court"], "from": ["dean"]}]
    ),
    "what Jo will do": put(
        put(strengths({"what": RUN}, feared=True), "people.jo.will", RUN), "people.jo.ring", "inner"
    ),
}


@pytest.mark.parametrize("name", CAUGHT)
def test_no_report_is_made_where_something_is_caught_and_one_is_made_where_nothing_is(name: str) -> None:
    case = read(CAUGHT[name]).case
    assert case is not None
    maker = Maker(read(CAUGHT[name]), Workshop(profile()))
    names = {name for name, _, _ in found(case)}
    refused = set()
    for reader in everyone(case, profile()):
        if reader.name in ("lisa", "dean", "practitioners", "room", "chair"):
            try:
                maker.make(KINDS["report"], reader, ("html", "md"))
            except Refused as reason:
                refused.add(reader.name if reason.leaks else "refused without a place")
    assert refused == names & {"lisa", "dean", "practitioners", "room", "chair"}
    assert "dean" in refused
    assert "lisa" not in refused


def test_it_tells_the_place_of_the_open_text_and_not_of_the_held_one() -> None:
    case = read(CAUGHT["a withheld sentence"]).case
    assert case is not None
    assert {path_text(path) for _, path, _ in found(case)} == {"map.working_well.strengths[1].what"}


def test_without_a_day_of_the_meeting_there_is_no_view_and_nothing_is_caught() -> None:
    case = read_case(b"sostool: 1\nreference: A-1\nmeeting: {kind: mapping}\n", "case.yaml").case
    assert case is not None
    assert found(case) == set()

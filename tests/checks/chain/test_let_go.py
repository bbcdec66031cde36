"""Whatever held something back in the earlier file and does not in the later one is found, on every kind of item."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from builders import family, put, read
from hypothesis import given, settings
from hypothesis import strategies as st
from report.making.every_key import every_key
from report.proof.families import families
from report.proof.made import read_plain
from report.proof.plain import Data, Path, at, load, without
from support.running import ROOT
from support.shuffled import shuffled

from sostool.case.model import Case, Marked
from sostool.checks.chain.let_go import LetGo, let_go
from sostool.findings.finding import path_text
from sostool.story.said import all_inside
from sostool.story.same import pairs

EXAMPLES = {file.stem: load(file.read_text("utf-8")) for file in sorted((ROOT / "examples").glob("*.yaml"))}
MARKS = ("withhold", "sensitive", "subject", "side_of", "must_not_see", "protected")
TEXT = "When Dean is angry he rings Ray and stays there."


def case_of(data: Data) -> Case:
    case = read_plain(data).case
    assert case is not None
    return case


def found(earlier: Data, later: Data) -> list[LetGo]:
    before, after = case_of(earlier), case_of(later)
    return list(let_go(before, after, pairs(before, after)))


def marks_in(data: Data, path: Path = ()) -> Iterator[Path]:
    """Give the place of every mark of holding back."""
    for step, value in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        if step in MARKS:
            yield (*path, step)
        elif step != "answers":
            yield from marks_in(value, (*path, step))


def is_held_back_further_out(data: Data, path: Path) -> bool:
    return any(
        isinstance(around := at(data, path[:length]), dict) and "withhold" in around for length in range(len(path) - 1)
    )


MARKED = [(name, path) for name, data in EXAMPLES.items() for path in marks_in(data)]


def test_the_examples_have_marks_of_every_kind() -> None:
    assert {path[-1] for _, path in MARKED} == {*MARKS}
    assert len(MARKED) > 40


@pytest.mark.parametrize(
    ("name", "path"), MARKED, ids=lambda one: one if isinstance(one, str) else ".".join(map(str, one))
)
def test_every_mark_of_the_examples_is_missed_when_it_goes(name: str, path: Path) -> None:
    data = EXAMPLES[name]
    left = without(data, {path})
    told = found(data, shuffled(left, 5))
    assert path[-1] in {one.mark for one in told}
    assert found(data, data) == []
    assert found(left, data) == []


@settings(max_examples=60, deadline=None)
@given(families(), st.data())
def test_every_mark_of_a_family_is_missed_when_it_goes(data: Data, choosing: st.DataObject) -> None:
    assert found(data, data) == []
    places = [path for path in marks_in(data) if not is_held_back_further_out(data, path)]
    places = [
        path for path in places if at(data, path) not in ("false", "true") or path[-1] in ("sensitive", "subject")
    ]
    places = [path for path in places if not (path[-1] == "sensitive" and at(data, path) == "false")]
    places = [path for path in places if not (path[-1] == "subject" and at(data, path) == "true")]
    # An entry that says nothing but its mark is no thing that anybody could carry over.
    places = [path for path in places if len(at(data, path[:-1])) > 1]
    if not places:
        return
    path = choosing.draw(st.sampled_from(places))
    told = {one.mark for one in found(data, without(data, {path}))}
    assert path[-1] in told


def test_every_kind_of_item_that_can_be_withheld_is_looked_at() -> None:
    data = every_key(lambda path: f"what stands at {' '.join(map(str, path))}")
    marked = [part.path for _, part in all_inside(case_of(data)) if isinstance(part, Marked)]
    places = [path for path in marked if isinstance(at(data, path), dict)]
    assert len(places) > 60
    for path in places:
        item = at(data, path)
        before = replaced(data, path, {**item, "withhold": {"from": ["dean"], "why": "x"}})
        after = replaced(data, path, {**item, "withhold": {"from": ["jo"]}})
        told = [(one.mark, one.at, one.from_whom) for one in found(before, after)]
        assert told[0] == ("withhold", path, "dean")


def replaced(data: Data, path: Path, value: Data) -> Data:
    if not path:
        return value
    step, *rest = path
    if isinstance(data, list):
        return [replaced(one, tuple(rest), value) if number == step else one for number, one in enumerate(data)]
    return {key: replaced(one, tuple(rest), value) if key == step else one for key, one in data.items()}


def told_of(earlier: dict[str, Data], later: dict[str, Data]) -> list[tuple[str, str, str, str]]:
    def made(parts: dict[str, Data]) -> Case:
        data = family()
        for path, value in parts.items():
            put(data, path, value)
        case = read(data).case
        assert case is not None
        return case

    before, after = made(earlier), made(later)
    return [
        (one.mark, path_text(one.at), path_text(one.was), one.from_whom)
        for one in let_go(before, after, pairs(before, after))
    ]


WELL, RULES = "map.working_well.strengths", "safety_plan.rules"


def test_a_mark_further_out_holds_back_what_stands_inside() -> None:
    inside = {WELL: [{"what": TEXT, "withhold": {"from": ["dean", "ray"]}}]}
    outside = {WELL: [TEXT], "map.working_well.withhold": {"from": ["dean", "ray", "jo"]}}
    assert told_of(inside, outside) == []
    assert told_of(outside, inside) == [("withhold", "map.working_well", "map.working_well", "dean, jo, ray")]
    less = {WELL: [TEXT], "map.working_well.withhold": {"from": ["ray"]}}
    assert told_of(inside, less) == [("withhold", f"{WELL}[0]", f"{WELL}[0]", "dean")]


def test_everyone_and_all_but_are_understood() -> None:
    def item(**mark: object) -> dict[str, Data]:
        return {WELL: [{"what": TEXT, "withhold": mark}]}

    everyone = [id_ for id_ in family()["people"] if id_ != "lisa"]
    assert told_of(item(**{"from": ["everyone"]}), item(all_but=["lisa"]))[0][3] == "lisa"
    assert told_of(item(all_but=["lisa"]), item(**{"from": ["everyone"]})) == []
    # The practitioners as a whole were kept out, and no list of ids keeps them out.
    assert told_of(item(all_but=["lisa"]), item(**{"from": everyone})) == [
        ("withhold", f"{WELL}[0]", f"{WELL}[0]", "everyone")
    ]


def test_a_sentence_that_has_moved_is_still_looked_at() -> None:
    held = {"what": TEXT, "withhold": {"from": ["dean"]}}
    assert told_of({WELL: [held]}, {RULES: [TEXT]}) == [("withhold", f"{RULES}[0]", f"{WELL}[0]", "dean")]
    assert told_of({WELL: [held]}, {RULES: [held]}) == []
    plan = {"outcome.plans": [{"child": "mia", "withhold": {"from": ["dean"]}, "actions": [{"what": TEXT}]}]}
    assert told_of(plan, {"map.needs_to_happen.next_steps": [TEXT]}) == [
        ("withhold", "map.needs_to_happen.next_steps[0]", "outcome.plans[0].actions[0]", "dean")
    ]


def test_somebody_who_is_gone_is_missed_only_where_something_was_held_back_from_them() -> None:
    people = {id_: one for id_, one in family()["people"].items() if id_ != "kim"}
    assert told_of({}, {"people": people}) == []
    assert told_of(
        {WELL: [{"what": TEXT, "withhold": {"from": ["kim"]}}]}, {"people": people, WELL: ["Mia reads."]}
    ) == [("gone", "people", "people.kim", "kim")]
    assert told_of({"protected": [{"words": ["Fern Court"], "from": ["kim"]}]}, {"people": people}) == [
        ("gone", "people", "people.kim", "kim")
    ]
    assert told_of({"people.kim.must_not_see": {"words_of": ["lisa"]}}, {"people": people}) == [
        ("gone", "people", "people.kim", "kim")
    ]


def test_fewer_are_not_to_be_heard() -> None:
    assert told_of(
        {"people.dean.must_not_see": {"words_of": ["lisa", "mia"]}},
        {"people.dean.must_not_see": {"words_of": ["mia", "jo"]}},
    ) == [("must_not_see", "people.dean", "people.dean.must_not_see", "lisa")]


def test_protected_words_may_stand_in_other_entries_and_other_letters() -> None:
    earlier = {"protected": [{"words": ["Fern Court", "12 Alder Walk"], "from": ["dean", "ray"]}]}
    apart = [{"words": ["FERN  court"], "from": ["ray", "dean"]}, {"words": ["12 alder walk"], "from": ["dean"]}]
    assert told_of(earlier, {"protected": [*apart, {"words": ["12 Alder Walk"], "from": ["ray"]}]}) == []
    assert told_of(earlier, {"protected": apart}) == [("protected", "protected", "protected[0]", "ray")]
    assert told_of(earlier, {"protected": [{"words": ["Fern Court", "12 Alder Walk"], "from": ["everyone"]}]}) == []
    everyone = {"protected": [{"words": ["Fern Court"], "from": ["everyone"]}]}
    assert told_of(everyone, earlier) == [("protected", "protected", "protected[0]", "everyone")]


@pytest.mark.parametrize("part", ["separately", "not-invited"])
def test_who_did_not_sit_with_everyone(part: str) -> None:
    earlier = {"meeting.attendance": [{"who": "dean", "part": part}]}
    assert told_of(earlier, {"meeting.attendance": [{"who": "dean", "part": "together"}]}) == [
        ("attendance", "meeting.attendance[0]", "meeting.attendance[0]", "dean")
    ]
    assert told_of(earlier, {}) == [("attendance", "meeting", "meeting.attendance[0]", "dean")]
    assert told_of(earlier, {"meeting.attendance": [{"who": "dean", "part": "not-invited"}]}) == []
    assert told_of({"meeting.attendance": [{"who": "dean", "part": "together"}]}, {}) == []

"""Who sees what: each item against each reader. It says what the View says, and why."""

from __future__ import annotations

from typing import Any

import pytest
from builders import Data, family, profile, put, read, texts
from examples.example_families import family as example
from hypothesis import HealthCheck, Phase, given, settings
from report.proof.families import families
from report.proof.made import read_plain

from sostool.case.model import Case
from sostool.case.paths import by_id
from sostool.findings.finding import path_text
from sostool.profile import Profile
from sostool.share.make_view import make_view
from sostool.share.policy import may_have
from sostool.share.readers import Column, Reader, everyone, find_reader
from sostool.share.reasons import Reason
from sostool.share.sight import Cell
from sostool.share.standing import Standing
from sostool.share.who_sees import Row, WhoSees, who_sees

EXAMPLES = (
    "early-help",
    "five-children",
    "mia-and-noah",
    "mia-and-noah-review",
    "network-of-fifteen",
    "self-harm",
    "unborn-baby",
)
_QUICK = settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)


def table_of(data: Data, *names: str) -> WhoSees:
    found = read(data).case
    assert found is not None
    readers = [find_reader(found, profile(), name) for name in names]
    return who_sees(found, profile(), [reader for reader in readers if reader is not None])


def cells(data: Data, path: str, *names: str) -> list[Cell]:
    """Give the cells of one item for some readers."""
    table = table_of(data, *names)
    source = read(data).source
    (row,) = [row for row in table.rows if path_text(by_id(row.path, source)) == path]
    return list(row.cells)


def cell(data: Data, path: str, name: str) -> Cell:
    (found,) = cells(data, path, name)
    return found


def with_strength(**keys: Any) -> Data:
    return put(family(feared=True, side=True), "map", {"working_well": {"strengths": [{"what": "She sings.", **keys}]}})


STRENGTH = "map.working_well.strengths[0]"


def reaches(row: Row, cell: Cell, key: str) -> bool:
    """Tell whether a key of an item reaches a reader, by the table."""
    assert key in row.keys
    return cell.state in ("yes", "stops") or (
        cell.state == "partly" and all(key not in missing.keys for missing in cell.missing)
    )


def assert_it_is_what_the_views_hold(case: Case, of: Profile) -> tuple[int, int]:
    """Compare each text that stands once in the file with the Views; give how many reach a reader and how many not."""
    readers = everyone(case, of)
    table = who_sees(case, of, readers)
    assert [reader.name for reader in table.readers] == [reader.name for reader in readers]
    where: dict[str, list[tuple[Row, str]]] = {}
    for row in table.rows:
        for key in row.keys:
            value = getattr(row.part, row.part.attributes[key])
            for text in value if isinstance(value, tuple) else (value,):
                if isinstance(text, str) and text not in case.people:
                    where.setdefault(str(text), []).append((row, key))
    given_, kept = 0, 0
    for index, reader in enumerate(readers):
        view = make_view(case, of, reader)
        held = set(texts(view))
        for text, places in where.items():
            if len(places) != 1 or text in _ALWAYS or " " not in text:
                continue
            row, key = places[0]
            is_there = text in held
            assert reaches(row, row.cells[index], key) == is_there, (path_text(row.path), key, reader.name)
            given_, kept = given_ + is_there, kept + (not is_there)
    for row in table.rows:
        for reader, one in zip(readers, row.cells, strict=True):
            assert_the_reason_is_true(case, reader, row, one)
    return given_, kept


_ALWAYS = frozenset(("", "ten-is-safe"))


def assert_the_reason_is_true(case: Case, reader: Reader, row: Row, one: Cell) -> None:
    """Ask the same that the making of a View asks, about the case itself."""
    standing = Standing(case, reader)
    if one.state != "no":
        assert one.state != "partly" or one.missing
        return
    assert one.reason is not None
    assert one.reason.kind not in ("cleared", "shared")
    if one.reason.place or row.part.path != row.path:
        return
    if one.reason.kind in ("withheld", "only-for"):
        assert standing.is_barred(row.part)
    elif one.reason.kind == "rule":
        assert not may_have(standing, one.reason.row, row.part)
    elif one.reason.kind == "sensitive":
        assert not standing.may_have_sensitive(row.part)
    elif one.reason.kind == "nothing":
        assert reader.column is Column.NOTHING


@pytest.mark.parametrize("name", EXAMPLES)
def test_of_each_example_it_says_what_the_views_hold(name: str) -> None:
    one = example(name)
    given_, kept = assert_it_is_what_the_views_hold(one.case, one.profile)
    assert given_ > 100
    assert kept > 50


@_QUICK
@given(families())
def test_of_made_up_families_it_says_what_the_views_hold(data: Data) -> None:
    case = read_plain(data).case
    assert case is not None
    assert_it_is_what_the_views_hold(case, profile(case.profile or "england"))


def test_what_no_mark_holds_back_goes_to_those_whom_the_table_gives_it() -> None:
    assert [one.state for one in cells(with_strength(), STRENGTH, "practitioners", "lisa", "dean", "kim", "mia")] == [
        "yes",
        "yes",
        "yes",
        "no",
        "no",
    ]


def test_the_row_and_the_rule_say_why_the_table_does_not_give_it() -> None:
    assert cell(with_strength(), STRENGTH, "kim").reason == Reason(
        "rule", row="map", column="network", rule="What the reader said, did or saw."
    )


def test_of_what_is_withheld_it_says_from_whom_and_whether_that_is_agreed() -> None:
    mark = {"from": ["dean", "ray"], "why": "x"}
    assert cell(with_strength(withhold=mark), STRENGTH, "dean").reason == Reason("withheld", ("dean", "ray"))
    agreed = mark | {"agreed_by": "ann", "date": "2026-03-12"}
    assert cell(with_strength(withhold=agreed), STRENGTH, "dean").reason == Reason(
        "withheld", ("dean", "ray"), by="ann"
    )
    only = cell(with_strength(withhold={"all_but": ["lisa"]}), STRENGTH, "cole")
    assert only == Cell("no", Reason("only-for", ("lisa",)))


def test_of_words_that_must_not_reach_somebody_it_says_whose_they_are() -> None:
    said = with_strength(said_by=["jo", "lisa"])
    dean, ray, room, priya = cells(said, STRENGTH, "dean", "ray", "room", "priya")
    assert dean == Cell("no", Reason("words", ("jo", "lisa"), "dean"), about_fear=True)
    assert ray == Cell("no", Reason("side", ("jo", "lisa"), "dean"), about_fear=True)
    assert room == Cell("no", Reason("words", ("jo", "lisa"), "dean"), about_fear=True)
    assert priya == Cell("yes")


def test_what_was_cleared_is_told_as_cleared() -> None:
    cleared = with_strength(said_by=["lisa"], cleared={"for": ["dean"], "by": "ann", "date": "2026-03-12"})
    assert cell(cleared, STRENGTH, "dean") == Cell("yes", Reason("cleared", ("dean",), by="ann"), about_fear=True)
    assert cell(cleared, STRENGTH, "lisa") == Cell("yes")


def test_a_sensitive_matter_is_told_as_that_adults_own() -> None:
    data = with_strength(sensitive=True, about=["lisa"])
    assert cell(data, STRENGTH, "dean") == Cell("no", Reason("sensitive", ("lisa",)))
    assert cell(data, STRENGTH, "lisa").state == "yes"


def test_what_belongs_to_a_danger_that_is_held_back_says_so() -> None:
    data = put(family(), "dangers.0.withhold", {"from": ["dean"]})
    put(data, "safety_plan", {"rules": [{"what": "Ring Jo.", "danger": "hurting"}]})
    assert cell(data, "safety_plan.rules[0]", "dean").reason == Reason("withheld", ("dean",), place=("dangers", 0))


def test_what_stands_under_what_is_held_back_says_so() -> None:
    data = put(family(), "map", {"working_well": {"strengths": ["She sings."], "withhold": {"from": ["dean"]}}})
    assert cell(data, STRENGTH, "dean").reason == Reason("withheld", ("dean",), place=("map", "working_well"))


def test_of_what_reaches_a_reader_in_part_it_names_the_keys_that_do_not() -> None:
    data = put(family(feared=True), "dangers.0.scale", {"ten": "A", "zero": "B", "differences": "They differ."})
    dean = cell(data, "dangers.hurting.scale", "dean")
    assert dean.state == "partly"
    assert [(missing.keys, missing.reason.rule) for missing in dean.missing] == [
        (("differences",), "Anyone but a feared reader; a feared one only if it was cleared.")
    ]
    assert dean.about_fear


def test_a_name_left_out_beside_a_statement_is_told() -> None:
    data = put(family(feared=True), "dangers.0.worried", ["priya", "lisa"])
    dean = cell(data, "dangers.hurting", "dean")
    assert dean.missing[0].keys == ("worried",)
    assert dean.missing[0].reason.whom == ("lisa",)
    assert dean.about_fear
    assert cell(data, "dangers.hurting", "lisa") == Cell("yes")


def test_protected_words_stop_the_documents_of_those_they_are_protected_from() -> None:
    data = put(with_strength(), "protected", [{"words": ["Fern Court"], "from": ["dean"]}])
    put(data, "people.ray.knows_about", ["hurting"])
    put(data, "dangers.0.statement", "Priya is worried about Fern Court.")
    assert cell(data, "dangers.hurting", "dean") == Cell("stops", Reason("protected"))
    assert cell(data, "dangers.hurting", "ray").state == "stops"  # he is of Dean's side
    assert cell(data, "dangers.hurting", "lisa") == Cell("yes")


def test_what_repeats_something_held_back_stops_the_documents_too() -> None:
    said = "She goes to her sister in Alder Walk whenever he drinks"
    data = with_strength(withhold={"from": ["dean"]}, what=said)
    put(data, "dangers.0.statement", f"{said}.")
    assert cell(data, "dangers.hurting", "dean") == Cell("stops", Reason("repeats"))


def test_what_a_child_gets_is_told_by_what_their_page_holds() -> None:
    assert cell(with_strength(), STRENGTH, "mia") == Cell("no", Reason("child"))


def test_what_only_a_childs_page_holds_is_told_whoever_is_asked_about() -> None:
    words = [{"child": "mia", "text": ["Mum got hurt."], "agreed_with": ["lisa"], "date": "2026-03-14"}]
    data = put(with_strength(), "words_for_child", words)
    assert cell(data, "words_for_child[0]", "mia").state == "yes"
    assert cell(data, "words_for_child[0]", "dean") == Cell("no", Reason("unnamed"))


def test_somebody_who_gets_nothing_is_told_so_everywhere() -> None:
    table = table_of(with_strength(), "una")
    assert {row.cells[0].reason for row in table.rows if row.cells[0].state == "no"} == {Reason("nothing")}
    assert [path_text(row.path) for row in table.rows if row.cells[0].state != "no"] == ["reference", "meeting"]


def test_registers_are_for_the_chair_alone() -> None:
    table = table_of(with_strength(), "lisa", "practitioners")
    row = next(row for row in table.rows if row.path == ("people", "dean", "must_not_see"))
    assert row.cells == (Cell("no", Reason("chair")), Cell("no", Reason("chair")))


def test_an_item_that_says_only_yes_or_no_is_told_too() -> None:
    data = put(family(), "outcome", {"dissent": [{"none": True}], "attended": ["lisa"]})
    put(data, "outcome.decisions", [{"child": "mia", "reasons": "r"}])
    practitioners, lisa = cells(data, "outcome.dissent[0]", "practitioners", "lisa")
    assert practitioners.state == "yes"
    assert lisa.state == "no"


def test_the_chairs_judgement_on_enough_agencies_is_told_though_it_is_only_yes_or_no() -> None:
    data = put(family(), "outcome", {"quorum": {"quorate": True}, "attended": ["lisa"]})
    put(data, "outcome.decisions", [{"child": "mia", "reasons": "r"}])
    practitioners, lisa = cells(data, "outcome.quorum", "practitioners", "lisa")
    assert practitioners == Cell("yes")
    assert lisa.reason is not None
    assert (lisa.state, lisa.reason.row) == ("no", "quorum")


def test_what_stands_in_no_document_is_listed_apart() -> None:
    data = put(with_strength(), "answers", [{"check": "DS104", "at": "dangers.hurting", "reason": "r", "who": "priya"}])
    table = table_of(data, "lisa")
    assert table.unseen == (("answers", 0),)
    assert all(row.path[0] != "answers" for row in table.rows)


def test_items_stand_in_the_order_of_the_file() -> None:
    one = example("mia-and-noah-review")
    table = who_sees(one.case, one.profile, everyone(one.case, one.profile))
    lines = [one.read.source.place(row.path).line for row in table.rows]
    assert lines == sorted(lines)
    assert len({row.path for row in table.rows}) == len(table.rows)


def test_readers_who_get_the_same_stand_together() -> None:
    groups = table_of(with_strength(), "practitioners", "lisa", "priya", "sal", "dean", "cole").alike()
    assert [[reader.name for reader in group] for group in groups] == [
        ["practitioners", "priya", "cole"],
        ["lisa", "sal"],
        ["dean"],
    ]


def test_one_from_whom_more_is_held_back_stands_alone() -> None:
    data = with_strength(withhold={"from": ["cole"]})
    groups = table_of(data, "priya", "cole", "practitioners").alike()
    assert [[reader.name for reader in group] for group in groups] == [["priya"], ["cole", "practitioners"]]


def test_a_row_knows_whose_words_it_carries() -> None:
    data = with_strength(said_by=["lisa"])
    table = table_of(data, "dean")
    said = [path_text(row.path) for row in table.rows if row.carries_words_of("lisa")]
    assert said == ["people.lisa", STRENGTH]


def test_the_order_of_readers_and_of_the_rest_changes_nothing() -> None:
    data = with_strength(said_by=["jo", "lisa"])
    whole = table_of(data, "dean", "room", "ray")
    for index, name in enumerate(("dean", "room", "ray")):
        assert [row.cells[0] for row in table_of(data, name).rows] == [row.cells[index] for row in whole.rows]

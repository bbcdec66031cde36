"""A reader's documents are the same, byte for byte, when what is held back from them is not in the file at all."""

from __future__ import annotations

import pytest
from report.proof.made import EXAMPLES, all_pairs, documents, example, held, original, read_plain, readers
from report.proof.plain import dump, leaves, load, reworded, under, without
from report.proof.readers import reader

from sostool.report.making.kinds import KINDS
from sostool.report.making.maker import FORMATS

PAIRS = all_pairs()


def test_there_are_examples_and_each_has_readers() -> None:
    assert len(EXAMPLES) >= 7
    assert len(PAIRS) > 150
    assert {"report", "map"} <= set(KINDS)
    assert {"html", "md"} <= set(FORMATS)


@pytest.mark.parametrize("name", [file.stem for file in EXAMPLES])
def test_writing_an_example_again_changes_no_document(name: str) -> None:
    file = next(file for file in EXAMPLES if file.stem == name)
    data = example(name)
    assert load(dump(data)) == data
    assert load(file.read_bytes()) == data
    assert len(original(name, "chair")) >= 4


@pytest.mark.parametrize("name", [file.stem for file in EXAMPLES])
def test_every_example_holds_something_back_and_nothing_from_the_chair(name: str) -> None:
    people = example(name)["people"]
    kept = {who: sum(under(path, held(name, who)) for path, _ in leaves(example(name))) for who in readers(name)}
    assert not any(kept[who] for who in kept if who == "chair" or people.get(who, {}).get("role") == "chair")
    assert all(kept[who] for who in kept if people.get(who, {}).get("role") in ("parent", "network", "partner"))
    assert kept["room"]
    assert sum(kept.values()) > 100


def test_every_kind_is_made_for_somebody_and_refused_to_somebody() -> None:
    made: dict[str, set[str]] = {kind: set() for kind in KINDS}
    refused: dict[str, set[str]] = {kind: set() for kind in KINDS}
    for name, who in PAIRS:
        files = original(name, who)
        for kind in KINDS:
            if kind in files:
                refused[kind].add(_column(name, who))
            elif any(file.startswith(f"{example(name)['reference']}-{kind}-") for file in files):
                made[kind].add(_column(name, who))
    assert all(made.values())
    assert {kind for kind in KINDS if "child" in made[kind]} == {"child", "my-views", "invitation", "leaflet"}
    assert {kind for kind in KINDS if "blank" in made[kind]} == {"my-views", "agency-report", "invitation", "leaflet"}
    assert made["running-sheet"] == made["withheld-register"] == {"chair"}
    assert "family" in refused["minutes"] & refused["child"]


def _column(name: str, who: str) -> str:
    return reader(example(name), who).column


@pytest.mark.parametrize(("name", "who"), PAIRS)
def test_a_copy_is_the_same_when_what_is_held_back_is_deleted(name: str, who: str) -> None:
    left = without(example(name), set(held(name, who)))
    assert documents(read_plain(left), who) == original(name, who)


@pytest.mark.parametrize(("name", "who"), PAIRS)
def test_a_copy_is_the_same_when_what_is_held_back_says_something_else(name: str, who: str) -> None:
    other = reworded(example(name), set(held(name, who)))
    if other != example(name):
        assert documents(read_plain(other), who) == original(name, who)


def _assert_same_bytes(name: str, who: str) -> None:
    before = original(name, who, drawn=True)
    for change in (without, reworded):
        assert documents(read_plain(change(example(name), set(held(name, who)))), who, drawn=True) == before


@pytest.mark.parametrize(("name", "who"), PAIRS[::11])
def test_every_format_of_some_copies_is_the_same_to_the_byte(name: str, who: str) -> None:
    _assert_same_bytes(name, who)


@pytest.mark.slow
@pytest.mark.parametrize(("name", "who"), PAIRS)
def test_every_format_of_every_copy_is_the_same_to_the_byte(name: str, who: str) -> None:
    _assert_same_bytes(name, who)

"""A reader's documents are the same, byte for byte, when what is held back from them is not in the file at all."""

from __future__ import annotations

import pytest
from report.proof.made import EXAMPLES, all_pairs, documents, example, held, original, read_plain, readers, under
from report.proof.redact import dump, leaves, load, reworded, without

from sostool.report.documents import KINDS
from sostool.report.render import FORMATS

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


@pytest.mark.parametrize(("name", "who"), PAIRS)
def test_a_copy_is_the_same_when_what_is_held_back_is_deleted(name: str, who: str) -> None:
    left = without(example(name), set(held(name, who)))
    assert documents(read_plain(left), who) == original(name, who)


@pytest.mark.parametrize(("name", "who"), PAIRS)
def test_a_copy_is_the_same_when_what_is_held_back_says_something_else(name: str, who: str) -> None:
    other = reworded(example(name), set(held(name, who)))
    if other != example(name):
        assert documents(read_plain(other), who) == original(name, who)

"""What can be added is declared: every question asks for a key that there is, at a place that there is."""

from __future__ import annotations

import pytest

from sostool.adding.placing import part_at
from sostool.adding.things import RATING, THINGS, Thing
from sostool.case.model import Case, Danger
from sostool.yamlfile.kinds import Kind
from sostool.yamlfile.parts import ByIdKind, ItemsKind

EVERY = [*THINGS.values(), RATING]


@pytest.mark.parametrize("thing", EVERY, ids=lambda thing: thing.name)
def test_questions_ask_for_keys_of_the_part_and_begin_with_what_is_needed(thing: Thing) -> None:
    keys = [question.key for question in thing.questions]
    assert set(keys) - {thing.which} <= set(thing.part.keys)
    assert all(isinstance(thing.kind_of(key), Kind) for key in keys)
    assert len(set(keys)) == len(keys)
    assert thing.questions[0].needed
    assert thing.needed


@pytest.mark.parametrize("thing", THINGS.values(), ids=lambda thing: thing.name)
def test_it_goes_into_the_list_that_holds_such_parts(thing: Thing) -> None:
    above = part_at(thing.path[:-1])
    assert above is not None
    kind = above.keys[str(thing.path[-1])].kind
    assert isinstance(kind, ItemsKind | ByIdKind)
    assert kind.part is thing.part


def test_parts_by_path() -> None:
    assert part_at(()) is Case
    assert part_at(("dangers", 0)) is Danger
    assert part_at(("people",)) is None
    assert part_at(("people", "mia")) is THINGS["person"].part
    assert part_at(("dangers", 0, "scale", "ratings", 2)) is RATING.part

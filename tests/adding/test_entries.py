"""From what is known of a thing to what is added: ids, and the voice that `new-case` has left empty."""

from __future__ import annotations

import datetime as dt

import builders
import pytest

from sostool.adding.addition import Addition
from sostool.adding.entries import CHILDREN_OF, NOBODY_ELSE, PARENTS_OF, add_entry, notes_on, open_steps
from sostool.adding.ratings import OTHERS_ARE_WITHHELD
from sostool.adding.things import THINGS
from sostool.case.model import Case
from sostool.yamlfile.writing import Value


def case(**more: object) -> Case:
    found = builders.read(builders.family() | more).case
    assert found is not None
    return found


def test_keys_are_in_the_order_of_the_questions_and_empty_ones_are_left_out() -> None:
    values: dict[str, Value] = {"due": dt.date(2026, 3, 20), "what": "x", "who": [], "danger": ""}
    (made,) = add_entry(THINGS["step"], values, case())
    assert made == Addition(("map", "needs_to_happen", "next_steps"), {"what": "x", "due": dt.date(2026, 3, 20)}, True)
    assert list(made.value) == ["what", "due"]  # type: ignore[arg-type]


def test_a_person_gets_an_id_that_nobody_has() -> None:
    def id_of(name: str) -> object:
        (made,) = add_entry(THINGS["person"], {"name": name, "role": "network"}, case())
        assert not made.is_entry
        return made.path

    assert id_of("Zoë Łoś") == ("people", "zoe")
    assert id_of("Uncle Jo") == ("people", "jo-2")
    assert id_of("Everyone") == ("people", "everyone-2")
    assert id_of("محمد") == ("people", "person")


def test_a_danger_without_an_id_gets_one_that_names_nobody() -> None:
    (made,) = add_entry(THINGS["danger"], {"statement": "x"}, case())
    assert made.value == {"id": "danger-2", "statement": "x"}
    (made,) = add_entry(THINGS["danger"], {"statement": "x", "id": "drinking"}, case())
    assert made.value == {"id": "drinking", "statement": "x"}


def test_an_empty_voice_is_filled_in_and_one_with_words_is_left() -> None:
    values = {"who": "mia", "how": "three-houses", "worries": ["x"]}
    empty = case(voices=[{"who": "lisa", "words": ["y"]}, {"who": "mia", "worries": []}])
    assert add_entry(THINGS["voice"], values, empty) == [
        Addition(("voices", 1, "how"), "three-houses"),
        Addition(("voices", 1, "worries"), ["x"]),
    ]
    full = case(voices=[{"who": "mia", "worries": ["z"]}])
    assert add_entry(THINGS["voice"], values, full) == [Addition(("voices",), values, is_entry=True)]


def test_what_to_know() -> None:
    assert notes_on(THINGS["voice"], {"who": "mia"}, case()) == [NOBODY_ELSE]
    assert notes_on(THINGS["voice"], {"who": "mia", "may_share": ["lisa"]}, case()) == []
    withheld = case(voices=[{"who": "mia", "words": ["x"], "withhold": {"from": ["dean"]}}])
    assert notes_on(THINGS["voice"], {"who": "mia"}, withheld) == [NOBODY_ELSE, OTHERS_ARE_WITHHELD]
    assert notes_on(THINGS["voice"], {"who": "mia", "may_share": ["lisa"]}, withheld) == [OTHERS_ARE_WITHHELD]
    assert notes_on(THINGS["person"], {"role": "child"}, case()) == [PARENTS_OF]
    assert notes_on(THINGS["person"], {"role": "parent"}, case()) == [CHILDREN_OF]
    assert notes_on(THINGS["person"], {"role": "parent", "parent_of": ["mia"]}, case()) == []
    assert notes_on(THINGS["person"], {"role": "network"}, case()) == []


def test_the_step_that_is_done_is_known_by_its_id_its_words_or_its_first_words() -> None:
    steps = [
        {"what": "Ring Ray."},
        {"what": "Ring Ray. And Jo.", "id": "ray"},
        {"what": "Ring Bo.", "done": "2026-03-01"},
        {"what": "none", "none": True},
        "Ring Sal.",
    ]
    open_ = case(map={"needs_to_happen": {"next_steps": steps}})
    assert [step.what for step in open_steps(open_)] == ["Ring Ray.", "Ring Ray. And Jo.", "Ring Sal."]

    def added(which: str) -> list[Addition]:
        return add_entry(THINGS["done"], {"what": which, "done": dt.date(2026, 3, 20), "result": "Done."}, open_)

    for which, number in (("ring  RAY.", 0), ("ray", 1), ("Ring Ray. And", 1), ("Ring S", 4)):
        place = ("map", "needs_to_happen", "next_steps", number)
        assert added(which) == [
            Addition((*place, "done"), dt.date(2026, 3, 20)),
            Addition((*place, "result"), "Done."),
        ]
    for which, why in (("Ring", "Several"), ("Ring Bo.", "No open"), ("none", "No open"), ("", "No open")):
        with pytest.raises(ValueError, match=why):
            added(which)


def test_a_visit_goes_to_each_child_and_who_looks_stands_in_a_check() -> None:
    visit: dict[str, Value] = {"children": ["mia", "noah"], "date": dt.date(2026, 3, 20), "alone": False}
    said: dict[str, Value] = {"date": dt.date(2026, 3, 20), "alone": False}
    assert add_entry(THINGS["seen"], visit, case()) == [
        Addition(("people", child, "seen"), said, is_entry=True) for child in ("mia", "noah")
    ]
    (rule,) = add_entry(THINGS["rule"], {"what": "x", "check": ["priya"]}, case())
    assert rule == Addition(("safety_plan", "rules"), {"what": "x", "check": {"who": ["priya"]}}, is_entry=True)

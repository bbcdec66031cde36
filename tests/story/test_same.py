"""Which parts of two files are the same thing: by id, by what tells them apart, by their words, in any order."""

from __future__ import annotations

from collections import Counter

import pytest
from builders import family, put, read
from hypothesis import given, settings
from hypothesis import strategies as st
from report.making.every_key import read_every_key
from report.proof.families import families
from report.proof.made import read_plain
from report.proof.plain import Data, load
from support.running import ROOT
from support.shuffled import shuffled

from sostool.case.model import Case
from sostool.case.read import read_case
from sostool.findings.finding import path_text
from sostool.story.said import said
from sostool.story.same import Pairs, pairs

EXAMPLE_FOLDER = ROOT / "examples"
FILES = sorted(EXAMPLE_FOLDER.glob("*.yaml"))
_FEW = settings(max_examples=40, deadline=None)


def case_of(data: Data) -> Case:
    case = read(data).case
    assert case is not None
    return case


def example(name: str) -> Case:
    case = read_case((EXAMPLE_FOLDER / name).read_bytes(), name).case
    assert case is not None
    return case


def told(found: Pairs) -> tuple[Counter[tuple[str, ...]], ...]:
    """Give what was found without any place in it."""
    return (
        Counter((one.kind, said(one.earlier), said(one.later)) for one in found.same),
        Counter((one.kind, said(one.part)) for one in found.gone),
        Counter((one.kind, said(one.part)) for one in found.new),
        Counter((one.kind, said(one.earlier), one.later_kind, said(one.later)) for one in found.moved),
    )


def paths(found: Pairs, kind: str) -> list[tuple[str, str]]:
    return [(path_text(one.earlier.path), path_text(one.later.path)) for one in found.same_of(kind)]


def march(path: str, *items: object) -> Case:
    return case_of(put(family(), path, list(items)))


STEPS = "map.needs_to_happen.next_steps"
WELL = "map.working_well.strengths"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_file_is_the_same_as_itself(file: object) -> None:
    case = example(file.name)  # type: ignore[attr-defined]
    found = pairs(case, case)
    assert (found.gone, found.new, found.moved) == ((), (), ())
    assert all(one.earlier is one.later for one in found.same)
    assert len(found.same) > 10


def test_a_file_with_every_key_is_the_same_as_itself() -> None:
    case = read_every_key(lambda path: " ".join(map(str, path))).case
    assert case is not None
    found = pairs(case, case)
    assert (found.gone, found.new) == ((), ())
    assert all(said(one.earlier) == said(one.later) for one in found.same)


@_FEW
@given(families(), st.integers(0, 99))
def test_order_says_nothing(data: Data, seed: int) -> None:
    one, other = read_plain(data).case, read_plain(shuffled(data, seed)).case
    assert one is not None
    assert other is not None
    found = pairs(one, other)
    assert (found.gone, found.new, found.moved) == ((), (), ())
    assert all(said(pair.earlier) == said(pair.later) for pair in found.same)


@_FEW
@given(families(), families(), st.integers(0, 99), st.integers(0, 99))
def test_order_says_nothing_between_two_files(first: Data, second: Data, seed: int, other_seed: int) -> None:
    cases = [read_plain(one).case for one in (first, second, shuffled(first, seed), shuffled(second, other_seed))]
    assert told(pairs(cases[0], cases[1])) == told(pairs(cases[2], cases[3]))  # type: ignore[arg-type]


@_FEW
@given(families(), families())
def test_backwards_it_is_the_same(first: Data, second: Data) -> None:
    one, other = read_plain(first).case, read_plain(second).case
    assert one is not None
    assert other is not None
    forth, back = pairs(one, other), pairs(other, one)
    assert told(forth)[0] == Counter((kind, after, before) for kind, before, after in told(back)[0].elements())
    assert told(forth)[1:3] == (told(back)[2], told(back)[1])


@_FEW
@given(families(), families())
def test_each_part_stands_in_one_place(first: Data, second: Data) -> None:
    one, other = read_plain(first).case, read_plain(second).case
    assert one is not None
    assert other is not None
    found = pairs(one, other)
    before = Counter([pair.earlier.path for pair in found.same] + [alone.part.path for alone in found.gone])
    after = Counter([pair.later.path for pair in found.same] + [alone.part.path for alone in found.new])
    assert set(before.values()) | set(after.values()) <= {1}


def test_the_review_carries_on_what_the_first_meeting_began() -> None:
    for earlier, later in (("mia-and-noah.yaml", "mia-and-noah-review.yaml"),):
        data = load((EXAMPLE_FOLDER / later).read_text("utf-8"))
        plain = pairs(example(earlier), example(later))
        mixed = read_plain(shuffled(data, 7)).case
        assert mixed is not None
        assert told(pairs(example(earlier), mixed)) == told(plain)
    assert paths(plain, "dangers") == [("dangers[0]", "dangers[0]")]
    assert len(paths(plain, "dangers.scale.ratings")) == 6
    assert paths(plain, STEPS) == [
        (f"{STEPS}[0]", f"{STEPS}[0]"),
        (f"{STEPS}[1]", f"{STEPS}[1]"),
    ]
    assert [path_text(one.path) for one in plain.gone_of("map.worried.complicating")] == ["map.worried.complicating[0]"]
    assert [one.id for one in plain.new_of("people")] == ["ken", "bev"]  # type: ignore[attr-defined]
    assert plain.gone_of("dangers", "people", STEPS, "safety_plan.rules", "protected") == ()


def test_by_id_before_all_else() -> None:
    earlier = march(STEPS, {"id": "ring", "what": "Ray rings Priya."}, {"id": "card", "what": "Dean makes a card."})
    later = march(STEPS, {"id": "card", "what": "Ray rings Priya."}, {"id": "ring", "what": "Dean makes a card."})
    assert paths(pairs(earlier, later), STEPS) == [(f"{STEPS}[0]", f"{STEPS}[1]"), (f"{STEPS}[1]", f"{STEPS}[0]")]


def test_an_id_that_was_given_since_or_taken_away() -> None:
    earlier = march(STEPS, "Ray rings Priya.", {"id": "card", "what": "Dean makes a card."})
    later = march(STEPS, "Dean makes a card.", {"id": "ring", "what": "Ray rings Priya."})
    assert paths(pairs(earlier, later), STEPS) == [(f"{STEPS}[0]", f"{STEPS}[1]"), (f"{STEPS}[1]", f"{STEPS}[0]")]


def test_the_same_sentence_in_other_letters_and_signs() -> None:
    earlier = march(WELL, "Mia’s nan – Zoë – reads to her.", "Ray fetches her.")
    later = march(WELL, "Ray fetches her!", "Mia's nan, ZOE, reads to her")
    assert paths(pairs(earlier, later), WELL) == [(f"{WELL}[0]", f"{WELL}[1]"), (f"{WELL}[1]", f"{WELL}[0]")]


def test_a_step_that_was_done_is_the_same_step() -> None:
    earlier = march(STEPS, {"what": "Priya asks the landlord.", "who": ["priya"], "due": "2026-03-24"})
    later = march(STEPS, {"what": "Priya asks the landlord.", "done": "2026-03-20", "result": "It is in."})
    assert paths(pairs(earlier, later), STEPS) == [(f"{STEPS}[0]", f"{STEPS}[0]")]


def test_ratings_are_the_same_by_person_and_day_whatever_they_say() -> None:
    def ratings(*given: tuple[str, str, int]) -> Case:
        return case_of(
            put(
                family(),
                "scale",
                {"ratings": [{"who": who, "date": f"2026-03-{day}", "score": score} for who, day, score in given]},
            )
        )

    found = pairs(
        ratings(("mia", "10", 4), ("mia", "11", 4), ("lisa", "10", 4)),
        ratings(("lisa", "10", 9), ("mia", "12", 4), ("mia", "10", 5)),
    )
    assert paths(found, "scale.ratings") == [
        ("scale.ratings[0]", "scale.ratings[2]"),
        ("scale.ratings[2]", "scale.ratings[0]"),
    ]
    assert len(found.gone_of("scale.ratings")) == len(found.new_of("scale.ratings")) == 1


def test_two_numbers_of_one_day_are_told_apart_by_what_they_say() -> None:
    slip = {"who": "mia", "date": "2026-03-10", "score": 9, "reason": "It was misread on the sheet."}
    right = {"who": "mia", "date": "2026-03-10", "score": 4, "corrects": "2026-03-10", "reason": "It is quiet now."}
    earlier = case_of(put(family(), "scale", {"ratings": [slip, right]}))
    later = case_of(put(family(), "scale", {"ratings": [right, {**slip, "given": "form"}]}))
    assert paths(pairs(earlier, later), "scale.ratings") == [
        ("scale.ratings[0]", "scale.ratings[1]"),
        ("scale.ratings[1]", "scale.ratings[0]"),
    ]


def test_of_several_with_one_key_the_very_same_go_together_first_and_then_what_is_left() -> None:
    def scores(*given: int) -> Case:
        ratings = [{"who": "mia", "date": "2026-03-10", "score": score} for score in given]
        return case_of(put(family(), "scale", {"ratings": ratings}))

    assert paths(pairs(scores(4, 5), scores(5, 9)), "scale.ratings") == [
        ("scale.ratings[0]", "scale.ratings[1]"),
        ("scale.ratings[1]", "scale.ratings[0]"),
    ]
    found = pairs(scores(4, 5, 6), scores(9))
    assert (len(found.same_of("scale.ratings")), len(found.gone_of("scale.ratings"))) == (1, 2)


def test_a_voice_of_another_day_is_another_voice() -> None:
    earlier = march("voices", {"who": "mia", "date": "2026-03-10", "worries": ["I hide on the stairs."]})
    later = march("voices", {"who": "mia", "date": "2026-05-10", "worries": ["I hide on the stairs."]})
    found = pairs(earlier, later)
    assert (len(found.gone_of("voices")), len(found.new_of("voices"))) == (1, 1)


def test_what_stands_in_something_gone_is_not_listed_and_of_something_alone_under_its_key_it_is() -> None:
    rule = {"what": "Dean rings Ray when he is angry.", "used": [{"date": "2026-03-01", "worked": True}]}
    earlier, later = march("safety_plan.rules", rule), case_of(family())
    found = pairs(earlier, later)
    assert [one.kind for one in found.gone] == ["safety_plan", "safety_plan.rules"]
    assert [one.kind for one in pairs(later, earlier).new] == ["safety_plan", "safety_plan.rules"]


def test_a_sentence_in_another_part_of_the_file_has_moved() -> None:
    text = "When Dean is angry he rings Ray and stays there."
    earlier, later = march(WELL, text, "Mia reads."), march("safety_plan.rules", text)
    found = pairs(earlier, later)
    assert [(one.kind, one.later_kind) for one in found.moved] == [(WELL, "safety_plan.rules")]
    assert found.new_of("safety_plan.rules") == ()
    assert [path_text(one.path) for one in found.gone_of(WELL)] == [f"{WELL}[1]"]


def test_an_action_of_the_plan_that_becomes_a_step_has_moved() -> None:
    action = {"what": "Priya asks the landlord for a new lock.", "who": ["priya"], "due": "2026-03-24"}
    earlier = march("outcome.plans", {"child": "mia", "actions": [action]})
    later = march(STEPS, {**action, "children": ["mia"]})
    found = pairs(earlier, later)
    assert [(one.kind, one.later_kind) for one in found.moved] == [("outcome.plans.actions", STEPS)]
    before = earlier.outcome.plans[0].actions[0]  # type: ignore[union-attr]
    after = found.moved[0].later
    assert found.later_of(before) is after
    assert found.earlier_of(after) is before


def test_parts_are_found_again_from_either_side() -> None:
    earlier, later = march(WELL, "Mia reads.", "Ray rings."), march(WELL, "Ray rings.", "Noah sleeps.")
    found = pairs(earlier, later)
    before = earlier.map.working_well.strengths  # type: ignore[union-attr]
    after = later.map.working_well.strengths  # type: ignore[union-attr]
    assert [found.later_of(one) for one in before] == [None, after[0]]
    assert [found.earlier_of(one) for one in after] == [before[1], None]


def test_marks_are_not_parts_by_themselves() -> None:
    item = {"what": "Lisa texted Jo.", "withhold": {"from": ["dean"]}, "cleared": {"for": ["dean"]}}
    found = pairs(march(WELL, item), march(WELL, "Lisa texted Jo."))
    kinds = [*(one.kind for one in found.same), *(one.kind for one in found.gone)]
    assert not [kind for kind in kinds if "withhold" in kind or "cleared" in kind]
    assert len(found.same_of(WELL)) == 1

"""What of an earlier file nobody is told who is not to have it by now, or was not to have it in between."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from builders import Data, family, holds, profile, put, read

from sostool.share.make_changes import make_view_since
from sostool.share.readers import find_reader
from sostool.share.view_changes import ViewChanges

STEPS = "map.needs_to_happen.next_steps"
STRENGTHS = "map.working_well.strengths"
RULES = "safety_plan.rules"
FROM_DEAN: Data = {"withhold": {"from": ["dean"]}}
SAID = "Dean reads to both children at bedtime"
LONGER = "Dean reads to both children at bedtime and does the voices"
SUNDAYS = "Dean reads to the children on Sundays"
GARDEN = "Aunt Jo has a garden with a swing"


def files(path: str, *items: list[Any]) -> list[Data]:
    """Give the files of meetings three months apart, which differ in one list."""
    found = []
    for number, listed in enumerate(items):
        case = family()
        for person in case["people"].values():
            person.pop("knows_about", None)
        case["meeting"] |= {"date": f"2026-{3 + 3 * number:02}-17"}
        found.append(put(case, path, copy.deepcopy(listed)))
    return found


def told(cases: list[Data], name: str = "dean") -> ViewChanges | None:
    """Give what has changed since the first of some files."""
    earlier, *between, later = (read(case).case for case in cases)
    assert earlier is not None
    assert later is not None
    who = find_reader(later, profile(), name)
    assert who is not None
    return make_view_since(later, profile(), who, earlier, [case for case in between if case is not None][::-1]).changes


def changes(cases: list[Data], name: str = "dean") -> list[tuple[str, str, str]]:
    """Give the kind of each change, the words of then and those of now."""
    found = told(cases, name)
    assert found is not None
    return [(one.kind, one.then.what if one.then else "", one.now.what if one.now else "") for one in found.entries]


# --- what else is like it ------------------------------------------------------------------------------------------


def test_what_is_held_back_takes_nothing_away_from_what_the_reader_has() -> None:
    held = {"what": SAID + " when his brother is not there", **FROM_DEAN}
    then, now = [{"what": SAID}], [{"what": SAID + " daily"}, held]
    assert changes(files(RULES, then, now)) == [("rule-changed", SAID, SAID + " daily")]
    assert changes(files(RULES, then, now[:1])) == [("rule-changed", SAID, SAID + " daily")]


def test_what_is_more_like_something_held_back_is_not_told_once_more() -> None:
    cases = files(RULES, [{"what": SAID}], [{"what": SUNDAYS}, {"what": LONGER, **FROM_DEAN}])
    assert changes(cases) == [("rule-new", "", SUNDAYS)]
    assert ("rule-new", "", SUNDAYS) in changes(cases, "lisa")


@pytest.mark.parametrize("held", [SAID, LONGER])
def test_an_id_that_is_given_to_other_words_does_not_tell_words_that_are_held_back_now(held: str) -> None:
    then = [{"id": "a", "what": SAID}]
    now = [{"id": "a", "what": GARDEN}, {"id": "b", "what": held, **FROM_DEAN}]
    assert changes(files(RULES, then, now)) == [("rule-new", "", GARDEN)]
    # Where they stand open as well, nothing is lost by them.
    now.append({"id": "c", "what": held})
    assert [kind for kind, *_ in changes(files(RULES, then, now))] == ["rule-changed", "rule-new"]


def test_words_that_are_held_back_now_in_another_part_of_the_file_are_not_told() -> None:
    cases = files(RULES, [{"id": "a", "what": SAID}], [{"id": "a", "what": GARDEN}])
    put(cases[1], "chronology", [{"date": "2026-05-01", "what": SAID.upper() + ".", **FROM_DEAN}])
    assert changes(cases) == [("rule-new", "", GARDEN)]
    assert changes(cases, "lisa") == [("rule-changed", SAID, GARDEN)]
    put(cases[1], STRENGTHS, [{"what": SAID}])
    assert changes(cases)[-1] == ("rule-changed", SAID, GARDEN)


def test_a_danger_that_is_held_back_under_a_new_id_is_not_told() -> None:
    hit = "Priya is worried that Dean hits Lisa while Mia is watching."
    hits = "Priya is worried that Dean hits Lisa again while Mia is watching them."
    drink = "Mr Cole is worried that nobody fetches Mia when somebody has been drinking."
    then = [{"id": "a", "statement": hit, "goal": {"statement": "Dean stays calm."}}]
    now = [{"id": "a", "statement": drink}, {"id": "b", "statement": hits, **FROM_DEAN}]
    cases = files("dangers", then, now)
    put(cases[0], STEPS, [{"what": SAID, "danger": "a"}])
    found = told(cases)
    assert changes(cases) == [("danger-new", "", drink)]
    assert not holds(found, "hits Lisa")
    assert not holds(found, "calm")
    assert ("danger-reworded", hit, drink) in changes(cases, "lisa")


def test_how_a_rule_is_looked_at_says_nothing_once_it_is_held_back() -> None:
    check = {"who": ["jo"], "how": "Jo asks Mia every Friday."}
    cases = files(RULES, [{"what": SAID, "check": check}], [{"what": SAID, "check": check | FROM_DEAN}])
    assert changes(cases) == []
    cases[1]["safety_plan"]["rules"][0]["check"]["how"] = "Jo rings Mia's teacher."
    assert changes(cases) == []
    assert [kind for kind, *_ in changes(cases, "lisa")] == ["rule-changed"]
    cases[1]["safety_plan"]["rules"][0]["if_not"] = "Ring Priya."
    (only,) = told(cases).entries  # type: ignore[union-attr]
    assert only.kind == "rule-changed"
    assert only.then is not None
    assert (only.then.check, only.then.check_how) == ((), "")


# --- words that are protected since --------------------------------------------------------------------------------


def test_a_name_that_is_protected_by_now_is_left_out_beside_an_item() -> None:
    cases = files(STEPS, [{"what": SAID, "who": ["kim", "lisa"]}], [])
    cases[0]["people"]["kim"]["name"] = "Kim Fernley"
    cases[1]["people"]["kim"]["name"] = "Kim Fernley"
    put(cases[1], "protected", [{"words": ["Fernley"], "from": ["dean"]}])
    for reader, who in (("dean", ("Lisa",)), ("lisa", ("Kim Fernley", "Lisa"))):
        found = told(cases, reader)
        assert found is not None
        assert [entry.item.who for entry in found.entries] == [who]
    del cases[1]["people"]["kim"]
    assert not holds(told(cases), "Fernley")


def test_a_number_whose_name_is_protected_by_now_is_left_out() -> None:
    cases = files(STEPS, [], [])
    for number, case in enumerate(cases):
        given = [{"who": "priya", "date": f"2026-0{2 + 3 * number}-10", "score": 5}]
        given += [{"who": "cole", "date": "2026-02-10", "score": 3}] if number == 0 else []
        put(case, "dangers.0.scale", {"ten": "a", "ratings": given})
    put(cases[1], "protected", [{"words": ["Cole"], "from": ["dean"]}])
    names = [[move.name for moves in told(cases, who).numbers for move in moves.moves] for who in ("dean", "lisa")]  # type: ignore[union-attr]
    assert names == [["Priya Shah"], ["Priya Shah", "Mr Cole"]]


# --- files between -------------------------------------------------------------------------------------------------


def test_what_was_held_back_in_between_stays_back() -> None:
    then = [{"what": SAID}]
    assert changes(files(STRENGTHS, then, [], [])) == [("strength-gone", SAID, "")]
    for held in (SAID, LONGER):
        cases = files(STRENGTHS, then, [{"what": held, **FROM_DEAN}], [])
        assert changes(cases) == []
        assert changes(cases, "lisa") == [("strength-gone", SAID, "")]
    # What is open by now is open.
    assert changes(files(STRENGTHS, then, [{"what": SAID, **FROM_DEAN}], then)) == []


def test_who_was_feared_in_between_is_told_no_words_of_those_who_feared_them() -> None:
    cases = files(STRENGTHS, [{"what": SAID, "said_by": ["lisa"]}], [], [])
    cases[1]["people"]["dean"]["must_not_see"] = {"words_of": ["lisa"]}
    assert changes(cases) == []
    assert changes(cases, "cole") == [("strength-gone", SAID, "")]


def test_who_had_another_role_in_between_is_told_nothing() -> None:
    cases = files(STRENGTHS, [{"what": SAID}], [], [])
    cases[1]["people"]["dean"] = {"name": "Dean", "role": "network"}
    assert told(cases) is None
    assert told(cases, "lisa") is not None


def test_a_step_that_was_done_in_between_is_told_to_be_done() -> None:
    done = {"what": SAID + " again", "done": "2026-05-01"}
    cases = files(STEPS, [{"what": SAID}], [done], [])
    assert changes(cases) == [("step-done", SAID, SAID + " again")]
    assert changes([cases[0], cases[2]]) == [("step-dropped", SAID, "")]
    cases = files(STEPS, [{"what": SAID}], [{"what": SAID}], [])
    assert changes(cases) == [("step-dropped", SAID, "")]


def test_what_was_agreed_and_done_in_between_is_told_to_be_done() -> None:
    cases = files(STEPS, [], [{"what": SAID, "done": "2026-05-01"}], [])
    put(
        cases[0], "outcome", {"decisions": [{"child": "mia"}], "plans": [{"child": "mia", "actions": [{"what": SAID}]}]}
    )
    assert changes(cases) == [("step-done", SAID, SAID)]


def test_what_was_found_out_in_between_is_told() -> None:
    answered = {"what": SAID, "answered": "2026-05-01", "answer": "Yes."}
    cases = files("map.worried.grey_areas", [{"what": SAID}], [answered], [])
    assert changes(cases) == [("unknown-answered", SAID, SAID)]


# --- children ------------------------------------------------------------------------------------------------------


def test_a_child_who_was_born_since_is_told() -> None:
    cases = files(STEPS, [], [])
    baby = {"name": "Ava", "role": "child"}
    cases[0]["people"]["ava"] = baby | {"due": "2026-05-10"}
    cases[1]["people"]["ava"] = baby | {"born": "2026-05-08"}
    for case in cases:
        for parent in ("lisa", "dean"):
            case["people"][parent]["parent_of"].append("ava")
    for name in ("lisa", "practitioners", "chair"):
        found = told(cases, name)
        assert found is not None
        assert [(one.name, str(one.born)) for one in found.born] == [("Ava", "2026-05-08")]
        assert found.came == ()
    cases[0]["people"].pop("ava")
    for parent in ("lisa", "dean"):
        cases[0]["people"][parent]["parent_of"].remove("ava")
    found = told(cases, "lisa")
    assert found is not None
    assert [one.name for one in found.born] == ["Ava"]
    cases[1]["people"]["ava"]["born"] = "2018-05-08"
    found = told(cases, "lisa")
    assert found is not None
    assert found.born == ()
    assert [(one.name, one.born) for one in found.came] == [("Ava", None)]
    for parent in ("lisa", "dean"):
        cases[1]["people"][parent]["parent_of"].remove("ava")

"""What has changed between two meetings, and what of it each reader is told."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from builders import FEARED, Data, family, holds, profile, put, read

from sostool.share.make_changes import make_view_since
from sostool.share.readers import find_reader
from sostool.share.view_changes import ViewChange, ViewChanges, ViewNumber

STEPS = "map.needs_to_happen.next_steps"
STRENGTHS = "map.working_well.strengths"
GREY = "map.worried.grey_areas"
RULES = "safety_plan.rules"
WAY = "trajectory"
SENT = "Lisa and Sam ring the housing office on Monday"
OTHER = "Dean shows Priya the card from the alcohol worker"


def later_one(case: Data, date: str = "2026-06-09") -> Data:
    """Give a copy for the next meeting."""
    later = copy.deepcopy(case)
    later["meeting"] |= {"kind": "review-conference", "date": date, "follows": "earlier.yaml"}
    return later


def told(earlier: Data, later: Data, name: str = "chair") -> ViewChanges | None:
    before, now = read(earlier).case, read(later).case
    assert before is not None
    assert now is not None
    who = find_reader(now, profile(), name)
    assert who is not None
    return make_view_since(now, profile(), who, before).changes


def changes(earlier: Data, later: Data, name: str = "chair") -> list[tuple[str, str]]:
    """Give the kind of each change, and what it is about."""
    found = told(earlier, later, name)
    assert found is not None
    return [(entry.kind, entry.item.what) for entry in found.entries]


def two(path: str, then: list[Data], now: list[Data], **how: bool) -> tuple[Data, Data]:
    """Give two files that differ in one list."""
    earlier = family(**how)
    for person in earlier["people"].values():
        person.pop("knows_about", None)
    later = later_one(earlier)
    return put(earlier, path, then), put(later, path, now)


def test_nothing_has_changed_in_a_file_against_itself() -> None:
    case = family(two_fathers=True)
    for path in (STEPS, STRENGTHS, GREY, RULES):
        put(case, path, [{"what": SENT}, {"what": OTHER}])
    put(case, "dangers.0.goal", {"statement": "Calm."})
    put(case, "dangers.0.scale", {"ten": "a", "ratings": [{"who": "lisa", "date": "2026-03-10", "score": 4}]})
    found = told(case, case)
    assert found is not None
    assert found.are_none


def test_the_order_of_lists_makes_no_difference() -> None:
    items = [{"what": SENT}, {"what": OTHER}, {"what": "Something else altogether is done by Jo"}]
    assert changes(*two(STRENGTHS, items, items[::-1])) == []
    assert changes(*two(RULES, items, items[::-1])) == []


STEP: list[tuple[Data | None, Data | None, str]] = [
    ({"what": SENT}, {"what": SENT, "done": "2026-04-01"}, "step-done"),
    ({"what": SENT, "done": "2026-03-01"}, {"what": SENT, "done": "2026-03-01"}, ""),
    ({"what": SENT}, {"what": SENT}, "step-open"),
    ({"what": SENT, "done": "2026-03-01"}, {"what": SENT}, "step-open"),
    ({"what": SENT}, None, "step-dropped"),
    ({"what": SENT, "done": "2026-03-01"}, None, ""),
    (None, {"what": SENT}, "step-new"),
    (None, {"what": SENT, "done": "2026-04-01"}, "step-done"),
    (None, {"what": SENT, "done": "2026-03-01"}, ""),
    ({"none": True, "what": "none"}, {"what": SENT}, "step-new"),
    ({"what": SENT}, {"none": True, "what": "none"}, "step-dropped"),
]


@pytest.mark.parametrize(("then", "now", "kind"), STEP)
def test_what_became_of_a_step(then: Data | None, now: Data | None, kind: str) -> None:
    found = changes(*two(STEPS, [then] if then else [], [now] if now else []))
    assert [one for one, _ in found] == ([kind] if kind else [])


@pytest.mark.parametrize(
    ("was", "due", "is_late"),
    [
        ("2026-04-30", "2026-04-30", True),
        ("2026-04-30", "2026-06-26", True),
        ("2026-06-26", "2026-06-26", False),
        ("2026-06-09", "2026-06-09", False),
        ("2026-06-08", "2026-06-08", True),
        ("2026-06-26", "2026-07-26", False),
    ],
)
def test_a_step_whose_day_had_come_by_the_meeting_is_late(was: str, due: str, is_late: bool) -> None:
    found = told(*two(STEPS, [{"what": SENT, "due": was}], [{"what": SENT, "due": due}]))
    assert found is not None
    assert [entry.is_late for entry in found.entries] == [is_late]
    assert [str(item.due) for entry in found.entries for item in (entry.then, entry.now) if item] == [was, due]


UNKNOWN: list[tuple[Data | None, Data | None, str]] = [
    ({"what": SENT}, {"what": SENT, "answered": "2026-04-01", "answer": "Yes."}, "unknown-answered"),
    ({"what": SENT}, {"what": SENT, "answer": "Yes."}, "unknown-answered"),
    ({"what": SENT}, {"what": SENT}, ""),
    ({"what": SENT}, None, "unknown-dropped"),
    ({"what": SENT, "answer": "Yes."}, None, ""),
    ({"what": SENT, "answer": "Yes."}, {"what": SENT, "answer": "Yes."}, ""),
    (None, {"what": SENT}, "unknown-new"),
]


@pytest.mark.parametrize(("then", "now", "kind"), UNKNOWN)
def test_what_became_of_what_was_not_known(then: Data | None, now: Data | None, kind: str) -> None:
    found = changes(*two(GREY, [then] if then else [], [now] if now else []))
    assert [one for one, _ in found] == ([kind] if kind else [])


RULE: list[tuple[Data | None, Data | None, list[str]]] = [
    ({"what": SENT}, {"what": SENT}, []),
    ({"what": SENT}, {"what": SENT + " morning"}, ["rule-changed"]),
    ({"what": SENT, "who": ["dean"]}, {"what": SENT, "who": ["dean", "ray"]}, ["rule-changed"]),
    ({"what": SENT, "who": ["ray", "dean"]}, {"what": SENT, "who": ["dean", "ray"]}, []),
    ({"what": SENT}, {"what": SENT, "if_not": "Ring Priya."}, ["rule-changed"]),
    ({"what": SENT}, None, ["rule-gone"]),
    (None, {"what": SENT}, ["rule-new"]),
    ({"what": SENT}, {"what": SENT, "used": [{"date": "2026-04-01", "worked": True}]}, ["rule-used"]),
    ({"what": SENT}, {"what": SENT, "used": [{"date": "2026-03-17", "worked": True}]}, []),
    ({"what": SENT, "review_on": "2026-07-01"}, {"what": SENT, "review_on": "2026-09-01"}, ["rule-moved"]),
    ({"what": SENT, "review_on": "2026-04-14"}, {"what": SENT, "review_on": "2026-09-01"}, []),
]


@pytest.mark.parametrize(("then", "now", "kinds"), RULE)
def test_what_became_of_a_rule(then: Data | None, now: Data | None, kinds: list[str]) -> None:
    assert [one for one, _ in changes(*two(RULES, [then] if then else [], [now] if now else []))] == kinds


def test_a_step_on_the_way_is_done_moved_new_or_dropped() -> None:
    day, done = {"date": "2026-05-01"}, {"done": "2026-05-03"}
    then = [{"what": what} | day for what in (SENT, OTHER, "Tea at the flat with Ray there")]
    now = [then[0] | done, then[1] | {"date": "2026-07-01"}, {"what": "Football in the park every Saturday"} | day]
    assert [kind for kind, _ in changes(*two(WAY, then, now))] == ["way-done", "way-moved", "way-new", "way-dropped"]


def agreed(*actions: Data) -> Data:
    return {"decisions": [{"child": "mia"}], "plans": [{"child": "mia", "actions": list(actions)}]}


AGREED: list[tuple[list[Data], list[Data], list[tuple[str, str]]]] = [
    ([], [{"what": SENT, "done": "2026-04-01"}], [("step-done", SENT)]),
    ([], [{"what": SENT}], [("step-open", SENT)]),
    ([], [{"what": SENT + " at nine"}], [("step-open", SENT + " at nine")]),
    ([], [], [("step-dropped", SENT)]),
    ([], [{"what": OTHER}], [("step-new", OTHER), ("step-dropped", SENT)]),
    # What is a step already is told once.
    ([{"what": SENT}], [{"what": SENT, "done": "2026-04-01"}], [("step-done", SENT)]),
    ([{"what": SENT}], [], [("step-dropped", SENT)]),
]


@pytest.mark.parametrize(("then", "now", "told_of"), AGREED)
def test_what_the_earlier_conference_agreed_is_a_step_to_be_done(
    then: list[Data], now: list[Data], told_of: list[tuple[str, str]]
) -> None:
    earlier, later = two(STEPS, then, now)
    # Agreed for two children in the same words, it is one step.
    put(earlier, "outcome", agreed({"what": SENT, "due": "2026-04-10"}))
    earlier["outcome"]["plans"].append({"child": "noah", "actions": [{"what": SENT}]})
    assert changes(earlier, later) == told_of


def test_an_action_that_is_in_the_plan_again_is_not_told_to_be_dropped() -> None:
    earlier, later = two(STEPS, [], [])
    put(earlier, "outcome", agreed({"what": SENT}))
    put(later, "outcome", agreed({"what": SENT}))
    assert changes(earlier, later) == []


def test_an_action_that_is_held_back_in_either_file_is_told_to_nobody_from_whom_it_is() -> None:
    earlier, later = two(STEPS, [], [])
    put(earlier, "outcome", agreed({"what": SENT, "withhold": {"from": ["dean"]}}))
    assert changes(earlier, later, "dean") == []
    assert changes(earlier, later, "lisa") == [("step-dropped", SENT)]
    put(earlier, "outcome", agreed({"what": SENT}))
    put(later, STEPS, [{"what": SENT, "withhold": {"from": ["dean"]}}])
    assert changes(earlier, later, "dean") == []
    assert changes(earlier, later, "lisa") == [("step-open", SENT)]


def test_family_and_friends_are_told_of_their_own_tasks() -> None:
    earlier, later = two(STEPS, [], [])
    put(earlier, "outcome", agreed({"what": SENT, "who": ["kim"]}, {"what": OTHER, "who": ["dean"]}))
    assert changes(earlier, later, "kim") == [("step-dropped", SENT)]


def test_a_sentence_that_has_become_a_rule_is_not_told_to_be_gone() -> None:
    earlier, later = two(STRENGTHS, [{"what": SENT}], [])
    put(later, RULES, [{"what": SENT}])
    assert changes(earlier, later) == [("rule-new", SENT)]


# --- dangers and goals ---------------------------------------------------------------------------------------------


def dangers(then: list[Data], now: list[Data]) -> list[tuple[str, str, int]]:
    found = told(*two("dangers", then, now))
    assert found is not None
    return [(entry.kind, entry.item.what, entry.number) for entry in found.entries]


FIRST: Data = {"id": "a", "statement": "Priya is worried that Dean will hit Lisa again."}
SECOND: Data = {"id": "b", "statement": "Mr Cole sees that nobody fetches Mia from school."}


def test_danger_statements_are_new_gone_or_in_other_words() -> None:
    other = FIRST | {"statement": "Priya worries about Dean and paydays."}
    assert dangers([FIRST], [FIRST]) == []
    assert dangers([FIRST], [SECOND, FIRST]) == [("danger-new", SECOND["statement"], 1)]
    assert dangers([FIRST, SECOND], [SECOND]) == [("danger-gone", FIRST["statement"], 0)]
    assert dangers([FIRST], [other]) == [("danger-reworded", other["statement"], 1)]


def test_white_space_is_no_other_wording() -> None:
    spaced = FIRST | {"statement": FIRST["statement"].replace(" ", "  ")}
    assert dangers([FIRST], [spaced]) == []


def test_a_goal_is_told_to_be_reached_only_where_the_later_file_says_so() -> None:
    goal = {"statement": "Dean is calm at home."}
    with_goal = FIRST | {"goal": goal}
    reached = FIRST | {"goal": goal | {"reached": "2026-06-09"}}
    assert dangers([with_goal], [with_goal]) == []
    assert dangers([with_goal], [reached]) == [("goal-reached", goal["statement"], 1)]
    assert dangers([reached], [reached]) == []
    gone = [("danger-gone", FIRST["statement"], 0), ("goal-gone", goal["statement"], 0)]
    assert dangers([with_goal], []) == gone
    assert dangers([with_goal], [FIRST]) == [("goal-gone", goal["statement"], 1)]
    assert dangers([FIRST], [with_goal]) == [("goal-new", goal["statement"], 1)]
    reworded = FIRST | {"goal": {"statement": "Dean stays calm."}}
    assert dangers([with_goal], [reworded]) == [("goal-reworded", "Dean stays calm.", 1)]


# --- numbers -------------------------------------------------------------------------------------------------------


def rated(*ratings: tuple[str, str, float | None], **more: Any) -> Data:
    given = [
        {"who": who, "date": date, **({"score": score} if score is not None else {"would_not_say": True})}
        for who, date, score in ratings
    ]
    return {"ten": "a", "zero": "b", "ratings": [one | more for one in given]}


def moves(then: Data, now: Data, name: str = "chair", *, feared: bool = False) -> list[tuple[str, Any, Any]]:
    earlier = family(feared=feared)
    later = later_one(earlier)
    found = told(put(earlier, "dangers.0.scale", then), put(later, "dangers.0.scale", now), name)
    assert found is not None
    return [(move.name, _score(move.then), _score(move.now)) for one in found.numbers for move in one.moves]


def _score(number: ViewNumber | None) -> Any:
    return "-" if number is None else number.score


def test_each_persons_number_then_and_since() -> None:
    then = rated(("lisa", "2026-03-10", 4), ("dean", "2026-03-10", 8), ("cole", "2026-03-17", 5))
    since = (("lisa", "2026-05-14", 6), ("dean", "2026-05-15", None), ("priya", "2026-06-09", 5))
    carried = rated(("lisa", "2026-03-10", 4), ("dean", "2026-03-10", 8), ("cole", "2026-03-17", 5), *since)
    told_of = [("Lisa", 4, 6), ("Dean", 8, None), ("Mr Cole", 5, "-"), ("Priya Shah", "-", 5)]
    assert moves(then, carried) == told_of
    # Numbers that nobody carried on are taken from the file in which they stand.
    assert sorted(moves(then, rated(*since))) == sorted(told_of)


def test_a_scale_on_which_nobody_was_asked_since_tells_nothing() -> None:
    then = rated(("lisa", "2026-03-10", 4))
    assert moves(then, then) == []
    assert moves(then, rated()) == []


def test_a_number_that_was_corrected_is_told_as_corrected() -> None:
    then = rated(("lisa", "2026-03-10", 4))
    now = copy.deepcopy(then)
    now["ratings"] += [
        {"who": "lisa", "date": "2026-03-11", "score": 5, "corrects": "2026-03-10"},
        {"who": "lisa", "date": "2026-05-14", "score": 6},
    ]
    assert moves(then, now) == [("Lisa", 5, 6)]


def test_a_number_held_back_in_either_file_is_in_no_move() -> None:
    then, now = rated(("lisa", "2026-03-10", 4), ("cole", "2026-03-10", 3)), rated(("lisa", "2026-05-14", 6))
    held = rated(("lisa", "2026-03-10", 4), withhold={"from": ["dean"]})
    assert moves(held, now, "dean") == [("Lisa", "-", 6)]
    carried = held | {"ratings": [*held["ratings"], *now["ratings"]]}
    assert sorted(moves(then, carried, "dean")) == [("Lisa", "-", 6), ("Mr Cole", 3, "-")]
    assert moves(then, now, "dean", feared=True) == []


def test_there_is_no_sum_and_no_average() -> None:
    then = rated(("lisa", "2026-03-10", 3), ("dean", "2026-03-10", 8))
    now = rated(("lisa", "2026-05-10", 4), ("dean", "2026-05-10", 7))
    found = told(put(family(), "dangers.0.scale", then), put(later_one(family()), "dangers.0.scale", now))
    assert found is not None
    assert not holds(found, "5.5")
    assert not holds(found, "11.0")


# --- who is told what ----------------------------------------------------------------------------------------------


def test_what_stood_open_and_is_withheld_now_shows_neither_as_gone_nor_as_changed() -> None:
    then, now = [{"what": SENT}], [{"what": SENT + " again", "withhold": {"from": ["dean"]}, "done": "2026-04-01"}]
    earlier, later = two(STEPS, then, now)
    assert changes(earlier, later, "dean") == []
    assert changes(earlier, later, "lisa") == [("step-done", SENT + " again")]


def test_what_was_withheld_and_stands_open_now_is_new() -> None:
    earlier, later = two(STRENGTHS, [{"what": SENT, "withhold": {"from": ["dean"]}}], [{"what": SENT}])
    assert changes(earlier, later, "dean") == [("strength-new", SENT)]
    assert changes(earlier, later, "lisa") == []


def test_what_is_gone_is_told_to_nobody_who_may_not_have_it_by_now() -> None:
    earlier, later = two(STRENGTHS, [{"what": SENT, "said_by": ["lisa"]}], [])
    assert changes(earlier, later, "dean") == [("strength-gone", SENT)]
    later["people"]["dean"]["must_not_see"] = FEARED
    assert changes(earlier, later, "dean") == []
    assert changes(earlier, later, "lisa") == [("strength-gone", SENT)]


def test_what_belonged_to_a_danger_that_is_withheld_now_is_not_told_to_be_gone() -> None:
    step = {"what": SENT, "danger": "a"}
    earlier, later = two("dangers", [FIRST], [FIRST | {"id": "other", "withhold": {"from": ["dean"]}}])
    put(earlier, STEPS, [step])
    assert changes(earlier, later, "dean") == []
    assert changes(earlier, later, "lisa") == [("step-dropped", SENT)]


def test_nothing_is_told_of_a_column_that_is_held_back_now() -> None:
    earlier, later = two(STRENGTHS, [{"what": SENT}], [])
    put(later, "map.working_well", {"strengths": [{"what": OTHER}], "withhold": {"from": ["dean"]}})
    assert changes(earlier, later, "dean") == []
    assert [kind for kind, _ in changes(earlier, later, "lisa")] == ["strength-new", "strength-gone"]


def test_in_the_room_nobody_is_told_what_was_held_back_from_one_of_them_before() -> None:
    earlier, later = two(STRENGTHS, [{"what": SENT, "withhold": {"from": ["dean"]}}], [])
    put(earlier, "meeting.attendance", [{"who": "dean", "part": "not-invited"}])
    assert changes(earlier, later, "room") == []
    assert changes(earlier, later, "lisa") == [("strength-gone", SENT)]


def test_in_the_room_nobody_is_told_words_of_somebody_who_feared_them_before() -> None:
    earlier, later = two(STRENGTHS, [{"what": SENT, "said_by": ["lisa"]}], [])
    earlier["people"]["dean"]["must_not_see"] = FEARED
    put(earlier, "meeting.attendance", [{"who": "dean", "part": "not-invited"}])
    assert changes(earlier, later, "room") == []
    put(later, "meeting.attendance", [{"who": "dean", "part": "not-invited"}])
    assert changes(earlier, later, "room") == [("strength-gone", SENT)]


def test_an_earlier_text_with_words_that_are_protected_by_now_is_left_out() -> None:
    earlier, later = two(STRENGTHS, [{"what": "Jo has a garden in Fern Court with a swing."}], [])
    assert [kind for kind, _ in changes(earlier, later, "dean")] == ["strength-gone"]
    put(later, "protected", [{"words": ["Fern Court"], "from": ["dean"]}])
    assert changes(earlier, later, "dean") == []
    assert [kind for kind, _ in changes(earlier, later, "lisa")] == ["strength-gone"]


def test_an_earlier_text_that_says_what_is_withheld_by_now_is_left_out() -> None:
    said = "Jo fetches both children on Friday night and keeps them until Monday."
    earlier, later = two(STRENGTHS, [{"what": f"We heard it: {said}", "said_by": ["cole"]}], [])
    put(later, STEPS, [{"what": said, "withhold": {"from": ["dean"]}}])
    assert changes(earlier, later, "dean") == []
    assert ("strength-gone", f"We heard it: {said}") in changes(earlier, later, "lisa")


def test_nothing_is_left_out_because_of_words_that_are_not_told_of_it() -> None:
    said = "Jo fetches both children on Friday night and keeps them until Monday."
    then = rated(("cole", "2026-03-10", 4)) | {"differences": said}
    earlier, later = two(STEPS, [], [{"what": said, "withhold": {"from": ["dean"]}}])
    put(earlier, "dangers.0.scale", then)
    put(later, "dangers.0.scale", rated(("cole", "2026-06-01", 5)))
    found = told(earlier, later, "dean")
    assert found is not None
    assert [move.name for moved in found.numbers for move in moved.moves] == ["Mr Cole"]
    assert not holds(found, "Friday")


@pytest.mark.parametrize(
    "then",
    [
        {"role": "network"},
        {"role": "practitioner"},
        None,
    ],
)
def test_who_had_another_role_or_was_not_there_is_told_nothing_of_the_earlier_file(then: Data | None) -> None:
    earlier, later = two(STRENGTHS, [{"what": SENT}], [])
    if then is None:
        earlier["people"].pop("tom", None)
        later["people"]["tom"] = {"name": "Tom", "role": "parent", "parent_of": ["mia", "noah"]}
    else:
        earlier["people"]["tom"] = {"name": "Tom", **then}
        later["people"]["tom"] = {"name": "Tom", "role": "parent", "parent_of": ["mia", "noah"]}
    assert told(earlier, later, "tom") is None
    assert told(earlier, later, "lisa") is not None


@pytest.mark.parametrize(
    ("now", "is_told"), [("Sam Young", False), ("Kevin", True), ("Mr Zed", True), ("KEVIN ZED", True)]
)
def test_somebody_new_under_an_old_id_is_told_nothing_of_the_earlier_file(now: str, is_told: bool) -> None:
    kevin = {"name": "Kevin Zed", "role": "parent", "parent_of": ["mia", "noah"]}
    earlier, later = two(STEPS, [{"what": SENT}], [{"what": SENT, "done": "2026-05-01"}])
    earlier["people"]["partner"], later["people"]["partner"] = kevin, {**kevin, "name": now}
    assert (told(earlier, later, "partner") is not None) is is_told


@pytest.mark.parametrize("name", ["Lisa", "Lisa Marsh", "LISA"])
def test_words_of_a_frightened_person_who_had_another_id_then_are_barred_in_the_earlier_file(name: str) -> None:
    said = {"what": SENT, "said_by": ["mum"]}
    earlier, later = two(STRENGTHS, [said, {"what": OTHER, "said_by": ["jo"]}], [])
    earlier["people"]["mum"] = {**earlier["people"].pop("lisa"), "name": name}
    later["people"]["dean"]["must_not_see"] = {**FEARED, "words_of": ["lisa"]}
    for child in ("mia", "noah"):
        earlier["people"][child].pop("lives_with")
    earlier["people"]["sal"]["with_person"] = "mum"
    assert changes(earlier, later, "dean") == [("strength-gone", OTHER)]
    assert _not_in_front(told(earlier, later, "practitioners")) == [("Dean",), ()]
    assert changes(earlier, later, "chair") == [("strength-gone", SENT), ("strength-gone", OTHER)]


def test_who_has_another_id_by_now_has_neither_come_nor_gone() -> None:
    earlier = family()
    later = later_one(earlier)
    later["people"]["kim-lee"] = {**later["people"].pop("kim"), "name": "Kim Lee"}
    found = told(earlier, later)
    assert found is not None
    assert found.came == found.went == ()


def test_nobody_is_called_by_the_name_of_somebody_who_has_got_their_id() -> None:
    earlier, later = two(STEPS, [{"what": SENT, "who": ["kim"]}], [])
    later["people"]["kim"]["name"] = "Bo Lee"
    found = told(earlier, later)
    assert found is not None
    assert [entry.item.who for entry in found.entries] == [("Kim",)]


def test_a_supporter_of_somebody_else_is_told_nothing_of_the_earlier_file() -> None:
    earlier = family()
    later = later_one(earlier)
    later["people"]["sal"]["with_person"] = "dean"
    assert told(earlier, later, "sal") is None
    assert told(earlier, later, "dov") is not None


def test_a_child_gets_no_changes() -> None:
    assert told(family(), later_one(family()), "mia") is None


def test_who_came_and_who_is_not_listed_any_more() -> None:
    earlier = family()
    later = later_one(earlier)
    del later["people"]["kim"]
    later["people"]["ken"] = {"name": "Ken", "role": "network", "relation": "Ray's friend"}
    found = told(earlier, later)
    assert found is not None
    assert [(one.name, one.relation) for one in found.came] == [("Ken", "Ray's friend")]
    assert [(one.name, one.relation) for one in found.went] == [("Kim", "a neighbour")]
    # Nobody is told of people who stand in nothing that they get.
    theirs = told(earlier, later, "lisa")
    assert theirs is not None
    assert theirs.came == theirs.went == ()
    put(later, STRENGTHS, [{"what": SENT, "said_by": ["ken"]}])
    theirs = told(earlier, later, "lisa")
    assert theirs is not None
    assert [one.name for one in theirs.came] == ["Ken"]


def test_somebody_who_is_still_there_is_called_as_they_are_now() -> None:
    earlier, later = two(STEPS, [{"what": SENT, "who": ["kim"]}], [])
    later["people"]["kim"]["name"] = "Kim Lee"
    found = told(earlier, later)
    assert found is not None
    assert [entry.item.who for entry in found.entries] == [("Kim Lee",)]


def test_practitioners_are_told_in_front_of_whom_by_either_file() -> None:
    earlier, later = two(STRENGTHS, [{"what": SENT, "withhold": {"from": ["dean"]}}], [])
    assert _not_in_front(told(earlier, later, "practitioners")) == [("Dean",)]
    earlier, later = two(STRENGTHS, [{"what": SENT, "said_by": ["lisa"]}], [])
    later["people"]["dean"]["must_not_see"] = FEARED
    assert _not_in_front(told(earlier, later, "practitioners")) == [("Dean",)]


def _not_in_front(found: ViewChanges | None) -> list[tuple[str, ...]]:
    entries: tuple[ViewChange, ...] = found.entries if found is not None else ()
    return [entry.hearing.not_in_front_of for entry in entries]

"""SG101 on goals as workers write them."""

from __future__ import annotations

import json
import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.cases import HEAD, asked

from checks.labelled import labelled

GOALS = labelled("goals")
# “the days he has the children” reads like something that happens.
MISSED = {"Dean must not drink on the days he has the children."}


def is_asked(goal: str) -> bool:
    text = f"{HEAD}dangers:\n  - statement: Priya is worried.\n    goal: {json.dumps(goal)}\n"
    return bool(asked(text, "SG101").findings)


@pytest.mark.parametrize("goal", GOALS["only_stops"], ids=lambda goal: goal[:40])
def test_asks_where_things_only_stop(goal: str) -> None:
    assert is_asked(goal) == (goal not in MISSED)


@pytest.mark.parametrize("goal", GOALS["says_what_happens"], ids=lambda goal: goal[:40])
def test_does_not_ask_where_something_happens(goal: str) -> None:
    assert not is_asked(goal)


def test_there_are_enough_of_both_and_few_are_missed() -> None:
    assert [len(goals) >= 40 for goals in GOALS.values()] == [True, True]
    assert len(MISSED) / len(GOALS["only_stops"]) < 0.05


@given(st.lists(st.sampled_from([*" ,;:.’'-\n", *re.findall(r"\w+", " ".join(GOALS["only_stops"]))]), max_size=40))
def test_any_words_in_any_order_are_only_a_question(words: list[str]) -> None:
    is_asked(" ".join(words))


def test_a_very_long_goal_takes_no_time() -> None:
    start = time.process_time()
    is_asked("Dean will not drink and when he is angry who that if " * 2_000)
    assert time.process_time() - start < 2

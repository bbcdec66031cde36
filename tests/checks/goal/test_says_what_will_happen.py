"""SG101 on goals as workers write them."""

from __future__ import annotations

import json
import re
import time

from hypothesis import given
from hypothesis import strategies as st
from support.cases import HEAD, asked

from checks.labelled import labelled

GOALS = [text.text for text in labelled() if text.should == {"SG101"}]


def is_asked(goal: str) -> bool:
    text = f"{HEAD}dangers:\n  - statement: Priya is worried.\n    goal: {json.dumps(goal)}\n"
    return bool(asked(text, "SG101").findings)


@given(st.lists(st.sampled_from([*" ,;:.’'-\n", *re.findall(r"\w+", " ".join(GOALS))]), max_size=40))
def test_any_words_in_any_order_are_only_a_question(words: list[str]) -> None:
    is_asked(" ".join(words))


def test_a_very_long_goal_takes_no_time() -> None:
    start = time.process_time()
    is_asked("Dean will not drink and when he is angry who that if " * 2_000)
    assert time.process_time() - start < 2

"""Ids for what other parts point to: neutral, one for each, and only where a set of keys stands already."""

from __future__ import annotations

import pytest
from support.mending import mended_text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("dangers:\n- statement: x\n", "dangers:\n- id: danger-1\n  statement: x\n"),
        ("dangers:\n  -   statement: x\n", "dangers:\n  -   id: danger-1\n      statement: x\n"),
        ("dangers:\n  -\n    # a\n    statement: x\n", "dangers:\n  -\n    # a\n    id: danger-1\n    statement: x\n"),
        ("dangers:\n  statement: x\n", "dangers:\n  id: danger-1\n  statement: x\n"),
        ("dangers:\n  - ? statement\n    : x\n", "dangers:\n  - id: danger-1\n    ? statement\n    : x\n"),
        ("dangers:\n  - 'statement': x", "dangers:\n  - id: danger-1\n    'statement': x"),
        ("dangers: {statement: x}", "dangers: {id: danger-1, statement: x}"),
        ("dangers: [{ statement: x }]", "dangers: [{ id: danger-1, statement: x }]"),
        ("dangers: [{\n  statement: x}]", "dangers: [{id: danger-1,\n  statement: x}]"),
        ("dangers:\n  - id:\n    statement: x\n", "dangers:\n  - id: danger-1\n    statement: x\n"),
        ("dangers:\n  - id:   # a\n    statement: x\n", "dangers:\n  - id: danger-1   # a\n    statement: x\n"),
        ("dangers:\n  - id: ~\n    statement: x\n", "dangers:\n  - id: danger-1\n    statement: x\n"),
        ("dangers: [{statement: x, id: }]", "dangers: [{statement: x, id: danger-1}]"),
        ("dangers:\n  - statement: x\n    id:", "dangers:\n  - statement: x\n    id: danger-1"),
    ],
)
def test_a_set_of_keys_gets_an_id_however_it_is_written(before: str, after: str) -> None:
    assert mended_text(before) == after


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_new_line_ends_like_the_others(end: str) -> None:
    before = f"dangers:{end}  - statement: x{end}"
    assert mended_text(before) == f"dangers:{end}  - id: danger-1{end}    statement: x{end}"


def test_past_harm_and_bottom_lines_get_one_too() -> None:
    before = "map: {worried: {past_harm: [{what: a}]}}\nsafety_plan: {bottom_lines: [{what: b}]}\n"
    assert mended_text(before) == before.replace("{what: a}", "{id: past-harm-1, what: a}").replace(
        "{what: b}", "{id: bottom-line-1, what: b}"
    )


@pytest.mark.parametrize(
    "text",
    [
        "map: {worried: {past_harm: [Mia cried.]}}\n",
        "map: {worried: {past_harm: [{none: true}]}}\n",
        "map: {worried: {complicating: [{what: a}], grey_areas: [{what: a}]}, working_well: {strengths: [{what: a}]}}\n",
        "map: {needs_to_happen: {next_steps: [{what: a}]}}\nsafety_plan: {rules: [{what: a}]}\n",
        "dangers: []\n",
        "dangers: [~, {}]\n",
        "dangers: [{statement: }]\n",
        "dangers: [statement: x]\n",
        "dangers: [{id: drinking, statement: x}]\n",
        "dangers: [{id: Not An Id, statement: x}]\n",
        "map:\n  worried:\n    past_harm:\n      - Dean said: stop\n",
        "dangers: nothing\n",
    ],
    ids=[
        "a sentence", "none", "what nobody points to", "steps and rules", "an empty list", "empty items", "an empty key",
        "a pair in a list", "one that has one", "one that has a wrong one", "a sentence with a colon", "a word",
    ],
)  # fmt: skip
def test_nothing_else_gets_one(text: str) -> None:
    assert mended_text(text) == text


def test_no_id_is_given_that_stands_anywhere_in_the_file() -> None:
    before = (
        "# danger-5\nmap: {working_well: {existing_safety: [{what: Dean left., danger: danger-2}]}}\n"
        "dangers: [{id: danger-1, statement: x}, {statement: a}, {statement: b}, {statement: c}, {statement: d}]\n"
    )
    after = mended_text(before)
    assert [part.split(",")[0] for part in after.split("{id: ")[1:]] == [
        "danger-1",
        "danger-3",
        "danger-4",
        "danger-6",
        "danger-7",
    ]


def test_an_answer_that_names_the_position_still_closes_its_query() -> None:
    # What points to an item by its position may go on doing so.
    before = "dangers: [{statement: x}]\nanswers: [{check: DS104, at: 'dangers[0].goal', reason: no}]\n"
    after = mended_text(before)
    assert "at: 'dangers[0].goal'" in after
    assert "{id: danger-1, statement: x}" in after

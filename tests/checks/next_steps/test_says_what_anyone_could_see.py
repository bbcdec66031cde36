"""NX102: verbs in whatever form they stand, and words that point at what is vague."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.cases import BASE, asked


def is_asked(step: str) -> bool:
    text = f"{BASE}map: {{needs_to_happen: {{next_steps: [{json.dumps(step)}]}}}}\n"
    return bool(asked(text, "NX102").findings)


@pytest.mark.parametrize(
    "seen",
    [
        "ring",
        "rings",
        "ringing",
        "rang up and wrote",
        "writes",
        "writing",
        "sits",
        "sitting",
        "carries",
        "washes",
        "baked",
        "FETCHES",
    ],
)
def test_what_can_be_seen_counts_in_every_form(seen: str) -> None:
    assert not is_asked(f"Priya to support Lisa, {seen} with her.")


@pytest.mark.parametrize("unseen", ["thing", "things", "being", "ed", "es", "s", "ing", "spring", "string"])
def test_other_words_that_end_alike_do_not(unseen: str) -> None:
    assert is_asked(f"Priya to support Lisa, {unseen}.")


def test_what_to_say_instead_is_told_only_beside_the_word() -> None:
    found = asked(f"{BASE}map: {{needs_to_happen: {{next_steps: [Priya to SUPPORT Lisa.]}}}}\n", "NX102").findings[0]
    assert found.detail == "“SUPPORT”: write what somebody does that anyone could see instead."
    assert "SUPPORT" not in found.message + found.mend
    assert "Lisa" not in found.message + found.mend + found.detail


@given(st.text(max_size=60))
def test_any_text_is_only_a_question(text: str) -> None:
    is_asked("support " + "".join(letter for letter in text if letter.isprintable()))


def test_a_very_long_step_takes_no_time() -> None:
    start = time.process_time()
    is_asked("Support and ensure that " * 5_000)
    assert time.process_time() - start < 2


def test_where_somebody_is_feared_it_says_how_to_keep_a_way_to_help_out_of_sight() -> None:
    step = "map: {needs_to_happen: {next_steps: [Support Lisa.]}}\n"
    feared = BASE.replace("{name: Dean, role: parent}", "{name: Dean, role: parent, must_not_see: {words_of: [lisa]}}")
    (plain,), (careful,) = asked(BASE + step, "NX102").findings, asked(feared + step, "NX102").findings
    assert "withhold" not in plain.mend
    assert careful.mend.startswith(plain.mend)
    assert "hold the step back with `withhold:`" in careful.mend

"""Slips that quotation marks mend are mended in the file; what needs more, or a person, is not."""

from __future__ import annotations

import pytest
from support.mending import HEAD, mended_bytes, mended_text

from sostool.mend.mending import CannotMendError

HARM = "map:\n  worried:\n    complicating:\n    - what: {}\n      date: 2026-03\n"
IN_BRACKETS = "map: {{worried: {{complicating: [{{what: {}, date: 2026-03}}]}}}}\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Dean said: stop", "'Dean said: stop'"),
        ("It's so: stop", "'It''s so: stop'"),
        ("Dean said: flat #3", "'Dean said: flat #3'"),
        ("'It's quiet'", "'It''s quiet'"),
        ('"Stop" she said', "'\"Stop\" she said'"),
        ("'a' b: c", "'''a'' b: c'"),
        ("[sic] he said", "'[sic] he said'"),
        ("@home", "'@home'"),
        ("*so* bad", "'*so* bad'"),
        ("!", "'!'"),
        ("Dean said: stop\n        and went", "'Dean said: stop\n        and went'"),
        ("Dean said: stop   ", "'Dean said: stop'   "),
    ],
)
def test_a_text_that_is_not_yaml_is_put_in_quotation_marks(before: str, after: str) -> None:
    assert mended_text(HARM.format(before)) == HARM.format(after)
    with_other_ends = mended_text(HARM.format(before).replace("\n", "\r\n"))
    assert with_other_ends == HARM.format(after).replace("\n", "\r\n")


@pytest.mark.parametrize(("before", "after"), [("Flat #3", "'Flat #3'"), ("He said: no", "'He said: no'")])
def test_also_in_brackets(before: str, after: str) -> None:
    assert mended_text(IN_BRACKETS.format(before)) == IN_BRACKETS.format(after)


@pytest.mark.parametrize(
    "text",
    [
        HARM.format("Dean said: stop # ask Ann first"),
        HARM.format("Dean said: stop\n        #ask Ann\n        and went"),
        HARM.format("Dean said: stop\n        withhold: {from: [dean]}"),
        HARM.format("withhold: everyone"),
        HARM.format("@sensitive: true"),
        HARM.format("Dean went.\n      !sensitive: true"),
        HARM.format("Dean went.\n      @sensitive: true"),
        HARM.format("Dean went.") + "    - @sensitive: true\n",
        HARM.format('"Dean went'),
        HARM.format("'Dean went"),
        HARM.format("It is\n        withhold: {from: [dean]}"),
        IN_BRACKETS.format("He said: no, withhold: {from: [dean]}, date: x: y"),
        IN_BRACKETS.format("a #ask Ann"),
        "map:\n\tworried: {}\n",
        "a: b\n---\nc: d\n",
        "people: {mia: {name: Mia}\n",
    ],
)
def test_where_a_note_or_a_key_may_get_between_the_marks_or_more_is_wrong_a_person_has_to_look(text: str) -> None:
    with pytest.raises(CannotMendError) as stopped:
        mended_bytes((HEAD + text).encode())
    assert stopped.value.finding.code.startswith("YA")


def test_each_slip_is_told_with_its_place() -> None:
    mended = mended_bytes((HEAD + HARM.format("a: b") + "dangers:\n- {id: a, statement: c: d}\n").encode())
    assert [(one.what, one.place.line) for one in mended.done] == [("quotation marks", 7), ("quotation marks", 10)]


def test_what_stands_in_the_marks_is_mended_as_well() -> None:
    assert mended_text(HARM.format("The HV: no")) == HARM.format("'The health visitor (HV): no'")
    assert mended_text(HARM.format("HV: no")) == HARM.format("'Health visitor (HV): no'")

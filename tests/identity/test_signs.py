"""Signs of somebody are found in any sentence, in order and without overlaps, and never at a cost that runs away."""

from __future__ import annotations

import itertools
import sys
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sostool.identity.signs import (
    ADDRESS,
    BORN,
    EMAIL,
    NATIONAL_INSURANCE,
    NHS_NUMBER,
    POSTCODE,
    REGISTRATION,
    TELEPHONE,
    WEBSITE,
    signs,
)

PLANTED = {
    "07700 900123": TELEPHONE,
    "+44 1632 960001": TELEPHONE,
    "lisa@example.org": EMAIL,
    "EX1 2MP": POSTCODE,
    "943 476 5919": NHS_NUMBER,
    "12 Beech Road": ADDRESS,
    "Flat 3, Fern Court": ADDRESS,
    "AB12 CDE": REGISTRATION,
    "@lisa_h99": WEBSITE,
    "AB 12 34 56 C": NATIONAL_INSURANCE,
}
BEFORE = ("", "Dean wrote it down: ", "They said (", "On 12 March at 10:30 Lisa gave 4 of 10; ", "– Łucja’s “", "now\n")
AFTER = ("", ".", ", and Mia, 6, was there at 3pm.", ") on 2026-03-12.", "” – 2 of 3 days", "\nand")
WORDS = st.sampled_from(
    "Mia and the road 12 court on 2026-03-17 at 10:30 4 of 10 Ray, £20 . close 6 weeks Year 3 street – B1 house".split()
)


@given(st.sampled_from(sorted(PLANTED)), st.sampled_from(BEFORE), st.sampled_from(AFTER))
def test_a_sign_is_found_in_any_sentence(planted: str, before: str, after: str) -> None:
    text = f"{before}{planted}{after}"
    found = [(sign.kind, text[sign.start : sign.end]) for sign in signs(text)]
    assert found == [(PLANTED[planted], planted)]


def test_a_date_of_birth_and_all_else_are_found_in_one_text() -> None:
    text = " ; ".join(["born 2 June 2019", *PLANTED])
    assert [sign.kind for sign in signs(text)] == [BORN, *PLANTED.values()]


@given(st.lists(WORDS, max_size=30).map(" ".join))
def test_ordinary_words_and_figures_in_any_order_are_no_number_mail_or_page(text: str) -> None:
    assert {sign.kind for sign in signs(text)} <= {ADDRESS, POSTCODE}


@given(st.text() | st.text(alphabet="0127 +-()./@ABab,\u200b\u00a0’_"))
def test_signs_of_any_text_are_in_order_inside_it_and_do_not_overlap(text: str) -> None:
    found = signs(text)
    assert all(0 <= sign.start < sign.end <= len(text) for sign in found)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))


HOSTILE: dict[str, Callable[[int], str]] = {
    "one long number": lambda size: "0" * size,
    "figures and spaces": lambda size: "0 " * (size // 2),
    "telephones": lambda size: "0800 1111 " * (size // 10),
    "dates": lambda size: "dob 1.1.19 " * (size // 11),
    "mails": lambda size: "a@a.b " * (size // 6),
    "at signs": lambda size: "a" * (size // 2) + "@" * (size // 2),
    "domains": lambda size: "a." * (size // 2) + "@a.b",
    "roads": lambda size: "1 Aa Road " * (size // 10),
    "names": lambda size: "1 " + "Aa " * (size // 3) + "Road",
    "commas": lambda size: "Aa House, Aa " * (size // 13),
    "flats": lambda size: "Flat A Aa " * (size // 10),
    "postcodes": lambda size: "A1 1AA " * (size // 7),
    "cars": lambda size: "car A1 AAA " * (size // 11),
    "pages": lambda size: "www." * (size // 4),
    "profiles": lambda size: "t.me/" * (size // 5),
    "handles": lambda size: "snap is a_1 " * (size // 12),
    "lines": lambda size: "_a" * (size // 2),
    "brackets": lambda size: "+(" * (size // 2),
    "invisible": lambda size: "1\u200b " * (size // 3),
}


def steps_of(text: str) -> int:
    steps = 0

    def trace(_frame: object, event: str, _argument: object) -> Any:
        nonlocal steps
        steps += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        signs(text)
    finally:
        sys.settrace(before)
    return steps


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=list(HOSTILE))
def test_a_hostile_text_costs_steps_in_proportion_to_its_length(hostile: Callable[[int], str]) -> None:
    few, many = steps_of(hostile(4_000)), steps_of(hostile(16_000))
    assert many <= 6 * few + 2_000


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=list(HOSTILE))
def test_a_hostile_text_of_a_hundred_thousand_letters_comes_to_an_end(hostile: Callable[[int], str]) -> None:
    text = hostile(100_000)
    assert all(sign.end <= len(text) for sign in signs(text))

"""A text is written evenly, and each of its places leads back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sostool.identity.even import even


def test_spaces_dashes_digits_and_wide_letters_become_plain_ones() -> None:
    assert even("a\u00a0\u2011\u2013٧７Ａ＠é")[0] == "a --77A@é"


def test_what_cannot_be_seen_goes_and_every_place_leads_back() -> None:
    text = "0\u200b7\u20607"
    plain, places = even(text)
    assert plain == "077"
    assert [text[place] for place in places[:-1]] == list(plain)
    assert places[-1] == len(text)


@given(st.text())
def test_places_lead_back_in_order_for_any_text(text: str) -> None:
    plain, places = even(text)
    assert len(places) == len(plain) + 1
    assert list(places) == sorted(places)
    assert all(
        text[place] == letter
        for place, letter in zip(places, plain, strict=False)
        if letter.isascii() and letter.isalpha() and text[place].isascii()
    )

"""A full date beside the word that it is a birth's is found, and no other date."""

from __future__ import annotations

import pytest

from sostool.identity.signs import BORN, signs


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("born 2 June 2019", "2 June 2019"),
        ("Mia (born 2019-06-02)", "2019-06-02"),
        ("dob 02/06/2019", "02/06/2019"),
        ("D.O.B.: 2.6.19", "2.6.19"),
        ("d o b 2-6-2019", "2-6-2019"),
        ("date of birth is 2nd June, 2019", "2nd June, 2019"),
        ("born on the 2nd of June 2019", "2nd of June 2019"),
        ("2 June 2019 (dob)", "2 June 2019"),
        ("02/06/2019 is her date of birth", "02/06/2019"),
        ("Her birthday is June 2, 2019.", "June 2, 2019"),
        ("born 2 Jun '19", "2 Jun '19"),
        ("BORN 2 JUNE 2019", "2 JUNE 2019"),
    ],
)
def test_dates_of_birth_are_found(text: str, date: str) -> None:
    assert [(sign.kind, text[sign.start : sign.end]) for sign in signs(text)] == [(BORN, date)]


@pytest.mark.parametrize(
    "text",
    [
        "born in June 2019",
        "born on 2 June",
        "Noah was born. On 2 June 2019 he was ill.",
        "since 2 June 2019",
        "airborne 2 June 2019",
        "Born at 41 weeks, on the day of 12 people",
        "a reborn 5 of 10",
    ],
)
def test_other_dates_are_not(text: str) -> None:
    assert signs(text) == []

"""Postcodes and houses with their street are found, and a road by itself, a score or a school's house is none."""

from __future__ import annotations

import pytest

from sostool.identity.signs import ADDRESS, POSTCODE, signs


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("at EX1 2MP.", "EX1 2MP"),
        ("SW1A 1AA,", "SW1A 1AA"),
        ("EX12MP", "EX12MP"),
        ("e1 6an", "e1 6an"),
        ("M1-1AE", "M1-1AE"),
        ("XX99\u00a03VZ", "XX99\u00a03VZ"),
        ("cf10 3nq", "cf10 3nq"),
    ],
)
def test_postcodes_are_found(text: str, code: str) -> None:
    assert [(sign.kind, text[sign.start : sign.end]) for sign in signs(text)] == [(POSTCODE, code)]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("12 Beech Road", "12 Beech Road"),
        ("They live at 12a Beech Rd now", "12a Beech Rd"),
        ("14-16 St John's Street", "14-16 St John's Street"),
        ("12, Mill Lane", "12, Mill Lane"),
        ("number 12 Beech Road", "12 Beech Road"),
        ("lives at 4 The Green.", "4 The Green"),
        ("29 O’Connell Ave", "29 O’Connell Ave"),
        ("12 BEECH ROAD", "12 BEECH ROAD"),
        ("12 beech road", "12 beech road"),
        ("12 the crescent", "12 the crescent"),
        ("3 Saint Mary's Cl", "3 Saint Mary's Cl"),
        ("4 Heol y Parc", "4 Heol y Parc"),
        ("Flat 3, Fern Court", "Flat 3, Fern Court"),
        ("flat 12B Fern House", "flat 12B Fern House"),
        ("flat no. 7 of Alder Point", "flat no. 7 of Alder Point"),
        ("Flat B, Fern Court", "Flat B, Fern Court"),
        ("Flat 2, 12 Beech Road", "Flat 2, 12 Beech Road"),
        ("Plot 7, Oak Lane", "Plot 7, Oak Lane"),
        ("Pitch 4, Black Ridge Site", "Pitch 4, Black Ridge Site"),
        ("Ivy Cottage, Mill Lane", "Ivy Cottage, Mill Lane"),
        ("12\u00a0Beech\u00a0Road", "12\u00a0Beech\u00a0Road"),
    ],
)
def test_houses_are_found_with_their_street(text: str, address: str) -> None:
    assert [(sign.kind, text[sign.start : sign.end]) for sign in signs(text)] == [(ADDRESS, address)]


def test_a_town_between_the_street_and_the_postcode_belongs_to_the_address() -> None:
    text = "They moved to 12a Beech Road, West Exampleton, EX1 2MP in May and to 3 Fern Close in June."
    assert [(sign.kind, text[sign.start : sign.end]) for sign in signs(text)] == [
        (ADDRESS, "12a Beech Road, West Exampleton"),
        (POSTCODE, "EX1 2MP"),
        (ADDRESS, "3 Fern Close"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "B1 1st floor",
        "A1 2nd term",
        "Flat E1 3rd floor",
        "m1 1am",
        "KS2 3rd",
        "5 minutes walk down the road",
        "2 close friends",
        "3 miles down the road",
        "He drove 2 main road miles",
        "a 10 minute drive",
        "On 21 February Diane Lane said",
        "on 3 May Court gave",
        "In 2019 Diane Lane",
        "Key Stage 2 Green Lane School",
        "He was aged 7 Mia Close said",
        "4 times on the street",
        "they crossed 2 busy road",
        "Year 2 Oak House",
        "At 3 Mia and Dr Khan came",
        "Room 2, the family centre",
        "12 weeks in court",
        "Flat 12",
        "her flat is on the third floor of Fern Court",
        "6 court dates",
        "He lives on Beech Road.",
        "the house, Mill Lane School",
        "10:30 Park Street",
        "£12 Park Street",
    ],
)
def test_what_only_looks_alike_is_not(text: str) -> None:
    assert signs(text) == []

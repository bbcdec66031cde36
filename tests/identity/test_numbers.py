"""Telephone, NHS and National Insurance numbers are found however they are grouped, and no date or score is one."""

from __future__ import annotations

import pytest

from sostool.identity.signs import NATIONAL_INSURANCE, NHS_NUMBER, TELEPHONE, signs


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Ring 07700 900123 today", "07700 900123"),
        ("Ring (01632) 960 001.", "(01632) 960 001"),
        ("+44 7700 900123", "+44 7700 900123"),
        ("+44 (0)20 7946 0000", "+44 (0)20 7946 0000"),
        ("(+44) 7700 900123", "(+44) 7700 900123"),
        ("0044 1632 960001", "0044 1632 960001"),
        ("447700900123", "447700900123"),
        ("her mobile is 07700900123, ok", "07700900123"),
        ("07 70 09 00 12 3", "07 70 09 00 12 3"),
        ("0 7 7 0 0 9 0 0 1 2 3", "0 7 7 0 0 9 0 0 1 2 3"),
        ("0161-496-0000", "0161-496-0000"),
        ("07700.900.123", "07700.900.123"),
        ("0161/4960000", "0161/4960000"),
        ("07700\u00a0900\u2011123 at night", "07700\u00a0900\u2011123"),
        ("(0)161 496 0000", "(0)161 496 0000"),
        ("Childline 0800 1111", "0800 1111"),
        ("+48 601 234 567", "+48 601 234 567"),
        ("in 2019 07700 900123 2 children", "07700 900123"),
        ("on 2026-03-12 0161 496 0000", "0161 496 0000"),
        ("tel: 960123", "960123"),
        ("phone no 7700 900123", "7700 900123"),
        ("ring him on 496 0000 after six", "496 0000"),
        ("07700\n900123", "07700\n900123"),
        ("٠٧٧٠٠ ٩٠٠١٢٣", "٠٧٧٠٠ ٩٠٠١٢٣"),
        ("０７７００ ９００１２３", "０７７００ ９００１２３"),
        ("077\u200b00 900123", "077\u200b00 900123"),
    ],
)
def test_telephone_numbers_are_found(text: str, number: str) -> None:
    assert [(sign.kind, text[sign.start : sign.end]) for sign in signs(text)] == [(TELEPHONE, number)]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("943 476 5919", "943 476 5919"),
        ("943-476-5919", "943-476-5919"),
        ("It is 9434765919.", "9434765919"),
        ("NHS number: 123 456 7890", "123 456 7890"),
        ("NHS no. 1234567890", "1234567890"),
        ("nhs number is 12 34 56 78 90", "12 34 56 78 90"),
    ],
)
def test_nhs_numbers_are_found_by_their_check_digit_or_by_what_they_are_called(text: str, number: str) -> None:
    assert [(sign.kind, text[sign.start : sign.end]) for sign in signs(text)] == [(NHS_NUMBER, number)]


@pytest.mark.parametrize("text", ["AB123456D", "ab 12 34 56 c", "NI: QQ 12-34-56 A."])
def test_national_insurance_numbers_are_found(text: str) -> None:
    assert [sign.kind for sign in signs(text)] == [NATIONAL_INSURANCE]


@pytest.mark.parametrize(
    "text",
    [
        "on 12-15 March 2026",
        "2 out of 10, then 3, 4, 5, 6, 7, 8, 9 and 10",
        "scores 4, 5, 6, 7, 8, 9, 10",
        "0-10 scale",
        "from 01-02-2026 10:30 to 11",
        "at 10:30 on 2026-03-12",
        "on 01 02 2026 and 02 02 2026",
        "between 01.02.2026 and 03.04.2026",
        "between 01.02.26 and 03.04.26",
        "08.30 to 15.30",
        "She rang on 12 03 2026",
        "£1,200.50 and £0700 900 1234",
        "EX-0042-2026-03-17",
        "EX-07700900123",
        "case 01234567890",
        "reference 0123456789",
        "crime number is 0123456789",
        "2019 2020 2021 2022",
        "999 or 111 or 101",
        "31 of 90 days",
        "12 000 000 people",
        "100 000 000 000",
        "1234567890",
        "943 476 5918",
        "000 000 0000",
        "K07700900123K",
    ],
)
def test_dates_times_scores_money_and_references_are_no_numbers_of_anybody(text: str) -> None:
    assert signs(text) == []

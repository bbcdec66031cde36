"""Registration numbers are found: of older shapes only where a car is spoken of."""

from __future__ import annotations

import pytest

from sostool.identity.signs import REGISTRATION, signs


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("AB12 CDE", "AB12 CDE"),
        ("AB12CDE.", "AB12CDE"),
        ("his van, A123 BCD, was outside", "A123 BCD"),
        ("white BMW (ABC 123D)", "ABC 123D"),
        ("reg ab12cde", "ab12cde"),
        ("registration number is a123 bcd", "a123 bcd"),
    ],
)
def test_they_are_found(text: str, mark: str) -> None:
    assert [(sign.kind, text[sign.start : sign.end]) for sign in signs(text)] == [(REGISTRATION, mark)]


@pytest.mark.parametrize(
    "text",
    ["KS2 SAT", "S47 AND", "B12 jab", "Y6 boy", "MOT due in 2026 for the car", "of 12 cars", "ab12 cde", "PE 2A"],
)
def test_what_only_looks_alike_is_not(text: str) -> None:
    assert signs(text) == []

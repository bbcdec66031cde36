"""E-mail addresses, pages and names on social networks are found."""

from __future__ import annotations

import pytest

from sostool.identity.signs import EMAIL, WEBSITE, signs


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("Write to lisa@example.org.", EMAIL, "lisa@example.org"),
        ("lisa.o'brien+x@nhs.net", EMAIL, "lisa.o'brien+x@nhs.net"),
        ("'lisa@example.org'", EMAIL, "lisa@example.org"),
        ("lisa (at) example.org", EMAIL, "lisa (at) example.org"),
        ("lisa[at]example.org", EMAIL, "lisa[at]example.org"),
        ("LISA_1@EX.CO.UK", EMAIL, "LISA_1@EX.CO.UK"),
        ("zoë@bücher.example", EMAIL, "zoë@bücher.example"),
        ("see www.facebook.com/lisa.h, she said", WEBSITE, "www.facebook.com/lisa.h"),
        ("(https://x.example/y)", WEBSITE, "https://x.example/y"),
        ("He posts as @lisa_h99.", WEBSITE, "@lisa_h99"),
        ("facebook.com/lisa", WEBSITE, "facebook.com/lisa"),
        ("t.me/kellyann", WEBSITE, "t.me/kellyann"),
        ("Her Snapchat is mia_x07 now", WEBSITE, "mia_x07"),
        ("on Insta she is called kel.93", WEBSITE, "kel.93"),
        ("Roblox username: dragon_boy", WEBSITE, "dragon_boy"),
    ],
)
def test_they_are_found(text: str, kind: str, found: str) -> None:
    assert [(sign.kind, text[sign.start : sign.end]) for sign in signs(text)] == [(kind, found)]


@pytest.mark.parametrize(
    "text",
    [
        "They met @ home at 3.",
        "@school she is quiet",
        "2 @ £3",
        "He is on Snapchat all night, until 2.",
        "She has Facebook and 300 friends.",
        "and/or, mum/dad, 24/7",
        "at home (at 3pm)",
        "He looked at]home",
        "a snappy 7-year-old",
    ],
)
def test_what_only_looks_alike_is_not(text: str) -> None:
    assert signs(text) == []

"""What a sign of somebody is: which kind, and from where to where it stands."""

from __future__ import annotations

import re
from typing import NamedTuple

TELEPHONE = "telephone"
EMAIL = "email"
POSTCODE = "postcode"
NHS_NUMBER = "nhs number"
ADDRESS = "address"
REGISTRATION = "registration"
WEBSITE = "website"
NATIONAL_INSURANCE = "national insurance"
BORN = "born"


class Sign(NamedTuple):
    """Something in a text that can lead to somebody."""

    kind: str
    start: int
    end: int


def as_compared(kind: str, words: str) -> str:
    """Write a sign so that it is the same however it was spaced, marked and written large.

    Args:
        kind: the kind of sign.
        words: the sign as it stands in a text with plain figures.
    """
    if kind == TELEPHONE:
        digits = "".join(re.findall(r"\d", words))
        return re.sub(r"^(?:00)?44(?=\d{9,})", "", digits).lstrip("0")
    return "".join(letter for letter in words.casefold() if letter.isalnum())

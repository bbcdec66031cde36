"""Everything in a text that can lead to somebody: numbers, addresses, pages, cars, dates of birth."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.identity.addresses import addresses
from sostool.identity.births import births
from sostool.identity.cars import registrations
from sostool.identity.digits import Run, figures
from sostool.identity.even import even
from sostool.identity.numbers import numbers
from sostool.identity.online import emails, websites
from sostool.identity.sign import (
    ADDRESS,
    BORN,
    EMAIL,
    NATIONAL_INSURANCE,
    NHS_NUMBER,
    POSTCODE,
    REGISTRATION,
    TELEPHONE,
    WEBSITE,
    Sign,
    as_compared,
)

__all__ = [
    "ADDRESS",
    "BORN",
    "EMAIL",
    "NATIONAL_INSURANCE",
    "NHS_NUMBER",
    "POSTCODE",
    "REGISTRATION",
    "TELEPHONE",
    "WEBSITE",
    "Sign",
    "as_compared",
    "signs",
]


def signs(text: str) -> list[Sign]:
    """Find everything in a text that can lead to somebody.

    Telephone numbers of helplines and of the police are found too: whoever asks knows which numbers are everybody's.

    Returns:
        The signs in the order of the text; where two overlap, the surer one.
    """
    plain, places = even(text)
    runs = figures(plain)
    taken = bytearray(len(plain))
    found: list[Sign] = []
    for sign in _all(plain, runs):
        if not any(taken[sign.start : sign.end]):
            taken[sign.start : sign.end] = b"\1" * (sign.end - sign.start)
            found.append(sign)
    found.sort(key=lambda sign: sign.start)
    return [Sign(sign.kind, places[sign.start], places[sign.end - 1] + 1) for sign in found]


def _all(text: str, runs: list[Run]) -> Iterator[Sign]:
    """Give all signs, the surest kinds first."""
    yield from emails(text)
    yield from websites(text, runs)
    yield from births(text, runs)
    yield from numbers(text, runs)
    yield from addresses(text, runs)
    yield from registrations(text, runs)

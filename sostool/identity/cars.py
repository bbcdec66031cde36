"""Registration numbers of cars."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sostool.identity.digits import Run
from sostool.identity.later import Later
from sostool.identity.sign import REGISTRATION, Sign

# As issued since 2001: the figures stand for half a year, and some letters are never used.
_SINCE_2001 = Later(r"(?<![\w-])[A-HJ-PR-Y]{2}(?:0[2-9]|[1-3]\d|5[1-9]|[67]\d)\s?[A-HJ-PR-Z]{3}(?![\w-])")
_OLDER = Later(
    r"(?<![\w-])(?:[A-HJ-NPR-TV-Y]\d{1,3}\s?[A-HJ-PR-Z]{3}|[A-HJ-PR-Z]{3}\s?\d{1,3}[A-HJ-NPR-TV-Y])(?![\w-])"
)
_ANY = Later(
    r"(?<![\w-])(?:[a-z]{2}\d{2}\s?[a-z]{3}|[a-z]\d{1,3}\s?[a-z]{3}|[a-z]{3}\s?\d{1,3}[a-z])(?![\w-])", re.IGNORECASE
)
_MOST_FIGURES = 3
_LETTERS_BEFORE, _LETTERS_AFTER = 5, 5
_CALLED = Later(
    r"(?<![a-z])(?:reg|registration|number\s?plate|plate)s?\W{0,3}(?:(?:no|number|num|mark|is|was|of)\W{1,3}){0,3}\Z",
    re.IGNORECASE,
)
_VEHICLE = Later(
    r"(?<![a-z])(?:car|van|taxi|cab|motorbike|moped|vehicle|lorry|pickup|audi|bmw|ford|fiesta|focus|corsa|astra|golf|polo"
    r"|vw|volkswagen|vauxhall|mercedes|nissan|toyota|kia|peugeot|renault|clio|transit|reg|registration|plate)(?![a-z])",
    re.IGNORECASE,
)
_BEFORE, _AFTER = 40, 25


def registrations(text: str, figures: Sequence[Run]) -> Iterator[Sign]:
    """Give the registration numbers of cars: of older shapes only where a car is spoken of."""
    for start, end in figures:
        if end - start > _MOST_FIGURES or not (text[start - 1 : start].isalpha() or text[end : end + 1].isalpha()):
            continue
        around = max(0, start - _LETTERS_BEFORE), end + _LETTERS_AFTER
        mark = _SINCE_2001.search(text, *around)
        if mark is None and (mark := _OLDER.search(text, *around)) and not _near_a_vehicle(text, *mark.span()):
            mark = None
        if mark is None:
            mark = _ANY.search(text, *around)
            if mark and not _CALLED.search(text, max(0, mark.start() - _BEFORE), mark.start()):
                mark = None
        if mark:
            yield Sign(REGISTRATION, *mark.span())


def _near_a_vehicle(text: str, start: int, end: int) -> bool:
    return bool(_VEHICLE.search(text[max(0, start - _BEFORE) : start] + " " + text[end : end + _AFTER]))

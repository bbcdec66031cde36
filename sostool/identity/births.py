"""Full dates beside the word that they are a birth's."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from sostool.identity.digits import Run
from sostool.identity.later import Later
from sostool.identity.sign import BORN, Sign

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:(?:19|20)\d\d|['’]?\d\d)(?!\d)"
_DATE = Later(
    r"(?:(?:19|20)\d\d-\d\d-\d\d(?!\d)"
    rf"|\d{{1,2}}\s?[./-]\s?\d{{1,2}}\s?[./-]\s?{_YEAR}"
    rf"|{_DAY}[\s-](?:of\s)?{_MONTH},?[\s-]{_YEAR})",
    re.IGNORECASE,
)
_MONTH_FIRST = Later(rf"(?<![a-z]){_MONTH}\s{_DAY},?\s(?:19|20)\d\d(?!\d)", re.IGNORECASE)
_LONGEST_MONTH = len("september. ")
_LABEL = r"(?<![a-z])(?:born|d\.?\s?o\.?\s?b\.?|date\sof\sbirth|birth\s?date|birthday)"
_LABEL_BEFORE = Later(rf"{_LABEL}[^\w.!?]{{0,4}}(?:(?:is|was|on|the|in|given|as)\s{{1,2}}){{0,4}}\Z", re.IGNORECASE)
_LABEL_AFTER = Later(
    r"[^\w.!?]{0,4}(?:(?:is|was)\s)?(?:(?:his|her|their|the|my)\s)?(?:d\.?\s?o\.?\s?b(?![a-z])|date\sof\sbirth)",
    re.IGNORECASE,
)
_LABEL_REACH = 40
_MONTHS = {name: number for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
# A year of two figures up to here is of this century.
_THIS_CENTURY = 40


def births(text: str, figures: Sequence[Run]) -> Iterator[Sign]:
    """Give the full dates that stand beside “born”, “date of birth”, “birthday” or “dob”: the dates alone."""
    reached = 0
    for start, end in figures:
        if start < reached or end - start not in (1, 2, 4):
            continue
        date = _DATE.match(text, start)
        if date is None and text[max(0, start - 2) : start - 1].isalpha():
            date = _MONTH_FIRST.search(text, max(0, start - _LONGEST_MONTH), end + 8)
        if date is None:
            continue
        reached = date.end()
        if _LABEL_BEFORE.search(text, max(0, date.start() - _LABEL_REACH), date.start()) or _LABEL_AFTER.match(
            text, date.end()
        ):
            yield Sign(BORN, *date.span())


def day_of(words: str) -> dt.date | None:
    """Give the day that a date names, read with the day before the month; None where there is no such day."""
    numbers = [int(number) for number in re.findall(r"\d+", words)]
    month = next((_MONTHS[word[:3]] for word in re.findall(r"[a-z]+", words.lower()) if word[:3] in _MONTHS), 0)
    if month and len(numbers) == 2:  # noqa: PLR2004
        day, year = numbers
    elif len(numbers) == 3:  # noqa: PLR2004
        year, month, day = numbers if numbers[0] > 31 else reversed(numbers)  # noqa: PLR2004
    else:
        return None
    if year < 100:  # noqa: PLR2004 - 19 is 2019 and 85 is 1985
        year += 2000 if year <= _THIS_CENTURY else 1900
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None

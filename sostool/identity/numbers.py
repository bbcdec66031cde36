"""Telephone, NHS and National Insurance numbers, however they are grouped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sostool.identity.digits import Run, clusters
from sostool.identity.later import Later
from sostool.identity.sign import NATIONAL_INSURANCE, NHS_NUMBER, TELEPHONE, Sign

_BETWEEN = " \t\n()./-"
_FEWEST = 6
_INSURED = Later(r"(?<!\w)[A-Z]{2}[ -]?\d\d[ -]?\d\d[ -]?\d\d[ -]?[A-D](?!\w)", re.IGNORECASE)
_TO_INSURED = 3
_LABEL_REACH = 40
_AFTER_LABEL = r"\W{0,3}(?:(?:no|nos|number|num|id|is|was|on|at|him|her|them|us|me|mum|dad)\W{1,3}){0,3}\Z"
_RUNG = Later(
    r"(?<![a-z])(?:tel|telephones?|phones?|mobile|mob|cell|landline|fax|whatsapp|ring|rings|rang|call|calls|called|text"
    rf"|texts|texted){_AFTER_LABEL}",
    re.IGNORECASE,
)
_NHS = Later(rf"(?<![a-z])nhs{_AFTER_LABEL}", re.IGNORECASE)
_FILED = Later(
    r"(?<![a-z])(?:ref|reference|case|crime|incident|log|account|order|invoice|claim|policy|unique)" + _AFTER_LABEL,
    re.IGNORECASE,
)
_NATIONAL, _SHORTEST_NATIONAL, _SHORT_LINE = 11, 10, 8
_FROM_ABROAD = (15, 14, 13, 12, 11, 10, 9)
_WITHOUT_BEGINNING = (6, 10)
_NHS_DIGITS = 10
_NHS_GROUPS = [3, 3, 4]
_IN_A_DATE = 3


def numbers(text: str, figures: Sequence[Run]) -> Iterator[Sign]:
    """Give the telephone, NHS and National Insurance numbers of a text.

    An NHS number counts where its check digit is right (modulus 11, as the NHS data dictionary has it) or where it
    is called one. A date, a time, a range and a reference are none of these.
    """
    for cluster in clusters(text, figures, _FEWEST, _BETWEEN):
        first = cluster[0].start
        insured = _INSURED.search(text, max(0, first - _TO_INSURED), cluster[-1].end + 2)
        if insured:
            yield Sign(NATIONAL_INSURANCE, *insured.span())
        elif not _belongs_to_a_word(text, first, cluster[-1].end):
            yield from _in_cluster(text, cluster)


def _belongs_to_a_word(text: str, start: int, end: int) -> bool:
    """Tell whether figures are money, or part of a code such as EX-0042-2026."""
    before, after = text[max(0, start - 2) : start], text[end : end + 1]
    in_code = len(before) == 2 and before[0].isalnum() and before[1] in "-/."  # noqa: PLR2004
    return in_code or before[-1:].isalnum() or before[-1:] in tuple("_£$€") or after.isalnum() or after == "_"


def _in_cluster(text: str, groups: Sequence[Run]) -> Iterator[Sign]:
    start = groups[0].start
    before = text[max(0, start - _LABEL_REACH) : start]
    at = 0
    if _NHS.search(before) and (at := _taking(groups, 0, (_NHS_DIGITS,))):
        yield Sign(NHS_NUMBER, start, groups[at - 1].end)
    elif len(groups) == 1 and not text.startswith("07", start) and _FILED.search(before):
        return
    elif _RUNG.search(before.rstrip("+( ") + " ") and _may_lack_its_beginning(text, groups):
        yield _whole(text, start, groups[-1].end)
        return
    while at < len(groups):
        length = _date(text, groups, at)
        if not length and (length := _nhs(text, groups, at)):
            yield Sign(NHS_NUMBER, groups[at].start, groups[at + length - 1].end)
        elif not length and (length := _telephone(text, groups, at)):
            yield _whole(text, groups[at].start, groups[at + length - 1].end)
        at += length or 1


def _date(text: str, groups: Sequence[Run], at: int) -> int:
    """Tell whether the next three groups are a date written in figures: then they are no part of a number."""
    parts = groups[at : at + _IN_A_DATE]
    if len(parts) < _IN_A_DATE:
        return 0
    if parts[0].end - parts[0].start > 4:  # noqa: PLR2004
        return 0
    words = [text[part.start : part.end] for part in parts]
    mark = text[parts[0].end : parts[1].start]
    if text[parts[1].end : parts[2].start] != mark:
        return 0
    if len(words[0]) == 4:  # noqa: PLR2004
        words.reverse()
    day, month, year = words
    lengths = (len(day), len(month), len(year))
    if max(lengths[:2]) > 2 or not (1 <= int(day) <= 31 and 1 <= int(month) <= 12):  # noqa: PLR2004
        return 0
    of_our_time = year[:2] in ("19", "20") if len(year) == 4 else len(year) == 2 and mark.strip()  # noqa: PLR2004
    return _IN_A_DATE if of_our_time else 0


def _nhs(text: str, groups: Sequence[Run], at: int) -> int:
    lengths = [end - start for start, end in groups[at : at + 3]]
    length = 3 if lengths == _NHS_GROUPS else int(lengths[0] == _NHS_DIGITS)
    if not length:
        return 0
    digits = _digits(text, groups[at : at + length])
    return length if digits[0] not in "012" and len(set(digits)) > 1 and _checks(digits) else 0


def _checks(digits: str) -> bool:
    total = sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False))
    return (11 - total % 11) % 11 == int(digits[-1])


def _telephone(text: str, groups: Sequence[Run], at: int) -> int:
    start, end = groups[at]
    first = text[start : min(end, start + 20)]
    if text[max(0, start - 2) : start].strip("( ").endswith("+") or (first.startswith("00") and first.strip("0")):
        return _from_abroad(text, groups, at)
    if first.startswith("447"):
        return _taking(groups, at, (12,))
    if first[0] != "0":
        return 0
    if first[1:2] in ("3", "8") and len(first) == 4 and not _taking(groups, at, (_NATIONAL, _SHORTEST_NATIONAL)):  # noqa: PLR2004
        return _taking(groups, at, (_SHORT_LINE,))
    length = _taking(groups, at, (_NATIONAL, _SHORTEST_NATIONAL))
    digits = _digits(text, groups[at : at + length])
    if not length or digits[1] not in "12356789":
        return 0
    bracketed = first == "0" and text[end : end + 1] == ")"
    in_pairs = len(digits) == _NATIONAL and (length == _NATIONAL or first == "07")
    return length if len(first) > 2 or bracketed or in_pairs else 0  # noqa: PLR2004


def _from_abroad(text: str, groups: Sequence[Run], at: int) -> int:
    opening = _digits(text, groups[at : at + 3])[:5]
    country = opening.lstrip("0")
    if not country.startswith("44"):
        return _taking(groups, at, _FROM_ABROAD)
    zeros = len(opening) - len(country)
    return _taking(groups, at, (12 + zeros, 13 + zeros, 11 + zeros))


def _may_lack_its_beginning(text: str, groups: Sequence[Run]) -> bool:
    fewest, most = _WITHOUT_BEGINNING
    return (
        len(groups) <= 3  # noqa: PLR2004
        and fewest <= sum(end - start for start, end in groups) <= most
        and not _date(text, groups, 0)
    )


def _taking(groups: Sequence[Run], at: int, wanted: Sequence[int]) -> int:
    """Give how many groups have as many digits together as is wanted, the first wanted length first; 0 for none."""
    total, lengths = 0, {}
    for count, (start, end) in enumerate(groups[at : at + 16], start=1):
        total += end - start
        lengths[total] = count
    return next((lengths[length] for length in wanted if length in lengths), 0)


def _digits(text: str, groups: Sequence[Run]) -> str:
    return "".join(text[start:end] for start, end in groups)


def _whole(text: str, start: int, end: int) -> Sign:
    """Give a telephone number with the plus before it, and with the bracket that it closes itself."""
    opens = ("+", "(") if ")" in text[start:end] else ("+",)
    while text.endswith(opens, 0, start):
        start -= 1
    return Sign(TELEPHONE, start, end)

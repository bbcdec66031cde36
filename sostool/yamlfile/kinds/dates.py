"""Dates, known to the day, the month or the year."""

# ruff: noqa: D102 - what read_single and schema do is said once, in Kind and Single

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from sostool.yamlfile.kinds.kind import MISSING, Single
from sostool.yamlfile.reading import quote

if TYPE_CHECKING:
    from yaml.nodes import ScalarNode

    from sostool.findings.finding import Path
    from sostool.yamlfile.reading import Reading

_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_DECEMBER = 12
_YEAR, _MONTH, _DAY = r"(?!0000)\d{4}", "(0[1-9]|1[0-2])", r"(0[1-9]|[12]\d|3[01])"


class When(NamedTuple):
    """A date that may be known to the day, the month or the year only: its first and last day, and how it was typed."""

    first: dt.date
    last: dt.date
    typed: str


class Day(Single):
    """A date, written 2026-03-17; `partial` allows 2026-03 and 2026."""

    wanted = "a date"

    def __init__(self, *, partial: bool = False) -> None:
        self.partial = partial

    def read_single(self, node: ScalarNode, path: Path, reading: Reading) -> Any:
        when = _when(node.value) if self.partial else _day(node.value)
        if when is None:
            self._not_a_date(node, path, reading)
            return MISSING
        return when

    def _not_a_date(self, node: ScalarNode, path: Path, reading: Reading) -> None:
        message = "This is not a date as case files write it: year, month, day."
        mend = "Write it like 2026-03-17" + (", or 2026-03 or 2026 if no more is known." if self.partial else ".")
        detail = quote(node.value)
        if re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z", node.value):
            message, mend = "There is no such day in the calendar.", "Look at the month and the day."
        elif meant := english_date(node.value):
            # The date itself is text of the case, so it stands in the detail only.
            mend = "Write the year first, then the month, then the day."
            detail += f" is written {meant}"
        elif not self.partial and _when(node.value):
            message = "Here the whole date is wanted, with month and day."
        reading.report("CF105", path, message, node=node, mend=mend, detail=detail)

    def schema(self, _definitions: dict[str, Any]) -> dict[str, Any]:
        if self.partial:
            # A year typed without quotation marks reaches the schema as a number.
            pattern = f"^{_YEAR}(-{_MONTH}(-{_DAY})?)?$"
            return {"type": ["string", "integer"], "pattern": pattern, "minimum": 1000, "maximum": 9999}
        return {"type": "string", "format": "date", "pattern": f"^{_YEAR}-{_MONTH}-{_DAY}$"}


def _day(value: str) -> dt.date | None:
    # fromisoformat also takes 20260317 and 2026-W12-2.
    if len(value) != len("2026-03-17") or value[4] != "-" or value[7] != "-":
        return None
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        return None


def _when(value: str) -> When | None:
    if len(value) == len("2026-03-17"):
        day = _day(value)
        return None if day is None else When(day, day, value)
    if len(value) == len("2026-03"):
        first = _day(f"{value}-01")
        if first is None:
            return None
        last = next(day for end in (31, 30, 29, 28) if (day := _day(f"{value}-{end}")) is not None)
        return When(first, last, value)
    first = _day(f"{value}-01-01")
    return None if first is None else When(first, first.replace(month=_DECEMBER, day=31), value)


def english_date(value: str) -> str | None:
    """Turn a date as people in England write it (17/03/2026, 17 March 2026) into 2026-03-17; None if it is none."""
    value = value.strip()
    if numbers := re.match(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})\Z", value):
        day, month, year = int(numbers[1]), int(numbers[2]), int(numbers[3])
    elif words := re.match(r"(?i)(?:[a-z]+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?,?\s+(\d{4})\Z", value):
        months = [name for name in _MONTHS if name.startswith(words[2].lower())]
        if len(months) != 1:
            return None
        day, month, year = int(words[1]), _MONTHS.index(months[0]) + 1, int(words[3])
    else:
        return None
    try:
        return dt.date(year + 2000 if year < 100 else year, month, day).isoformat()  # noqa: PLR2004 - two digits
    except ValueError:
        return None

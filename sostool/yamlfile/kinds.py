"""The kinds of value a YAML file of ours may hold: how each is read, and how JSON Schema says it."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any, NamedTuple

from yaml.nodes import MappingNode, Node, SequenceNode

from sostool.findings.finding import Path
from sostool.yamlfile.reading import Reading, Reference, nearest

MISSING: Any = object()

ID = re.compile(r"[a-z][a-z0-9-]*\Z")
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})\Z")
_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z")
_ENGLISH_DATE = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{2,4})\Z")
_MONTHS = "january february march april may june july august september october november december".split()
_WORDED_DATE = re.compile(r"(?:[a-z]+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?,?\s+(\d{4})\Z", re.IGNORECASE)
_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,5})(?:\.\d{1,3})?\Z")


class When(NamedTuple):
    """A date that may be known to the day, the month or the year only: its first and last day, and how it was typed."""

    first: dt.date
    last: dt.date
    typed: str


class Kind:
    """How one kind of value is read. `wanted` names it in messages."""

    wanted = "a value"

    def read(self, node: Node, path: Path, reading: Reading) -> Any:
        """Give the value, or MISSING after reporting what is wrong."""
        raise NotImplementedError

    def schema(self, definitions: dict[str, Any]) -> dict[str, Any]:
        """Say the same in JSON Schema (draft 2020-12)."""
        raise NotImplementedError


class Text(Kind):
    """Plain text, kept as typed."""

    wanted = "a text"

    def read(self, node: Node, path: Path, reading: Reading) -> Any:
        value = reading.scalar(node, path, self.wanted)
        return MISSING if value is None else value

    def schema(self, definitions: dict[str, Any]) -> dict[str, Any]:
        # Numbers and dates typed without quotation marks are text here, whatever a YAML library makes of them.
        return {"type": ["string", "number", "boolean"]}


class Matching(Kind):
    """A text of a fixed shape, such as the reference."""

    def __init__(self, pattern: str, wanted: str, mend: str) -> None:
        self.pattern = re.compile(rf"(?:{pattern})\Z")
        self.source = pattern
        self.wanted = wanted
        self.mend = mend

    def read(self, node: Node, path: Path, reading: Reading) -> Any:
        value = reading.scalar(node, path, self.wanted)
        if value is None:
            return MISSING
        if not self.pattern.match(value):
            reading.report("CF112", path, f"This is not {self.wanted}.", mend=self.mend, detail=f"“{value}”")
            return MISSING
        return value

    def schema(self, definitions: dict[str, Any]) -> dict[str, Any]:
        return {"type": ["string", "number"], "pattern": f"^(?:{self.source})$"}


class Choice(Kind):
    """One word of a short list."""

    def __init__(self, *values: str) -> None:
        self.values = values
        self.wanted = "one of " + ", ".join(values)

    def read(self, node: Node, path: Path, reading: Reading) -> Any:
        value = reading.scalar(node, path, self.wanted)
        if value is None:
            return MISSING
        if value in self.values:
            return value
        near = nearest(value, self.values)
        reading.report(
            "CF103",
            path,
            "This word is not one of those that can stand here." + (f" Did you mean “{near}”?" if near else ""),
            mend="Write one of: " + ", ".join(self.values) + ".",
            detail=f"“{value}”",
        )
        return MISSING

    def schema(self, definitions: dict[str, Any]) -> dict[str, Any]:
        return {"enum": list(self.values)}


class YesNo(Kind):
    """`true` or `false`, and nothing else: a mark that might be misread must never be guessed."""

    wanted = "true or false"

    def read(self, node: Node, path: Path, reading: Reading) -> Any:
        value = reading.scalar(node, path, self.wanted)
        if value is None:
            return MISSING
        if not node.style and value in ("true", "false"):
            return value == "true"
        reading.report(
            "CF103",
            path,
            "Here only true or false can stand, without quotation marks.",
            mend="Write true for yes and false for no.",
            detail=f"“{value}”",
        )
        return MISSING

    def schema(self, definitions: dict[str, Any]) -> dict[str, Any]:
        return {"type": "boolean"}


class Number(Kind):
    """A number between two ends; `halves` allows 4.5, else it is whole."""

    def __init__(self, least: int, most: int, *, halves: bool = False) -> None:
        self.least, self.most, self.halves = least, most, halves
        self.wanted = f"a number from {least} to {most}"

    def read(self, node: Node, path: Path, reading: Reading) -> Any:
        value = reading.scalar(node, path, self.wanted)
        if value is None:
            return MISSING
        if not _NUMBER.match(value):
            reading.report("CF102", path, f"Here {self.wanted} is wanted.", mend="Write it in digits.", detail=f"“{value}”")
            return MISSING
        number = float(value)
        if not self.least <= number <= self.most:
            reading.report("CF104", path, f"This number is not from {self.least} to {self.most}.", detail=f"“{value}”")
            return MISSING
        if number * (2 if self.halves else 1) % 1:
            reading.report(
                "CF104", path, "Only whole numbers" + (" and halves" if self.halves else "") + " can stand here.", detail=f"“{value}”"
            )
            return MISSING
        return number if self.halves else int(number)

    def schema(self, definitions: dict[str, Any]) -> dict[str, Any]:
        step: dict[str, Any] = {"multipleOf": 0.5} if self.halves else {}
        return {"type": "number" if self.halves else "integer", "minimum": self.least, "maximum": self.most, **step}


class Day(Kind):
    """A date, written 2026-03-17; `partial` allows 2026-03 and 2026."""

    def __init__(self, *, partial: bool = False) -> None:
        self.partial = partial
        self.wanted = "a date"

    def read(self, node: Node, path: Path, reading: Reading) -> Any:
        value = reading.scalar(node, path, self.wanted)
        if value is None:
            return MISSING
        match = (_PARTIAL if self.partial else _DAY).match(value)
        when = _span(match) if match else None
        if when is None:
            self._not_a_date(value, bool(match), path, reading)
            return MISSING
        return when if self.partial else when.first

    def _not_a_date(self, value: str, looks_right: bool, path: Path, reading: Reading) -> None:
        if looks_right:
            message, mend = "There is no such day in the calendar.", "Look at the month and the day."
        else:
            message = "This is not a date as case files write it: year, month, day."
            meant = english_date(value)
            if meant:
                # The date itself is text of the case, so it stands in the detail only.
                reading.report("CF105", path, message, mend="Write the year first, then the month, then the day.",
                               detail=f"“{value}” is written {meant}")
                return
            mend = "Write it like 2026-03-17" + (", or 2026-03 or 2026 if no more is known." if self.partial else ".")
        reading.report("CF105", path, message, mend=mend, detail=f"“{value}”")

    def schema(self, definitions: dict[str, Any]) -> dict[str, Any]:
        if self.partial:
            return {"type": ["string", "integer"], "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}
        return {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}


def _span(match: re.Match[str]) -> When | None:
    year, month, day = match[1], match[2] or "", match[3] or ""
    try:
        if day:
            first = last = dt.date(int(year), int(month), int(day))
        elif month:
            first = dt.date(int(year), int(month), 1)
            last = (first + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(days=1)
        else:
            first, last = dt.date(int(year), 1, 1), dt.date(int(year), 12, 31)
    except (ValueError, OverflowError):
        return None
    return When(first, last, match.string)


def english_date(value: str) -> str | None:
    """Turn a date as people in England write it (17/03/2026, 17 March 2026) into 2026-03-17; None if it is none."""
    if numbers := _ENGLISH_DATE.match(value.strip()):
        day, month, year = int(numbers[1]), int(numbers[2]), int(numbers[3])
    elif words := _WORDED_DATE.match(value.strip()):
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


class Id(Kind):
    """A short id that names something in this file: small letters, digits and hyphens."""

    wanted = "a short id"

    def __init__(self, kind: str) -> None:
        self.kind = kind

    def read(self, node: Node, path: Path, reading: Reading) -> Any:
        value = reading.scalar(node, path, self.wanted)
        if value is None:
            return MISSING
        if not ID.match(value):
            report_bad_id(reading, value, path)
            return MISSING
        return value

    def schema(self, definitions: dict[str, Any]) -> dict[str, Any]:
        return {"type": "string", "pattern": "^[a-z][a-z0-9-]*$"}


def report_bad_id(reading: Reading, value: str, path: Path) -> None:
    """Report an id that is not made of small letters, digits and hyphens."""
    reading.report(
        "CF110",
        path,
        "An id is made of small letters, digits and hyphens, and starts with a letter.",
        mend="Write it like aunt-jo.",
        detail=f"“{value}”",
        place=reading.source.place(path, key=True),
    )


class To(Kind):
    """An id that stands for something else in the file, such as a person; `also` lists words allowed instead."""

    def __init__(self, kind: str, *, also: tuple[str, ...] = (), free_text: bool = False) -> None:
        self.kind, self.also, self.free_text = kind, also, free_text
        self.wanted = f"the id of a {kind}"

    def read(self, node: Node, path: Path, reading: Reading) -> Any:
        value = reading.scalar(node, path, self.wanted)
        if value is None:
            return MISSING
        if value not in self.also:
            reading.references.append(Reference(self.kind, value, path, self.free_text))
        return value

    def schema(self, definitions: dict[str, Any]) -> dict[str, Any]:
        if self.free_text:
            return {"type": "string"}
        if self.also:
            return {"type": "string", "pattern": "^[a-z][a-z0-9-]*$", "examples": list(self.also)}
        return {"type": "string", "pattern": "^[a-z][a-z0-9-]*$"}


class ListOf(Kind):
    """Several values of one kind; a single one may stand alone."""

    def __init__(self, inner: Kind) -> None:
        self.inner = inner
        self.wanted = "a list"

    def read(self, node: Node, path: Path, reading: Reading) -> Any:
        inner = self.inner
        if not isinstance(node, SequenceNode):
            value = inner.read(node, (*path, 0), reading)
            return () if value is MISSING else (value,)
        values = []
        for index, item in enumerate(node.value):
            if not reading.missing(item):
                value = inner.read(item, (*path, index), reading)
                if value is not MISSING:
                    values.append(value)
        return tuple(values)

    def schema(self, definitions: dict[str, Any]) -> dict[str, Any]:
        inner = self.inner.schema(definitions)
        return {"anyOf": [{"type": "array", "items": inner}, inner]}


class Words(Kind):
    """Names of the reader's own choosing, each with a text: a profile's labels."""

    wanted = "keys, each with a text"

    def __init__(self, known: tuple[str, ...] = ()) -> None:
        self.known = known

    def read(self, node: Node, path: Path, reading: Reading) -> Any:
        if not isinstance(node, MappingNode):
            reading.wrong_type(node, path, self.wanted)
            return MISSING
        values: dict[str, str] = {}
        for key, value in node.value:
            name = key.value if isinstance(key.value, str) else ""
            if self.known and name not in self.known:
                reading.unknown_key(key, path, self.known)
            elif name in values:
                reading.doubled_key(key, path)
            elif (text := reading.scalar(value, (*path, name), "a text")) is not None:
                values[name] = text
        return values

    def schema(self, definitions: dict[str, Any]) -> dict[str, Any]:
        if self.known:
            return {"type": "object", "properties": {name: {"type": "string"} for name in self.known}, "additionalProperties": False}
        return {"type": "object", "additionalProperties": {"type": "string"}}



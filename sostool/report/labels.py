"""Our own words, in one language, with what an authority says otherwise."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal, cast

import yaml

from sostool.profile import Profile
from sostool.report.blocks import Line, Run
from sostool.yamlfile.kinds import When

_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")


class LabelMistakeError(Exception):
    """A label that is wanted, or that a profile changes, does not exist; or its blanks are not those it must have."""


@dataclass(frozen=True, slots=True)
class Labels:
    """The words of one language by their keys, its months, and how it writes dates and lists."""

    language: str
    direction: Literal["ltr", "rtl"]
    words: dict[str, str]
    months: tuple[str, ...]
    date_form: str
    month_form: str
    comma: str
    last_comma: str

    def __call__(self, name: str, /, **values: str) -> str:
        """Give a label with its blanks filled in."""
        try:
            return self.words[name].format_map(values)
        except KeyError as error:
            raise LabelMistakeError(f"the label {name} or its blank {error} does not exist") from None

    def has(self, name: str) -> bool:
        """Tell whether there is a label of this name."""
        return name in self.words

    def line(self, name: str, /, **values: Line) -> Line:
        """Give a label as a line in which the blanks are filled with typed text, each piece kept apart."""
        runs: list[Run] = []
        for index, piece in enumerate(_PLACEHOLDER.split(self.words[name])):
            if index % 2:
                runs += values[piece]
            elif piece:
                runs.append(Run(piece))
        return tuple(runs)

    def date(self, date: dt.date) -> str:
        """Write a date out: 17 March 2026."""
        return self.date_form.format(day=date.day, month=self.months[date.month - 1], year=date.year)

    def when(self, when: When) -> str:
        """Write a date out as exactly as it is known."""
        if when.first == when.last:
            return self.date(when.first)
        if (when.first.year, when.first.month) == (when.last.year, when.last.month):
            return self.month_form.format(month=self.months[when.first.month - 1], year=when.first.year)
        return str(when.first.year)

    def names(self, names: Iterable[str]) -> Line:
        """List names as this language does: Lisa, Jo and Ray."""
        listed = list(names)
        runs: list[Run] = []
        for index, name in enumerate(listed):
            if index:
                runs.append(Run(self.last_comma if index == len(listed) - 1 else self.comma))
            runs.append(Run(name, typed=True))
        return tuple(runs)


def read_labels(text: str, profile: Profile) -> Labels:
    """Read a label file and lay a profile's own words over it.

    Raises:
        LabelMistakeError: the profile changes a label that does not exist, or uses a blank that it does not have.
    """
    data = cast("dict[str, Any]", yaml.load(text, Loader=yaml.CSafeLoader))
    words: dict[str, str] = dict(data["words"])
    for name, value in profile.labels.items():
        if name not in words:
            raise LabelMistakeError(f"the profile {profile.name} changes a label that does not exist: {name}")
        if set(_PLACEHOLDER.findall(value)) - set(_PLACEHOLDER.findall(words[name])):
            raise LabelMistakeError(f"the profile {profile.name} uses a blank in {name} that is not filled in")
        words[name] = value
    return Labels(
        language=data["language"],
        direction=data["direction"],
        words=words,
        months=tuple(data["months"]),
        date_form=data["date"],
        month_form=data["month"],
        comma=data["list"],
        last_comma=data["list_last"],
    )

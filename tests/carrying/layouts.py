"""The same case written in many ways: in blocks and in brackets, with comments, empty lines and every kind of text."""

from __future__ import annotations

import json
import random
import re
from typing import Any

from report.proof.plain import Data

_BARE = re.compile(r"true|false|\d+(\.\d+)?|\d{4}-\d\d-\d\d|[a-z][a-z-]*")


class Writer:
    """Writes plain data as YAML in a manner of its own, told by a number. Each comment in it is unlike every other."""

    def __init__(self, seed: int, line_end: str = "\n") -> None:
        self._random = random.Random(seed)
        self._line_end = line_end
        self._comments = 0
        self._dashes = self._random.choice((0, 2, 4))
        self._keys = self._random.choice((2, 3, 4))
        self._brackets = self._random.choice((0.0, 0.1, 0.4, 0.8))
        self._remarks = self._random.choice((0.0, 0.15, 0.5))

    def write(self, data: Data) -> bytes:
        """Write a whole file."""
        lines: list[str] = []
        if self._maybe(0.3):
            lines += ["# a header", *([""] if self._maybe(0.5) else [])]
        if self._maybe(0.2):
            lines.append("---")
        if self._maybe(0.05):
            lines.append(self._on_one_line(data))
        else:
            lines += self._mapping(data, 0)
        if self._maybe(0.2):
            lines.append("# an end")
        end = self._line_end if self._maybe(0.8) or self._keeps(lines) else ""
        mark = "\ufeff" if self._maybe(0.1) else ""
        return (mark + self._line_end.join(lines) + end).encode()

    @staticmethod
    def _keeps(lines: list[str]) -> bool:
        # A text in a block that the file ends with, without a line end, cannot be followed by anything.
        return not lines[-1].strip() or lines[-1].startswith("    ")

    def _maybe(self, chance: float) -> bool:
        return self._random.random() < chance

    def _comment(self) -> str:
        self._comments += 1
        return f"# remark {self._comments:04d}"

    def _above(self, column: int) -> list[str]:
        lines = [""] * self._random.choice((0, 0, 0, 1, 2))
        if self._maybe(self._remarks):
            lines += [" " * column + self._comment() for _ in range(self._random.choice((1, 1, 2)))]
            lines += [""] * self._random.choice((0, 0, 0, 1))
        return lines

    def _beside(self) -> str:
        return f"  {self._comment()}" if self._maybe(self._remarks / 2) else ""

    def _mapping(self, data: dict[str, Any], column: int) -> list[str]:
        lines: list[str] = []
        for key, value in data.items():
            lines += self._above(column)
            lines += self._value(f"{' ' * column}{key}:", value, column, is_item=False)
        return lines

    def _value(self, head: str, value: Any, column: int, *, is_item: bool) -> list[str]:
        if not isinstance(value, (dict, list)):
            return self._scalar(head, value, column)
        if not value or self._maybe(self._brackets):
            if isinstance(value, dict) and len(value) > 1 and self._maybe(0.3):
                return self._on_lines(head, value, column)
            return [f"{head} {self._on_one_line(value)}{self._beside()}"]
        if isinstance(value, list):
            return [head + self._beside(), *self._list(value, column + self._dashes)]
        if is_item:
            inner = column + 2
            first, *others = self._mapping_without_above(value, inner)
            return [f"{head} {first[inner:]}", *others]
        return [head + self._beside(), *self._mapping(value, column + self._keys)]

    def _mapping_without_above(self, data: dict[str, Any], column: int) -> list[str]:
        (key, value), *others = data.items()
        lines = self._value(f"{' ' * column}{key}:", value, column, is_item=False)
        return lines + self._mapping(dict(others), column)

    def _list(self, items: list[Any], column: int) -> list[str]:
        lines: list[str] = []
        for item in items:
            lines += self._above(column)
            lines += self._value(f"{' ' * column}-", item, column, is_item=True)
        return lines

    def _on_lines(self, head: str, value: dict[str, Any], column: int) -> list[str]:
        """Write a set of keys in brackets over several lines, with comments at their ends."""
        inwards = " " * (column + 3)
        pairs = [f"{inwards}{key}: {self._on_one_line(one)}" for key, one in value.items()]
        ends = [*("," for _ in pairs[1:]), self._random.choice(("", ","))]
        lines = [f"{pair}{end}{self._beside()}" for pair, end in zip(pairs, ends, strict=True)]
        return [f"{head} {{", *lines, f"{inwards}}}"]

    def _on_one_line(self, value: Any) -> str:
        if isinstance(value, dict):
            return "{" + ", ".join(f"{key}: {self._on_one_line(one)}" for key, one in value.items()) + "}"
        if isinstance(value, list):
            return "[" + ", ".join(self._on_one_line(one) for one in value) + "]"
        return self._short(str(value))

    def _short(self, text: str) -> str:
        if _BARE.fullmatch(text) and text not in ("null", "y", "n"):
            return text
        if "\n" in text or self._maybe(0.5):
            return json.dumps(text, ensure_ascii=False)
        return "'" + text.replace("'", "''") + "'"

    def _scalar(self, head: str, value: Any, column: int) -> list[str]:
        text = str(value)
        if not text.startswith("text ") or self._maybe(0.3):
            return [f"{head} {self._short(text)}{self._beside()}"]
        inwards = " " * (column + 5)
        match self._random.choice(("|", "|-", "|+", ">-", ">", "plain", "quoted")):
            case "plain":
                first, *words = text.split(" ")
                return [f"{head} {first}", *(f"{inwards}{word}" for word in words)]
            case "quoted":
                first, *words = text.split(" ")
                return [f'{head} "{first}', *(f"{inwards}{word}" for word in words[:-1]), f'{inwards}{words[-1]}"']
            case "|+" as style:
                return [f"{head} {style}", inwards + text, *[""] * self._random.choice((0, 1, 2))]
            case style:
                remark = f"{inwards}# not a remark" if self._maybe(0.2) and style == "|" else None
                return [f"{head} {style}{self._beside()}", inwards + text, *([remark] if remark else [])]

"""Values written the way case files have them, so that YAML gives them back as they are.

A short text stands on the line of its key, without quotation marks where it can. A text of several lines, or a long
one, is a block: typed lines stay lines.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

# What can be written: single values, lists of them, and sets of keys.
Value: TypeAlias = "str | bool | int | float | dt.date | Sequence[Value] | Mapping[str, Value]"

# A line longer than this is hard to read in an editor.
WIDTH = 100

_PLAIN = re.compile(r"[^\W\d_](?:[\w '’.,()-]*[\w'’.,()-])?\Z")
_READ_OTHERWISE = frozenset(("null", "true", "false", "yes", "no", "on", "off", "y", "n"))
_ID = re.compile(r"[a-z][a-z0-9-]*\Z")


class OneLine(dict[str, Value]):
    """A set of keys that stands on one line, in brackets, where it is an entry of a list and short enough."""


class Indents(NamedTuple):
    """How much further in than their key the keys of a set, and the dashes of a list, stand."""

    keys: int = 2
    dashes: int = 2


USUAL = Indents()


def scalar(text: str, *, in_brackets: bool = False) -> str:
    """Write a text on one line.

    Args:
        text: the text.
        in_brackets: whether it will stand in a list or a set of keys in brackets, where a comma ends it.
    """
    if _PLAIN.match(text) and text.lower() not in _READ_OTHERWISE and not (in_brackets and "," in text):
        return text
    if "\n" in text or "\r" in text or ("'" in text and not set('"\\') & set(text)):
        typed = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
        return f'"{typed}"'
    return "'" + text.replace("'", "''") + "'"


def block(head: str, text: str) -> list[str]:
    """Write a text as a block, so that typed lines stay lines and arrive as they are.

    Args:
        head: what stands before the block on its first line, such as `  why:`. The text is put two further in than it.
        text: the text; it holds more than empty lines.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    body = text.rstrip("\n")
    ends = len(text) - len(body)
    start = "2" if body[0] in " \t\n" else ""
    end = ("-", "")[ends] if ends < 2 else "+"  # noqa: PLR2004 - none, one, or more
    inwards = " " * (len(head) - len(head.lstrip()) + 2)
    return [
        f"{head} |{start}{end}",
        *(inwards + line if line else "" for line in body.split("\n")),
        *[""] * (ends - 1),
    ]


def on_one_line(value: Value) -> str:
    """Write a value on one line, as it stands in brackets."""
    if isinstance(value, str):
        return scalar(value, in_brackets=True)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {on_one_line(one)}" for key, one in value.items()) + "}"
    if isinstance(value, Sequence):
        return "[" + ", ".join(on_one_line(one) for one in value) + "]"
    return _single(value)


def lines_of(value: Value, indents: Indents = USUAL, *, blocks: bool = True) -> list[str]:
    """Write a set of keys or a list as lines that start at the very left.

    Args:
        value: what is written.
        indents: how far in things stand.
        blocks: whether long texts may be blocks; if not, every text stands on one line.
    """
    if isinstance(value, Mapping):
        return [line for key, one in value.items() for line in pair_lines(key, one, indents, blocks=blocks)]
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [line for one in value for line in item_lines(one, indents, blocks=blocks)]
    raise TypeError(type(value).__name__)


def pair_lines(key: str, value: Value, indents: Indents = USUAL, *, blocks: bool = True) -> list[str]:
    """Write a key with its value as lines that start at the very left."""
    if isinstance(value, Mapping):
        return [f"{key}:", *_moved(lines_of(value, indents, blocks=blocks), indents.keys)]
    if isinstance(value, Sequence) and not isinstance(value, str):
        line = f"{key}: {on_one_line(value)}"
        if len(line) <= WIDTH and all(isinstance(one, str) and _ID.match(one) for one in value):
            return [line]
        return [f"{key}:", *_moved(lines_of(value, indents, blocks=blocks), indents.dashes)]
    return _text_lines(f"{key}:", value, blocks=blocks)


def item_lines(value: Value, indents: Indents = USUAL, after_dash: int = 2, *, blocks: bool = True) -> list[str]:
    """Write one entry of a list as lines, the first with its dash at the very left.

    Args:
        value: the entry.
        indents: how far in things stand inside it.
        after_dash: how much further in than the dash the entry stands.
        blocks: whether long texts may be blocks.
    """
    if isinstance(value, OneLine) and len(line := "-" + " " * (after_dash - 1) + on_one_line(value)) <= WIDTH:
        return [line]
    if isinstance(value, Mapping) and value:
        first, *others = _moved(lines_of(value, indents, blocks=blocks), after_dash)
        return ["-" + first[1:], *others]
    if isinstance(value, Sequence | Mapping) and not isinstance(value, str):
        return [f"- {on_one_line(value)}"]
    return _text_lines("-" + " " * (after_dash - 2), value, blocks=blocks)


def _text_lines(head: str, value: Value, *, blocks: bool) -> list[str]:
    if not isinstance(value, str):
        return [f"{head} {_single(value)}"]
    line = f"{head} {scalar(value)}"
    blocks = blocks and bool(value.strip())
    return block(head, value) if blocks and ("\n" in value or "\r" in value or len(line) > WIDTH) else [line]


def _single(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def _moved(lines: list[str], columns: int) -> Iterator[str]:
    return (" " * columns + line if line else "" for line in lines)

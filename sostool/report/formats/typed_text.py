"""Typed text: what somebody wrote into the case file, cut into paragraphs and lists, with no other meaning."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeAlias

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_NEVER_TEXT = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff\u202a-\u202e]")
_ISOLATES = re.compile("[\u2066-\u2069]")
_SPACES = re.compile(r"[ \t]+")
_LIST_MARK = "- "


@dataclass(frozen=True, slots=True)
class TypedParagraph:
    """Lines that belong together; each ends where its writer pressed Enter."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TypedList:
    """Lines that started with `- `, without that."""

    entries: tuple[str, ...]


TypedPart: TypeAlias = TypedParagraph | TypedList


def clean(text: str) -> str:
    """Leave out what is not text: control characters, halves of characters, marks that turn the reading order.

    The case file's reader refuses these already; a document keeps to it whoever made its blocks.
    """
    if text.isprintable():  # whatever is left out here is not, and most texts are
        return text
    text = _NEVER_TEXT.sub("", _LINE_ENDS.sub("\n", text))
    return text if _isolates_balance(text) else _ISOLATES.sub("", text)


def on_one_line(text: str) -> str:
    """Clean a text and put it on one line."""
    return " ".join(clean(text).split())


def spaced(line: str) -> str:
    """Put one space where several or tabs stand in a line, and none at its ends."""
    return _SPACES.sub(" ", line).strip() if "  " in line or "\t" in line else line.strip()


def typed_parts(text: str) -> tuple[TypedPart, ...]:
    """Cut typed text at its blank lines, and where lines that start with `- ` begin and end.

    Args:
        text: as typed.

    Returns:
        Its parts in order. No line in them is empty or starts or ends with a space.
    """
    parts: list[TypedPart] = []
    together: list[str] = []
    listed = False

    def close() -> None:
        if together:
            parts.append(TypedList(tuple(together)) if listed else TypedParagraph(tuple(together)))
            together.clear()

    for raw in clean(text).split("\n"):
        line = spaced(raw)
        entry = line.removeprefix(_LIST_MARK).strip() if line.startswith(_LIST_MARK) else ""
        if not line or bool(entry) != listed:
            close()
            listed = bool(entry)
        if line:
            together.append(entry or line)
    close()
    return tuple(parts)


def _isolates_balance(text: str) -> bool:
    depth = 0
    for found in _ISOLATES.findall(text):
        depth += -1 if found == "\u2069" else 1
        if depth < 0:
            return False
    return depth == 0

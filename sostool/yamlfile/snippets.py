"""Examples as editors put them in: every value is a blank to fill, in the order in which it is typed."""

from __future__ import annotations

import re
from itertools import count
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sostool.yamlfile.parts import Part

_SHORT_WORD = re.compile(r"[\w-]+\Z")
# What YAML would not take for a plain text.
_NOT_PLAIN = re.compile(r"""^[\s\-?:,\[\]{}#&*!|>'"%@`]|:\s|\s#|[:\s]$|\n""")
_MEANS_SOMETHING = re.compile(r"[\\$}]")


def snippet(example: Any, part: type[Part] | None = None) -> Any:
    """Give the body of a snippet: the example with a numbered blank for each value.

    Args:
        example: what stands after the key.
        part: the part it is, or the items of which it is; in a set of parts by id the ids are blanks too.
    """
    return _with_blanks(example, part, count(1))


def _with_blanks(example: Any, part: type[Part] | None, numbers: Iterator[int]) -> Any:
    if isinstance(example, dict):
        by_id = part is not None and not example.keys() <= part.keys.keys()
        return {
            _blank(name, numbers) if by_id else name: _with_blanks(
                value, None if part is None or by_id or name not in part.keys else part.keys[name].kind.part, numbers
            )
            for name, value in example.items()
        }
    if isinstance(example, list):
        if all(_SHORT_WORD.match(str(item)) for item in example):
            return f"[{', '.join(_blank(item, numbers) for item in example)}]"
        return [_with_blanks(item, part, numbers) for item in example]
    return _blank(example, numbers)


def _blank(value: Any, numbers: Iterator[int]) -> str:
    return f"${{{next(numbers)}:{_MEANS_SOMETHING.sub(_escaped, scalar(value))}}}"


def _escaped(found: re.Match[str]) -> str:
    return f"\\{found.group()}"


def scalar(value: Any) -> str:
    """Write a single value so that YAML gives it back as it is."""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value)
    return "'" + text.replace("'", "''") + "'" if _NOT_PLAIN.search(text) else text


def as_lines(value: Any, inwards: str = "") -> Iterator[str]:
    """Write a set of keys or a list out as the lines of a file."""
    items = value.items() if isinstance(value, dict) else (("-", item) for item in value)
    for name, inner in items:
        start = f"{inwards}-" if name == "-" else f"{inwards}{name}:"
        if isinstance(inner, list) and all(_SHORT_WORD.match(str(item)) for item in inner):
            yield f"{start} [{', '.join(scalar(item) for item in inner)}]"
        elif name == "-" and isinstance(inner, dict):
            first, *others = as_lines(inner, f"{inwards}  ")
            yield f"{inwards}- {first.lstrip()}"
            yield from others
        elif isinstance(inner, list | dict):
            yield start
            yield from as_lines(inner, f"{inwards}  ")
        else:
            yield f"{start} {scalar(inner)}"

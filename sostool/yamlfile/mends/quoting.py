"""Putting a text in quotation marks: the mend for most of what YAML takes for something else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sostool.yamlfile.mends.left_open import QUOTES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sostool.yamlfile.mends.page import Line, Page

QUOTE_IT = "Put the whole text in quotation marks."
QUOTE_IT_OR_BLOCK = "Put the whole text in quotation marks, or start it on the next line after `>-`."

_END_OF_ENTRY = re.compile(r"\s*[,\]}]")
_START_OF_ENTRY = re.compile(r"[\[{,]\s*|:\s+")


def is_entry(line: Line, offset: int) -> bool:
    """Tell whether what stands at an offset is an entry of a list or a set of keys in brackets."""
    return line.inside == "flow" or (line.value[:1] in ("[", "{") and offset > line.start)


def start_of_text(page: Page, number: int, offset: int) -> tuple[int, int]:
    """Give the line's number and the offset where the text starts that something on a line belongs to."""
    line = page.line(number)
    if not is_entry(line, offset):
        return number, line.start
    first = page.lines_in_brackets(line)[0]
    above = [page.line(one).text for one in range(first.number, number)]
    before = "\n".join([*above, line.text[:offset]])
    start = first.start
    for match in _START_OF_ENTRY.finditer(before, start):
        start = match.end()
    return first.number + before.count("\n", 0, start), start - (before.rfind("\n", 0, start) + 1)


def in_quotes(
    page: Page, start: tuple[int, int], after: tuple[int, int], *, before_a_sign: bool = False
) -> Iterator[dict[int, str]]:
    """Put a text in quotation marks: to the end of its lines, or in brackets to each place where it could end.

    Args:
        page: the whole text.
        start: the line's number and the offset where the text starts.
        after: a line's number and an offset that belong to it.
        before_a_sign: only where a comma or a closing bracket follows.
    """
    line, offset = page.line(start[0]), start[1]
    if not is_entry(line, offset):
        yield _changed([line, *page.continued(line)], offset, None)
        return
    lines = [one for one in page.lines_in_brackets(line) if one.number >= line.number]
    behind = sum(len(one.text) + 1 for one in lines if one.number < after[0]) + after[1]
    text = "\n".join(one.text for one in lines)
    for match in _END_OF_ENTRY.finditer(text, behind):
        yield _changed(lines, offset, match.start())
    if not before_a_sign:
        last = text.find("\n", behind)
        yield _changed(lines, offset, last if last > 0 else None)


def _changed(lines: list[Line], start: int, end: int | None) -> dict[int, str]:
    """Put a stretch of some lines in quotation marks."""
    text = "\n".join(one.text for one in lines)
    end = start + len(text[start:end].rstrip())
    new = text[:start] + _quoted(text[start:end]) + text[end:]
    return {one.number: changed for one, changed in zip(lines, new.split("\n"), strict=True)}


def _quoted(text: str) -> str:
    """Put a text in single quotation marks; those that are there already, but end too early, are taken away."""
    mark = text[:1]
    if mark in QUOTES and len(text) > 1 and text.endswith(mark):
        text = text[1:-1]
        if mark == "'":
            text = text.replace("''", "'")
    return "'" + text.replace("'", "''") + "'"

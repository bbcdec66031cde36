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

_END_OF_ENTRY = re.compile(r"[ \t]*[,\]}]")
_START_OF_ENTRY = re.compile(r"[\[{,][ \t]*|:[ \t]+")


def is_entry(line: Line, offset: int) -> bool:
    """Tell whether what stands at an offset is an entry of a list or a set of keys in brackets."""
    return line.inside == "flow" or (line.value[:1] in ("[", "{") and offset > line.start)


def start_of_text(line: Line, offset: int) -> int:
    """Give the offset where the text starts that something at an offset belongs to."""
    if not is_entry(line, offset):
        return line.start
    starts = [match.end() for match in _START_OF_ENTRY.finditer(line.text, 0 if line.inside else line.start, offset)]
    return starts[-1] if starts else line.start


def in_quotes(page: Page, line: Line, start: int, after: int) -> Iterator[dict[int, str]]:
    """Put a text in quotation marks: to the end of its lines, or in brackets to each place where it could end.

    Args:
        page: the whole text.
        line: the line on which the text starts.
        start: the offset at which it starts.
        after: an offset that belongs to it.
    """
    if is_entry(line, start):
        text = line.text
        for end in [*(match.start() for match in _END_OF_ENTRY.finditer(text, after)), len(text.rstrip())]:
            yield {line.number: text[:start] + _quoted(text[start:end]) + text[end:]}
        return
    lines = [line, *page.continued(line)]
    texts = [line.text[start:], *(after.text for after in lines[1:])]
    marked = _quoted("\n".join(texts).rstrip()).split("\n")
    marked[0] = line.text[:start] + marked[0]
    yield {each.number: text for each, text in zip(lines, marked, strict=True)}


def _quoted(text: str) -> str:
    """Put a text in single quotation marks; those that are there already, but end too early, are taken away."""
    mark = text[:1]
    if mark in QUOTES and len(text) > 1 and text.endswith(mark):
        text = text[1:-1]
        if mark == "'":
            text = text.replace("''", "'")
    return "'" + text.replace("'", "''") + "'"

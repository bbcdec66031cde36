"""Links (& and *), tags (!) and instructions (%): what YAML has and a case file may not hold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml

from sostool.findings.finding import Place
from sostool.yamlfile.composer import Parser
from sostool.yamlfile.mends.page import Page
from sostool.yamlfile.mends.quoting import in_quotes
from sostool.yamlfile.trouble import Told, Trouble

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_TOLD = 40
_KEY = re.compile(r"[ \t]*(?:- +)*[a-z][a-z_]*:(?:\s|$)")
_TO_TEXT = "If it belongs to the text, put the whole text in quotation marks."


def links_and_tags(text: str) -> Told | None:
    """Find the links, tags and instructions in a text that is otherwise YAML.

    Returns:
        Them all, with the text that was probably meant; None if there are none.

    Raises:
        yaml.MarkedYAMLError: the text is not YAML.
    """
    found = list(_refused(text))
    if not found:
        return None
    # A second one on the same line is found when the text is read again.
    troubles = tuple({trouble.place.line: trouble for trouble in reversed(found)}.values())[::-1]
    if len(found) == _MOST_TOLD:
        return Told(troubles, None)
    page = Page(text, troubles[-1].place.line, frozenset())
    lines: dict[int, str] = {}
    for trouble in troubles:
        line = page.line(trouble.place.line)
        start = trouble.place.column - 1
        if line.text.startswith("%"):
            lines[line.number] = "#" + line.text[1:]
        elif _KEY.match(line.text, start + 1):
            # A slip of the hand before a key.
            lines[line.number] = f"{line.text[:start]} {line.text[start + 1 :]}"
        else:
            lines |= next(in_quotes(page, (line.number, start), (line.number, start)))
    return Told(troubles, page.with_lines(lines))


def _refused(text: str) -> Iterator[Trouble]:
    parser = Parser(text)
    told = 0
    while parser.check_event() and told < _MOST_TOLD:
        event: Any = parser.get_event()
        found = _what(event)
        if found is not None:
            told += 1
            line, column = event.start_mark.line + 1, event.start_mark.column + 1
            yield Trouble(*found, Place(line, column, line, column + 1))


def _what(event: Any) -> tuple[str, str, str] | None:
    if isinstance(event, yaml.DocumentStartEvent):
        if event.version or event.tags:
            return "YA107", "A line that starts with % is an instruction to YAML.", "Delete it."
        return None
    if isinstance(event, yaml.AliasEvent):
        return "YA106", "A text may not start with a star (*): YAML reads it as a link.", _TO_TEXT
    if getattr(event, "anchor", None):
        return "YA106", "A text may not start with an and-sign (&): YAML reads it as a link.", _TO_TEXT
    if getattr(event, "tag", None):
        return "YA107", "A text may not start with an exclamation mark (!): YAML reads it as a tag.", _TO_TEXT
    return None

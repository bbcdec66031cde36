"""Text that YAML has taken for something else without a word: cut off as a comment, or keys taken for text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yaml.nodes import ScalarNode

from sostool.findings.finding import Place
from sostool.yamlfile.source import single_values_in_style
from sostool.yamlfile.trouble import Trouble

if TYPE_CHECKING:
    from sostool.yamlfile.source import Source

# As in "Flat #3". A comment has a space after its sign.
NUMBER_SIGN = re.compile(r"#(?<=[ \t]#)[^\s#]")
_BEHIND = re.compile(r"[ \t]+#[^\s#]")
CUT_OFF = (
    "What follows the number sign (#) is lost: after a space, YAML takes it for a comment.",
    "Put the whole text in quotation marks. If it is meant as a comment, put a space after the sign.",
)
LIST_WITHOUT_SPACES = re.compile(r"-[^\W\d]")

# A line that nobody writes as text: a key with an underscore, or a mark of holding back with its value.
_KEY_IN_TEXT = re.compile(
    r"[ \t]*(?:- +)?(?:[a-z]+(?:_[a-z]+)+[ \t]*:(?:\s|[\[{]|\Z)"
    r"|(?:sensitive|subject)[ \t]*:[ \t]*(?:true|false)\b"
    r"|(?:withhold|cleared|protected)[ \t]*:[ \t]*(?:[\[{]|\Z))"
)
# Between quotation marks that were never meant to close so late, any key.
_ANY_KEY = re.compile(r"[ \t]*(?:- +)*[a-z][a-z_]*:(?:\s|\Z)")


def cut_off(source: Source) -> list[Trouble]:
    """Find texts that YAML has cut off at a number sign, as in `what: They live in Flat #3`."""
    if source.root is None or not NUMBER_SIGN.search(source.text_read):
        return []
    troubles = []
    for node in single_values_in_style(source.root, style=None):
        number, column = node.end_mark.line, node.end_mark.column
        # The end of the file may count as a line of its own.
        behind = _BEHIND.match(source.lines_read[number], column) if number < len(source.lines_read) else None
        if behind is not None:
            place = Place(number + 1, behind.end() - 1, number + 1, behind.end())
            troubles.append(Trouble("YA113", *CUT_OFF, source.as_typed(place)))
    return troubles


def swallowed_key(source: Source, node: ScalarNode) -> Place | None:
    """Find a line in a text that looks like a key, as when `withhold:` starts as far right as the text above it."""
    pattern = _ANY_KEY if node.style in ("'", '"') else _KEY_IN_TEXT
    first, last = node.start_mark.line + 1, node.end_mark.line + (node.end_mark.column > 0)
    for number, line in enumerate(source.lines_read[first:last], first + 1):
        if match := pattern.match(line):
            offset = len(line) - len(line.lstrip())
            return source.as_typed(Place(number, offset + 1, number, match.end() + 1))
    return None

"""Texts that are not YAML until they stand in quotation marks, such as one with a colon and a space in it.

The reader mends such slips in memory to read on. Here its mend is taken over where it is nothing but quotation marks
around a text, and where nobody could have meant a part of that text otherwise.
"""

from __future__ import annotations

import re
from itertools import accumulate
from typing import NamedTuple

from yaml.nodes import ScalarNode

from sostool.case.model import Case
from sostool.findings.finding import Place
from sostool.mend.edits import Edit
from sostool.yamlfile.lost import swallowed_key
from sostool.yamlfile.parts import all_keys
from sostool.yamlfile.source import Source, single_values_in_style

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
# A number, as in “Flat #3”. Any other may start somebody's note to themselves, which no report may show.
_NOTE = re.compile(r"(?:\A|\s)#(?![0-9])")
_KEY_IN_BRACKETS = re.compile(r"[,{\[]\s*[\"']?[a-z][a-z_]*[\"']?\s*:(?:\s|\Z|[\[{])")
_KEY_AT_START = re.compile(r"\W*([a-z][a-z_]*)[\"']?\s*:(?:\s|\Z|[\[{])")


class Slips(NamedTuple):
    """The quotation marks to be put into a text, and where the texts stand that get them."""

    edits: tuple[Edit, ...] = ()
    places: tuple[Place, ...] = ()


def slips(source: Source) -> Slips | None:
    """Give the quotation marks that a text needs; None where it needs more than that, or a person to look at it."""
    inserted = _inserted(source.text, source.text_read)
    if inserted is None or source.root is None:
        return None
    # As indices of the text that was read, where the tree tells which text each mark belongs to.
    places = []
    marks = {at + earlier for earlier, at in enumerate(inserted)}
    for node in single_values_in_style(source.root, style="'"):
        start, end = node.start_mark.index, node.end_mark.index
        inside = {at for at in range(start, end) if at in marks} if marks else set()
        if not inside:
            continue
        whole = source.text_read[start:end]
        opens = any(at in inside for at in range(start, start + _marks_at_start(whole)))
        closes = any(at in inside for at in range(end - _marks_at_start(whole[::-1]), end))
        if opens != closes or _may_hold_more_than_text(source, node):
            return None
        marks -= inside
        places.append(source.place_of(node))
    if marks:
        return None
    together: dict[int, str] = {}
    for at in inserted:
        together[at] = together.get(at, "") + "'"
    return Slips(tuple(Edit(at, at, new, "quotation marks") for at, new in together.items()), tuple(places))


def _marks_at_start(text: str) -> int:
    # Which of several marks side by side was put there and which was typed, nobody can tell.
    return len(text) - len(text.lstrip("'"))


def _may_hold_more_than_text(source: Source, node: ScalarNode) -> bool:
    """Tell whether somebody's note or a key, such as a mark of holding back, may have got between the marks."""
    key = _KEY_AT_START.match(node.value)
    return (
        (key is not None and key[1] in all_keys(Case))
        or _NOTE.search(node.value) is not None
        or _KEY_IN_BRACKETS.search(node.value) is not None
        or swallowed_key(source, node) is not None
    )


def _inserted(typed: str, read: str) -> list[int] | None:
    """Give the indices of a text before which single quotation marks were put; None where more was changed."""
    typed_lines, read_lines = _LINE.findall(typed), _LINE.findall(read)
    if len(typed_lines) != len(read_lines):
        return None
    found: list[int] = []
    starts = accumulate((len(line) for line in typed_lines), initial=0)
    for line, other, start in zip(typed_lines, read_lines, starts, strict=False):
        if line == other:
            continue
        at = 0
        for letter in other:
            if at < len(line) and line[at] == letter:
                at += 1
            elif letter == "'":
                found.append(start + at)
            else:
                return None
        if at < len(line):
            return None
    return found

"""The text of one value as it stands in the file, and how something is written into it."""

from __future__ import annotations

import re

from yaml.nodes import ScalarNode

_NOT_IN_PLAIN = re.compile(r":(?:\s|\Z)|\s#")
_NOT_IN_BRACKETS = re.compile(r"[,\[\]{}]")
_BLOCKS = ("|", ">")


def span_of_content(node: ScalarNode, text: str) -> tuple[int, int]:
    """Give from where to where the content of a value stands: inside quotation marks, below the header of a block."""
    start, end = node.start_mark.index, node.end_mark.index
    if node.style in _BLOCKS:
        first_line = re.compile(r"\r\n|\r|\n").search(text, start, end)
        return (first_line.end() if first_line else end), end
    return (start + 1, end - 1) if node.style else (start, end)


def stands_as_typed(node: ScalarNode, text: str) -> bool:
    """Tell whether a value stands on one line and letter by letter as YAML reads it."""
    start, end = span_of_content(node, text)
    return node.style not in _BLOCKS and text[start:end] == node.value


def written_for(node: ScalarNode, new: str, *, in_brackets: bool) -> str | None:
    """Write something the way the value has to have it that it is put into; None where that cannot be done."""
    if node.style == "'":
        return new.replace("'", "''")
    if node.style == '"':
        return new.replace("\\", "\\\\").replace('"', '\\"')
    if node.style in _BLOCKS:
        return None if "\n" in new else new
    # At the start of a plain text many signs mean something to YAML; a letter never does.
    if not new[:1].isalpha() or _NOT_IN_PLAIN.search(new) or (in_brackets and _NOT_IN_BRACKETS.search(new)):
        return None
    return new

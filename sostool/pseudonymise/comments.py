"""Comments: nobody can know what stands in them, so they are taken out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yaml.nodes import Node, ScalarNode

from sostool.mend.edits import Edit
from sostool.mend.scalars import span_of_content
from sostool.yamlfile.source import single_values

_BREAK = r"\r\n|[\r\n\x85\u2028\u2029]"
_BLOCK_HEADER = re.compile(r"[|>][0-9+-]*")
_NOTHING_ELSE = re.compile(r"(?:[\s\x85\u2028\u2029:,?\[\]{}-]|\.\.\.)*\Z")


def comments(root: Node, text: str, *, leave_lines: bool) -> list[Edit]:
    """Give the edits that take out every comment.

    Args:
        root: the tree of the file.
        text: its text.
        leave_lines: leave the bare sign where a whole line below a block of text was a comment: if the text keeps its
            empty lines, to take the line out would change it.
    """
    return [
        edit
        for start, end, is_below_block in _between(root, text)
        for edit in _in_gap(text, start, end, leave_lines=leave_lines and is_below_block)
    ]


def is_bare(root: Node, text: str, allowed: str) -> bool:
    """Tell whether between the keys and values there is nothing but YAML's own signs.

    Args:
        root: the tree of the file.
        text: its text.
        allowed: what may stand at the start of the text besides.
    """
    start = len(allowed) if text.startswith(allowed) else 0
    return all(
        _NOTHING_ELSE.match(re.sub(r"#(?=[\r\n\x85\u2028\u2029]|\Z)", "", text[max(first, start) : end]))
        for first, end, _ in _between(root, text)
    )


def _between(root: Node, text: str) -> Iterator[tuple[int, int, bool]]:
    """Give the stretches that are no key and no value, such as the header of a block; and whether they follow one."""
    at = 0
    is_below_block = False
    for node in sorted(single_values(root), key=lambda node: (node.start_mark.index, node.end_mark.index)):
        start, end = node.start_mark.index, node.end_mark.index
        yield at, start, is_below_block
        at = end
        is_below_block = node.style in ("|", ">")
        if is_below_block:
            header = _BLOCK_HEADER.match(text, start)
            content, end = span_of_content(node, text)
            yield (header.end() if header else start), content, False
            at = _end_of_words(node, text, content, end)
    yield at, len(text), is_below_block


def _end_of_words(node: ScalarNode, text: str, start: int, end: int) -> int:
    """Give the index behind the last letter of a block text; comments below it may count as part of it."""
    at = start
    for letter in node.value:
        if not letter.isspace():
            at = text.index(letter, at, end) + 1
    return at


def _in_gap(text: str, start: int, end: int, *, leave_lines: bool) -> Iterator[Edit]:
    for found in re.compile(r"#[^\r\n\x85\u2028\u2029]*").finditer(text, start, end):
        first = found.start()
        while first > start and text[first - 1] in " \t":
            first -= 1
        whole_line = first == 0 or text[first - 1] in "\r\n\x85\u2028\u2029"
        if not whole_line:
            yield Edit(first, found.end(), "", "comment")
        elif leave_lines:
            yield Edit(found.start() + 1, found.end(), "", "comment")
        else:
            following = re.compile(_BREAK).match(text, found.end())
            yield Edit(first, following.end() if following else found.end(), "", "comment")

"""Where things stand in the text of a file, and how this file is written: its line ends and how far in things stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

from sostool.yamlfile.writing import Indents

LINE_END = re.compile(r"\r\n|\r|\n")
_BLOCKS = ("|", ">")
_COLON = re.compile(r"\s*:")
_SPACES = re.compile(r"[ \t]*")
_COMMENT_LINE = re.compile(r"[ \t]*#")
_REST = re.compile(r"[^\r\n]*")


class Layout:
    """The text of a file that has been read, and what its writer is used to."""

    def __init__(self, text: str, root: Node) -> None:
        self.text, self.root = text, root
        found = LINE_END.search(text)
        self.line_end = found.group() if found else "\n"
        self.indents = _indents(root)
        self._has_returns = "\r" in text

    def end_of(self, node: Node) -> int:
        """Give the index after the last character that belongs to a value.

        libyaml lets a block end where the next thing starts; the empty lines and comments between belong to neither.
        """
        while isinstance(node, CollectionNode) and node.value and not node.flow_style:
            last = node.value[-1]
            node = last[1] if isinstance(last, tuple) else last
        end: int = node.end_mark.index
        if isinstance(node, ScalarNode) and node.style in _BLOCKS and not self.keeps_empty_lines(node):
            value = str(node.value).rstrip("\n")
            blank = "" if value.endswith((" ", "\t")) else " "
            start = self.start_of_line(end)
            while start > node.start_mark.index and not self.text[self.start_before(start) : start].strip(
                blank + "\r\n"
            ):
                start = self.start_before(start)
            if end == self.start_of_line(end):
                end = start
        return end

    def keeps_empty_lines(self, node: ScalarNode) -> bool:
        """Tell whether the empty lines at the end of a block belong to its text."""
        return "+" in self.header_of(node)

    def header_of(self, node: ScalarNode) -> str:
        """Give what stands on the first line of a block, without a comment there."""
        found = _REST.match(self.text, node.start_mark.index)
        return found.group().partition("#")[0] if found else ""

    def start_of_line(self, index: int) -> int:
        """Give where the line starts on which an index stands."""
        end = self.text.rfind("\n", 0, index)
        return max(end, self.text.rfind("\r", end + 1, index) if self._has_returns else -1) + 1

    def start_before(self, start: int) -> int:
        """Give where the line starts that stands before the one that starts at an index."""
        end = start - 1
        if self.text[end:start] == "\n" and self.text[end - 1 : end] == "\r":
            end -= 1
        return self.start_of_line(max(end, 0))

    def rest_of_line(self, index: int) -> str:
        """Give what stands from an index to the end of its line."""
        found = _REST.match(self.text, index)
        return found.group() if found else ""

    def end_of_line(self, index: int) -> int:
        """Give where the line ends on which an index stands, before its line end."""
        return index + len(self.rest_of_line(index))

    def next_line(self, index: int) -> int:
        """Give where the line after an index starts; the end of the text where there is none."""
        found = LINE_END.search(self.text, index)
        return found.end() if found else len(self.text)

    def line_after(self, end: int, column: int) -> int:
        """Give where a new line goes after something that ends at an index.

        Lines with comments that stand further in than the column belong to what stands above them.
        """
        at = end if end == self.start_of_line(end) and end > 0 else self.next_line(end)
        while at < len(self.text):
            inwards = len(_spaces(self.text, at))
            if inwards <= column or not _COMMENT_LINE.match(self.text, at):
                break
            at = self.next_line(at)
        return at

    def after_colon(self, key: Node) -> int | None:
        """Give the index after the colon of a key; None where it has none, as in `{mia}`."""
        found = _COLON.match(self.text, key.end_mark.index)
        return found.end() if found else None

    def has_empty_line(self, start: int, end: int) -> bool:
        """Tell whether an empty line stands between two indices."""
        lines = LINE_END.split(self.text[start:end])
        return any(not line.strip() for line in lines[1:-1])

    def is_at_end(self, index: int) -> bool:
        """Tell whether an index is the end of a text whose last line is not ended."""
        return index == len(self.text) and bool(self.text) and self.text[-1] not in "\r\n"

    def with_line_ends(self, lines: list[str], column: int) -> str:
        """Write lines that start at a column, each with its line end."""
        return "".join((" " * column + line if line else "") + self.line_end for line in lines)


def _spaces(text: str, at: int) -> str:
    found = _SPACES.match(text, at)
    return found.group() if found else ""


def _indents(root: Node) -> Indents:
    """Give how far in most sets of keys and most lists stand in this file."""
    keys: Counter[int] = Counter()
    dashes: Counter[int] = Counter()
    for key, value in _pairs(root):
        inwards = value.start_mark.column - key.start_mark.column
        if value.start_mark.line == key.start_mark.line or not isinstance(value, CollectionNode) or value.flow_style:
            continue
        if isinstance(value, SequenceNode):
            dashes[inwards] += 1
        elif inwards > 0:
            keys[inwards] += 1
    return Indents(_most(keys), _most(dashes))


def _most(counts: Counter[int]) -> int:
    return max(counts, key=lambda one: (counts[one], -one)) if counts else 2


def _pairs(root: Node) -> Iterator[tuple[Node, Node]]:
    stack = [root]
    while stack:
        node = stack.pop()
        if isinstance(node, MappingNode):
            yield from node.value
            stack += [value for _, value in node.value]
        elif isinstance(node, SequenceNode):
            stack += node.value

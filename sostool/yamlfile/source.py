"""From bytes to text, and from a place in the tree of nodes to a place in the text."""

from __future__ import annotations

import re
from typing import NamedTuple

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from sostool.findings.finding import START, Path, Place

MOST_BYTES = 1_000_000

# C0 but tab, line feed and carriage return; DEL; C1 with NEL; the two other line ends of YAML 1.1;
# lone surrogates; byte order marks and non-characters.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
OVERRIDES = re.compile("[\u202a-\u202e]")
ISOLATES = re.compile("[\u2066-\u2069]")

_BREAK = re.compile(r"\r\n|\r|\n")


class Trouble(NamedTuple):
    """Something wrong with the text itself, before its shape is looked at."""

    code: str
    message: str
    mend: str
    place: Place
    detail: str = ""


def decode(data: bytes) -> tuple[str, list[Trouble]]:
    """Decode a file's bytes as UTF-8.

    A file that Word or an old editor saved as Windows-1252 is read as that all the same, so that its
    other mistakes can be told in the same run.

    Returns:
        The text without its byte order mark, and what was wrong with the bytes.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        trouble = Trouble(
            "YA101",
            "This file is saved as UTF-16, not as UTF-8.",
            "Save it again and choose the encoding UTF-8 (in Notepad: File, Save as, Encoding).",
            START,
        )
        return data.decode("utf-16", "replace"), [trouble]
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        trouble = Trouble(
            "YA101",
            "This file is not saved as UTF-8: here stands a letter or a quotation mark that it writes in another way.",
            "It looks saved as Windows-1252. Save it again and choose the encoding UTF-8 "
            "(in Notepad: File, Save as, Encoding).",
            Place(line, column, line, column + 1),
        )
        return data.decode("cp1252", "replace").replace("\ufffd", "?"), [trouble]


def unwanted_characters(text: str) -> list[Trouble]:
    """Find control characters and marks that turn the direction of text, each with its place."""
    troubles = []
    for match in FORBIDDEN.finditer(text):
        troubles.append(
            Trouble(
                "YA102",
                f"Here stands an invisible control character (U+{ord(match.group()):04X}).",
                "Delete it: put the cursor after it and press backspace.",
                place_of_offset(text, match.start()),
            )
        )
        if len(troubles) == 20:  # noqa: PLR2004 - more of the same helps nobody
            break
    for match in OVERRIDES.finditer(text):
        troubles.append(_direction(text, match))
    if ISOLATES.search(text):
        troubles += [_direction(text, match) for match in _open_isolates(text)]
    return troubles[:20]


def _direction(text: str, match: re.Match[str]) -> Trouble:
    return Trouble(
        "YA111",
        f"Here stands a mark that turns the direction of text (U+{ord(match.group()):04X}): "
        "what people see and what is written are then not the same.",
        "Delete it. Arabic, Urdu and Hebrew are shown the right way round without it.",
        place_of_offset(text, match.start()),
    )


def _open_isolates(text: str) -> list[re.Match[str]]:
    left_open: list[re.Match[str]] = []
    for match in re.finditer("[\u2066-\u2069\n]", text):
        if match.group() == "\u2069":
            if left_open and left_open[-1].group() != "\u2069":
                left_open.pop()
            else:
                left_open.append(match)
        elif match.group() == "\n":
            if left_open:
                return left_open
        else:
            left_open.append(match)
    return left_open


def place_of_offset(text: str, offset: int) -> Place:
    """Give the place of the character at a zero-based offset."""
    line = 1
    start = 0
    for match in _BREAK.finditer(text, 0, offset):
        line += 1
        start = match.end()
    column = offset - start + 1
    return Place(line, column, line, column + 1)


class Source:
    """One file's name, text and tree of nodes; turns paths into places."""

    def __init__(self, name: str, text: str, root: Node | None) -> None:
        self.name = name
        self.text = text
        self.root = root

    def line(self, number: int) -> str:
        """Give a line of the text, counted from 1, without its end."""
        lines = _BREAK.split(self.text)
        return lines[number - 1] if 0 < number <= len(lines) else ""

    def place(self, path: Path, *, key: bool = False) -> Place:
        """Give the place of the value at a path, or of its key; of the nearest part above where it is missing."""
        found = self._descend(path)
        if found is None:
            return START
        key_node, node = found
        if key and key_node is not None:
            return place_of_node(key_node)
        return place_of_node(node)

    def _descend(self, path: Path) -> tuple[Node | None, Node] | None:
        if self.root is None:
            return None
        key_node: Node | None = None
        node = self.root
        for step in path:
            if isinstance(node, MappingNode):
                for key, value in node.value:
                    if isinstance(key, ScalarNode) and key.value == step:
                        key_node, node = key, value
                        break
                else:
                    return key_node, node
            elif isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
                key_node, node = None, node.value[step]
            # A single value stands for a list of one, and a sentence for its `what`.
        return key_node, node


def place_of_node(node: Node) -> Place:
    """Give a node's place; a block's place is its first line only."""
    start, end = node.start_mark, node.end_mark
    if end.line != start.line:
        return Place(start.line + 1, start.column + 1, start.line + 1, start.column + 1)
    return Place(start.line + 1, start.column + 1, end.line + 1, end.column + 1)

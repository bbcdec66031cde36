"""Places in a case file where somebody might type, found by what stands there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml
from support.running import ROOT

from sostool.case.model import Case
from sostool.yamlfile.parts import ByIdKind, Part

EXAMPLE = (ROOT / "examples" / "mia-and-noah.yaml").read_text("utf-8")
_BLANK = re.compile(r"\$\{\d+:((?:\\.|[^}\\])*)\}")


class Place(NamedTuple):
    """A set of keys in a file, written with one key a line: which part it is, and its keys with their lines."""

    path: str
    part: type[Part]
    keys: dict[str, tuple[int, int]]

    @property
    def line(self) -> int:
        """The line before which a key can be typed: that of the second key."""
        return list(self.keys.values())[1][0]

    @property
    def column(self) -> int:
        """How far in the keys stand."""
        return list(self.keys.values())[1][1]


def _walk(node: Any, part: type[Part], path: str, *, by_id: bool = False) -> Iterator[Place]:
    if isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            yield from _walk(item, part, f"{path}[{index}]")
    elif isinstance(node, yaml.MappingNode) and by_id:
        for key, value in node.value:
            yield from _walk(value, part, f"{path}.{key.value}")
    elif isinstance(node, yaml.MappingNode):
        if not node.flow_style and len(node.value) > 1:
            marks = {key.value: (key.start_mark.line, key.start_mark.column) for key, _ in node.value}
            yield Place(path, part, marks)
        for key, value in node.value:
            kind = part.keys[key.value].kind
            if kind.part is not None:
                inner = f"{path}.{key.value}" if path else key.value
                yield from _walk(value, kind.part, inner, by_id=isinstance(kind, ByIdKind))


PLACES = list(_walk(yaml.compose(EXAMPLE), Case, ""))


def with_line(text: str, line: int, new: str) -> str:
    """Give a file's text with one more line before a line of it, counted from 0."""
    lines = text.split("\n")
    return "\n".join([*lines[:line], new, *lines[line:]])


def typed(puts: str, indent: str) -> str:
    """Give what stands in the file after a snippet was taken and its blanks were left as they are."""
    filled = _BLANK.sub(lambda found: re.sub(r"\\(.)", r"\1", found[1]), puts)
    assert "$" not in filled, puts
    return filled.replace("\n", f"\n{indent}")

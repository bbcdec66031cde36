"""Short ids: those that name something in the file, and those that point to it."""

# ruff: noqa: D102 - what read_single and schema do is said once, in Kind and Single

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from sostool.yamlfile.kinds.kind import MISSING, TEXT_SCHEMA, Single
from sostool.yamlfile.reading import Reference, quote

if TYPE_CHECKING:
    from yaml.nodes import Node, ScalarNode

    from sostool.findings.finding import Path
    from sostool.yamlfile.reading import Reading

# Three words that YAML does not take for words cannot be ids: where one stands alone, it might be read as nothing.
_NO_WORDS = ("true", "false", "null")
_PATTERN = f"(?!(?:{'|'.join(_NO_WORDS)})$)[a-z][a-z0-9-]*"
ID = re.compile(rf"{_PATTERN}\Z")
ID_SCHEMA: dict[str, Any] = {"type": "string", "pattern": f"^{_PATTERN}$"}
NOT_AN_ID = "This word has a meaning of its own and cannot be an id."


class Id(Single):
    """A short id that names something in this file: small letters, digits and hyphens."""

    wanted = "a short id"

    def __init__(self, kind: str) -> None:
        self.kind = kind

    def read_single(self, node: ScalarNode, path: Path, reading: Reading) -> Any:
        if not ID.match(node.value):
            report_bad_id(reading, node, path)
            return MISSING
        reading.own_ids.append((path, node))
        return node.value

    def schema(self, _definitions: dict[str, Any]) -> dict[str, Any]:
        return dict(ID_SCHEMA)


def report_bad_id(reading: Reading, node: Node, path: Path) -> None:
    """Report an id that is not made of small letters, digits and hyphens, or is no word to YAML."""
    message = "An id is made of small letters, digits and hyphens, and starts with a letter."
    reading.bad_ids.append(str(node.value))
    reading.report(
        "CF110",
        path,
        NOT_AN_ID if node.value in _NO_WORDS else message,
        node=node,
        mend="Write it like aunt-jo.",
        detail=quote(node.value),
    )


class To(Single):
    """An id that stands for something else in the file, such as a person; `also` lists words allowed instead."""

    def __init__(self, kind: str, *, also: tuple[str, ...] = (), free_text: bool = False) -> None:
        self.kind, self.also, self.free_text = kind, also, free_text
        self.wanted = f"the id of a {kind}"

    def read_single(self, node: ScalarNode, path: Path, reading: Reading) -> Any:
        value = node.value
        if value not in self.also:
            reading.references.append(Reference(self.kind, value, path, self.free_text, node))
        return value

    def schema(self, _definitions: dict[str, Any]) -> dict[str, Any]:
        if self.free_text:
            return dict(TEXT_SCHEMA)
        if self.also:
            return {**ID_SCHEMA, "examples": list(self.also)}
        return dict(ID_SCHEMA)

"""Texts, texts of a fixed form, words of a list, and true or false."""

# ruff: noqa: D102 - what read_single and schema do is said once, in Kind and Single

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from sostool.yamlfile.kinds.kind import MISSING, TEXT_SCHEMA, Single
from sostool.yamlfile.reading import quote

if TYPE_CHECKING:
    from yaml.nodes import ScalarNode

    from sostool.findings.finding import Path
    from sostool.yamlfile.reading import Reading


class Text(Single):
    """Plain text, kept as typed."""

    wanted = "a text"

    def read_single(self, node: ScalarNode, path: Path, reading: Reading) -> Any:
        if ":" in node.value and node.start_mark.line != node.end_mark.line:
            reading.look_for_swallowed_keys(node, path)
        return node.value

    def schema(self, _definitions: dict[str, Any]) -> dict[str, Any]:
        return dict(TEXT_SCHEMA)

    def full_schema(self, _definitions: dict[str, Any]) -> dict[str, Any]:
        return {**TEXT_SCHEMA, "pattern": r"\S"}


class Matching(Single):
    """A text of a fixed form, such as the reference."""

    def __init__(self, pattern: str, wanted: str, mend: str) -> None:
        self.pattern = re.compile(rf"(?:{pattern})\Z", re.ASCII)
        self.source = pattern
        self.wanted = wanted
        self.mend = mend

    def read_single(self, node: ScalarNode, path: Path, reading: Reading) -> Any:
        if self.pattern.match(node.value):
            return node.value
        message = f"This is not {self.wanted}."
        reading.report("CF112", path, message, node=node, mend=self.mend, detail=quote(node.value))
        return MISSING

    def schema(self, _definitions: dict[str, Any]) -> dict[str, Any]:
        types = ["string"]
        # What is typed without quotation marks may reach the schema as a number or as true.
        if self.pattern.match("true"):
            types.append("boolean")
        if self.pattern.match("10"):
            types.append("number" if self.pattern.match("4.5") else "integer")
        return {"type": types, "pattern": f"^(?:{self.source})$", **({"minimum": 0} if len(types) > 1 else {})}


class Choice(Single):
    """One word of a short list."""

    def __init__(self, *values: str) -> None:
        self.values = values
        self.wanted = "one of " + ", ".join(values)

    def read_single(self, node: ScalarNode, path: Path, reading: Reading) -> Any:
        if node.value in self.values:
            return node.value
        # Nobody who types “mother” means “other”.
        near = reading.nearest(node.value, [value for value in self.values if value != "other"])
        reading.report(
            "CF103",
            path,
            "This word is not one of those that can stand here." + (f" Did you mean “{near}”?" if near else ""),
            node=node,
            mend="Write one of: " + ", ".join(self.values) + ".",
            detail=quote(node.value),
        )
        return MISSING

    def schema(self, _definitions: dict[str, Any]) -> dict[str, Any]:
        return {"enum": list(self.values)}


class YesNo(Single):
    """`true` or `false`, and nothing else: a mark that might be misread must never be guessed."""

    wanted = "true or false"

    def read_single(self, node: ScalarNode, path: Path, reading: Reading) -> Any:
        if not node.style and node.value in ("true", "false"):
            return node.value == "true"
        reading.report(
            "CF103",
            path,
            "Here only true or false can stand, without quotation marks.",
            node=node,
            mend="Write true for yes and false for no.",
            detail=quote(node.value),
        )
        return MISSING

    def schema(self, _definitions: dict[str, Any]) -> dict[str, Any]:
        return {"type": "boolean"}

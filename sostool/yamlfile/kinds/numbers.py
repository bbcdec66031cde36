"""Numbers."""

# ruff: noqa: D102 - what read_single and schema do is said once, in Kind and Single

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from sostool.yamlfile.kinds.kind import MISSING, Single
from sostool.yamlfile.reading import quote

if TYPE_CHECKING:
    from yaml.nodes import ScalarNode

    from sostool.findings.finding import Path
    from sostool.yamlfile.reading import Reading

_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,5})(?:\.\d{1,3})?\Z", re.ASCII)


class Number(Single):
    """A number between two ends; `halves` allows 4.5, else it is whole."""

    def __init__(self, least: int, most: int, *, halves: bool = False) -> None:
        self.least, self.most, self.halves = least, most, halves
        self.wanted = f"a number from {least} to {most}"

    def read_single(self, node: ScalarNode, path: Path, reading: Reading) -> Any:
        if not _NUMBER.match(node.value):
            mend = f"Write it in digits, such as {self.most // 2}."
            reading.report(
                "CF102",
                path,
                f"Here {self.wanted} is wanted.",
                node=node,
                mend=mend,
                detail=quote(node.value),
            )
            return MISSING
        number = float(node.value) or 0.0  # -0 is 0
        if not self.least <= number <= self.most:
            message = f"This number is not from {self.least} to {self.most}."
            reading.report("CF104", path, message, node=node, detail=quote(node.value))
            return MISSING
        if number * (2 if self.halves else 1) % 1:
            message = f"Only whole numbers{' and halves' if self.halves else ''} can stand here."
            reading.report("CF104", path, message, node=node, detail=quote(node.value))
            return MISSING
        return number if self.halves else int(number)

    def schema(self, _definitions: dict[str, Any]) -> dict[str, Any]:
        step: dict[str, Any] = {"multipleOf": 0.5} if self.halves else {}
        return {
            "type": "number" if self.halves else "integer",
            "minimum": self.least,
            "maximum": self.most,
            **step,
        }

"""What is told when a template, a label file, a wording or a logo cannot be used."""

from __future__ import annotations


class TemplateMistake(Exception):  # noqa: N818 - it is the user's mistake, not an error of ours
    """Something is wrong in a template: which one, in which line (0: no line is known), and what."""

    def __init__(self, name: str, line: int, message: str) -> None:
        super().__init__(f"{name}, line {line}: {message}" if line else f"{name}: {message}")
        self.name = name
        self.line = line
        self.message = message

"""Plain text laid out for a terminal: lines of one width, and a little paint."""

from __future__ import annotations

_NARROWEST = 20
_SEVERITIES = {"error": "1;31", "query": "1;33", "advice": "1;36"}


def paragraph(text: str, width: int) -> list[str]:
    """Break a text between its words into lines; a word longer than a line stands on one of its own.

    Whatever the words, no line starts with `::`, which GitHub's runner would obey.
    """
    lines: list[str] = []
    current = ""
    for word in text.split(" "):
        if current and len(current) + 1 + len(word) > max(width, _NARROWEST):
            lines.append(current)
            current = word
        else:
            current = f"{current} {word}" if current else word
    lines.append(current)
    return [r"\x3a" + line[1:] if line.startswith("::") else line for line in lines]


class Paint:
    """Colour and weight, or neither. What they say is always said in words too."""

    def __init__(self, colour: bool) -> None:
        self.colour = colour

    def bold(self, text: str) -> str:
        """Write a text in bold."""
        return self._painted(text, "1")

    def severity(self, severity: str, text: str) -> str:
        """Write a text in the colour of a severity."""
        return self._painted(text, _SEVERITIES[severity])

    def _painted(self, text: str, how: str) -> str:
        return f"\x1b[{how}m{text}\x1b[0m" if self.colour else text

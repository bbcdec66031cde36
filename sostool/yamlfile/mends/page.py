"""A text that is not YAML, line by line: what each line starts, and what it only goes on with.

This does not parse YAML; it looks at the lines as the person did who typed them.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from sostool.yamlfile.mends.left_open import QUOTES, Open, left_open
from sostool.yamlfile.trouble import LINE_END

_HEAD = re.compile(
    r"(?P<blank>[ \t]*)(?P<dashes>(?:-[ \t]+|-$)*)"
    r"(?:(?P<key>[^\W\d_][\w-]*|\"[^\"]*\"|'[^']*')[ \t]*:(?=[ \t]|$)[ \t]*)?"
)
_BLOCK_HEADER = re.compile(r"[|>][+-]?\d?[+-]?[ \t]*(?:#.*)?$")
_LOOKS_LIKE_A_KEY = re.compile(r"[a-z][a-z_]*\Z")
# Nobody means a quotation mark or a bracket to close further down than this.
_MOST_LINES = 60
# What is wrong with a line is seldom further above.
_MOST_ABOVE = 1_000


class Line(NamedTuple):
    """One line. Columns are zero-based offsets in its text."""

    number: int
    text: str
    indent: int
    column: int  # where the key, or the text of an item, starts after the dashes
    key: str
    start: int  # where the value starts
    inside: str = ""  # what this line goes on with: "block", "quote" or "flow"

    @property
    def value(self) -> str:
        """What stands after the dashes and the key."""
        return self.text[self.start :].rstrip()

    @property
    def opens(self) -> bool:
        """Whether this line starts with a key or a dash."""
        return not self.inside and (bool(self.key) or self.column > self.indent)

    @property
    def is_text(self) -> bool:
        """Whether the value is plain text, or starts out as such."""
        return bool(self.value) and self.value[0] not in "'\"[{#" and not self.is_block

    @property
    def is_block(self) -> bool:
        """Whether a text follows on the lines below, after | or >."""
        return _BLOCK_HEADER.match(self.value) is not None

    @property
    def parent(self) -> int:
        """The column of the key, or else of the last dash: what belongs to this line starts further right."""
        if self.key:
            return self.column
        return self.text.rfind("-", 0, self.column) if self.opens else self.indent

    @property
    def blank(self) -> bool:
        """Whether nothing but a comment stands here."""
        return not self.text.strip() or self.text.lstrip().startswith("#")


class Page:
    """The lines of a text around a line, and what was left open in them. `known` are the keys the file may have."""

    def __init__(self, text: str, around: int, known: frozenset[str]) -> None:
        ends = [match.span() for match in LINE_END.finditer(text)]
        starts = [0, *(end for _, end in ends)]
        stops = [*(start for start, _ in ends), len(text)]
        self._texts = [text[start:stop] for start, stop in zip(starts, stops, strict=True)]
        self._ends = [*(text[start:end] for start, end in ends), ""]
        self.known = known
        self.left_open: list[Open] = []
        self._first = self._first_to_look_at(around)
        self.lines = [
            _line(number, text)
            for number, text in enumerate(self._texts[self._first - 1 : around + _MOST_LINES], self._first)
        ]
        self._look_inside()

    def line(self, number: int) -> Line:
        """Give a line, counted from 1; the nearest there is."""
        return self.lines[min(max(number - self._first, 0), len(self.lines) - 1)]

    def text(self, number: int) -> str:
        """Give the text of any line."""
        return self._texts[number - 1] if number <= len(self._texts) else ""

    def above(self, line: Line) -> list[Line]:
        """Give the lines above one."""
        return self.lines[: line.number - self._first]

    def below(self, line: Line) -> list[Line]:
        """Give the lines below one."""
        return self.lines[line.number - self._first + 1 :]

    def before(self, line: Line) -> Line | None:
        """Give the last line above one that is not blank."""
        at = line.number - self._first - 1
        while at >= 0 and self.lines[at].blank:
            at -= 1
        return self.lines[at] if at >= 0 else None

    def is_key(self, word: str) -> bool:
        """Tell whether a word is a key that the file may have; or looks like one, where nobody knows."""
        return word in self.known if self.known else _LOOKS_LIKE_A_KEY.match(word) is not None

    def lines_in_brackets(self, line: Line) -> list[Line]:
        """Give the lines of the list or the set of keys in brackets that a line belongs to."""
        first = line
        while first.inside == "flow" and first.number > self._first:
            first = self.line(first.number - 1)
        found = [first]
        for after in self.below(first)[:_MOST_LINES]:
            if after.inside != "flow":
                break
            found.append(after)
        return found

    def continued(self, line: Line) -> list[Line]:
        """Give the lines that go on with the plain text of this one: those further right than its key or dash."""
        found = []
        for after in self.below(line)[:_MOST_LINES]:
            if not after.text.strip() or after.indent <= line.parent or (after.opens and self.is_key(after.key)):
                break
            found.append(after)
        return found

    def with_lines(self, new: dict[int, str]) -> str:
        """Give the whole text with some lines changed, by their numbers."""
        texts = list(self._texts)
        for number, text in new.items():
            texts[number - 1] = text
        return "".join(text + end for text, end in zip(texts, self._ends, strict=True))

    def _first_to_look_at(self, around: int) -> int:
        """Give the number of a line far enough above one, at which a part of the file starts."""
        number = max(around - _MOST_ABOVE, 1)
        while number > 1 and not self._texts[number - 1][:1].isalpha():
            number -= 1
        return number

    def _look_inside(self) -> None:
        at = 0
        while at < len(self.lines):
            line = self.lines[at]
            at += 1
            inside, after = "", at
            if line.blank:
                continue
            if line.is_block:
                inside, after = "block", self._end_of_block(line)
            elif line.value[:1] in QUOTES:
                inside, after = "quote", self._end_of_open(line)
            elif line.value[:1] in ("[", "{"):
                inside, after = "flow", self._end_of_open(line)
            self.lines[at:after] = [each._replace(inside=inside) for each in self.lines[at:after]]
            at = after

    def _end_of_block(self, line: Line) -> int:
        """Give the position of the line behind the text that starts below this one."""
        below = self.below(line)
        count = next((at for at, one in enumerate(below) if one.text.strip() and one.indent <= line.parent), len(below))
        return line.number - self._first + 1 + count

    def _end_of_open(self, line: Line) -> int:
        """Give the position of the line behind the quoted text or the list in brackets of this line."""
        opened = left_open(line.number, line.text, line.start, [])
        last = line.number
        for after in self.below(line)[:_MOST_LINES]:
            if not opened or (after.opens and after.indent <= line.column):
                break
            opened = left_open(after.number, after.text, 0, opened)
            last = after.number
        self.left_open += opened
        # A list that is never closed goes on with what stands further right; a quoted text is closed on its line.
        goes_on = not opened or opened[-1].mark not in QUOTES
        return (last if goes_on else line.number) - self._first + 1


def _line(number: int, text: str) -> Line:
    head = _HEAD.match(text)
    assert head is not None, "every part of the pattern may be empty"
    return Line(number, text, head.end("blank"), head.end("dashes"), head["key"] or "", head.end())

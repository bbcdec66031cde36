"""Case files written in as many ways as YAML has: in lines and in brackets, with comments, empty lines, quotation marks."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import strategies as st

Draw = st.DrawFn

# Hostile, but without characters that no case file may hold.
TEXTS = st.one_of(
    st.sampled_from(
        [
            "Priya meets Lisa.",
            "First this, then that",
            "null",
            "no",
            "12:30",
            "2026-03-17",
            "- a dash",
            "a: b",
            "a # b",
            "#",
            "{x}",
            "[x",
            "it's",
            'she said "no"',
            "back\\slash",
            "%",
            "@x",
            "`x`",
            "|",
            ">-",
            "&a",
            "*a",
            "!t",
            "? x",
            "---",
            "...",
            "زوي",
            "👩‍👧 Zoë",
            "two\nlines",
            "one\n\n  two\n- three",
            "what: this",
            "  in front",
            "\ttab",
            "x" * 150,
            "words and " * 20 + "an end",
        ]
    ),
    st.text(st.characters(codec="ascii", min_codepoint=32, max_codepoint=126), min_size=1, max_size=30),
    st.text(st.sampled_from("ab \n:#-'\"[]{},|>&*!%@`\\?~ é"), min_size=1, max_size=12),
)


class Writer:
    """Writes plain data as YAML, choosing a way for each thing."""

    def __init__(self, draw: Draw) -> None:
        self.draw = draw

    def flip(self, one_in: int = 2) -> bool:
        return self.draw(st.integers(0, one_in - 1)) == 0

    def file(self, data: dict[str, Any]) -> bytes:
        lines = [self.in_brackets(data)] if self.flip(8) else self.keys(data, 0)
        if self.flip(4):
            lines = ["---", *lines]
        if self.flip(6):
            lines = [*lines, "..."]
        text = "\n".join(lines).replace("\n", self.draw(st.sampled_from(["\n", "\n", "\r\n", "\r"])))
        end = self.draw(st.sampled_from(["", "\n", "\n\n", "\n# the end", "\n\n  # the end\n"]))
        bom = self.draw(st.sampled_from([b"", b"", b"\xef\xbb\xbf"]))
        return bom + (text + end).encode()

    def between(self, indent: int) -> list[str]:
        """Give what may stand between two entries: an empty line, comments at any depth."""
        found: list[str] = []
        while self.flip(4):
            depth = self.draw(st.integers(0, indent + 6))
            found.append(self.draw(st.sampled_from(["", " " * depth + "# a note: [", "   "])))
        return found

    def note(self) -> str:
        return self.draw(st.sampled_from(["", "", "", "  # note", " #"]))

    def keys(self, data: dict[str, Any], indent: int) -> list[str]:
        lines: list[str] = []
        column = " " * indent
        for number, (key, value) in enumerate(data.items()):
            if number:
                lines += self.between(indent)
            typed = f'"{key}"' if self.flip(12) else key
            if isinstance(value, dict) and value and not self.flip(5):
                inwards = indent + self.draw(st.sampled_from([1, 2, 2, 4]))
                lines += [f"{column}{typed}:{self.note()}", *self.between(inwards), *self.keys(value, inwards)]
            elif isinstance(value, list) and value and not self.flip(5):
                inwards = indent + self.draw(st.sampled_from([0, 2, 2, 4]))
                lines += [f"{column}{typed}:{self.note()}", *self.between(inwards), *self.entries(value, inwards)]
            elif isinstance(value, str) and not self.flip(4):
                lines += self.block(f"{column}{typed}:", value, indent)
            elif value is None or value in ([], {}):
                empty = ["", " ~", " null", " # nothing", *([" []", " [ ]", " [\n\n ]"] if value == [] else [])]
                lines += f"{column}{typed}:{self.draw(st.sampled_from(empty))}".split("\n")
            else:
                lines.append(f"{column}{typed}: {self.in_brackets(value, indent + 2)}{self.note()}")
        return lines

    def entries(self, data: list[Any], indent: int) -> list[str]:
        lines: list[str] = []
        apart = self.flip(4)
        gap = " " * self.draw(st.sampled_from([1, 1, 1, 3]))
        for number, value in enumerate(data):
            if number:
                lines += [""] if apart else self.between(indent)
            dash = " " * indent + "-"
            if isinstance(value, dict) and value and not self.flip(4):
                first, *others = self.keys(value, indent + 1 + len(gap))
                lines += [dash + gap + first.lstrip(" "), *others]
            elif isinstance(value, str) and not self.flip(3):
                lines += self.block(dash, value, indent)
            else:
                lines.append(f"{dash}{gap}{self.in_brackets(value, indent + 2)}{self.note()}")
        return lines

    def block(self, head: str, text: str, indent: int) -> list[str]:
        """Write a text in lines below, as long as it can stand there."""
        if not text.strip() or text[0] in " \t\n" or "\n" not in text + ("\n" if self.flip() else ""):
            return [f"{head} {self.in_brackets(text)}{self.note()}"]
        inwards = " " * (indent + self.draw(st.sampled_from([1, 2, 4])))
        if "\n" not in text and self.flip():
            return self.folded(head, text, inwards)
        lines = [inwards + line if line else "" for line in text.rstrip("\n").split("\n")]
        ends = len(text) - len(text.rstrip("\n"))
        if ends > 1:
            return [f"{head} |+{self.note()}", *lines, *[""] * (ends - 1)]
        sign = "" if ends else "-"
        return [f"{head} |{sign}{self.note()}", *lines]

    def folded(self, head: str, text: str, inwards: str) -> list[str]:
        """Write a text of one line over several, which YAML makes one line of again."""
        first, space, rest = text.partition(" ")
        apart = space and rest.strip() and not rest.startswith((" ", "\t"))
        if not apart or self.flip():
            return [f"{head} >-{self.note()}", inwards + text]
        quoted = json.dumps(text, ensure_ascii=False)
        first, _, rest = quoted.partition(" ")
        return [f"{head} {first}", f"{inwards}{rest}{self.note()}"]

    def in_brackets(self, value: Any, inwards: int = 0) -> str:
        """Write a value in brackets; over several lines, so far in, where `inwards` is given."""
        further = inwards + 2 if inwards else 0
        if isinstance(value, dict):
            pairs = [f"{key}: {self.in_brackets(one, further)}" for key, one in value.items()]
            return self.enclosed("{", pairs, "}", inwards)
        if isinstance(value, list):
            return self.enclosed("[", [self.in_brackets(one, further) for one in value], "]", inwards)
        if value is None:
            return "null"
        if isinstance(value, (bool, int, float)):
            return str(value).lower()
        text = str(value)
        if "\n" not in text and "\t" not in text and self.flip():
            return "'" + text.replace("'", "''") + "'"
        return json.dumps(text, ensure_ascii=False)

    def enclosed(self, start: str, inner: list[str], end: str, inwards: int) -> str:
        if inwards and inner and self.flip(3):
            line = "\n" + " " * inwards
            text = inner[0]
            for one in inner[1:]:
                text += f",{self.note()}{line}{one}"
            last = self.draw(st.sampled_from(["", ","]))
            first = "" if self.flip(3) else f"{self.note()}{line}"
            return f"{start}{first}{text}{last}{self.note()}{line}{end}"
        space = self.draw(st.sampled_from(["", " "]))
        last = "," if inner and self.flip(6) else ""
        return start + space + f",{self.draw(st.sampled_from(['', ' ', '  ']))}".join(inner) + last + space + end

"""The lines of a Markdown file of wording, made ready for Python-Markdown; what cannot stand in a document is refused.

Each line ends with its number and each blank is a number, both between characters that no file may hold, so whatever
comes out of Python-Markdown can say where it stood.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from sostool.report.templating.template_mistake import TemplateMistake

BLANK = re.compile("\ue000(\\d+)\ue001")
LINE = re.compile("\ue002(\\d+)\ue003")
BREAK = "\ue004"
SPACE = re.compile("\ue005(\\d+)\ue006")

_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\u202a-\u202e\ue000-\ue006]")
_RULED = re.compile(r" {0,3}_{5,}[ \t]*")
_NEW_PAGE = re.compile(r" {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,})")
_ENTRY = re.compile(r" {0,3}(?:(?P<mark>[-*+])|(?P<number>\d+)\.)[ \t]+\S")
_ROUND_NUMBER = re.compile(r"^( {0,3}\d+)\)(?=\s)")
_HEADING = re.compile(r" {0,3}#")
_ADDRESS = re.compile(r"<((?:https?://|mailto:|tel:)[^\s<>]+|[^\s<>@:/]+@[^\s<>@]+)>")
_BLANK_AS_WRITTEN = re.compile(r"(?<!\\)\{([^{}]*)\}")
_STARS = re.compile(r"(?<![\\*])(?:\*{1,3}|_{1,3})(?![*_])(?<!\s\*(?=\s))")
_LAST_SIGNS = re.compile(r"[\s#]*$")
BEFORE_ADDRESS = re.compile(r"^(?:mailto:|tel:)")
_KEPT = r"\\`*_{}[]()>#+-.!"

# What is refused in a line, and what to do instead.
_REFUSED = (
    (re.compile(r"<!--"), "A comment cannot stand here. Delete it."),
    (
        re.compile(r"<[A-Za-z/!?]"),
        "HTML cannot stand here. Use Markdown; before a letter, put a space after the sign <.",
    ),
    (re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|[A-Za-z]\w*);"), "Type the character itself instead of its code."),
    (re.compile(r"(?<!\\)!\["), "A picture cannot stand here."),
    (re.compile(r"(?<!\\)`|^ {0,3}~~~"), "Code cannot stand here."),
    (re.compile(r"^\s*(?:\||:?-+:?\s*\|)"), "A table cannot stand here. Write a list."),
    (re.compile(r"^ {0,3}\[[^\]]+\]:"), "Write the address beside its words: [our page](https://…)."),
    (re.compile(r"^ {0,3}(?:#+\s*$|#+[^#\s]|#{7})"), "A heading is one to six signs #, a space, and its words."),
    (re.compile(r"^ {0,3}=+\s*$"), "Write a heading with # before it, not with a line under it."),
    (re.compile(r"^\s*(?:[-*+]|\d+\.)\s*$"), "An entry of a list has words."),
    (re.compile(r"^ {0,3}_{1,4}\s*$"), "A line to write on by hand has at least five underscores."),
    (re.compile(r"^(?:\t| {2,})[ \t]*(?:[-*+]|\d+\.)\s"), "A list within a list cannot stand here. Start at the left."),
)  # fmt: skip


class Blank(NamedTuple):
    """A value that a caller fills in: `{telephone}`, and the line where it stands."""

    name: str
    line: int


class Lines:
    """Makes the lines of one file ready; `blanks` are those met so far."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._line = 0
        self.blanks: list[Blank] = []

    def read(self, text: str) -> Iterator[str]:
        """Give the lines with what this file means by them made plain for Python-Markdown."""
        ruled = 0
        before = ""
        for number, raw in enumerate(text.replace("\r\n", "\n").split("\n"), start=1):
            line = _ROUND_NUMBER.sub(r"\1.", raw)
            if _RULED.fullmatch(line):
                ruled += 1
                continue
            if ruled and line.strip():
                yield from ("", f"\ue005{ruled}\ue006", "")
                ruled = 0
                before = ""
            if _NEW_PAGE.fullmatch(line):
                # With a paragraph before it, Markdown would take it for a heading's line.
                yield from ("", "***", "")
                before = ""
                continue
            if self._starts_list(line, before):
                yield ""
            before = line
            yield self._marked(line, number)
        if ruled:
            yield from ("", f"\ue005{ruled}\ue006")

    @staticmethod
    def _starts_list(line: str, before: str) -> bool:
        """Tell whether a list starts right under a line of another kind; in Python-Markdown alone that is no list."""
        entry = _ENTRY.match(line)
        if entry is None or not before.strip() or _HEADING.match(before):
            return False
        if above := _ENTRY.match(before):
            return bool(above["mark"]) != bool(entry["mark"])
        return bool(entry["mark"]) or entry["number"] == "1"

    def _marked(self, line: str, number: int) -> str:
        """Refuse what cannot stand in a document; give the line with its number and its blanks as numbers."""
        if line.strip() in ("", ">"):
            return line.strip()
        self._line = number
        if _UNSEEN.search(line):
            raise TemplateMistake(
                self._name,
                number,
                "Here stands a character that nobody sees. Delete it and type the words around it anew.",
            )
        line = _ADDRESS.sub(lambda found: _plain(found[1]), line)
        for pattern, message in _REFUSED:
            if pattern.search(line):
                raise TemplateMistake(self._name, number, message)
        if _cross(_STARS.findall(line.lstrip().removeprefix("* "))):
            raise TemplateMistake(self._name, number, "Stars cross each other here: close first what was opened last.")
        line = _BLANK_AS_WRITTEN.sub(self._blank, line)
        if "{" in line.replace("\\{", ""):
            raise TemplateMistake(
                self._name,
                number,
                "This { has no } after it. A value is written {telephone}; for the sign itself write \\{.",
            )
        end = _LAST_SIGNS.search(line)
        at = end.start() if end else len(line)
        return f"{line[:at]}\ue002{number}\ue003{line[at:]}"

    def _blank(self, found: re.Match[str]) -> str:
        self.blanks.append(Blank(found[1].strip(), self._line))
        return f"\ue000{len(self.blanks) - 1}\ue001"


def _cross(marks: list[str]) -> bool:
    """Tell whether one pair of stars starts in another and ends outside it: Python-Markdown then loses letters."""
    opened: list[str] = []
    for mark in marks:
        if mark not in opened:
            opened.append(mark)
        elif opened.pop() != mark:
            return True
    return False


def _plain(address: str) -> str:
    return "".join(f"\\{letter}" if letter in _KEPT else letter for letter in BEFORE_ADDRESS.sub("", address))

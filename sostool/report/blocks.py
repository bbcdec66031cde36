"""Blocks: what a document is made of, whatever the format. A format draws each kind once.

Everything here is plain data. A `Line` is a run of pieces, each either our own words (from a label file) or
`typed`: what somebody typed into the case file, shown exactly so, in the language of the file and with a
direction of its own.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal, TypeAlias


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text on one line. `typed` text comes from the case file."""

    text: str
    typed: bool = False


Line: TypeAlias = tuple[Run, ...]


def own(text: str) -> Line:
    """Make a line of our own words."""
    return (Run(text),) if text else ()


def typed(text: str) -> Line:
    """Make a line of typed text."""
    return (Run(text, typed=True),) if text else ()


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """Text of any length. In typed text a blank line makes a paragraph and lines that start with `- ` a list."""

    text: str
    typed: bool = True
    tone: Literal["plain", "lead", "statement", "quiet"] = "plain"


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what stands beside it: `By when: 24 March 2026`."""

    label: str
    value: Line


@dataclass(frozen=True, slots=True)
class Facts:
    """Facts about what stands before them, or about the document, in a compact list."""

    facts: tuple[Fact, ...]
    tone: Literal["plain", "quiet"] = "plain"


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list: a text, facts in small under it, and marks such as “not in front of Dean”."""

    text: str
    facts: tuple[Fact, ...] = ()
    marks: tuple[Line, ...] = ()
    typed: bool = True


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of short values. The first cell of each row is that row's header."""

    caption: Line
    columns: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]


@dataclass(frozen=True, slots=True)
class WordsGroup:
    """Some of a person's words under a small heading: worries, good things, dreams. Our heading, their lines."""

    label: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OwnWords:
    """A person's own words, exactly as said; `facts` say when, how, and who wrote them down."""

    who: Line
    groups: tuple[WordsGroup, ...]
    facts: tuple[Fact, ...] = ()
    marks: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """One person's number on a scale. `before` is their number at the meeting before, if there was one."""

    name: str
    role: str
    score: float | None
    before: float | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class ScalePicture:
    """A 0 to 10 line with everybody's marks; `safe_end` says which end is the safe one."""

    ten: Line
    zero: Line
    marks: tuple[Mark, ...]
    safe_end: Literal["ten", "zero"] = "ten"


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with its caption, and the same in words. A table with every number stands beside it, or under it."""

    caption: Line
    picture: ScalePicture
    description: str
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """Something to notice: a notice about the document, or who must not hear what follows."""

    text: Line
    tone: Literal["notice", "careful"] = "notice"


@dataclass(frozen=True, slots=True)
class Space:
    """Room to write by hand."""

    lines: int


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts on a new page."""


@dataclass(frozen=True, slots=True)
class Group:
    """Blocks that belong together under one heading: a person's words, a past harm, a danger's set of three.

    `tone` says what it is, so that a format may draw it so: `set` a whole set of three, `danger` a danger
    statement, `goal` a safety goal, `scale` its scale, `plain` anything else. The heading's level follows from
    how deep the group stands.
    """

    heading: Line
    blocks: tuple[Block, ...]
    tone: Literal["plain", "set", "danger", "goal", "scale"] = "plain"
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of the map, side by side where there is room, one after the other where not."""

    columns: tuple[Group, ...]


Block: TypeAlias = Paragraphs | Facts | Items | Table | OwnWords | Figure | Note | Space | PageBreak | Group | Columns


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a document with a heading of its own. `anchor` is the same in every document and format."""

    anchor: str
    heading: Line
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document for one reader.

    `words` are our own words that a page shell needs (skip link, contents, page n of m), by their keys in the
    label file. `stamps` stand on every page: “Draft”, “Not finished”, “Chair's copy”.
    """

    kind: str
    title: Line
    subtitle: Line
    date: dt.date
    reference: str
    reader_code: str
    reader_line: Line
    fingerprint: str
    stamps: tuple[str, ...]
    language: str
    direction: Literal["ltr", "rtl"]
    text_language: str
    accent: str
    page: Literal["a4-portrait", "a3-landscape"]
    sections: tuple[Section, ...]
    footer: tuple[Line, ...] = ()
    words: dict[str, str] = field(default_factory=dict)

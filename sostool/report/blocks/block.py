"""The kinds of block. A format draws each once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from sostool.report.blocks.line import Line
from sostool.report.blocks.pictures import Picture


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """Text of any length. In typed text a blank line makes a paragraph and lines that start with `- ` a list."""

    text: str
    typed: bool = True
    tone: Literal["plain", "lead", "statement", "quiet"] = "plain"


@dataclass(frozen=True, slots=True)
class Prose:
    """Our own or the authority's wording: paragraphs, or the entries of a list."""

    lines: tuple[Line, ...]
    listed: Literal["", "bullets", "numbers"] = ""


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
class Figure:
    """A picture with its caption, and the same in words. A table with every number stands beside it, or under it."""

    caption: Line
    picture: Picture
    description: str
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class Panel:
    """A frame to draw in, with the sentence under it. `hint` says what to draw, for whoever holds the pencil."""

    text: Line
    hint: Line = ()


@dataclass(frozen=True, slots=True)
class Panels:
    """Words and pictures: frames in order."""

    panels: tuple[Panel, ...]


@dataclass(frozen=True, slots=True)
class Ticks:
    """Boxes to tick by hand, with what each stands for."""

    question: Line
    choices: tuple[Line, ...]


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
    """Columns side by side where there is room, one after the other where not: the map's, or a child's houses."""

    columns: tuple[Group, ...]
    tone: Literal["map", "houses"] = "map"


Block: TypeAlias = (
    Paragraphs
    | Prose
    | Facts
    | Items
    | Table
    | OwnWords
    | Figure
    | Panels
    | Ticks
    | Note
    | Space
    | PageBreak
    | Group
    | Columns
)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a document with a heading of its own. `anchor` is the same in every document and format."""

    anchor: str
    heading: Line
    blocks: tuple[Block, ...]

"""Blocks: what a document is made of, whatever the format. A format draws each kind once.

Everything here is plain data. A `Line` is a run of pieces, each either our own words (from a label file) or
`typed`: what somebody typed into the case file, shown exactly so, in the language of the file and with a
direction of its own.
"""

from sostool.report.blocks.block import (
    Block,
    Columns,
    Fact,
    Facts,
    Figure,
    Group,
    Item,
    Items,
    Note,
    OwnWords,
    PageBreak,
    Panel,
    Panels,
    Paragraphs,
    Prose,
    Section,
    Space,
    Table,
    Ticks,
    WordsGroup,
)
from sostool.report.blocks.document import (
    Document,
)
from sostool.report.blocks.line import (
    Line,
    Run,
    own,
    typed,
)
from sostool.report.blocks.pictures import (
    Course,
    CoursePicture,
    FamilyPicture,
    Friend,
    Mark,
    NetworkPicture,
    Picture,
    Relative,
    Ring,
    ScalePicture,
    Span,
    TimelinePicture,
)

__all__ = [
    "Block",
    "Columns",
    "Course",
    "CoursePicture",
    "Document",
    "Fact",
    "Facts",
    "FamilyPicture",
    "Figure",
    "Friend",
    "Group",
    "Item",
    "Items",
    "Line",
    "Mark",
    "NetworkPicture",
    "Note",
    "OwnWords",
    "PageBreak",
    "Panel",
    "Panels",
    "Paragraphs",
    "Picture",
    "Prose",
    "Relative",
    "Ring",
    "Run",
    "ScalePicture",
    "Section",
    "Space",
    "Span",
    "Table",
    "Ticks",
    "TimelinePicture",
    "WordsGroup",
    "own",
    "typed",
]

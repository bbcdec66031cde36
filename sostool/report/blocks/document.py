"""A whole document, and what it is framed with."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal

from sostool.report.blocks.block import Section
from sostool.report.blocks.line import Line


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document for one reader.

    `words` are our own words that a page shell needs (skip link, contents, page n of m), by their keys in the
    label file. `stamps` stand on every page: “Draft”, “Not finished”, “Chair's copy”. `authority` is the name of
    whoever the document comes from. `one_page` asks for type as large as fits one sheet.
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
    page: Literal["a4-portrait", "a4-landscape", "a3-landscape"]
    sections: tuple[Section, ...]
    footer: tuple[Line, ...] = ()
    words: dict[str, str] = field(default_factory=dict)
    authority: str = ""
    one_page: bool = False

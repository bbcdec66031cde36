"""An authority's template for Word, made as Word makes one, and what can be wrong with one."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import docx
from docx.shared import Cm, RGBColor
from report.formats.word.opened import repacked

DOT = zipfile.ZIP_DEFLATED
# The smallest picture: one dot.
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001"
    "a5f645400000000049454e44ae426082"
)  # fmt: skip
# The smallest of the other kind, from its markers: one grey dot.
JPEG = bytes.fromhex(
    "ffd8ffe000104a46494600010100000100010000ffdb004300" + "01" * 64 + "ffc0000b080001000101011100ffc400140001000000000000"
    "00000000000000000009ffc40014100100000000000000000000000000000000ffda0008010100003f002a9fffd9"
)  # fmt: skip


def chunk(kind: bytes, content: bytes) -> bytes:
    """Make a piece of a PNG picture."""
    return len(content).to_bytes(4, "big") + kind + content + zlib.crc32(kind + content).to_bytes(4, "big")


def template(change: Callable[[docx.document.Document], None] | None = None) -> bytes:
    """Make a template: a letterhead with a logo on the first page and others, margins, fonts, a body with advice."""
    made = docx.Document()
    section = made.sections[0]
    section.left_margin = Cm(3)
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "Example County Council"
    section.first_page_header.paragraphs[0].add_run().add_picture(io.BytesIO(PNG), width=Cm(2))
    section.header.paragraphs[0].text = "Example Children's Services"
    section.header.paragraphs[0].add_run().add_picture(io.BytesIO(PNG), width=Cm(2))
    section.footer.paragraphs[0].text = "OFFICIAL-SENSITIVE"
    heading = made.styles["Heading 1"]
    heading.font.name = "Georgia"
    heading.font.color.rgb = RGBColor(0x80, 0, 0x40)
    made.add_paragraph("Write here. Ask Jane Smith on 01632 960999 what goes where.")
    made.core_properties.author = "Jane Smith"
    made.core_properties.keywords = "Template of the Quality Team"
    if change is not None:
        change(made)
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def as_dotx(data: bytes) -> bytes:
    """Make a `.dotx` of a `.docx`: what its main part calls itself is another word."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        types = package.read("[Content_Types].xml")
    kind = b"wordprocessingml.document.main+xml"
    assert kind in types
    return repacked(data, {"[Content_Types].xml": types.replace(kind, b"wordprocessingml.template.main+xml")})


def part(data: bytes, name: str) -> bytes:
    """Give a part of a document."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(name)


def with_header(data: bytes, content: str, relations: str = "") -> bytes:
    """Put something into the ordinary header, and relationships beside it."""
    name = next(
        name
        for name in zipfile.ZipFile(io.BytesIO(data)).namelist()
        if name.startswith("word/header") and b"Children's" in part(data, name)
    )
    header = part(data, name).replace(b"</w:hdr>", content.encode() + b"</w:hdr>")
    rels_name = f"word/_rels/{Path(name).name}.rels"
    rels = part(data, rels_name).replace(b"</Relationships>", relations.encode() + b"</Relationships>")
    return repacked(data, {name: header, rels_name: rels})

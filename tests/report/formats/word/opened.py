"""A Word document as a program sees it: its parts, its paragraphs with the names of their styles, its tables."""

from __future__ import annotations

import io
import tempfile
import zipfile
from pathlib import Path
from typing import NamedTuple

from lxml import etree
from openxml_audit import FileFormat, OpenXmlValidator  # type: ignore[import-untyped]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"

_AUDIT = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365, max_errors=20)


class Paragraph(NamedTuple):
    """One paragraph: its style's name, what it shows, and its element."""

    style: str
    text: str
    element: etree._Element


class Opened:
    """A Word document."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            assert package.testzip() is None
            names = package.namelist()
            assert len(set(names)) == len(names), "two parts have one name"
            self.dates = {entry.date_time for entry in package.infolist()}
            self.parts = {name: package.read(name) for name in names}
        self.trees = {
            name: etree.fromstring(part) for name, part in self.parts.items() if name.endswith((".xml", ".rels"))
        }
        self.document = self.trees["word/document.xml"]
        self.styles = {
            str(style.get(f"{W}styleId")): str(style.find(f"{W}name").get(f"{W}val"))  # type: ignore[union-attr]
            for style in self.trees["word/styles.xml"].findall(f"{W}style")
        }
        self.paragraphs = [self._paragraph(one) for one in self.document.iter(f"{W}p")]

    def _paragraph(self, element: etree._Element) -> Paragraph:
        style = element.find(f"{W}pPr/{W}pStyle")
        name = "Normal" if style is None else self.styles[str(style.get(f"{W}val"))]
        return Paragraph(name, shown(element), element)

    @property
    def text(self) -> str:
        """What the document shows, beside its frame."""
        return "\n".join(one.text for one in self.paragraphs)

    def in_style(self, name: str) -> list[str]:
        """Give what the paragraphs of a style show."""
        return [one.text for one in self.paragraphs if one.style == name]

    def headings(self) -> list[tuple[int, str]]:
        """Give the headings with their levels."""
        return [(int(one.style[-1]), one.text) for one in self.paragraphs if one.style.lower().startswith("heading ")]

    def framing(self, name: str) -> list[str]:
        """Give what headers (`hdr`) or footers (`ftr`) show, one text for each."""
        return [shown(tree) for tree in self.trees.values() if tree.tag == f"{W}{name}"]

    def relations(self) -> list[etree._Element]:
        """Give every relationship of every part."""
        return [one for name, tree in self.trees.items() if name.endswith(".rels") for one in tree]


def shown(element: etree._Element) -> str:
    """Give what an element shows: its texts, with a new line for a break and a tab for a tab."""
    pieces = {f"{W}br": "\n", f"{W}tab": "\t"}
    found = [
        one.text or "" if one.tag == f"{W}t" else pieces[one.tag]
        for one in element.iter(f"{W}t", f"{W}br", f"{W}tab")
        if one.getparent().tag != f"{W}tabs"  # type: ignore[union-attr]
    ]
    return "".join(found)


def faults(data: bytes) -> list[str]:
    """Give what an independent judge of the standard finds wrong with a document: order, types, missing parts."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "document.docx"
        file.write_bytes(data)
        return [f"{one.part_uri}: {one.description}" for one in _AUDIT.validate(file).errors]


# Runs, and what follows from a text's letters and length: its direction, and whether a row may break.
_NOT_PARTS = {
    f"{W}{name}" for name in "r t rPr lang rtl rStyle b bCs color pPr bidi trPr cantSplit pageBreakBefore".split()
}


def shape(data: bytes) -> list[str]:
    """Give what a document is made of, without how its text is cut into runs."""
    found = [str(one.tag) for one in Opened(data).document.iter() if one.tag not in _NOT_PARTS]
    # Beside a long label there is no room: what it labels stands below it.
    return [f"{W}br" if tag == f"{W}tab" else tag for tag in found]


def repacked(data: bytes, change: dict[str, bytes | None]) -> bytes:
    """Put other parts into a document; None leaves one out."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            if name not in change:
                target.writestr(name, source.read(name))
        for name, part in change.items():
            if part is not None:
                target.writestr(name, part)
    return buffer.getvalue()

"""A PDF as other programs see it: its structure and its file through pikepdf, its text through pdfium."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.metadata import distribution
from typing import Any, NamedTuple

import pdfplumber
import pikepdf
import pypdfium2  # type: ignore[import-untyped]

_STREAM_LENGTH = "STREAM-LENGTH-001"
_STREAM = re.compile(rb"/Length (\d+)[^\n]*>>\nstream\n")


class Part(NamedTuple):
    """One element of the structure that a screen reader walks."""

    kind: str
    depth: int
    alt: str
    language: str
    scope: str
    inside: tuple[str, ...]


class Opened:
    """A PDF."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.file = pikepdf.open(io.BytesIO(data))
        self.parts = list(_walk(self.file.Root.StructTreeRoot.K, ()))

    def kinds(self) -> list[str]:
        return [part.kind for part in self.parts]

    def of(self, *kinds: str) -> list[Part]:
        return [part for part in self.parts if part.kind in kinds]

    def sizes(self) -> set[tuple[int, int]]:
        """Give the sizes of the pages in millimetres."""
        return {tuple(round(float(side) / 72 * 25.4) for side in page.mediabox[2:]) for page in self.file.pages}  # type: ignore[misc]

    def outline(self) -> list[str]:
        with self.file.open_outline() as outline:
            return list(_titles(outline.root))

    def links(self) -> list[Any]:
        found = [annotation for page in self.file.pages for annotation in page.get("/Annots", [])]
        return [annotation for annotation in found if annotation.Subtype == "/Link"]

    def page_of(self, destination: Any) -> int:
        """Give the number of the page, from 0, that a destination leads to."""
        if isinstance(destination, pikepdf.String | pikepdf.Name):
            destination = pikepdf.NameTree(self.file.Root.Names.Dests)[str(destination)]
        if isinstance(destination, pikepdf.Dictionary):
            destination = destination.D
        return next(at for at, one in enumerate(self.file.pages) if one.obj.objgen == destination[0].objgen)

    def texts(self) -> list[str]:
        """Give the text of each page as pdfium reads it."""
        with pypdfium2.PdfDocument(self.data) as document:
            return [page.get_textpage().get_text_range() for page in document]

    @property
    def text(self) -> str:
        return "\n".join(self.texts())

    def read_aloud(self) -> str:
        """Give the text in the order of the structure, which is that of a screen reader."""
        said: dict[tuple[int, int], str] = {}
        with pdfplumber.open(io.BytesIO(self.data)) as document:
            for at, page in enumerate(document.pages):
                for char in page.chars:
                    if char["mcid"] is not None:
                        said[at, char["mcid"]] = said.get((at, char["mcid"]), "") + char["text"]
        numbers = {page.obj.objgen: at for at, page in enumerate(self.file.pages)}
        return " ".join(
            said.get((numbers[page], mark), "") for page, mark in _marks(self.file.Root.StructTreeRoot.K, (0, 0))
        )

    def strings(self) -> list[str]:
        """Give every string of the file, wherever it stands, and every stream that is plain text."""
        found: list[str] = []
        for one in self.file.objects:
            found += _strings(one)
            if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/XML":
                found.append(one.read_bytes().decode())
        return [*found, *map(str, self.file.docinfo.values())]

    def letters_outside(self) -> list[str]:
        """Give the letters that stand outside of their page, where nobody would ever see them."""
        outside = []
        with pypdfium2.PdfDocument(self.data) as document:
            for page in document:
                width, height = page.get_size()
                text = page.get_textpage()
                for at in range(text.count_chars()):
                    left, bottom, right, top = text.get_charbox(at)
                    if left < -1 or bottom < -1 or right > width + 1 or top > height + 1:
                        outside.append(text.get_text_range(at, 1))
        return outside


def faults(data: bytes) -> list[str]:
    """Check a file by the rules of PDF/UA-1 and PDF/A-2a; give what fails.

    One finding is looked at again: where a packed stream happens to end with a carriage return, the checker counts it
    to the line's end that follows.
    """
    found = []
    for profile in ("ua1", "2a"):
        report = _checker().validate_pdf_bytes(data, profile=profile)
        assert report.rules.total > 100
        found += [line for line in str(report).splitlines() if line.startswith("[")]
    return [line for line in found if _STREAM_LENGTH not in line or not _lengths_are_right(data)]


@cache
def _checker() -> Any:
    """Get the checker, which is called `page`, as one of our own helpers is: from where it was installed."""
    before = list(sys.path)
    sys.path.insert(0, str(distribution("page-validation").locate_file("")))
    try:
        return import_module("page")
    finally:
        sys.path[:] = before


def _lengths_are_right(data: bytes) -> bool:
    streams = list(_STREAM.finditer(data))
    assert streams
    return all(data[found.end() + int(found[1]) :].startswith(b"\nendstream") for found in streams)


def _walk(node: Any, above: tuple[str, ...]) -> Iterator[Part]:
    if isinstance(node, pikepdf.Array):
        for inner in node:
            yield from _walk(inner, above)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        kind = str(node.S)[1:]
        attributes = node.get("/A", pikepdf.Array())
        listed = [attributes] if isinstance(attributes, pikepdf.Dictionary) else list(attributes)
        scope = next((str(one.Scope)[1:] for one in listed if "/Scope" in one), "")
        yield Part(kind, len(above), str(node.get("/Alt", "")), str(node.get("/Lang", "")), scope, above)
        yield from _walk(node.get("/K", pikepdf.Array()), (*above, kind))


def _marks(node: Any, page: tuple[int, int]) -> Iterator[tuple[tuple[int, int], int]]:
    if isinstance(node, pikepdf.Array):
        for inner in node:
            yield from _marks(inner, page)
    elif isinstance(node, pikepdf.Dictionary):
        here = node.Pg.objgen if "/Pg" in node else page
        if "/MCID" in node:
            yield here, int(node.MCID)
        elif "/K" in node:
            yield from _marks(node.K, here)
    elif isinstance(node, int):
        yield page, node


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, pikepdf.String):
        yield str(value)
    elif isinstance(value, pikepdf.Array) and not value.is_indirect:
        for inner in value:
            yield from _strings(inner)
    elif isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
        for inner in (
            value.as_dict().values() if isinstance(value, pikepdf.Dictionary) else value.stream_dict.as_dict().values()
        ):
            if not getattr(inner, "is_indirect", False):
                yield from _strings(inner)


def _titles(items: Any) -> Iterator[str]:
    for item in items:
        yield item.title
        yield from _titles(item.children)

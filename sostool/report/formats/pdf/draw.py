"""A document becomes the bytes of a PDF."""

from __future__ import annotations

import datetime as dt
import json
import re
from typing import TYPE_CHECKING

from sostool.report.formats.pdf.compiler import MAIN, compiled
from sostool.report.formats.pdf.values import values
from sostool.report.formats.sheet import PAGE_SIZES, SIZES, SMALLEST
from sostool.report.templating.our_templates import our_text

if TYPE_CHECKING:
    from sostool.report.blocks import Document
    from sostool.report.templating.templates import Templates

_COUNT = re.compile(rb"/Type/Pages/Count (\d+)")

SOURCES = (MAIN, "blocks.typ", "look.typ")


def pdf(document: Document, templates: Templates) -> bytes:
    """Write a document as a PDF.

    Args:
        document: what to write.
        templates: the authority's logo, and how pictures look; the rest of a page is ours alone.

    Returns:
        The file. The same document gives the same bytes: what they say of the time is the document's own date.

    Raises:
        NotInstalledError: the compiler is not there.
        NotDrawn: the document holds what the compiler cannot draw so that everybody can read it.
        TemplateMistake: a picture's template cannot be used.
        ValueError: the document's accent is not a colour, or a word for the page is missing.
    """
    files = {name: _source(name) for name in SOURCES}
    data = values(document, templates)
    day = dt.datetime.combine(document.date, dt.time(), dt.UTC)
    sizes = _sizes(document, data["type_size"])
    drawn = b""
    for size in sizes:
        drawn = compiled(files, json.dumps(data | {"type_size": size}, ensure_ascii=False), day)
        if len(sizes) == 1 or _pages(drawn) <= 1 + data["two_sides"]:
            break
    return drawn


def _sizes(document: Document, largest: int) -> list[int]:
    """Give the sizes of type to try, the largest first: here, unlike in a browser, it can be seen whether it fits."""
    if document.page == "a3-landscape":
        return [size for size in (*SIZES, SMALLEST) if size <= largest]
    return [size for size in (*PAGE_SIZES, SMALLEST) if size <= largest] if document.one_page else [largest]


def _pages(drawn: bytes) -> int:
    found = _COUNT.search(drawn)
    return int(found[1]) if found else 1


def _source(name: str) -> bytes:
    text = our_text(f"pdf/{name}")
    if text is None:
        raise FileNotFoundError(f"sostool was installed without its template pdf/{name}; please reinstall it")
    return text.encode()

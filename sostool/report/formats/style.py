"""What of the style depends on the document: its colours, and what stands in the margins of each printed page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sostool.report.formats.colours import accent
from sostool.report.formats.typed_text import clean

if TYPE_CHECKING:
    from sostool.report.blocks import Document

LIGHT_PAGE = "#faf8f5"
DARK_PAGE = "#17191c"

_KEPT_IN_CSS = re.compile(r"[^A-Za-z0-9 .,:;()/+_-]")
_PLACEHOLDER = re.compile(r"\{(page|pages)\}")
_BETWEEN = " · "


def page_style(document: Document) -> str:
    """Write the style sheet's first lines.

    Args:
        document: its accent colour, and what stands on each printed page: reference, reader code, stamps, page n of
            m, fingerprint.

    Raises:
        ValueError: the accent is not a colour.
    """
    colours = accent(document.accent, LIGHT_PAGE, DARK_PAGE)
    who_for = _BETWEEN.join(filter(None, (document.reference, document.reader_code)))
    boxes = {
        "top-left": css_string(who_for),
        "top-right": css_string(_BETWEEN.join(document.stamps)),
        "bottom-left": css_string(document.fingerprint),
        "bottom-right": _page_of(document.words["page"]),
    }
    if document.page == "a3-landscape":
        size = "size:A3 landscape;margin:18mm 16mm 16mm"
    elif document.page == "a4-landscape":
        size = "size:A4 landscape;margin:18mm 16mm 16mm"
    else:
        size = "size:A4;margin:17mm 16mm 15mm" if document.one_page else "size:A4;margin:22mm 18mm 20mm"
    margins = "".join(f"@{place}{{content:{content}}}" for place, content in boxes.items())
    return (
        f":root{{--accent:{colours.on_light};--tint:{colours.light_tint};--page:{LIGHT_PAGE}}}\n"
        f"@media screen and (prefers-color-scheme:dark)"
        f"{{:root{{--accent:{colours.on_dark};--tint:{colours.dark_tint};--page:{DARK_PAGE}}}}}\n"
        f"@page{{{size};{margins}}}\n"
    )


def css_string(text: str) -> str:
    """Write a text as a CSS string in which no character can end the string, the rule or the style element."""
    return '"' + _KEPT_IN_CSS.sub(lambda found: f"\\{ord(found[0]):X} ", clean(text)) + '"'


def _page_of(words: str) -> str:
    """Turn `page {page} of {pages}` into CSS content with counters."""
    pieces = _PLACEHOLDER.split(words)
    written = [f"counter({piece})" if at % 2 else css_string(piece) for at, piece in enumerate(pieces)]
    return " ".join(piece for piece in written if piece != '""') or '""'

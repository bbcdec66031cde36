"""A document as the data that the PDF's template draws: the same as for a web page, and what a browser would find out.

That is: a picture as a drawing, the direction of a typed text, how broad a table's columns are, what may break across
two pages, and where a very long word may break.
"""

from __future__ import annotations

import base64
import re
from typing import TYPE_CHECKING, Any, TypeAlias

from sostool.report.formats.colours import accent
from sostool.report.formats.pdf.blocks import Writer
from sostool.report.formats.plain import plain
from sostool.report.formats.sheet import has_two_sides, type_size
from sostool.report.formats.style import DARK_PAGE

if TYPE_CHECKING:
    from sostool.report.blocks import Document
    from sostool.report.templating.templates import Templates

Plain: TypeAlias = dict[str, Any]

WHITE = "#ffffff"
# The first is for every language; which of the others comes next is the language's way of writing Arabic letters.
_FONTS = ("Noto Sans", "Noto Sans Arabic", "Noto Nastaliq Urdu")
_FONTS_OF_URDU = ("Noto Sans", "Noto Nastaliq Urdu", "Noto Sans Arabic")
_LEADING = 0.3
# Nastaliq runs downhill: its lines touch unless they stand further apart.
_LEADING_OF_URDU = 1.2
_BETWEEN = " · "
_COMPILERS_NAMES = {"jpeg": "jpg"}
# A picture without a word cannot be read aloud, and a logo without an authority's name has none.
_LOGO_UNTOLD = "Logo"
_LOGO = re.compile(r"data:image/(svg|png|jpeg)(?:\+xml)?;base64,(.+)", re.DOTALL)
# What made a document is said at its end; a letter, a child's page and a sheet are whoever's they are.
_WITHOUT_MAKER = frozenset({"child", "decision-letter", "invitation", "leaflet", "map", "summary"})
# What has more sections than this is looked up in, unless it is a letter or hangs on a wall.
_SHORT = 7
_SHEETS = _WITHOUT_MAKER | {"flip-chart", "my-views"}


def values(document: Document, templates: Templates) -> Plain:
    """Turn a document into what the PDF's template sees.

    Raises:
        TemplateMistake: a picture's template cannot be used.
        ValueError: the document's accent is not a colour, or a word for the page is missing.
    """
    found = plain(document)
    colours = accent(document.accent, WHITE, DARK_PAGE)
    language, _, region = document.language.partition("-")
    is_urdu = language == "ur"
    writer = Writer(found, colours.on_light, templates.draw)
    title = "".join(run["text"] for run in found["title"])
    footer = found["footer"][:-1] if found["kind"] in _WITHOUT_MAKER else found["footer"]
    return writer.written() | {
        "document_title": _BETWEEN.join(filter(None, (title, found["reference"]))),
        "filed": _BETWEEN.join(filter(None, (found["reference"], found["reader_code"]))),
        "footer": [writer.line(line) for line in footer],
        "contents": len(found["sections"]) > _SHORT and found["kind"] not in _SHEETS,
        "lang": language,
        "region": region if len(region) == 2 else None,  # noqa: PLR2004 - ISO 3166
        "fonts": list(_FONTS_OF_URDU if is_urdu else _FONTS),
        "leading": _LEADING_OF_URDU if is_urdu else _LEADING,
        "colours": {"accent": colours.on_light, "tint": colours.light_tint},
        "logo": _logo(templates.logo, found["authority"]),
        "one_page": document.one_page,
        "type_size": type_size(document),
        "two_sides": has_two_sides(document),
    }


def _logo(address: str, told: str) -> Plain | None:
    """Give the picture that an address stands for, as the compiler takes it: its bytes as numbers; None without one."""
    found = _LOGO.fullmatch(address)
    if found is None:
        return None
    kind, picture = found[1], base64.b64decode(found[2])
    return {"format": _COMPILERS_NAMES.get(kind, kind), "picture": list(picture), "told": told or _LOGO_UNTOLD}

"""HTML: one file that needs nothing else, runs nothing and asks for nothing."""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING

from markupsafe import Markup

from sostool.report.formats.plain import plain
from sostool.report.formats.sheet import has_two_sides, type_size
from sostool.report.formats.style import page_style
from sostool.report.templating.templates import TemplateMistake

if TYPE_CHECKING:
    from sostool.report.blocks import Document
    from sostool.report.templating.templates import Templates

PAGE = "html/page.html.j2"
STYLES = ("html/style.css", "html/paper.css")


def html(document: Document, templates: Templates) -> bytes:
    """Write a document as a web page.

    Args:
        document: what to write.
        templates: how it looks.

    Returns:
        The page, UTF-8, with Unix line ends.

    Raises:
        TemplateMistake: a template or the style sheet cannot be used.
        ValueError: the document's accent is not a colour, or a word for the page is missing.
    """
    style = page_style(document) + "".join(_sheet(name, templates) for name in STYLES)
    values = plain(document) | {
        # Safe as it stands: our own text with strings escaped, and a file that the authority answers for.
        "style": Markup(style),  # noqa: S704
        "security_policy": security_policy(style),
        "logo": templates.logo,
        "type_size": type_size(document),
        "two_sides": has_two_sides(document),
    }
    return templates.draw(PAGE, values).encode()


def security_policy(style: str) -> str:
    """Forbid a page everything but this style sheet and pictures that stand in the page itself."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"


def _sheet(name: str, templates: Templates) -> str:
    sheet = templates.text(name)
    if "</" in sheet:
        raise TemplateMistake(name, 0, 'A style sheet cannot hold "</": it would end there.')
    return sheet

"""Markdown: the same blocks as text that shows what was typed, wherever it is shown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markupsafe import Markup

from sostool.report.formats.escape import escape
from sostool.report.formats.plain import plain

if TYPE_CHECKING:
    from sostool.report.blocks import Document
    from sostool.report.templating.templates import Templates

PAGE = "markdown/page.md.j2"

_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n){2,}")


def markdown(document: Document, templates: Templates) -> bytes:
    """Write a document as Markdown.

    Args:
        document: what to write.
        templates: how it looks.

    Returns:
        The text, UTF-8, with Unix line ends.

    Raises:
        TemplateMistake: a template cannot be used.
        ValueError: a word for the page is missing.
    """
    text = templates.draw(PAGE, plain(document, drawn=False), finalize=_shown_as_typed)
    return (_BLANK_LINES.sub("\n\n", text).strip() + "\n").encode()


def _shown_as_typed(value: object) -> Markup:
    """Escape whatever a template prints, so that no template can forget to. Macros' own output is done already."""
    return value if isinstance(value, Markup) else Markup(escape(str(value)))  # noqa: S704

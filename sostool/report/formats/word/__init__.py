"""Word: the same blocks as a document that can be edited, pasted and kept in a case system."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sostool.report.formats.not_drawn import NotInstalledError

if TYPE_CHECKING:
    from sostool.report.blocks import Document
    from sostool.report.templating.templates import Templates

__all__ = ["word", "word_to_start_from"]


def word(document: Document, templates: Templates, *, plain_columns: bool = False) -> bytes:
    """Write a document for Word.

    Args:
        document: what to write.
        templates: how pictures look, the authority's logo, and its own template for Word if it has one.
        plain_columns: whether the map is headings and lists one after the other, to be pasted into another program,
            and not columns side by side.

    Returns:
        The document, a `.docx`. The same document gives the same bytes: what they say of the time is its own date.

    Raises:
        NotInstalledError: what writes it is not there.
        TemplateMistake: the authority's template cannot be used, or a picture's template cannot.
        ValueError: the document's accent is not a colour, or a word for the page is missing.
    """
    with _installed():
        from sostool.report.formats.word.draw import draw  # noqa: PLC0415 - only where it is installed

    return draw(document, templates, plain_columns=plain_columns)


def word_to_start_from(accent: str) -> bytes:
    """Make a template for Word that an authority can make its own.

    Args:
        accent: the colour of the documents, `#rrggbb`.

    Returns:
        A `.docx` with our styles, in which documents look as they do without a template.

    Raises:
        NotInstalledError: what writes it is not there.
        ValueError: the accent is not a colour.
    """
    with _installed():
        from sostool.report.formats.word.start import word_to_start_from as start  # noqa: PLC0415 - the same

    return start(accent)


@contextmanager
def _installed() -> Iterator[None]:
    """Tell of what cannot be loaded that the extra is missing."""
    try:
        yield
    except ImportError as error:
        # A laptop may also keep such a program from running: that is an error with another name, or none.
        if (error.name or "").startswith("sostool"):
            raise
        raise NotInstalledError("Word", "word") from None

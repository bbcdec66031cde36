"""The compiler that draws a page: run inside this process, with our fonts, an empty folder and no way out.

PDF/UA-1 (ISO 14289-1) is what a screen reader needs, PDF/A-2a (ISO 19005-2) what an archive needs. Both are asked for
of the compiler, and it refuses a document that would keep to one of them in name only.
"""

from __future__ import annotations

import re
import tempfile
from functools import cache
from typing import TYPE_CHECKING

from sostool.report.formats.not_drawn import NotDrawn, NotInstalledError
from sostool.resources import resource_root

if TYPE_CHECKING:
    import datetime as dt

    import typst

MAIN = "main.typ"
STANDARDS: list[typst.PDFStandard] = ["a-2a", "ua-1"]

# Our own pictures are drawn by us; the one picture that may be anybody's is the logo.
_ABOUT_A_PICTURE = re.compile(r"\b(?:image|PNG|JPEG|JPG|SVG|XML)\b", re.IGNORECASE)
_NO_FONT = re.compile(r'the text `"(?:\\u\{([0-9a-f]+)\}|(.)).*"` could not be displayed', re.DOTALL)
_NOT_SHOWN = (
    "The PDF cannot be made: none of its fonts can show a character of the text. Take the character out, or make the "
    "web page (--format html), which your browser shows with the fonts of this computer."
)
_REFUSED = (
    "The PDF cannot be made: the compiler refused the document. Make the web page (--format html) and save it as PDF "
    "from your browser."
)
_BAD_LOGO = (
    "The PDF cannot be made: the logo in your templates folder cannot be drawn. Save it anew as a PNG picture, or "
    "leave it out."
)


def compiled(files: dict[str, bytes], data: str, day: dt.datetime) -> bytes:
    """Compile a document.

    Args:
        files: its template, by the names under which one file asks for another; `MAIN` is where it begins.
        data: what the template sees as `sys.inputs.data`.
        day: what the file says it was made on.

    Returns:
        The PDF.

    Raises:
        NotInstalledError: the compiler is not there.
        NotDrawn: the compiler refuses the document.
    """
    try:
        return _compiled(files, data, day, system_fonts=False)
    except NotDrawn as refused:
        if not refused.detail:
            raise
        # Only scripts that we ship no font for come here, so that the same Latin text looks the same everywhere.
        return _compiled(files, data, day, system_fonts=True)


def _compiled(files: dict[str, bytes], data: str, day: dt.datetime, *, system_fonts: bool) -> bytes:
    compiler = _compiler(system_fonts=system_fonts)
    try:
        found = compiler.compile(
            input=files,  # type: ignore[type-var]  # several files, which the binding takes and its types do not know
            format="pdf",
            sys_inputs={"data": data},
            pdf_standards=STANDARDS,
            timestamp=day,
        )
    except RuntimeError as error:
        raise _told(error) from None
    except BaseException as error:
        # What breaks the compiler itself comes as an exception that `except Exception` lets through.
        if type(error).__name__ != "PanicException":
            raise
        raise NotDrawn(_REFUSED) from None
    if not isinstance(found, bytes):  # more than one file, which is what pictures of pages are
        raise NotDrawn(_REFUSED)
    return found


def _told(error: Exception) -> NotDrawn:
    """Say in our own words why a document is refused: the compiler's quote the text."""
    message = str(getattr(error, "message", ""))
    found = _NO_FONT.search(message)
    if found is None:
        return NotDrawn(_BAD_LOGO if _ABOUT_A_PICTURE.search(message) else _REFUSED)
    sign = chr(int(found[1], 16)) if found[1] else found[2]
    return NotDrawn(_NOT_SHOWN, f"It is this one: {sign} (U+{ord(sign):04X})")


@cache
def _compiler(*, system_fonts: bool) -> typst.Compiler:
    """Get the compiler ready once: reading the fonts takes longer than drawing a short document."""
    try:
        import typst  # noqa: PLC0415 - only where a PDF is wanted
    except ImportError:
        raise NotInstalledError("PDF", "pdf") from None

    fonts = typst.Fonts(
        include_system_fonts=system_fonts,
        include_embedded_fonts=True,
        font_paths=[str(resource_root("templates").joinpath("fonts"))],
    )
    return typst.Compiler(font_paths=fonts, root=_empty_folder().name)


@cache
def _empty_folder() -> tempfile.TemporaryDirectory[str]:
    """Make a folder with nothing in it: a template may read what lies below the compiler's folder."""
    return tempfile.TemporaryDirectory(prefix="sostool-empty-")

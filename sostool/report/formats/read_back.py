"""What stands in the bytes of a finished document: every text of it, seen or unseen, ready to be searched.

A template may be anybody's, so nothing here relies on how ours are written: all that stands in the bytes is in one
of the texts, folded, with `MARKUP` where a tag or a sign of Markdown stood inside one.
"""

from __future__ import annotations

import base64
import binascii
import html
import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache
from urllib.parse import unquote

from sostool.identity.folded_text import APOSTROPHE, MARKUP, FoldedText
from sostool.identity.folding import folded

# From one of these to its end nothing is looked at twice, whatever follows it.
_TAG = re.compile(
    r"""
    <!--.*?(?:-->|\Z) | <!\[cdata\[ | \]\]>
    | <(?=[a-z/!?])[^"'>]*+(?:(?:"[^"]*(?:"|\Z)|'[^']*(?:'|\Z))[^"'>]*+)*+>?
    """,
    re.DOTALL | re.VERBOSE,
)
_STYLE = re.compile(r"<style\b.*?(?:</style|\Z)", re.DOTALL)
_ENTITY = re.compile(r"&(?:#[xX]?[0-9a-fA-F]+;?|[A-Za-z][A-Za-z0-9]{1,31};?)", re.ASCII)
_NOT_MARKUP = str.maketrans({"'": APOSTROPHE, '"': " ", "<": " ", ">": " ", "\\": " ", "&": " ", "%": " "})

_CSS_ESCAPE = re.compile(r"\\(?:([0-9a-f]{1,6})\s?|\n|(.))")
_PERCENT = re.compile(r"%[0-9a-f]{2}")
_PICTURE_AS_TEXT = re.compile(r"data:[^,\"'\s<>]{0,200}?;base64,([A-Za-z0-9+/=]{8,})")

# What is shorter than this stands in every picture by chance.
_LETTERS = re.compile(rb"[\x20-\x7e]{4,}")
_WIDE_LETTERS = re.compile(rb"(?:[\x20-\x7e]\0){4,}|(?:\0[\x20-\x7e]){4,}")

_SIGN = re.compile(r"\\\n? | [*~`]+ | \]\([^()\n]*\) | \]\[[^\[\]\n]*\] | \[\^[^\[\]\n]*\]", re.VERBOSE)


def texts_in(format_: str, data: bytes) -> list[FoldedText]:
    """Give the texts of a document.

    Args:
        format_: one of `html`, `md`, `docx`, `pdf`.
        data: the document.

    Returns:
        What is shown, in its order, with markup inside; all that stands in the bytes, attributes, comments and the
        style sheet too; and what is written in another way: in escapes of a style sheet, percent signs, base64.
        Of Word and PDF: what is shown, and every text beside it that stands in their parts and properties.
    """
    return list(_READERS[format_](data))


def text_among_bytes(data: bytes) -> FoldedText:
    """Give what can be read in a part that is no text: a picture's notes, a font's names.

    Returns:
        Each run of letters, in one byte each or in two, with a line of its own. What is packed is not unpacked.
    """
    single = [run.decode("ascii") for run in _LETTERS.findall(data)]
    double = [run.replace(b"\0", b"").decode("ascii") for run in _WIDE_LETTERS.findall(data)]
    return FoldedText.of("\n".join((*single, *double)))


def _html(data: bytes) -> Iterator[FoldedText]:
    page = _decoded(data)
    whole = _folded_page(page)
    yield FoldedText(_shown(whole))
    yield FoldedText(whole)
    yield from _written_otherwise(page, whole)


def _markdown(data: bytes) -> Iterator[FoldedText]:
    page = _decoded(data)
    whole = _folded_page(page)
    yield FoldedText(_SIGN.sub(MARKUP, _TAG.sub(MARKUP, whole) if "<" in whole else whole))
    yield FoldedText(whole)
    yield from _written_otherwise(page, whole)


def _word(data: bytes) -> Iterator[FoldedText]:
    from sostool.report.formats.word.read_back import texts_of  # noqa: PLC0415 - only where there is such a file

    return texts_of(data)


def _pdf(data: bytes) -> Iterator[FoldedText]:
    from sostool.report.formats.pdf.read_back import texts_of  # noqa: PLC0415

    return texts_of(data)


def _decoded(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _folded_page(page: str) -> str:
    """Fold a page with its markup. What is folded to a sign of markup, or stands as an entity for one, is none."""
    return _ENTITY.sub(_sign_of, page.encode("ascii", "xmlcharrefreplace").decode()).lower()


def _sign_of(entity: re.Match[str]) -> str:
    return _folded_entity(entity[0])


@lru_cache(maxsize=4096)
def _folded_entity(entity: str) -> str:
    plain = folded(html.unescape(entity)).translate(_NOT_MARKUP)
    return "".join(sign if sign.isascii() or sign.isalnum() else _plain_sign(sign) for sign in plain)


def _plain_sign(sign: str) -> str:
    return "-" if unicodedata.category(sign) == "Pd" else " "


def _shown(page: str) -> str:
    """Give a folded page without its tags and its style sheet."""
    start = page.find("<style")
    if start >= 0 and (end := page.find("</style>", start)) >= 0:
        page = f"{page[:start]} {page[end + len('</style>') :]}"
    first, *pieces = page.split("<")
    parts = [piece.partition(">") for piece in pieces]
    # Where each tag has one beginning and one end, there is nothing to be careful about.
    if page.count(">") == len(parts) and all(found for _, found, _ in parts):
        return MARKUP.join((first, *(text for _, _, text in parts)))
    return _TAG.sub(MARKUP, page)


def _written_otherwise(page: str, whole: str) -> Iterator[FoldedText]:
    if "\\" in whole and "<style" in whole:
        for style in _STYLE.findall(whole):
            yield FoldedText(_CSS_ESCAPE.sub(_css_character, style))
    if "%" in whole and _PERCENT.search(whole):
        yield FoldedText.of(unquote(whole))
    if ";base64," in whole:
        for written in _PICTURE_AS_TEXT.findall(page):
            try:
                data = base64.b64decode(written + "=" * (-len(written) % 4))
            except (binascii.Error, ValueError):
                continue  # nothing can read it
            try:
                inside = data.decode("utf-8")
            except ValueError:
                yield text_among_bytes(data)
                continue
            yield FoldedText(_shown(_folded_page(inside)))
            yield FoldedText(_folded_page(inside))


def _css_character(escape: re.Match[str]) -> str:
    if escape[1]:
        return _folded_entity(f"&#x{escape[1]};")
    return escape[2] or ""


_READERS: dict[str, Callable[[bytes], Iterator[FoldedText]]] = {
    "html": _html,
    "md": _markdown,
    "docx": _word,
    "pdf": _pdf,
}

"""What stands in the bytes of a PDF: the text of its pages, and every text beside it that a program can find."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import unquote

from sostool.identity.folded_text import MARKUP, FoldedText
from sostool.report.formats.long_words import MAY_BREAK
from sostool.report.formats.pdf.drawn_text import Font, Piece, font_of, pieces_in
from sostool.report.formats.pdf.objects import Part, UnknownPdfError, parts_of, strings_in

_PAGE = re.compile(rb"/Type\s*/Page\b(?!s)")
_CONTENTS = re.compile(rb"/Contents (\d+) 0 R")
_RESOURCES = re.compile(rb"/Resources\s*(?:(\d+) 0 R|(<<))")
_FONTS = re.compile(rb"/Font\s*<<([^<>]*)>>")
_NAMED = re.compile(rb"/([\w.+-]+) (\d+) 0 R")
_DRAWS = re.compile(rb"/Subtype\s*/Form\b|/PatternType\b")
_MARKUP_OF_XMP = re.compile(r"<[^>]*>")
# Marks on letters stand a little higher or lower, in points; two lines are further apart than this.
_A_HAIR = 4.0


def texts_of(data: bytes) -> Iterator[FoldedText]:
    """Give the texts of a PDF.

    Returns:
        What its pages show, in the order in which it is drawn, and where lines run from right to left also in the
        order in which they are read; what frames each page; and every string of the file: its title, its outline,
        the words for pictures, headings as its structure repeats them, addresses, the XMP.

    Raises:
        UnknownPdfError: the file cannot be read to its end, so it cannot be searched.
    """
    parts = parts_of(data)
    pieces = list(_pieces(parts))
    shown = [piece for piece in pieces if not piece.framing]
    yield FoldedText.of(_joined(shown))
    yield FoldedText.of(_joined([piece for piece in pieces if piece.framing]))
    if any(_runs_left(piece.text) for piece in pieces):
        yield FoldedText.of(_joined(_as_read_from_the_right(shown)))
    strings = [text for part in parts.values() for text in strings_in(part.head)]
    yield FoldedText.of(MARKUP.join(strings))
    yield from (FoldedText.of(unquote(text)) for text in strings if "%" in text)
    for part in parts.values():
        if part.stream is not None and b"/Subtype/XML" in part.head:
            written = part.stream.decode("utf-8", "replace")
            yield FoldedText.of(html.unescape(_MARKUP_OF_XMP.sub(MARKUP, written)))
            yield FoldedText.of(html.unescape(written))


def _pieces(parts: Mapping[int, Part]) -> Iterator[Piece]:
    """Give what all pages draw, page by page, and after them what is drawn apart from a page."""
    fonts = {number: font for number, part in parts.items() if (font := font_of(part, parts)) is not None}
    for part in parts.values():
        if _PAGE.search(part.head):
            contents = _CONTENTS.search(part.head)
            stream = parts[int(contents[1])].stream if contents else None
            if stream is None:
                raise UnknownPdfError("a page without its contents")
            yield from pieces_in(stream, _fonts_of(part, parts, fonts))
    for part in parts.values():
        if part.stream is not None and _DRAWS.search(part.head):
            yield from pieces_in(part.stream, _fonts_of(part, parts, fonts))


def _fonts_of(part: Part, parts: Mapping[int, Part], fonts: Mapping[int, Font]) -> dict[bytes, Font]:
    resources = _RESOURCES.search(part.head)
    if resources is None:
        return {}
    written = parts[int(resources[1])].head if resources[1] else part.head[resources.start() :]
    found = _FONTS.search(written)
    return {name: fonts[int(number)] for name, number in _NAMED.findall(found[1])} if found else {}


def _joined(pieces: Sequence[Piece]) -> str:
    """Join pieces: a line's end parts two words, unless it is where a very long one was broken."""
    text: list[str] = []
    before: Piece | None = None
    for piece in pieces:
        if before is not None:
            parted = _is_on_another_line(before, piece) and not before.text.endswith(MAY_BREAK)
            text.append(" " if parted else MARKUP)
        text.append(piece.text)
        before = piece
    return "".join(text)


def _as_read_from_the_right(pieces: Sequence[Piece]) -> list[Piece]:
    """Put the pieces of each line into the order in which a line is read that begins at the right."""
    lines: list[list[Piece]] = []
    for piece in pieces:
        if not lines or _is_on_another_line(lines[-1][0], piece):
            lines.append([])
        lines[-1].append(piece)
    return [piece for line in lines for piece in sorted(line, key=_from_the_right)]


def _from_the_right(piece: Piece) -> tuple[float, float]:
    return -piece.x, -piece.inside if _runs_left(piece.text) else piece.inside


def _is_on_another_line(first: Piece, second: Piece) -> bool:
    return abs(first.y - second.y) > _A_HAIR


def _runs_left(text: str) -> bool:
    return not text.isascii() and any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in text)

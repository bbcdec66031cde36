"""The text that a page of a PDF draws: numbers of glyphs, which each font turns into letters.

A glyph that no font explains, or text that is drawn in a way we do not know, ends the reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from sostool.report.formats.pdf.objects import Part, UnknownPdfError, strings_in, unescaped

_STRING = rb"(?:\((?:[^()\\]++|\\.|\((?:[^()\\]++|\\.)*+\))*+\)|<[0-9A-Fa-f\s]*+>)"
_TOKEN = re.compile(
    rb"(?s)\[(?P<several>(?:[^\]()<]++|" + _STRING + rb")*+)\]\s*TJ"
    rb"|(?P<one>" + _STRING + rb")\s*Tj"
    rb"|/(?P<font>[\w.+-]+)\s[-\d.]+\sTf\b"
    rb"|(?P<x>[-\d.]+)\s(?P<y>[-\d.]+)\s(?:cm|(?P<inner>Tm))\b"
    rb"|/(?P<tag>\w+)\s*(?:(?P<about><<(?:[^<>()]++|<<[^<>]*+>>|" + _STRING + rb")*+>>|/[\w.+-]+)\s*BDC\b|BMC\b)"
    rb"|\b(?P<end>EMC)\b"
    rb"|(?P<stray>" + _STRING + rb")"
    rb"|\b(?P<unknown>TJ|Tj|BDC|BMC|Do)\b"
)
_NAME = re.compile(rb"/[\w.+-]+\s*\Z")
_INSIDE = re.compile(_STRING, re.DOTALL)
_FONT = re.compile(rb"/Type\s*/Font\s*/Subtype\s*/(Type0|Type3)\b")
_LETTERS_OF = re.compile(rb"/ToUnicode (\d+) 0 R")
_MAPPING = re.compile(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)
_HEX = re.compile(rb"<([0-9A-Fa-f]*)>")


class Piece(NamedTuple):
    """Text that was drawn in one stroke: where its line begins, how far inside it stands, and the line's height.

    `framing` is what stands in each page's margins, and what a page only draws again, such as the head of a table.
    """

    text: str
    x: float
    inside: float
    y: float
    framing: bool


class Font(NamedTuple):
    """How the numbers of glyphs are written, and the letters that each stands for, by the character of its number."""

    encoding: str
    letters: Mapping[str, str]


def font_of(part: Part, parts: Mapping[int, Part]) -> Font | None:
    """Read a font; None for a part that is none.

    Raises:
        UnknownPdfError: it does not say which letters its glyphs are.
    """
    kind = _FONT.search(part.head)
    if kind is None:
        return None
    found = _LETTERS_OF.search(part.head)
    table = parts[int(found[1])].stream if found else None
    if table is None:
        raise UnknownPdfError("a font without its letters")
    letters: dict[str, str] = {}
    for form, written in _MAPPING.findall(table):
        codes = _HEX.findall(written)
        if form == b"range" and b"[" in written:
            raise UnknownPdfError("a font's letters in a list")
        step = 2 if form == b"char" else 3
        for at in range(0, len(codes), step):
            first, last, text = int(codes[at], 16), int(codes[at + step - 2], 16), _utf16(codes[at + step - 1])
            letters[chr(first)] = text
            letters |= {chr(code): text[:-1] + chr(ord(text[-1]) + code - first) for code in range(first + 1, last + 1)}
    return Font("utf-16-be" if kind[1] == b"Type0" else "latin-1", letters)


def pieces_in(stream: bytes, fonts: Mapping[bytes, Font]) -> Iterator[Piece]:
    """Give the text of a page in the order in which it is drawn.

    Args:
        stream: what draws the page.
        fonts: by the names that this page has for them.

    Raises:
        UnknownPdfError: it draws text in a way that is not known here.
    """
    reading = _Reading(fonts)
    for found in _TOKEN.finditer(stream):
        if found["several"] is not None or found["one"] is not None:
            yield from reading.drawn(found["several"] or found["one"] or b"")
        elif found["tag"] is not None:
            yield from reading.begin(found["tag"], found["about"] or b"")
        elif found["end"]:
            reading.end()
        elif found["font"]:
            reading.font = fonts.get(found["font"])
        elif found["x"]:
            reading.move(float(found["x"]), float(found["y"]), inside=bool(found["inner"]))
        elif found["unknown"] != b"Do" or _NAME.search(stream, max(found.start() - 80, 0), found.start()) is None:
            raise UnknownPdfError("text that is drawn in another way")


class _Reading:
    """Where the reading of one stream stands."""

    def __init__(self, fonts: Mapping[bytes, Font]) -> None:
        self._fonts = fonts
        self.font: Font | None = None
        self._x = self._y = self._inside = 0.0
        # What each open tag is called, and the letters that it says stand for what is drawn in it.
        self._tags: list[tuple[bytes, str | None]] = []

    def move(self, x: float, y: float, *, inside: bool) -> None:
        """Go to where the next text is drawn: to a new line, or further in the same one."""
        if inside:
            self._inside = x
        else:
            self._x, self._y, self._inside = x, y, 0.0

    def begin(self, tag: bytes, about: bytes) -> Iterator[Piece]:
        """Open a tag; letters that it says stand for what it holds are a piece."""
        actual = _actual(about)
        is_told = self._is_told
        self._tags.append((tag, actual))
        if actual is not None and not is_told:
            yield self._piece(actual)

    def end(self) -> None:
        """Close the tag that was opened last."""
        if not self._tags:
            raise UnknownPdfError("an end without a beginning")
        self._tags.pop()

    def drawn(self, written: bytes) -> Iterator[Piece]:
        """Read glyphs."""
        if self.font is None:
            raise UnknownPdfError("text without a font")
        glyphs = _letters(written, self.font, may_be_unknown=self._is_told)
        if not self._is_told:
            turned = any(tag == b"ReversedChars" for tag, _ in self._tags)
            yield self._piece("".join(reversed(glyphs) if turned else glyphs))

    @property
    def _is_told(self) -> bool:
        return any(actual is not None for _, actual in self._tags)

    def _piece(self, text: str) -> Piece:
        framing = any(tag == b"Artifact" for tag, _ in self._tags)
        return Piece(text, self._x, self._inside, self._y, framing)


def _actual(about: bytes) -> str | None:
    """Give the letters that stand for what follows, where they are said in words."""
    at = about.find(b"/ActualText")
    return next(strings_in(about[at:]), "") if at >= 0 else None


def _letters(written: bytes, font: Font, *, may_be_unknown: bool) -> list[str]:
    glyphs: list[str] = []
    for string in _INSIDE.findall(written):
        codes = unescaped(string[1:-1]) if string[:1] == b"(" else bytes.fromhex(string[1:-1].decode())
        try:
            glyphs += map(font.letters.__getitem__, codes.decode(font.encoding))
        except (KeyError, UnicodeDecodeError):
            if not may_be_unknown:
                raise UnknownPdfError("a glyph that stands for no letter") from None
    return glyphs


def _utf16(digits: bytes) -> str:
    return bytes.fromhex(digits.decode()).decode("utf-16-be", "replace")

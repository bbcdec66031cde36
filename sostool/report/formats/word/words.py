"""Runs of text: each with its language, and each stretch of letters in the direction that they are read in."""

from __future__ import annotations

import re
import unicodedata
from typing import Any, NamedTuple, TypeAlias

from sostool.report.formats.word.xml import Xml, on, properties, text, w

Plain: TypeAlias = dict[str, Any]

# The languages of our own words, as Word names them: with the country whose spelling is meant.
_AS_WORD_NAMES = {"en": "en-GB", "cy": "cy-GB", "pl": "pl-PL", "ar": "ar-SA", "ur": "ur-PK"}
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
# Marks that are not seen: what stands before one is read in its direction (UAX #9).
_ENDS = {"ltr": "\u200e", "rtl": "\u200f"}
_STRONG = {"L": "ltr", "R": "rtl", "AL": "rtl"}


class Look(NamedTuple):
    """How a run looks beyond its paragraph's style: a style of its own, bold, a colour as `rrggbb`."""

    style: str = ""
    bold: bool = False
    colour: str = ""


PLAIN = Look()


def text_of(pieces: list[Plain]) -> str:
    """Give what the pieces of a line say together."""
    return "".join(piece["text"] for piece in pieces)


class Words:
    """Writes runs for one document."""

    def __init__(self, language: str, direction: str) -> None:
        """Take the language and the direction of the document's own words."""
        self.language = language_of(language)
        self.direction = direction

    def line(self, pieces: list[Plain], look: Look = PLAIN) -> list[Xml]:
        """Write a line: our own words and typed ones, each in its language.

        Args:
            pieces: of plain.py. A typed one that is read in the other direction than the document is kept apart from
                what stands around it, so that its full stop stays at its end.
            look: how all of it looks.
        """
        found: list[Xml] = []
        for piece in pieces:
            styled = look._replace(bold=True) if piece["strong"] else look
            side = self.direction_of(piece["text"]) if piece["typed"] else self.direction
            end = "" if side == self.direction else _ENDS[side]
            found += self.runs(piece["text"] + end, piece["lang"], styled, side)
        return found

    def runs(self, words: str, lang: str = "", look: Look = PLAIN, direction: str = "") -> list[Xml]:
        """Write a text as runs, one for each direction in it.

        Args:
            words: on one line.
            lang: its language, "" for that of the document.
            look: how it looks.
            direction: of the text as a whole, "" for that of the document.
        """
        return [
            w("r", *self._properties(lang, look, is_rtl=is_rtl), text(piece))
            for piece, is_rtl in stretches(words.replace("\t", " "), direction or self.direction)
        ]

    def direction_of(self, words: str) -> str:
        """Give the direction of a typed paragraph: that of its first letter, else the document's."""
        if words.isascii() and self.direction == "ltr":
            return "ltr"
        found = (_STRONG.get(unicodedata.bidirectional(letter)) for letter in words)
        return next((direction for direction in found if direction), self.direction)

    def field(self, instruction: str, shown: str, look: Look = PLAIN) -> list[Xml]:
        """Write a field. Nothing of a case ever stands in an instruction.

        Args:
            instruction: `PAGE` or `NUMPAGES`.
            shown: what stands there until the program has counted.
            look: how it looks.
        """
        # Spaces around it are usual; without them Word reads it too, and nothing has to be kept.
        instructed = w("instrText", Xml(instruction))
        pieces = (
            w("fldChar", fldCharType="begin"),
            instructed,
            w("fldChar", fldCharType="separate"),
            text(shown),
            w("fldChar", fldCharType="end"),
        )
        return [w("r", *self._properties("", look, is_rtl=self.direction == "rtl"), piece) for piece in pieces]

    def _properties(self, lang: str, look: Look, *, is_rtl: bool) -> tuple[Xml, ...]:
        looks = []
        if look.style:
            looks.append(w("rStyle", val=look.style))
        if look.bold:
            looks += [on("b"), on("bCs")]
        if look.colour:
            looks.append(w("color", val=look.colour))
        if is_rtl:
            looks += [on("rtl"), w("lang", bidi=language_of(lang) or self.language)]
        elif lang:
            looks.append(w("lang", val=language_of(lang)))
        return (properties("rPr", *looks),) if looks else ()


def language_of(code: str) -> str:
    """Name a language as Word does: `en` is `en-GB`."""
    return _AS_WORD_NAMES.get(code, code)


def stretches(words: str, direction: str) -> list[tuple[str, bool]]:
    """Cut a text where its direction turns.

    Args:
        words: any text.
        direction: of the paragraph around it. What has no direction of its own, such as a space between two stretches,
            has that.

    Returns:
        Each piece, and whether it is read from right to left.
    """
    if direction == "ltr" and not _RIGHT_TO_LEFT.search(words):
        return [(words, False)] if words else []
    around = direction == "rtl"
    pieces: list[tuple[str, bool]] = []
    waiting, before = "", around
    for letter in words:
        kind = unicodedata.bidirectional(letter)
        # A number goes with the Latin letters before it (UAX #9, rule W7).
        side = "ltr" if kind == "EN" and not before else _STRONG.get(kind)
        if side is None:
            waiting += letter
            continue
        is_rtl = side == "rtl"
        _add(pieces, waiting, is_rtl=is_rtl if is_rtl == before else around)
        _add(pieces, letter, is_rtl=is_rtl)
        waiting, before = "", is_rtl
    _add(pieces, waiting, is_rtl=around)
    return pieces


def _add(pieces: list[tuple[str, bool]], piece: str, *, is_rtl: bool) -> None:
    """Add to the last piece what has its direction."""
    if pieces and pieces[-1][1] == is_rtl:
        pieces[-1] = (pieces[-1][0] + piece, is_rtl)
    elif piece:
        pieces.append((piece, is_rtl))

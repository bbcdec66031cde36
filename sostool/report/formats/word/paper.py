"""Paragraphs of one document, and what is the same for all of them: styles, lists, words, how broad the page is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple, TypeAlias

from sostool.report.formats.word.lists import Lists
from sostool.report.formats.word.looks import (
    BULLETS,
    FACT_LABEL,
    INNER_BULLETS,
    NUMBERED,
    ORDINARY,
    POINT,
    SPARE,
)
from sostool.report.formats.word.styles import Styles
from sostool.report.formats.word.words import PLAIN, Look, Words, text_of
from sostool.report.formats.word.xml import Xml, on, properties, w
from sostool.report.pictures.lettering import BOLD, text_width

Plain: TypeAlias = dict[str, Any]

_BOLD = Look(bold=True)
_BETWEEN = " · "
_WRITING_LINE = 26 * POINT


class Where(NamedTuple):
    """Where a block stands: how broad it is there in twentieths of a point, and what is around it.

    `tone` is that of the group around it; `narrow` is a column; `run_on` lets facts follow one another on one line;
    `on_a_wall` leaves out what stands there for whoever does not see the picture, which has the same words with it.
    """

    width: int
    tone: str = "plain"
    narrow: bool = False
    run_on: bool = False
    on_a_wall: bool = False


class Paper:
    """Writes the paragraphs of one document."""

    def __init__(self, words: Words, styles: Styles, lists: Lists, size: int) -> None:
        """Take what all paragraphs share, and the size of ordinary type in points."""
        self.size = size
        self.words = words
        self.styles = styles
        self.lists = lists
        self._own_bullets = {
            name: not styles.has_bullets(name) for name in (BULLETS, INNER_BULLETS)
        }  # asked once: a style's ancestors are walked
        self._bookmarks = 0
        self._begins_page = False

    def paragraph(
        self,
        runs: Iterable[Xml],
        style: str = "",
        *,
        direction: str = "",
        keep_next: bool | None = None,
        number: int = 0,
        level: int = 0,
    ) -> Xml:
        """Write a paragraph.

        Args:
            runs: what stands in it.
            style: its style's name; "" is ordinary text.
            direction: `ltr` or `rtl`; "" is the document's.
            keep_next: whether it stays on the page of what follows; None leaves it to the style.
            number: the list that it is an entry of; 0 for none.
            level: of the list, 0 to 2.
        """
        found = []
        if style:
            found.append(w("pStyle", val=self.styles.id(style)))
        if keep_next is not None:
            found.append(on("keepNext") if keep_next else w("keepNext", val=0))
        if self._begins_page:
            found.append(on("pageBreakBefore"))
            self._begins_page = False
        if number:
            found.append(w("numPr", w("ilvl", val=level), w("numId", val=number)))
        if (direction or self.words.direction) == "rtl":
            found.append(on("bidi"))
        return w("p", *((properties("pPr", *found),) if found else ()), *runs)

    def line(self, pieces: list[Plain], style: str = "", *, keep_next: bool | None = None, look: Look = PLAIN) -> Xml:
        """Write a line as a paragraph. One that somebody typed alone has a direction of its own."""
        is_typed = all(piece["typed"] for piece in pieces) and bool(pieces)
        if not is_typed:
            return self.paragraph(self.words.line(pieces, look), style, keep_next=keep_next)
        side = self.words.direction_of(text_of(pieces))
        runs = [run for piece in pieces for run in self.words.runs(piece["text"], piece["lang"], look, side)]
        return self.paragraph(runs, style, direction=side, keep_next=keep_next)

    def bullet(self, runs: list[Xml], *, inner: bool = False, direction: str = "") -> Xml:
        """Write an entry of a list; `inner` is a list in an entry."""
        style = INNER_BULLETS if inner else BULLETS
        number = self.lists.bullets if self._own_bullets[style] else 0
        return self.paragraph(runs, style, direction=direction, number=number, level=int(inner))

    def numbered(self, runs: list[Xml], number: int) -> Xml:
        """Write an entry of a list that counts."""
        return self.paragraph(runs, NUMBERED, number=number)

    def text(self, written: Plain, style: str = "", *, in_list: bool = False) -> list[Xml]:
        """Write a text: its paragraphs and lists.

        Args:
            written: of plain.py.
            style: of its paragraphs.
            in_list: whether it is an entry of a list: its first paragraph has the entry's mark.
        """
        found: list[Xml] = []
        lang = written["lang"]
        for part in written["parts"]:
            if part["kind"] == "list":
                for entry in part["entries"]:
                    side = self._side(written, entry)
                    runs = self.words.runs(entry, lang, direction=side)
                    found.append(self.bullet(runs, inner=in_list, direction=side))
                continue
            side = self._side(written, part["lines"][0])
            runs = self._lines(part["lines"], lang, side)
            if in_list and not found:
                found.append(self.bullet(runs, direction=side))
            else:
                found.append(self.paragraph(runs, "List Continue" if in_list else style, direction=side))
        return found

    def facts(self, facts: list[Plain], where: Where, *, style: str = "sostool Facts beside") -> list[Xml]:
        """Write facts about what stands before them in one paragraph, each on its line where there is room."""
        runs: list[Xml] = []
        for fact in facts:
            if runs:
                runs += self.words.runs(_BETWEEN) if where.run_on else [w("r", w("br"))]
            runs += self.fact(fact)
        return [self.paragraph(runs, style)] if runs else []

    def fact(self, fact: Plain, look: Look = PLAIN) -> list[Xml]:
        """Write a label and what stands beside it."""
        return [*self.words.runs(f"{fact['label']}: ", look=look), *self.words.line(fact["value"])]

    def listed_facts(self, facts: list[Plain]) -> list[Xml]:
        """Write facts one under the other, the labels in a column of their own."""
        return [
            self.paragraph(
                [
                    *self.words.runs(f"{fact['label']}:", look=_BOLD),
                    # A label too long for its column has its value below.
                    w("r", w("br" if self._is_long(fact["label"]) else "tab")),
                    *self.words.line(fact["value"]),
                ],
                "sostool Fact",
            )
            for fact in facts
        ]

    @staticmethod
    def _is_long(label: str) -> bool:
        # The column grows with the type, so that any size will do.
        return text_width(f"{label}: ", ORDINARY) * BOLD * SPARE * POINT > FACT_LABEL

    def marks(self, marks: list[list[Plain]], *, in_list: bool = False) -> list[Xml]:
        """Write marks such as “not in front of Dean”, each in its frame."""
        look = Look(style=self.styles.id("sostool Tag"))
        # A space on each side, so that the frame does not touch the letters.
        return [
            self.paragraph(
                [
                    *self.words.runs("\u00a0", look=look),
                    *self.words.line(mark, look),
                    *self.words.runs("\u00a0", look=look),
                ],
                "List Continue" if in_list else "",
            )
            for mark in marks
        ]

    def writing_line(self, where: Where) -> Xml:
        """Write a line to write on by hand."""
        stop = w("tabs", w("tab", val="right", leader="underscore", pos=where.width))
        look = properties(
            "pPr", w("pStyle", val=self.styles.id("sostool Writing line")), stop,
            *((on("bidi"),) if self.words.direction == "rtl" else ()),
        )  # fmt: skip
        return w("p", look, w("r", w("tab")))

    def begin_page(self) -> None:
        """Let the next paragraph begin a page."""
        self._begins_page = True

    def bookmark(self) -> str:
        """Give a name for a place that a link can lead to."""
        self._bookmarks += 1
        return f"part_{self._bookmarks}"

    @staticmethod
    def marked(runs: list[Xml], bookmark: str) -> list[Xml]:
        """Put a bookmark around what stands in a paragraph."""
        number = bookmark.rpartition("_")[2]
        return [w("bookmarkStart", id=number, name=bookmark), *runs, w("bookmarkEnd", id=number)]

    def _lines(self, lines: list[str], lang: str, side: str) -> list[Xml]:
        runs: list[Xml] = []
        for line in lines:
            if runs:
                runs.append(w("r", w("br")))
            runs += self.words.runs(line, lang, direction=side)
        return runs

    def _side(self, written: Plain, line: str) -> str:
        return self.words.direction_of(line) if written["typed"] else ""

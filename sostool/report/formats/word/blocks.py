"""Each kind of block, drawn once for Word."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from sostool.report.formats.word.figures import Figures
from sostool.report.formats.word.looks import POINT
from sostool.report.formats.word.paper import Paper, Where
from sostool.report.formats.word.tables import columns, table
from sostool.report.formats.word.words import text_of
from sostool.report.formats.word.xml import Xml, w

Plain: TypeAlias = dict[str, Any]

_TONES = {"plain": "", "lead": "sostool Lead", "statement": "sostool Statement", "quiet": "sostool Quiet"}
_BOX = "\u2610 "
# The least room for the facts' labels to have a column of their own.
_BROAD = 300 * POINT


class Blocks:
    """Draws the blocks of one document."""

    def __init__(self, paper: Paper, figures: Figures, *, plain: bool) -> None:
        """Take what draws paragraphs and figures.

        Args:
            paper: writes paragraphs.
            figures: draws figures.
            plain: whether columns come one after the other, as headings and lists that can be pasted anywhere.
        """
        self._paper = paper
        self._figures = figures
        self._plain = plain
        self._told = ""
        self._goal = ""
        self._drawings: dict[str, Callable[[Plain, Where], list[Xml]]] = {
            "paragraphs": self._paragraphs,
            "prose": self._prose,
            "facts": self._facts,
            "items": self._items,
            "table": lambda block, where: table(block, self._told, paper, where),
            "own_words": self._own_words,
            "figure": lambda block, where: figures.figure(block, self._told, where),
            "panels": self._panels,
            "ticks": self._ticks,
            "note": self._note,
            "space": self._space,
            "page_break": self._page_break,
            "group": self._group,
            "columns": self._columns,
        }

    def section(self, section: Plain, where: Where) -> list[Xml]:
        """Draw a section: its heading, and what stands under it."""
        self._told = text_of(section["heading"])
        return [*self._heading(section["heading"], section["level"], where), *self.all(section["blocks"], where)]

    def all(self, blocks: list[Plain], where: Where) -> list[Xml]:
        """Draw blocks one after the other."""
        return [element for block in blocks for element in self._drawings[block["kind"]](block, where)]

    def _heading(
        self, pieces: list[Plain], level: int, where: Where, *, bookmark: str = "", to: str = "", tip: str = ""
    ) -> list[Xml]:
        """Draw a heading: as the place `bookmark`, or leading to the place `to`, named by `tip`."""
        if not pieces:
            return []
        runs = self._paper.words.line(pieces)
        if bookmark:
            runs = self._paper.marked(runs, bookmark)
        elif to:
            runs = [w("hyperlink", *runs, anchor=to, tooltip=tip, history=1)]
        # In a cell that goes on over pages a heading that keeps to what follows makes some programs keep all of it.
        keep_next = False if where.narrow else None
        return [self._paper.paragraph(runs, f"heading {level}", keep_next=keep_next)]

    def _paragraphs(self, block: Plain, where: Where) -> list[Xml]:
        style = _TONES[block["tone"]]
        if block["tone"] == "statement" and where.tone == "goal":
            style = "sostool Goal"
        return self._paper.text(block, style)

    def _prose(self, block: Plain, where: Where) -> list[Xml]:
        paper = self._paper
        if block["listed"] == "numbers":
            number = paper.lists.numbers()
            return [paper.numbered(paper.words.line(line), number) for line in block["lines"]]
        if block["listed"]:
            return [paper.bullet(paper.words.line(line)) for line in block["lines"]]
        return [paper.line(line) for line in block["lines"]]

    def _facts(self, block: Plain, where: Where) -> list[Xml]:
        in_line = block["tone"] == "quiet" or where.narrow or where.tone != "plain" or where.width < _BROAD
        return self._paper.facts(block["facts"], where) if in_line else self._paper.listed_facts(block["facts"])

    def _items(self, block: Plain, where: Where) -> list[Xml]:
        paper = self._paper
        found: list[Xml] = []
        for item in block["entries"]:
            written = paper.text(item, in_list=True)
            found += written or [paper.bullet([])]
            found += paper.facts(item["facts"], where, style="sostool Facts in a list")
            found += paper.marks(item["marks"], in_list=True)
        return found

    def _own_words(self, block: Plain, where: Where) -> list[Xml]:
        paper = self._paper
        found = [*self._heading(block["who"], block["level"], where), *paper.marks(block["marks"])]
        for group in block["groups"]:
            if group["label"]:
                runs = paper.words.runs(group["label"])
                keep_next = False if where.narrow else None
                found.append(paper.paragraph(runs, f"heading {group['level']}", keep_next=keep_next))
            for said in group["words"]:
                found += paper.text(said, "Quote")
        return [*found, *paper.facts(block["facts"], where)]

    def _panels(self, block: Plain, where: Where) -> list[Xml]:
        paper = self._paper
        number = paper.lists.numbers()
        found = []
        for panel in block["panels"]:
            found.append(paper.line(panel["hint"], "sostool Drawing frame"))
            found.append(paper.numbered(paper.words.line(panel["text"]), number))
        return found

    def _ticks(self, block: Plain, where: Where) -> list[Xml]:
        paper = self._paper
        found = [paper.line(block["question"], keep_next=True)] if block["question"] else []
        for choice in block["choices"]:
            runs = [*paper.words.runs(_BOX), *paper.words.line(choice)]
            found.append(paper.paragraph(runs, "sostool Tick box"))
        return found

    def _note(self, block: Plain, where: Where) -> list[Xml]:
        style = "sostool Careful" if block["tone"] == "careful" else "sostool Notice"
        return [self._paper.line(block["text"], style)]

    def _space(self, block: Plain, where: Where) -> list[Xml]:
        return [self._paper.writing_line(where) for _ in range(block["lines"])]

    def _page_break(self, block: Plain, where: Where) -> list[Xml]:
        self._paper.begin_page()
        return []

    def _group(self, block: Plain, where: Where) -> list[Xml]:
        inside = where._replace(tone=block["tone"] if block["tone"] in ("danger", "goal") else "plain")
        heading, level = block["heading"], block["level"]
        if block["tone"] == "set" and not self._plain:
            goal = next((one for one in block["blocks"] if one.get("tone") == "goal" and one["heading"]), None)
            self._goal = self._paper.bookmark() if goal else ""
            tip = text_of(goal["heading"]) if goal else ""
            return [*self._heading(heading, level, where, to=self._goal, tip=tip), *self.all(block["blocks"], inside)]
        bookmark, self._goal = (self._goal, "") if block["tone"] == "goal" else ("", self._goal)
        return [*self._heading(heading, level, where, bookmark=bookmark), *self.all(block["blocks"], inside)]

    def _columns(self, block: Plain, where: Where) -> list[Xml]:
        if self._plain:
            return self.all(block["columns"], where)
        return columns(block, self._told, self._paper, where, self.all)

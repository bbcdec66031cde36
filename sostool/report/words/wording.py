"""Wording: a Markdown file of ours or of an authority, read into blocks in which the blanks are still empty.

Only files of templates come here, never a word of a case file. Python-Markdown says what is a heading, a list or bold.
What a document has no block for (HTML, pictures, code, tables, comments) is refused, with its line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sostool.report.blocks import Block, Group, Line, Note, PageBreak, Prose, Run, Space, Ticks
from sostool.report.templating.template_mistake import TemplateMistake
from sostool.report.words.wording_lines import BEFORE_ADDRESS, BREAK, LINE, SPACE, Blank, Lines

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_SPACES = re.compile(r"\s+")
_TICK = re.compile(r"\[[ xX]?\](?:\s+|$)")


@dataclass(frozen=True, slots=True)
class Wording:
    """A file's blocks. In their texts each blank is its number in `blanks`, as `BLANK` finds it."""

    name: str
    blocks: tuple[Block, ...]
    blanks: tuple[Blank, ...]


def read_wording(name: str, text: str) -> Wording:
    """Read a file of wording.

    Args:
        name: what the file is called in mistakes: `words/en/leaflet-parents.md`.
        text: its text.

    Raises:
        TemplateMistake: something stands in it that a document cannot show, with its line.
    """
    return _Reader(name).read(text)


class _Reader:
    def __init__(self, name: str) -> None:
        self._name = name
        self._lines_of_file = Lines(name)

    def read(self, text: str) -> Wording:
        try:
            elements = list(_tree("\n".join(self._lines_of_file.read(text))))
            blocks = self._nested(elements)
        except RecursionError:
            raise TemplateMistake(self._name, 0, "This nests too deep.") from None
        return Wording(self._name, blocks, tuple(self._lines_of_file.blanks))

    def _nested(self, elements: list[Element]) -> tuple[Block, ...]:
        """Put what follows a heading into its group, down to the next heading of its rank or above."""
        blocks: list[Block] = []
        at = 0
        while at < len(elements):
            element = elements[at]
            at += 1
            if not _is_heading(element):
                blocks += self._block(element)
                continue
            end = at
            while end < len(elements) and not (_is_heading(elements[end]) and elements[end].tag <= element.tag):
                end += 1
            heading = self._lines(element)
            if len(heading) != 1:
                raise self._mistake("A heading is one line of words.", element)
            blocks.append(Group(heading[0], self._nested(elements[at:end])))
            at = end
        return tuple(blocks)

    def _block(self, element: Element) -> list[Block]:
        match element.tag:
            case "p":
                if found := SPACE.fullmatch((element.text or "").strip()):
                    return [Space(int(found[1]))]
                lines = self._lines(element)
                return [Prose(lines)] if lines else []
            case "ul" | "ol":
                return [self._list(element)]
            case "hr":
                return [PageBreak()]
            case "blockquote":
                return [Note(line) for part in element for line in self._quoted(part)]
        raise self._mistake("Code cannot stand here. Start the line at the very left.", element)

    def _quoted(self, part: Element) -> tuple[Line, ...]:
        if part.tag != "p":
            raise self._mistake("After the sign > only plain paragraphs can stand.", part)
        return self._lines(part)

    def _list(self, element: Element) -> Prose | Ticks:
        if element.get("start", "1") != "1":
            raise self._mistake(
                "A list with numbers starts with 1. For a number at the start of a sentence write 2026\\.", element
            )
        entries = [self._entry(entry) for entry in element]
        ticks = [bool(entry) and bool(_TICK.match(entry[0].text)) for entry in entries]
        if not any(ticks):
            return Prose(tuple(entries), "numbers" if element.tag == "ol" else "bullets")
        if not all(ticks) or element.tag == "ol":
            raise self._mistake("In a list of boxes each entry starts with - [ ].", element)
        return Ticks((), tuple(_without_box(entry) for entry in entries))

    def _entry(self, entry: Element) -> Line:
        parts = [entry, *entry]
        if any(part.tag in ("ul", "ol") for part in parts):
            raise self._mistake("A list within a list cannot stand here.", entry)
        if any(part.tag in ("blockquote", "pre", "hr") or _is_heading(part) for part in parts):
            raise self._mistake("In a list only plain words can stand.", entry)
        paragraphs = [part for part in entry if part.tag == "p"]
        if len(paragraphs) > 1:
            raise self._mistake("An entry of a list is one paragraph.", paragraphs[1])
        lines = self._lines(paragraphs[0] if paragraphs else entry)
        if any(SPACE.search(run.text) for line in lines for run in line):
            raise self._mistake("A line to write on cannot stand in a list.", entry)
        return _joined(lines)

    def _lines(self, element: Element) -> tuple[Line, ...]:
        """Give the words of a paragraph, a heading or an entry: a line each where its writer broke it."""
        whole = "".join(element.itertext())
        if "**" in whole:
            message = "Here stands ** without another: bold words stand between two of them."
            raise TemplateMistake(self._name, _line_of(whole, whole.index("**")), message)
        lines: list[list[Run]] = [[]]
        for text, strong in _pieces(element, strong=False):
            for index, piece in enumerate(LINE.sub("", text).split(BREAK)):
                if index:
                    lines.append([])
                if piece:
                    lines[-1].append(Run(piece, strong=strong))
        return tuple(line for line in map(_tidy, lines) if line)

    def _mistake(self, message: str, element: Element) -> TemplateMistake:
        return TemplateMistake(self._name, _line_of("".join(element.itertext())), message)


def _tree(text: str) -> Element:
    """Read Markdown without the parts of it that no document has."""
    # Only documents with wording need it, and it takes as long to import as a case file to check.
    from markdown import Markdown  # noqa: PLC0415
    from markdown.extensions.sane_lists import SaneListExtension  # noqa: PLC0415

    reader = Markdown(extensions=[SaneListExtension()])
    reader.preprocessors.deregister("html_block")
    for name in ("html", "entity", "autolink", "automail", "backtick", "image_link", "image_reference"):
        reader.inlinePatterns.deregister(name)
    for name in ("reference", "short_reference", "short_image_ref"):
        reader.inlinePatterns.deregister(name)
    reader.parser.blockprocessors.deregister("setextheader")
    reader.parser.blockprocessors.deregister("reference")
    lines = text.split("\n")
    for preprocessor in reader.preprocessors:
        lines = preprocessor.run(lines)
    root: Element = reader.parser.parseDocument(lines).getroot()  # type: ignore[assignment]  # a whole tree has one
    for processor in reader.treeprocessors:
        changed = processor.run(root)
        root = root if changed is None else changed
    return root


def _pieces(element: Element, *, strong: bool) -> Iterator[tuple[str, bool]]:
    yield element.text or "", strong
    for child in element:
        if child.tag == "br":
            yield BREAK, strong
        else:
            yield from _pieces(child, strong=strong or child.tag == "strong")
            if child.tag == "a":
                yield _address(child), strong
        yield child.tail or "", strong


def _line_of(text: str, at: int = 0) -> int:
    found = LINE.search(text, at)
    return int(found[1]) if found else 0


def _address(link: Element) -> str:
    """Write a link's address after its words, unless it is what the words say: a document leads nowhere."""
    address = BEFORE_ADDRESS.sub("", LINE.sub("", link.get("href") or "")).strip()
    words = LINE.sub("", "".join(link.itertext())).strip()
    return f" ({address})" if address and address != words else ""


def _tidy(runs: list[Run]) -> Line:
    """Put a line's words together: one space between them, none around them, and alike pieces as one."""
    tidy: list[Run] = []
    for run in runs:
        text = _SPACES.sub(" ", run.text)
        if not tidy or tidy[-1].text.endswith(" "):
            text = text.lstrip(" ")
        if tidy and tidy[-1].strong == run.strong:
            tidy[-1] = Run(tidy[-1].text + text, strong=run.strong)
        elif text:
            tidy.append(Run(text, strong=run.strong))
    while tidy and not tidy[-1].text.strip():
        tidy.pop()
    if tidy:
        tidy[-1] = Run(tidy[-1].text.rstrip(), strong=tidy[-1].strong)
    return tuple(tidy)


def _joined(lines: tuple[Line, ...]) -> Line:
    return _tidy([run for line in lines for run in (*line, Run(" "))])


def _without_box(entry: Line) -> Line:
    return _tidy([Run(_TICK.sub("", entry[0].text, count=1), strong=entry[0].strong), *entry[1:]])


def _is_heading(element: Element) -> bool:
    return element.tag in ("h1", "h2", "h3", "h4", "h5", "h6")

"""A document becomes the bytes of a Word document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias

from sostool.report.formats.colours import accent
from sostool.report.formats.plain import plain
from sostool.report.formats.sheet import BACK, has_two_sides, type_size
from sostool.report.formats.style import DARK_PAGE
from sostool.report.formats.word.assembly import assembled
from sostool.report.formats.word.blocks import Blocks
from sostool.report.formats.word.figures import Figures
from sostool.report.formats.word.framing import following, frame, room, turned
from sostool.report.formats.word.lists import Lists
from sostool.report.formats.word.looks import ORDINARY, Colours
from sostool.report.formats.word.paper import Paper, Where
from sostool.report.formats.word.pictures import Pictures
from sostool.report.formats.word.shell import Shell, our_shell
from sostool.report.formats.word.styles import Styles
from sostool.report.formats.word.tree import Element, in_line, put_property
from sostool.report.formats.word.words import Words, text_of
from sostool.report.formats.word.xml import Xml, properties, w
from sostool.resources import resource_root

if TYPE_CHECKING:
    from sostool.report.blocks import Document
    from sostool.report.templating.templates import Templates

Plain: TypeAlias = dict[str, Any]

_LARGE = {"flip-chart": 24, "child": 16}
_RUN_ON = ("summary",)
_WHITE = "#ffffff"
_BETWEEN = " · "
# Read out for a picture in a template whose authority has given no name.
_UNTOLD = "Logo"


def draw(document: Document, templates: Templates, *, plain_columns: bool) -> bytes:
    """Write a document for Word.

    Args:
        document: what to write.
        templates: how pictures look, the authority's logo, and its own template for Word if it has one.
        plain_columns: whether the map is headings and lists one after the other, to be pasted into another program,
            and not columns side by side.

    Returns:
        The document, a `.docx`.

    Raises:
        TemplateMistake: the authority's template cannot be used, or a picture's template cannot.
        ValueError: the document's accent is not a colour, or a word for the page is missing.
    """
    if plain_columns and document.page == "a3-landscape":
        document = replace(document, page="a4-portrait")
    return _Writer(document, templates, plain_columns=plain_columns).document()


class _Writer:
    def __init__(self, document: Document, templates: Templates, *, plain_columns: bool) -> None:
        self._source = document
        self._values = plain(document)
        self._templates = templates
        self._on_one_sheet = document.page.startswith("a3") and not plain_columns
        size = _LARGE.get(document.kind) or type_size(document) or ORDINARY
        chosen = accent(document.accent, _WHITE, DARK_PAGE)
        colours = Colours(
            chosen.on_light[1:],
            chosen.light_tint[1:],
            mirrored=document.direction == "rtl",
            compact=document.one_page or document.page.startswith("a3"),
        )
        self._shell = _shell(document, templates, colours, size)
        self._words = Words(document.language, document.direction)
        # A template's own styles keep their size where a document needs no larger one.
        styles = Styles(self._shell.styles, colours, 0 if self._shell.is_ours or size == ORDINARY else size)
        styles.speak(self._words.language, document.direction)
        self._lists = Lists(self._shell.numbering)
        self._paper = Paper(self._words, styles, self._lists, size)
        if document.direction == "rtl":
            put_property(self._shell.section, "sectPr", w("bidi"))
        width, height = room(self._shell.section)
        on_a_wall = document.kind == "flip-chart" or document.page.startswith("a3")
        self._where = Where(width, run_on=document.kind in _RUN_ON, on_a_wall=on_a_wall)
        self._upright = following(self._shell.section)
        self._lying = turned(self._shell.section)
        self._may_turn = document.page == "a4-portrait" and not plain_columns
        figures = Figures(self._paper, Pictures(self._shell.main, font_files(document.language)), templates, height)
        self._figures = figures
        self._blocks = Blocks(self._paper, figures, plain=plain_columns)

    def document(self) -> bytes:
        """Write the body first: what it needs is then added to the package."""
        shell = self._shell
        frame(shell, self._paper, self._values)
        title = text_of(self._values["title"])
        described = " – ".join(filter(None, (title, self._values["reference"])))
        return assembled(shell, self._body(), self._lists, self._words.language, described, self._source.date)

    def _head(self) -> list[Xml]:
        paper, values = self._paper, self._values
        found = []
        if self._shell.is_ours:
            logo = self._figures.logo(values["authority"])
            if logo is not None:
                found.append(logo)
            elif values["authority"]:
                found.append(paper.paragraph(self._words.runs(values["authority"])))
        found.append(paper.line(values["title"], "heading 1"))
        lines = [line for line in (values["subtitle"], values["reader_line"], *values["footer"]) if line]
        if self._on_one_sheet:
            between = self._words.runs(_BETWEEN)
            runs = [run for at, line in enumerate(lines) for run in (*(between if at else ()), *self._words.line(line))]
            return [*found, paper.paragraph(runs, "sostool Quiet")]
        if values["subtitle"]:
            found.append(paper.line(values["subtitle"], "Subtitle"))
        if values["reader_line"]:
            found.append(paper.line(values["reader_line"], "sostool Notice"))
        # Here and not at the end, where it would often stand alone on a page.
        found += [paper.line(line, "sostool Quiet") for line in values["footer"]]
        return found

    def _sections(self) -> Iterator[tuple[bool, list[Xml]]]:
        """Draw the sections, each with whether its pages lie on their side."""
        two_sides = has_two_sides(self._source)
        sections = _side_by_side(self._values["sections"]) if self._on_one_sheet else self._values["sections"]
        for at, section in enumerate(sections):
            lies = self._may_turn and _has_map(section)
            if at and (self._source.kind == "flip-chart" or (two_sides and section["anchor"] == BACK)):
                self._paper.begin_page()
            where = self._where._replace(width=room(self._lying)[0]) if lies else self._where
            yield lies, self._blocks.section(section, where)

    def _body(self) -> list[Xml]:
        """Give all that stands in the document, the pages of a map on their side."""
        parts = [(False, self._head()), *self._sections()]
        found: list[Xml] = []
        frame_now = self._shell.section
        for (lies, elements), (lies_next, _) in zip(parts, [*parts[1:], parts[-1]], strict=True):
            found += elements
            if lies_next != lies:
                found.append(self._end_of_pages(frame_now))
                frame_now = self._lying if lies_next else self._upright
        return [*found, in_line(frame_now)]

    def _end_of_pages(self, section: Element) -> Xml:
        """End pages of one kind: how they are framed stands in a last paragraph of no height."""
        style = w("pStyle", val=self._paper.styles.id("sostool End of pages"))
        return w("p", properties("pPr", style, in_line(section)))


def _shell(document: Document, templates: Templates, colours: Colours, ordinary: float) -> Shell:
    if templates.word is None:
        return our_shell(document.page, colours, one_page=document.one_page, ordinary=ordinary)
    from sostool.report.formats.word.template import authority_shell  # noqa: PLC0415 - only where there is one

    return authority_shell(*templates.word, document.page, document.authority or _UNTOLD)


def _has_map(section: Plain) -> bool:
    return any(block["kind"] == "columns" and block["tone"] == "map" for block in section["blocks"])


def _side_by_side(sections: list[Plain]) -> list[Plain]:
    """Put the scales beside the map's columns, as one more of them: a sheet on the wall is broad and not high."""
    maps = [section for section in sections if _has_map(section)]
    beside = [section for section in sections if not _has_map(section)]
    if len(maps) != 1 or not beside:
        return sections
    blocks = []
    for block in maps[0]["blocks"]:
        if block["kind"] == "columns":
            level = block["columns"][0]["level"]
            groups = [{**one, "kind": "group", "tone": "plain", "level": level} for one in beside]
            # Its heading stands in the column: with the others' it would be read out long before it.
            blocks.append({**block, "columns": [*block["columns"], {"heading": [], "level": level, "blocks": groups}]})
        else:
            blocks.append(block)
    return [{**maps[0], "blocks": blocks}]


@cache
def font_files(language: str) -> tuple[str, ...]:
    """Give the fonts for the letters in pictures: the same on every computer, so that its dots are the same too.

    Where a font lacks a letter, the first one of the others that has it is taken: Urdu's comes last for all but Urdu.
    """
    folder = resource_root("templates").joinpath("fonts")
    files = sorted(str(file) for file in folder.iterdir() if file.name.endswith(".ttf"))
    return tuple(sorted(files, key=lambda file: ("Nastaliq" in file) != (language == "ur")))

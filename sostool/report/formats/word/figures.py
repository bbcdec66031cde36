"""A figure in Word: its caption, the picture, what stands around it, and its table."""

from __future__ import annotations

import base64
import re
from typing import Any, TypeAlias
from urllib.parse import unquote_to_bytes

from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
from docx.image.image import Image

from sostool.report.formats.word.looks import POINT
from sostool.report.formats.word.paper import Paper, Where
from sostool.report.formats.word.pictures import Drawn, Pictures
from sostool.report.formats.word.tables import table
from sostool.report.formats.word.words import Look, text_of
from sostool.report.formats.word.xml import Xml, w
from sostool.report.templating.templates import TemplateMistake, Templates

Plain: TypeAlias = dict[str, Any]

# In twentieths of a point: no picture is taller, and a logo is as tall as a letterhead's.
TALLEST = 560 * POINT
_LOGO = (200 * POINT, 46 * POINT)
_PICTURE = "pdf/picture.svg.j2"
_RIMMED = re.compile(r'<g([^>]*) paint-order="stroke">(.*?)</g>', re.DOTALL)
_TELLS_ITSELF = ("scale", "course")


class Figures:
    """Draws the figures of one document."""

    def __init__(self, paper: Paper, pictures: Pictures, templates: Templates, tallest: int) -> None:
        """Take what draws paragraphs and pictures, and how tall a picture may be, in twentieths of a point."""
        self._paper = paper
        self._pictures = pictures
        self._templates = templates
        self._tallest = min(tallest, TALLEST)

    def figure(self, block: Plain, told: str, where: Where) -> list[Xml]:
        """Write a figure."""
        paper = self._paper
        shape = block["narrow"] if where.narrow else block["wide"]
        drawing = _alone(self._templates.draw(_PICTURE, {"picture": block["picture"], "shape": shape}))
        drawn = self._pictures.drawn(drawing, shape["width"], shape["height"])
        picture = self._pictures.run(drawn, block["description"], where.width, self._tallest)
        found = [paper.line(block["caption"], "caption", keep_next=True)] if block["caption"] else []
        found.append(paper.paragraph([picture], "sostool Picture"))
        is_blank = False
        for scale in block["scale"]:
            is_blank = is_blank or scale["is_blank"]
            found += [_end(number, scale[name], paper) for number, name in (("10", "ten"), ("0", "zero"))]
            found += [_unplaced(mark, paper) for mark in scale["unplaced"]]
        if block["table"]:
            caption = text_of(block["caption"])
            for one in block["table"]:
                found += table(one, caption or told, paper, where)
        elif block["description"] and block["picture"] in _TELLS_ITSELF and not is_blank and not where.on_a_wall:
            found.append(paper.paragraph(paper.words.runs(block["description"]), "sostool Quiet"))
        return found

    def logo(self, name: str) -> Xml | None:
        """Write the authority's logo as a paragraph; None without one.

        Args:
            name: of the authority, read out in the logo's place.

        Raises:
            TemplateMistake: the picture is damaged.
        """
        address = self._templates.logo
        if not address:
            return None
        return self._paper.paragraph([self._pictures.run(_logo(address, self._pictures), name, *_LOGO)])


def _logo(address: str, pictures: Pictures) -> Drawn:
    head, _, content = address.partition(",")
    data = base64.b64decode(content) if head.endswith(";base64") else unquote_to_bytes(content)
    ending = "jpg" if "jpeg" in head else "png"
    try:
        if "svg" in head:
            # Its dots alone: whatever else an authority's drawing holds stays behind.
            data = pictures.dots(data.decode("utf-8-sig"))
        image = Image.from_blob(data)
    except (InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError, ValueError):
        image = None
    if image is None or not image.px_width or not image.px_height:
        name = {"svg+xml": "logo.svg", "jpeg": "logo.jpg"}.get(head.partition("/")[2].partition(";")[0], "logo.png")
        raise TemplateMistake(name, 0, "This picture is damaged, or is of a kind that Word cannot show.")
    return Drawn(data, "", image.px_width, image.px_height, ending)


def _alone(drawing: str) -> str:
    """Make a file of its own of a drawing that stood in a page.

    A number's white rim is drawn first, by itself: not every program knows that it is to be drawn below the number.
    """
    alone = drawing.strip().replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    return _RIMMED.sub(r'<g\1 fill="#ffffff">\2</g><g>\2</g>', alone)


def _end(number: str, sentence: list[Plain], paper: Paper) -> Xml:
    runs = [*paper.words.runs(number, look=Look(bold=True)), w("r", w("tab")), *paper.words.line(sentence)]
    return paper.paragraph(runs, "sostool End of a scale")


def _unplaced(mark: Plain, paper: Paper) -> Xml:
    runs = paper.words.runs(mark["name"], mark["lang"], Look(bold=True))
    if mark["role"]:
        runs += [*paper.words.runs(" "), *paper.words.runs(mark["role"], mark["lang"])]
    if mark["note"]:
        runs += paper.words.runs(f": {mark['note']}")
    return paper.bullet(runs)

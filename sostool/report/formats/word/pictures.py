"""Pictures in Word documents: dots that every program shows, with the drawing itself beside them for newer ones."""

from __future__ import annotations

import itertools
from functools import lru_cache
from typing import Any, NamedTuple, TypeAlias

import resvg_py
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from sostool.report.formats.word.xml import PIC, Xml, escaped

Plain: TypeAlias = dict[str, Any]

# English Metric Units: 635 to a twentieth of a point, 9525 to a dot of a screen.
EMU = 635
_PER_DOT = 9525
# Newer programs show the drawing; the dots of a picture across the page are 175 to an inch.
_SHARPNESS = 1.25
_REMEMBERED = 32

_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"


class Drawn(NamedTuple):
    """A picture as its dots, its drawing ("" where it has none), and how large it is in dots."""

    dots: bytes
    drawing: str
    width: float
    height: float
    ending: str = "png"


class Pictures:
    """Adds pictures to the main part of a document."""

    def __init__(self, main: Part, fonts: tuple[str, ...]) -> None:
        """Take a document's main part, and the font files for the letters in pictures."""
        self._main = main
        self._fonts = fonts
        # A template's own pictures have small numbers.
        self._numbers = itertools.count(1001)

    def drawn(self, drawing: str, width: float, height: float) -> Drawn:
        """Draw a picture in dots."""
        return Drawn(self.dots(drawing), drawing, width, height)

    def dots(self, drawing: str) -> bytes:
        """Give the dots of a drawing.

        Raises:
            ValueError: it cannot be drawn.
        """
        return _dots(drawing, self._fonts)

    def run(self, picture: Drawn, told: str, width: int, height: int) -> Xml:
        """Write a picture as a run.

        Args:
            picture: what to show.
            told: the same in words, for whoever cannot see it.
            width: the most room there is, in twentieths of a point.
            height: the same.
        """
        number = next(self._numbers)
        scale = min(width * EMU / (picture.width * _PER_DOT), height * EMU / (picture.height * _PER_DOT), 1.0)
        broad, high = (round(side * _PER_DOT * scale) for side in (picture.width, picture.height))
        size = f'cx="{broad}" cy="{high}"'
        called = f'id="{number}" name="Picture {number - 1000}" descr="{escaped(told)}"'
        dots = self._add(f"/word/media/picture{number}.{picture.ending}", picture.dots)
        return Xml(
            "<w:r><w:drawing>"
            f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/><wp:docPr {called}/>'
            '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
            f'<a:graphic><a:graphicData uri="{PIC}"><pic:pic>'
            f"<pic:nvPicPr><pic:cNvPr {called}/><pic:cNvPicPr/></pic:nvPicPr>"
            f'<pic:blipFill><a:blip r:embed="{dots}">{self._drawing(picture, number)}</a:blip>'
            "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
            f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
            "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )

    def _drawing(self, picture: Drawn, number: int) -> str:
        """Put the drawing beside its dots, for programs that know it."""
        if not picture.drawing:
            return ""
        drawing = self._add(f"/word/media/picture{number}.svg", picture.drawing.encode())
        return (
            f'<a:extLst><a:ext uri="{_SVG_EXTENSION}">'
            f'<asvg:svgBlip xmlns:asvg="{_SVG}" r:embed="{drawing}"/></a:ext></a:extLst>'
        )

    def _add(self, name: str, data: bytes) -> str:
        kinds = {"svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg"}
        part = Part(PackURI(name), kinds[name.rpartition(".")[2]], data, self._main.package)
        return self._main.relate_to(part, RT.IMAGE)


@lru_cache(maxsize=_REMEMBERED)
def _dots(drawing: str, fonts: tuple[str, ...]) -> bytes:
    """Draw a picture in dots. The same one stands in the copies of several readers."""
    try:
        found = resvg_py.svg_to_bytes(
            svg_string=drawing, zoom=_SHARPNESS, background="#ffffff", skip_system_fonts=True, font_files=list(fonts)
        )
    except BaseException as error:
        # What goes wrong inside the library itself comes as an exception that `except Exception` lets through.
        if type(error).__name__ != "PanicException":
            raise
        raise ValueError("this drawing cannot be drawn") from None
    return bytes(found)

"""What a document is written into: a package with styles, lists and the frame of its pages, ours or an authority's."""

from __future__ import annotations

from dataclasses import dataclass

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.package import Package

from sostool.report.formats.word.looks import Colours
from sostool.report.formats.word.styles import our_styles
from sostool.report.formats.word.tree import Element, in_line, local_name, parsed
from sostool.report.formats.word.xml import on, properties, w

MAIN = "/word/document.xml"
# Of A4 and A3 in twentieths of a point, the short side first; and the margins: top, side, bottom, and how far what
# frames the page is from its edge.
A4 = (11906, 16838)
A3 = (16838, 23811)
_MARGINS = {
    "ordinary": (1304, 1020, 1134, 567),
    "one page": (1077, 907, 907, 567),
    "broad": (1020, 907, 907, 567),
    "wall": (1020, 907, 720, 397),
}


@dataclass(slots=True)
class Shell:
    """An empty document. `section` says how large its pages are and what frames them.

    `is_ours` is false for an authority's own template. `even_and_odd` tells whether left and right pages are framed
    differently. `settings` are settings of the template that the look of its styles depends on.
    """

    package: Package
    main: Part
    styles: Element
    numbering: Element | None
    section: Element
    is_ours: bool = True
    even_and_odd: bool = False
    settings: tuple[Element, ...] = ()


def our_shell(page: str, colours: Colours, *, one_page: bool, ordinary: float) -> Shell:
    """Make an empty document of our own.

    Args:
        page: `a4-portrait`, `a4-landscape` or `a3-landscape`.
        colours: of the document.
        one_page: whether all should fit on one sheet.
        ordinary: the size of ordinary type in points.
    """
    package = Package()
    main = Part(PackURI(MAIN), CT.WML_DOCUMENT_MAIN, b"", package)
    package.relate_to(main, RT.OFFICE_DOCUMENT)
    by_page = {"a4-portrait": "ordinary", "a3-landscape": "wall"}
    margins = _MARGINS["one page" if one_page else by_page.get(page, "broad")]
    short, long = A3 if page.startswith("a3") else A4
    width, height = (short, long) if page.endswith("portrait") else (long, short)
    return Shell(package, main, our_styles(colours, ordinary), None, section_of(width, height, margins))


def section_of(width: int, height: int, margins: tuple[int, int, int, int]) -> Element:
    """Write how large a section's pages are; margins are top, side, bottom, frame. All in twentieths of a point."""
    top, side, bottom, edge = margins
    lying = {"orient": "landscape"} if width > height else {}
    size = w("pgSz", w=width, h=height, **lying)
    room = w("pgMar", top=top, right=side, bottom=bottom, left=side, header=edge, footer=edge, gutter=0)
    return parsed(properties("sectPr", size, room, w("cols", space=708)))


def add_part(shell: Shell, name: str, content_type: str, kind: str, root: Element) -> str:
    """Add a part of XML to the main part.

    Args:
        shell: to what it is added.
        name: the part's name, such as `/word/styles.xml`; a number is put before its ending where it is taken.
        content_type: of the part.
        kind: of the relationship to it.
        root: what stands in it.

    Returns:
        The relationship's id.
    """
    part = XmlPart(_free_name(shell.package, name), content_type, root, shell.package)  # type: ignore[arg-type]
    return shell.main.relate_to(part, kind)


def settings_of(shell: Shell, language: str) -> Element:
    """Write the settings of a document, in the order that the standard asks for."""
    kept = {local_name(one): in_line(one) for one in shell.settings}
    even = (on("evenAndOddHeaders"),) if shell.even_and_odd else ()
    embedded = (kept["embedTrueTypeFonts"],) if "embedTrueTypeFonts" in kept else ()
    mapping = (kept["clrSchemeMapping"],) if "clrSchemeMapping" in kept else ()
    mode = w("compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=15)
    settings = w(
        "settings",
        w("zoom", percent=100),
        *embedded,
        w("defaultTabStop", val=720),
        *even,
        w("characterSpacingControl", val="doNotCompress"),
        w("compat", mode),
        w("themeFontLang", val=language, bidi="ar-SA"),
        *mapping,
        w("decimalSymbol", val="."),
        w("listSeparator", val=","),
    )
    return parsed(settings)


def _free_name(package: Package, name: str) -> PackURI:
    taken = {str(part.partname).lower() for part in parts_of(package)}
    base, _, ending = name.rpartition(".")
    found, number = name, 2
    while found.lower() in taken:
        found = f"{base}{number}.{ending}"
        number += 1
    return PackURI(found)


def parts_of(package: Package) -> list[Part]:
    """Give every part that is reached from the package, each once.

    The library's own `iter_parts` remembers the parts of every package it was ever asked about, and with them what
    families have written.
    """
    found: dict[int, Part] = {}
    waiting = [rel.target_part for rel in package.rels.values() if not rel.is_external]
    while waiting:
        part = waiting.pop(0)
        if id(part) not in found:
            found[id(part)] = part
            waiting += [rel.target_part for rel in part.rels.values() if not rel.is_external]
    return list(found.values())

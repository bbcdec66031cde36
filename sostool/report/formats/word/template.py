"""An authority's own template for Word: its styles, and what frames its pages. Nothing else of it is taken over.

Whoever wrote it is trusted with how documents look, and with nothing more: no macro, no picture that is fetched from
somewhere, no field that reads another file. What was written in its body, its properties and its history stay behind.
"""

from __future__ import annotations

import codecs
import io
import zipfile

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.package import Package
from lxml import etree

from sostool.report.formats.word.shell import A3, MAIN, Shell
from sostool.report.formats.word.template_frame import FrameMistake, Framing, last_section
from sostool.report.formats.word.template_styles import bare_lists, bare_styles, hidden_styles, used_styles
from sostool.report.formats.word.template_xml import bare_xml, parsed_part
from sostool.report.formats.word.tree import (
    Element,
    attribute,
    is_on,
    local_name,
    put_property,
    root_of,
    written,
)
from sostool.report.formats.word.xml import A, R, W, w
from sostool.report.templating.template_mistake import TemplateMistake

# A letterhead is some hundred kilobytes, and unpacks to some ten times as much.
MOST_UNPACKED = 30_000_000
MOST_FILES = 2_000

_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FONT = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_FRAMES = {"headerReference": (CT.WML_HEADER, RT.HEADER), "footerReference": (CT.WML_FOOTER, RT.FOOTER)}
_NAMED = ("theme", "clrScheme", "fontScheme", "fmtScheme")
_KEPT_SETTINGS = ("embedTrueTypeFonts", "clrSchemeMapping")
_HAS_MACROS = "It holds macros. Save it in Word as .docx or .dotx, without them."
_LOCKED = "This has a password, or is of an old kind. Open it in Word and save it as .docx without a password."
_DAMAGED = "This is no Word document, or a damaged one. Open it in Word and save it again as .docx."
_HUGE = "This is far too large for a template. Take large pictures out of its header and footer."


def authority_shell(name: str, data: bytes, page: str, told: str) -> Shell:
    """Make an empty document of an authority's template.

    Args:
        name: of its file, for what is told when it cannot be used.
        data: its content.
        page: `a4-portrait`, `a4-landscape` or `a3-landscape`: what is broad gets broad pages.
        told: what is read out for a picture in its header or footer: the authority's name.

    Raises:
        TemplateMistake: it cannot be used; the text says why.
    """
    reason = _refusal(data)
    if reason:
        raise TemplateMistake(name, 0, reason)
    try:
        shell = _read(data, told)
    except FrameMistake as mistake:
        raise TemplateMistake(name, 0, str(mistake)) from None
    except Exception:  # noqa: BLE001 - whatever a damaged package makes the library raise, it is the package's fault
        raise TemplateMistake(name, 0, _DAMAGED) from None
    if page != "a4-portrait":
        _broaden(shell, page)
    return shell


def _refusal(data: bytes) -> str:
    """Say why a file is not even opened; "" if it may be."""
    if data.startswith(_OLD_OR_LOCKED):
        return _LOCKED
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            files = packed.infolist()
            if len(files) > MOST_FILES or sum(file.file_size for file in files) > MOST_UNPACKED:
                return _HUGE
            if any(file.flag_bits & 1 for file in files):
                return _LOCKED
            names = [file.filename.lower() for file in files]
            types = packed.read("[Content_Types].xml").lower()
            if any("vba" in name.rpartition("/")[2] for name in names) or b"macroenabled" in types:
                return _HAS_MACROS
            if any(_is_strange(packed.read(file)) for file in files if file.filename.endswith((".xml", ".rels"))):
                return _DAMAGED
    except Exception:  # noqa: BLE001 - the same
        return _DAMAGED
    return ""


def _is_strange(part: bytes) -> bool:
    """Tell whether a part declares something of its own, which may be anything, or is written as Word never does."""
    return b"<!DOCTYPE" in part or b"\0" in part[:4] or part[:2] in (codecs.BOM_UTF16_BE, codecs.BOM_UTF16_LE)


def _read(data: bytes, told: str) -> Shell:
    theirs = Package.open(io.BytesIO(data))
    source = theirs.main_document_part
    root = parsed_part(source.blob)
    if local_name(root) != "document" or "wordprocessingml" not in source.content_type:
        raise FrameMistake(_DAMAGED)
    package = Package()
    main = Part(PackURI(MAIN), CT.WML_DOCUMENT_MAIN, b"", package)
    package.relate_to(main, RT.OFFICE_DOCUMENT)
    _take_theme(source, main)
    settings = list(_part_of(source, RT.SETTINGS, "settings"))
    even_and_odd = any(local_name(one) == "evenAndOddHeaders" and is_on(one) for one in settings)
    styles = _part_of(source, RT.STYLES, "styles")
    framing = Framing(package, told, hidden_styles(styles))
    section = _section(last_section(root, even_and_odd=even_and_odd), framing, source, main)
    kept = bare_styles(styles, used_styles(framing.roots))
    return Shell(
        package,
        main,
        kept,
        bare_lists(_part_of(source, RT.NUMBERING, "numbering"), [kept, *framing.roots]),
        section,
        is_ours=False,
        even_and_odd=even_and_odd,
        settings=tuple(
            bare_xml(one) for one in settings if local_name(one) in _KEPT_SETTINGS and _take_fonts(one, source, main)
        ),
    )


def _section(section: Element, framing: Framing, source: Part, main: Part) -> Element:
    """Take over the headers and footers that a section names."""
    for reference in section:
        content_type, kind = _FRAMES.get(local_name(reference), ("", ""))
        if kind:
            taken = framing.part(source.rels[str(reference.get(f"{{{R}}}id"))].target_part, content_type)
            reference.set(f"{{{R}}}id", main.relate_to(taken, kind))
    return section


def _take_theme(source: Part, main: Part) -> None:
    """Take over the theme, which the colours and fonts of styles may come from. What it refers to stays behind."""
    root = _part_of(source, RT.THEME, "theme")
    if not len(root):
        return
    theme = bare_xml(root)
    for one in [one for one in theme if local_name(one) != "themeElements"]:
        theme.remove(one)
    for one in theme.iter():
        if local_name(one) in _NAMED:
            one.set("name", "sostool")
        if local_name(one) == "blipFill":
            _paint(one)
    main.relate_to(Part(PackURI("/word/theme/theme1.xml"), CT.OFC_THEME, written(theme), main.package), RT.THEME)


def _paint(fill: Element) -> None:
    """Make a fill of one colour of what was a picture."""
    painted = etree.Element(f"{{{A}}}solidFill")
    etree.SubElement(painted, f"{{{A}}}schemeClr", {"val": "phClr"})
    parent = fill.getparent()
    if parent is not None:
        parent.replace(fill, painted)


def _part_of(source: Part, kind: str, tag: str) -> Element:
    for rel in source.rels.values():
        if rel.reltype == kind and not rel.is_external:
            root = parsed_part(rel.target_part.blob)
            if local_name(root) == tag:
                return root
            raise FrameMistake(_DAMAGED)
    return root_of(tag)


def _take_fonts(setting: Element, source: Part, main: Part) -> bool:
    """Take over fonts that stand in the template itself; tell whether the setting about them holds."""
    if local_name(setting) != "embedTrueTypeFonts":
        return True
    for rel in source.rels.values():
        if rel.reltype == RT.FONT_TABLE and not rel.is_external:
            table = rel.target_part
            if any(font.is_external for font in table.rels.values()):
                return False
            root = bare_xml(parsed_part(table.blob))
            taken = XmlPart(PackURI("/word/fontTable.xml"), CT.WML_FONT_TABLE, root, main.package)  # type: ignore[arg-type]
            for font in list(root):
                _take_font(font, table, taken)
            main.relate_to(taken, RT.FONT_TABLE)
            return True
    return False


def _take_font(font: Element, table: Part, taken: XmlPart) -> None:
    """Take over one font; a font that does not stand in the template itself is left out."""
    embedded = [one for one in font if one.get(f"{{{R}}}id") in table.rels]
    for one in embedded:
        source = table.rels[str(one.get(f"{{{R}}}id"))].target_part
        name = PackURI(f"/word/fonts/font{len(taken.rels) + 1}.odttf")
        one.set(f"{{{R}}}id", taken.relate_to(Part(name, _FONT, source.blob, taken.package), RT.FONT))
    if not embedded:
        taken.element.remove(font)


def _broaden(shell: Shell, page: str) -> None:
    size = shell.section.find(f"{{{W}}}pgSz")
    sides = sorted((int(attribute(size, "w") or 11906), int(attribute(size, "h") or 16838)))
    short, long = A3 if page.startswith("a3") else sides
    put_property(shell.section, "sectPr", w("pgSz", w=long, h=short, orient="landscape"))

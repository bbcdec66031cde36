"""What stands on every page: reference, reader's code and stamps above, the fingerprint and page n of m below."""

from __future__ import annotations

import copy
import re
from typing import Any, TypeAlias

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.part import XmlPart

from sostool.report.formats.word.paper import Paper
from sostool.report.formats.word.shell import A4, Shell, add_part
from sostool.report.formats.word.tree import Element, attribute, parsed, put_property, root_of
from sostool.report.formats.word.words import Look
from sostool.report.formats.word.xml import R, W, Xml, w

Plain: TypeAlias = dict[str, Any]

_BETWEEN = " · "
_PLACEHOLDER = re.compile(r"\{(page|pages)\}")
_FIELDS = {"page": "PAGE", "pages": "NUMPAGES"}
_KINDS = {"header": ("hdr", CT.WML_HEADER, RT.HEADER), "footer": ("ftr", CT.WML_FOOTER, RT.FOOTER)}


def frame(shell: Shell, paper: Paper, document: Plain) -> None:
    """Write on every page what each has to say; a template's own header and footer stay above and below it."""
    above = _line([document["reference"], document["reader_code"]], document["stamps"], paper)
    for which in _wanted(shell):
        _add(shell, "header", which, paper.paragraph(above, "header"))
        numbers = [] if _counts_pages(shell, which) else _page_of(document["words"]["page"], paper)
        before = paper.words.runs(document["fingerprint"])
        between = paper.words.runs(_BETWEEN) if before and numbers else []
        _add(shell, "footer", which, paper.paragraph([*before, *between, *numbers], "footer"))


def turned(section: Element) -> Element:
    """Give a section's frame with its pages lying on their side: for what is broad. One that lies already stays."""
    found = following(section)
    width, height = page_size(section)
    if width < height:
        put_property(found, "sectPr", w("pgSz", w=height, h=width, orient="landscape"))
    return found


def following(section: Element) -> Element:
    """Give the frame of a later section like the first: it takes its header and footer over from it."""
    found = copy.deepcopy(section)
    for name in ("headerReference", "footerReference", "titlePg"):
        for one in found.findall(f"{{{W}}}{name}"):
            found.remove(one)
    return found


def page_size(section: Element) -> tuple[int, int]:
    """Give how broad and high a section's pages are, in twentieths of a point."""
    size = section.find(f"{{{W}}}pgSz")
    return _number(attribute(size, "w"), A4[0]), _number(attribute(size, "h"), A4[1])


def room(section: Element) -> tuple[int, int]:
    """Give how broad and high the text of a section may be, in twentieths of a point."""
    margins = section.find(f"{{{W}}}pgMar")
    left, right, top, bottom = (_number(attribute(margins, side), 1134) for side in ("left", "right", "top", "bottom"))
    width, height = page_size(section)
    return max(width - left - right, 2000), max(height - abs(top) - abs(bottom), 2000)


def _line(facts: list[str], stamps: list[str], paper: Paper) -> list[Xml]:
    runs = paper.words.runs(_BETWEEN.join(filter(None, facts)))
    for stamp in stamps:
        runs += [*(paper.words.runs(_BETWEEN) if runs else []), *paper.words.runs(stamp, look=Look(bold=True))]
    return runs


def _page_of(words: str, paper: Paper) -> list[Xml]:
    """Turn `page {page} of {pages}` into text and fields."""
    runs: list[Xml] = []
    for at, piece in enumerate(_PLACEHOLDER.split(words)):
        runs += paper.words.field(_FIELDS[piece], "1") if at % 2 else paper.words.runs(piece)
    return runs


def _wanted(shell: Shell) -> list[str]:
    """Give the kinds of page that the section frames: all, or the first and left ones differently."""
    first = ["first"] if shell.section.find(f"{{{W}}}titlePg") is not None else []
    return ["default", *first, *(["even"] if shell.even_and_odd else [])]


def _framing(shell: Shell, name: str, which: str) -> Element | None:
    for one in shell.section.findall(f"{{{W}}}{name}Reference"):
        if attribute(one, "type") == which:
            part = shell.main.rels[str(one.get(f"{{{R}}}id"))].target_part
            assert isinstance(part, XmlPart)
            root: Element = part.element
            return root
    return None


def _add(shell: Shell, name: str, which: str, paragraph: Xml) -> None:
    root = _framing(shell, name, which)
    if root is not None:
        root.append(parsed(paragraph))
        return
    root_name, content_type, kind = _KINDS[name]
    root = root_of(root_name)
    root.append(parsed(paragraph))
    number = 1 + len(shell.section.findall(f"{{{W}}}{name}Reference"))
    added = add_part(shell, f"/word/{name}{number}.xml", content_type, kind, root)
    reference = parsed(w(f"{name}Reference", type=which))
    reference.set(f"{{{R}}}id", added)
    # All references stand before everything else, and among themselves in any order.
    shell.section.insert(0, reference)


def _counts_pages(shell: Shell, which: str) -> bool:
    """Tell whether a template's own header or footer says page n of m."""
    found: set[str] = set()
    for name in _KINDS:
        root = _framing(shell, name, which)
        if root is not None:
            text = " ".join(one.text or "" for one in root.iter(f"{{{W}}}instrText"))
            text += " ".join(attribute(one, "instr") for one in root.iter(f"{{{W}}}fldSimple"))
            found |= set(text.upper().split())
    return {"PAGE", "NUMPAGES"} <= found


def _number(written: str, otherwise: int) -> int:
    try:
        return int(float(written))
    except ValueError:
        return otherwise

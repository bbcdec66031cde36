"""What frames the pages of an authority's template: headers and footers, with nothing in them that reaches out."""

from __future__ import annotations

import copy

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.package import Package
from lxml import etree

from sostool.report.formats.word.template_xml import VML, bare_xml, parsed_part
from sostool.report.formats.word.tree import Element, attribute, is_on, local_name
from sostool.report.formats.word.xml import R, W
from sostool.report.templating.bare_picture import PNG, NoPictureError, bare_picture

# What a field may do: count, and repeat what stands in the document. Others read files, fetch something, run programs,
# or hold words that only show under some condition.
_FIELDS = frozenset("PAGE NUMPAGES SECTION SECTIONPAGES STYLEREF TITLE DATE TIME CREATEDATE SAVEDATE PRINTDATE".split())
_LINKED = "A picture in its header or footer is only linked. Insert the picture itself, so that nothing is fetched."
_NOT_FRAMING = "Its header or footer holds more than text and pictures, such as a chart. Take that out."
_NOT_BARE = (
    "A picture in its header or footer is damaged, or of a kind that may hold what nobody sees. Copy it in Word, and "
    "paste it as a picture (PNG) in its place."
)
_ALLOWED = "Take it out: page numbers, dates and the title may stay."
_LONGEST_NAME = 20
_SECTION = frozenset(
    "pgSz pgMar pgBorders lnNumType pgNumType cols vAlign titlePg textDirection bidi rtlGutter docGrid".split()
)
_REFERENCES = ("headerReference", "footerReference")
_LINK = f"{{{R}}}link"
_ID, _EMBED = f"{{{R}}}id", f"{{{R}}}embed"


class FrameMistake(Exception):  # noqa: N818 - it is the template's mistake
    """Something in a template cannot be taken over; the text says what to do."""


def last_section(root: Element, *, even_and_odd: bool) -> Element:
    """Give the frame of a document's last pages. A header that they have from the pages before them is named.

    Args:
        root: of the template's main part.
        even_and_odd: whether left and right pages are framed differently; if not, nobody sees what frames left ones.
    """
    sections = list(root.iter(f"{{{W}}}sectPr"))
    if not sections:
        return etree.Element(f"{{{W}}}sectPr", None, {"w": W, "r": R})
    inherited: dict[tuple[str, str], Element] = {}
    for section in sections:
        for one in section:
            if local_name(one) in _REFERENCES:
                inherited[local_name(one), attribute(one, "type")] = one
    found = bare_xml(sections[-1])
    for one in list(found):
        if local_name(one) not in _SECTION or (local_name(one) == "titlePg" and not is_on(one)):
            found.remove(one)
    for border in found.iterfind(f"{{{W}}}pgBorders/*"):
        border.attrib.pop(_ID, "")
    shown = {"default", *(["first"] if found.find(f"{{{W}}}titlePg") is not None else [])}
    shown |= {"even"} if even_and_odd else set()
    seen = [copy.deepcopy(one) for (_, which), one in inherited.items() if which in shown]
    for place, reference in enumerate(seen):
        found.insert(place, reference)
    return found


class Framing:
    """Takes over headers and footers, each with a name of ours: names of parts are somebody's too."""

    def __init__(self, package: Package, told: str, hidden_styles: frozenset[str]) -> None:
        """Take the package that they go into, what is read out for a picture, and the styles that hide their text."""
        self._package = package
        self._told = told
        self._hidden_styles = hidden_styles
        self._parts: dict[str, XmlPart] = {}
        self._pictures: dict[str, Part] = {}
        self._numbered = 0

    @property
    def roots(self) -> list[Element]:
        """What was taken over."""
        return [part.element for part in self._parts.values()]

    def part(self, source: Part, content_type: str) -> Part:
        """Take over a header or a footer, once.

        Raises:
            FrameMistake: it holds what reaches out of the document, or more than text and pictures.
        """
        name = str(source.partname)
        if name not in self._parts:
            theirs = parsed_part(source.blob)
            _look_at_relations(theirs, source)
            _look_at_fields(theirs)
            root = bare_xml(theirs, self._hidden_styles)
            self._name_pictures(root)
            uri = PackURI(f"/word/framing{len(self._parts) + 1}.xml")
            taken = XmlPart(uri, content_type, root, self._package)  # type: ignore[arg-type]
            for one in root.iter():
                self._take_pictures(one, source, taken)
            self._parts[name] = taken
        return self._parts[name]

    def _name_pictures(self, root: Element) -> None:
        """Give each picture a number of its own in the document, as the standard asks for, and the authority's name."""
        for one in root.iter():
            name = local_name(one)
            if name == "docPr":
                self._numbered += 1
                one.set("id", str(self._numbered))
                one.set("descr", self._told)
            if name in ("docPr", "cNvPr"):
                one.set("name", f"Picture {self._numbered}")
            if name in ("shape", "rect", "oval") and one.find(f"{{{VML}}}imagedata") is not None:
                one.set("alt", self._told)

    def _take_pictures(self, element: Element, source: Part, taken: Part) -> None:
        for key in (_EMBED, _ID):
            theirs = element.attrib.pop(key, "")
            if theirs in source.rels:
                element.set(key, taken.relate_to(self._picture(source.rels[str(theirs)].target_part), RT.IMAGE))

    def _picture(self, source: Part) -> Part:
        name = str(source.partname)
        if name not in self._pictures:
            try:
                bare = bare_picture(source.blob)
            except NoPictureError:
                raise FrameMistake(_NOT_BARE) from None
            ending, kind = ("png", CT.PNG) if bare.startswith(PNG) else ("jpg", CT.JPEG)
            uri = PackURI(f"/word/media/framing{len(self._pictures) + 1}.{ending}")
            self._pictures[name] = Part(uri, kind, bare, self._package)
        return self._pictures[name]


def _look_at_relations(root: Element, source: Part) -> None:
    """Look where a header or a footer leads. A link to elsewhere becomes its words."""
    for rel in source.rels.values():
        if rel.is_external and rel.reltype != RT.HYPERLINK:
            raise FrameMistake(_LINKED)
        if not rel.is_external and rel.reltype != RT.IMAGE:
            raise FrameMistake(_NOT_FRAMING)
    if any(one.get(_LINK) for one in root.iter()):
        raise FrameMistake(_LINKED)


def _look_at_fields(root: Element) -> None:
    """Look what fields do: an instruction may be cut into several runs, and hold other fields."""
    written = [attribute(one, "instr") for one in root.iter(f"{{{W}}}fldSimple")]
    open_ones: list[str] = []
    for one in root.iter(f"{{{W}}}fldChar", f"{{{W}}}instrText"):
        if local_name(one) == "instrText":
            if not open_ones:
                open_ones.append("")
            open_ones[-1] += one.text or ""
        elif attribute(one, "fldCharType") == "begin":
            open_ones.append("")
        elif attribute(one, "fldCharType") == "end" and open_ones:
            written.append(open_ones.pop())
    for instruction in (*written, *open_ones):
        name = "".join(instruction.split()[:1]).upper()
        if name and name not in _FIELDS:
            called = name if name.isalpha() and len(name) <= _LONGEST_NAME else "with another name"
            raise FrameMistake(
                f"Its header or footer holds a field {called}, which may read what is not in it. {_ALLOWED}"
            )

"""What frames the pages of an authority's template: headers and footers, with nothing in them that reaches out."""

from __future__ import annotations

import copy

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.package import Package
from lxml import etree

from sostool.report.formats.word.tree import Element, attribute, local_name
from sostool.report.formats.word.xml import WP, R, W

# What a field may do: count, and repeat what stands in the document. Others read files, fetch something, run programs.
_FIELDS = frozenset(
    "PAGE NUMPAGES SECTION SECTIONPAGES STYLEREF TITLE SUBJECT DATE TIME CREATEDATE SAVEDATE PRINTDATE IF =".split()
)
_LINKED = "A picture in its header or footer is only linked. Insert the picture itself, so that nothing is fetched."
_NOT_FRAMING = "Its header or footer holds more than text and pictures, such as a chart. Take that out."
_ALLOWED = "Take it out: page numbers, dates and the title may stay."
_LONGEST_NAME = 20
_PICTURES = {
    "image/png": "png",
    "image/jpeg": "jpg",
    "image/gif": "gif",
    "image/bmp": "bmp",
    "image/tiff": "tiff",
    "image/x-emf": "emf",
    "image/x-wmf": "wmf",
    "image/svg+xml": "svg",
}
_NO_SECTION = ("printerSettings", "footnotePr", "endnotePr", "type", "sectPrChange")
_REFERENCES = ("headerReference", "footerReference")
# Attributes by which old drawings name an address.
_ADDRESSES = frozenset(("href", "src", "althref"))


class FrameMistake(Exception):  # noqa: N818 - it is the template's mistake
    """Something in a template cannot be taken over; the text says what to do."""


def last_section(root: Element) -> Element:
    """Give the frame of a document's last pages. A header that they have from the pages before them is named."""
    sections = list(root.iter(f"{{{W}}}sectPr"))
    if not sections:
        return etree.Element(f"{{{W}}}sectPr", None, {"w": W, "r": R})
    inherited: dict[tuple[str, str], Element] = {}
    for section in sections:
        for one in section:
            if local_name(one) in _REFERENCES:
                inherited[local_name(one), attribute(one, "type")] = one
    found = copy.deepcopy(sections[-1])
    for one in list(found):
        if local_name(one) in (*_NO_SECTION, *_REFERENCES):
            found.remove(one)
    for place, reference in enumerate(inherited.values()):
        found.insert(place, copy.deepcopy(reference))
    return found


class Framing:
    """Takes over headers and footers, each with a name of ours: names of parts are somebody's too."""

    def __init__(self, package: Package) -> None:
        """Take the package that they go into."""
        self._package = package
        self._parts: dict[str, Part] = {}
        self._pictures: dict[str, Part] = {}
        self._numbered = 0

    def part(self, source: Part) -> Part:
        """Take over a header or a footer, once.

        Raises:
            FrameMistake: it holds what reaches out of the document, or more than text and pictures.
        """
        name = str(source.partname)
        if name not in self._parts:
            root = etree.fromstring(source.blob)
            links = [key for key, rel in source.rels.items() if rel.is_external]
            if any(source.rels[key].reltype != RT.HYPERLINK for key in links):
                raise FrameMistake(_LINKED)
            _forget_history(root)
            _unlink(root, links)
            _look_at_fields(root)
            self._number_pictures(root)
            uri = PackURI(f"/word/framing{len(self._parts) + 1}.xml")
            taken = XmlPart(uri, source.content_type, root, self._package)  # type: ignore[arg-type]
            for key, rel in source.rels.items():
                if not rel.is_external:
                    taken.load_rel(RT.IMAGE, self._picture(rel.reltype, rel.target_part), key)
            self._parts[name] = taken
        return self._parts[name]

    def _number_pictures(self, root: Element) -> None:
        """Give each picture a number of its own in the document, as the standard asks for."""
        for one in root.iter(f"{{{WP}}}docPr"):
            self._numbered += 1
            one.set("id", str(self._numbered))

    def _picture(self, kind: str, source: Part) -> Part:
        ending = _PICTURES.get(source.content_type, "")
        if kind != RT.IMAGE or not ending:
            raise FrameMistake(_NOT_FRAMING)
        name = str(source.partname)
        if name not in self._pictures:
            uri = PackURI(f"/word/media/framing{len(self._pictures) + 1}.{ending}")
            self._pictures[name] = Part(uri, source.content_type, source.blob, self._package)
        return self._pictures[name]


def _forget_history(root: Element) -> None:
    """Take changes as they are, without who made them, and contents that come from elsewhere as they stand."""
    for one in list(root.iter()):
        name = local_name(one)
        if name in ("del", "moveFrom", "dataBinding", "altChunk", "proofErr") or name.endswith(
            ("Change", "RangeStart", "RangeEnd")
        ):
            _remove(one)
        elif name in ("ins", "moveTo") and attribute(one, "author"):
            _unwrap(one)
        for key in list(one.attrib):
            if str(key).rpartition("}")[2] in _ADDRESSES:
                del one.attrib[key]


def _unlink(root: Element, links: list[str]) -> None:
    """Leave the words of links to elsewhere, and take the links out."""
    for one in [one for one in root.iter() if one.get(f"{{{R}}}id") in links or one.get(f"{{{R}}}link")]:
        if one.get(f"{{{R}}}link"):
            raise FrameMistake(_LINKED)
        if local_name(one) == "hyperlink":
            _unwrap(one)
        else:
            _remove(one)


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


def _unwrap(element: Element) -> None:
    parent = element.getparent()
    if parent is None:
        return
    place = parent.index(element)
    for child in reversed(list(element)):
        parent.insert(place, child)
    parent.remove(element)


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)

"""XML of an authority's template, written anew: what says how pages look is kept, and whatever is seen nowhere is not.

Kept are the standard's own elements and attributes (ISO/IEC 29500-1, and the two of Word's own for text boxes and
groups), without comments, history, bookmarks, numbers of editing sessions, names of files, layers and people, or an
earlier program's copy of the same.
"""

from __future__ import annotations

from lxml import etree

from sostool.report.formats.word.tree import Element, attribute, is_on, local_name
from sostool.report.formats.word.xml import NAMESPACES, PIC, WP, W

VML = "urn:schemas-microsoft-com:vml"
_O = "urn:schemas-microsoft-com:office:office"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_NEWER = {
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "wp14": "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing",
}
_PREFIXES = {
    **NAMESPACES,
    "v": VML,
    "o": _O,
    "w10": "urn:schemas-microsoft-com:office:word",
    "mc": _MC,
    **_NEWER,
}
_KNOWN = frozenset(_PREFIXES.values())
_LEFT_OUT = frozenset(
    """
    del moveFrom delText delInstrText cellIns cellDel cellMerge proofErr bookmarkStart bookmarkEnd commentReference
    annotationRef footnoteReference endnoteReference footnoteRef endnoteRef permStart permEnd lastRenderedPageBreak
    sdtPr sdtEndPr smartTagPr customXmlPr dataBinding altChunk subDoc object control contentPart ffData fldData extLst
    hlinkClick hlinkHover hlinkMouseOver tblCaption tblDescription divId cnfStyle vanish specVanish webHidden aliases
    altName rsid personal personalCompose personalReply locked latentStyles nsid tmpl OLEObject Fallback
    """.split()
)
_OF_CHANGES = ("Change", "RangeStart", "RangeEnd")
# What stands around something that is kept, and adds nothing to how it looks.
_UNWRAPPED = frozenset("ins moveTo hyperlink smartTag customXml sdt sdtContent".split())
_WITH_TEXT = frozenset("t instrText align posOffset pctHeight pctWidth pctPosHOffset pctPosVOffset".split())
_NOT_FOR_EYES = frozenset(
    "author date initials tooltip docLocation tgtFrame name title alt descr href src althref spid gfxdata class".split()
)
# Names that say how something looks, or what refers to it.
_NAMED = ("font", "gd")
_VML_TYPE = "_x0000_t"


def parsed_part(part: bytes) -> Element:
    """Read a part of a template, without its comments and instructions."""
    return etree.fromstring(part, etree.XMLParser(remove_comments=True, remove_pis=True, resolve_entities=False))


def bare_xml(root: Element, hidden_styles: frozenset[str] = frozenset()) -> Element:
    """Copy what says how something looks.

    Args:
        root: of a part, or any element of one.
        hidden_styles: the ids of styles that hide what is written in them.
    """
    found: Element = etree.Element(root.tag, None, _PREFIXES)
    _copy_attributes(root, found)
    _copy_into(root, found, hidden_styles)
    # A choice names them where no parser sees that it does.
    newer = _NEWER if next(found.iter(f"{{{_MC}}}Choice"), None) is not None else ()
    etree.cleanup_namespaces(found, keep_ns_prefixes=[*NAMESPACES, *newer])
    return found


def _copy_into(element: Element, into: Element, hidden_styles: frozenset[str]) -> None:
    for child in element:
        name = local_name(child)
        if name in _UNWRAPPED:
            _copy_into(child, into, hidden_styles)
            continue
        if _namespace(child) not in _KNOWN or name in _LEFT_OUT or name.endswith(_OF_CHANGES) or _is_unseen(child):
            continue
        if name == "AlternateContent" and _newer(child) is None:
            for other in child.findall(f"{{{_MC}}}Fallback"):
                _copy_into(other, into, hidden_styles)
            continue
        if name == "Choice" and _newer(element) is not child:
            continue
        added = etree.SubElement(into, child.tag)
        _copy_attributes(child, added)
        if name in _WITH_TEXT:
            added.text = child.text
        _copy_into(child, added, hidden_styles)
        if name == "r" and _is_hidden(child, hidden_styles):
            _empty(added)


def _copy_attributes(element: Element, into: Element) -> None:
    for key, value in element.attrib.items():
        name = str(key)
        space, _, local = name.rpartition("}")
        is_known = not space or name == _SPACE or space[1:] in (_KNOWN - {_MC, _NEWER["wp14"]})
        is_name = local in _NOT_FOR_EYES and not (local == "name" and local_name(element) in _NAMED)
        if not is_known or is_name or local.startswith("rsid"):
            continue
        if local == "id" and _namespace(element) == VML and not space and not str(value).startswith(_VML_TYPE):
            continue
        into.set(name, str(value))
    if local_name(element) == "Choice":
        into.set("Requires", " ".join(_required(element)))


def _newer(alternatives: Element) -> Element | None:
    """Give the first of several ways to say the same that asks for nothing that is not known here."""
    for one in alternatives.findall(f"{{{_MC}}}Choice"):
        if all(_required(one)):
            return one
    return None


def _required(choice: Element) -> list[str]:
    """Give what a choice asks for by our own prefixes; "" for what is not known."""
    ours = {address: prefix for prefix, address in _NEWER.items()}
    return [ours.get(choice.nsmap.get(prefix) or "", "") for prefix in str(choice.get("Requires", "")).split()]


def _is_unseen(element: Element) -> bool:
    """Tell of a drawing that is not shown, and of a row that somebody has deleted."""
    if local_name(element) == "tr":
        return element.find(f"{{{W}}}trPr/{{{W}}}del") is not None
    if _namespace(element) == VML:
        return "visibility:hidden" in str(element.get("style", "")).replace(" ", "")
    if local_name(element) in ("drawing", "wsp", "pic"):
        return any(one.get("hidden") in ("1", "true") for one in _described(element))
    return False


def _described(element: Element) -> list[Element]:
    """Give what names a drawing, and not what names the drawings in it."""
    if local_name(element) == "drawing":
        return element.findall(f"*/{{{WP}}}docPr")
    return [*element.findall(f"{{{PIC}}}nvPicPr/{{{PIC}}}cNvPr"), *element.findall(f"{{{_NEWER['wps']}}}cNvPr")]


def _is_hidden(run: Element, hidden_styles: frozenset[str]) -> bool:
    looks = run.find(f"{{{W}}}rPr")
    said = None if looks is None else looks.find(f"{{{W}}}vanish")
    if said is not None:
        return is_on(said)
    if looks is not None and looks.find(f"{{{W}}}specVanish") is not None:
        return True
    styles = [None if looks is None else looks.find(f"{{{W}}}rStyle")]
    paragraph = next(run.iterancestors(f"{{{W}}}p"), None)
    styles.append(None if paragraph is None else paragraph.find(f"{{{W}}}pPr/{{{W}}}pStyle"))
    return any(attribute(style, "val") in hidden_styles for style in styles)


def _empty(run: Element) -> None:
    """Leave of a run no more than where a field begins and ends."""
    for one in [one for one in run if local_name(one) not in ("fldChar", "instrText", "rPr")]:
        run.remove(one)


def _namespace(element: Element) -> str:
    return str(element.tag).partition("}")[0].lstrip("{")

"""The XML of Word documents as text that is finished: what somebody typed can be nothing in it but text.

Properties stand in the order that the standard asks for (ISO/IEC 29500-1); Word calls a file damaged where they do not.
"""

from __future__ import annotations

from sostool.report.formats.typed_text import clean

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
NAMESPACES = {"w": W, "r": R, "wp": WP, "a": A, "pic": PIC}

# What may stand in each element of properties, in its order.
_ORDERS: dict[str, tuple[str, ...]] = {
    "pPr": tuple(
        """
        pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs
        suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd
        snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment
        textboxTightWrap outlineLvl divId cnfStyle rPr sectPr
        """.split()
    ),
    "rPr": tuple(
        """
        rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish
        webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang
        """.split()
    ),
    "tblPr": tuple(
        """
        tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd
        tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription
        """.split()
    ),
    "tcPr": tuple("cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection vAlign".split()),
    "sectPr": tuple(
        """
        headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols
        formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid
        """.split()
    ),
    "style": tuple(
        """
        name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal
        personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr
        """.split()
    ),
}
_PLACES = {name: {child: place for place, child in enumerate(order)} for name, order in _ORDERS.items()}


class Xml(str):
    """XML that is finished. Nothing else is put into an element."""

    __slots__ = ()


def w(tag: str, /, *children: Xml, **attributes: str | int) -> Xml:
    """Make an element of a text document.

    Args:
        tag: without its namespace: `p`, `tblHeader`.
        children: what stands in it, in order.
        attributes: by their names without the namespace, which is the same.
    """
    about = "".join([f' w:{name}="{escaped(str(value))}"' for name, value in attributes.items()])
    return Xml(f"<w:{tag}{about}>{''.join(children)}</w:{tag}>" if children else f"<w:{tag}{about}/>")


def properties(tag: str, /, *children: Xml, **attributes: str) -> Xml:
    """Make an element of properties, such as `pPr` or `style`. Its children may come in any order."""
    places = _PLACES[tag]
    in_order = sorted(children, key=lambda child: places[tag_of(child)]) if len(children) > 1 else children
    return w(tag, *in_order, **attributes)


def place_of(parent: str, child: str) -> int:
    """Give the place of a property among those of its parent; the last one for what is not known here."""
    return _PLACES[parent].get(child, len(_PLACES[parent]))


def tag_of(element: Xml) -> str:
    """Give an element's name without its namespace."""
    end = min(at for at in (element.find(" "), element.find("/"), element.find(">")) if at > 0)
    return element[element.index(":") + 1 : end]


def text(words: str) -> Xml:
    """Make the text of a run, exactly as it is."""
    kept = ' xml:space="preserve"' if words[:1].isspace() or words[-1:].isspace() else ""
    return Xml(f"<w:t{kept}>{escaped(words)}</w:t>")


def on(name: str) -> Xml:
    """Make a property that is on, such as `b` or `keepNext`."""
    return Xml(f"<w:{name}/>")


def escaped(words: str) -> str:
    """Write a text so that it is text in XML, in an element or in an attribute."""
    safe = words if words.isprintable() else clean(words)
    return safe.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")

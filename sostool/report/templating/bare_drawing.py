"""A drawing in SVG with nothing in it but what is drawn: no comment, no title, no name of a layer, a file or a person.

A program that draws puts its own notes into the file: who made it, where it was kept, what its layers are called. What
is known to be drawing is kept (SVG 2, W3C 2018), and all else is left out.
"""

from __future__ import annotations

import base64
import binascii
import re
import xml.etree.ElementTree as ET

from sostool.report.templating.bare_picture import NoPictureError, bare_picture

_SVG = "{http://www.w3.org/2000/svg}"
_LINK = "{http://www.w3.org/1999/xlink}href"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_ELEMENTS = frozenset(
    """
    svg g defs symbol use switch a path rect circle ellipse line polyline polygon text tspan textPath image clipPath
    mask pattern marker linearGradient radialGradient stop style filter feBlend feColorMatrix feComponentTransfer
    feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB
    feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight
    feTile feTurbulence
    """.split()
)
_WITH_WORDS = frozenset(("text", "tspan", "textPath", "a"))
_ATTRIBUTES = frozenset(
    """
    alignment-baseline amplitude azimuth baseFrequency baseline-shift bias class clip clip-path clip-rule clipPathUnits
    color color-interpolation color-interpolation-filters cx cy d diffuseConstant direction display divisor
    dominant-baseline dx dy edgeMode elevation enable-background exponent fill fill-opacity fill-rule filter filterUnits
    flood-color flood-opacity font font-family font-size font-size-adjust font-stretch font-style font-variant
    font-weight fr fx fy gradientTransform gradientUnits height id in in2 intercept isolation k1 k2 k3 k4 kernelMatrix
    kernelUnitLength lengthAdjust letter-spacing lighting-color limitingConeAngle marker-end marker-mid marker-start
    markerHeight markerUnits markerWidth mask mask-type maskContentUnits maskUnits method mix-blend-mode mode numOctaves
    offset opacity operator order orient overflow paint-order pathLength patternContentUnits patternTransform
    patternUnits points pointsAtX pointsAtY pointsAtZ preserveAlpha preserveAspectRatio primitiveUnits r radius refX
    refY result rotate rx ry scale seed shape-rendering side slope spacing specularConstant specularExponent
    spreadMethod startOffset stdDeviation stitchTiles stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset
    stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width style surfaceScale tableValues
    targetX targetY text-anchor text-decoration text-rendering textLength transform transform-origin type unicode-bidi
    values vector-effect version viewBox visibility width word-spacing writing-mode x x1 x2 xChannelSelector y y1 y2
    yChannelSelector z
    """.split()
)
_REFERENCE = re.compile(r"#([^\s\"')]+)")
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_NOT_SHOWN = re.compile(r"(?:^|;)\s*display\s*:\s*none\b")
# A program's own properties: -inkscape-font-specification.
_OWN_PROPERTY = re.compile(r"(?:^|(?<=;))\s*-[^;]*(?:;|$)")
_DOTS = re.compile(r"\s*data:image/(?:png|jpe?g);base64,([A-Za-z0-9+/=\s]+)")


def bare_drawing(data: bytes) -> bytes:
    """Leave out of a drawing all that is not drawn.

    Args:
        data: the file, of which only the standard's own kinds of elements are kept.

    Returns:
        The same drawing.

    Raises:
        NoPictureError: it is damaged, or holds a picture that is.
    """
    try:
        root = ET.fromstring(data)  # noqa: S314 - it can declare no entity: logo.py looks at its head
        if root.tag != f"{_SVG}svg":
            raise NoPictureError
        bare = _bare(root, frozenset(_REFERENCE.findall("\n".join(_where_names_stand(root)))))
    except (ET.ParseError, LookupError, RecursionError, ValueError):  # a LookupError: of an encoding nobody has
        raise NoPictureError from None
    bare.set("xmlns", _SVG.strip("{}"))
    return ET.tostring(bare, encoding="unicode").encode()


def _where_names_stand(root: ET.Element) -> list[str]:
    return [value for one in root.iter() for value in (*one.attrib.values(), one.text or "") if "#" in value]


def _bare(element: ET.Element, named: frozenset[str]) -> ET.Element:
    """Copy an element with what may stand in it; `named` are the ids that something in the drawing asks for."""
    name = element.tag.removeprefix(_SVG)
    found = ET.Element(name, dict(_attributes(element, named)))
    has_words = name in _WITH_WORDS
    if element.text and (has_words or name == "style"):
        found.text = _COMMENT.sub("", element.text) if name == "style" else element.text
    for child in element:
        kept = child.tag.removeprefix(_SVG) in _ELEMENTS and child.tag.startswith(_SVG) and not _is_hidden(child)
        if kept:
            found.append(_bare(child, named))
        if child.tail and has_words:
            if len(found):
                found[-1].tail = (found[-1].tail or "") + child.tail
            else:
                found.text = (found.text or "") + child.tail
    return found


def _attributes(element: ET.Element, named: frozenset[str]) -> list[tuple[str, str]]:
    found = []
    for name, value in element.attrib.items():
        if name in (_LINK, "href"):
            target = _target(value)
            if target:
                found.append(("href", target))
        elif name == _SPACE:
            found.append(("xml:space", "preserve" if value == "preserve" else "default"))
        elif name in _ATTRIBUTES and (name != "id" or value in named):
            found.append((name, _OWN_PROPERTY.sub("", _COMMENT.sub("", value)) if name == "style" else value))
    return found


def _target(address: str) -> str:
    """Give what a link in a drawing may lead to: a part of the same drawing, or dots that stand in it."""
    if address.startswith("#"):
        return address
    dots = _DOTS.fullmatch(address)
    if dots is None:
        return ""
    try:
        picture = bare_picture(base64.b64decode("".join(dots[1].split()), validate=True))
    except binascii.Error:
        raise NoPictureError from None
    kind = "png" if picture.startswith(b"\x89") else "jpeg"
    return f"data:image/{kind};base64,{base64.b64encode(picture).decode()}"


def _is_hidden(element: ET.Element) -> bool:
    return element.get("display") == "none" or _NOT_SHOWN.search(element.get("style", "")) is not None

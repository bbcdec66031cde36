"""Parts of a template as a tree: what somebody else wrote, and where our own XML goes into it."""

from __future__ import annotations

from typing import TypeAlias

from lxml import etree

from sostool.report.formats.word.xml import NAMESPACES, W, Xml, place_of

Element: TypeAlias = etree._Element  # noqa: SLF001 - lxml has no other name for it

_DECLARED = "".join(f' xmlns:{prefix}="{name}"' for prefix, name in NAMESPACES.items())


def parsed(xml: Xml) -> Element:
    """Make an element of the tree of finished XML."""
    return etree.fromstring(f"<w:holder{_DECLARED}>{xml}</w:holder>")[0]


def root_of(tag: str) -> Element:
    """Make an empty root of a part: `styles`, `hdr`."""
    return etree.Element(f"{{{W}}}{tag}", None, NAMESPACES)


def put_property(parent: Element, name: str, child: Xml) -> None:
    """Put a property in its place among others, instead of the one of its name if there is one.

    Args:
        parent: an element of properties that somebody else wrote.
        name: whose order it follows: `sectPr`.
        child: the property.
    """
    added = parsed(child)
    wanted = local_name(added)
    for old in [one for one in parent if local_name(one) == wanted]:
        parent.remove(old)
    after = [one for one in parent if place_of(name, local_name(one)) > place_of(name, wanted)]
    parent.insert(parent.index(after[0]) if after else len(parent), added)


def local_name(element: Element) -> str:
    """Give an element's name without its namespace; "" for a comment or an instruction."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element | None, name: str) -> str:
    """Give an attribute of the text document's namespace; "" where there is none."""
    return "" if element is None else str(element.get(f"{{{W}}}{name}", ""))


def is_on(setting: Element) -> bool:
    """Tell whether a property that is on or off is on."""
    return attribute(setting, "val") not in ("0", "false", "off")


def written(root: Element) -> bytes:
    """Write a part of a document."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def in_line(element: Element) -> Xml:
    """Write an element of a tree as XML that stands in another."""
    return Xml(etree.tostring(element, encoding="unicode", with_tail=False))

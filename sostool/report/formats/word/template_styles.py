"""The styles and lists of an authority's template: those that documents use, and those that these are based on."""

from __future__ import annotations

import copy
from collections.abc import Iterable

from sostool.report.formats.word.looks import STYLES
from sostool.report.formats.word.template_xml import bare_xml
from sostool.report.formats.word.tree import Element, attribute, is_on, local_name
from sostool.report.formats.word.xml import W

_OURS = frozenset((style.kind, style.name.casefold()) for style in STYLES)
_USES = tuple(f"{{{W}}}{name}" for name in ("pStyle", "rStyle", "tblStyle"))
_TO_OTHERS = ("next", "link")


def hidden_styles(root: Element) -> frozenset[str]:
    """Give the ids of the styles that hide what is written in them, by themselves or by what they are based on."""
    styles = _by_id(root)
    found = set()
    for style_id in styles:
        for style in _with_bases(style_id, styles):
            said = style.find(f"{{{W}}}rPr/{{{W}}}vanish")
            if said is not None:
                if is_on(said):
                    found.add(style_id)
                break
    return frozenset(found)


def used_styles(frames: Iterable[Element]) -> frozenset[str]:
    """Give the ids of the styles that headers and footers use."""
    return frozenset(attribute(one, "val") for frame in frames for one in frame.iter(*_USES))


def bare_styles(root: Element, used: frozenset[str]) -> Element:
    """Copy the styles that documents may use, without the names of any others.

    Args:
        root: `w:styles`.
        used: the ids of styles that headers and footers use.
    """
    styles = _by_id(root)
    kept = {
        attribute(base, "styleId")
        for style_id, style in styles.items()
        if style_id in used or _is_default(style) or _name(style) in _OURS
        for base in _with_bases(style_id, styles)
    }
    found = bare_xml(root)
    for style in found.findall(f"{{{W}}}style"):
        if attribute(style, "styleId") not in kept:
            found.remove(style)
            continue
        for one in [one for one in style if local_name(one) in _TO_OTHERS and attribute(one, "val") not in kept]:
            style.remove(one)
    return found


def bare_lists(root: Element, users: Iterable[Element]) -> Element:
    """Copy the lists that something asks for. A mark that is a picture becomes one that is a letter.

    Args:
        root: `w:numbering`.
        users: the styles, headers and footers that are kept.
    """
    wanted = {attribute(one, "val") for user in users for one in user.iter(f"{{{W}}}numId")}
    found = bare_xml(root)
    for one in [one for one in found.iter() if local_name(one) in ("numPicBullet", "lvlPicBulletId", "name")]:
        _remove(one)
    _resolve(found)
    numbers = found.findall(f"{{{W}}}num")
    looks = {
        attribute(one.find(f"{{{W}}}abstractNumId"), "val") for one in numbers if attribute(one, "numId") in wanted
    }
    for one in list(found):
        kind = local_name(one)
        if not (
            (kind == "num" and attribute(one, "numId") in wanted)
            or (kind == "abstractNum" and attribute(one, "abstractNumId") in looks)
        ):
            found.remove(one)
    return found


def _resolve(root: Element) -> None:
    """Let a list that looks like another one say itself how it looks, so that neither has to be named."""
    lists = root.findall(f"{{{W}}}abstractNum")
    named = {attribute(one.find(f"{{{W}}}styleLink"), "val"): one for one in lists}
    for one in lists:
        link = one.find(f"{{{W}}}numStyleLink")
        if link is not None and attribute(link, "val") in named:
            for level in named[attribute(link, "val")].findall(f"{{{W}}}lvl"):
                one.append(copy.deepcopy(level))
    for link in list(root.iter(f"{{{W}}}numStyleLink", f"{{{W}}}styleLink")):
        _remove(link)


def _by_id(root: Element) -> dict[str, Element]:
    return {attribute(one, "styleId"): one for one in root.findall(f"{{{W}}}style")}


def _with_bases(style_id: str, styles: dict[str, Element]) -> list[Element]:
    """Give a style and those that it is based on, each once: a damaged template may go round in a circle."""
    found: dict[str, Element] = {}
    while style_id in styles and style_id not in found:
        found[style_id] = styles[style_id]
        style_id = attribute(found[style_id].find(f"{{{W}}}basedOn"), "val")
    return list(found.values())


def _is_default(style: Element) -> bool:
    return attribute(style, "default") in ("1", "true", "on")


def _name(style: Element) -> tuple[str, str]:
    return attribute(style, "type"), attribute(style.find(f"{{{W}}}name"), "val").casefold()


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
